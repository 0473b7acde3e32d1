import { execute, type CardAction } from '../parts/actions';
import { createCard } from '../parts/card';
import { plainText } from '../parts/elements';
import { cutText } from '../parts/plain-text';
import type { Reader } from '../parts/ticket-words';
import type { CardJson } from '../types';

/** "Did you mean …?": a slip is never guessed at, and a ticket is one press away if it was meant as one. */
export function suggestionCard(text: string, question: string, reader: Reader, suggestion?: CardAction): CardJson {
  const { t } = reader;
  return createCard({
    fallbackText: question,
    body: [plainText(question)],
    actions: [suggestion, execute(t('card.button.reportIt'), 'card.showDraft', { card: { text: cutText(text, 2_000) } })],
    moreText: t('card.timeline.more'),
  });
}
