import type { Performed, PerformObserver } from '../../shared/app';
import type { ActionOutcome, Meter } from './meter';
import { errorType } from './shown-error';
import { inSpan } from './spans';

function outcomeOf(performed: Performed): readonly [ActionOutcome, code: string] {
  if (!('refused' in performed)) return [performed.isRepeat ? 'repeated' : 'done', ''];
  const { code } = performed.refused;
  return [code === 'kernel.stale' ? 'conflict' : 'refused', code];
}

/** Counts every action and makes it a step of a trace, whoever performs it: people, rules, jobs. */
export function observePerform(meter: Meter): PerformObserver {
  return (action, work) =>
    inSpan(`perform ${action}`, { attributes: { 'bellhop.action': action } }, async (span) => {
      try {
        const performed = await work();
        const [outcome, code] = outcomeOf(performed);
        meter.action(action, outcome, code);
        span.set({ 'bellhop.outcome': outcome, ...(code && { 'bellhop.refusal': code }) });
        return performed;
      } catch (error) {
        meter.action(action, 'failed', errorType(error));
        throw error;
      }
    });
}
