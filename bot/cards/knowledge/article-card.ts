import type { Article } from '../../../shared/knowledge';
import { createCard } from '../parts/card';
import { execute, openUrl, type CardAction } from '../parts/actions';
import { ourText, plainText } from '../parts/elements';
import type { Reader } from '../parts/ticket-words';
import type { CardContext, CardJson } from '../types';
import { articleBlocks } from './article-text';

const MAX_BODY_BYTES = 20_000;

/** An article to read in the chat. `back` leads to where the reader came from. */
export function articleCard(article: Article, reader: Reader, context: CardContext, back?: CardAction): CardJson {
  const { t } = reader;
  const { blocks, isCut } = articleBlocks(article.body, MAX_BODY_BYTES);
  return createCard({
    fallbackText: article.title,
    body: [
      ourText(`${t('card.article.kind')} · ${article.id}`, { size: 'small', isSubtle: true, style: 'heading' }),
      plainText(article.title, { size: 'large', weight: 'bolder', spacing: 'none' }),
      ...blocks,
      ...(isCut ? [ourText(t('card.article.more'), { isSubtle: true })] : []),
    ],
    actions: [
      openUrl(t('card.button.openInTab'), context.link(article.id)),
      execute(t('card.button.stillNeedHelp'), 'card.showDraft', { card: { text: article.title } }),
      back,
    ],
    moreText: t('card.article.more'),
  });
}
