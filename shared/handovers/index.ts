export { handoversPractice } from './handovers-practice';
export { endingAt, endingOf, gather, lookAt, type Ending } from './gather';
export type { Handover, HandoverSubject } from './handover';
export { foldHandover, isLeft, type HandoverEvent, type RecordedHandoverEvent } from './handover-events';
export { HANDOVER_LIFECYCLE, isHandoverEnded, type HandoverRole } from './handover-lifecycle';
export { HANDOVER_STATES, type HandoverState } from './handover-schema';
export type { HandoverItem, HandoverRow, HandoverSummary, HandoverView } from './handover-views';
