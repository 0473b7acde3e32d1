import type { AgreementConditions } from '../../../../shared/sla/agreement-schema';
import { asTargets, type TargetDrafts } from './TargetsEditor';

/** What a new agreement begins with: the promise most desks make first. */
export const NEW_AGREEMENT = {
  type: 'sla', metric: 'resolution', order: 100, calendarSource: 'fixed', retarget: 'retroactive', reopen: 'continue',
  targets: { P1: { value: 4, unit: 'hours' }, P2: { value: 8, unit: 'hours' }, P3: { value: 3, unit: 'days' }, P4: { value: 5, unit: 'days' } },
  conditions: { pause: [[{ field: 'state', is: ['onHold'] }, { field: 'holdReason', is: ['requester'] }]] },
  ladder: [{ percent: 75, act: 'notify', whom: ['assignee'] }, { percent: 90, act: 'mention', whom: ['group'] }, { percent: 100, act: 'notify', whom: ['leads'] }],
} as const;

/** Drafts of targets may be half typed, conditions may have lost their parts. */
export function cleanAgreement(field: string, value: unknown): unknown {
  if (field === 'targets') return asTargets((value ?? {}) as TargetDrafts);
  if (field === 'conditions') return Object.fromEntries(Object.entries((value ?? {}) as AgreementConditions).filter(([, part]) => part !== undefined));
  return value;
}
