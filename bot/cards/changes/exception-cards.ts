import type { ExceptionView } from '../../../shared/freeze-exceptions';
import { nearTime, timeRange } from '../../../shared/strings';
import { askedCards } from '../approvals/decision-cards';

/** Exceptions from freezes. */
export const exceptionCards = askedCards<ExceptionView>({
  kind: 'card.kind.freezeException',
  title: ({ title }) => title,
  facts: ({ view, reader: { t, language, zone }, context: { now } }) => [
    { label: t('field.freezeException.freeze'), value: view.freezeName },
    { label: t('field.freezeException.change'), value: [view.changeId, view.changeTitle].filter(Boolean).join(' ') },
    { label: t('card.change.window'), value: timeRange(view.from, view.to, now, language, zone) },
    { label: t('field.freezeException.expiresAt'), value: nearTime(view.expiresAt, now, language, zone) },
    view.decideUntil ? { label: t('card.change.decideUntil'), value: nearTime(view.decideUntil, now, language, zone) } : undefined,
  ],
  texts: ({ reason }) => [reason],
  wishes: [{ action: 'freezeExceptions.withdraw' }],
});
