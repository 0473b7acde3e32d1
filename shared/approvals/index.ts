export { approvalPoliciesPractice, approvalFrom, type ApprovalPolicy, type ApproverPeople } from './approval-policy';
export { decidingRows, wantedSteps, type WantedStep } from './approval-match-views';
export { approvalPolicySchema, APPROVER_ROLES, KNOWN_STEPS, type ApprovalDefinition, type ApproverRole, type ApproverSource } from './approval-policy-schema';
export { delegationsPractice, actsFor, type Delegation } from './delegation';
export { delegationSchema } from './delegation-schema';
export { decideBallot, type BallotInput } from './decide-ballot';
export { becauseWords, ownVotes, seatViews, stepLabel, stepViews, type ApprovalWords } from './approval-present';
export type { SeatView, StepView, VoteView } from './approval-views';
