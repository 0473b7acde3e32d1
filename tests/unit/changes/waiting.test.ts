// If this fails, people are reminded while it is on hold, nobody is when nobody answers, or time that did not count ends a decision.
import { deriveChange } from '../../../shared/changes/change-derive';
import type { Change, ChangeEvent } from '../../../shared/changes';
import { givenDesk, NOW, votesOf, type Tried } from './given-changes';
import { ID } from './model-world';

const desk = givenDesk();
const hoursLater = (hours: number, from: string = NOW): string => new Date(Date.parse(from) + hours * 3_600_000).toISOString();
const nudgesOf = (tried: Tried): readonly string[] =>
  'refused' in tried ? [tried.refused] : tried.events.map((event: ChangeEvent) => (event.type === 'ApprovalNudged' ? `${event.nudge} ${event.step} ${event.toIds.join()}`.trim() : event.type));
const nudged = (change: Change, hours: number): readonly string[] => nudgesOf(desk.try(change, 'nudge', 'system', {}, hoursLater(hours)));
const timersOf = (change: Change) => deriveChange(change, desk.config).timers;

it('reminds, passes on and ends, each when it is due and once', () => {
  const open = desk.submitted();
  expect(timersOf(open)).toEqual([{ at: hoursLater(8), what: 'nudge' }]);
  expect(nudged(open, 7.9)).toEqual(['kernel.notDue']);
  expect(nudged(open, 8)).toEqual([`remind peer ${ID.second},${ID.peer}`]);
  const reminded = desk.after(open, 'nudge', 'system', {}, hoursLater(8));
  expect(nudgesOf(desk.try(reminded, 'nudge', 'system', {}, hoursLater(9)))).toEqual(['kernel.notDue']);
  // The peer's manager proposed it: nobody else is asked instead of them.
  expect(nudged(reminded, 24)).toEqual(['escalate peer']);
  const ended = desk.after(reminded, 'nudge', 'system', {}, hoursLater(72));
  expect([ended.state, timersOf(ended)]).toEqual(['new', []]);
});

it('tells nobody of a step of an approval that is over', () => {
  const change = desk.submitted();
  expect(nudged(change, 100).map((line) => line.split(' ')[0])).toEqual(['remind', 'escalate', 'expire']);
});

it('passes an unanswered decision to the manager, unless they are involved or have left', () => {
  const decided = desk.vote(desk.submitted(), 'peer', 'peer');
  // Both change managers' managers: one does it, the other decided as a peer and may decide here, too.
  expect(nudged(decided, 24)).toEqual([`escalate changeManager ${ID.second}`]);
  const gone = givenDesk();
  gone.put('people', { id: ID.second, retired: true });
  expect(nudgesOf(gone.try(decided, 'nudge', 'system', {}, hoursLater(24)))).toEqual(['escalate changeManager']);
});

describe('on hold', () => {
  const held = desk.after(desk.submitted(), 'hold', 'requester', { reason: 'supplier' }, hoursLater(6));

  it('reminds nobody', () => {
    expect(timersOf(held)).toEqual([]);
    expect(nudged(held, 500)).toEqual(['kernel.notDue']);
  });

  it('does not count: everybody has as much time left afterwards as before', () => {
    const resumed = desk.after(held, 'resume', 'requester', {}, hoursLater(100));
    expect(timersOf(resumed)).toEqual([{ at: hoursLater(102), what: 'nudge' }]);
    expect(nudged(resumed, 101)).toEqual(['kernel.notDue']);
    expect(nudged(resumed, 102)).toEqual([`remind peer ${ID.second},${ID.peer}`]);
  });

  it('a step whose turn came meanwhile begins when it is over', () => {
    const decided = desk.vote(held, 'peer', 'peer', 'approve', hoursLater(50));
    const resumed = desk.after(decided, 'resume', 'requester', {}, hoursLater(100));
    expect(timersOf(resumed)).toEqual([{ at: hoursLater(124), what: 'nudge' }]);
  });
});

describe('a decision that is taken back', () => {
  it('gives the others their time anew, in its step and in those after it', () => {
    const decided = desk.vote(desk.submitted(), 'peer', 'peer', 'approve', hoursLater(70));
    const back = desk.after(decided, 'withdrawVote', 'peer', { step: 'peer' }, hoursLater(80));
    expect([back.state, votesOf(back), timersOf(back)]).toEqual(['assess', [], [{ at: hoursLater(88), what: 'nudge' }]]);
    const again = desk.vote(back, 'second', 'peer', 'approve', hoursLater(140));
    expect(timersOf(again)).toEqual([{ at: hoursLater(164), what: 'nudge' }]);
  });

  it('so does a vote that no longer counts because its voter does the work now', () => {
    const decided = desk.vote(desk.submitted(), 'second', 'peer', 'approve', hoursLater(20));
    const theirs = desk.after(decided, 'edit', 'requester', { implementerId: ID.second }, hoursLater(50));
    expect([theirs.state, votesOf(theirs), timersOf(theirs)]).toEqual(['assess', [], [{ at: hoursLater(58), what: 'nudge' }]]);
  });
});
