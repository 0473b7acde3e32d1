// If this fails, people decide who must not, for somebody who must not, or without those whom the policies ask for by now.
import type { Change } from '../../../shared/changes';
import { actorNamed, givenDesk, votesOf, type Desk } from './given-changes';
import { answers } from './model-moves';
import { ID, NETWORK, TIMES, WINDOWS, type Who } from './model-world';

const desk = givenDesk();
const seat = (change: Change, step: string, who: Who) => change.approval?.steps.find(({ id }) => id === step)?.seats.find(({ personId }) => personId === ID[who]);
const press = (change: Change, step: string, who: Who) => ({ step, token: seat(change, step, who)?.token ?? 'none' });

describe('who decides', () => {
  const open = desk.submitted();

  it('the people of the item, not the one who does it nor the one who proposed it', () => {
    expect(open.approval?.steps.map(({ id, seats }) => [id, seats.map(({ personId }) => personId)])).toEqual([
      ['peer', [ID.second, ID.peer]], ['changeManager', [ID.manager1, ID.manager2]],
    ]);
    expect(open.approval?.excludedIds).toEqual([ID.requester, ID.implementer]);
  });

  it.each<[Who, Who, string]>([
    ['peer', 'peer', 'done'], ['forPeer', 'peer', 'done'], ['second', 'second', 'done'],
    // Substitutes of the peer, but they proposed it or do it.
    ['requester', 'peer', 'kernel.notAllowed'], ['implementer', 'peer', 'kernel.notAllowed'],
    // Their turn comes later, or never.
    ['manager1', 'peer', 'kernel.notAllowed'], ['forOwner', 'peer', 'kernel.notFound'], ['outsider', 'peer', 'kernel.notFound'],
    // The token of somebody else.
    ['second', 'peer', 'approvals.outdated'], ['peer', 'second', 'approvals.outdated'],
  ])('%s with the card of %s: %s', (by, owner, expected) => {
    expect(desk.refusal(open, 'approve', by, press(open, 'peer', owner))).toBe(expected);
  });

  it('nobody with a card of before, one that was used, one of another step, or one that never was', () => {
    const card = press(open, 'peer', 'peer');
    const edited = desk.after(open, 'edit', 'requester', { implementationPlan: 'Another one.' });
    expect(desk.refusal(edited, 'approve', 'peer', card)).toBe('approvals.outdated');
    const voted = desk.vote(open, 'peer', 'peer');
    expect(desk.refusal(voted, 'approve', 'manager1', card)).toBe('approvals.stepOver');
    const back = desk.after(voted, 'withdrawVote', 'peer', { step: 'peer' });
    expect(desk.refusal(back, 'approve', 'peer', card)).toBe('approvals.outdated');
    expect(desk.refusal(open, 'approve', 'peer', { step: 'changeManager', token: card.token })).toBe('approvals.stepOver');
    expect(desk.refusal(open, 'approve', 'peer', { step: 'nobody', token: card.token })).toBe('approvals.stepOver');
  });

  it.each(['reject', 'returnForInfo'])('%s says why', (verb) => {
    const card = press(open, 'peer', 'peer');
    expect(desk.refusal(open, verb, 'peer', card)).toBe('kernel.invalidInput comment required');
    expect(desk.refusal(open, verb, 'peer', { ...card, comment: '  ' })).toBe('kernel.invalidInput comment required');
  });

  it('one question sends it back; one refusal of several leaves it to the others', () => {
    expect(desk.vote(open, 'peer', 'peer', 'returnForInfo').state).toBe('new');
    const once = desk.vote(open, 'peer', 'peer', 'reject');
    expect(once.state).toBe('assess');
    expect(desk.vote(once, 'second', 'peer', 'reject').state).toBe('new');
    expect(desk.vote(once, 'second', 'peer').state).toBe('authorize');
  });
});

describe('whoever wrote what is decided about', () => {
  const open = desk.submitted();
  const waiting = desk.vote(open, 'peer', 'peer');

  it('does not decide about it, nor does their substitute for them', () => {
    const moved = desk.after(waiting, 'reschedule', 'manager1', WINDOWS[1]);
    expect(moved.approval?.excludedIds).toEqual([ID.requester, ID.implementer, ID.manager1]);
    expect(desk.refusal(moved, 'approve', 'manager1', press(moved, 'changeManager', 'manager2'))).toBe('kernel.notAllowed');
    expect(seat(moved, 'changeManager', 'manager1')).toBeUndefined();
    expect(desk.vote(moved, 'manager2', 'changeManager').state).toBe('scheduled');
  });

  it('also before it is submitted, and once they have voted', () => {
    const written = desk.after(desk.propose(), 'edit', 'manager1', { implementationPlan: 'Another one.' });
    expect(desk.after(written, 'submit', 'requester').approval?.steps[1]?.seats.map(({ personId }) => personId)).toEqual([ID.manager2]);
    const busy = givenDesk({ hasRival: true });
    expect(busy.refusal(busy.after(busy.propose(), 'edit', 'manager1', { impact: 'Some.' }), 'acceptCollisions', 'manager1', { reason: 'Fine.' })).toBe('kernel.notAllowed');
    // The peer's step does not bind the window, and yet it is theirs now.
    expect(votesOf(desk.after(waiting, 'reschedule', 'peer', WINDOWS[1]))).toEqual([]);
  });

  it('decides again when somebody else has written it anew', () => {
    const moved = desk.after(waiting, 'reschedule', 'manager1', WINDOWS[1]);
    const back = desk.after(moved, 'reschedule', 'requester', WINDOWS[0]);
    expect(desk.vote(back, 'manager1', 'changeManager').state).toBe('scheduled');
  });

  it('may correct what nobody decides about', () => {
    const typo = desk.after(waiting, 'edit', 'manager1', { title: 'Other', description: 'Better words' });
    expect(desk.vote(typo, 'manager1', 'changeManager').state).toBe('scheduled');
  });

  it('is told so when nobody else would be left to decide', () => {
    const alone = givenDesk();
    alone.put('people', { id: ID.manager2, retired: true });
    expect(alone.refusal(alone.submitted(), 'reschedule', 'manager1', WINDOWS[1])).toBe('changes.ownEdit');
    expect(alone.refusal(alone.submitted(), 'reschedule', 'requester', WINDOWS[1])).toBe('done');
  });
});

describe('high risk', () => {
  const risky = desk.vote(desk.submitted(answers('3')), 'peer', 'peer', 'approve');
  it('is confirmed a second time, with a reason', () => {
    const card = press(risky, 'owner', 'owner');
    expect(desk.refusal(risky, 'approve', 'owner', card)).toBe('changes.confirmationRequired comment required isConfirmed required');
    expect(desk.refusal(risky, 'approve', 'owner', { ...card, comment: 'Fine' })).toBe('changes.confirmationRequired isConfirmed required');
    expect(desk.refusal(risky, 'approve', 'owner', { ...card, isConfirmed: true, comment: ' ' })).toBe('changes.confirmationRequired comment required');
    expect(desk.refusal(risky, 'approve', 'owner', { ...card, isConfirmed: true, comment: 'Fine' })).toBe('done');
  });

  it('from the level on that the organization has chosen', () => {
    const calm = givenDesk();
    calm.put('settings', { id: 'SET0000001', changes: { confirmFrom: 'low' } });
    expect(calm.refusal(calm.submitted(), 'approve', 'peer', press(calm.submitted(), 'peer', 'peer'))).toContain('changes.confirmationRequired');
  });

  it('two change managers are two people: nobody votes for two', () => {
    const first = desk.vote(desk.vote(risky, 'owner', 'owner'), 'forManager', 'changeManager');
    expect(votesOf(first)).toEqual(['peer peer', 'owner owner', 'changeManager forManager']);
    expect(desk.refusal(first, 'approve', 'forManager', { ...press(first, 'changeManager', 'manager2'), isConfirmed: true, comment: 'Again' })).toBe('approvals.alreadyVoted');
    expect(desk.vote(first, 'manager2', 'changeManager').state).toBe('scheduled');
  });
});

describe('an unanswered decision', () => {
  const late = TIMES[1];
  const waiting = desk.after(desk.vote(desk.submitted(WINDOWS[1]), 'peer', 'peer'), 'nudge', 'system', {}, late);

  it('is decided by the manager too, and not from the seat whose manager does the work', () => {
    expect(waiting.approval?.steps[1]?.seats.map(({ escalatedToId }) => escalatedToId)).toEqual([undefined, ID.second]);
    expect(desk.vote(waiting, 'second', 'changeManager', 'approve', late).state).toBe('scheduled');
  });

  it('a vote of the substitute of that manager does not count once the manager does the work', () => {
    const substitute = { ...actorNamed('forOwner'), actsFor: [ID.second] };
    const card = { ...press(waiting, 'changeManager', 'manager2'), comment: 'For her' };
    const decided = desk.after(waiting, 'approve', substitute, card, late);
    expect(decided.approval?.steps[1]?.votes).toMatchObject([{ seatId: ID.manager2, byId: ID.forOwner, forId: ID.second }]);
    const theirs = desk.after(decided, 'edit', 'requester', { implementerId: ID.second }, late);
    expect([theirs.state, votesOf(theirs)]).toEqual(['authorize', ['peer peer']]);
  });
});

describe('when the organization changes after it was submitted', () => {
  const changed = (change: (other: Desk) => void): Desk => {
    const other = givenDesk();
    change(other);
    return other;
  };
  const open = desk.submitted();
  const waiting = desk.vote(open, 'peer', 'peer');

  it('those who have left, or lost their place, decide no longer', () => {
    const left = changed(({ put }) => put('groups', { id: NETWORK, memberIds: [ID.implementer, ID.second] }));
    expect(left.refusal(open, 'approve', 'peer', press(open, 'peer', 'peer'))).toBe('approvals.notAwaited');
    expect(left.refusal(open, 'approve', 'second', press(open, 'peer', 'second'))).toBe('done');
    const demoted = changed(({ put }) => put('people', { id: ID.manager1, roles: [] }));
    expect(demoted.refusal(waiting, 'approve', 'manager1', press(waiting, 'changeManager', 'manager1'))).toBe('approvals.notAwaited');
    expect(demoted.refusal(waiting, 'approve', 'manager2', press(waiting, 'changeManager', 'manager2'))).toBe('done');
  });

  const stricter = changed(({ put }) =>
    put('approvalPolicies', {
      id: 'POL0000009', name: 'Owners, too', subject: 'changes', table: 'owners', order: 1, steps: [{ id: 'owner', stage: 2, from: [{ kind: 'role', role: 'serviceOwners' }], quorum: { mode: 'all' } }],
    }));

  it('the last consent leads to those whom the policies ask for by now', () => {
    const more = stricter.vote(waiting, 'manager1', 'changeManager');
    expect([more.state, more.approval?.steps.map(({ id }) => id), votesOf(more)]).toEqual(['authorize', ['peer', 'changeManager', 'owner'], ['peer peer', 'changeManager manager1']]);
    expect(stricter.vote(more, 'owner', 'owner').state).toBe('scheduled');
  });

  it('it is not scheduled or started before they agree, too', () => {
    const busy = givenDesk({ hasRival: true });
    const agreed = busy.vote(busy.vote(busy.submitted(), 'peer', 'peer'), 'manager1', 'changeManager');
    expect([agreed.state, busy.refusal(agreed, 'schedule', 'requester')]).toEqual(['authorize', 'changes.collides']);
    const asked = stricter.after(agreed, 'schedule', 'requester');
    expect([asked.state, votesOf(asked)]).toEqual(['authorize', ['peer peer', 'changeManager manager1']]);
    expect(stricter.vote(asked, 'owner', 'owner').state).toBe('scheduled');
    expect(stricter.refusal(desk.scheduled(), 'start', 'implementer', {}, TIMES[2])).toBe('changes.notApproved');
  });

  it('nobody passes it where nobody is left to ask', () => {
    const ownerless = changed(({ put }) => put('services', { id: 'SVC0000001', ownerId: undefined }));
    ownerless.put('approvalPolicies', { id: 'POL0000009', name: 'Owners', subject: 'changes', table: 'owners', order: 1, steps: [{ id: 'owner', stage: 2, from: [{ kind: 'role', role: 'serviceOwners' }], quorum: { mode: 'all' } }] });
    expect(ownerless.refusal(waiting, 'approve', 'manager1', press(waiting, 'changeManager', 'manager1'))).toBe('changes.nobodyLeft');
    expect(ownerless.refusal(waiting, 'reject', 'manager1', { ...press(waiting, 'changeManager', 'manager1'), comment: 'No' })).toBe('done');
  });
});
