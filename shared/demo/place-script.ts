import { DateTime } from 'luxon';
import type { BusinessTime } from './business-time';
import type { TicketStep } from './plan';
import type { Random } from './random';
import type { ScriptStep } from './script';

const DAY_MS = 86_400_000;
const AUTO_CLOSE_DAYS = 5;
const ZONE = 'Europe/Berlin';

export interface Placement {
  readonly ticket: string;
  readonly steps: readonly ScriptStep[];
  /** Open minute of the report, negative. */
  readonly startMinute: number;
  /** Nobody accepts it: it closes by itself, if there was time enough. */
  readonly closesByItself: boolean;
  /** Reported while everybody was away; work begins at the next opening. */
  readonly isAfterHours: boolean;
}

/** Open minutes from the report to the last step. */
export function lengthOf(steps: readonly ScriptStep[]): number {
  return steps.reduce((sum, { gapMinutes }) => sum + gapMinutes, 0);
}

/** Gives every step its instant. All instants are in order and not later than now. */
export function placeScript({ ticket, steps, startMinute, closesByItself, isAfterHours }: Placement, time: BusinessTime, now: Date, random: Random): TicketStep[] {
  const opening = isAfterHours ? time.nextOpening(startMinute) : undefined;
  const isPossible = opening && opening.openMinute + lengthOf(steps) < -1 && opening.closedTo < now.getTime();
  let minute = isPossible ? opening.openMinute : startMinute;
  const placed: TicketStep[] = [];
  let resolvedAt = 0;
  let openedAt = 0;
  for (const [index, { by, action, gapMinutes, input }] of steps.entries()) {
    minute += gapMinutes;
    const nextMinute = minute + (steps[index + 1]?.gapMinutes ?? 0);
    const isReportAtNight = index === 0 && isPossible;
    const at = isReportAtNight
      ? opening.closedFrom + Math.floor(random.next() * (opening.closedTo - opening.closedFrom))
      : time.instantAt(minute) + random.between(0, 49) * 1_000;
    if (index === 0) openedAt = at;
    if (action === 'tickets.resolve') resolvedAt = at;
    const closesAt = resolvedAt + AUTO_CLOSE_DAYS * DAY_MS;
    if (action === 'tickets.close' && closesByItself && closesAt <= now.getTime()) {
      placed.push({ ticket, at: iso(closesAt), by: 'system', action, input: {} });
      return placed;
    }
    const followUpAt = iso(time.instantAt(Math.max(nextMinute, 0) + random.between(60, 900)));
    const day = (days: number): string => DateTime.fromMillis(openedAt, { zone: ZONE }).plus({ days }).toISODate() ?? '';
    placed.push({ ticket, at: iso(at), by, action, input: input({ day, followUpAt }) });
  }
  return placed;
}

function iso(ms: number): string {
  return new Date(ms).toISOString();
}
