import type { Actor, ViewInput } from '../kernel';
import { dayText, translator } from '../strings';
import type { Directory } from './directory';
import type { Offering, OfferingRecord } from './offering';
import { looksAfter } from './offering-access';
import { publishingProblems, type CheckAction } from './offering-check';
import type { OfferingEvent, RecordedOfferingEvent } from './offering-events';
import { offeringFields } from './offering-schema';
import { summaryOfOffering } from './offering-summary';
import type { OfferingLine, OfferingView } from './offering-views';

/** What everybody may know of it who may order it; plan and audience name groups and people. */
export function presentOfferingRow(summary: Offering, actor: Actor): object {
  if (looksAfter(actor, summary)) return summary;
  const { id, practice, version, updatedAt, name, nameDe, description, descriptionDe, keywords, categoryId, serviceId, form, approvalRule, targetMinutes, targetField, costs, currency, state, edition, retired } = summary;
  return { id, practice, version, updatedAt, name, nameDe, description, descriptionDe, keywords, categoryId, serviceId, form, approvalRule, targetMinutes, targetField, costs, currency, state, edition, retired };
}

function line({ event, byName: by }: RecordedOfferingEvent, { language }: Actor): string {
  const t = translator(language);
  switch (event.type) {
    case 'OfferingChanged': {
      const names = [...Object.keys(event.changes), ...event.clear] as (keyof typeof offeringFields)[];
      return t('event.OfferingChanged', { by, fields: [...new Set(names)].map((name) => t(offeringFields[name].label)).join(', ') });
    }
    case 'OfferingPublished':
      return t('event.OfferingPublished', { by, edition: event.edition });
    case 'OfferingRetired':
      return t('event.OfferingRetired', { by, reason: event.reason ?? '–' });
    case 'OfferingReviewed':
    case 'OfferingReviewReminded':
      return t(`event.${event.type}`, { by, day: dayText(event.reviewOn, language) });
    default:
      return t(`event.${event.type}`, { by });
  }
}

function timelineOf(history: readonly RecordedOfferingEvent[], actor: Actor): readonly OfferingLine[] {
  return history.map((recorded) => ({ seq: recorded.seq, at: recorded.at, by: recorded.by, byName: recorded.byName, type: recorded.event.type, line: line(recorded, actor) }));
}

/** The whole item for those who look after it, its public part for everybody else; `can` is added by the application. */
export function presentOffering({ record, history, actor, config, now }: ViewInput<OfferingRecord, OfferingEvent, Directory>, checkAction: CheckAction): Omit<OfferingView, 'can'> | object {
  const summary = summaryOfOffering(record);
  if (!looksAfter(actor, summary)) return presentOfferingRow(summary, actor);
  const ownerName = config.person(summary.ownerId)?.name;
  const groupName = config.group(summary.groupId)?.name;
  return {
    ...summary, practice: 'offerings',
    ...(ownerName && { ownerName }), ...(groupName && { groupName }),
    isReviewOverdue: summary.state === 'published' && summary.reviewOn !== undefined && summary.reviewOn < now.slice(0, 10),
    missing: publishingProblems((record.draft ?? record.published)!, config, checkAction),
    timeline: timelineOf(history, actor),
  };
}
