import type { TimelineEntry } from '../../../../shared/tickets/ticket-views';

/** Was something written, or did it merely change? */
export const isWritten = (entry: TimelineEntry): boolean => entry.kind !== 'change' || entry.type === 'TicketReported' || entry.text !== undefined;
