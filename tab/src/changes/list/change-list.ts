import type { ChangeRow, ChangeView } from '../../../../shared/changes/change-views';
import type { ListKind } from '../../lists/use-row-list';

/** Lists of changes. */
export const CHANGE_LIST: ListKind<ChangeRow> = {
  practice: 'changes',
  rowOf(record) {
    const { id, version, can, title, state, type, risk, implementerName, plannedStart, plannedEnd, waitsFor, isMine, isOnHold } = record as ChangeView;
    return {
      id, version, can, title, state, type, risk: risk.level, waitsFor, isMine, isOnHold, ...(implementerName && { implementerName }), ...(plannedStart && { plannedStart }), ...(plannedEnd && { plannedEnd }),
    };
  },
  arrivedText({ t }, arrived) {
    const [first] = arrived;
    return arrived.length === 1 && first ? t('tab.queue.arrived', { id: first.id, title: first.title }) : t('changePage.arrivedMany', { count: arrived.length });
  },
};
