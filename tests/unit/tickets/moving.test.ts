// If this fails, a ticket is thrown from group to group without end, or a requester can page the lead every minute.
import { after, alice, bob, carol, decide, fay, NOW } from '../../_support/given';
import type { Ticket } from '../../../shared/tickets';

const NETWORK = 'GRP0000001';
const DESK = 'GRP0000002';
const at = (hours: number): string => new Date(Date.parse(NOW) + hours * 3_600_000).toISOString();
const reported = (): Ticket => after(undefined, 'report', { title: 'VPN drops', categoryId: 'CAT0000002' }, alice);
const refusal = (decided: ReturnType<typeof decide>): string | undefined => ('refused' in decided ? decided.refused.code : undefined);

describe('from group to group', () => {
  const twice = (): Ticket => after(after(reported(), 'assign', { groupId: DESK }, bob, at(1)), 'assign', { groupId: NETWORK }, fay, at(2));

  it('the third move within a day needs a lead of one of the groups', () => {
    expect(refusal(decide(twice(), 'assign', { groupId: DESK }, bob, at(3)))).toBe('tickets.movedTooOften');
    expect(refusal(decide(twice(), 'assign', { groupId: DESK }, carol, at(3)))).toBeUndefined();
  });

  it('a day later it counts anew', () => {
    expect(refusal(decide(twice(), 'assign', { groupId: DESK }, bob, at(25.5)))).toBeUndefined();
  });

  it('giving it to somebody in the same group is no move', () => {
    expect(refusal(decide(twice(), 'assign', { assigneeId: bob.id }, bob, at(3)))).toBeUndefined();
  });

  it('a group that says what it has tried stays informed until the ticket comes back to it', () => {
    const passed = after(reported(), 'assign', { groupId: DESK, reason: 'Needs more rights', tried: 'New profile, other client' }, bob, at(1));
    expect(passed.watchingGroupIds).toEqual([NETWORK]);
    expect(after(passed, 'assign', { groupId: NETWORK }, fay, at(2)).watchingGroupIds).toBeUndefined();
  });
});

describe('more attention', () => {
  it('can be asked for every four hours, by the requester', () => {
    const once = after(reported(), 'escalate', { reason: 'Month end' }, alice);
    expect(refusal(decide(once, 'escalate', { reason: 'Again' }, alice, at(3.9)))).toBe('tickets.escalatedAlready');
    expect(refusal(decide(once, 'escalate', { reason: 'Again' }, alice, at(4)))).toBeUndefined();
  });
});
