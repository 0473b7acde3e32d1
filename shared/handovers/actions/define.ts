import type { Directory } from '../../catalog';
import { hasRole, type Action, type InputOf, type Schema } from '../../kernel';
import type { Handover, HandoverSubject } from '../handover';
import type { HandoverEvent } from '../handover-events';
import { canOnHandover } from '../handover-permissions';
import { emptySchema } from '../handover-schema';

export type HandoverAction<S extends Schema = Schema> = Action<Handover, HandoverSubject, HandoverEvent, Directory, S>;
export type HandoverContext = Parameters<HandoverAction['decide']>[2];
export type HandoverDecide<S extends Schema> = (handover: Handover, input: InputOf<S>, context: HandoverContext) => ReturnType<HandoverAction<S>['decide']>;

/** An action of people on an existing handover; who may do it, and in which state, stands in the lifecycle table. */
export function onHandover<const S extends Schema>(verb: string, schema: S, decide: HandoverDecide<S>): HandoverAction<S> {
  return {
    name: `handovers.${verb}`,
    schema,
    repeat: 'check',
    can: canOnHandover(verb),
    decide: (handover, input, context) => decide(handover as Handover, input, context),
  };
}

/** What Bellhop does by itself, as often as it is tried: the action looks at everything anew. */
export function byItself(verb: string, decide: HandoverDecide<typeof emptySchema>): HandoverAction<typeof emptySchema> {
  return {
    name: `handovers.${verb}`,
    schema: emptySchema,
    repeat: 'safe',
    internal: true,
    can: (actor, handover) => hasRole(actor, 'system') && canOnHandover(verb)(actor, handover),
    decide: (handover, input, context) => decide(handover as Handover, input, context),
  };
}
