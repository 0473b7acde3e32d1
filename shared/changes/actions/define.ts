import type { Action, Decided, DecideContext, InputOf, Refused, Schema } from '../../kernel';
import type { Directory } from '../../catalog';
import type { Change, ChangeSubject } from '../change';
import type { ChangeEvent } from '../change-events';
import { canOnChange } from '../change-permissions';

export type ChangeAction<S extends Schema = Schema> = Action<Change, ChangeSubject, ChangeEvent, Directory, S>;
export type ChangeContext = DecideContext<Directory>;
export type ChangeDecided = Decided<ChangeEvent> | Refused;

type Options = Pick<ChangeAction, 'fence' | 'isAudited'> & { readonly repeat?: 'safe' | 'check' };

/** An action on an existing change; who may do it, and in which state, stands in the lifecycle table. */
export function onChange<const S extends Schema>(
  verb: string, schema: S, options: Options, decide: (change: Change, input: InputOf<S>, context: ChangeContext) => ChangeDecided,
): ChangeAction<S> {
  const { repeat = 'check', ...more } = options;
  return { name: `changes.${verb}`, schema, repeat, ...more, can: canOnChange(verb), decide: (change, input, context) => decide(change as Change, input, context) };
}

/** Performed by jobs only. */
export function internally<const S extends Schema>(verb: string, schema: S, options: Options, decide: (change: Change, input: InputOf<S>, context: ChangeContext) => ChangeDecided): ChangeAction<S> {
  const { repeat = 'check', ...more } = options;
  return {
    name: `changes.${verb}`, schema, repeat, ...more, internal: true,
    can: (actor) => actor.roles.includes('system'), decide: (change, input, context) => decide(change as Change, input, context),
  };
}

/** This decision takes, moves or frees a place in the change calendar. */
export const placed = (events: readonly ChangeEvent[]): ChangeDecided => ({ events, takesPlace: true });
