import { workingMorning } from '../../lib/zone';
import type { Session } from '../../lib/session';
import type { FieldHints, Values } from '../../parts/schema-form/types';
import type { TicketRow, TicketView } from '../../../../shared/tickets/ticket-views';

export type AnyTicket = TicketRow | TicketView;

const HOLD_DAYS = 3;

/** What a form starts with: the ticket as it is, and what is meant most often. */
export function initialValues(action: string, ticket: AnyTicket, { zone, me }: Session): Values {
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

/** What the schema cannot know: only members of the chosen group can be assigned, a reason is needed when the group changes. */
export function formHints(action: string, ticket: AnyTicket, values: Values, { config, me }: Session): Readonly<Record<string, FieldHints>> {
  if (action === 'tickets.assign') {
    const members = config.groups.find((group) => group.id === values.groupId)?.members ?? [];
    const isMine = (id: string): boolean => id === me.id;
    const people = [...members].sort((left, right) => Number(isMine(right.id)) - Number(isMine(left.id)));
    const isGroupChange = ticket.groupId !== undefined && values.groupId !== ticket.groupId;
    return {
      assigneeId: { people, isRequired: !isGroupChange },
      reason: { isHidden: !isGroupChange, isRequired: isGroupChange && ticket.state !== 'new' },
    };
  }
  if (action === 'tickets.resolve') return { categoryId: { isRequired: !ticket.category } };
  if (action === 'tickets.cancel' && !me.isAgent) return { reason: { isFixed: true } };
  if (action === 'tickets.rate') return { stars: { asStars: true } };
  return {};
}

/** Choosing another group drops a person who does not work there. */
export function afterChange(action: string, before: Values, after: Values): Values {
  return action === 'tickets.assign' && before.groupId !== after.groupId ? { ...after, assigneeId: undefined } : after;
}

const isEmpty = (value: unknown): boolean => value === undefined || value === null || value === '' || (Array.isArray(value) && value.length === 0);

/** What is sent: nothing empty. */
export function filled(values: Values): Record<string, unknown> {
  return Object.fromEntries(Object.entries(values).filter(([, value]) => !isEmpty(value)));
}
