import { agentValues, isOffered, type Macro } from '../../automation';
import type { Directory } from '../../catalog';
import { isRefused, refuse, type DecideContext, type LinkChange, type Refused } from '../../kernel';
import type { Ticket } from '../ticket';
import { ticketAutomation } from '../ticket-automation';
import { afterEvent, type TicketEvent } from '../ticket-events';
import { runMacroSchema } from '../ticket-schema';
import { onTicket, type TicketAction } from './define';
import { doAction } from './do-action';

type Context = DecideContext<Directory>;

/** A step that is not possible is told by its place in the macro. */
const NOT_HERE = ['kernel.notAllowed', 'kernel.invalidInput'];

/** Macros that are there for this actor, by name. */
export function macrosFor(context: Pick<Context, 'actor' | 'config'>): readonly Macro[] {
  const all = [...context.config.summaries('macros')] as unknown as readonly Macro[];
  return all.filter((macro) => !macro.retired && isOffered(context.actor, macro)).sort((a, b) => a.name.localeCompare(b.name));
}

/** All steps of a macro on a ticket, one after the other, as one decision: all of them, or the first refusal. */
export function decideMacro(actions: readonly TicketAction[], ticket: Ticket, macro: Macro, context: Context): { readonly events: readonly TicketEvent[]; readonly links: readonly LinkChange[] } | Refused {
  const { actor, config } = context;
  const values = { ...ticketAutomation.placeholderValues(ticket, config), ...agentValues(actor) };
  const events: TicketEvent[] = [];
  const links: LinkChange[] = [];
  let state = ticket;
  for (const [place, step] of macro.actions.entries()) {
    const decided = doAction(actions, step, state, values, context);
    if (isRefused(decided)) return NOT_HERE.includes(decided.refused.code) ? refuse('tickets.macroNotAllowed', { step: place + 1, name: macro.name }) : decided;
    events.push(...decided.events);
    state = decided.events.reduce((before, event) => afterEvent(before, event, context), state);
    links.push(...(decided.links ?? []));
  }
  return { events, links };
}

/** Several actions in one press: offered by the macros that an administrator or a lead wrote. */
export const runMacro = (actions: readonly TicketAction[]) =>
  onTicket('runMacro', runMacroSchema, 'check', (ticket, { macroId }, context) => {
    const macro = macrosFor(context).find(({ id }) => id === macroId);
    return macro ? decideMacro(actions, ticket, macro, context) : refuse('kernel.invalidInput', undefined, [{ field: 'macroId', code: 'notFound' }]);
  });
