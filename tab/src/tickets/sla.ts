import type { TicketRow } from '../../../shared/tickets/ticket-views';
import type { ClockView } from '../../../shared/sla/clock-views';

export type SlaMood = 'ok' | 'risk' | 'breached' | 'paused' | 'met' | 'none';

/** Three quarters of the time are used up: people are warned then (domain.md 5.2, rule 8). */
const RISK_SHARE = 0.75;

function moodBetween(startedAt: string, dueAt: string, now: string): SlaMood {
  if (now > dueAt) return 'breached';
  const whole = Date.parse(dueAt) - Date.parse(startedAt);
  return Date.parse(now) - Date.parse(startedAt) >= whole * RISK_SHARE ? 'risk' : 'ok';
}

type RowTimes = Pick<TicketRow, 'createdAt' | 'dueAt' | 'isResolutionPaused' | 'isBreached'>;

/** How the next promise of a ticket stands. A paused resolution clock shows as paused unless the first answer is still due. */
export function rowMood(row: RowTimes, now: string): SlaMood {
  if (row.dueAt) return moodBetween(row.createdAt, row.dueAt, now);
  return row.isResolutionPaused ? 'paused' : 'none';
}

export function clockMood(clock: ClockView, now: string): SlaMood {
  if (clock.state === 'cancelled' || clock.state === 'none') return 'none';
  if (clock.state === 'stopped') return clock.isBreached ? 'breached' : 'met';
  if (clock.state === 'paused') return clock.dueAt && now > clock.dueAt ? 'breached' : 'paused';
  return clock.dueAt ? moodBetween(clock.startedAt, clock.dueAt, now) : 'none';
}
