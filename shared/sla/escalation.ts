import type { Agreement } from './agreement';
import type { EscalationStep } from './agreement-schema';

/** What happens where an agreement says nothing: whoever works on it hears in time, the leads when it is too late (rule 8). */
const DEFAULT_LADDER: readonly EscalationStep[] = [
  { percent: 75, act: 'notify', whom: ['assignee'] },
  { percent: 90, act: 'notify', whom: ['assignee'] },
  { percent: 100, act: 'notify', whom: ['assignee', 'leads'] },
];

/** What an agreement wants done when this share of its target is used; nothing for one that is no more. */
export function escalationAt(agreement: Agreement | undefined, percent: number): readonly EscalationStep[] {
  if (!agreement) return [];
  const ladder = agreement.ladder && agreement.ladder.length > 0 ? agreement.ladder : DEFAULT_LADDER;
  return ladder.filter((step) => step.percent === percent);
}
