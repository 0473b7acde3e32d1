import type { SeatView, StepView } from '../../../shared/approvals';
import type { RecordView } from '../../../shared/kernel';

/** Any record that people decide about by votes. */
export interface DecidedView extends RecordView {
  readonly steps: readonly StepView[];
  readonly mySeats: readonly SeatView[];
  readonly myVotes: readonly string[];
  readonly waitsFor: string;
}

const VOTES = ['approve', 'reject', 'returnForInfo'] as const;

/** Whether an action casts a vote. */
export const isVote = (action: string): boolean => VOTES.some((verb) => action.endsWith(`.${verb}`));

/** The seat that a press is about, as it is now; nothing that the press says about it counts but its name. */
export function seatOf(view: Pick<DecidedView, 'mySeats'>, step: unknown): SeatView | undefined {
  return view.mySeats.find((seat) => seat.step === step);
}

/** Groups in whose channels a card stands while their members are asked. */
export function askedGroups({ steps }: Pick<DecidedView, 'steps'>): readonly string[] {
  return [...new Set(steps.filter(({ state }) => state === 'requested').flatMap(({ groupIds }) => groupIds))];
}
