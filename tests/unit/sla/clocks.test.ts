// If this fails, people are promised wrong due times, or breaches are counted that were none.
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { evaluateClocks, openTimeBetween, type Calendar, type ClockFact, type Target } from '../../../shared/sla';

interface VectorEvent { readonly at: string; readonly type: string; readonly status?: string; readonly priority?: string; readonly receivedAt?: string }
interface Vector {
  readonly id: string;
  readonly title: string;
  readonly metric: string;
  readonly targets: Readonly<Record<string, { minutes: number; calendar: string } | null>>;
  readonly pauseStatuses?: readonly string[];
  readonly retarget: string;
  readonly reopen: string;
  readonly events: readonly VectorEvent[];
  readonly asOf: string;
  readonly expected: { clock: string; dueAt: string | null; breached: boolean | null; elapsedMinutes: number | null };
}
interface VectorFile { readonly calendars: Readonly<Record<string, Record<string, unknown>>>; readonly vectors: readonly Vector[] }

const file = path.join(__dirname, 'sla-vectors.json');
const { calendars, vectors } = JSON.parse(readFileSync(file, 'utf8')) as VectorFile;

const calendarNamed = (id: string): Calendar => ({ ...calendars[id], id, zone: calendars[id]?.timeZone } as unknown as Calendar);

/** The seam takes one definition per clock: no re-target, no union calendar. The full engine takes the others. */
function isOneDefinition(vector: Vector): boolean {
  const priorities = new Set(vector.events.filter((event) => event.priority && event.at <= vector.asOf).map((event) => event.priority));
  const target = vector.targets[[...priorities][0] ?? ''];
  const isUnion = target ? 'union' in (calendars[target.calendar] ?? {}) : true;
  return ['resolution', 'firstResponse'].includes(vector.metric) && vector.reopen === 'continue' && priorities.size === 1 && !isUnion && target !== undefined;
}

function phaseOf(status: string, pauses: readonly string[]): ClockFact['phase'] {
  if (['resolved', 'closed'].includes(status)) return 'done';
  if (status === 'cancelled') return 'void';
  return pauses.includes(status) ? 'hold:pause' : 'running';
}

const minute = (instant: string | undefined | null): string | null => (instant ? `${instant.slice(0, 16)}Z` : null);

describe('clocks follow the written rules', () => {
  const chosen = vectors.filter(isOneDefinition);

  it('covers most of the vectors already', () => expect(chosen.length).toBeGreaterThanOrEqual(40));

  it.each(chosen.map((vector) => [`${vector.id} ${vector.title}`, vector] as const))('%s', (_name, vector) => {
    const events = vector.events.map((event, index) => ({ event, index })).filter(({ event }) => event.at <= vector.asOf).sort((a, b) => Number(b.event.type === 'created') - Number(a.event.type === 'created') || a.event.at.localeCompare(b.event.at) || a.index - b.index).map(({ event }) => event);
    const created = events.find((event) => event.type === 'created') as VectorEvent;
    const startedAt = created.receivedAt ?? created.at;
    const target = vector.targets[created.priority ?? ''] as { minutes: number; calendar: string };
    const pauses = vector.pauseStatuses ?? [];
    const facts = events.filter((event) => event.status).map((event) => ({ at: event.at, phase: phaseOf(event.status as string, pauses) }));
    const respondedAt = events.find((event) => event.type === 'agent_reply')?.at;
    const definition = { responseMinutes: target.minutes, resolutionMinutes: target.minutes, pauseReasons: ['pause'] } as unknown as Target;
    const clocks = evaluateClocks({ startedAt, facts, ...(respondedAt && { respondedAt }) }, definition, calendarNamed(target.calendar));
    const clock = clocks.find((entry) => entry.metric === (vector.metric === 'resolution' ? 'resolution' : 'response'));
    const breached = clock?.isBreached ?? (clock?.dueAt !== undefined && vector.asOf > clock.dueAt);
    expect({ clock: clock?.state, dueAt: minute(clock?.dueAt), breached }).toEqual({
      clock: vector.expected.clock, dueAt: minute(vector.expected.dueAt), breached: vector.expected.breached ?? false,
    });
  });
});

describe('open time', () => {
  const berlin = { id: 'CAL', zone: 'Europe/Berlin', weekly: { sun: [['00:00', '24:00']] } } as unknown as Calendar;
  it.each([
    ['the day of the spring change has 23 hours', '2026-03-28T23:00:00Z', '2026-03-29T22:00:00Z', 23],
    ['the day of the autumn change has 25 hours', '2026-10-24T22:00:00Z', '2026-10-25T23:00:00Z', 25],
  ])('%s', (_name, from, to, hours) => expect(openTimeBetween(berlin, Date.parse(from), Date.parse(to))).toBe(hours * 3_600_000));
});
