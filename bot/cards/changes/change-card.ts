import type { Actor } from '../../../shared/kernel';
import type { ChangeView } from '../../../shared/changes';
import { readerOf } from '../parts/ticket-words';
import type { Audience, CardContext, CardJson, Notice } from '../types';
import { changeApproverCard } from './approver-card';
import { changeBoardCard } from './board-card';
import { changeProgressCard } from './progress-card';

/**
 * A change as a card. With an actor: that reader's own view, with the buttons of `can` and of their own seats. Without: the
 * shared view of a group chat or channel. Whoever has to decide gets what that takes, whatever the card was laid out for.
 */
export function renderChangeCard(view: ChangeView, audience: Audience, actor: Actor | undefined, context: CardContext, notice?: Notice): CardJson {
  const input = { view, audience, context, reader: readerOf(actor, context) };
  if (!actor) return changeBoardCard(input);
  return audience === 'approver' || audience === 'triage' || view.mySeats.length > 0 ? changeApproverCard(input, notice) : changeProgressCard(input, notice);
}

/** The layout that fits this reader best: a decision that waits for them, their own change, work to do, or just looking. */
export function changeAudienceFor(view: ChangeView, actor: Actor): Audience {
  if (view.mySeats.length > 0) return 'approver';
  if (view.requesterId === actor.id) return 'requester';
  return view.implementerId === actor.id || view.can.includes('changes.start') || view.can.includes('changes.finish') ? 'agent' : view.myVotes.length > 0 ? 'approver' : 'requester';
}
