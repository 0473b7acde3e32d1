import type { TemplateView } from '../../../shared/change-templates';
import { nearTime } from '../../../shared/strings';
import { askedCards } from '../approvals/decision-cards';
import { cutText, oneLine } from '../parts/plain-text';

const MOST_SAMPLES = 4;

/** Templates of standard changes: what is approved here needs no approval each time. */
export const templateCards = askedCards<TemplateView>({
  kind: 'card.kind.changeTemplate',
  title: ({ name }) => name,
  facts: ({ view, reader: { t, language, zone }, context: { now } }) => [
    view.ownerName ? { label: t('field.changeTemplate.owner'), value: view.ownerName } : undefined,
    view.maxMinutes ? { label: t('field.changeTemplate.maxMinutes'), value: String(view.maxMinutes) } : undefined,
    view.expiresAt ? { label: t('field.changeTemplate.expiresAt'), value: nearTime(view.expiresAt, now, language, zone) } : undefined,
    view.renewsUntil ? { label: t('field.changeTemplate.renewsUntil'), value: nearTime(view.renewsUntil, now, language, zone) } : undefined,
    view.samples.length > 0 ? { label: t('card.template.samples'), value: view.samples.slice(0, MOST_SAMPLES).map(({ id, title }) => `${id} ${cutText(oneLine(title), 60)}`).join(', ') } : undefined,
    view.decideUntil ? { label: t('card.change.decideUntil'), value: nearTime(view.decideUntil, now, language, zone) } : undefined,
    view.suspendedBecause ? { label: t('card.template.suspended'), value: view.suspendedBecause } : undefined,
  ],
  texts: ({ purpose, tasks, evidence, values }) => [purpose, ...['implementationPlan', 'backoutPlan'].map((field) => (typeof values[field] === 'string' ? values[field] : undefined)), tasks, evidence],
  wishes: [{ action: 'changeTemplates.suspend' }, { action: 'changeTemplates.reinstate' }],
});
