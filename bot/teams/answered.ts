import type { TurnContext } from 'botbuilder';

const ANSWERED = Symbol('answered');

/** Tells a turn when its answer has been sent. */
export function noteAnswer(context: TurnContext, sent: Promise<void>): void {
  context.turnState.set(ANSWERED, sent);
}

/**
 * Resolves when the answer of this turn has been sent. What changes the message that was pressed waits for it: the answer stands
 * over the message until that is changed, so it must not come last.
 */
export async function answered(context: TurnContext): Promise<void> {
  await context.turnState.get<Promise<void> | undefined>(ANSWERED);
}
