import type { Notice } from '../../shared/app';
import type { RecordedShiftEvent, Shift, Swap } from '../../shared/routing';
import { cut, toPerson, type Telling, type TellingRules } from './telling';

function noticeOf(shift: Shift, { byName }: RecordedShiftEvent, what: string, { from, to }: Swap, more: Notice['params'] = {}): Notice {
  return { what: `shifts.${what}`, params: { id: shift.id, name: shift.id, shift: shift.name, by: byName, from: { at: from }, to: { at: to }, ...more } };
}

const toBoth = ({ outId, inId }: Swap, notice: Notice): readonly Telling[] => [outId, inId].flatMap((id) => toPerson(id, notice));

/** The colleague is asked with a card; whoever is in a swap that comes or goes hears of it. */
export const shiftTellings: TellingRules = (entry, record, directory) => {
  const shift = record as Shift;
  const nameOf = (id: string): string => directory.person(id)?.name ?? id;
  return (entry.history as readonly RecordedShiftEvent[]).flatMap((recorded): readonly Telling[] => {
    const { event } = recorded;
    switch (event.type) {
      case 'SwapProposed':
        return toPerson(event.proposal.inId, { ...noticeOf(shift, recorded, 'proposed', event.proposal), card: 'agent' });
      case 'SwapConfirmed':
        return toPerson(event.proposal.outId, noticeOf(shift, recorded, 'confirmed', event.proposal));
      case 'SwapDeclined':
        return toPerson(event.proposal.outId, event.reason ? noticeOf(shift, recorded, 'declinedBecause', event.proposal, { reason: cut(event.reason) }) : noticeOf(shift, recorded, 'declined', event.proposal));
      case 'SwapSet':
        return toBoth(event.swap, noticeOf(shift, recorded, 'set', event.swap, { inName: nameOf(event.swap.inId), outName: nameOf(event.swap.outId) }));
      case 'SwapRemoved':
        return toBoth(event.swap, noticeOf(shift, recorded, 'removed', event.swap, { inName: nameOf(event.swap.inId), outName: nameOf(event.swap.outId) }));
      default:
        return [];
    }
  });
};
