import type { TicketRow, TicketView } from '../../../shared/tickets/ticket-views';
import type { PracticeForms } from '../actions/types';
import type { Session } from '../lib/session';
import { workingMorning } from '../lib/zone';
import type { FieldHints, Values } from '../parts/schema-form/types';
import { TICKET_SCHEMAS } from './ticket-action-schemas';

type AnyTicket = TicketRow | TicketView;

const HOLD_DAYS = 3;

/** What a form starts with: the ticket as it is, and what is meant most often. */
function initialValues(action: string, ticket: AnyTicket, { zone, me }: Session): Values {
  switch (action) {
    case 'tickets.assign':
      return { groupId: ticket.groupId ?? me.groups[0]?.id };
    case 'tickets.edit': {
      const { title, description, reach, work } = ticket as TicketView;
      return { title, description, reach, work };
    }
    case 'tickets.classify': {
      const { categoryId, reach, work } = ticket as TicketView;
      return { categoryId, reach, work };
    }
    case 'tickets.putOnHold':
      return { reason: 'requester', followUpAt: workingMorning(new Date().toISOString(), zone, HOLD_DAYS) };
    case 'tickets.resolve':
      return { categoryId: ticket.categoryId, ...(ticket.kind === 'request' && { code: 'delivered' }) };
    case 'tickets.cancel':
      return { reason: 'withdrawn' };
    case 'tickets.overridePriority':
      return { priority: ticket.priority };
    case 'tickets.convert':
      return { kind: ticket.kind === 'incident' ? 'request' : 'incident' };
    case 'tickets.link':
      return { relation: 'relatedTo' };
    default:
      return {};
  }
}

/** Which task it is stands beside the button. */
const TASK_ACTIONS = new Set(['tickets.startTask', 'tickets.closeTask', 'tickets.assignTask']);

/** What the schema cannot know: only members of the chosen group can be assigned, a reason is needed when the group changes. */
function formHints(action: string, ticket: AnyTicket, values: Values, { config, me }: Session): Readonly<Record<string, FieldHints>> {
  if (action === 'tickets.assign') {
    const members = config.groups.find((group) => group.id === values.groupId)?.members ?? [];
    const isMine = (id: string): boolean => id === me.id;
    const people = [...members].sort((left, right) => Number(isMine(right.id)) - Number(isMine(left.id)));
    const isGroupChange = ticket.groupId !== undefined && values.groupId !== ticket.groupId;
    return {
      assigneeId: { people, isRequired: !isGroupChange },
      reason: { isHidden: !isGroupChange, isRequired: isGroupChange && ticket.state !== 'new' },
      tried: { isHidden: !isGroupChange },
      staysInformed: { isHidden: !isGroupChange },
    };
  }
  if (action === 'tickets.resolve') return { categoryId: { isRequired: !ticket.category } };
  if (action === 'tickets.cancel' && !me.isAgent) return { reason: { isFixed: true } };
  if (TASK_ACTIONS.has(action)) return { taskId: { isFixed: true } };
  if (action === 'tickets.callWebhook') return { webhookId: { accepts: ({ isEnabled }) => isEnabled === true } };
  if (action === 'tickets.rate') return { stars: { asStars: true } };
  return {};
}

/** Choosing another group drops a person who does not work there. */
function afterChange(action: string, before: Values, after: Values): Values {
  return action === 'tickets.assign' && before.groupId !== after.groupId ? { ...after, assigneeId: undefined } : after;
}

/** Some forms start from more than a list row holds. */
const NEEDS_RECORD = new Set(['tickets.edit', 'tickets.classify']);

export const ticketForms: PracticeForms = {
  schemas: TICKET_SCHEMAS,
  needsRecord: NEEDS_RECORD,
  initialValues: (action, ticket, session) => initialValues(action, ticket as AnyTicket, session),
  hints: (action, ticket, values, session) => formHints(action, ticket as AnyTicket, values, session),
  afterChange,
};
