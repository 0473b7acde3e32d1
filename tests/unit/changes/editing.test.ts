// If this fails, an edit leaves a change scheduled that nobody has agreed to, asks the wrong people again, or empties what they decide about.
import { actorNamed, givenDesk, votesOf } from './given-changes';
import { PLANS } from './model-moves';
import { ID, WINDOWS } from './model-world';

const desk = givenDesk();

describe('a scheduled change', () => {
  it('leaves its place when those who authorized it have to decide again', () => {
    const moved = desk.after(desk.scheduled(), 'reschedule', 'implementer', WINDOWS[1]);
    expect(votesOf(moved)).toEqual(['peer peer']);
    expect(moved.state).toBe('authorize');
    expect(desk.vote(moved, 'manager1', 'changeManager').state).toBe('scheduled');
  });

  it('goes back to its peers when the plan is another one', () => {
    expect(desk.after(desk.scheduled(), 'edit', 'implementer', { implementationPlan: PLANS[1] }).state).toBe('assess');
  });

  it('stays where it is for a typo', () => {
    const typo = desk.after(desk.scheduled(), 'edit', 'implementer', { title: 'Update it', description: 'Better words', reason: 'More of them' });
    expect([typo.state, typo.edits]).toEqual(['scheduled', []]);
  });
});

const NEEDED = ['reason', 'itemIds', 'groupId', 'implementerId', 'plannedStart', 'plannedEnd', 'implementationPlan', 'testPlan', 'backoutPlan', 'impact', 'reach', 'isOutage'];

it.each(NEEDED)('%s cannot be emptied once it is decided about, and can before', (field) => {
  expect(desk.refusal(desk.submitted(), 'edit', 'requester', { clear: [field] })).toBe(`changes.incomplete ${field} required`);
  expect(desk.refusal(desk.propose(), 'edit', 'requester', { clear: [field] })).toBe('done');
});

it('a collision that was accepted stays accepted only for the window and items it was about, and not by whoever does the work', () => {
  const busy = givenDesk({ hasRival: true });
  busy.put('people', { id: ID.second, roles: ['changeManager'] });
  const manager = { ...actorNamed('second'), roles: ['employee', 'agent', 'changeManager'] as const };
  const accepted = busy.after(busy.submitted(), 'acceptCollisions', manager, { reason: 'Both can be done.' });
  expect(accepted.accepted).toMatchObject([{ by: ID.second }]);
  const typo = busy.after(accepted, 'edit', 'requester', { implementationPlan: PLANS[1], title: 'Other' });
  expect(typo.accepted).toHaveLength(1);
  expect(busy.after(accepted, 'edit', 'requester', { plannedEnd: '2026-03-04T21:30:00.000Z' }).accepted).toEqual([]);
  expect(busy.after(accepted, 'edit', 'requester', { implementerId: ID.second }).accepted).toEqual([]);
});

it('what was different is shown until it is submitted anew', () => {
  const moved = desk.after(desk.scheduled(), 'reschedule', 'implementer', WINDOWS[1]);
  expect(moved.edits).toHaveLength(1);
  const again = desk.after(desk.after(moved, 'revert', 'requester', { reason: 'Again' }), 'submit', 'requester');
  expect(again.edits).toEqual([]);
});
