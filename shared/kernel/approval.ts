import type { Actor } from './actor';

/**
 * How many of the seats of a step must agree (domain.md 3.9). `count` belongs to `nOf`, `percent` to `percentage`;
 * `atLeast` is the number of votes without which nothing is decided (a board's quorum).
 */
export interface Quorum {
  readonly mode: 'any' | 'all' | 'majority' | 'nOf' | 'percentage';
  readonly count?: number;
  readonly percent?: number;
  readonly atLeast?: number;
}

/** A place from which one vote is cast: by its person, by who it was escalated to, or by a substitute of either. */
export interface Seat {
  readonly personId: string;
  /** One-time: a press carries it, a vote uses it up, and it is given anew whenever what is decided about changes. */
  readonly token: string;
  /** Their refusal refuses the step, and without their consent it is not approved. */
  readonly isRequired?: true;
  /** May vote from this seat too, because its person did not answer in time. */
  readonly escalatedToId?: string;
}

export type Decision = 'approved' | 'rejected' | 'returned';

export interface Vote {
  /** Whose seat it was cast from. */
  readonly seatId: string;
  /** Who pressed: the person of the seat, or somebody who may vote from it. */
  readonly byId: string;
  readonly byName: string;
  /** Whom they stood in for, where that was not the person of the seat but who it was escalated to. */
  readonly forId?: string;
  readonly decision: Decision;
  readonly at: string;
  readonly comment?: string;
  /** What it was about: the version of each part of the content that the step binds. */
  readonly on?: ContentVersions;
}

/** Version of the record in which each part of its content was changed last. */
export type ContentVersions = Readonly<Record<string, number>>;

/** One reason why a step is asked for, told in the reader's language by whoever shows it: the field and the value that matched. */
export interface Because {
  readonly field: string;
  readonly value: string;
}

/** Steps of the same stage are decided side by side, stages one after the other. */
export interface ApprovalStep {
  /** Names the step within the approval: `technical`, `board`. */
  readonly id: string;
  readonly stage: number;
  readonly quorum: Quorum;
  readonly seats: readonly Seat[];
  readonly votes: readonly Vote[];
  readonly because?: readonly Because[];
  /** Groups whose members have seats: their channels show what waits for them. */
  readonly groupIds?: readonly string[];
  /** Parts of the content whose change voids the votes of this step; absent: every part. */
  readonly binds?: readonly string[];
  /** When its stage came up; from then on the hours below count. */
  readonly requestedAt?: string;
  readonly remindAfterHours?: number;
  readonly escalateAfterHours?: number;
  readonly expireAfterHours?: number;
  readonly remindedAt?: string;
  readonly escalatedAt?: string;
  readonly expiredAt?: string;
  /** The vote was closed in a meeting: only those who were present count. */
  readonly presentIds?: readonly string[];
}

export type StepState = 'waiting' | 'requested' | 'approved' | 'rejected' | 'returned' | 'expired';
export type ApprovalState = Exclude<StepState, 'waiting'>;

/** An approval is a value inside the record it decides about; a vote is an event of that record. */
export interface Approval {
  readonly steps: readonly ApprovalStep[];
  /** People who may never vote, whoever's seat it is: requester, requested-for, implementer (domain.md rule R6). */
  readonly excludedIds: readonly string[];
}

const without = (seats: readonly Seat[], excludedIds: readonly string[]): readonly Seat[] => seats.filter(({ personId }) => !excludedIds.includes(personId));

/**
 * The seats that count: of nobody who is excluded and, once the vote was closed in a meeting, only of those who were there and of
 * those without whom it cannot be decided.
 */
export function countingSeats({ seats, presentIds }: ApprovalStep, excludedIds: readonly string[]): readonly Seat[] {
  const fit = without(seats, excludedIds);
  return presentIds ? fit.filter(({ personId, isRequired }) => isRequired || presentIds.includes(personId)) : fit;
}

function neededOf({ mode, count, percent }: Quorum, seats: number): number {
  if (mode === 'any') return 1;
  if (mode === 'all') return Math.max(seats, 1);
  if (mode === 'majority') return Math.floor(seats / 2) + 1;
  if (mode === 'percentage') return Math.max(1, Math.ceil((seats * (percent ?? 100)) / 100));
  // More than there are seats is never reached: nobody counts twice because others are missing.
  return Math.max(1, count ?? seats);
}

/** The seats from which a vote can still come: after a meeting only those without whom it cannot be decided. */
const awaitedSeats = ({ votes, presentIds }: ApprovalStep, seats: readonly Seat[]): readonly Seat[] =>
  seats.filter(({ personId, isRequired }) => (!presentIds || isRequired) && !votes.some(({ seatId }) => seatId === personId));

/** Decided by its own votes alone; whether its turn has come is for `stepState`. */
function outcomeOf(step: ApprovalStep, excludedIds: readonly string[]): ApprovalState {
  if (step.expiredAt) return 'expired';
  const seats = countingSeats(step, excludedIds);
  const votes = step.votes.filter((vote) => seats.some(({ personId }) => personId === vote.seatId));
  if (votes.some(({ decision }) => decision === 'returned')) return 'returned';
  const decisionOf = (seat: Seat): Decision | undefined => votes.find(({ seatId }) => seatId === seat.personId)?.decision;
  const required = seats.filter(({ isRequired }) => isRequired);
  if (required.some((seat) => decisionOf(seat) === 'rejected')) return 'rejected';
  const approved = votes.filter(({ decision }) => decision === 'approved').length;
  const needed = neededOf(step.quorum, seats.length);
  const open = awaitedSeats(step, seats).length;
  const enough = votes.length >= (step.quorum.atLeast ?? 0);
  if (approved >= needed && enough && required.every((seat) => decisionOf(seat) === 'approved')) return 'approved';
  const isLost = approved + open < needed || votes.length + open < (step.quorum.atLeast ?? 0);
  return isLost ? 'rejected' : 'requested';
}

/** The stage whose turn it is: the lowest one that is not approved; undefined when all are. */
function currentStage({ steps, excludedIds }: Approval): number | undefined {
  const open = steps.filter((step) => outcomeOf(step, excludedIds) !== 'approved').map(({ stage }) => stage);
  return open.length > 0 ? Math.min(...open) : undefined;
}

export function stepState(approval: Approval, step: ApprovalStep): StepState {
  const state = outcomeOf(step, approval.excludedIds);
  const stage = currentStage(approval);
  return stage !== undefined && step.stage > stage ? 'waiting' : state;
}

/** The state of the whole: a refusal, a question or an expiry of the present stage ends it; then it waits until all agree. */
export function approvalState(approval: Approval): ApprovalState {
  const stage = currentStage(approval);
  if (stage === undefined) return 'approved';
  const states = approval.steps.filter((step) => step.stage === stage).map((step) => outcomeOf(step, approval.excludedIds));
  return (['returned', 'rejected', 'expired'] as const).find((state) => states.includes(state)) ?? 'requested';
}

/** The steps that wait for votes now. */
export function openSteps(approval: Approval): readonly ApprovalStep[] {
  if (approvalState(approval) !== 'requested') return [];
  return approval.steps.filter((step) => stepState(approval, step) === 'requested');
}

/** Seats of a step from which no vote has come. */
export function openSeats(approval: Approval, step: ApprovalStep): readonly Seat[] {
  return awaitedSeats(step, countingSeats(step, approval.excludedIds));
}

/** The people whose vote is awaited now, those it was escalated to included; never anybody who is excluded. */
export function awaitedApprovers(approval: Approval): readonly string[] {
  const ids = openSteps(approval).flatMap((step) => openSeats(approval, step).flatMap(({ personId, escalatedToId }) => [personId, ...(escalatedToId ? [escalatedToId] : [])]));
  return [...new Set(ids)].filter((id) => !approval.excludedIds.includes(id));
}

/** Everybody who has or had a seat: they may look at what they decide. */
export function approversOf(approval: Approval): readonly string[] {
  const ids = approval.steps.flatMap(({ seats, votes }) => [
    ...seats.flatMap(({ personId, escalatedToId }) => [personId, ...(escalatedToId ? [escalatedToId] : [])]), ...votes.map(({ byId }) => byId),
  ]);
  return [...new Set(ids)];
}

/** Everybody by whose authority something was decided: of the seat, who pressed, and for whom they did. */
export function votersOf({ steps }: Approval): readonly string[] {
  return [...new Set(steps.flatMap(({ votes }) => votes.flatMap(({ seatId, byId, forId }) => [seatId, byId, ...(forId ? [forId] : [])])))];
}

type Voter = Pick<Actor, 'id' | 'actsFor'>;

/**
 * The seats of a step from which this person may vote now: their own before those they stand in for. Nobody votes twice in a
 * step, and nobody who is excluded votes at all, from whosever seat.
 */
export function seatsFor(approval: Approval, step: ApprovalStep, voter: Voter): readonly Seat[] {
  if (approval.excludedIds.includes(voter.id) || step.votes.some(({ byId }) => byId === voter.id)) return [];
  const seats = openSeats(approval, step);
  const standsFor = (id: string | undefined): boolean => id !== undefined && !approval.excludedIds.includes(id) && voter.actsFor.includes(id);
  return [
    ...new Set([
      ...seats.filter(({ personId }) => personId === voter.id), ...seats.filter(({ escalatedToId }) => escalatedToId === voter.id),
      ...seats.filter(({ personId, escalatedToId }) => standsFor(personId) || standsFor(escalatedToId)),
    ]),
  ];
}

/** The seat that this person is asked to vote from. */
export const seatFor = (approval: Approval, step: ApprovalStep, voter: Voter): Seat | undefined => seatsFor(approval, step, voter)[0];

/** Whether this person may vote on any step now. */
export function mayVote(approval: Approval, voter: Voter): boolean {
  return openSteps(approval).some((step) => seatFor(approval, step, voter) !== undefined);
}

/** The same question for what a summary holds: those who are awaited, and those who may never decide. */
export function isAwaited(voter: Voter, awaitedIds: readonly string[], excludedIds: readonly string[]): boolean {
  if (excludedIds.includes(voter.id)) return false;
  return awaitedIds.some((id) => id === voter.id || voter.actsFor.includes(id));
}
