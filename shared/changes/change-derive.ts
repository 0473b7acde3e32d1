import { decidersOf, decideUntilOf, nextNudgeAt } from '../approvals';
import type { Directory } from '../catalog';
import { newestFirst, openSteps, stepState, votersOf, type Derived, type Timer } from '../kernel';
import type { Booking } from '../scheduling';
import type { Change, ChangeSubject } from './change';
import { holdsPlace, isDeciding, isEnded } from './change-lifecycle';
import { excludedFrom } from './change-policy';
import type { ChangeSummary } from './change-views';
import { collisionMarks, isAgreed, openCollisions } from './readiness';
import { reviewReminders } from './review-rules';

const DAY_MS = 86_400_000;
/** So long a failed change counts for the risk of similar ones (domain.md 3.5). */
const REMEMBERED_DAYS = 180;

const hasFailed = ({ outcome }: Pick<Change, 'outcome'>): boolean => outcome === 'backedOut' || outcome === 'notBackedOut';

export function subjectOf(change: Change): ChangeSubject {
  const { approval } = change;
  const isOpen = isDeciding(change.state);
  return {
    id: change.id, type: change.type, state: change.state, requesterId: change.requesterId,
    ...(change.groupId && { groupId: change.groupId }),
    ...(change.implementerId && { implementerId: change.implementerId }),
    isOnHold: change.hold !== undefined,
    isRetroactive: change.isRetroactive,
    ...decidersOf(approval, isOpen),
    // Also before it is submitted, and while it is written anew.
    excludedApproverIds: excludedFrom(change),
    ...(approval && change.state === 'scheduled' && { deciderIds: votersOf(approval) }),
    ...(change.startedById && { startedById: change.startedById }),
    isAgreed: isAgreed(change),
    hasOpenBoard: isOpen && approval !== undefined && openSteps(approval).some(({ id }) => id === 'board'),
    hasOpenCollisions: !isEnded(change.state) && (change.state === 'new' || openCollisions(change.collisions, change.accepted).some(({ severity }) => severity === 'warn')),
    needsReview: change.reviewReasons.length > 0 && !change.review,
  };
}

/** The place it takes in the calendar: from submission until the work is done, unless it waits without keeping it. */
function bookingOf(change: Change): Booking | undefined {
  const { plannedStart, plannedEnd, hold } = change;
  const isFree = !holdsPlace(change.state) || change.isRetroactive || (hold && !hold.keepsSlot);
  if (isFree || !plannedStart || !plannedEnd) return undefined;
  return { changeId: change.id, itemIds: change.itemIds ?? [], from: plannedStart, to: plannedEnd, ...(change.implementerId && { implementerId: change.implementerId }) };
}

export function summaryOf(change: Change): ChangeSummary {
  const booking = bookingOf(change);
  const board = change.approval?.steps.find(({ id }) => id === 'board');
  const until = decideUntilOf(change.approval, isDeciding(change.state));
  return {
    ...subjectOf(change),
    practice: 'changes',
    version: change.version,
    updatedAt: change.updatedAt,
    createdAt: change.createdAt,
    title: change.title,
    requesterName: change.requesterName,
    risk: change.risk.level,
    serviceIds: change.serviceIds ?? [],
    itemIds: change.itemIds ?? [],
    isOutage: change.isOutage === true,
    incidentCount: change.incidents.length,
    incidentPriorities: change.incidents.map(({ priority }) => priority ?? ''),
    collisionCount: openCollisions(change.collisions, change.accepted).length,
    collisionMarks: collisionMarks(change.collisions),
    isUnauthorized: change.isUnauthorized,
    ...(change.implementerName && { implementerName: change.implementerName }),
    ...(change.plannedStart && { plannedStart: change.plannedStart }),
    ...(change.plannedEnd && { plannedEnd: change.plannedEnd }),
    ...(change.templateId && { templateId: change.templateId }),
    ...(change.outcome && { outcome: change.outcome }),
    ...(change.reviewDueAt && { reviewDueAt: change.reviewDueAt }),
    ...(until && { decideUntil: until }),
    ...(change.actualStart && { actualStart: change.actualStart }),
    ...(change.actualEnd && { actualEnd: change.actualEnd }),
    ...(change.closedAt && { closedAt: change.closedAt }),
    ...(change.approval && board && { boardState: stepState(change.approval, board) }),
    ...(booking && { booking }),
  };
}

function timersOf(change: Change): readonly Timer[] {
  if (isEnded(change.state)) {
    const { closedAt } = change;
    if (!closedAt || change.state !== 'closed' || !hasFailed(change) || change.isForgotten) return [];
    return [{ at: new Date(Date.parse(closedAt) + REMEMBERED_DAYS * DAY_MS).toISOString(), what: 'forget' }];
  }
  const [review] = reviewReminders(change);
  if (review) return [{ at: review.at, what: 'review' }];
  // Whoever waits for something outside is not reminded.
  const nudgeAt = isDeciding(change.state) && !change.hold ? nextNudgeAt(change.approval) : undefined;
  return nudgeAt ? [{ at: nudgeAt, what: 'nudge' }] : [];
}

/** Summary, list rows and timers of a change: computed, stored beside it, never folded. */
export function deriveChange(change: Change, _config: Directory): Derived<ChangeSummary> {
  const lists = isEnded(change.state) ? [{ list: 'changes.ended', sort: newestFirst(change.closedAt ?? change.updatedAt) }] : [];
  const isRemembered = change.state === 'closed' && hasFailed(change) && !change.isForgotten;
  return { summary: summaryOf(change), active: !isEnded(change.state) || isRemembered, lists, timers: timersOf(change) };
}
