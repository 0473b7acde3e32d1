import type { Action } from './action';
import type { Actor } from './actor';
import { refuse, type Refused } from './refusal';

/** What an integration key allows of what its person may do: a program that acts with it can never do more than either. */
export interface KeyLimits {
  readonly id: string;
  readonly name: string;
  /** Names of the practices whose records it may read; `*`: all of them. */
  readonly reads: readonly string[];
  /** Names of actions; `tickets.*`: all of that practice. */
  readonly actions: readonly string[];
}

export const EVERYTHING = '*';

/** `tickets.*` for `tickets.report`. */
export const wholePractice = (action: string): string => `${action.split('.')[0] ?? ''}.${EVERYTHING}`;

type Programmable = Pick<Action, 'name' | 'isAudited' | 'notForPrograms'>;

/** No key allows these, whatever it says: somebody has to decide by themselves. */
export const isForPeopleOnly = ({ isAudited, notForPrograms }: Programmable): boolean => isAudited === true || notForPrograms === true;

/** The action, as nothing that a key can be made for. */
export const forPeopleOnly = <A extends object>(action: A): A => ({ ...action, notForPrograms: true });

/** May this actor read records of the practice, as far as the key goes with which they act? */
export const keyReads = ({ key }: Pick<Actor, 'key'>, practice: string): boolean => !key || key.reads.includes(EVERYTHING) || key.reads.includes(practice);

/** May this actor do the action, as far as the key goes with which they act? */
export function keyAllows({ key }: Pick<Actor, 'key'>, action: Programmable): boolean {
  if (!key) return true;
  return !isForPeopleOnly(action) && (key.actions.includes(action.name) || key.actions.includes(wholePractice(action.name)));
}

/** Why the key with which somebody acts does not do for an action; undefined when it does, or when they act without one. */
export function keyRefusal(actor: Pick<Actor, 'key'>, action: Programmable): Refused | undefined {
  if (!actor.key || keyAllows(actor, action)) return undefined;
  return isForPeopleOnly(action) ? refuse('integrationKeys.peopleOnly') : refuse('integrationKeys.outOfScope', { name: actor.key.name, action: action.name });
}
