import { decideBallot, managerIn, passNudges, type BallotInput } from '../../approvals';
import { approveSchema, emptySchema, refuseSchema, withdrawVoteSchema } from '../../changes/change-schema';
import { approvalState, isRefused, refuse, withdrawVote as takeBack, type Approval, type Decision } from '../../kernel';
import type { ChangeTemplate } from '../change-template';
import { TEMPLATE_STATE_AFTER, TEMPLATE_STATE_AFTER_RENEWAL } from '../change-template-approval';
import { isAsked } from '../change-template-lifecycle';
import type { TemplateState } from '../change-template-schema';
import { onTemplate, type TemplateAction, type TemplateContext } from './define';

const stateAfter = ({ renewal }: ChangeTemplate, approval: Approval): TemplateState => (renewal ? TEMPLATE_STATE_AFTER_RENEWAL : TEMPLATE_STATE_AFTER)[approvalState(approval)];

/** One vote and its effect are one event (domain.md 3.9). */
function ballot(template: ChangeTemplate, decision: Decision, input: BallotInput, context: TemplateContext) {
  const cast = decideBallot(template.approval, decision, input, context, {});
  if (isRefused(cast)) return cast;
  const outcome = approvalState(cast.approval);
  const { expiresAt = '' } = template.renewal ?? template;
  if (outcome === 'approved' && expiresAt <= context.now) return refuse('changeTemplates.expiredBeforeApproval');
  return { events: [{ type: 'VoteCast' as const, step: input.step, vote: cast.vote, approval: cast.approval, state: stateAfter(template, cast.approval) }] };
}

const audited = { isAudited: true } as const;

export const approve = onTemplate('approve', approveSchema, (template, input, context) => ballot(template, 'approved', input, context), audited);

export const reject = onTemplate('reject', refuseSchema, (template, input, context) => ballot(template, 'rejected', input, context), audited);

export const returnForInfo = onTemplate('returnForInfo', refuseSchema, (template, input, context) => ballot(template, 'returned', input, context), audited);

export const withdrawVote = onTemplate('withdrawVote', withdrawVoteSchema, ({ approval, state }, { step }, { actor, now, newToken }) => {
  const taken = approval ? takeBack(approval, step, actor, now, newToken) : refuse('approvals.noVote');
  if (isRefused(taken)) return taken;
  return { events: [{ type: 'VoteWithdrawn', step, vote: taken.vote, approval: taken.approval, state }] };
}, audited);

/** The timer of an open approval: people are reminded, their managers may decide too, then a proposal is a draft again. */
export const nudge: TemplateAction<typeof emptySchema> = {
  name: 'changeTemplates.nudge',
  schema: emptySchema,
  repeat: 'check',
  internal: true,
  can: (_actor, template) => template !== undefined && isAsked(template.state),
  decide: (template, _input, { now, config }) => {
    const passed = template?.approval ? passNudges(template.approval, now, managerIn(config)) : [];
    if (!template || passed.length === 0) return refuse('kernel.notDue');
    return { events: passed.map((entry) => ({ type: 'ApprovalNudged', ...entry, state: stateAfter(template, entry.approval) })) };
  },
};
