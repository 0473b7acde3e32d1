// If this fails, an edit leaves a change scheduled that nobody has agreed to, asks the wrong people again, or empties what they decide about.
import { givenDesk, votesOf } from './given-changes';
import { PLANS } from './model-moves';
import { WINDOWS } from './model-world';

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
