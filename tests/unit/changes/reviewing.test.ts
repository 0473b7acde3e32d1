// If this fails, work that went wrong is closed without anybody looking at it, or what was fine waits for a review that nobody needs.
import { presentChangeRow } from '../../../shared/changes/change-present';
import { deriveChange } from '../../../shared/changes/change-derive';
import { reviewReasonsOf, weekdaysAfter } from '../../../shared/changes/review-rules';
import type { Change } from '../../../shared/changes';
import { actorNamed, givenDesk, NOW } from './given-changes';
import { answers } from './model-moves';
import { ID, TIMES } from './model-world';

const desk = givenDesk();
const started = (input?: object): Change => desk.after(desk.scheduled(input), 'start', 'implementer', {}, TIMES[2]);
const finished = (input: object, change = started()): Change => desk.after(change, 'finish', 'implementer', input, TIMES[2]);

it.each<[string, number, string]>([
  ['2026-03-02T09:00:00.000Z', 5, '2026-03-09T09:00:00.000Z'], ['2026-03-06T21:00:00.000Z', 1, '2026-03-09T21:00:00.000Z'], ['2026-03-07T10:00:00.000Z', 1, '2026-03-09T10:00:00.000Z'],
  ['2026-03-08T10:00:00.000Z', 5, '2026-03-13T10:00:00.000Z'], ['2026-03-04T20:30:00.000Z', 0, '2026-03-04T20:30:00.000Z'], ['2026-03-02T09:00:00.000Z', 10, '2026-03-16T09:00:00.000Z'],
])('%s and %i working days are %s', (from, days, expected) => {
  expect(weekdaysAfter(from, days)).toBe(expected);
});

describe('a review is needed', () => {
  const { risk } = desk.propose();
  const fine = { id: 'CHG0000001', type: 'normal' as const, risk, isRetroactive: false, incidents: [], outcome: 'successful' as const };
  it.each<[string, object, readonly string[]]>([
    ['not for what went well', {}, []],
    ['for work that was done before anybody was asked', { isRetroactive: true, type: 'emergency' }, ['retroactive']],
    ['for an emergency', { type: 'emergency' }, ['emergency']],
    ['for issues', { outcome: 'withIssues' }, ['outcome']],
    ['when it was backed out', { outcome: 'backedOut' }, ['outcome']],
    ['when it failed', { outcome: 'notBackedOut' }, ['outcome']],
    ['when it was not done', { outcome: 'notImplemented' }, ['outcome']],
    ['for a high risk', { risk: { ...risk, level: 'high' } }, ['risk']],
    ['for a very high risk', { risk: { ...risk, level: 'veryHigh' } }, ['risk']],
    ['not for a moderate one', { risk: { ...risk, level: 'moderate' } }, []],
    ['for an incident', { incidents: [{ id: 'INC0000001' }] }, ['incident']],
    ['for a longer outage', { outageMinutes: 6, plannedOutageMinutes: 5 }, ['outage']],
    ['for an outage that was not planned', { outageMinutes: 1 }, ['outage']],
    ['not for an outage as planned', { outageMinutes: 5, plannedOutageMinutes: 5 }, []],
    ['for several reasons', { type: 'emergency', outcome: 'backedOut', outageMinutes: 1 }, ['emergency', 'outcome', 'outage']],
  ])('%s', (_why, change, reasons) => {
    expect(reviewReasonsOf({ ...fine, ...change }, desk.config)).toEqual(reasons);
  });

  it('for a share of all others, always the same ones', () => {
    const sampled = (percent: number): number => {
      const given = givenDesk();
      given.put('settings', { id: 'SET0000001', changes: { samplePercent: percent } });
      return Array.from({ length: 1_000 }, (_none, index) => `CHG${String(index + 1).padStart(7, '0')}`).filter((id) => reviewReasonsOf({ ...fine, id }, given.config).includes('sample')).length;
    };
    expect([0, 10, 35, 100].map(sampled)).toEqual([0, 100, 350, 1_000]);
  });
});

describe('finishing', () => {
  it('leads to a review with a date, or to closing', () => {
    expect(finished({ outcome: 'backedOut', isBackoutUsed: true, outageMinutes: 9, notes: 'Full disk' })).toMatchObject({
      state: 'review', reviewReasons: ['outcome', 'outage'], reviewDueAt: '2026-03-11T20:30:00.000Z', isBackoutUsed: true, actualOutageMinutes: 9, finishNotes: 'Full disk', actualEnd: TIMES[2],
    });
    const calm = finished({ outcome: 'successful' });
    expect([calm.state, calm.reviewReasons, calm.reviewDueAt]).toEqual(['review', [], undefined]);
    expect(desk.after(calm, 'close', 'manager1').state).toBe('closed');
  });

  it.each<[object, string]>([
    [{}, 'kernel.invalidInput outcome required'], [{ outcome: 'successful', actualEnd: '2026-03-04T20:30:00.001Z' }, 'kernel.invalidInput actualEnd inFuture'],
    [{ outcome: 'successful', actualEnd: '2026-03-04T20:29:59.000Z' }, 'kernel.invalidInput actualEnd notAfterStart'], 
  ])('with %j is refused', (input, expected) => {
    expect(desk.refusal(started(), 'finish', 'implementer', input, TIMES[2])).toBe(expected);
  });

  it('takes its tasks done, unless nothing was done; tasks of the review can wait', () => {
    const task = (kind: string) => desk.after(started(), 'addTask', 'implementer', { title: 'Tell them', kind });
    expect(desk.refusal(task('implementation'), 'finish', 'implementer', { outcome: 'successful' }, TIMES[2])).toBe('changes.tasksOpen');
    expect(desk.refusal(task('test'), 'finish', 'implementer', { outcome: 'withIssues' }, TIMES[2])).toBe('changes.tasksOpen');
    expect(desk.refusal(task('review'), 'finish', 'implementer', { outcome: 'successful' }, TIMES[2])).toBe('done');
    expect(desk.refusal(task('implementation'), 'finish', 'implementer', { outcome: 'notImplemented' }, TIMES[2])).toBe('done');
  });
});

describe('the review', () => {
  const failed = finished({ outcome: 'backedOut' });
  it('names the cause of a failure, and is by nobody who did it', () => {
    expect(desk.refusal(failed, 'completeReview', 'manager1', { objectivesMet: 'no' })).toBe('kernel.invalidInput rootCause required');
    expect(desk.refusal(failed, 'completeReview', 'implementer', { objectivesMet: 'no', rootCause: 'Disk' })).toBe('kernel.notAllowed');
    const reviewed = desk.after(failed, 'completeReview', 'manager1', { objectivesMet: 'no', rootCause: 'Disk', lessons: 'Look first', isStandardCandidate: false });
    expect(reviewed).toMatchObject({ state: 'closed', review: { rootCause: 'Disk', byName: 'manager1' } });
  });

  it('cannot be passed over', () => {
    expect(desk.refusal(failed, 'close', 'manager1')).toBe('kernel.notAllowed');
    expect(desk.refusal(finished({ outcome: 'successful' }, started({ isOutage: true, outageMinutes: 5 })), 'close', 'system')).toBe('done');
  });

  it('of a failure is remembered for half a year, of others not', () => {
    const closed = desk.after(failed, 'completeReview', 'manager1', { objectivesMet: 'no', rootCause: 'Disk' });
    expect(deriveChange(closed, desk.config)).toMatchObject({ active: true, timers: [{ at: '2026-08-29T09:00:00.000Z', what: 'forget' }] });
    expect(deriveChange(desk.after(closed, 'forget', 'system'), desk.config)).toMatchObject({ active: false, timers: [] });
    const fine = desk.after(finished({ outcome: 'withIssues' }), 'completeReview', 'manager1', { objectivesMet: 'partly' });
    expect(deriveChange(fine, desk.config)).toMatchObject({ active: false, timers: [] });
  });
});

describe('a review that is overdue', () => {
  const DUE = '2026-03-11T20:30:00.000Z';
  const LATE = '2026-03-13T20:30:00.000Z';
  const failed = finished({ outcome: 'backedOut' });
  const remind = (change: Change, at: string): readonly string[] => {
    const tried = desk.try(change, 'remindReview', 'system', {}, at);
    return 'refused' in tried ? [tried.refused] : tried.events.map((event) => (event.type === 'ReviewReminded' ? `${event.step} ${event.toIds.join()}` : event.type));
  };
  const timersOf = (change: Change) => deriveChange(change, desk.config).timers;
  const rowOf = (change: Change, now: string) => presentChangeRow(deriveChange(change, desk.config).summary, actorNamed('manager1'), desk.config, now);

  it('is told to whoever proposed it, then to those who manage changes, each once', () => {
    expect(timersOf(failed)).toEqual([{ at: DUE, what: 'review' }]);
    expect(remind(failed, '2026-03-11T20:29:59.999Z')).toEqual(['kernel.notDue']);
    expect(remind(failed, DUE)).toEqual([`remind ${ID.requester}`]);
    const reminded = desk.after(failed, 'remindReview', 'system', {}, DUE);
    expect([timersOf(reminded), remind(reminded, '2026-03-13T20:29:59.999Z')]).toEqual([[{ at: LATE, what: 'review' }], ['kernel.notDue']]);
    expect(remind(reminded, LATE)).toEqual([`escalate ${ID.manager1},${ID.manager2}`]);
    const escalated = desk.after(reminded, 'remindReview', 'system', {}, LATE);
    expect([timersOf(escalated), remind(escalated, '2026-04-13T20:30:00.000Z')]).toEqual([[], ['kernel.notDue']]);
  });

  it('is told once for everything that is due after a long time without anybody looking', () => {
    expect(remind(failed, '2026-04-01T00:00:00.000Z')).toEqual([`remind ${ID.requester}`, `escalate ${ID.manager1},${ID.manager2}`]);
  });

  it('is not for whoever did the work', () => {
    expect(remind({ ...failed, requesterId: ID.implementer }, DUE)).toEqual([`remind ${ID.manager1},${ID.manager2}`]);
    expect(remind({ ...failed, startedById: ID.manager1, requesterId: ID.manager1 }, DUE)).toEqual([`remind ${ID.manager2}`]);
  });

  it('is nobody’s any more once it is reviewed, and never was where none is needed', () => {
    const reviewed = desk.after(failed, 'completeReview', 'manager1', { objectivesMet: 'no', rootCause: 'A full disk.' });
    expect([timersOf(reviewed).map(({ what }) => what), remind(reviewed, LATE)]).toEqual([['forget'], ['kernel.notDue']]);
    expect(timersOf(finished({ outcome: 'successful' }))).toEqual([]);
  });

  it('is shown as overdue in lists', () => {
    expect([rowOf(failed, '2026-03-11T20:29:59.999Z').isReviewOverdue, rowOf(failed, DUE).isReviewOverdue]).toEqual([false, true]);
    expect(rowOf(failed, DUE).waitsFor).toMatch(/^Overdue: its review was due/);
    expect(rowOf(finished({ outcome: 'successful' }), LATE).isReviewOverdue).toBe(false);
  });
});

describe('incidents', () => {
  const incident = { id: 'INC0000001', practice: 'tickets', version: 1, updatedAt: NOW, priority: 'P2' };
  const other = givenDesk({}, [incident, { ...incident, id: 'INC0000002', practice: 'problems' }]);
  const cause = (change: Change, id = incident.id) => other.after(change, 'link', 'peer', { relation: 'causes', otherId: id });

  it('that it caused are counted once, and make a review of what is done', () => {
    const calm = finished({ outcome: 'successful' });
    const counted = cause(calm);
    expect(counted).toMatchObject({ incidents: [{ id: 'INC0000001', priority: 'P2' }], reviewReasons: ['incident'], reviewDueAt: '2026-03-11T20:30:00.000Z' });
    expect(other.refusal(counted, 'noteIncident', 'system', { incidentId: incident.id, isLinked: true })).toBe('kernel.nothingChanged');
    expect(other.after(counted, 'noteIncident', 'system', { incidentId: incident.id, isLinked: false }).incidents).toEqual([]);
    expect(other.refusal(counted, 'close', 'manager1')).toBe('kernel.notAllowed');
  });

  it('while it is done are told when it is finished, after it is closed are counted', () => {
    const during = cause(started());
    expect(during.reviewReasons).toEqual([]);
    expect(other.after(during, 'finish', 'implementer', { outcome: 'successful' }, TIMES[2]).reviewReasons).toEqual(['incident']);
    const closed = desk.after(finished({ outcome: 'successful' }), 'close', 'manager1');
    expect(cause(closed)).toMatchObject({ state: 'closed', incidents: [{ id: 'INC0000001' }] });
  });

  it('of another kind, or linked otherwise, are not counted', () => {
    expect(cause(started(), 'INC0000002').incidents).toEqual([]);
    expect(other.after(started(), 'link', 'peer', { relation: 'fixes', otherId: incident.id }).incidents).toEqual([]);
    expect(other.refusal(started(), 'link', 'peer', { relation: 'causes', otherId: 'INC0000404' })).toBe('kernel.invalidInput otherId notFound');
    expect(other.refusal(started(), 'link', 'peer', { relation: 'causes', otherId: 'CHG0000001' })).toBe('changes.linkToItself');
  });
});

describe('tasks', () => {
  const withTask = desk.after(desk.propose(), 'addTask', 'requester', { title: 'Warn', kind: 'implementation' });
  it('are numbered on, changed and closed once', () => {
    const two = desk.after(withTask, 'addTask', 'requester', { title: 'Look', kind: 'test' });
    expect(two.tasks.map(({ id, state }) => [id, state])).toEqual([['t1', 'open'], ['t2', 'open']]);
    expect(desk.after(two, 'changeTask', 'requester', { taskId: 't2', title: 'Look twice' }).tasks[1]).toMatchObject({ title: 'Look twice', kind: 'test' });
    const closed = desk.after(two, 'closeTask', 'forPeer', { taskId: 't1', state: 'done' });
    expect(closed.tasks[0]).toMatchObject({ state: 'done', closedByName: 'forPeer' });
    expect(desk.refusal(closed, 'closeTask', 'requester', { taskId: 't1', state: 'done' })).toBe('changes.noOpenTask taskId notFound');
    expect(desk.refusal(closed, 'changeTask', 'requester', { taskId: 't1', title: 'x' })).toBe('changes.noOpenTask taskId notFound');
  });

  it('are skipped with a reason, and only for people and groups that are there', () => {
    expect(desk.refusal(withTask, 'closeTask', 'requester', { taskId: 't1', state: 'skipped' })).toBe('kernel.invalidInput note required');
    expect(desk.refusal(withTask, 'addTask', 'requester', { title: 'x', kind: 'test', groupId: 'GRP0000404' })).toBe('kernel.invalidInput groupId notFound');
    expect(desk.refusal(withTask, 'addTask', 'requester', { title: 'x', kind: 'test', assigneeId: 'PER0000404' })).toBe('kernel.invalidInput assigneeId notFound');
  });

  it('are at most fifty', () => {
    const full = Array.from({ length: 49 }).reduce<Change>((change) => desk.after(change, 'addTask', 'requester', { title: 'x', kind: 'test' }), withTask);
    expect(desk.refusal(full, 'addTask', 'requester', { title: 'x', kind: 'test' })).toBe('changes.tooManyTasks');
  });
});

it('high risk is reviewed', () => {
  const risky = desk.vote(desk.vote(desk.vote(desk.vote(desk.submitted(answers('3')), 'peer', 'peer'), 'owner', 'owner'), 'manager1', 'changeManager'), 'manager2', 'changeManager');
  expect(finished({ outcome: 'successful' }, desk.after(risky, 'start', 'implementer', {}, TIMES[2])).reviewReasons).toEqual(['risk']);
});
