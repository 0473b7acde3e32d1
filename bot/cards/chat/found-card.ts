import type { Article } from '../../../shared/knowledge';
import type { TicketRow } from '../../../shared/tickets';
import { execute } from '../parts/actions';
import { createCard } from '../parts/card';
import { actionSet, column, columns, ourText, plainText, type Element } from '../parts/elements';
import { cutText, oneLine } from '../parts/plain-text';
import { rowElement, type ListCardInput } from '../tickets/list-card';
import type { Reader } from '../parts/ticket-words';
import type { CardContext, CardJson } from '../types';

export interface FoundInput {
  readonly q: string;
  readonly articles: readonly Pick<Article, 'id' | 'title'>[];
  readonly tickets: readonly TicketRow[];
  readonly isForHandlers: boolean;
  readonly reader: Reader;
  readonly context: CardContext;
}

function articleRow({ id, title }: Pick<Article, 'id' | 'title'>, { t }: Reader): Element {
  const show = execute(t('card.button.show'), 'card.showArticle', { id }, { tooltip: `${t('card.button.show')} ${id}` });
  return columns(
    [column([plainText(cutText(oneLine(title), 120))], { width: 'stretch', verticalContentAlignment: 'center' }), column([actionSet([show])], { width: 'auto' })],
    { separator: true, spacing: 'small' },
  );
}

/** What a search found; when it was meant as a report, that is one press away. */
export function foundCard(input: FoundInput): CardJson {
  const { q, articles, tickets, isForHandlers, reader, context } = input;
  const { t } = reader;
  const list: ListCardInput = { list: 'found', title: '', sections: [], reader, context, isForHandlers, page: 'queue' };
  const title = t('card.list.found', { q: cutText(oneLine(q), 80) });
  return createCard({
    fallbackText: title,
    body: [
      plainText(title, { size: 'medium', weight: 'bolder' }),
      ...(articles.length > 0 ? [ourText(t('card.found.articles'), { weight: 'bolder', spacing: 'medium' }), ...articles.map((article) => articleRow(article, reader))] : []),
      ...(tickets.length > 0 ? [ourText(t('card.list.foundTickets'), { weight: 'bolder', spacing: 'medium' }), ...tickets.map((ticket) => rowElement(ticket, list))] : []),
      articles.length + tickets.length === 0 ? ourText(t('card.list.foundEmpty'), { isSubtle: true }) : undefined,
    ],
    actions: [execute(t('card.button.reportIt'), 'card.showDraft', { card: { text: cutText(q, 2_000) } })],
    moreText: t('card.timeline.more'),
  });
}
