import { changeSettings, type Directory } from '../catalog';
import type { Change } from './change';
import { changeManagers } from './change-policy';
import type { Outcome } from './change-schema';

const DAY_MS = 86_400_000;
const WEEKEND = new Set([0, 6]);

/** The same time of day so many weekdays later; holidays are left out of account (domain.md 3.5: five working days). */
export function weekdaysAfter(instant: string, days: number): string {
  let at = Date.parse(instant);
  for (let left = days; left > 0; ) {
    at += DAY_MS;
    if (!WEEKEND.has(new Date(at).getUTCDay())) left -= 1;
  }
  return new Date(at).toISOString();
}

/** A share of all changes, always the same ones, spread evenly by number. */
const isSampled = (id: string, percent: number): boolean => (Number(id.slice(3)) * 61) % 100 < percent;

interface Finished extends Pick<Change, 'id' | 'type' | 'risk' | 'isRetroactive' | 'incidents'> {
  readonly outcome: Outcome;
  readonly outageMinutes?: number | undefined;
  readonly plannedOutageMinutes?: number | undefined;
}

/** Why a change has to be reviewed, as text keys below `reviewReason.`; none: nothing asks for it (domain.md 3.5, PIR). */
export function reviewReasonsOf(change: Finished, config: Directory): readonly string[] {
  const { outcome, outageMinutes = 0, plannedOutageMinutes = 0 } = change;
  const tests: readonly (readonly [string, boolean])[] = [
    ['retroactive', change.isRetroactive],
    ['emergency', change.type === 'emergency' && !change.isRetroactive],
    ['outcome', outcome !== 'successful'],
    ['risk', change.risk.level === 'high' || change.risk.level === 'veryHigh'],
    ['incident', change.incidents.length > 0],
    ['outage', outageMinutes > plannedOutageMinutes],
    ['sample', isSampled(change.id, changeSettings(config.settings()).samplePercent)],
  ];
  return tests.filter(([, holds]) => holds).map(([reason]) => reason);
}

export const reviewDueAt = (endedAt: string, config: Directory): string => weekdaysAfter(endedAt, changeSettings(config.settings()).reviewDays);

/** So many weekdays after a review is due, those who manage changes are told, too. */
const ESCALATE_WEEKDAYS = 2;

export type ReviewStep = 'remind' | 'escalate';

/** What is still to be said of a review that nobody has done, in the order of instants; each once. */
export function reviewReminders({ state, review, reviewReasons, reviewDueAt: dueAt, reviewRemindedAt, reviewEscalatedAt }: Change): readonly { readonly step: ReviewStep; readonly at: string }[] {
  if (state !== 'review' || review || reviewReasons.length === 0 || !dueAt) return [];
  return [
    ...(reviewRemindedAt ? [] : [{ step: 'remind' as const, at: dueAt }]),
    ...(reviewEscalatedAt ? [] : [{ step: 'escalate' as const, at: weekdaysAfter(dueAt, ESCALATE_WEEKDAYS) }]),
  ];
}

/** Whom a reminder is for: first whoever proposed it, then those who manage changes; never whoever did the work. */
export function reviewersOf({ requesterId, implementerId, startedById }: Change, step: ReviewStep, config: Directory): readonly string[] {
  const mayReview = (id: string): boolean => id !== implementerId && id !== startedById && config.person(id)?.retired === false;
  return step === 'remind' && mayReview(requesterId) ? [requesterId] : changeManagers(config).filter(mayReview);
}
