import { actsFor } from '../../../shared/approvals';
import type { CardContext } from '../types';

/** Those whose vote is awaited, and whoever stands in for one of them now. */
export function awaitedWithSubstitutes(awaitedIds: readonly string[], { directory, now }: Pick<CardContext, 'directory' | 'now'>): readonly string[] {
  const delegations = [...directory.delegations()];
  const substitutes = new Set(delegations.map(({ toId }) => toId));
  const standIns = [...substitutes].filter((personId) => actsFor(delegations, personId, now).some((id) => awaitedIds.includes(id)));
  return [...new Set([...awaitedIds, ...standIns])];
}
