import { ownVotes, peopleWords, seatViews, stepViews } from '../approvals';
import type { Directory } from '../catalog';
import { approvalWords, isUsable } from '../changes';
import type { Actor, ViewInput } from '../kernel';
import { exactTime, translator } from '../strings';
import type { ChangeTemplate } from './change-template';
import { templateSummaryOf } from './change-template-derive';
import type { TemplateEvent } from './change-template-events';
import { isAsked } from './change-template-lifecycle';
import { templateTimeline } from './change-template-timeline';
import type { TemplateRow, TemplateSummary, TemplateView } from './change-template-views';

function waitsFor(template: TemplateSummary, actor: Actor, config: Directory, now: string): string {
  const t = translator(actor.language);
  switch (template.state) {
    case 'proposed':
    case 'renewing':
      return t('waits.approval', { people: peopleWords(template.awaitedApproverIds, t, (id) => config.person(id)?.name ?? id) });
    case 'approved':
      return isUsable(template, now) ? t('waits.template.usable', { until: exactTime(template.expiresAt ?? now, actor.language, actor.zone) }) : t('waits.template.expired');
    case 'draft':
    case 'suspended':
      return t(`waits.template.${template.state}`);
    case 'retired':
      return t('waits.nobody');
  }
}

/** A list row: names resolved, and nothing that belongs to single approvers. */
export function presentTemplateRow(summary: TemplateSummary, actor: Actor, config: Directory, now: string): Omit<TemplateRow, 'can'> {
  const { approverIds: _approvers, excludedApproverIds: _excluded, votedIds: _voted, ...rest } = summary;
  const ownerName = config.person(summary.ownerId)?.name;
  return { ...rest, ...(ownerName && { ownerName }), waitsFor: waitsFor(summary, actor, config, now), isUsable: isUsable(summary, now) };
}

function suspendedBecause({ reason, changeId }: NonNullable<ChangeTemplate['suspension']>, { language }: Actor): string {
  return reason ?? translator(language)('event.TemplateSuspendedByUse', { change: changeId ?? '' });
}

/** The whole template for one reader; `can` is added by the application. */
export function presentTemplate({ record: template, history, actor, config, now }: ViewInput<ChangeTemplate, TemplateEvent, Directory>): Omit<TemplateView, 'can'> {
  const words = approvalWords(config, actor);
  const open = isAsked(template.state) ? template.approval : undefined;
  return {
    ...presentTemplateRow(templateSummaryOf(template), actor, config, now),
    practice: 'changeTemplates',
    steps: stepViews(template.approval, words),
    mySeats: seatViews(open, words),
    myVotes: ownVotes(open, actor.id),
    samples: template.renewal?.samples ?? template.samples,
    ...(template.suspension && { suspendedBecause: suspendedBecause(template.suspension, actor) }),
    timeline: templateTimeline(history, actor, config),
  };
}
