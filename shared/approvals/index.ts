export { approvalPoliciesPractice, wantedSteps, approvalFrom, type ApprovalPolicy, type ApproverPeople, type WantedStep } from './approval-policy';
export { approvalPolicySchema, APPROVER_ROLES, KNOWN_STEPS, type ApprovalDefinition, type ApproverRole, type ApproverSource } from './approval-policy-schema';
export { delegationsPractice, actsFor, type Delegation } from './delegation';
export { delegationSchema } from './delegation-schema';
