import { conditionsHold, type Because, type ConditionFields, type Conditions } from '../kernel';
import type { ApprovalDefinition } from './approval-policy-schema';

/** What matching needs to know of a policy. */
export interface PolicyRow {
  readonly id: string;
  readonly subject: string;
  readonly table: string;
  readonly order: number;
  readonly conditions?: Conditions;
  readonly steps?: readonly ApprovalDefinition[];
  readonly retired: boolean;
}

/** A step that is asked for, with why: which fields had which values. */
export interface WantedStep extends ApprovalDefinition {
  readonly because: readonly Because[];
}

/** The fields that made the conditions hold, as far as they say something: comparisons with a value. */
function reasonsOf(policy: PolicyRow, fields: ConditionFields): readonly Because[] {
  const group = policy.conditions?.find((entry) => conditionsHold([entry], fields)) ?? [];
  return group.flatMap(({ field, is, atLeast, atMost }) => {
    const value = fields[field] ?? '';
    const found = (typeof value === 'string' ? [value] : value).filter((entry) => entry !== '' && (is?.includes(entry) || atLeast !== undefined || atMost !== undefined));
    return found.map((entry) => ({ field, value: entry }));
  });
}

function merged(left: WantedStep, right: WantedStep): WantedStep {
  const known = new Set(left.because.map((reason) => JSON.stringify(reason)));
  return { ...left, because: [...left.because, ...right.because.filter((reason) => !known.has(JSON.stringify(reason)))] };
}

/** The rows that count: of each table the first one that holds (domain.md 3.5). */
export function decidingRows<P extends PolicyRow>(policies: Iterable<P>, subject: string, fields: ConditionFields): readonly P[] {
  const inOrder = [...policies].filter((policy) => !policy.retired && policy.subject === subject).sort((left, right) => left.order - right.order || (left.id < right.id ? -1 : 1));
  const rows = new Map<string, P>();
  for (const policy of inOrder) {
    if (!rows.has(policy.table) && (!policy.conditions || conditionsHold(policy.conditions, fields))) rows.set(policy.table, policy);
  }
  return [...rows.values()];
}

/** What the policies ask for together; steps of one name are one step. */
export function wantedSteps(policies: Iterable<PolicyRow>, subject: string, fields: ConditionFields): readonly WantedStep[] {
  const wanted = new Map<string, WantedStep>();
  for (const policy of decidingRows(policies, subject, fields)) {
    const because = reasonsOf(policy, fields);
    for (const definition of policy.steps ?? []) {
      const known = wanted.get(definition.id);
      wanted.set(definition.id, known ? merged(known, { ...definition, because }) : { ...definition, because });
    }
  }
  return [...wanted.values()].sort((left, right) => left.stage - right.stage);
}
