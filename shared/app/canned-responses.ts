import { agentValues, fillIn, isOffered, type CannedResponse } from '../automation';
import { isAgent, refuse, type Actor, type Refused } from '../kernel';
import type { Storage } from '../storage/port';
import type { Ticket } from '../tickets';
import type { Desk } from './desk';
import { openRecord } from './load';
import { ruledPractices } from './registry';

/** A text that is ready to be sent: everything is filled in, in the language of whoever gets it. */
export interface FilledResponse {
  readonly id: string;
  readonly name: string;
  readonly text: string;
}

/** Texts that this agent may insert into an answer on a ticket, by name. */
export function createResponses({ storage, partition, desk }: { readonly storage: Storage; readonly partition: string; readonly desk: Desk }) {
  return async function responsesFor(id: string, actor: Actor): Promise<readonly FilledResponse[] | Refused> {
    const opened = await openRecord(storage, partition, id);
    const tickets = ruledPractices.tickets;
    if (!tickets || opened?.practice.name !== 'tickets' || !opened.practice.canRead(actor, opened.head.record) || !isAgent(actor)) return refuse('kernel.notFound');
    const ticket = opened.head.record as Ticket;
    const values = { ...tickets.automation.placeholderValues(ticket, desk.directory), ...agentValues(actor) };
    const language = desk.directory.person(ticket.requesterId)?.language ?? 'en';
    const all = [...desk.all('cannedResponses')] as unknown as readonly CannedResponse[];
    return all
      .filter((entry) => !entry.retired && isOffered(actor, entry))
      .sort((a, b) => a.name.localeCompare(b.name))
      .map(({ id: responseId, name, text, textDe }) => ({ id: responseId, name, text: fillIn(language === 'de' && textDe ? textDe : text, values) }));
  };
}

export type ResponsesFor = ReturnType<typeof createResponses>;
