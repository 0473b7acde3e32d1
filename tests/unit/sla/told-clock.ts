import { isBreached, traceClocks, type Calendar, type ClockFact, type ClockInput, type ClockView } from '../../../shared/sla';
import type { Agreement } from '../../../shared/sla/agreement';
import { levelsOf } from './random-levels';

const base = { version: 1, createdAt: '2026-01-01T00:00:00.000Z', updatedAt: '2026-01-01T00:00:00.000Z', retired: false };
const week = (start: string, end: string): Calendar['weekly'] => Object.fromEntries(['mon', 'tue', 'wed', 'thu', 'fri'].map((day) => [day, [[start, end] as const]]));

/** Monday to Friday: London 9 to 17, which is UTC in the first week of March 2026; New York 8 to 18, which is 13 to 23 UTC. */
const calendars: readonly Calendar[] = [
  { ...base, id: 'LON', name: 'London', zone: 'Europe/London', weekly: week('09:00', '17:00') },
  { ...base, id: 'NYC', name: 'New York', zone: 'America/New_York', weekly: week('08:00', '18:00'), sites: ['New York'] },
  { ...base, id: 'NEVER', name: 'Never', zone: 'UTC', weekly: {} },
];
const organization = {
  calendars,
  people: [{ id: 'PER1', site: 'New York' }, { id: 'PER2', site: 'Oslo' }],
  groups: [{ id: 'network', calendarId: 'NYC' }, { id: 'desk' }],
  categories: [{ id: 'mail', calendarId: 'NYC' }, { id: 'outlook', parentId: 'mail' }],
  offerings: [{ id: 'laptop', categoryId: 'outlook' }, { id: 'phone', calendarId: 'LON', categoryId: 'outlook' }, { id: 'badge', targetMinutes: 30 }],
};

export const onHold = [[{ field: 'state', is: ['onHold'] }]];

/** Eight hours of London for the resolution, unless said otherwise. */
export function promise(change: Partial<Agreement> = {}): Agreement {
  return {
    ...base, id: 'SLA1', name: 'SLA1', type: 'sla', metric: 'resolution', order: 1, calendarSource: 'fixed', calendarId: 'LON', retarget: 'retroactive', reopen: 'continue',
    targets: { any: { value: 480, unit: 'minutes' } }, conditions: { pause: onHold }, ...change,
  };
}

export const minutes = (value: number): Agreement['targets'][string] => ({ value, unit: 'minutes' });

/** `02 09:00` is the second of March 2026, a Monday. */
export const at = (when: string): string => `2026-03-${when.replace(' ', 'T')}:00.000Z`;
const short = (instant: string | undefined): string => (instant ? instant.slice(8, 16).replace('T', ' ') : '-');

export type Told = readonly [when: string, what: 'agent' | 'requester' | NonNullable<ClockFact['set']>];

/** A record that was new on Monday at nine with priority P3, and what happened then. */
export function history(...told: readonly Told[]): ClockInput {
  const born: ClockFact = { at: at('02 09:00'), seq: 1, set: { kind: 'incident', state: 'new', priority: 'P3' } };
  const facts = told.map(([when, what], index): ClockFact => ({ at: at(when), seq: index + 2, ...(typeof what === 'string' ? { said: what } : { set: what }) }));
  return { receivedAt: born.at, facts: [born, ...facts] };
}

function present(view: ClockView, usedMinutes: number, now: string): string {
  if (view.state === 'none') return 'nothing owed';
  const used = `${String(usedMinutes)} of ${String(view.targetMinutes)} min from ${short(view.startedAt)}, due ${short(view.dueAt)}`;
  const late = isBreached(view, now) ? ', late' : '';
  const since = view.state === 'paused' ? ` since ${short(view.pausedSince)}` : view.stoppedAt ? ` ${short(view.stoppedAt)}` : '';
  return `${view.state}${since}: ${used}${late}${view.neverOpens ? ', never opens' : ''}`;
}

/** Each clock in a line, what has been before it in lines of its own. */
export function tell(input: ClockInput, now: string, ...agreements: readonly Agreement[]): string[] {
  return traceClocks(input, levelsOf({ ...organization, agreements }), at(now)).flatMap(({ view, usedAt }) => [
    ...view.previous.map((row) => `${row.because}: ${String(row.usedMinutes)} of ${String(row.targetMinutes)} min ${short(row.startedAt)}-${short(row.endedAt)} ${row.isBreached ? 'late' : 'kept'}`),
    present(view, Math.floor(usedAt(Date.parse(at(now))) / 60_000), at(now)),
  ]);
}
