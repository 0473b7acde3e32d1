import type { MessagingExtensionResult, TurnContext } from 'botbuilder';
import { isRefused, readId, type Actor, type RecordView } from '../../../shared/kernel';
import { articlesPractice, type ArticleSummary } from '../../../shared/knowledge';
import { translator } from '../../../shared/strings';
import type { TicketSummary, TicketView } from '../../../shared/tickets';
import { cardsFor } from '../../cards';
import type { BotDeps } from '../deps';
import { actorFrom } from '../identity';
import { recordInLink } from '../links';
import { articleResult, recordResult, results, ticketResult } from './results';

/** Each ticket found is read once for its card. */
const LIMIT = 8;

type Parameters = Readonly<Record<string, unknown>>;

/** What was typed; empty while nothing is. Teams names the first, empty query `initialRun`. */
function queryText(parameters: Parameters): string {
  if (parameters.initialRun !== undefined) return '';
  return Object.values(parameters).filter((value) => typeof value === 'string').join(' ').trim().slice(0, 200);
}

async function open({ app }: BotDeps, id: string, actor: Actor): Promise<RecordView | undefined> {
  const opened = await app.open(id, actor);
  return isRefused(opened) ? undefined : opened.record;
}

const isTicket = (view: RecordView | undefined): view is TicketView => view?.practice === 'tickets';

const nothing = (actor: Actor): MessagingExtensionResult => ({ type: 'message', text: translator(actor.language)('bot.search.nothing') });

/** Ids of matching tickets; of the person's own open ones while nothing is typed. */
async function ticketIds({ app }: BotDeps, q: string, actor: Actor): Promise<readonly string[]> {
  const id = readId(q, ['INC', 'REQ']);
  if (id) return [id];
  if (q) return app.search.find({ q, actor, practice: 'tickets', limit: LIMIT }).map(({ id }) => id);
  const page = await app.list({ list: 'tickets.open', filters: { scope: 'reported' }, sort: '-updatedAt', limit: LIMIT, actor });
  return isRefused(page) ? [] : (page.items as readonly TicketSummary[]).map((row) => row.id);
}

export async function searchTickets(deps: BotDeps, context: TurnContext, parameters: Parameters): Promise<MessagingExtensionResult> {
  const actor = await actorFrom(deps, context.activity, 'chat');
  const ids = await ticketIds(deps, queryText(parameters), actor);
  const found = await Promise.all(ids.map((id) => open(deps, id, actor)));
  const views = found.filter(isTicket);
  return views.length > 0 ? results(views.map((view) => ticketResult(deps, view, actor))) : nothing(actor);
}

export async function searchArticles(deps: BotDeps, context: TurnContext, parameters: Parameters): Promise<MessagingExtensionResult> {
  const actor = await actorFrom(deps, context.activity, 'chat');
  const q = queryText(parameters);
  const { directory } = deps.app.desk;
  const ids = q
    ? deps.app.search.find({ q, actor, practice: 'articles', limit: LIMIT, anyWord: true }).map(({ id }) => id)
    : [...directory.articles()].map((article) => article.id);
  const articles = ids
    .map((id) => directory.article(id))
    .filter((article) => article !== undefined && articlesPractice.canRead(actor, article as ArticleSummary))
    .slice(0, LIMIT);
  return articles.length > 0 ? results(articles.flatMap((article) => (article ? [articleResult(deps, article, actor)] : []))) : nothing(actor);
}

/** Somebody pasted a link of ours: a preview for those who may read it, nothing for others. */
export async function unfurl(deps: BotDeps, context: TurnContext, url: string): Promise<MessagingExtensionResult> {
  const actor = await actorFrom(deps, context.activity, 'chat');
  const id = recordInLink(deps.config, url);
  if (!id) return results([]);
  if (!id.startsWith('ART')) {
    const view = await open(deps, id, actor);
    if (isTicket(view)) return results([ticketResult(deps, view, actor)]);
    return results(view && cardsFor(view) ? [recordResult(deps, view, actor)] : []);
  }
  const article = deps.app.desk.directory.article(id);
  const isReadable = article && articlesPractice.canRead(actor, article);
  return results(isReadable ? [articleResult(deps, article, actor)] : []);
}
