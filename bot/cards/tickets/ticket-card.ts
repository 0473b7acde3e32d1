import type { Actor } from '../../../shared/kernel';
import type { TicketView } from '../../../shared/tickets';
import type { Audience, CardContext, CardJson, Notice } from '../types';

/**
 * A ticket as a card. With an actor: that reader's own view with the buttons of `view.can`. Without: the shared view that
 * stands in a group chat or channel, which names no more than everybody there may know and fetches each member's own view
 * through `refresh`.
 */
export function renderTicketCard(view: TicketView, audience: Audience, actor: Actor | undefined, context: CardContext, notice?: Notice): CardJson {
  throw new Error(`not built yet: ${view.id} ${audience} ${actor?.id} ${context.now} ${notice?.text}`);
}
