import { approvalFrom, wantedSteps, type WantedStep } from '../approvals';
import type { Directory } from '../catalog';
import { approverPeople, changeManagers, conditionFieldsOf, type ChangeSummary } from '../changes';
import { openStages, refuse, type Approval, type ApprovalState, type DecideContext, type Refused } from '../kernel';
import type { Freeze } from '../scheduling';
import type { ExceptionState } from './freeze-exception-schema';

/** Where the decision leads. */
export const EXCEPTION_STATE_AFTER: Readonly<Record<ApprovalState, ExceptionState>> = {
  approved: 'approved', requested: 'requested', rejected: 'rejected', returned: 'returned', expired: 'expired',
};

const TIMES = { remindAfterHours: 24, escalateAfterHours: 48 } as const;

/** Those who may never decide: who proposed the change, who does it, who asks. */
export function involvedIn({ requesterId, implementerId }: ChangeSummary, askingId?: string): readonly string[] {
  return [...new Set([askingId, requesterId, implementerId].filter((id) => id !== undefined))];
}

/** Two change managers where there are two who have nothing to do with the change; else the only one. */
function byChangeManagers(config: Directory, excludedIds: readonly string[]): WantedStep {
  const free = changeManagers(config).filter((id) => !excludedIds.includes(id));
  return {
    id: 'exception', stage: 1, from: [{ kind: 'role', role: 'changeManagers' }], because: [], ...TIMES,
    quorum: free.length >= 2 ? { mode: 'nOf', count: 2 } : { mode: 'any' },
  };
}

/** The freeze itself names who decides; else policies do; else those who manage changes. */
function stepsFor(change: ChangeSummary, freeze: Freeze, config: Directory, excludedIds: readonly string[]): readonly WantedStep[] {
  const { approverGroupId, approverCount } = freeze;
  if (approverGroupId) {
    const quorum = { mode: 'nOf', count: approverCount ?? 1 } as const;
    return [{ id: 'exception', stage: 1, from: [{ kind: 'group', groupId: approverGroupId }], quorum, because: [{ field: 'freezeId', value: freeze.id }], ...TIMES }];
  }
  const fields = { ...conditionFieldsOf(change, { level: change.risk }, config), freezeId: freeze.id };
  const wanted = wantedSteps(config.approvalPolicies(), 'freezeExceptions', fields);
  return wanted.length > 0 ? wanted : [byChangeManagers(config, excludedIds)];
}

/** The approval that an exception needs, asked for from `now` on. */
export function approvalOf(change: ChangeSummary, freeze: Freeze, { actor, config, now, newToken }: DecideContext<Directory>): Approval | Refused {
  const excludedIds = involvedIn(change, actor.id);
  const { approval, unfilled } = approvalFrom(stepsFor(change, freeze, config, excludedIds), approverPeople(change, config), excludedIds, newToken);
  return unfilled.length > 0 ? refuse('freezeExceptions.nobodyToDecide', { freeze: freeze.name }) : openStages(approval, now);
}
