import type { ChangeState, ChangeView, RiskLevel } from '../../../shared/changes';
import { nearTime, timeRange } from '../../../shared/strings';
import type { Color, ContainerStyle } from '../parts/elements';
import type { CardInput } from '../parts/record-buttons';

/** What the card of a change is drawn with. */
export type ChangeCardInput = CardInput<ChangeView>;

const ENDED_WELL = new Set(['successful', 'withIssues']);

/** Only colors that can be read as text in every client; the word stands beside them. */
export const riskColor = (level: RiskLevel): Color => (level === 'high' || level === 'veryHigh' ? 'attention' : level === 'moderate' ? 'accent' : 'default');

export const stateColor = (state: ChangeState): Color => (state === 'closed' || state === 'cancelled' || state === 'new' ? 'default' : 'accent');

export function headerStyle({ state, outcome }: Pick<ChangeView, 'state' | 'outcome'>): ContainerStyle {
  return (state === 'closed' || state === 'review') && outcome !== undefined && ENDED_WELL.has(outcome) ? 'good' : 'emphasis';
}

/** `Wed, Mar 4, 9:00 – 11:00 PM`, where the reader is. */
export function windowWords({ view, reader, context }: ChangeCardInput): string {
  const { plannedStart, plannedEnd } = view;
  if (!plannedStart || !plannedEnd) return '';
  return timeRange(plannedStart, plannedEnd, context.now, reader.language, reader.zone);
}

export function timeWords(at: string, { reader, context }: Pick<ChangeCardInput, 'reader' | 'context'>): string {
  return nearTime(at, context.now, reader.language, reader.zone);
}

/** Planned outage in words; nothing is unavailable unless somebody said so. */
export function outageWords({ view, reader: { t } }: ChangeCardInput): string {
  if (view.isOutage === undefined) return '';
  if (!view.isOutage) return t('card.change.noOutage');
  return view.outageMinutes ? t('card.change.outage', { minutes: view.outageMinutes }) : t('card.change.someOutage');
}
