import type { Application } from '@microsoft/teams-ai';
import type { BotDeps } from '../deps';
import { createFromMessage, openCreateDialog } from './create';
import { searchArticles, searchTickets, unfurl } from './search';

/** Command ids as in the app manifest. */
export const SEARCH_TICKETS = 'searchTickets';
export const SEARCH_ARTICLES = 'searchArticles';
export const CREATE_TICKET = 'createTicket';

/** The message extension: search and insert, a ticket from somebody's message, previews of pasted links. */
export function addExtension(router: Application, deps: BotDeps): void {
  router.messageExtensions.query(SEARCH_TICKETS, (context, _state, query) => searchTickets(deps, context, query.parameters));
  router.messageExtensions.query(SEARCH_ARTICLES, (context, _state, query) => searchArticles(deps, context, query.parameters));
  router.messageExtensions.queryLink((context, _state, url) => unfurl(deps, context, url));
  router.messageExtensions.fetchTask(CREATE_TICKET, (context) => openCreateDialog(deps, context));
  router.messageExtensions.submitAction(CREATE_TICKET, (context, _state, data) => createFromMessage(deps, context, data));
}
