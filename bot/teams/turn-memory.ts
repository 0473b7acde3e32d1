import type { Activity, InvokeResponse } from 'botbuilder';

export type TurnResult = InvokeResponse | undefined;

const REMEMBERED = 5_000;

/**
 * The connector delivers an activity again when it did not hear the answer in time. It gets the answer of the first run, and
 * nothing happens twice.
 */
export function createTurnMemory() {
  const turns = new Map<string, Promise<TurnResult>>();

  return {
    run(activity: Activity, turn: () => Promise<TurnResult>): Promise<TurnResult> {
      if (!activity.id) return turn();
      const key = turnKey(activity);
      const known = turns.get(key);
      if (known) return known;
      const running = turn();
      turns.set(key, running);
      // A turn answers its own failures; what fails here never ran.
      running.catch(() => turns.delete(key));
      const oldest = turns.keys().next().value;
      if (turns.size > REMEMBERED && oldest !== undefined) turns.delete(oldest);
      return running;
    },
  };
}

/** Names one activity, also across instances and restarts: idempotency key of what it asks for. */
export function turnKey(activity: Activity): string {
  return `${activity.conversation.id} ${activity.from.id} ${activity.type} ${activity.id}`;
}
