import { decideBallot, managerIn, passNudges } from '../../approvals';
import { approvalState, closeVote as closeStep, isRefused, openStages, refuse, withdrawVote as withdraw, type Decision } from '../../kernel';
import type { Change } from '../change';
import type { ChangeEvent } from '../change-events';
import { isDeciding } from '../change-lifecycle';
import { isStillAsked, withNewSteps } from '../change-policy';
import { approveSchema, closeVoteSchema, emptySchema, refuseSchema, withdrawVoteSchema } from '../change-schema';
import { blockedBy, collisionsNow, stateAfter } from '../readiness';
import { needsConfirmation } from '../risk';
import { internally, onChange, placed, type ChangeContext, type ChangeDecided } from './define';

/** Deciding takes what the calendar shows into account: the last consent schedules the change. */
const DECIDING = { fence: 'calendar', isAudited: true } as const;

/**
 * What a decision leads to, in the same write: back to its author, on to the next people, who may be others than when it was
 * submitted, or, when everybody has agreed and nothing stands in the way, straight onto its place in the calendar.
 */
export function led(change: Change, event: Extract<ChangeEvent, { readonly type: 'VoteCast' | 'VoteClosed' }>, context: ChangeContext): ChangeDecided {
  const { config, now } = context;
  if (approvalState(event.approval) !== 'approved') return placed([event]);
  const asked = withNewSteps(change, event.approval, context);
  if (isRefused(asked)) return asked;
  if (asked !== event.approval) {
    const approval = openStages(asked, now);
    return placed([{ ...event, approval, state: stateAfter(change, approval) }]);
  }
  if (event.state !== 'authorize' || change.hold) return placed([event]);
  const collisions = collisionsNow(change, config, now);
  const isPast = (change.plannedEnd ?? '') <= now;
  return placed(isPast || blockedBy(collisions, change.accepted) ? [event] : [event, { type: 'ChangeScheduled', collisions }]);
}

function vote(change: Change, decision: Decision, input: { readonly step: string; readonly token: string; readonly comment?: string }, context: ChangeContext): ChangeDecided {
  const cast = decideBallot(change.approval, decision, input, context, change.content);
  if (isRefused(cast)) return cast;
  if (!isStillAsked(change, input.step, cast.vote.seatId, context)) return refuse('approvals.notAwaited');
  const { approval } = cast;
  return led(change, { type: 'VoteCast', step: input.step, vote: cast.vote, approval, state: stateAfter(change, approval) }, context);
}

/** One vote and its effect are one write (domain.md 3.9). */
export const approve = onChange('approve', approveSchema, DECIDING, (change, { isConfirmed, ...input }, context) => {
  const isAsked = needsConfirmation(change.risk.level, context.config);
  if (isAsked && (isConfirmed !== true || !input.comment)) {
    return refuse('changes.confirmationRequired', undefined, [...(input.comment ? [] : [{ field: 'comment', code: 'required' }]), ...(isConfirmed ? [] : [{ field: 'isConfirmed', code: 'required' }])]);
  }
  return vote(change, 'approved', input, context);
});

export const reject = onChange('reject', refuseSchema, DECIDING, (change, input, context) => vote(change, 'rejected', input, context));

export const returnForInfo = onChange('returnForInfo', refuseSchema, DECIDING, (change, input, context) => vote(change, 'returned', input, context));

/** A decision is final once the change has moved on; before that it can be taken back (domain.md 3.9). */
export const withdrawVote = onChange('withdrawVote', withdrawVoteSchema, DECIDING, (change, { step }, { actor, now, newToken }) => {
  const after = change.approval ? withdraw(change.approval, step, actor, now, newToken) : refuse('approvals.noVote');
  if (isRefused(after)) return after;
  return placed([{ type: 'VoteWithdrawn', step, vote: after.vote, approval: after.approval, state: stateAfter(change, after.approval) }]);
});

/** The board has met: of those who were there the votes that were cast decide (domain.md 3.5). */
export const closeVote = onChange('closeVote', closeVoteSchema, DECIDING, (change, { step, presentIds }, context) => {
  const found = change.approval?.steps.find(({ id }) => id === step);
  if (!change.approval || !found || step !== 'board') return refuse('changes.noBoardVote');
  const isList = Array.isArray(presentIds) && presentIds.every((id) => typeof id === 'string');
  if (!isList) return refuse('kernel.invalidInput', undefined, [{ field: 'presentIds', code: 'notList' }]);
  // A substitute who was there sat on the seat of whoever they stood in for.
  const isPresent = (seatId: string): boolean => presentIds.includes(seatId) || found.votes.some((entry) => entry.seatId === seatId && presentIds.includes(entry.byId));
  const present = found.seats.map(({ personId }) => personId).filter(isPresent);
  const approval = closeStep(change.approval, step, present, context.now);
  if (isRefused(approval)) return approval;
  return led(change, { type: 'VoteClosed', step, presentIds: present, approval, state: stateAfter(change, approval) }, context);
});

/** Time has passed over an open step: reminders, escalations and expiries that are due, each once (domain.md 3.9). */
export const nudge = internally('nudge', emptySchema, {}, (change, _input, { config, now }) => {
  if (!change.approval || change.hold || !isDeciding(change.state)) return refuse('kernel.notDue');
  const passed = passNudges(change.approval, now, managerIn(config));
  if (passed.length === 0) return refuse('kernel.notDue');
  return { events: passed.map((entry) => ({ type: 'ApprovalNudged' as const, ...entry, state: stateAfter(change, entry.approval) })) };
});
