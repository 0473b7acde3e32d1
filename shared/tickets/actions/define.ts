import type { Action, InputOf, Schema } from '../../kernel';
import type { Directory } from '../../catalog';
import type { Ticket, TicketSubject } from '../ticket';
import type { TicketEvent } from '../ticket-events';
import { lifecycleOf, type TicketState } from '../ticket-lifecycle';
import { canOnTicket } from '../ticket-permissions';

export type TicketAction<S extends Schema = Schema> = Action<Ticket, TicketSubject, TicketEvent, Directory, S>;
export type TicketDecide<S extends Schema> = (
  ticket: Ticket,
  input: InputOf<S>,
  context: Parameters<TicketAction<S>['decide']>[2],
) => ReturnType<TicketAction<S>['decide']>;

/** An action on an existing ticket; who may do it, and in which state, stands in the lifecycle table. */
export function onTicket<const S extends Schema>(
  verb: string,
  schema: S,
  repeat: 'safe' | 'check',
  decide: TicketDecide<S>,
): TicketAction<S> {
  return {
    name: `tickets.${verb}`,
    schema,
    repeat,
    can: canOnTicket(verb),
    decide: (ticket, input, context) => decide(ticket as Ticket, input, context),
  };
}

/** Where the lifecycle leads; the state itself where the action leaves it alone. */
export function nextState(ticket: Pick<Ticket, 'kind' | 'state'>, verb: string): TicketState {
  const row = lifecycleOf(ticket.kind).transitions.find((entry) => entry.action === verb && entry.from.includes(ticket.state));
  return row?.to ?? ticket.state;
}
