import { changeSettings } from '../../catalog';
import { refuse } from '../../kernel';
import type { Collision } from '../../scheduling';
import type { Change, ChangeReview } from '../change';
import { withNewSteps } from '../change-policy';
import { cancelSchema, emptySchema, finishSchema, holdSchema, reviewSchema } from '../change-schema';
import { templateMisfit } from '../content';
import { blockedBy, collisionsNow, isAgreed } from '../readiness';
import { reviewDueAt, reviewersOf, reviewReasonsOf, reviewReminders } from '../review-rules';
import { internally, onChange, placed } from './define';

const MINUTE_MS = 60_000;

/**
 * Work begins in its window, on what was agreed, and in no freeze (domain.md 3.4, Scheduled -> Implement). Somebody of the group may
 * begin it instead of the implementer, but nobody who decided about it (rule R6).
 */
export const start = onChange('start', emptySchema, { fence: 'calendar' }, (change, _input, context) => {
  const { actor, config, now } = context;
  if (change.hold) return refuse('changes.onHold');
  // Policies may ask for more than when it was scheduled.
  if (!change.approval || !isAgreed(change) || withNewSteps(change, change.approval, context) !== change.approval) return refuse('changes.notApproved');
  const unfit = templateMisfit(change, config, now);
  if (unfit) return unfit;
  const { plannedStart = '', plannedEnd = '' } = change;
  const earliest = new Date(Date.parse(plannedStart) - changeSettings(config.settings()).toleranceMinutes * MINUTE_MS).toISOString();
  if (now < earliest) return refuse('changes.tooEarly', { minutes: changeSettings(config.settings()).toleranceMinutes });
  if (now > plannedEnd) return refuse('changes.windowPast', undefined, [{ field: 'plannedStart', code: 'inPast' }]);
  const collisions = collisionsNow(change, config, now);
  // Whoever is early must not run into a freeze that ends where the window begins.
  const ahead = now < plannedStart ? { ...change, plannedStart: now } : change;
  const freezesFor = (work: Change): readonly Collision[] => collisionsNow(work, config, now).filter(({ severity }) => severity === 'block');
  const frozen = blockedBy(freezesFor(ahead), []);
  if (frozen) return frozen;
  // An exception is none for whoever decided it.
  if (freezesFor({ ...ahead, implementerId: actor.id }).length > 0) return refuse('changes.ownException');
  return placed([{ type: 'ChangeStarted', collisions }]);
});

export const finish = onChange('finish', finishSchema, {}, (change, input, { config, now }) => {
  const open = change.tasks.filter(({ kind, state }) => kind !== 'review' && state === 'open');
  if (open.length > 0 && input.outcome !== 'notImplemented') return refuse('changes.tasksOpen', { count: open.length, tasks: open.map(({ title }) => title).join(', ').slice(0, 300) });
  const actualEnd = input.actualEnd ?? now;
  if (actualEnd > now) return refuse('kernel.invalidInput', undefined, [{ field: 'actualEnd', code: 'inFuture' }]);
  if (actualEnd < (change.actualStart ?? '')) return refuse('kernel.invalidInput', undefined, [{ field: 'actualEnd', code: 'notAfterStart' }]);
  const reviewReasons = reviewReasonsOf({ ...change, outcome: input.outcome, outageMinutes: input.outageMinutes, plannedOutageMinutes: change.outageMinutes }, config);
  // A standard change that went well needs nobody's attention any more (domain.md 3.4).
  const isDone = change.type === 'standard' && reviewReasons.length === 0;
  return {
    events: [{
      type: 'ChangeFinished', outcome: input.outcome, actualEnd, reviewReasons, state: isDone ? 'closed' : 'review',
      ...(input.isBackoutUsed !== undefined && { isBackoutUsed: input.isBackoutUsed }),
      ...(input.outageMinutes !== undefined && { outageMinutes: input.outageMinutes }),
      ...(input.notes && { notes: input.notes }),
      ...(reviewReasons.length > 0 && { reviewDueAt: reviewDueAt(actualEnd, config) }),
    }],
    takesPlace: true,
  };
});

/** The post-implementation review. Whoever did the work does not judge it (domain.md 3.5). */
export const completeReview = onChange('completeReview', reviewSchema, {}, (change, input, { actor, now }) => {
  const hasFailed = change.outcome === 'backedOut' || change.outcome === 'notBackedOut';
  if (hasFailed && !input.rootCause) return refuse('kernel.invalidInput', undefined, [{ field: 'rootCause', code: 'required' }]);
  const review: ChangeReview = { ...input, at: now, by: actor.id, byName: actor.name };
  return { events: [{ type: 'ReviewCompleted', review }] };
});

/** A review is overdue: those who should do it are told, each step once. */
export const remindReview = internally('remindReview', emptySchema, {}, (change, _input, { config, now }) => {
  const due = reviewReminders(change).filter(({ at }) => at <= now);
  if (due.length === 0) return refuse('kernel.notDue');
  return { events: due.map(({ step }) => ({ type: 'ReviewReminded' as const, step, toIds: reviewersOf(change, step, config) })) };
});

export const close = onChange('close', emptySchema, {}, (change) => {
  if (change.reviewReasons.length > 0 && !change.review) return refuse('changes.reviewNeeded');
  return { events: [{ type: 'ChangeClosed' }] };
});

export const cancel = onChange('cancel', cancelSchema, {}, (_change, { reason, note }) => placed([{ type: 'ChangeCancelled', reason, ...(note && { note }) }]));

/** Waits for something outside: nobody is reminded meanwhile, and its place is kept only when that is wanted. */
export const hold = onChange('hold', holdSchema, {}, (_change, { reason, note, keepsSlot = false }) => placed([{ type: 'ChangeHeld', reason, keepsSlot, ...(note && { note }) }]));

/** Back to work: somebody else may have taken its place meanwhile, then it has to find another one. */
export const resume = onChange('resume', emptySchema, { fence: 'calendar' }, (change, _input, { config, now }) => {
  const collisions = change.state === 'new' ? [] : collisionsNow(change, config, now);
  const lostPlace = change.state === 'scheduled' && blockedBy(collisions, change.accepted) !== undefined;
  return placed([{ type: 'ChangeResumed', collisions, state: lostPlace ? 'authorize' : change.state }]);
});
