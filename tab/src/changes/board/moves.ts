import { CHANGE_LIFECYCLE, type ChangeState } from '../../../../shared/changes/change-lifecycle';
import type { ChangeRow } from '../../../../shared/changes/change-views';

/** Columns of the board, from left to right. */
export const BOARD_STATES = ['new', 'assess', 'authorize', 'scheduled', 'implement', 'review'] as const satisfies readonly ChangeState[];
export type BoardState = (typeof BOARD_STATES)[number];

/** Where submitting leads depends on type and policies, which the server knows: any of these may be meant. */
const SUBMITTED: readonly ChangeState[] = ['assess', 'authorize', 'scheduled'];

/** Actions that lead from one state to another, with where they may lead. */
const LEADS: ReadonlyMap<string, readonly ChangeState[]> = new Map(
  CHANGE_LIFECYCLE.transitions.flatMap(({ action, to }) => (to === undefined ? [] : [[`changes.${action}`, action === 'submit' ? SUBMITTED : [to]] as const])),
);

/** What the server lets the reader do that moves this change on; nothing is decided here. */
export const movesOf = ({ can }: Pick<ChangeRow, 'can'>): readonly string[] => can.filter((action) => LEADS.has(action));

/** Those of them that may lead to this column. */
export const movesTo = (change: Pick<ChangeRow, 'can' | 'state'>, state: ChangeState): readonly string[] =>
  state === change.state ? [] : movesOf(change).filter((action) => LEADS.get(action)?.includes(state));
