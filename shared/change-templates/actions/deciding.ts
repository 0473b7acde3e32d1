import { decideBallot, managerIn, passNudges, type BallotInput } from '../../approvals';
import { approveSchema, emptySchema, refuseSchema, withdrawVoteSchema } from '../../changes/change-schema';
import { approvalState, isRefused, refuse, withdrawVote as takeBack, type Decision } from '../../kernel';
import type { ChangeTemplate } from '../change-template';
import { TEMPLATE_STATE_AFTER } from '../change-template-approval';
import { onTemplate, type TemplateAction, type TemplateContext } from './define';

/** One vote and its effect are one event (domain.md 3.9). */
function ballot(template: ChangeTemplate, decision: Decision, input: BallotInput, context: TemplateContext) {
  const cast = decideBallot(template.approval, decision, input, context, {});
  if (isRefused(cast)) return cast;
  const state = TEMPLATE_STATE_AFTER[approvalState(cast.approval)];
  if (state === 'approved' && (template.expiresAt ?? '') <= context.now) return refuse('changeTemplates.expiredBeforeApproval');
  return { events: [{ type: 'VoteCast' as const, step: input.step, vote: cast.vote, approval: cast.approval, state }] };
}

const audited = { isAudited: true } as const;

export const approve = onTemplate('approve', approveSchema, (template, input, context) => ballot(template, 'approved', input, context), audited);

export const reject = onTemplate('reject', refuseSchema, (template, input, context) => ballot(template, 'rejected', input, context), audited);

export const returnForInfo = onTemplate('returnForInfo', refuseSchema, (template, input, context) => ballot(template, 'returned', input, context), audited);

export const withdrawVote = onTemplate('withdrawVote', withdrawVoteSchema, ({ approval }, { step }, { actor, now, newToken }) => {
  const taken = approval ? takeBack(approval, step, actor, now, newToken) : refuse('approvals.noVote');
  if (isRefused(taken)) return taken;
  return { events: [{ type: 'VoteWithdrawn', step, vote: taken.vote, approval: taken.approval, state: 'proposed' }] };
}, audited);

/** The timer of an open approval: people are reminded, their managers may decide too, then it is a draft again. */
export const nudge: TemplateAction<typeof emptySchema> = {
  name: 'changeTemplates.nudge',
  schema: emptySchema,
  repeat: 'check',
  internal: true,
  can: (_actor, template) => template?.state === 'proposed',
  decide: (template, _input, { now, config }) => {
    const passed = template?.approval ? passNudges(template.approval, now, managerIn(config)) : [];
    if (passed.length === 0) return refuse('kernel.notDue');
    return { events: passed.map((entry) => ({ type: 'ApprovalNudged', ...entry, state: TEMPLATE_STATE_AFTER[approvalState(entry.approval)] })) };
  },
};
