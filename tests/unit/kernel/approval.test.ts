// If this fails, approvals are decided by the wrong people, by too few of them, or about something they have not seen.
import {
  approvalState, awaitedApprovers, carryOver, castVote, closeVote, excludeAlso, isRefused, mayVote, nudged, nudgesAhead, openStages, voidByContent, withdrawVote,
  type Approval, type ApprovalStep, type Decision, type Quorum,
} from '../../../shared/kernel';

const NOW = '2026-11-20T12:00:00.000Z';
const voter = (id: string, actsFor: readonly string[] = []) => ({ id, name: id, actsFor });
const step = (quorum: Quorum, ids = ['A', 'B', 'C'], more: Partial<ApprovalStep> = {}): ApprovalStep => ({
  id: 'one', stage: 1, quorum, votes: [], seats: ids.map((personId) => ({ personId, token: `token-${personId}` })), ...more,
});
const approval = (quorum: Quorum, ids?: string[], excludedIds: string[] = []): Approval => openStages({ steps: [step(quorum, ids)], excludedIds }, NOW);
let tokens = 0;
const newToken = (): string => `new-${(tokens += 1)}`;

function press(state: Approval, id: string, decision: Decision = 'approved', more: { actsFor?: string[]; step?: string; token?: string; comment?: string } = {}) {
  const stepId = more.step ?? 'one';
  const owner = more.actsFor?.[0] ?? id;
  const token = more.token ?? state.steps.find((entry) => entry.id === stepId)?.seats.find(({ personId }) => personId === owner)?.token ?? 'none';
  return castVote(state, { step: stepId, token, decision, comment: 'comment' in more ? more.comment : 'because' }, voter(id, more.actsFor), NOW, { plan: 1, window: 2 });
}
const cast = (start: Approval, ...votes: (readonly [string, Decision?])[]): Approval =>
  votes.reduce((state, [id, decision]) => {
    const after = press(state, id, decision);
    if (isRefused(after)) throw new Error(after.refused.code);
    return after.approval;
  }, start);
const codeOf = (result: ReturnType<typeof press>): string | undefined => (isRefused(result) ? result.refused.code : undefined);

describe('quorum', () => {
  it.each<[Quorum, (readonly [string, Decision?])[], string]>([
    [{ mode: 'any' }, [['A']], 'approved'],
    [{ mode: 'any' }, [['A', 'rejected']], 'requested'],
    [{ mode: 'any' }, [['A', 'rejected'], ['B', 'rejected'], ['C', 'rejected']], 'rejected'],
    [{ mode: 'all' }, [['A'], ['B']], 'requested'],
    [{ mode: 'all' }, [['A'], ['B'], ['C']], 'approved'],
    [{ mode: 'all' }, [['A'], ['B', 'rejected']], 'rejected'],
    [{ mode: 'majority' }, [['A'], ['B']], 'approved'],
    [{ mode: 'majority', atLeast: 3 }, [['A'], ['B']], 'requested'],
    [{ mode: 'majority', atLeast: 3 }, [['A'], ['B'], ['C', 'rejected']], 'approved'],
    [{ mode: 'nOf', count: 2 }, [['A', 'rejected'], ['B'], ['C']], 'approved'],
    [{ mode: 'nOf', count: 2 }, [['A', 'rejected'], ['B', 'rejected']], 'rejected'],
    [{ mode: 'nOf', count: 4 }, [['A']], 'rejected'],
    [{ mode: 'percentage', percent: 60 }, [['A']], 'requested'],
    [{ mode: 'percentage', percent: 60 }, [['A'], ['B']], 'approved'],
    [{ mode: 'all' }, [['A', 'returned']], 'returned'],
  ])('%j with %j is %s', (quorum, votes, state) => {
    const start = approval(quorum);
    const after = quorum.count === 4 ? start : cast(start, ...votes);
    expect(approvalState(after)).toBe(state);
  });

  it('a required member decides: their refusal ends it, and without them it does not pass', () => {
    const seats = [{ personId: 'A', token: 'token-A', isRequired: true as const }, { personId: 'B', token: 'token-B' }, { personId: 'C', token: 'token-C' }];
    const start = openStages({ steps: [{ ...step({ mode: 'nOf', count: 2 }), seats }], excludedIds: [] }, NOW);
    expect(approvalState(cast(start, ['B'], ['C']))).toBe('requested');
    expect(approvalState(cast(start, ['B'], ['C'], ['A']))).toBe('approved');
    expect(approvalState(cast(start, ['A', 'rejected']))).toBe('rejected');
  });

  it('nobody left to decide is no consent', () => {
    expect(approvalState(approval({ mode: 'all' }, []))).not.toBe('approved');
    expect(approvalState(approval({ mode: 'any' }, ['A'], ['A']))).not.toBe('approved');
  });

  it('asks the steps of one stage side by side, and the next stage after them', () => {
    const start = openStages({ steps: [step({ mode: 'any' }, ['A'], { id: 'a' }), step({ mode: 'any' }, ['B'], { id: 'b' }), step({ mode: 'any' }, ['C'], { id: 'c', stage: 2 })], excludedIds: [] }, NOW);
    expect(awaitedApprovers(start)).toEqual(['A', 'B']);
    expect(codeOf(press(start, 'C', 'approved', { step: 'c' }))).toBe('approvals.stepOver');
    const first = press(start, 'A', 'approved', { step: 'a' }) as { approval: Approval };
    const second = press(first.approval, 'B', 'approved', { step: 'b' }) as { approval: Approval };
    expect(awaitedApprovers(second.approval)).toEqual(['C']);
    expect(second.approval.steps.find(({ id }) => id === 'c')?.requestedAt).toBe(NOW);
  });

  it('in a meeting only those who were there count', () => {
    const start = cast(approval({ mode: 'majority', atLeast: 2 }, ['A', 'B', 'C', 'D', 'E']), ['A'], ['B']);
    expect(approvalState(start)).toBe('requested');
    expect(approvalState(closeVote(start, 'one', ['A', 'B'], NOW) as Approval)).toBe('approved');
    expect(approvalState(closeVote(start, 'one', ['A', 'B', 'C', 'D'], NOW) as Approval)).toBe('rejected');
    expect(approvalState(closeVote(cast(approval({ mode: 'majority', atLeast: 2 }), ['A']), 'one', ['A'], NOW) as Approval)).toBe('rejected');
  });
});

describe('who may vote', () => {
  it('refuses strangers, excluded people, second votes, late votes and tokens of somebody else', () => {
    const start = approval({ mode: 'all' }, ['A', 'B'], ['B']);
    expect(codeOf(press(start, 'Z'))).toBe('approvals.notAwaited');
    expect(codeOf(press(start, 'B'))).toBe('approvals.ownRequest');
    expect(codeOf(press(start, 'A', 'approved', { token: 'token-B' }))).toBe('approvals.outdated');
    const twoSeats = cast(approval({ mode: 'all' }, ['A', 'C']), ['A']);
    expect(codeOf(press(twoSeats, 'A'))).toBe('approvals.alreadyVoted');
    expect(codeOf(press(cast(approval({ mode: 'any' }), ['A']), 'B'))).toBe('approvals.stepOver');
  });

  it('lets a substitute vote once, for one seat, and never one who is excluded', () => {
    const start = approval({ mode: 'all' }, ['A', 'B', 'C'], ['X']);
    expect(mayVote(start, voter('S', ['A', 'B']))).toBe(true);
    const after = press(start, 'S', 'approved', { actsFor: ['A', 'B'] }) as { approval: Approval };
    expect(after.approval.steps[0]?.votes).toMatchObject([{ seatId: 'A', byId: 'S' }]);
    expect(codeOf(press(after.approval, 'S', 'approved', { actsFor: ['B'] }))).toBe('approvals.alreadyVoted');
    expect(codeOf(press(start, 'X', 'approved', { actsFor: ['A'] }))).toBe('approvals.ownRequest');
    expect(mayVote(approval({ mode: 'any' }, ['A'], ['A']), voter('S', ['A']))).toBe(false);
  });

  it('wants a reason for everything but yes', () => {
    expect(codeOf(press(approval({ mode: 'any' }), 'A', 'rejected', { comment: ' ' }))).toBe('approvals.reasonRequired');
    expect(codeOf(press(approval({ mode: 'any' }), 'A', 'approved', { comment: '' }))).toBeUndefined();
  });

  it('a vote that was taken back can be cast again, with another token only', () => {
    const voted = cast(approval({ mode: 'all' }), ['A']);
    const back = withdrawVote(voted, 'one', voter('A'), NOW, newToken) as { approval: Approval };
    expect(awaitedApprovers(back.approval)).toContain('A');
    expect(codeOf(press(back.approval, 'A', 'approved', { token: 'token-A' }))).toBe('approvals.outdated');
    expect(codeOf(press(back.approval, 'A'))).toBeUndefined();
  });
});

describe('what was decided about', () => {
  const bound: Approval = openStages({ steps: [step({ mode: 'all' }, ['A', 'B'], { id: 'one', binds: ['plan'] }), step({ mode: 'all' }, ['C'], { id: 'two', binds: ['window'] })], excludedIds: [] }, NOW);

  it('voids exactly the votes about the part that changed, and the tokens on cards that show it', () => {
    const voted = cast(bound, ['A']);
    const { approval: after, voided } = voidByContent(voted, ['plan'], newToken);
    expect(voided).toMatchObject([{ stepId: 'one', votes: [{ byId: 'A' }] }]);
    expect(after.steps.find(({ id }) => id === 'two')).toEqual(voted.steps.find(({ id }) => id === 'two'));
    expect(codeOf(press(after, 'B', 'approved', { token: 'token-B' }))).toBe('approvals.outdated');
    expect(codeOf(press(after, 'C', 'approved', { step: 'two', token: 'token-C' }))).toBeUndefined();
    expect(voidByContent(voted, ['title'], newToken).voided).toEqual([]);
    const everything = cast(approval({ mode: 'all' }), ['A']);
    expect(voidByContent(everything, [], newToken)).toEqual({ approval: everything, voided: [] });
    expect(voidByContent(everything, ['anything'], newToken).voided).toHaveLength(1);
  });

  it('notes with each vote which versions it was about', () => {
    expect(cast(bound, ['A']).steps[0]?.votes[0]?.on).toEqual({ plan: 1 });
  });

  it('voids the votes of somebody who now does the work', () => {
    const { approval: after, voided } = excludeAlso(cast(bound, ['A']), ['A'], newToken);
    expect(voided).toMatchObject([{ stepId: 'one' }]);
    expect(awaitedApprovers(after)).toEqual(['B', 'C']);
  });

  it('keeps the votes of steps that are still asked for, of people who still have a seat', () => {
    const wanted: Approval = { excludedIds: [], steps: [step({ mode: 'any' }, ['A', 'D'], { id: 'one' }), step({ mode: 'any' }, ['E'], { id: 'three' })] };
    const { approval: after, voided } = carryOver(cast(bound, ['A'], ['B']), wanted);
    expect(after.steps.map(({ id, votes }) => [id, votes.map(({ byId }) => byId)])).toEqual([['one', ['A']], ['three', []]]);
    expect(voided).toMatchObject([{ stepId: 'one', votes: [{ byId: 'B' }] }]);
  });
});

describe('time', () => {
  const timed: Approval = openStages({ steps: [step({ mode: 'any' }, ['A', 'B'], { remindAfterHours: 4, escalateAfterHours: 8, expireAfterHours: 24 })], excludedIds: ['X'] }, NOW);
  const manager = (id: string): string | undefined => ({ A: 'M', B: 'X' })[id];

  it('reminds, then lets the manager decide too, then expires', () => {
    expect(nudgesAhead(timed).map(({ nudge, at }) => [nudge, at])).toEqual([
      ['remind', '2026-11-20T16:00:00.000Z'], ['escalate', '2026-11-20T20:00:00.000Z'], ['expire', '2026-11-21T12:00:00.000Z'],
    ]);
    const reminded = nudged(timed, nudgesAhead(timed)[0]!, NOW, manager);
    const escalated = nudged(reminded, nudgesAhead(reminded)[0]!, NOW, manager);
    // B's manager is excluded and gets nothing.
    expect(awaitedApprovers(escalated)).toEqual(['A', 'M', 'B']);
    expect(codeOf(press(escalated, 'M', 'approved', { token: 'token-A' }))).toBeUndefined();
    const expired = nudged(escalated, nudgesAhead(escalated)[0]!, NOW, manager);
    expect(approvalState(expired)).toBe('expired');
    expect(codeOf(press(expired, 'A'))).toBe('approvals.stepOver');
    expect(nudgesAhead(expired)).toEqual([]);
  });
});

describe('a meeting', () => {
  const required = (ids: readonly string[]): Approval =>
    openStages({ steps: [step({ mode: 'majority' }, ['A', 'B', 'C'], { seats: ['A', 'B', 'C'].map((personId) => ({ personId, token: `token-${personId}`, ...(ids.includes(personId) && { isRequired: true as const }) })) })], excludedIds: [] }, NOW);

  it('does not decide without those who have to agree: it waits for them', () => {
    const voted = cast(required(['C']), ['A'], ['B']);
    const closed = closeVote(voted, 'one', ['A', 'B'], NOW) as Approval;
    expect(approvalState(closed)).toBe('requested');
    expect(awaitedApprovers(closed)).toEqual(['C']);
    expect(approvalState(cast(closed, ['C']))).toBe('approved');
    expect(approvalState(cast(closed, ['C', 'rejected']))).toBe('rejected');
  });

  it('counts their refusal although they were not there', () => {
    const voted = cast(required(['C']), ['A']);
    const refused = press(voted, 'C', 'rejected') as { approval: Approval };
    expect(approvalState(refused.approval)).toBe('rejected');
  });
});

it('who may vote from two seats votes from that of the card', () => {
  const state = approval({ mode: 'all' });
  const pressed = press(state, 'Z', 'approved', { actsFor: ['A', 'B'], token: 'token-B' }) as { vote: { seatId: string } };
  expect(pressed.vote.seatId).toBe('B');
});
