import { KNOWN_STEPS, type ApprovalDefinition } from '../../../../shared/approvals/approval-policy-schema';
import type { Quorum } from '../../../../shared/kernel';
import type { Translate } from '../../lib/texts';

/** "Change advisory board"; names of one's own are shown as they are. */
export function stepName(t: Translate, id: string): string {
  return (KNOWN_STEPS as readonly string[]).includes(id) ? t(`approvalStep.${id}`) : id;
}

/** "one of them", "a majority, at least 3 votes". */
export function quorumText(t: Translate, { mode, count, percent, atLeast }: Quorum): string {
  return t(`setup.quorum.says.${mode}`, { count: count ?? 1, percent: percent ?? 100, atLeast: atLeast ?? 0 });
}

/** "reminded after 4 hours, ends after 48 hours". */
export function timesText(t: Translate, { remindAfterHours, escalateAfterHours, expireAfterHours }: ApprovalDefinition): readonly string[] {
  return [
    ...(remindAfterHours ? [t('setup.steps.says.remind', { hours: remindAfterHours })] : []),
    ...(escalateAfterHours ? [t('setup.steps.says.escalate', { hours: escalateAfterHours })] : []),
    ...(expireAfterHours ? [t('setup.steps.says.expire', { hours: expireAfterHours })] : []),
  ];
}
