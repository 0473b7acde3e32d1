import type { Notice } from '../../shared/app';
import type { Directory } from '../../shared/catalog';
import { isLeft, type Handover, type RecordedHandoverEvent } from '../../shared/handovers';
import { cut, toPerson, type Telling, type TellingRules } from './telling';

function noticeOf(handover: Handover, { byName }: RecordedHandoverEvent, what: string, more: Notice['params'] = {}): Notice {
  const { id, groupName, items, endsAt } = handover;
  return { what: `handovers.${what}`, params: { id, name: id, group: groupName, by: byName, at: { at: endsAt }, count: items.filter(isLeft).length, ...more } };
}

const toPeople = (ids: readonly string[], notice: Notice): readonly Telling[] => ids.flatMap((id) => toPerson(id, notice));
const withCard = (notice: Notice): Notice => ({ ...notice, card: 'agent' });
/** Whose items these are: who has nothing to hand over is not bothered. */
const ownersOf = (items: readonly { readonly fromId: string }[]): readonly string[] => [...new Set(items.map(({ fromId }) => fromId))];
const leadsOf = ({ groupId }: Handover, directory: Directory): readonly string[] => directory.group(groupId)?.leadIds ?? [];

/** Who hears what of a handover: in their own chats only, because it is about the work of people. */
export const handoverTellings: TellingRules = (entry, record, directory) => {
  const handover = record as Handover;
  const { toIds } = handover;
  const named = (ids: readonly string[]): Handover['items'] => handover.items.filter(({ id }) => ids.includes(id));
  return (entry.history as readonly RecordedHandoverEvent[]).flatMap((recorded): readonly Telling[] => {
    const { event } = recorded;
    switch (event.type) {
      case 'HandoverPrepared':
        return toPeople(ownersOf(event.items), withCard(noticeOf(handover, recorded, 'prepared')));
      case 'HandoverLooked':
        return handover.state === 'prepared' ? toPeople(ownersOf(event.added), { ...withCard(noticeOf(handover, recorded, 'prepared')), isFirstOnly: true }) : [];
      case 'HandoverSent':
        return toPeople(event.tellIds, withCard(noticeOf(handover, recorded, 'received')));
      case 'ShiftEnded':
      case 'NextShiftBegan':
        // What was accepted before the shift ended needs no answer any more.
        return handover.items.some(isLeft) ? toPeople(event.tellIds, withCard(noticeOf(handover, recorded, 'received'))) : [];
      case 'ItemsAccepted':
        return toPeople(ownersOf(named(event.itemIds)), noticeOf(handover, recorded, 'accepted', { count: event.itemIds.length }));
      case 'ItemsDeclined':
        return toPeople([...new Set([...ownersOf(named(event.itemIds)), ...leadsOf(handover, directory)])], noticeOf(handover, recorded, 'declined', { count: event.itemIds.length, reason: cut(event.reason) }));
      case 'AcceptanceReminded':
        return toPeople(event.tellIds, withCard(noticeOf(handover, recorded, 'reminder')));
      case 'AcceptanceExpired':
        return toPeople(event.tellIds, withCard(noticeOf(handover, recorded, 'expired')));
      case 'HandoverWithdrawn':
        return toPeople([...new Set([...ownersOf(handover.items.filter(isLeft)), ...toIds])], noticeOf(handover, recorded, 'withdrawn', { reason: cut(event.reason) }));
      default:
        return [];
    }
  });
};
