import { ballotLine } from '../approvals';
import type { Directory } from '../catalog';
import type { Actor } from '../kernel';
import { dayRange, translator } from '../strings';
import { templateFields } from './change-template-schema';
import type { RecordedTemplateEvent, TemplateEvent } from './change-template-events';
import type { TemplateView } from './change-template-views';

const FIELDS: Readonly<Record<string, { readonly label: unknown }>> = templateFields;

/** One sentence for one event, in the reader's language. */
function line({ event, byName: by, at }: RecordedTemplateEvent, config: Directory, { language, zone }: Actor): string {
  const t = translator(language);
  const nameOf = (id: string): string => config.person(id)?.name ?? id;
  switch (event.type) {
    case 'VoteCast':
    case 'VoteWithdrawn':
    case 'ApprovalNudged':
      return ballotLine(event, by, t, nameOf);
    case 'TemplateEdited': {
      const fields = [...Object.keys(event.changes), ...event.clear].map((field) => t(String(FIELDS[field]?.label ?? field))).join(', ');
      return event.formerState === 'draft' ? t('event.TemplateEdited', { by, fields }) : t('event.TemplateEditedVoid', { by, fields });
    }
    case 'TemplateProposed':
      return t('event.TemplateProposed', { by, count: event.samples.length, until: dayRange(event.expiresAt, event.expiresAt, at, language, zone) });
    case 'TemplateRenewalAsked':
      return t('event.TemplateRenewalAsked', { by, count: event.samples.length, until: dayRange(event.expiresAt, event.expiresAt, at, language, zone) });
    case 'TemplateSuspended':
      return event.otherId ? t('event.TemplateSuspendedByUse', { change: event.otherId }) : t('event.TemplateSuspended', { by });
    case 'TemplateAdded':
    case 'TemplateReinstated':
    case 'TemplateExpired':
    case 'TemplateRetired':
      return t(`event.${event.type}`, { by });
  }
}

function said(event: TemplateEvent): string | undefined {
  if (event.type === 'VoteCast') return event.vote.comment;
  return 'reason' in event ? event.reason : undefined;
}

export function templateTimeline(history: readonly RecordedTemplateEvent[], actor: Actor, config: Directory): TemplateView['timeline'] {
  return history.map((recorded) => {
    const text = said(recorded.event);
    return { seq: recorded.seq, at: recorded.at, byName: recorded.byName, line: line(recorded, config, actor), ...(text && { text }) };
  });
}
