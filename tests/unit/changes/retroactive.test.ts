// If this fails, work that was done without asking is not decided about afterwards, is never reviewed, or can be made to disappear.
import { summaryOf } from '../../../shared/changes';
import { givenDesk, NOW } from './given-changes';
import { ID, ITEM, NETWORK } from './model-world';

const desk = givenDesk();
const DONE = {
  title: 'Restarted the database', reason: 'It hung', itemIds: [ITEM], groupId: NETWORK, actualStart: '2026-03-02T02:00:00.000Z', actualEnd: '2026-03-02T03:00:00.000Z', outcome: 'successful',
};
const record = (input: object = {}, by: 'implementer' | 'manager1' = 'implementer') => desk.after(undefined, 'recordDone', by, { ...DONE, ...input });

it('is decided about at once, and always reviewed, five working days after it was done', () => {
  const change = record();
  expect(change).toMatchObject({
    type: 'emergency', state: 'assess', isRetroactive: true, implementerId: ID.implementer, reviewReasons: ['retroactive'], reviewDueAt: '2026-03-09T03:00:00.000Z',
    plannedStart: DONE.actualStart, plannedEnd: DONE.actualEnd,
  });
  const agreed = desk.vote(desk.vote(change, 'peer', 'peer'), 'manager1', 'changeManager');
  expect(agreed.state).toBe('review');
  expect(desk.refusal(agreed, 'close', 'manager1')).toBe('kernel.notAllowed');
  expect(desk.after(agreed, 'completeReview', 'manager1', { objectivesMet: 'yes' }).state).toBe('closed');
});

it('goes on to its review when it is refused, too', () => {
  const refused = desk.vote(desk.vote(record(), 'second', 'peer', 'reject'), 'peer', 'peer', 'reject');
  expect(refused.state).toBe('review');
  expect(desk.after(record(), 'nudge', 'system', {}, '2026-03-09T09:00:00.000Z').state).toBe('review');
});

it('cannot be called off, moved, held, taken back or started', () => {
  const change = record();
  for (const [verb, input] of [['cancel', { reason: 'withdrawn' }], ['reschedule', {}], ['hold', { reason: 'other' }], ['revert', { reason: 'x' }], ['returnForInfo', {}], ['start', {}]] as const) {
    expect([verb, desk.refusal(change, verb, 'manager1', input), desk.refusal(change, verb, 'implementer', input)]).toEqual([verb, 'kernel.notAllowed', 'kernel.notAllowed']);
  }
});

it('takes no place in the calendar', () => {
  expect(summaryOf(record()).booking).toBeUndefined();
  expect(record().collisions).toEqual([]);
});

it('whoever found it is not taken for the one who did it; once that is known, their decision does not count', () => {
  const found = record({ isUnauthorized: true }, 'manager1');
  expect(found).toMatchObject({ isUnauthorized: true, requesterId: ID.manager1 });
  expect(found.implementerId).toBeUndefined();
  const decided = desk.vote(found, 'second', 'peer');
  const named = desk.after(decided, 'edit', 'manager1', { implementerId: ID.second });
  expect([named.state, named.approval?.steps[0]?.votes]).toEqual(['assess', []]);
});

it.each<[string, object, string]>([
  ['ends in the future', { actualEnd: '2026-03-02T09:00:00.001Z' }, 'kernel.invalidInput actualEnd inFuture'],
  ['ends before it begins', { actualEnd: DONE.actualStart }, 'kernel.invalidInput actualEnd notAfterStart'],
  ['was done to nothing', { itemIds: undefined }, 'kernel.invalidInput itemIds required'],
  ['names an item that is not there', { itemIds: ['CIT0000404'] }, 'kernel.invalidInput itemIds notFound'],
  ['was done by somebody outside of the group', { implementerId: ID.outsider }, 'kernel.invalidInput implementerId notInGroup'],
  ['names an incident that is not there', { incidentId: 'INC0000404' }, 'kernel.invalidInput incidentId notFound'],
])('is refused when it %s', (_why, input, expected) => {
  expect(desk.refusal(undefined, 'recordDone', 'implementer', { ...DONE, ...input }, NOW)).toBe(expected);
});
