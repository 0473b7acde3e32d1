import { conditionsHold, defineRegister, hasRole, type Actor, type ApprovalStep, type Approval, type Because, type ConditionFields, type FieldProblem, type NewToken, type RegisterRecord, type Seat } from '../kernel';
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
  const isGroups = conditions === undefined || (Array.isArray(conditions) && conditions.every((group) => Array.isArray(group) && group.every((entry: { field?: unknown } | null) => typeof entry?.field === 'string')));
  if (!isGroups) problems.push({ field: 'conditions', code: 'notStructured' });
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

/** A step that is asked for, with why: which fields had which values. */
export interface WantedStep extends ApprovalDefinition {
  readonly because: readonly Because[];
}

/** The fields that made the conditions hold, as far as they say something: comparisons with a value. */
function reasonsOf(policy: ApprovalPolicy, fields: ConditionFields): readonly Because[] {
  const group = policy.conditions?.find((entry) => conditionsHold([entry], fields)) ?? [];
  return group.flatMap(({ field, is }) => {
    const value = fields[field] ?? '';
    const found = (typeof value === 'string' ? [value] : value).filter((entry) => entry !== '' && is?.includes(entry));
    return found.map((entry) => ({ field, value: entry }));
  });
}

function merged(left: WantedStep, right: WantedStep): WantedStep {
  const known = new Set(left.because.map((reason) => JSON.stringify(reason)));
  return { ...left, because: [...left.because, ...right.because.filter((reason) => !known.has(JSON.stringify(reason)))] };
}

/** What the policies ask for: the first that holds in each table; steps of one name are one step (domain.md 3.5). */
export function wantedSteps(policies: Iterable<ApprovalPolicy>, subject: string, fields: ConditionFields): readonly WantedStep[] {
  const inOrder = [...policies].filter((policy) => !policy.retired && policy.subject === subject).sort((left, right) => left.order - right.order || (left.id < right.id ? -1 : 1));
  const decided = new Set<string>();
  const wanted = new Map<string, WantedStep>();
  for (const policy of inOrder) {
    if (decided.has(policy.table) || (policy.conditions && !conditionsHold(policy.conditions, fields))) continue;
    decided.add(policy.table);
    const because = reasonsOf(policy, fields);
    for (const definition of policy.steps ?? []) {
      const known = wanted.get(definition.id);
      wanted.set(definition.id, known ? merged(known, { ...definition, because }) : { ...definition, because });
    }
  }
  return [...wanted.values()].sort((left, right) => left.stage - right.stage);
}

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
    return {
      id, stage, quorum, votes: [], because, seats: seatsOf(step, people, excludedIds, newToken),
      ...(binds && { binds }), ...(remindAfterHours && { remindAfterHours }), ...(escalateAfterHours && { escalateAfterHours }), ...(expireAfterHours && { expireAfterHours }),
    };
  });
  const unfilled = steps.filter(({ seats, quorum }) => seats.length < Math.max(1, quorum.mode === 'nOf' ? (quorum.count ?? 1) : 1, quorum.atLeast ?? 1)).map(({ id }) => id);
  return { approval: { steps, excludedIds }, unfilled };
}
