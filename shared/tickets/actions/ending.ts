import { hasRole, refuse } from '../../kernel';
import { DEFAULT_AUTO_CLOSE_DAYS } from '../../catalog';
import { needsConsent, progressOf } from '../fulfillment/plan-progress';
import type { TicketEvent } from '../ticket-events';
import { cancelSchema, emptySchema, reopenSchema, resolveSchema } from '../ticket-schema';
import { standsAs } from '../ticket-permissions';
import { subjectOf } from '../ticket-events';
import { nextState, onTicket } from './define';

export const DAY_MS = 86_400_000;

export const resolve = onTicket('resolve', resolveSchema, 'check', (ticket, input, { config }) => {
  const progress = progressOf(ticket);
  // A consent that a later stage needs is not gone round by closing everything.
  if (progress && input.code === 'delivered' && needsConsent(progress, ticket.stageId, config)) return refuse('tickets.consentAhead');
  const categoryId = input.categoryId ?? ticket.categoryId;
  if (!categoryId && !ticket.categoryName) return refuse('tickets.categoryRequired', undefined, [{ field: 'categoryId', code: 'required' }]);
  if (input.categoryId && !config.category(input.categoryId)) {
    return refuse('kernel.invalidInput', undefined, [{ field: 'categoryId', code: 'notFound' }]);
  }
  return {
    events: [{
      type: 'TicketResolved', code: input.code, notes: input.notes, state: nextState(ticket, 'resolve'),
      ...(input.categoryId && { categoryId: input.categoryId }),
    }],
  };
});

/** Accepted by the requester, closed by a lead, or by itself some days after the resolution (domain.md 3.1). */
export const close = onTicket('close', emptySchema, 'check', (ticket, _input, { actor }) => {
  const isRequester = standsAs('requester', actor, subjectOf(ticket));
  const because = hasRole(actor, 'system') && !actor.rule ? 'auto' : isRequester ? 'accepted' : 'lead';
  return { events: [{ type: 'TicketClosed', because }] };
});

export const reopen = onTicket('reopen', reopenSchema, 'check', (ticket, { reason }, { now, config }) => {
  const days = config.settings().autoCloseDays ?? DEFAULT_AUTO_CLOSE_DAYS;
  const resolvedAt = Date.parse(ticket.resolution?.at ?? now);
  if (Date.parse(now) > resolvedAt + days * DAY_MS) return refuse('tickets.reopenTooLate');
  return { events: [{ type: 'TicketReopened', reason, state: nextState(ticket, 'reopen') }] };
});

/** Withdrawn by the requester, or ended by an agent with a reason; a duplicate points at its original. */
export const cancel = onTicket('cancel', cancelSchema, 'check', (ticket, input, { others }) => {
  const { reason, note, duplicateOfId } = input;
  if (duplicateOfId === ticket.id) return refuse('tickets.duplicateOfItself');
  if (duplicateOfId && !others.has(duplicateOfId)) {
    return refuse('kernel.invalidInput', undefined, [{ field: 'duplicateOfId', code: 'notFound' }]);
  }
  const events: TicketEvent[] = [{ type: 'TicketCancelled', reason, ...(note && { note }), ...(duplicateOfId && { duplicateOfId }) }];
  const links = duplicateOfId ? [{ kind: 'add' as const, relation: 'duplicateOf' as const, otherId: duplicateOfId }] : [];
  return { events, links };
});

