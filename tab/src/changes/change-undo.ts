import type { UndoOf } from '../actions/undo';

/** What takes an action on a change back. An edit is not among them: it may have voided votes, which do not come back. */
export const changeUndo: UndoOf = (action, _before, _after, input) => {
  switch (action) {
    case 'changes.hold':
      return { action: 'changes.resume', input: {} };
    case 'changes.approve':
      return { action: 'changes.withdrawVote', input: { step: input.step } };
    case 'changes.link':
    case 'changes.unlink':
      return { action: action === 'changes.link' ? 'changes.unlink' : 'changes.link', input: { relation: input.relation, otherId: input.otherId } };
    default:
      return undefined;
  }
};
