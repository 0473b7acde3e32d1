// If this fails, approvals are decided by the wrong people or by too few of them.
import { approvalState, awaitedApprovers, castVote, isRefused, type Approval, type Quorum, type Vote } from '../../../shared/kernel';

const approval = (quorum: Quorum, approverIds = ['A', 'B', 'C'], excludedIds: string[] = []): Approval => ({
  steps: [{ approverIds, quorum, votes: [] }],
  excludedIds,
});
const vote = (approverId: string, decision: Vote['decision'] = 'approved'): Vote => ({ approverId, decision, at: '2026-11-20T12:00:00.000Z', comment: 'because' });
const cast = (start: Approval, ...votes: Vote[]): Approval =>
  votes.reduce((state, next) => {
    const after = castVote(state, next);
    if (isRefused(after)) throw new Error(after.refused.code);
    return after;
  }, start);

describe('quorum', () => {
  it.each<[Quorum, Vote[], string]>([
    [{ mode: 'any' }, [vote('A')], 'approved'],
    [{ mode: 'any' }, [vote('A', 'rejected')], 'requested'],
    [{ mode: 'any' }, [vote('A', 'rejected'), vote('B', 'rejected'), vote('C', 'rejected')], 'rejected'],
    [{ mode: 'all' }, [vote('A'), vote('B')], 'requested'],
    [{ mode: 'all' }, [vote('A'), vote('B'), vote('C')], 'approved'],
    [{ mode: 'all' }, [vote('A'), vote('B', 'rejected')], 'rejected'],
    [{ mode: 'majority' }, [vote('A'), vote('B')], 'approved'],
    [{ mode: 'nOf', count: 2 }, [vote('A', 'rejected'), vote('B'), vote('C')], 'approved'],
    [{ mode: 'nOf', count: 2 }, [vote('A', 'rejected'), vote('B', 'rejected')], 'rejected'],
    [{ mode: 'all' }, [vote('A', 'returned')], 'returned'],
  ])('%j with %j is %s', (quorum, votes, state) => expect(approvalState(cast(approval(quorum), ...votes))).toBe(state));

  it('asks steps one after the other', () => {
    const twoSteps: Approval = { steps: [{ approverIds: ['A'], quorum: { mode: 'any' }, votes: [] }, { approverIds: ['B'], quorum: { mode: 'any' }, votes: [] }], excludedIds: [] };
    expect(awaitedApprovers(twoSteps)).toEqual(['A']);
    expect(awaitedApprovers(cast(twoSteps, vote('A')))).toEqual(['B']);
    expect(approvalState(cast(twoSteps, vote('A'), vote('B')))).toBe('approved');
  });
});

describe('who may vote', () => {
  it('refuses strangers, second votes, excluded people and late votes', () => {
    const start = approval({ mode: 'all' }, ['A', 'B'], ['B']);
    expect(castVote(start, vote('Z'))).toEqual({ refused: { code: 'approvals.notAwaited' } });
    expect(castVote(start, vote('B'))).toEqual({ refused: { code: 'approvals.notAwaited' } });
    expect(castVote(cast(start, vote('A')), vote('A'))).toEqual({ refused: { code: 'approvals.notAwaited' } });
    expect(castVote(cast(approval({ mode: 'any' }), vote('A')), vote('B'))).toEqual({ refused: { code: 'approvals.notAwaited' } });
  });

  it('wants a reason for everything but yes', () => {
    const { comment: _comment, ...silent } = vote('A', 'rejected');
    expect(castVote(approval({ mode: 'any' }), silent)).toEqual({ refused: { code: 'approvals.reasonRequired' } });
  });
});
