import { choice, number, paragraph, structured, text, type Conditions, type Quorum } from '../kernel';

/** Relations between people and the record that is decided about; whoever asks for the approval knows who they are. */
export const APPROVER_ROLES = ['requesterManager', 'serviceOwners', 'itemOwners', 'itemGroups', 'implementerGroup', 'changeManagers'] as const;
export type ApproverRole = (typeof APPROVER_ROLES)[number];

/** Who gets seats: a person, the members or leads of a group, or a role. */
export type ApproverSource =
  | { readonly kind: 'person'; readonly personId: string; readonly isRequired?: boolean }
  | { readonly kind: 'group'; readonly groupId: string; readonly part?: 'members' | 'leads'; readonly isRequired?: boolean }
  | { readonly kind: 'role'; readonly role: ApproverRole; readonly isRequired?: boolean };

/** One step that a policy asks for. */
export interface ApprovalDefinition {
  /** Steps of the same name from several policies are one step. */
  readonly id: string;
  readonly stage: number;
  readonly from: readonly ApproverSource[];
  readonly quorum: Quorum;
  /** Parts of the content whose change voids its votes; absent: every part. */
  readonly binds?: readonly string[];
  readonly remindAfterHours?: number;
  readonly escalateAfterHours?: number;
  readonly expireAfterHours?: number;
}

/** Names of steps have texts of their own (`approvalStep.<id>`); others are shown as they are. */
export const KNOWN_STEPS = ['manager', 'peer', 'technical', 'owner', 'security', 'changeManager', 'board', 'director', 'emergency', 'group', 'exception', 'template', 'budget', 'systemOwner', 'newManager', 'humanResources'] as const;
export const POLICY_SUBJECTS = ['changes', 'freezeExceptions', 'changeTemplates'] as const;

/**
 * A row of the decision table: the first policy of each table whose conditions hold counts, and what all tables ask for is
 * asked for together (domain.md 3.5).
 */
export const approvalPolicySchema = {
  name: text({ label: 'field.approvalPolicy.name', required: true, max: 100 }),
  description: paragraph({ label: 'field.approvalPolicy.description', max: 1_000 }),
  subject: choice(POLICY_SUBJECTS, 'policySubject', { label: 'field.approvalPolicy.subject', required: true }),
  table: text({ label: 'field.approvalPolicy.table', help: 'help.approvalPolicy.table', required: true, max: 40 }),
  order: number({ label: 'field.approvalPolicy.order', required: true, atLeast: 1, atMost: 9_999 }),
  /** Absent: always. */
  conditions: structured<Conditions>()({ label: 'field.approvalPolicy.conditions', max: 10_000 }),
  /** No steps at all: this table asks nobody. Where no table asks anybody, whoever asks for the approval says who decides. */
  steps: structured<readonly ApprovalDefinition[]>()({ label: 'field.approvalPolicy.steps', max: 10_000 }),
};
