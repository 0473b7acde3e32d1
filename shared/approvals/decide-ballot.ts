import { castVote, type Actor, type Approval, type ContentVersions, type Decision, type Refused, type Vote } from '../kernel';

/** Input of `approve`, `reject` and `returnForInfo`, whichever practice they belong to. */
export interface BallotInput {
  readonly step: string;
  readonly token: string;
  readonly comment?: string;
}

const NOBODY: Approval = { steps: [], excludedIds: [] };

/** One press on one seat, for whichever practice: the approval after it and the vote that was cast, or why not. */
export function decideBallot(
  approval: Approval | undefined, decision: Decision, input: BallotInput, { actor, now }: { readonly actor: Actor; readonly now: string }, content?: ContentVersions,
): { readonly approval: Approval; readonly vote: Vote } | Refused {
  return castVote(approval ?? NOBODY, { step: input.step, token: input.token, decision, comment: input.comment }, actor, now, content);
}
