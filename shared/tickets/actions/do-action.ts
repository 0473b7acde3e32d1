import { fillInput, type RuleAction } from '../../automation';
import type { Directory } from '../../catalog';
import { keyRefusal, parseInput, refuse, type Decided, type DecideContext, type Refused } from '../../kernel';
import type { Ticket } from '../ticket';
import { subjectOf, type TicketEvent } from '../ticket-events';
import type { TicketAction } from './define';

/** One action as part of another decision: may it be done, what is filled in, and what it decides. Files and other records it has none. */
export function doAction(
  actions: readonly TicketAction[], { action: name, input }: RuleAction, ticket: Ticket, values: Readonly<Record<string, string>>, context: DecideContext<Directory>,
): Decided<TicketEvent> | Refused {
  const action = actions.find((entry) => entry.name === name);
  if (!action?.can(context.actor, subjectOf(ticket))) return refuse('kernel.notAllowed');
  // A macro is no way around what a key allows.
  const outside = keyRefusal(context.actor, action);
  if (outside) return outside;
  const parsed = parseInput(action.schema, fillInput(input, values, context.now));
  if ('problems' in parsed) return refuse('kernel.invalidInput', undefined, parsed.problems);
  return action.decide(ticket, parsed.value, { ...context, files: [] });
}
