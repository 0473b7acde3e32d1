import { agentValues, fillInput, isOffered, type Macro } from '../../automation';
import type { Directory } from '../../catalog';
import { isRefused, parseInput, refuse, type DecideContext, type LinkChange, type Refused } from '../../kernel';
import type { Ticket } from '../ticket';
import { ticketAutomation } from '../ticket-automation';
import { foldTicket, subjectOf, type TicketEvent } from '../ticket-events';
import { runMacroSchema } from '../ticket-schema';
import { onTicket, type TicketAction } from './define';

type Context = DecideContext<Directory>;

/** Macros that are there for this actor, by name. */
export function macrosFor(context: Pick<Context, 'actor' | 'config'>): readonly Macro[] {
  const all = [...context.config.summaries('macros')] as unknown as readonly Macro[];
  return all.filter((macro) => !macro.retired && isOffered(context.actor, macro)).sort((a, b) => a.name.localeCompare(b.name));
}

/** All steps of a macro on a ticket, one after the other, as one decision: all of them, or the first refusal. */
export function decideMacro(actions: readonly TicketAction[], ticket: Ticket, macro: Macro, context: Context): { readonly events: readonly TicketEvent[]; readonly links: readonly LinkChange[] } | Refused {
  const { actor, config, now } = context;
  const values = { ...ticketAutomation.placeholderValues(ticket, config), ...agentValues(actor) };
  const events: TicketEvent[] = [];
  const links: LinkChange[] = [];
  let state = ticket;
  for (const [place, step] of macro.actions.entries()) {
    const told = { step: place + 1, name: macro.name };
    const action = actions.find(({ name }) => name === step.action);
    if (!action?.can(actor, subjectOf(state))) return refuse('tickets.macroNotAllowed', told);
    const parsed = parseInput(action.schema, fillInput(step.input, values, now));
    if ('problems' in parsed) return refuse('tickets.macroNotAllowed', told);
    const decided = action.decide(state, parsed.value, { ...context, files: [], links: context.links });
    if (isRefused(decided)) return decided;
    for (const event of decided.events) {
      events.push(event);
      state = foldTicket(state, { recordId: ticket.id, seq: state.version + 1, at: now, by: actor.id, byName: actor.name, role: actor.roles.at(-1) ?? 'employee', channel: actor.channel, action: action.name, event });
    }
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
