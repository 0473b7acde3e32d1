import { decideUntilOf, nextNudgeAt } from '../approvals';
import type { Derived, Timer } from '../kernel';
import type { ChangeTemplate } from './change-template';
import { templateSubjectOf } from './change-template-events';
import { isAsked } from './change-template-lifecycle';
import type { TemplateSummary } from './change-template-views';

export function templateSummaryOf(template: ChangeTemplate): TemplateSummary {
  const decideUntil = decideUntilOf(template.approval, isAsked(template.state));
  const { renewal, authorIds: _authors, approval: _approval, askedIds: _asked, samples: _samples, suspension: _suspension, createdAt: _created, values = {}, lockedFields = [], ...rest } = template;
  return { ...rest, practice: 'changeTemplates', values, lockedFields, ...templateSubjectOf(template), ...(decideUntil && { decideUntil }), ...(renewal && { renewsUntil: renewal.expiresAt }) };
}

function timersOf({ state, approval, expiresAt }: ChangeTemplate): readonly Timer[] {
  const nudgeAt = isAsked(state) ? nextNudgeAt(approval) : undefined;
  const isDecided = state === 'approved' || state === 'renewing' || state === 'suspended';
  return [...(nudgeAt ? [{ at: nudgeAt, what: 'nudge' }] : []), ...(isDecided && expiresAt ? [{ at: expiresAt, what: 'expiry' }] : [])];
}

/** Retired ones stay in memory too: changes that were made from them name them. */
export function deriveTemplate(template: ChangeTemplate): Derived<TemplateSummary> {
  return { summary: templateSummaryOf(template), active: true, lists: [], timers: timersOf(template) };
}
