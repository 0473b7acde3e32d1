// If this fails, somebody may do with a change what is not theirs to do, or may not do what is, or sees what they may not.
import { CHANGE_LIFECYCLE, changeActions, subjectOf, type Change } from '../../../shared/changes';
import { canReadChange } from '../../../shared/changes/change-permissions';
import { actorNamed, givenDesk } from './given-changes';
import { ACTORS, TIMES, type Who } from './model-world';

const desk = givenDesk();
const busy = givenDesk({ hasRival: true });
const open = desk.submitted();
const authorize = desk.vote(open, 'peer', 'peer');
const scheduled = desk.scheduled();
const implement = desk.after(scheduled, 'start', 'implementer', {}, TIMES[2]);
const calm = desk.after(implement, 'finish', 'implementer', { outcome: 'successful' }, TIMES[2]);

const RECORDS = {
  new: desk.propose(), assess: open, authorize, scheduled, implement, calm,
  /** Everybody agrees, and somebody else is at its place. */
  agreed: busy.vote(busy.vote(busy.submitted(), 'peer', 'peer'), 'manager1', 'changeManager'),
  held: desk.after(scheduled, 'hold', 'requester', { reason: 'other' }),
  /** Begun by somebody else of the group. */
  byAnother: desk.after(scheduled, 'start', 'second', {}, TIMES[2]),
  failed: desk.after(desk.after(scheduled, 'start', 'second', {}, TIMES[2]), 'finish', 'second', { outcome: 'backedOut' }, TIMES[2]),
  closed: desk.after(calm, 'close', 'manager1'),
  cancelled: desk.after(open, 'cancel', 'requester', { reason: 'withdrawn' }),
};

const TALK = 'comment link unlink';
const TASKS = `${TALK} addTask changeTask closeTask`;
const PLAN = `${TASKS} edit hold reschedule`;
const VOTE = 'approve reject returnForInfo';

/** Who may do what, with each as it is. Nobody who is left out may do anything. */
const TABLE: Readonly<Record<keyof typeof RECORDS, Partial<Record<Who, string>>>> = {
  new: {
    requester: `${PLAN} cancel submit`, implementer: `${PLAN} submit`, second: `${PLAN} submit`, peer: `${PLAN} submit`, manager1: `${PLAN} acceptCollisions cancel submit`,
    manager2: `${PLAN} acceptCollisions cancel submit`, forPeer: `${TALK} closeTask`, system: `${PLAN} submit`,
  },
  assess: {
    requester: `${PLAN} cancel revert`, implementer: `${PLAN} revert`, second: `${PLAN} ${VOTE}`, peer: `${PLAN} ${VOTE}`, manager1: `${PLAN} cancel revert`, manager2: `${PLAN} cancel revert`,
    forPeer: `${TALK} closeTask ${VOTE}`, system: PLAN,
  },
  // Nobody schedules it while votes are awaited: the last consent does. The implementer's manager is nobody; second stands in for the first change manager.
  authorize: {
    requester: `${PLAN} cancel revert`, implementer: `${PLAN} revert`, second: `${PLAN} ${VOTE}`, peer: `${PLAN} withdrawVote`,
    manager1: `${PLAN} cancel revert ${VOTE}`, manager2: `${PLAN} cancel revert ${VOTE}`, forPeer: `${TALK} closeTask`, forManager: `comment ${VOTE}`, system: PLAN,
  },
  agreed: {
    requester: `${PLAN} cancel revert schedule`, implementer: `${PLAN} revert schedule`, second: `${PLAN} schedule`, peer: `${PLAN} schedule withdrawVote`,
    manager1: `${PLAN} acceptCollisions cancel revert schedule withdrawVote`, manager2: `${PLAN} acceptCollisions cancel revert schedule`, forPeer: `${TALK} closeTask`, system: `${PLAN} schedule`,
  },
  scheduled: {
    requester: `${PLAN} cancel revert`, implementer: `${PLAN} revert start`, second: `${PLAN} start`, peer: PLAN, manager1: `${PLAN} cancel revert`, manager2: `${PLAN} cancel revert`,
    forPeer: `${TALK} closeTask`, system: `${PLAN} start`,
  },
  held: {
    requester: `${TASKS} edit reschedule resume cancel revert`, implementer: `${TASKS} edit reschedule resume revert`, second: `${TASKS} edit reschedule resume`,
    peer: `${TASKS} edit reschedule resume`, manager1: `${TASKS} edit reschedule resume cancel revert`, manager2: `${TASKS} edit reschedule resume cancel revert`, forPeer: `${TALK} closeTask`,
    system: `${TASKS} edit reschedule resume`,
  },
  implement: { requester: TASKS, implementer: `${TASKS} finish`, second: `${TASKS} finish`, peer: `${TASKS} finish`, manager1: TASKS, manager2: TASKS, forPeer: `${TALK} closeTask`, system: TASKS },
  byAnother: { requester: TASKS, implementer: `${TASKS} finish`, second: `${TASKS} finish`, peer: `${TASKS} finish`, manager1: TASKS, manager2: TASKS, forPeer: `${TALK} closeTask`, system: TASKS },
  // Neither the implementer nor who began it judges it.
  calm: {
    requester: `${TASKS} completeReview`, implementer: TASKS, second: `${TASKS} completeReview`, peer: `${TASKS} completeReview`, manager1: `${TASKS} close completeReview`,
    manager2: `${TASKS} close completeReview`, forPeer: `${TALK} closeTask`, system: `${TASKS} close`,
  },
  failed: {
    requester: `${TASKS} completeReview`, implementer: TASKS, second: TASKS, peer: `${TASKS} completeReview`, manager1: `${TASKS} completeReview`, manager2: `${TASKS} completeReview`,
    forPeer: `${TALK} closeTask`, system: TASKS,
  },
  closed: Object.fromEntries(['requester', 'implementer', 'second', 'peer', 'manager1', 'manager2', 'forPeer', 'system'].map((who) => [who, TALK])),
  cancelled: Object.fromEntries(['requester', 'implementer', 'second', 'peer', 'manager1', 'manager2', 'forPeer', 'system'].map((who) => [who, TALK])),
};

/** Whoever works on changes can call a webhook about one, whatever has become of it. */
const CALLS: ReadonlySet<Who> = new Set(['implementer', 'second', 'peer', 'manager1', 'manager2', 'system']);

const verbsOf = (change: Change, who: Who): readonly string[] =>
  changeActions.filter(({ creates, internal, can }) => !creates && !internal && (can as (...args: readonly unknown[]) => boolean)(actorNamed(who), subjectOf(change))).map(({ name }) => name.slice('changes.'.length)).sort();

describe.each(Object.entries(TABLE))('%s', (name, row) => {
  it.each([...ACTORS.keys()])('%s', (who) => {
    const wanted = [...(row[who] ?? '').split(' ').filter(Boolean), ...(CALLS.has(who) ? ['callWebhook'] : [])];
    expect(verbsOf(RECORDS[name as keyof typeof RECORDS], who)).toEqual(wanted.sort());
  });
});

it('in no state does anybody do what the table of states does not name', () => {
  for (const change of Object.values(RECORDS)) {
    const named = CHANGE_LIFECYCLE.transitions.filter(({ from }) => from.includes(change.state)).map(({ action }) => action);
    for (const who of ACTORS.keys()) expect(verbsOf(change, who).filter((verb) => !named.includes(verb))).toEqual([]);
  }
});

it('a field that a step needs cannot be left out', () => {
  for (const { action, requires = [], from } of CHANGE_LIFECYCLE.transitions) {
    const change = Object.values(RECORDS).find(({ state }) => from.includes(state)) as Change;
    const who = [...ACTORS.keys()].find((entry) => Object.values(RECORDS).some((record) => from.includes(record.state) && verbsOf(record, entry).includes(action)));
    const record = Object.values(RECORDS).find((entry) => from.includes(entry.state) && who && verbsOf(entry, who).includes(action));
    // A board has no seat here; its vote is tested with boards.
    if (action === 'closeVote') continue;
    expect({ action, problems: requires.filter((field) => !desk.refusal(record ?? change, action, who as Who, {}).includes(`${field} required`)) }).toEqual({ action, problems: [] });
  }
});

describe('who sees it', () => {
  const readers = (change: Change): readonly Who[] => [...ACTORS].filter(([, actor]) => canReadChange(actor, subjectOf(change))).map(([who]) => who);
  const always = ['requester', 'implementer', 'second', 'peer', 'manager1', 'manager2', 'forPeer', 'system'];

  it('those who work in IT; others while they decide for somebody, and afterwards when they did', () => {
    expect(readers(open)).toEqual(always);
    expect(readers(authorize)).toEqual([...always.slice(0, -1), 'forManager', 'system']);
    const byThem = desk.vote(authorize, 'forManager', 'changeManager');
    expect(readers(byThem)).toEqual([...always.slice(0, -1), 'forManager', 'system']);
    expect(readers(scheduled)).toEqual(always);
  });

  it('auditors and administrators see all, and may do nothing', () => {
    for (const role of ['auditor', 'administrator'] as const) {
      const reader = { ...actorNamed('outsider'), roles: ['employee', role] as const };
      expect(canReadChange(reader, subjectOf(open))).toBe(true);
      expect(changeActions.filter(({ creates, internal, can }) => !creates && !internal && (can as (...args: readonly unknown[]) => boolean)(reader, subjectOf(open)))).toEqual([]);
    }
  });
});

it('agents and those who manage changes propose them', () => {
  const may = [...ACTORS].filter(([, actor]) => (changeActions[0]?.can as (...args: readonly unknown[]) => boolean)(actor, undefined)).map(([who]) => who);
  expect(may).toEqual(['requester', 'implementer', 'second', 'peer', 'manager1', 'manager2', 'forPeer', 'system']);
});
