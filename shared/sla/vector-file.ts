import { IANAZone } from 'luxon';
import type { Weekday, Window } from './calendar-schema';

export type VectorMetric = (typeof METRICS)[number];

export interface VectorCalendar {
  readonly timeZone: string;
  readonly weekly: Readonly<Partial<Record<Weekday, readonly Window[]>>>;
  readonly holidays: readonly string[];
  readonly overrides: Readonly<Record<string, readonly Window[]>>;
  /** Open whenever one of these is. */
  readonly union?: readonly string[];
}

export interface VectorEvent {
  readonly at: string;
  readonly type: (typeof EVENTS)[number];
  readonly status?: string;
  readonly priority?: string;
  readonly receivedAt?: string;
  readonly reason?: string;
  readonly group?: string;
}

/** One worked example of a clock, as domain.md 5.4 describes them. */
export interface Vector {
  readonly id: string;
  readonly metric: VectorMetric;
  readonly group?: string;
  readonly targets: Readonly<Record<string, { readonly minutes: number; readonly calendar: string } | null>>;
  readonly pauseStatuses: readonly string[];
  readonly retarget: (typeof RETARGETS)[number];
  readonly reopen: (typeof REOPENS)[number];
  readonly events: readonly VectorEvent[];
  readonly asOf: string;
  readonly expected: Readonly<Record<string, unknown>>;
}

/** What is wrong with a file of vectors. `code` is a text key below `cli.sla.vector.`. */
export interface VectorProblem {
  readonly field: string;
  readonly code:
    | 'notObject' | 'notList' | 'notText' | 'notOffered' | 'notMinutes' | 'notInstant' | 'notDate' | 'notZone' | 'notWindows' | 'unknownCalendar'
    | 'circular' | 'notOneCreated';
  readonly params?: Readonly<Record<string, string>>;
}

/** A vector that can be computed, or why it cannot. */
export type ReadVector =
  | { readonly id: string; readonly vector: Vector; readonly calendars: ReadonlyMap<string, VectorCalendar> }
  | { readonly id: string; readonly problems: readonly VectorProblem[] };

const METRICS = ['resolution', 'firstResponse', 'nextReply', 'ola', 'uc'] as const;
const RETARGETS = ['retroactive', 'carry', 'reset'] as const;
const REOPENS = ['continue', 'new_cycle', 'strict'] as const;
const EVENTS = ['created', 'status', 'priority', 'group', 'agent_reply', 'requester_reply', 'internal_note', 'system_reply'] as const;
const WEEKDAYS: readonly string[] = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'];
const INSTANT = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(:\d{2}(\.\d{1,3})?)?(Z|[+-]\d{2}:\d{2})$/;
const DATE = /^\d{4}-\d{2}-\d{2}$/;
const TIME = /^(([01]\d|2[0-3]):[0-5]\d|24:00)$/;

type Loose = Readonly<Record<string, unknown>>;
type Report = (field: string, code: VectorProblem['code'], params?: VectorProblem['params']) => void;

const isObject = (value: unknown): value is Loose => typeof value === 'object' && value !== null && !Array.isArray(value);
const isText = (value: unknown): value is string => typeof value === 'string' && value !== '';
const isTexts = (value: unknown): value is readonly string[] => Array.isArray(value) && value.every(isText);
const isInstant = (value: unknown): boolean => isText(value) && INSTANT.test(value) && !Number.isNaN(Date.parse(value));
const isDate = (value: unknown): boolean => isText(value) && DATE.test(value) && !Number.isNaN(Date.parse(value));

function isWindow(value: unknown): boolean {
  if (!isTexts(value) || value.length !== 2) return false;
  const [start = '', end = ''] = value;
  return TIME.test(start) && TIME.test(end) && start < end;
}

const isWindows = (value: unknown): boolean => Array.isArray(value) && value.every(isWindow);

/**
 * Reads a file of vectors (domain.md 5.4). A file that has no vectors at all gives its problem; a vector that is not right
 * gives its own ones, and leaves the others alone.
 */
export function readVectors(json: unknown): { readonly vectors: readonly ReadVector[] } | { readonly problem: VectorProblem } {
  if (!isObject(json)) return { problem: { field: '', code: 'notObject' } };
  const { vectors, calendars = {} } = json;
  if (!Array.isArray(vectors)) return { problem: { field: 'vectors', code: 'notList' } };
  if (!isObject(calendars)) return { problem: { field: 'calendars', code: 'notObject' } };
  return { vectors: vectors.map((vector: unknown, index) => readVector(vector, index, calendars)) };
}

function readVector(raw: unknown, index: number, calendars: Loose): ReadVector {
  const id = isObject(raw) && isText(raw.id) ? raw.id : `vectors[${index}]`;
  if (!isObject(raw)) return { id, problems: [{ field: '', code: 'notObject' }] };
  const problems: VectorProblem[] = [];
  const report: Report = (field, code, params) => problems.push({ field, code, ...(params && { params }) });
  checkVector(raw, report);
  const used = new Map<string, VectorCalendar>();
  if (isObject(raw.targets)) for (const [name, target] of Object.entries(raw.targets)) checkTarget(name, target, { calendars, used, report });
  if (problems.length > 0) return { id, problems };
  // `null` stands for absent in some writers' files.
  const events = (raw.events as readonly Loose[]).map((event) => Object.fromEntries(Object.entries(event).filter(([, value]) => value !== null)));
  const vector = { pauseStatuses: [], retarget: 'retroactive', reopen: 'continue', ...raw, id, events } as unknown as Vector;
  return { id, vector, calendars: used };
}

function checkVector(raw: Loose, report: Report): void {
  checkOffered(raw, 'metric', METRICS, report);
  if (raw.retarget !== undefined) checkOffered(raw, 'retarget', RETARGETS, report);
  if (raw.reopen !== undefined) checkOffered(raw, 'reopen', REOPENS, report);
  if (raw.metric === 'ola' && !isText(raw.group)) report('group', 'notText');
  if (raw.pauseStatuses !== undefined && !isTexts(raw.pauseStatuses)) report('pauseStatuses', 'notList');
  if (!isObject(raw.targets)) report('targets', 'notObject');
  if (!isInstant(raw.asOf)) report('asOf', 'notInstant');
  if (!isObject(raw.expected)) report('expected', 'notObject');
  if (!Array.isArray(raw.events)) return report('events', 'notList');
  raw.events.forEach((event: unknown, place) => checkEvent(event, `events[${place}]`, report));
  if (raw.events.filter((event) => isObject(event) && event.type === 'created').length !== 1) report('events', 'notOneCreated');
}

function checkOffered(raw: Loose, field: string, offered: readonly string[], report: Report, path = field): void {
  if (!offered.some((value) => value === raw[field])) report(path, 'notOffered', { offered: offered.join(', ') });
}

/** What each kind of event must say. */
const NEEDED: Readonly<Record<string, readonly string[]>> = { created: ['status', 'priority'], status: ['status'], priority: ['priority'], group: ['group'] };

function checkEvent(event: unknown, path: string, report: Report): void {
  if (!isObject(event)) return report(path, 'notObject');
  checkOffered(event, 'type', EVENTS, report, `${path}.type`);
  if (!isInstant(event.at)) report(`${path}.at`, 'notInstant');
  if (event.receivedAt !== undefined && event.receivedAt !== null && !isInstant(event.receivedAt)) report(`${path}.receivedAt`, 'notInstant');
  const needed = NEEDED[String(event.type)] ?? [];
  for (const field of ['status', 'priority', 'group', 'reason']) {
    const isMissing = event[field] === undefined || event[field] === null;
    if (isMissing ? needed.includes(field) : !isText(event[field])) report(`${path}.${field}`, 'notText');
  }
}

interface Calendars {
  readonly calendars: Loose;
  readonly used: Map<string, VectorCalendar>;
  readonly report: Report;
}

function checkTarget(priority: string, target: unknown, context: Calendars): void {
  const { report } = context;
  const path = `targets.${priority}`;
  if (target === null) return;
  if (!isObject(target)) return report(path, 'notObject');
  if (typeof target.minutes !== 'number' || !(target.minutes > 0) || !Number.isFinite(target.minutes)) report(`${path}.minutes`, 'notMinutes');
  if (!isText(target.calendar)) report(`${path}.calendar`, 'notText');
  else readCalendar(target.calendar, `${path}.calendar`, context, []);
}

/** Takes a calendar and its members into `used`, once. */
function readCalendar(id: string, from: string, context: Calendars, above: readonly string[]): void {
  const { calendars, used, report } = context;
  if (above.includes(id)) return report(from, 'circular', { calendar: id });
  if (used.has(id)) return;
  const raw = Object.hasOwn(calendars, id) ? calendars[id] : undefined;
  const path = `calendars.${id}`;
  if (raw === undefined) return report(from, 'unknownCalendar', { calendar: id });
  if (!isObject(raw)) return report(path, 'notObject');
  const { timeZone = 'UTC', weekly = {}, holidays = [], overrides = {}, union } = raw;
  if (union !== undefined && !isTexts(union)) return report(`${path}.union`, 'notList');
  for (const member of union ?? []) readCalendar(member, `${path}.union`, context, [...above, id]);
  if (!isText(timeZone) || !IANAZone.isValidZone(timeZone)) report(`${path}.timeZone`, 'notZone', { value: String(timeZone) });
  if (!isTexts(holidays) || !holidays.every(isDate)) report(`${path}.holidays`, 'notDate');
  checkWindows(weekly, `${path}.weekly`, (day) => WEEKDAYS.includes(day), report);
  checkWindows(overrides, `${path}.overrides`, isDate, report);
  used.set(id, { timeZone, weekly, holidays, overrides, ...(union && { union }) } as VectorCalendar);
}

function checkWindows(table: unknown, path: string, isName: (name: string) => boolean, report: Report): void {
  if (!isObject(table)) return report(path, 'notObject');
  for (const [name, windows] of Object.entries(table)) if (!isName(name) || !isWindows(windows)) report(`${path}.${name}`, 'notWindows');
}
