import type { Derived, Timer } from '../kernel';
import type { Offering, OfferingRecord } from './offering';
import type { OfferingState } from './offering-schema';

const REMIND_DAYS = 30;
const DAY_MS = 86_400_000;

export function stateOf({ published, isRetired }: OfferingRecord): OfferingState {
  if (isRetired) return 'retired';
  return published ? 'published' : 'draft';
}

/** What the desk holds: the published edition on top, the draft beside it. */
export function summaryOfOffering(record: OfferingRecord): Offering {
  const { id, version, updatedAt, published, draft, edition, publishedAt, reviewRemindedOn } = record;
  const state = stateOf(record);
  return {
    ...(published ?? draft)!, id, version, updatedAt, practice: 'offerings', state, edition, retired: state === 'retired',
    ...(publishedAt && { publishedAt }), ...(published && draft && { draft }), ...(reviewRemindedOn && { reviewRemindedOn }),
  };
}

/** The owner is told 30 days before the review is due, once for each date (domain.md 2.1, AP5). */
function timersOf({ published, isRetired, reviewRemindedOn }: OfferingRecord): readonly Timer[] {
  const reviewOn = published?.reviewOn;
  if (isRetired || !reviewOn || reviewRemindedOn === reviewOn) return [];
  return [{ at: new Date(Date.parse(`${reviewOn}T08:00:00.000Z`) - REMIND_DAYS * DAY_MS).toISOString(), what: 'review' }];
}

export function deriveOffering(record: OfferingRecord): Derived<Offering> {
  // Retired ones stay in memory too: requests that were ordered from them name them.
  return { summary: summaryOfOffering(record), active: true, lists: [], timers: timersOf(record) };
}
