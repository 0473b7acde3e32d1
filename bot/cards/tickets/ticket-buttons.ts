import type { TicketView } from '../../../shared/tickets';
import { execute, type CardAction } from '../parts/actions';
import type { CardInput } from '../parts/record-buttons';

/** What a ticket card is drawn with. */
export type TicketCardInput = CardInput<TicketView>;

/** Why it is due then; for a ticket that nothing was promised for there is nothing to say. */
export function whyButton({ view, audience, reader: { t } }: TicketCardInput): readonly CardAction[] {
  if (view.clocks.length === 0) return [];
  return [execute(t('card.button.why'), 'card.showWhy', { id: view.id, card: { view: audience } }, { mode: 'secondary' })];
}

/** Why this person has it, or is asked: only where Bellhop picked somebody, and to those who may know. */
export function whyMeButton({ view, audience, reader: { t } }: TicketCardInput): readonly CardAction[] {
  if (!view.picked) return [];
  return [execute(t('card.button.whyMe'), 'card.showWhyMe', { id: view.id, card: { view: audience } }, { mode: 'secondary' })];
}

/** Is the reader one of the watchers? Then they can stop; else they can start. */
export function isWatching({ view, reader }: TicketCardInput): boolean {
  return view.watchers.some((watcher) => watcher.id === reader.actor?.id);
}
