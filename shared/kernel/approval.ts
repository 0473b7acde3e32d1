import { refuse, type Refused } from './refusal';

/** Quorum modes of domain.md 3.9. `count` is used by `nOf` only. */
export interface Quorum {
  readonly mode: 'any' | 'all' | 'majority' | 'nOf';
  readonly count?: number;
}

export interface Vote {
  readonly approverId: string;
  readonly decision: 'approved' | 'rejected' | 'returned';
  readonly at: string;
  readonly comment?: string;
}

/** Steps are decided one after the other; a step is settled by its quorum. */
export interface ApprovalStep {
  readonly approverIds: readonly string[];
  readonly quorum: Quorum;
  readonly votes: readonly Vote[];
  /** Why these people: text key and parameters, shown on the card. */
  readonly because?: string;
}

export type ApprovalState = 'requested' | 'approved' | 'rejected' | 'returned';

/** An approval is a value inside the record it decides about; a vote is an event of that record. */
export interface Approval {
  readonly steps: readonly ApprovalStep[];
  /** People who may never vote: requester, requested-for, implementer (domain.md rule R6). */
  readonly excludedIds: readonly string[];
}

function needed(step: ApprovalStep): number {
  const people = step.approverIds.length;
  if (step.quorum.mode === 'any') return 1;
  if (step.quorum.mode === 'all') return people;
  if (step.quorum.mode === 'majority') return Math.floor(people / 2) + 1;
  return Math.min(step.quorum.count ?? people, people);
}

function stepState(step: ApprovalStep): ApprovalState {
  if (step.votes.some((vote) => vote.decision === 'returned')) return 'returned';
  const approved = step.votes.filter((vote) => vote.decision === 'approved').length;
  if (approved >= needed(step)) return 'approved';
  const rejected = step.votes.length - approved;
  return step.approverIds.length - rejected < needed(step) ? 'rejected' : 'requested';
}

/** The state of the whole: the first step that is not approved decides. */
export function approvalState(approval: Approval): ApprovalState {
  for (const step of approval.steps) {
    const state = stepState(step);
    if (state !== 'approved') return state;
  }
  return 'approved';
}

/** Index of the step that waits for votes, or -1. */
export function openStep(approval: Approval): number {
  const index = approval.steps.findIndex((step) => stepState(step) !== 'approved');
  const step = approval.steps[index];
  return step && stepState(step) === 'requested' ? index : -1;
}

/** The people whose vote is awaited now. */
export function awaitedApprovers(approval: Approval): readonly string[] {
  const step = approval.steps[openStep(approval)];
  if (!step) return [];
  const voted = step.votes.map((vote) => vote.approverId);
  return step.approverIds.filter((id) => !voted.includes(id) && !approval.excludedIds.includes(id));
}

export function mayVote(approval: Approval, personId: string): boolean {
  return awaitedApprovers(approval).includes(personId);
}

/** Adds one vote. Refused for anybody whose vote is not awaited, and for a refusal without a reason. */
export function castVote(approval: Approval, vote: Vote): Approval | Refused {
  if (!mayVote(approval, vote.approverId)) return refuse('approvals.notAwaited');
  if (vote.decision !== 'approved' && !vote.comment?.trim()) return refuse('approvals.reasonRequired');
  const open = openStep(approval);
  const steps = approval.steps.map((step, index) => (index === open ? { ...step, votes: [...step.votes, vote] } : step));
  return { ...approval, steps };
}
