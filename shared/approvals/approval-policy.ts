import { defineRegister, hasRole, isConditions, type Actor, type ApprovalStep, type Approval, type FieldProblem, type NewToken, type RegisterRecord, type Seat } from '../kernel';
import type { WantedStep } from './approval-match-views';
import { APPROVER_ROLES, approvalPolicySchema, type ApprovalDefinition, type ApproverRole, type ApproverSource } from './approval-policy-schema';

export type ApprovalPolicy = RegisterRecord<typeof approvalPolicySchema>;

const QUORUMS = ['any', 'all', 'majority', 'nOf', 'percentage'];
const MAX_STEPS = 12;

const isIn = (value: unknown, list: readonly string[]): boolean => typeof value === 'string' && list.includes(value);
const isCount = (value: unknown, most: number): boolean => value === undefined || (Number.isInteger(value) && (value as number) >= 1 && (value as number) <= most);

function isSource(source: Partial<Record<string, unknown>> | null): boolean {
  if (typeof source !== 'object' || source === null) return false;
  if (source.kind === 'person') return typeof source.personId === 'string';
  if (source.kind === 'group') return typeof source.groupId === 'string';
  return source.kind === 'role' && isIn(source.role, APPROVER_ROLES);
}

function isDefinition(raw: unknown): boolean {
  if (typeof raw !== 'object' || raw === null) return false;
  const step = raw as Partial<ApprovalDefinition>;
  const { quorum, from } = step;
  const hasQuorum = typeof quorum === 'object' && isIn(quorum.mode, QUORUMS) && isCount(quorum.count, 100) && isCount(quorum.percent, 100) && isCount(quorum.atLeast, 100);
  const hasTimes = [step.remindAfterHours, step.escalateAfterHours, step.expireAfterHours].every((hours) => isCount(hours, 24 * 90));
  const hasName = typeof step.id === 'string' && /^[a-zA-Z][\w-]{0,39}$/.test(step.id);
  const hasBinds = step.binds === undefined || (Array.isArray(step.binds) && step.binds.every((part) => typeof part === 'string'));
  return hasName && Number.isInteger(step.stage) && hasQuorum && hasTimes && hasBinds && Array.isArray(from) && from.length > 0 && from.every((source) => isSource(source as never));
}

function checkPolicy({ conditions, steps }: Readonly<Record<string, unknown>>): readonly FieldProblem[] {
  const problems: FieldProblem[] = [];
  if (conditions !== undefined && !isConditions(conditions)) problems.push({ field: 'conditions', code: 'notStructured' });
  const isSteps = steps === undefined || (Array.isArray(steps) && steps.length <= MAX_STEPS && steps.every(isDefinition));
  if (!isSteps) problems.push({ field: 'steps', code: 'notStructured' });
  else if (Array.isArray(steps) && new Set((steps as ApprovalDefinition[]).map(({ id }) => id)).size < steps.length) problems.push({ field: 'steps', code: 'twice' });
  return problems;
}

export const approvalPoliciesPractice = defineRegister({
  practice: 'approvalPolicies',
  prefix: 'POL',
  schema: approvalPolicySchema,
  canRead: () => true,
  canEdit: (actor: Actor) => hasRole(actor, 'changeManager', 'administrator', 'system'),
  check: checkPolicy,
  sortKey: (entry) => `${entry.subject} ${entry.table} ${String(entry.order).padStart(4, '0')}`,
});

/** Where seats come from. */
export interface ApproverPeople {
  /** People of the organization who are still there. */
  isActive(personId: string): boolean;
  group(groupId: string): { readonly memberIds?: readonly string[]; readonly leadIds?: readonly string[]; readonly retired: boolean } | undefined;
  role(role: ApproverRole): readonly string[];
}

function idsOf(source: ApproverSource, people: ApproverPeople): readonly string[] {
  if (source.kind === 'person') return [source.personId];
  if (source.kind === 'role') return people.role(source.role);
  const group = people.group(source.groupId);
  if (!group || group.retired) return [];
  return source.part === 'leads' ? (group.leadIds ?? []) : [...(group.memberIds ?? []), ...(group.leadIds ?? [])];
}

const MAX_SEATS = 60;

function seatsOf({ from }: WantedStep, people: ApproverPeople, excludedIds: readonly string[], newToken: NewToken): readonly Seat[] {
  const seats = new Map<string, Seat>();
  for (const source of from) {
    for (const personId of idsOf(source, people)) {
      if (excludedIds.includes(personId) || !people.isActive(personId)) continue;
      const isRequired = source.isRequired || seats.get(personId)?.isRequired;
      seats.set(personId, { personId, token: seats.get(personId)?.token ?? newToken(), ...(isRequired && { isRequired: true as const }) });
    }
  }
  return [...seats.values()].slice(0, MAX_SEATS);
}

/**
 * An approval that asks for these steps. `unfilled` names steps that nobody is left to decide, or too few for their quorum:
 * whoever asks has to name somebody else first.
 */
export function approvalFrom(
  wanted: readonly WantedStep[], people: ApproverPeople, excludedIds: readonly string[], newToken: NewToken,
): { readonly approval: Approval; readonly unfilled: readonly string[] } {
  const steps = wanted.map((step): ApprovalStep => {
    const { id, stage, quorum, binds, because, remindAfterHours, escalateAfterHours, expireAfterHours } = step;
    const groupIds = [...new Set(step.from.flatMap((source) => (source.kind === 'group' ? [source.groupId] : [])))];
    return {
      id, stage, quorum, votes: [], because, seats: seatsOf(step, people, excludedIds, newToken),
      ...(groupIds.length > 0 && { groupIds }), ...(binds && { binds }), ...(remindAfterHours && { remindAfterHours }), ...(escalateAfterHours && { escalateAfterHours }), ...(expireAfterHours && { expireAfterHours }),
    };
  });
  const unfilled = steps.filter(({ seats, quorum }) => seats.length < Math.max(1, quorum.mode === 'nOf' ? (quorum.count ?? 1) : 1, quorum.atLeast ?? 1)).map(({ id }) => id);
  return { approval: { steps, excludedIds }, unfilled };
}
