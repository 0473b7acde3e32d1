import { refuse } from '../../kernel';
import { chooseSchema, handOverSchema, noteItemSchema, withdrawSchema } from '../handover-schema';
import { onHandover } from './define';
import { alreadyThere } from './prepare';

/** Which items go over; the others stay with whoever has them. */
export const chooseItem = onHandover('chooseItem', chooseSchema, ({ items }, { itemId, isIncluded }) => {
  const item = items.find(({ id, outcome }) => id === itemId && outcome !== 'settled');
  if (!item) return refuse('handovers.noItem');
  return (item.outcome === 'open') === isIncluded ? refuse('kernel.nothingChanged') : { events: [{ type: 'ItemChosen', itemId, isIncluded }] };
});

/** What whoever comes next has to know about one item. */
export const noteItem = onHandover('noteItem', noteItemSchema, ({ items }, { itemId, note }) => {
  const item = items.find(({ id }) => id === itemId);
  if (!item) return refuse('handovers.noItem');
  return (item.note ?? '') === (note ?? '') ? refuse('kernel.nothingChanged') : { events: [{ type: 'ItemNoted', itemId, ...(note && { note }) }] };
});

/** To the next shift. Nothing moves yet: who is there accepts it. */
export const handOver = onHandover('handOver', handOverSchema, ({ items, groupId, fromIds }, { note }, { config, now }) => {
  if (!items.some(({ outcome }) => outcome === 'open')) return refuse('handovers.nothingChosen');
  return { events: [{ type: 'HandoverSent', tellIds: alreadyThere(config, groupId, fromIds, now), ...(note && { note }) }] };
});

/** A lead has seen to what is left: it need not be accepted any more. */
export const withdraw = onHandover('withdraw', withdrawSchema, (_handover, { reason }) => ({ events: [{ type: 'HandoverWithdrawn', reason }] }));
