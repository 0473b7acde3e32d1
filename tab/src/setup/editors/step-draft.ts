import type { ApprovalDefinition, ApproverSource } from '../../../../shared/approvals/approval-policy-schema';
import type { Quorum } from '../../../../shared/kernel';

/** What a new step begins with. */
export function newStep(steps: readonly ApprovalDefinition[]): ApprovalDefinition {
  return { id: '', stage: Math.max(1, ...steps.map(({ stage }) => stage)), from: [{ kind: 'role', role: 'changeManagers' }], quorum: { mode: 'any' } };
}

/** Only what its mode needs, so that a changed mind leaves nothing behind. */
export function withMode({ count, percent, atLeast }: Quorum, mode: Quorum['mode']): Quorum {
  return { mode, ...(mode === 'nOf' && { count: count ?? 2 }), ...(mode === 'percentage' && { percent: percent ?? 50 }), ...(atLeast !== undefined && { atLeast }) };
}

/** A source of another kind has nothing of the former one but whether it must agree. */
export function withKind({ isRequired }: ApproverSource, kind: ApproverSource['kind']): ApproverSource {
  const rest = isRequired ? { isRequired } : {};
  if (kind === 'person') return { kind, personId: '', ...rest };
  if (kind === 'group') return { kind, groupId: '', ...rest };
  return { kind, role: 'changeManagers', ...rest };
}

const isNamed = (source: ApproverSource): boolean => (source.kind === 'person' ? source.personId !== '' : source.kind === 'group' ? source.groupId !== '' : true);

/** Half-made sources are not sent: somebody who was not chosen cannot decide. */
export function cleanSteps(steps: readonly ApprovalDefinition[]): readonly ApprovalDefinition[] {
  return steps.map((step) => ({ ...step, id: step.id.trim(), from: step.from.filter(isNamed) }));
}

/** An own name as the server takes it: letters, digits and dashes. */
export function stepId(text: string): string {
  return text.trim().replace(/[^A-Za-z0-9_-]+/g, '-').replace(/^[^A-Za-z]+/, '').slice(0, 40);
}
