import { refuse, worksIn } from '../../kernel';
import { lookAt } from '../gather';
import type { Handover } from '../handover';
import { isLeft } from '../handover-events';
import { acceptSchema, declineSchema } from '../handover-schema';
import { onHandover } from './define';

/** The items that a press is about: one, or all that are open. */
function meant({ items }: Handover, itemId: string | undefined): Handover['items'] {
  return itemId === undefined ? items.filter(({ outcome }) => outcome === 'open') : items.filter((item) => item.id === itemId && isLeft(item));
}

/**
 * Whoever accepts has it from now on: tickets become theirs, each by an action of its own that names this handover. Approvals and
 * changes are looked after, nobody's vote and nobody's work moves with them.
 */
export const accept = onHandover('accept', acceptSchema, (handover, { itemId }, { actor, config }) => {
  if (!worksIn(actor, handover.groupId)) return refuse('kernel.notAllowed');
  const { settledIds } = lookAt(handover, config);
  const items = meant(handover, itemId).filter(({ id }) => !settledIds.includes(id));
  if (items.length === 0) return refuse('handovers.noItem');
  const moves = items.filter(({ kind, fromId }) => kind === 'ticket' && fromId !== actor.id).map(({ id, fromId }) => ({ ticketId: id, fromId }));
  return { events: [{ type: 'ItemsAccepted', itemIds: items.map(({ id }) => id), moves }] };
});

/** Not now: it stays where it is, and those who hand over and the leads know why. */
export const decline = onHandover('decline', declineSchema, (handover, { itemId, reason }) => {
  const items = meant(handover, itemId).filter(({ outcome }) => outcome === 'open');
  return items.length === 0 ? refuse('handovers.noItem') : { events: [{ type: 'ItemsDeclined', itemIds: items.map(({ id }) => id), reason }] };
});
