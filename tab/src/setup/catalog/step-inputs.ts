import type { ActionStep } from '../../../../shared/catalog/plan-schema';
import type { FieldProblem } from '../../../../shared/kernel';
import { askedFields, isRequired } from '../../../../shared/kernel/schema';
import { ticketAutomationWords } from '../../../../shared/tickets/ticket-automation-schema';
import { schemaOfAction } from '../../automation/types';

/** What could never be done while a stage of an order is open, or needs another record; webhooks have a button of their own. */
const NOT_OFFERED = ['link', 'unlink', 'convert', 'reopen', 'close', 'resume', 'callWebhook'];

/** Actions that a stage can do by itself. */
export const STEP_ACTIONS = Object.keys(ticketAutomationWords.effects).filter((verb) => !NOT_OFFERED.includes(verb)).map((verb) => `tickets.${verb}`);

/** What still has to be filled in; whether what is named is there is known to the server. */
export function missingFields({ action, input }: ActionStep): readonly FieldProblem[] {
  const schema = schemaOfAction(action);
  const asked = askedFields(schema, input);
  const isMissing = (name: string): boolean => asked.names.has(name) && isRequired(schema[name]!, asked) && (input[name] === undefined || input[name] === '');
  return Object.keys(schema).filter(isMissing).map((field) => ({ field, code: 'required' }));
}

/** A name that nothing in the list has yet. */
export function freeId(start: string, taken: readonly { readonly id: string }[]): string {
  let next = taken.length + 1;
  while (taken.some(({ id }) => id === `${start}${next}`)) next += 1;
  return `${start}${next}`;
}
