import type { Directory } from '../../shared/catalog';
import type { DeliveryPlan, DeliveryTarget, OutboxEntry } from '../../shared/app';
import type { RecordBase } from '../../shared/kernel';
import type { RecordedTicketEvent, Ticket } from '../../shared/tickets';
import { tellingsOf } from './notice-rules';

const placeKey = (target: DeliveryTarget): string =>
  target.to === 'person' ? `person ${target.personId}` : target.to === 'channel' ? `channel ${target.groupId}` : target.to;

/**
 * Everything that one action has to say to the world. `record` is as it is now, which may be later than the entry. Nobody is
 * told what they did themselves, nobody twice by one action, and nobody who has left.
 */
export function deliveriesFor(entry: OutboxEntry, record: RecordBase, directory: Directory): readonly DeliveryPlan[] {
  if (entry.practice !== 'tickets') return [];
  const plans = new Map<string, DeliveryPlan>();
  for (const recorded of entry.history as readonly RecordedTicketEvent[]) {
    for (const telling of tellingsOf({ recorded, ticket: record as Ticket, directory })) {
      const { target } = telling;
      if (target.to === 'person' && (target.personId === recorded.by || directory.person(target.personId)?.retired !== false)) continue;
      const key = placeKey(target);
      if (!plans.has(key)) plans.set(key, telling);
    }
  }
  return [...plans.values(), { target: { to: 'cards' } }];
}
