import { substitutesAt } from '../../../shared/approvals';
import type { CardContext } from '../types';

/** Those whose vote is awaited, and whoever stands in for one of them now. */
export function awaitedWithSubstitutes(awaitedIds: readonly string[], { directory, now }: Pick<CardContext, 'directory' | 'now'>): readonly string[] {
  const substitutes = substitutesAt(directory.delegations(), now);
  return [...new Set([...awaitedIds, ...awaitedIds.flatMap((id) => [...(substitutes.get(id) ?? [])])])];
}
