// If this fails, a program with an integration key does what its key was never made for, or gets in hand what only people decide with.
import { seatViews } from '../../../shared/approvals';
import { allActions, keyVocabulary } from '../../../shared/app';
import { isForPeopleOnly, keyAllows, keyReads, keyRefusal, type Approval, type KeyLimits } from '../../../shared/kernel';
import { actor, NOW } from '../../_support/given';

const limits = (reads: readonly string[], actions: readonly string[]): { readonly key: KeyLimits } => ({ key: { id: 'KEY0000001', name: 'Disk watch', reads, actions } });

it.each([
  [[], ['tickets.report'], 'tickets.report', true],
  [[], ['tickets.report'], 'tickets.reportAll', false],
  [[], ['tickets.*'], 'tickets.reply', true],
  [[], ['tickets.*'], 'ticketsArchive.reply', false],
  [[], ['*'], 'tickets.reply', false],
  [['tickets'], ['tickets'], 'tickets.reply', false],
])('reads %j, does %j: %s is %s', (reads, actions, name, isAllowed) => {
  expect(keyAllows(limits(reads, actions), { name })).toBe(isAllowed);
  expect(keyRefusal(limits(reads, actions), { name }) === undefined).toBe(isAllowed);
});

it('who acts without a key is held by none', () => {
  expect([keyAllows({}, { name: 'tickets.approve', notForPrograms: true }), keyReads({}, 'tickets'), keyRefusal({}, { name: 'x.y' })]).toEqual([true, true, undefined]);
  expect([keyReads(limits(['*'], []), 'tickets'), keyReads(limits(['tickets'], []), 'tickets'), keyReads(limits(['ticket'], []), 'tickets')]).toEqual([true, true, false]);
});

it('whatever decides an approval, hands on the right to, or has to do with keys is for people only', () => {
  const forPeople = allActions().filter((action) => !action.internal && isForPeopleOnly(action)).map(({ name }) => name);
  const decides = allActions().map(({ name }) => name).filter((name) => /\.(approve|reject|returnForInfo|withdrawVote|closeVote)$|^(delegations|integrationKeys)\./.test(name) && !/\.(begin|remindExpiry)$/.test(name));
  expect(decides.length).toBeGreaterThan(15);
  expect(decides.filter((name) => !forPeople.includes(name))).toEqual([]);
  expect(keyVocabulary().actions.filter(({ name }) => forPeople.includes(name))).toEqual([]);
});

it('a program gets no token to vote with', () => {
  const approval: Approval = {
    excludedIds: [], steps: [{ id: 'manager', stage: 1, quorum: { mode: 'any' }, seats: [{ personId: 'PER0000001', token: 'one-time' }], votes: [], requestedAt: NOW }],
  } as unknown as Approval;
  const words = { nameOf: (id: string) => id, valueOf: () => '' };
  const dora = actor('PER0000001');
  expect(seatViews(approval, { ...words, actor: dora }).map(({ token }) => token)).toEqual(['one-time']);
  expect(seatViews(approval, { ...words, actor: { ...dora, ...limits(['*'], ['changes.*']) } })).toEqual([]);
});
