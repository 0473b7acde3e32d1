import type { ChangeView } from '../../../../shared/changes/change-views';

/** Whose votes stand: they may be void after a move. */
export function votersOf(record: Pick<ChangeView, 'steps'> | undefined): readonly string[] {
  return [...new Set((record?.steps ?? []).flatMap(({ votes }) => votes.map(({ name }) => name)))];
}
