import { dateTime, entry, paragraph, record } from '../kernel';

export const EXCEPTION_STATES = ['requested', 'approved', 'rejected', 'returned', 'expired', 'withdrawn'] as const;
export type ExceptionState = (typeof EXCEPTION_STATES)[number];

/** One change may lie in one freeze, in the window it has now: asked for with a reason, decided by a quorum, ended by itself. */
export const requestExceptionSchema = {
  changeId: record({ label: 'field.freezeException.change', required: true }),
  freezeId: entry({ label: 'field.freezeException.freeze', of: 'freezes', required: true }),
  reason: paragraph({ label: 'field.reason', required: true, max: 2_000 }),
  /** When it ends by itself; absent: with the window of the change. */
  expiresAt: dateTime({ label: 'field.freezeException.expiresAt' }),
};
