import { isBreached, type ClockView } from '../../../shared/sla/clock-views';
import type { TicketRow } from '../../../shared/tickets/ticket-views';

export type SlaMood = 'ok' | 'risk' | 'breached' | 'paused' | 'met' | 'none';

/** People are warned when this share of the time is used up (domain.md 5.2, rule 8). */
const RISK_PERCENT = 75;

function moodBefore(dueAt: string, riskAt: string | undefined, now: string): SlaMood {
  if (now > dueAt) return 'breached';
  return riskAt !== undefined && now >= riskAt ? 'risk' : 'ok';
}

/** How the next promise of a ticket stands. A paused resolution clock shows as paused unless the first answer is still due. */
export function rowMood({ dueAt, riskAt, isResolutionPaused }: Pick<TicketRow, 'dueAt' | 'riskAt' | 'isResolutionPaused'>, now: string): SlaMood {
  if (dueAt) return moodBefore(dueAt, riskAt, now);
  return isResolutionPaused ? 'paused' : 'none';
}

/** How one clock stands: at risk from the instant the engine computed for that, not by a share of wall time. */
export function clockMood(clock: ClockView, now: string): SlaMood {
  const { state, dueAt, thresholds } = clock;
  if (state === 'cancelled' || state === 'none') return 'none';
  if (state === 'stopped') return isBreached(clock, now) ? 'breached' : 'met';
  if (state === 'paused') return isBreached(clock, now) || (dueAt !== undefined && now > dueAt) ? 'breached' : 'paused';
  return dueAt ? moodBefore(dueAt, thresholds.find(({ percent }) => percent === RISK_PERCENT)?.at, now) : 'none';
}
