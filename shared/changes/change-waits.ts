import { peopleWords } from '../approvals';
import type { Directory } from '../catalog';
import type { Actor } from '../kernel';
import { shortTime, translator } from '../strings';
import type { ChangeSummary } from './change-views';

const MOST_NAMES = 2;

export const isReviewOverdue = ({ state, needsReview, reviewDueAt }: ChangeSummary, now: string): boolean =>
  state === 'review' && needsReview && reviewDueAt !== undefined && reviewDueAt <= now;

/** Who holds the ball, in one sentence. */
export function waitsFor(change: ChangeSummary, config: Directory, actor: Actor, now: string): string {
  const t = translator(actor.language);
  if (change.isOnHold) return t('waits.changes.held');
  switch (change.state) {
    case 'new':
      return t('waits.changes.author', { person: change.requesterName });
    case 'assess':
    case 'authorize': {
      // The reader first: nobody overlooks that it is their turn.
      const ids = [...change.awaitedApproverIds].sort((left, right) => Number(right === actor.id) - Number(left === actor.id));
      if (ids.length === 0) return t('waits.changes.scheduling');
      const nameOf = (id: string): string => (id === actor.id ? t('waits.changes.youName') : (config.person(id)?.name ?? id));
      return t('waits.changes.approval', { people: peopleWords(ids, t, nameOf, MOST_NAMES) });
    }
    case 'scheduled':
      return t('waits.changes.window', { at: change.plannedStart ? shortTime(change.plannedStart, actor.language, actor.zone) : '–', person: change.implementerName ?? '–' });
    case 'implement':
      return t('waits.changes.work', { person: change.implementerName ?? '–' });
    case 'review':
      if (isReviewOverdue(change, now)) return t('waits.changes.reviewOverdue', { at: shortTime(change.reviewDueAt ?? now, actor.language, actor.zone) });
      return t(change.needsReview ? 'waits.changes.review' : 'waits.changes.closing');
    case 'closed':
    case 'cancelled':
      return t('waits.nobody');
  }
}
