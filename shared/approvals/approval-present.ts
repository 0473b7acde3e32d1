import { decideUntil, openSeats, openSteps, seatFor, stepState, type Actor, type Approval, type ApprovalStep, type Because, type Quorum } from '../kernel';
import { hasText, translator } from '../strings';
import { KNOWN_STEPS } from './approval-policy-schema';
import type { SeatView, StepView, VoteView } from './approval-views';

type T = ReturnType<typeof translator>;

/** What words about an approval are made with. */
export interface ApprovalWords {
  readonly actor: Actor;
  readonly nameOf: (personId: string) => string;
  /** A value of a condition field in the reader's words: `high`, `Payroll`. */
  readonly valueOf: (reason: Because) => string;
}

export function stepLabel(id: string, t: T): string {
  return (KNOWN_STEPS as readonly string[]).includes(id) ? t(`approvalStep.${id}`) : id;
}

function quorumWords({ mode, count, percent, atLeast }: Quorum, seats: number, t: T): string {
  return t(`quorum.${mode}`, { count: count ?? 1, percent: percent ?? 100, atLeast: atLeast ?? 0, seats });
}

/** `because the risk is high and Payroll is affected`; nothing where the step is always asked for. */
export function becauseWords(reasons: readonly Because[], { valueOf }: Pick<ApprovalWords, 'valueOf'>, t: T): string {
  if (reasons.length === 0) return '';
  const parts = reasons.map((reason) => {
    const key = `because.${reason.field}`;
    return hasText(key) ? t(key, { value: valueOf(reason), is: reason.value }) : valueOf(reason);
  });
  const last = parts.at(-1) ?? '';
  return t('because.sentence', { reasons: parts.length > 1 ? t('because.and', { first: parts.slice(0, -1).join(', '), last }) : last });
}

function voteViews({ votes }: ApprovalStep, nameOf: ApprovalWords['nameOf']): readonly VoteView[] {
  return votes.map(({ seatId, byId, byName, decision, at, comment }) => ({
    personId: seatId, name: nameOf(seatId), decision, at, ...(byId !== seatId && { byName }), ...(comment && { comment }),
  }));
}

function awaitedView({ personId, isRequired, escalatedToId }: ApprovalStep['seats'][number], nameOf: ApprovalWords['nameOf']): StepView['awaited'][number] {
  return { id: personId, name: nameOf(personId), isRequired: isRequired === true, ...(escalatedToId && { escalatedToName: nameOf(escalatedToId) }) };
}

/** Every step for whoever may read the record: who decides, who has decided, why they are asked. No tokens. */
export function stepViews(approval: Approval | undefined, words: ApprovalWords): readonly StepView[] {
  if (!approval) return [];
  const t = translator(words.actor.language);
  return approval.steps.map((step) => {
    const state = stepState(approval, step);
    const dueAt = decideUntil({ ...approval, steps: approval.steps.filter(({ id }) => id === step.id) });
    const isOpen = state === 'requested' || state === 'waiting';
    return {
      id: step.id, label: stepLabel(step.id, t), stage: step.stage, state,
      quorum: quorumWords(step.quorum, step.seats.length, t), because: becauseWords(step.because ?? [], words, t), reasons: step.because ?? [],
      awaited: isOpen ? openSeats(approval, step).map((seat) => awaitedView(seat, words.nameOf)) : [],
      votes: voteViews(step, words.nameOf), ...(dueAt && isOpen && { dueAt }), isBoard: step.id === 'board', groupIds: isOpen ? (step.groupIds ?? []) : [],
    };
  });
}

/** The seats from which this reader may vote now, each with its own token. */
export function seatViews(approval: Approval | undefined, words: ApprovalWords, needsConfirmation = false): readonly SeatView[] {
  // A program decides nothing, so that it gets nothing to decide with either.
  if (!approval || words.actor.key) return [];
  const t = translator(words.actor.language);
  return openSteps(approval).flatMap((step) => {
    const seat = seatFor(approval, step, words.actor);
    if (!seat) return [];
    const isOwn = seat.personId === words.actor.id || seat.escalatedToId === words.actor.id;
    return [{ step: step.id, label: stepLabel(step.id, t), token: seat.token, needsConfirmation, ...(!isOwn && { onBehalfOf: words.nameOf(seat.personId) }) }];
  });
}

/** Steps in which the reader's vote stands and can be taken back. */
export function ownVotes(approval: Approval | undefined, personId: string): readonly string[] {
  return (approval?.steps ?? []).filter(({ votes }) => votes.some(({ byId }) => byId === personId)).map(({ id }) => id);
}
