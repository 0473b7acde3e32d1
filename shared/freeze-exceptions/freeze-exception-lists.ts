import { choice, entry, isAwaited, multiChoice, record, type Actor, type ListDefinition } from '../kernel';
import { readsExceptions } from './freeze-exception-permissions';
import type { ExceptionSummary } from './freeze-exception-views';

const OPEN = ['requested', 'returned', 'approved'] as const;

function inScope(exception: ExceptionSummary, scope: unknown, actor: Actor): boolean {
  if (scope === 'mine') return exception.requesterId === actor.id;
  return scope !== 'awaiting' || isAwaited(actor, exception.awaitedApproverIds, exception.excludedApproverIds);
}

/** Exceptions that are asked for or hold. */
export const openExceptions: ListDefinition<ExceptionSummary> = {
  name: 'freezeExceptions',
  source: 'desk',
  filters: {
    state: multiChoice({ label: 'filter.state', options: OPEN.map((value) => ({ value, label: `state.${value}` })) }),
    scope: choice(['mine', 'awaiting'], 'exceptionScope', { label: 'filter.scope' }),
    changeId: record({ label: 'field.freezeException.change' }),
    freezeId: entry({ label: 'field.freezeException.freeze', of: 'freezes' }),
  },
  sorts: {
    from: ({ from }) => from,
    decideUntil: (exception) => exception.decideUntil,
    state: ({ state }) => state,
    updatedAt: ({ updatedAt }) => updatedAt,
    id: ({ id }) => id,
  },
  includes: (exception, filter, actor) =>
    (!Array.isArray(filter.state) || filter.state.includes(exception.state)) &&
    inScope(exception, filter.scope, actor) &&
    (filter.changeId === undefined || filter.changeId === exception.changeId) &&
    (filter.freezeId === undefined || filter.freezeId === exception.freezeId),
};

/** Refused, expired and withdrawn ones, newest first. */
export const endedExceptions: ListDefinition<ExceptionSummary> = {
  name: 'freezeExceptions.ended',
  source: 'stored',
  filters: {},
  storedAs: (_filter, actor) => (readsExceptions(actor) ? 'freezeExceptions.ended' : undefined),
};
