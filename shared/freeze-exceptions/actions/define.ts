import type { Directory } from '../../catalog';
import type { Action, InputOf, Schema } from '../../kernel';
import type { ExceptionSubject, FreezeException } from '../freeze-exception';
import type { ExceptionEvent } from '../freeze-exception-events';
import { canOnException } from '../freeze-exception-permissions';

export type ExceptionAction<S extends Schema = Schema> = Action<FreezeException, ExceptionSubject, ExceptionEvent, Directory, S>;
export type ExceptionContext = Parameters<ExceptionAction['decide']>[2];
export type ExceptionDecide<S extends Schema> = (exception: FreezeException, input: InputOf<S>, context: ExceptionContext) => ReturnType<ExceptionAction<S>['decide']>;

/** An action on an existing exception; who may do it, and in which state, stands in the lifecycle table. */
export function onException<const S extends Schema>(
  verb: string, schema: S, decide: ExceptionDecide<S>, more: Partial<Pick<ExceptionAction, 'isAudited' | 'fence' | 'internal' | 'repeat'>> = {},
): ExceptionAction<S> {
  return {
    repeat: 'check',
    ...more,
    name: `freezeExceptions.${verb}`,
    schema,
    can: canOnException(verb),
    decide: (exception, input, context) => decide(exception as FreezeException, input, context),
  };
}

/** What ends a decided exception gives its place in the freeze back. */
export const freesPlace = ({ state }: FreezeException): { readonly takesPlace?: true } => (state === 'approved' ? { takesPlace: true } : {});
