import { decideBallot, managerIn, passNudges, type BallotInput } from '../../approvals';
import { approveSchema, emptySchema, refuseSchema, withdrawVoteSchema } from '../../changes/change-schema';
import { isPlanned, type ChangeSummary } from '../../changes';
import { approvalState, excludeAlso, isRefused, openStages, refuse, withdrawVote as takeBack, type Approval, type Decision, type Refused, type Voided } from '../../kernel';
import type { FreezeException } from '../freeze-exception';
import { EXCEPTION_STATE_AFTER, involvedIn } from '../freeze-exception-approval';
import { freesPlace, onException, type ExceptionAction, type ExceptionContext } from './define';

function changeOf({ changeId }: FreezeException, { config }: ExceptionContext): ChangeSummary | undefined {
  const summary = config.summary(changeId);
  return summary?.practice === 'changes' ? (summary as ChangeSummary) : undefined;
}

/** Whoever does or proposed the change by now must not decide, and has not decided, whatever they were when it was asked for. */
function withoutInvolved({ approval }: FreezeException, change: ChangeSummary | undefined, { newToken }: ExceptionContext): { readonly approval: Approval; readonly voided: readonly Voided[] } {
  const added = change ? involvedIn(change).filter((id) => !approval.excludedIds.includes(id)) : [];
  return added.length === 0 ? { approval, voided: [] } : excludeAlso(approval, [...approval.excludedIds, ...added], newToken);
}

/** What is decided about has to be there still: this change, in this window. */
function gone(exception: FreezeException, change: ChangeSummary | undefined, now: string): Refused | undefined {
  if (!change || !isPlanned(change.state)) return refuse('freezeExceptions.changeOver');
  if (change.plannedStart !== exception.from || change.plannedEnd !== exception.to) return refuse('freezeExceptions.windowMoved');
  return exception.expiresAt <= now ? refuse('freezeExceptions.expired') : undefined;
}

/** One vote and its effect are one event: with the deciding one the change may lie in the freeze. */
function ballot(exception: FreezeException, decision: Decision, input: BallotInput, context: ExceptionContext) {
  const change = changeOf(exception, context);
  const { approval } = withoutInvolved(exception, change, context);
  // With whoever does the work by now left out, the others may be too few to decide at all.
  if (approval !== exception.approval && approvalState(approval) !== 'requested') return refuse('freezeExceptions.nobodyToDecide', { freeze: exception.freezeName });
  const cast = decideBallot(approval, decision, input, context);
  if (isRefused(cast)) return cast;
  const refused = decision === 'approved' ? gone(exception, change, context.now) : undefined;
  if (refused) return refused;
  const state = EXCEPTION_STATE_AFTER[approvalState(cast.approval)];
  return {
    events: [{ type: 'VoteCast' as const, step: input.step, vote: cast.vote, approval: cast.approval, state }],
    ...(state === 'approved' && { takesPlace: true }),
  };
}

const audited = { isAudited: true } as const;

export const approve = onException('approve', approveSchema, (exception, input, context) => ballot(exception, 'approved', input, context), { ...audited, fence: 'calendar' });

export const reject = onException('reject', refuseSchema, (exception, input, context) => ballot(exception, 'rejected', input, context), audited);

export const returnForInfo = onException('returnForInfo', refuseSchema, (exception, input, context) => ballot(exception, 'returned', input, context), audited);

export const withdrawVote = onException('withdrawVote', withdrawVoteSchema, ({ approval }, { step }, { actor, now, newToken }) => {
  const taken = takeBack(approval, step, actor, now, newToken);
  if (isRefused(taken)) return taken;
  return { events: [{ type: 'VoteWithdrawn', step, vote: taken.vote, approval: taken.approval, state: 'requested' }] };
}, audited);

/**
 * Somebody else does the change by now: a vote of theirs is void, as one on the change itself is, and the others are asked again.
 * Where too few are left to decide it is over, and may be asked for anew.
 */
export const voidVotes = onException('voidVotes', emptySchema, (exception, _input, context) => {
  const { approval: left, voided } = withoutInvolved(exception, changeOf(exception, context), context);
  if (left === exception.approval) return refuse('kernel.nothingChanged');
  const approval = openStages(left, context.now);
  const now = approvalState(approval);
  const state = now === 'approved' || now === 'requested' ? EXCEPTION_STATE_AFTER[now] : 'withdrawn';
  return { events: [{ type: 'VotesVoided', voided, approval, state }], ...(state !== 'approved' && freesPlace(exception)) };
}, { fence: 'calendar', internal: true, repeat: 'safe' });

/** The timer of an open approval: people are reminded, their managers may decide too, then it is over. */
export const nudge: ExceptionAction<typeof emptySchema> = {
  name: 'freezeExceptions.nudge',
  schema: emptySchema,
  repeat: 'check',
  internal: true,
  can: (_actor, exception) => exception?.state === 'requested',
  decide: (exception, _input, { now, config }) => {
    const passed = exception ? passNudges(exception.approval, now, managerIn(config)) : [];
    if (passed.length === 0) return refuse('kernel.notDue');
    return { events: passed.map((entry) => ({ type: 'ApprovalNudged', ...entry, state: EXCEPTION_STATE_AFTER[approvalState(entry.approval)] })) };
  },
};
