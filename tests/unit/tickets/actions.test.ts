// If this fails, tickets do not follow the lifecycle of incidents and service requests that people were promised.
import { after, alice, bob, canDo, carol, decide, dora, fay, NOW } from '../../_support/given';
import type { Ticket } from '../../../shared/tickets';

const LATER = '2026-11-21T12:00:00.000Z';
const reported = (input: object = {}): Ticket => after(undefined, 'report', { title: 'VPN drops', categoryId: 'CAT0000002', reach: 'team', work: 'workaround', ...input }, alice);
const inProgress = (): Ticket => after(reported(), 'take', {}, bob);
const resolved = (): Ticket => after(inProgress(), 'resolve', { code: 'fixed', notes: 'New profile.' }, bob);
const refusal = (...args: Parameters<typeof decide>): string | undefined => {
  const decided = decide(...args);
  return 'refused' in decided ? decided.refused.code : undefined;
};

describe('report', () => {
  it('opens an incident with computed priority, routed by the parent category', () => {
    expect(reported()).toMatchObject({
      id: 'INC0000001', kind: 'incident', state: 'new', impact: 2, urgency: 2, priority: 'P3', groupId: 'GRP0000001', routedBy: 'parentCategory', requesterId: alice.id,
    });
  });

  it('routes to the fallback group when no category fits', () => {
    expect(after(undefined, 'report', { title: 'Something' }, alice)).toMatchObject({ groupId: 'GRP0000002', routedBy: 'fallback' });
  });

  it('lets agents report for somebody else, employees only for themselves', () => {
    expect(after(undefined, 'report', { title: 'For Alice', requesterId: alice.id }, bob)).toMatchObject({ requesterId: alice.id, reporterId: bob.id });
    expect(refusal(undefined, 'report', { title: 'For Bob', requesterId: bob.id }, alice)).toBe('tickets.notOnBehalf');
  });

  it('refuses a retired group and an unknown category', () => {
    expect(refusal(undefined, 'report', { title: 'abc', groupId: 'GRP0000003' }, alice)).toBe('tickets.groupRetired');
    expect(refusal(undefined, 'report', { title: 'abc', categoryId: 'CAT0000099' }, alice)).toBe('kernel.invalidInput');
  });

  it('sends an order that needs approval to the manager and checks its form', () => {
    expect(refusal(undefined, 'report', { title: 'Laptop', offeringId: 'OFR0000001', answers: { model: 'heavy' } }, alice)).toBe('kernel.invalidInput');
    const order = after(undefined, 'report', { title: 'Laptop', offeringId: 'OFR0000001', answers: { model: 'light' } }, alice);
    expect(order).toMatchObject({ kind: 'request', state: 'awaitingApproval' });
    expect(canDo(order, dora)).toEqual(expect.arrayContaining(['approve', 'reject', 'returnForInfo']));
    expect(canDo(order, alice)).not.toContain('approve');
  });

  it('approves an order without approvers at once', () => {
    expect(after(undefined, 'report', { title: 'Guest', offeringId: 'OFR0000002' }, alice)).toMatchObject({ state: 'approved' });
  });
});

describe('approving a request', () => {
  const order = (): Ticket => after(undefined, 'report', { title: 'Laptop', offeringId: 'OFR0000001', answers: { model: 'light' } }, alice);

  it('goes on to fulfillment after a yes, ends after a no', () => {
    expect(after(order(), 'approve', {}, dora)).toMatchObject({ state: 'approved' });
    expect(after(order(), 'reject', { comment: 'Too early' }, dora)).toMatchObject({ state: 'rejected', closedAt: NOW });
  });

  it('comes back to the requester with a question and is voted on afresh', () => {
    const returned = after(order(), 'returnForInfo', { comment: 'Which project?' }, dora);
    expect(returned.state).toBe('returned');
    expect(canDo(returned, alice)).toContain('resubmit');
    const again = after(returned, 'resubmit', {}, alice);
    expect(again.state).toBe('awaitingApproval');
    expect(after(again, 'approve', {}, dora).state).toBe('approved');
  });
});

describe('assign and take', () => {
  it('takes a new ticket straight into progress', () => {
    expect(inProgress()).toMatchObject({ state: 'inProgress', assigneeId: bob.id, assigneeName: bob.name });
  });

  it('wants a member of the group', () => {
    expect(refusal(reported(), 'assign', { assigneeId: fay.id }, bob)).toBe('tickets.notMember');
    expect(after(reported(), 'assign', { assigneeId: carol.id }, bob)).toMatchObject({ state: 'assigned', assigneeId: carol.id });
  });

  it('wants a reason when a started ticket moves to another group, and counts the move', () => {
    expect(refusal(inProgress(), 'assign', { groupId: 'GRP0000002' }, bob)).toBe('tickets.reasonRequired');
    const moved = after(inProgress(), 'assign', { groupId: 'GRP0000002', reason: 'It is the mailbox.' }, bob);
    expect(moved).toMatchObject({ state: 'new', groupId: 'GRP0000002', reassignmentCount: 1 });
    expect(moved.assigneeId).toBeUndefined();
  });

  it('refuses an assignment that changes nothing', () => {
    expect(refusal(inProgress(), 'assign', { assigneeId: bob.id }, bob)).toBe('tickets.alreadyAssigned');
  });
});

describe('conversation', () => {
  it('stops the response clock with the first reply of an agent only', () => {
    const asked = after(inProgress(), 'reply', { text: 'Any news?' }, alice, NOW);
    expect(asked.respondedAt).toBeUndefined();
    const answered = after(asked, 'reply', { text: 'On it.' }, bob, LATER);
    expect(answered.respondedAt).toBe(LATER);
    expect(after(answered, 'addNote', { text: 'Hm.' }, bob).lastMessageFrom).toBe('agent');
  });

  it('resumes a ticket that waits for the requester when they answer, and only then', () => {
    const waiting = after(inProgress(), 'putOnHold', { reason: 'requester', comment: 'Which device?', followUpAt: LATER }, bob);
    expect(after(waiting, 'reply', { text: 'My laptop' }, alice)).toMatchObject({ state: 'inProgress' });
    expect(after(waiting, 'reply', { text: 'We wait' }, bob).state).toBe('onHold');
    const atVendor = after(inProgress(), 'putOnHold', { reason: 'vendor', supplier: 'Cisco', reference: '42', followUpAt: LATER }, bob);
    expect(after(atVendor, 'reply', { text: 'Hello?' }, alice).state).toBe('onHold');
  });

  it('counts the question of a hold as the first answer', () => {
    const waiting = after(inProgress(), 'putOnHold', { reason: 'requester', comment: 'Which device?', followUpAt: LATER }, bob);
    expect(waiting).toMatchObject({ respondedAt: NOW, lastMessageFrom: 'agent' });
  });

  it('takes an agent who reported it for somebody for an agent', () => {
    const onBehalf = after(undefined, 'report', { title: 'For Alice', requesterId: alice.id, categoryId: 'CAT0000002' }, bob);
    const held = after(after(onBehalf, 'take', {}, bob), 'putOnHold', { reason: 'requester', comment: 'Which device?', followUpAt: LATER }, bob);
    const answered = after(held, 'reply', { text: 'I asked her by phone.' }, bob);
    expect(answered).toMatchObject({ state: 'onHold', lastMessageFrom: 'agent' });
  });

  it('refuses a follow-up date in the past', () => {
    expect(refusal(inProgress(), 'putOnHold', { reason: 'other', why: 'x', followUpAt: '2026-11-19T00:00:00.000Z' }, bob)).toBe('tickets.followUpInPast');
  });
});

describe('ending', () => {
  it('resolves with a code, keeps who and when, and lets the requester accept', () => {
    expect(resolved()).toMatchObject({ state: 'resolved', resolution: { code: 'fixed', by: bob.id, at: NOW } });
    expect(after(resolved(), 'close', {}, alice)).toMatchObject({ state: 'closed', closedAt: NOW });
  });

  it('wants the category confirmed', () => {
    const plain = after(after(undefined, 'report', { title: 'Something' }, alice), 'take', {}, fay);
    expect(refusal(plain, 'resolve', { code: 'fixed', notes: 'x' }, fay)).toBe('tickets.categoryRequired');
    expect(after(plain, 'resolve', { code: 'fixed', notes: 'x', categoryId: 'CAT0000004' }, fay)).toMatchObject({ categoryId: 'CAT0000004' });
  });

  it('reopens within the window and counts it', () => {
    expect(after(resolved(), 'reopen', { reason: 'Drops again' }, alice, LATER)).toMatchObject({ state: 'inProgress', reopenCount: 1 });
    expect(refusal(resolved(), 'reopen', { reason: 'Drops again' }, alice, '2026-12-20T00:00:00.000Z')).toBe('tickets.reopenTooLate');
  });

  it('lets the requester withdraw only while nobody has started', () => {
    expect(canDo(reported(), alice)).toContain('cancel');
    expect(canDo(inProgress(), alice)).not.toContain('cancel');
    expect(after(reported(), 'cancel', { reason: 'withdrawn' }, alice)).toMatchObject({ state: 'cancelled', cancelReason: 'withdrawn' });
  });

  it('takes one rating', () => {
    const rated = after(resolved(), 'rate', { stars: 5, comment: 'Quick!' }, alice);
    expect(rated.rating).toMatchObject({ stars: 5, comment: 'Quick!' });
    expect(canDo(rated, alice)).not.toContain('rate');
  });

  it('does not let a ticket be its own duplicate or the duplicate of something unknown', () => {
    expect(refusal(inProgress(), 'cancel', { reason: 'duplicate', duplicateOfId: 'INC0000001' }, bob)).toBe('tickets.duplicateOfItself');
    expect(refusal(inProgress(), 'cancel', { reason: 'duplicate', duplicateOfId: 'INC0000077' }, bob)).toBe('kernel.invalidInput');
  });
});

describe('priority', () => {
  it('is computed again when the effect changes, but not over a lead’s decision', () => {
    const urgent = after(inProgress(), 'edit', { reach: 'everyone', work: 'stopped' }, alice);
    expect(urgent.priority).toBe('P1');
    const overridden = after(inProgress(), 'overridePriority', { priority: 'P1', reason: 'Board meeting' }, carol);
    expect(after(overridden, 'edit', { reach: 'me' }, alice)).toMatchObject({ priority: 'P1', isPriorityOverridden: true });
    expect(after(overridden, 'clearPriority', {}, carol)).toMatchObject({ priority: 'P3', isPriorityOverridden: false });
  });

  it('is overridden by leads only', () => {
    expect(canDo(inProgress(), bob)).not.toContain('overridePriority');
    expect(canDo(inProgress(), carol)).toContain('overridePriority');
  });
});
