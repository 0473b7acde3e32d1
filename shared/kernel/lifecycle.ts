import type { Actor } from './actor';

/**
 * One row of a lifecycle table (domain.md section 3). `who` names relations between actor and record that the practice
 * evaluates; `requires` names the input fields that must be there on entry.
 */
export interface Transition<State extends string, Who extends string> {
  /** Action name without practice, e.g. `resolve`. */
  readonly action: string;
  readonly from: readonly State[];
  /** Absent: the action leaves the state as it is. */
  readonly to?: State;
  readonly who: readonly Who[];
  readonly requires?: readonly string[];
}

export interface Lifecycle<State extends string, Who extends string> {
  readonly states: readonly State[];
  readonly initial: State;
  readonly terminal: readonly State[];
  readonly transitions: readonly Transition<State, Who>[];
}

/** All rows for this action out of this state. */
export function transitionsFor<State extends string, Who extends string>(
  lifecycle: Lifecycle<State, Who>,
  action: string,
  state: State,
): readonly Transition<State, Who>[] {
  return lifecycle.transitions.filter((row) => row.action === action && row.from.includes(state));
}

/** The row that lets this actor do this action now: role and state in one place. */
export function allowedTransition<State extends string, Who extends string>(
  lifecycle: Lifecycle<State, Who>,
  action: string,
  state: State,
  is: (who: Who, actor: Actor) => boolean,
  actor: Actor,
): Transition<State, Who> | undefined {
  return transitionsFor(lifecycle, action, state).find((row) => row.who.some((who) => is(who, actor)));
}
