export { approvalPoliciesPractice, wantedSteps, approvalFrom, type ApprovalPolicy, type ApproverPeople, type WantedStep } from './approval-policy';
export { approvalPolicySchema, APPROVER_ROLES, KNOWN_STEPS, type ApprovalDefinition, type ApproverRole, type ApproverSource } from './approval-policy-schema';
export { delegationsPractice, actsFor, type Delegation } from './delegation';
export { delegationSchema } from './delegation-schema';
export { decideBallot, type BallotInput } from './decide-ballot';
export { becauseWords, ownVotes, seatViews, stepLabel, stepViews, type ApprovalWords } from './approval-present';
export type { SeatView, StepView, VoteView } from './approval-views';
export { decidersOf, decideUntilOf, managerIn, nextNudgeAt, passNudges, type BallotEvent, type Deciders, type PassedNudge } from './ballot';
export { ballotLine, peopleWords } from './ballot-words';
