import type { ChangeRow } from '../../../../shared/changes/change-views';

type State = ChangeRow['state'];

/** Columns of the board, from left to right. */
export const BOARD_STATES = ['new', 'assess', 'authorize', 'scheduled', 'implement', 'review'] as const satisfies readonly State[];
export type BoardState = (typeof BOARD_STATES)[number];

/**
 * Where the actions that move a change may lead: in which column letting go of it may mean what. Whether it is allowed, and
 * where it really leads, is for the server. A test compares this with the lifecycle.
 */
export const LEADS: Readonly<Record<string, readonly State[]>> = {
  // Type and policies decide.
  'changes.submit': ['assess', 'authorize', 'scheduled'],
  'changes.approve': ['authorize'],
  'changes.reject': ['new'],
  'changes.returnForInfo': ['new'],
  'changes.revert': ['new'],
  'changes.schedule': ['scheduled'],
  'changes.start': ['implement'],
  'changes.finish': ['review'],
  'changes.completeReview': ['closed'],
  'changes.close': ['closed'],
  'changes.cancel': ['cancelled'],
};

/** What the server lets the reader do that moves this change on; nothing is decided here. */
export const movesOf = ({ can }: Pick<ChangeRow, 'can'>): readonly string[] => can.filter((action) => Object.hasOwn(LEADS, action));

/** Those of them that may lead to this column. */
export const movesTo = (change: Pick<ChangeRow, 'can' | 'state'>, state: State): readonly string[] =>
  state === change.state ? [] : movesOf(change).filter((action) => LEADS[action]?.includes(state));
