import type { Actor } from './actor';
import { approvalState, openSteps, seatsFor, stepState, type Approval, type ApprovalStep, type ContentVersions, type Decision, type Seat, type Vote } from './approval';
import { refuse, type Refused } from './refusal';

/** A press: which step, with which one-time token, and what is decided. */
export interface Ballot {
  readonly step: string;
  readonly token: string;
  readonly decision: Decision;
  readonly comment?: string | undefined;
}

type Voter = Pick<Actor, 'id' | 'name' | 'actsFor'>;

/** Where fresh tokens come from; decisions get it with their context. */
export type NewToken = () => string;

const withStep = (approval: Approval, changed: ApprovalStep): Approval => ({
  ...approval, steps: approval.steps.map((step) => (step.id === changed.id ? changed : step)),
});

/**
 * Steps whose turn has come are asked for from now on, and those whose turn is not any more will be anew. Called after everything
 * that may open a stage, or close it again.
 */
export function openStages(approval: Approval, now: string): Approval {
  const open = new Set(openSteps(approval).map(({ id }) => id));
  const steps = approval.steps.map((step): ApprovalStep => {
    if (open.has(step.id)) return step.requestedAt ? step : { ...step, requestedAt: now };
    return step.requestedAt && stepState(approval, step) === 'waiting' ? unasked(step) : step;
  });
  return { ...approval, steps };
}

/** The time for deciding begins anew: it had been over while there was nothing left to decide. */
function unasked({ requestedAt: _former, ...step }: ApprovalStep): ApprovalStep {
  return step;
}

/**
 * Casts one vote. Refused are people without a seat, excluded ones, tokens of another seat, of a former content or used up
 * already, steps that are over or not yet up, and anything but consent without a reason.
 */
export function castVote(approval: Approval, ballot: Ballot, voter: Voter, now: string, content: ContentVersions = {}): { readonly approval: Approval; readonly vote: Vote } | Refused {
  const step = approval.steps.find(({ id }) => id === ballot.step);
  if (!step || stepState(approval, step) !== 'requested' || approvalState(approval) !== 'requested') return refuse('approvals.stepOver');
  if (approval.excludedIds.includes(voter.id)) return refuse('approvals.ownRequest');
  if (step.votes.some(({ byId }) => byId === voter.id)) return refuse('approvals.alreadyVoted');
  const seats = seatsFor(approval, step, voter);
  if (seats.length === 0) return refuse('approvals.notAwaited');
  // A card may be of any of them: who stands in for two people has two.
  const seat = seats.find(({ token }) => token === ballot.token);
  if (!seat) return refuse('approvals.outdated');
  const comment = ballot.comment?.trim();
  if (ballot.decision !== 'approved' && !comment) return refuse('approvals.reasonRequired', undefined, [{ field: 'comment', code: 'required' }]);
  const bound = Object.fromEntries(Object.entries(content).filter(([part]) => step.binds?.includes(part) ?? true));
  const { personId, escalatedToId } = seat;
  const isOwn = [personId, escalatedToId].includes(voter.id) || voter.actsFor.includes(personId);
  const vote: Vote = {
    seatId: personId, byId: voter.id, byName: voter.name, ...(!isOwn && escalatedToId && { forId: escalatedToId }), decision: ballot.decision, at: now, on: bound, ...(comment && { comment }),
  };
  return { approval: openStages(withStep(approval, { ...step, votes: [...step.votes, vote] }), now), vote };
}

/** Takes back the vote somebody cast in a step that is still open, or whose approval is not complete yet. */
export function withdrawVote(approval: Approval, stepId: string, voter: Voter, now: string, newToken: NewToken): { readonly approval: Approval; readonly vote: Vote } | Refused {
  const step = approval.steps.find(({ id }) => id === stepId);
  const vote = step?.votes.find(({ byId }) => byId === voter.id);
  if (!step || !vote) return refuse('approvals.noVote');
  const seats = step.seats.map((seat) => (seat.personId === vote.seatId ? { ...seat, token: newToken() } : seat));
  const left = { ...unasked(step), seats, votes: step.votes.filter((entry) => entry !== vote) };
  return { approval: openStages(withStep(approval, left), now), vote };
}

/** Votes that no longer count, by step. */
export interface Voided {
  readonly stepId: string;
  readonly votes: readonly Vote[];
}

/**
 * What is decided about has changed: votes of every step that binds one of these parts no longer count, and tokens on cards
 * that show the former content are worthless from now on. Steps that bind none of them stay exactly as they are.
 */
export function voidByContent(approval: Approval, parts: readonly string[], newToken: NewToken): { readonly approval: Approval; readonly voided: readonly Voided[] } {
  const voided: Voided[] = [];
  const steps = approval.steps.map((step): ApprovalStep => {
    const isTouched = step.binds ? step.binds.some((part) => parts.includes(part)) : parts.length > 0;
    if (!isTouched) return step;
    if (step.votes.length > 0) voided.push({ stepId: step.id, votes: step.votes });
    const { presentIds: _present, expiredAt: _expired, remindedAt: _reminded, escalatedAt: _escalated, requestedAt: _requested, ...rest } = step;
    return { ...rest, votes: [], seats: step.seats.map((seat) => freshSeat(seat, newToken)) };
  });
  return { approval: { ...approval, steps }, voided };
}

function freshSeat({ escalatedToId: _former, ...seat }: Seat, newToken: NewToken): Seat {
  return { ...seat, token: newToken() };
}

/** Somebody must not decide any more, because they now implement or request it: their votes are void, in every step. */
export function excludeAlso(approval: Approval, excludedIds: readonly string[], newToken: NewToken): { readonly approval: Approval; readonly voided: readonly Voided[] } {
  const voided: Voided[] = [];
  const steps = approval.steps.map((step): ApprovalStep => {
    const lost = step.votes.filter(({ byId, seatId, forId }) => [byId, seatId, forId].some((id) => id !== undefined && excludedIds.includes(id)));
    if (lost.length === 0) return step;
    voided.push({ stepId: step.id, votes: lost });
    const seats = step.seats.map((seat) => (lost.some(({ seatId }) => seatId === seat.personId) ? { ...seat, token: newToken() } : seat));
    return { ...unasked(step), seats, votes: step.votes.filter((vote) => !lost.includes(vote)) };
  });
  return { approval: { steps, excludedIds }, voided };
}

/**
 * The steps that are asked for now, with what was decided in those of the same name before: same people, votes kept. A step that
 * has lost or gained people keeps the votes of those who still have a seat.
 */
export function carryOver(before: Approval, wanted: Approval): { readonly approval: Approval; readonly voided: readonly Voided[] } {
  const voided: Voided[] = before.steps.filter(({ id, votes }) => votes.length > 0 && !wanted.steps.some((step) => step.id === id)).map(({ id, votes }) => ({ stepId: id, votes }));
  const steps = wanted.steps.map((step): ApprovalStep => {
    const known = before.steps.find(({ id }) => id === step.id);
    if (!known) return step;
    const hasSeat = (id: string): boolean => step.seats.some(({ personId }) => personId === id);
    const lost = known.votes.filter(({ seatId }) => !hasSeat(seatId));
    if (lost.length > 0) voided.push({ stepId: step.id, votes: lost });
    const { seats: _seats, votes: _votes, quorum: _quorum, because: _because, binds: _binds, stage: _stage, groupIds: _groups, ...progress } = known;
    const seats = step.seats.map((seat) => ({ ...seat, ...pickSeat(known.seats.find(({ personId }) => personId === seat.personId)) }));
    return { ...(lost.length > 0 ? unasked({ ...progress, ...step }) : { ...progress, ...step }), seats, votes: known.votes.filter((vote) => !lost.includes(vote)) };
  });
  return { approval: { ...wanted, steps }, voided };
}

const pickSeat = (seat: Seat | undefined): Partial<Seat> => (seat ? { token: seat.token, ...(seat.escalatedToId && { escalatedToId: seat.escalatedToId }) } : {});

/** Closes the vote of a step in a meeting: only those who were there count (domain.md 3.5, "majority of present voters"). */
export function closeVote(approval: Approval, stepId: string, presentIds: readonly string[], now: string): Approval | Refused {
  const step = approval.steps.find(({ id }) => id === stepId);
  if (!step || stepState(approval, step) !== 'requested') return refuse('approvals.stepOver');
  return openStages(withStep(approval, { ...step, presentIds }), now);
}
