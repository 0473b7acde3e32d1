import type { Actor } from '../../../shared/kernel';
import type { TicketView } from '../../../shared/tickets';
import { readerOf } from '../parts/ticket-words';
import type { Audience, CardContext, CardJson, Notice } from '../types';
import { approverCard } from './approver-card';
import { handlerCard } from './handler-card';
import { requesterCard } from './requester-card';
import { sharedCard } from './shared-card';

/**
 * A ticket as a card. With an actor: that reader's own view with the buttons of `view.can`. Without: the shared view that
 * stands in a group chat or channel, which names no more than everybody there may know and fetches each member's own view
 * through `refresh`.
 */
export function renderTicketCard(view: TicketView, audience: Audience, actor: Actor | undefined, context: CardContext, notice?: Notice): CardJson {
  const input = { view, audience, context, reader: readerOf(actor, context) };
  if (!actor) return sharedCard(input);
  if (audience === 'requester') return requesterCard(input, notice);
  return audience === 'approver' ? approverCard(input, notice) : handlerCard(input, notice);
}

/** The layout that fits this reader best: their own ticket, a decision that waits for them, work to do, or just looking. */
export function audienceFor(view: TicketView, actor: Actor): Audience {
  if (view.requesterId === actor.id || view.reporterId === actor.id) return 'requester';
  if (view.can.includes('tickets.approve')) return 'approver';
  return view.can.includes('tickets.addNote') || view.can.includes('tickets.take') ? 'agent' : 'requester';
}
