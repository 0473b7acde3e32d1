import { createCard } from '../parts/card';
import type { CardAction } from '../parts/actions';
import { ourText } from '../parts/elements';
import type { Reader } from '../parts/ticket-words';
import type { CardJson } from '../types';

/** In a group chat or channel: what was asked for is shown to whoever presses, and to nobody else. */
export function privateCard(title: string, button: CardAction, { t }: Reader): CardJson {
  return createCard({
    fallbackText: title,
    body: [ourText(title, { weight: 'bolder', style: 'heading' }), ourText(t('card.private'), { isSubtle: true, spacing: 'small' })],
    actions: [button],
    moreText: t('card.timeline.more'),
  });
}
