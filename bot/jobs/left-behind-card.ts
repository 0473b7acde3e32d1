import type { Language } from '../../shared/kernel';
import { translator } from '../../shared/strings';
import type { CardJson } from '../cards';
import { createCard } from '../cards/parts/card';
import { ourText, plainText } from '../cards/parts/elements';

/** What an older card of a ticket becomes when a newer one stands further down in the same chat. */
export function leftBehindCard(recordId: string, title: string | undefined, language: Language): CardJson {
  const t = translator(language);
  const name = [recordId, title].filter(Boolean).join(' · ');
  return createCard({
    fallbackText: name,
    body: [plainText(name, { weight: 'bolder' }), ourText(t('notice.continuesBelow'), { isSubtle: true, size: 'small', spacing: 'none' })],
    moreText: t('card.timeline.more'),
  });
}
