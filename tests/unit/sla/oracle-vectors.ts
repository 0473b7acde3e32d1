import { readFileSync } from 'node:fs';
import path from 'node:path';
import type { Agreement } from '../../../shared/sla/agreement';
import type { Calendar } from '../../../shared/sla/calendar';
import type { ClockFact, ClockFields, ClockInput } from '../../../shared/sla/facts';
import type { World } from './oracle-terms';

interface VectorEvent {
  readonly at: string;
  readonly type: string;
  readonly status?: string;
  readonly priority?: string;
  readonly reason?: string;
  readonly group?: string;
  readonly receivedAt?: string;
}

export interface VectorCycle {
  readonly startAt: string;
  readonly stopAt: string | null;
  readonly elapsedMinutes: number;
  readonly dueAt: string | null;
  readonly breached: boolean;
}

export interface Vector {
  readonly id: string;
  readonly title: string;
  readonly metric: 'resolution' | 'firstResponse' | 'nextReply' | 'ola' | 'uc';
  readonly group?: string;
  readonly targets: Readonly<Record<string, { readonly minutes: number; readonly calendar: string } | null>>;
  readonly pauseStatuses: readonly string[];
  readonly retarget: 'retroactive' | 'carry' | 'reset';
  readonly reopen: 'continue' | 'new_cycle' | 'strict';
  readonly events: readonly VectorEvent[];
  readonly asOf: string;
  readonly expected: {
    readonly clock: string;
    readonly priority?: string;
    readonly targetMinutes?: number;
    readonly elapsedMinutes?: number;
    readonly dueAt?: string | null;
    readonly breached?: boolean;
    readonly thresholds?: Readonly<Record<string, string>>;
    readonly cycles?: readonly VectorCycle[];
  };
}

interface VectorFile {
  readonly calendars: Readonly<Record<string, { readonly timeZone?: string; readonly union?: readonly string[] } & Record<string, unknown>>>;
  readonly vectors: readonly Vector[];
}

const file = JSON.parse(readFileSync(path.join(__dirname, 'sla-vectors.json'), 'utf8')) as VectorFile;
export const { vectors } = file;

const STATES: Readonly<Record<string, string>> = { on_hold: 'onHold', in_progress: 'inProgress', awaiting_approval: 'awaitingApproval' };
const REASONS: Readonly<Record<string, string>> = { awaiting_vendor: 'vendor', awaiting_caller: 'requester' };
const stateOf = (status: string): string => STATES[status] ?? status;

const base = { version: 1, createdAt: '2020-01-01T00:00:00.000Z', updatedAt: '2020-01-01T00:00:00.000Z', retired: false };

const calendars: readonly Calendar[] = Object.entries(file.calendars).map(
  ([id, { timeZone = 'UTC', union, ...rest }]) => ({ ...base, name: id, weekly: {}, ...rest, id, zone: timeZone, ...(union && { memberIds: union }) }),
);

/** One agreement for each priority with a target: each has a calendar of its own. */
export function vectorWorld(vector: Vector): World {
  const { metric, pauseStatuses } = vector;
  const agreements = Object.entries(vector.targets).flatMap(([priority, target], index): Agreement[] => {
    if (!target) return [];
    return [{
      ...base,
      id: `SLA-${priority}`,
      name: priority,
      type: metric === 'ola' ? 'ola' : metric === 'uc' ? 'contract' : 'sla',
      metric: metric === 'ola' || metric === 'uc' ? 'resolution' : metric,
      ...(metric === 'ola' && { groupId: vector.group ?? '' }),
      order: index + 1,
      conditions: { pause: [[{ field: 'state', is: pauseStatuses.map(stateOf) }]] },
      targets: { [priority]: { value: target.minutes, unit: 'minutes' } },
      calendarSource: 'fixed',
      calendarId: target.calendar,
      retarget: vector.retarget,
      reopen: vector.reopen === 'new_cycle' ? 'newCycle' : vector.reopen,
    }];
  });
  return { agreements, calendars, people: [], groups: [], categories: [], offerings: [] };
}

function factOf(event: VectorEvent, index: number, receivedAt: string): ClockFact[] {
  const at = { at: event.type === 'created' ? receivedAt : event.at, seq: index + 1 };
  if (event.type === 'agent_reply') return [{ ...at, said: 'agent' }];
  if (event.type === 'requester_reply') return [{ ...at, said: 'requester' }];
  if (event.type === 'internal_note' || event.type === 'system_reply') return [];
  const set: Partial<Record<keyof ClockFields, string | null>> = {
    ...(event.status && { state: stateOf(event.status), holdReason: event.reason ? (REASONS[event.reason] ?? event.reason) : null }),
    ...(event.priority && { priority: event.priority }),
    ...(event.group && { groupId: event.group }),
  };
  return [{ ...at, set }];
}

export function vectorInput({ events }: Vector): ClockInput {
  const created = events.find(({ type }) => type === 'created');
  const receivedAt = created?.receivedAt ?? created?.at ?? '';
  return { receivedAt, facts: events.flatMap((event, index) => factOf(event, index, receivedAt)) };
}
