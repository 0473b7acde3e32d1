import { conditionsHold, type ConditionFields } from '../kernel';
import type { Agreement } from './agreement';
import type { Step } from './steps';

export type Phase = 'waiting' | 'running' | 'paused' | 'stopped' | 'cancelled';

const STOPPED = new Set(['resolved', 'fulfilled', 'closed']);
const CANCELED = new Set(['cancelled', 'rejected']);

/** Resolved, or over: work on the record has ended. */
export const isEndState = (state: string | undefined): boolean => STOPPED.has(state ?? '') || CANCELED.has(state ?? '');

function isCanceled({ conditions }: Agreement, fields: Step['fields']): boolean {
  return conditions?.cancel ? conditionsHold(conditions.cancel, fields) : CANCELED.has(fields.state ?? '');
}

function isStopped({ conditions }: Agreement, fields: Step['fields']): boolean {
  return conditions?.stop ? conditionsHold(conditions.stop, fields) : STOPPED.has(fields.state ?? '');
}

/** Does the record ask for nothing any more, or is it called off? */
export const isEnded = (agreement: Agreement, { fields }: Step): boolean => isCanceled(agreement, fields) || isStopped(agreement, fields);

/** Groups promise for the time in which a record is theirs, suppliers for the time in which we wait for them (rule 13). */
function isOwned({ type, groupId, supplier }: Agreement, fields: ConditionFields): boolean {
  if (type === 'ola') return fields.groupId === groupId;
  if (type === 'contract') return fields.state === 'onHold' && fields.holdReason === 'vendor' && (!supplier || fields.supplier === supplier);
  return true;
}

/** Does the clock begin here? */
export function isStarted(agreement: Agreement, { fields }: Step): boolean {
  const { start } = agreement.conditions ?? {};
  return isOwned(agreement, fields) && (start === undefined || conditionsHold(start, fields));
}

/** Groups and suppliers promise from when the record came to them, never for the time before. */
export const startsAtMatch = ({ type, startMode }: Agreement): boolean => type !== 'sla' || startMode === 'match';

export function isReset({ conditions }: Agreement, { fields }: Step): boolean {
  return conditions?.reset !== undefined && conditionsHold(conditions.reset, fields);
}

function isPaused(agreement: Agreement, fields: ConditionFields, wasPaused: boolean): boolean {
  if (!isOwned(agreement, fields)) return true;
  if (agreement.type === 'contract') return false;
  const { pause, resume } = agreement.conditions ?? {};
  if (wasPaused && resume) return !conditionsHold(resume, fields);
  return pause !== undefined && conditionsHold(pause, fields);
}

/**
 * What a clock that has begun does after a step: cancel beats stop beats pause (domain.md 5.2, rules 4 and 11; 5.3). A first
 * response that was given stays given.
 */
export function phaseAfter(agreement: Agreement, step: Step, before: Phase, previous?: Step): Phase {
  const { fields } = step;
  if (agreement.metric === 'firstResponse' && before === 'stopped') return 'stopped';
  if (isCanceled(agreement, fields)) return 'cancelled';
  if (isStopped(agreement, fields)) return 'stopped';
  if (agreement.metric === 'firstResponse' && step.said === 'agent') return 'stopped';
  // Only a pause by condition lasts until it is resumed; who gets a record back works on it again (rule 13).
  const wasPaused = before === 'paused' && (!previous || isOwned(agreement, previous.fields));
  return isPaused(agreement, fields, wasPaused) ? 'paused' : 'running';
}
