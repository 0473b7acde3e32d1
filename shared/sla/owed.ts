import type { Agreement } from './agreement';
import { isEnded } from './phases';
import type { Step } from './steps';

/**
 * The step since which a reply or an update is owed at the last step, whether or not it was promised by then (domain.md 5.2,
 * rule 12): a promise that comes later finds the question that nobody has answered. Undefined: nothing is owed.
 */
export function owedSince(agreement: Agreement, steps: readonly Step[], last: number): number | undefined {
  const isPeriodic = agreement.metric === 'periodicUpdate';
  const isAfterEach = isPeriodic && agreement.updateMode !== 'afterRequester';
  let owed: number | undefined;
  let hasAgentSpoken = false;
  for (let index = 0; index <= last; index += 1) {
    const step = steps[index] as Step;
    const hasEnded = isEnded(agreement, step);
    const isOwed = isAfterEach || (isPeriodic && index === 0) || (step.said === 'requester' && (isPeriodic || hasAgentSpoken));
    if (step.said === 'agent' || hasEnded) owed = undefined;
    if (isOwed && !hasEnded) owed ??= index;
    hasAgentSpoken ||= step.said === 'agent';
  }
  return owed;
}
