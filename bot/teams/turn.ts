import type { TurnContext } from 'botbuilder';
import type { Log } from './deps';

/** The request in which an activity came. */
export interface Origin {
  /** Every line names the request. */
  readonly log: Log;
  readonly correlationId: string;
}

interface Turn extends Origin {
  /** Resolves when the answer has been sent. */
  readonly sent: Promise<void>;
}

const TURN = Symbol('turn');

/** Tells a turn where it came from. */
export function beginTurn(context: TurnContext, turn: Turn): void {
  context.turnState.set(TURN, turn);
}

export const originOf = (context: TurnContext): Origin => context.turnState.get<Turn>(TURN);

/**
 * Resolves when the answer of this turn has been sent. What changes the message that was pressed waits for it: the answer stands
 * over the message until that is changed, so it must not come last.
 */
export const answered = (context: TurnContext): Promise<void> => context.turnState.get<Turn>(TURN).sent;
