import type { MessagingExtensionAttachment, MessagingExtensionResult } from 'botbuilder';
import type { Article } from '../../../shared/knowledge';
import type { Actor, RecordView } from '../../../shared/kernel';
import { translator } from '../../../shared/strings';
import type { TicketView } from '../../../shared/tickets';
import { renderRecordCard, renderTicketCard, titleOf, type CardContext, type CardJson } from '../../cards';
import { articleCard } from '../../cards/knowledge/article-card';
import { readerOf } from '../../cards/parts/ticket-words';
import type { BotDeps } from '../deps';
import { ADAPTIVE_CARD } from '../sender';

const THUMBNAIL = 'application/vnd.microsoft.card.thumbnail';

export function cardContext({ app, chat }: Pick<BotDeps, 'app' | 'chat'>): CardContext {
  return { directory: app.desk.directory, now: app.clock.now().toISOString(), link: chat.link };
}

function attachment(card: CardJson, title: string, text: string): MessagingExtensionAttachment {
  const preview = { contentType: THUMBNAIL, content: { title: inert(title), text: inert(text) } };
  return { contentType: ADAPTIVE_CARD, content: card, preview };
}

/** Thumbnail cards are drawn as HTML by some clients. */
const inert = (text: string): string => text.replace(/[<>&]/g, (sign) => ({ '<': '‹', '>': '›', '&': '&amp;' })[sign] ?? sign);

/**
 * A ticket to insert into a conversation: everybody there sees number and state, and who may read more gets it on pressing
 * the card. Only the preview, which the searcher alone sees, has the title.
 */
export function ticketResult(deps: Pick<BotDeps, 'app' | 'chat'>, view: TicketView, actor: Actor): MessagingExtensionAttachment {
  const t = translator(actor.language);
  const card = renderTicketCard(view, 'requester', undefined, { ...cardContext(deps), language: actor.language, zone: actor.zone });
  const line = [t(`state.${view.state}`), view.assigneeName ?? view.groupName, view.requesterName].filter(Boolean).join(' · ');
  return attachment(card, `${view.id} ${view.title}`, line);
}

/** Any other record to insert: the same rule, and a preview of what it is called. */
export function recordResult(deps: Pick<BotDeps, 'app' | 'chat'>, view: RecordView, actor: Actor): MessagingExtensionAttachment {
  const card = renderRecordCard(view, 'requester', undefined, { ...cardContext(deps), language: actor.language, zone: actor.zone });
  return attachment(card, [view.id, titleOf(view)].filter(Boolean).join(' '), typeof view.waitsFor === 'string' ? view.waitsFor : '');
}

export function articleResult(deps: Pick<BotDeps, 'app' | 'chat'>, article: Article, actor: Actor): MessagingExtensionAttachment {
  const context = cardContext(deps);
  const text = article.body.replace(/[*_#`>[\]]/g, '').replace(/\s+/g, ' ').slice(0, 120);
  return attachment(articleCard(article, readerOf(actor, context), context), article.title, text);
}

export function results(attachments: readonly MessagingExtensionAttachment[]): MessagingExtensionResult {
  return { type: 'result', attachmentLayout: 'list', attachments: [...attachments] };
}
