import { choice, group, isAgent, hasRole, multiChoice, type Actor, type ListDefinition } from '../kernel';
import { HANDOVER_STATES } from './handover-schema';
import { isHandoverEnded } from './handover-lifecycle';
import type { HandoverSummary } from './handover-views';

const OPEN = HANDOVER_STATES.filter((state) => !isHandoverEnded(state));

function inScope({ fromIds, toIds }: HandoverSummary, scope: unknown, actor: Actor): boolean {
  if (scope === 'giving') return fromIds.includes(actor.id);
  return scope !== 'receiving' || toIds.includes(actor.id);
}

/** What is being handed over, and what nobody has accepted; the oldest first. */
export const openHandovers: ListDefinition<HandoverSummary> = {
  name: 'handovers.open',
  source: 'desk',
  filters: {
    state: multiChoice({ label: 'filter.state', options: OPEN.map((value) => ({ value, label: `state.${value}` })) }),
    groupId: group({ label: 'field.handover.group' }),
    scope: choice(['giving', 'receiving'], 'handoverScope', { label: 'filter.scope' }),
  },
  sorts: { endsAt: ({ endsAt }) => endsAt, id: ({ id }) => id },
  includes: (handover, filter, actor) =>
    (!Array.isArray(filter.state) || filter.state.includes(handover.state)) && (filter.groupId === undefined || filter.groupId === handover.groupId) && inScope(handover, filter.scope, actor),
};

/** What was handed over, the latest first. */
export const endedHandovers: ListDefinition<HandoverSummary> = {
  name: 'handovers.ended',
  source: 'stored',
  filters: {},
  // Which of them are of a group of theirs is looked at for each.
  storedAs: (_filter, actor) => (isAgent(actor) || hasRole(actor, 'manager', 'administrator', 'auditor') ? 'handovers.ended' : undefined),
};
