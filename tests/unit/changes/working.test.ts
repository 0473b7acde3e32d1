// If this fails, work begins in a freeze, outside of its window, without consent, or by the hands of those who agreed to it.
import { givenDesk } from './given-changes';
import { FIRST } from './model-moves';
import { FROZEN, TIMES, WINDOWS } from './model-world';

const IN_WINDOW = TIMES[2];
const EARLY = TIMES[1];

describe('starting', () => {
  const desk = givenDesk();
  it.each<[string, string]>([
    ['2026-03-04T19:44:59.000Z', 'changes.tooEarly'], ['2026-03-04T19:45:00.000Z', 'done'], [WINDOWS[0].plannedStart, 'done'], [WINDOWS[0].plannedEnd, 'done'],
    ['2026-03-04T22:00:00.001Z', 'changes.windowPast plannedStart inPast'],
  ])('at %s: %s', (at, expected) => {
    expect(desk.refusal(desk.scheduled(), 'start', 'implementer', {}, at)).toBe(expected);
  });

  it('is not for those who agreed to it, and is for others of the group', () => {
    const change = desk.scheduled();
    expect(desk.refusal(change, 'start', 'peer', {}, IN_WINDOW)).toBe('kernel.notAllowed');
    expect(desk.refusal(change, 'start', 'second', {}, IN_WINDOW)).toBe('done');
    const byAnother = desk.vote(desk.vote(desk.submitted(), 'second', 'peer'), 'manager1', 'changeManager');
    expect(desk.refusal(byAnother, 'start', 'second', {}, IN_WINDOW)).toBe('kernel.notAllowed');
    expect(desk.refusal(change, 'start', 'requester', {}, IN_WINDOW)).toBe('kernel.notAllowed');
  });

  it('is refused in a freeze that came after it was scheduled, also in one that ends where its window begins', () => {
    const change = desk.scheduled();
    const frozen = givenDesk({ isFrozen: true });
    expect(FROZEN[0]?.[1]).toBe(FIRST.plannedStart);
    expect(frozen.refusal(change, 'start', 'implementer', {}, EARLY)).toBe('changes.frozen');
    expect(frozen.refusal(change, 'start', 'implementer', {}, WINDOWS[0].plannedStart)).toBe('done');
  });
});
