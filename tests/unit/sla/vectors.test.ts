// If this fails, people are promised wrong due times, or breaches are counted that were none.
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { evaluateVector, meetsExpected, readVectors, type ReadVector } from '../../../shared/sla';

type Json = Record<string, unknown>;
type Good = Extract<ReadVector, { vector: unknown }>;

const FILE = path.join(__dirname, 'sla-vectors.json');
const source = JSON.parse(readFileSync(FILE, 'utf8')) as { calendars: Json; vectors: Json[] };

function read(json: unknown): readonly ReadVector[] {
  const found = readVectors(json);
  if ('problem' in found) throw new Error(JSON.stringify(found.problem));
  return found.vectors;
}

/** The first vector of the file with some entries replaced, together with what else the file says. */
function changed(entries: Json, calendars: Json = {}): ReadVector {
  return read({ calendars: { ...source.calendars, ...calendars }, vectors: [{ ...source.vectors[0], ...entries }] })[0] as ReadVector;
}

function evaluate(entries: Json, calendars?: Json): Json {
  const { vector, calendars: used } = changed(entries, calendars) as Good;
  return { ...evaluateVector(vector, used) };
}

const created = (status = 'new', more: Json = {}): Json => ({ at: '2026-03-02T10:00:00Z', type: 'created', status, priority: 'P3', ...more });
const at = (time: string, event: Json): Json => ({ at: `2026-03-02T${time}:00Z`, ...event });

describe('the worked examples', () => {
  const vectors = read(source) as readonly Good[];

  test('all sixty can be computed', () => {
    expect(vectors).toHaveLength(60);
    expect(vectors.filter((entry) => !('vector' in entry))).toEqual([]);
  });

  test.each(vectors.map((entry) => [entry.id, entry] as const))('%s', (_id, { vector, calendars }) => {
    const { dueLocal: _dueLocal, ...expected } = vector.expected;
    const found = evaluateVector(vector, calendars);
    expect(found).toEqual(expected);
    expect(meetsExpected(vector.expected, found)).toBe(true);
  });

  test('a result that differs in anything is no match', () => {
    for (const { vector, calendars } of vectors) {
      const found = evaluateVector(vector, calendars);
      for (const name of Object.keys(vector.expected).filter((entry) => entry !== 'dueLocal')) {
        expect({ id: vector.id, name, isMet: meetsExpected({ ...vector.expected, [name]: 'other' }, found) }).toMatchObject({ isMet: false });
      }
    }
  });
});

describe('other examples of the same form', () => {
  test('statuses may be any text, several of them pause', () => {
    const events = [created(), at('11:00', { type: 'status', status: 'pending' }), at('12:00', { type: 'status', status: 'awaiting_approval' }), at('13:00', { type: 'status', status: 'assigned' })];
    expect(evaluate({ pauseStatuses: ['pending', 'awaiting_approval'], events, asOf: '2026-03-02T14:00:00Z' })).toMatchObject({ clock: 'running', elapsedMinutes: 120, dueAt: '2026-03-02T16:00:00Z' });
    expect(evaluate({ pauseStatuses: [], events, asOf: '2026-03-02T14:00:00Z' })).toMatchObject({ elapsedMinutes: 240, breached: false });
  });

  test('what happens after the instant asked about has not happened', () => {
    const events = [created(), at('12:00', { type: 'status', status: 'resolved' })];
    expect(evaluate({ events })).toMatchObject({ clock: 'running', elapsedMinutes: 60 });
    expect(evaluate({ events, asOf: '2026-03-02T12:00:00Z' })).toMatchObject({ clock: 'stopped', elapsedMinutes: 120 });
    expect(evaluate({ events, asOf: '2026-03-02T09:00:00Z' })).toEqual({ clock: 'none' });
  });

  test('a calendar that never opens gives no due time and no breach', () => {
    expect(evaluate({ targets: { P3: { minutes: 60, calendar: 'CLOSED' } }, asOf: '2026-06-02T10:00:00Z' })).toMatchObject({ clock: 'running', elapsedMinutes: 0, dueAt: null, breached: false, breachedAt: null });
  });

  test('a change to equal terms starts the clock over where that is the mode', () => {
    const entries = { targets: { P3: { minutes: 240, calendar: 'LON' }, P2: { minutes: 240, calendar: 'LON' } }, events: [created(), at('11:00', { type: 'priority', priority: 'P2' })], asOf: '2026-03-02T12:00:00Z' };
    expect(evaluate({ ...entries, retarget: 'reset' })).toMatchObject({ priority: 'P2', elapsedMinutes: 60, dueAt: '2026-03-02T15:00:00Z' });
    expect(evaluate({ ...entries, retarget: 'carry' })).toMatchObject({ priority: 'P2', elapsedMinutes: 120, dueAt: '2026-03-02T14:00:00Z' });
  });

  test('a promise between groups keeps its minutes when the priority changes', () => {
    const targets = { P3: { minutes: 300, calendar: 'LON' }, P2: { minutes: 120, calendar: '24x7' } };
    const events = [created(), at('11:00', { type: 'group', group: 'network' }), at('12:00', { type: 'priority', priority: 'P2' })];
    const ola = { metric: 'ola', group: 'network', targets, events, asOf: '2026-03-02T12:30:00Z' };
    expect(evaluate({ ...ola, retarget: 'carry' })).toMatchObject({ clock: 'running', priority: 'P2', elapsedMinutes: 90, dueAt: '2026-03-02T13:00:00Z' });
    expect(evaluate({ ...ola, retarget: 'reset' })).toMatchObject({ elapsedMinutes: 30, dueAt: '2026-03-02T14:00:00Z' });
    expect(evaluate({ ...ola, retarget: 'retroactive' })).toMatchObject({ elapsedMinutes: 90 });
  });

  test('a group or supplier that never had the record has used nothing', () => {
    const still = { clock: 'paused', priority: 'P3', targetMinutes: 240, elapsedMinutes: 0, remainingMinutes: 240, percentElapsed: 0, dueAt: null, breached: false, breachedAt: null };
    expect(evaluate({ metric: 'ola', group: 'network', events: [created('new', { group: 'desk' })] })).toEqual(still);
    expect(evaluate({ metric: 'uc' })).toEqual(still);
    expect(evaluate({ metric: 'uc', events: [created(), at('10:30', { type: 'status', status: 'cancelled' })] })).toEqual({ ...still, clock: 'cancelled' });
    expect(evaluate({ metric: 'uc', targets: { P3: null } })).toEqual({ clock: 'none' });
  });

  test('a group that had it only when it was closed has stood still since it was resolved', () => {
    const events = [created(), at('12:00', { type: 'status', status: 'resolved' }), at('15:00', { type: 'status', status: 'closed' }), at('16:00', { type: 'group', group: 'network' })];
    expect(evaluate({ metric: 'ola', group: 'network', events, asOf: '2026-03-02T17:00:00Z' })).toMatchObject({ clock: 'stopped', elapsedMinutes: 0, dueAt: '2026-03-02T16:00:00Z', breached: false });
  });

  test.each([
    ['retroactive', 120, '2026-03-02T14:00:00Z'],
    ['carry', 60, '2026-03-02T15:00:00Z'],
    ['reset', 60, '2026-03-02T15:00:00Z'],
  ])('a first target after a while counts %s', (retarget, elapsedMinutes, dueAt) => {
    const targets = { P3: null, P2: { minutes: 240, calendar: 'LON' } };
    const events = [created(), at('11:00', { type: 'priority', priority: 'P2' })];
    expect(evaluate({ targets, events, retarget, asOf: '2026-03-02T12:00:00Z' })).toMatchObject({ clock: 'running', priority: 'P2', elapsedMinutes, dueAt });
  });

  test('a reply that is still owed is an open cycle', () => {
    const events = [created(), at('10:05', { type: 'agent_reply' }), at('10:20', { type: 'requester_reply' })];
    expect(evaluate({ metric: 'nextReply', events })).toEqual({
      clock: 'running', cycles: [{ startAt: '2026-03-02T10:20:00Z', stopAt: null, elapsedMinutes: 40, dueAt: '2026-03-02T14:20:00Z', breached: false }],
    });
  });

  test('an answer while it was paused ends a cycle that would have been due later', () => {
    const events = [created(), at('10:05', { type: 'agent_reply' }), at('10:20', { type: 'requester_reply' }), at('10:30', { type: 'status', status: 'on_hold' }), at('12:00', { type: 'agent_reply' })];
    expect(evaluate({ metric: 'nextReply', events, asOf: '2026-03-02T13:00:00Z' })).toEqual({
      clock: 'stopped', cycles: [{ startAt: '2026-03-02T10:20:00Z', stopAt: '2026-03-02T12:00:00Z', elapsedMinutes: 10, dueAt: '2026-03-02T15:50:00Z', breached: false }],
    });
  });

  test('instants may be written with an offset', () => {
    expect(evaluate({ events: [created('new', { at: '2026-03-02T11:00:00+01:00' })] })).toMatchObject({ elapsedMinutes: 60 });
    expect(meetsExpected({ dueAt: '2026-03-02T15:00:00+01:00' }, { dueAt: '2026-03-02T14:00:00Z' })).toBe(true);
  });
});

describe('files that are not right', () => {
  test.each([
    ['a list', [], { field: '', code: 'notObject' }],
    ['no vectors', {}, { field: 'vectors', code: 'notList' }],
    ['calendars as a list', { vectors: [], calendars: [] }, { field: 'calendars', code: 'notObject' }],
  ])('%s', (_name, json, problem) => expect(readVectors(json)).toEqual({ problem }));

  const offered = expect.objectContaining({ offered: expect.any(String) }) as unknown;
  test.each<[string, Json, object]>([
    ['an unknown metric', { metric: 'speed' }, { field: 'metric', code: 'notOffered', params: offered }],
    ['a promise of nobody', { metric: 'ola' }, { field: 'group', code: 'notText' }],
    ['an unknown mode', { retarget: 'never' }, { field: 'retarget', code: 'notOffered', params: offered }],
    ['a target of zero', { targets: { P3: { minutes: 0, calendar: 'LON' } } }, { field: 'targets.P3.minutes', code: 'notMinutes' }],
    ['a calendar that is not there', { targets: { P3: { minutes: 5, calendar: 'toString' } } }, { field: 'targets.P3.calendar', code: 'unknownCalendar', params: { calendar: 'toString' } }],
    ['an instant that is none', { asOf: 'noon' }, { field: 'asOf', code: 'notInstant' }],
    ['nothing created', { events: [] }, { field: 'events', code: 'notOneCreated' }],
    ['created twice', { events: [created(), created()] }, { field: 'events', code: 'notOneCreated' }],
    ['a day that does not exist', { events: [created('new', { at: '2026-02-40T10:00:00Z' })] }, { field: 'events[0].at', code: 'notInstant' }],
    ['an unknown event', { events: [created(), at('11:00', { type: 'magic' })] }, { field: 'events[1].type', code: 'notOffered', params: offered }],
    ['a status that says nothing', { events: [created(), at('11:00', { type: 'status' })] }, { field: 'events[1].status', code: 'notText' }],
  ])('%s', (_name, entries, problem) => expect(changed(entries)).toEqual({ id: 'SLA-001', problems: [problem] }));

  test.each<[string, Json, object]>([
    ['an unknown zone', { timeZone: 'Mars/Phobos' }, { field: 'calendars.LON.timeZone', code: 'notZone', params: { value: 'Mars/Phobos' } }],
    ['a window that runs backwards', { weekly: { mon: [['22:00', '06:00']] } }, { field: 'calendars.LON.weekly.mon', code: 'notWindows' }],
    ['a holiday that is no date', { holidays: ['Easter'] }, { field: 'calendars.LON.holidays', code: 'notDate' }],
    ['a union of itself', { union: ['LON'] }, { field: 'calendars.LON.union', code: 'circular', params: { calendar: 'LON' } }],
  ])('%s', (_name, entries, problem) => {
    const LON = { ...(source.calendars.LON as Json), ...entries };
    expect(changed({}, { LON })).toEqual({ id: 'SLA-001', problems: [problem] });
  });

  test('one bad vector leaves the others alone', () => {
    const vectors = read({ ...source, vectors: [null, { id: 'X-1' }, source.vectors[0]] });
    expect(vectors.map(({ id }) => id)).toEqual(['vectors[0]', 'X-1', 'SLA-001']);
    expect(vectors.map((entry) => 'vector' in entry)).toEqual([false, false, true]);
  });
});
