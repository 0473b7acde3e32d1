import { conditionsHold, type ConditionFields } from '../kernel';
import type { Agreement } from './agreement';
import type { Step } from './steps';

export type Phase = 'waiting' | 'running' | 'paused' | 'stopped' | 'cancelled';

const STOPPED = new Set(['resolved', 'fulfilled', 'closed']);
const CANCELED = new Set(['cancelled', 'rejected']);

function isCanceled({ conditions }: Agreement, described: ConditionFields): boolean {
  return conditions?.cancel ? conditionsHold(conditions.cancel, described) : CANCELED.has(described.state ?? '');
}

function isStopped({ conditions }: Agreement, described: ConditionFields): boolean {
  return conditions?.stop ? conditionsHold(conditions.stop, described) : STOPPED.has(described.state ?? '');
}

/** Groups promise for the time in which a record is theirs, suppliers for the time in which we wait for them (rule 13). */
function isOwned({ type, groupId, supplier }: Agreement, described: ConditionFields): boolean {
  if (type === 'ola') return described.groupId === groupId;
  if (type === 'contract') return described.state === 'onHold' && described.holdReason === 'vendor' && (!supplier || described.supplier === supplier);
  return true;
}

/** Does the clock begin here? */
export function isStarted(agreement: Agreement, { described }: Step): boolean {
  const { start } = agreement.conditions ?? {};
  return isOwned(agreement, described) && (start === undefined || conditionsHold(start, described));
}

/** Groups and suppliers promise from when the record came to them, never for the time before. */
export const startsAtMatch = ({ type, startMode }: Agreement): boolean => type !== 'sla' || startMode === 'match';

export function isReset({ conditions }: Agreement, { described }: Step): boolean {
  return conditions?.reset !== undefined && conditionsHold(conditions.reset, described);
}

function isPaused(agreement: Agreement, described: ConditionFields, wasPaused: boolean): boolean {
  if (!isOwned(agreement, described)) return true;
  if (agreement.type === 'contract') return false;
  const { pause, resume } = agreement.conditions ?? {};
  if (wasPaused && resume) return !conditionsHold(resume, described);
  return pause !== undefined && conditionsHold(pause, described);
}

/**
 * What a clock that has begun does after a step: cancel beats stop beats pause (domain.md 5.2, rules 4 and 11; 5.3). A first
 * response that was given stays given.
 */
export function phaseAfter(agreement: Agreement, step: Step, before: Phase): Phase {
  const { described } = step;
  if (agreement.metric === 'firstResponse' && before === 'stopped') return 'stopped';
  if (isCanceled(agreement, described)) return 'cancelled';
  if (isStopped(agreement, described)) return 'stopped';
  if (agreement.metric === 'firstResponse' && step.said === 'agent') return 'stopped';
  return isPaused(agreement, described, before === 'paused') ? 'paused' : 'running';
}
