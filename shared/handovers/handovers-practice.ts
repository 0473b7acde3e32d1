import type { Directory } from '../catalog';
import type { Practice } from '../kernel';
import type { Handover, HandoverSubject } from './handover';
import { handoverActions } from './handover-actions';
import { deriveHandover } from './handover-derive';
import { foldHandover, type HandoverEvent } from './handover-events';
import { endedHandovers, openHandovers } from './handover-lists';
import { canReadHandover } from './handover-permissions';
import { presentHandover, presentHandoverRow } from './handover-present';
import type { HandoverSummary } from './handover-views';

/** What Bellhop notes by itself: nobody's form is stale because of it. */
const QUIET = new Set<HandoverEvent['type']>(['HandoverLooked', 'NextShiftBegan', 'AcceptanceReminded', 'AcceptanceExpired']);

/** Handing over at the end of a shift (domain.md 6.2). */
export const handoversPractice: Practice<Handover, HandoverSummary, HandoverEvent, Directory> = {
  name: 'handovers',
  prefixes: ['HND'],
  actions: handoverActions,
  fold: foldHandover,
  subject: ({ id, state, groupId, fromIds, toIds }): HandoverSubject => ({ id, state, groupId, fromIds, toIds }),
  canRead: canReadHandover,
  derive: deriveHandover,
  view: presentHandover,
  row: presentHandoverRow,
  lists: [openHandovers, endedHandovers],
  timers: {
    shiftEnd: { action: 'handovers.endShift', input: {} },
    begin: { action: 'handovers.beginShift', input: {} },
    remind: { action: 'handovers.remind', input: {} },
    expire: { action: 'handovers.expire', input: {} },
  },
  isQuiet: (event) => QUIET.has(event.type),
  announces: true,
};
