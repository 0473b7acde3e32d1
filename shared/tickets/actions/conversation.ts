import { isAgent, refuse, type FileMeta, type Link } from '../../kernel';
import type { Ticket } from '../ticket';
import type { TicketEvent } from '../ticket-events';
import { attachSchema, linkSchema, noteSchema, rateSchema, replySchema, unlinkSchema, watchSchema } from '../ticket-schema';
import { nextState, onTicket } from './define';

export const MAX_FILES = 100;

function tooManyFiles(ticket: Ticket, files: readonly FileMeta[]) {
  return ticket.attachments.length + files.length > MAX_FILES ? refuse('tickets.tooManyFiles', { max: MAX_FILES }) : undefined;
}

/** A public message. The requester's answer resumes what waits for them (domain.md 3.1, resume). */
export const reply = onTicket('reply', replySchema, 'safe', (ticket, input, { actor, files }) => {
  const full = tooManyFiles(ticket, files);
  if (full) return full;
  // An agent who reported it for somebody else answers as an agent.
  const isFromRequester = actor.id === ticket.requesterId || !isAgent(actor);
  const events: TicketEvent[] = [{ type: 'ReplyAdded', text: input.text, files, from: isFromRequester ? 'requester' : 'agent' }];
  if (isFromRequester && ticket.state === 'onHold' && ticket.hold?.reason === 'requester') {
    events.push({ type: 'TicketResumed', because: 'requesterReplied', state: nextState(ticket, 'resume') });
  }
  return { events };
});

export const addNote = onTicket('addNote', noteSchema, 'safe', (ticket, input, { files }) =>
  tooManyFiles(ticket, files) ?? { events: [{ type: 'NoteAdded', text: input.text, files }] },
);

export const attach = onTicket('attach', attachSchema, 'safe', (ticket, _input, { files }) => {
  if (files.length === 0) return refuse('tickets.fileMissing');
  return tooManyFiles(ticket, files) ?? { events: [{ type: 'FilesAttached', files }] };
});

export const watch = onTicket('watch', watchSchema, 'safe', (ticket, input, { actor, config }) => {
  const personId = input.personId ?? actor.id;
  if (personId !== actor.id && !isAgent(actor)) return refuse('tickets.watchOnlySelf');
  if (!config.person(personId)) return refuse('kernel.invalidInput', undefined, [{ field: 'personId', code: 'notFound' }]);
  if (ticket.watcherIds.includes(personId)) return refuse('tickets.alreadyWatching');
  return { events: [{ type: 'WatcherAdded', personId }] };
});

export const unwatch = onTicket('unwatch', watchSchema, 'safe', (ticket, input, { actor }) => {
  const personId = input.personId ?? actor.id;
  if (personId !== actor.id && !isAgent(actor)) return refuse('tickets.watchOnlySelf');
  if (!ticket.watcherIds.includes(personId)) return refuse('tickets.notWatching');
  return { events: [{ type: 'WatcherRemoved', personId }] };
});

const isSame = (link: Link, relation: string, otherId: string): boolean => link.relation === relation && link.otherId === otherId;

export const link = onTicket('link', linkSchema, 'safe', (ticket, { relation, otherId }, { others, links }) => {
  if (otherId === ticket.id || !others.has(otherId)) return refuse('kernel.invalidInput', undefined, [{ field: 'otherId', code: 'notFound' }]);
  if (links.some((entry) => isSame(entry, relation, otherId))) return refuse('tickets.linkedAlready');
  return { events: [{ type: 'LinkAdded', relation, otherId }], links: [{ kind: 'add', relation, otherId }] };
});

/** Either end can remove a link, so every relation can be named here. A link to a ticket one may not read is not there. */
export const unlink = onTicket('unlink', unlinkSchema, 'safe', (_ticket, { relation, otherId }, { others, links }) => {
  if (!others.has(otherId) || !links.some((entry) => isSame(entry, relation, otherId))) return refuse('tickets.notLinked');
  return { events: [{ type: 'LinkRemoved', relation, otherId }], links: [{ kind: 'remove', relation, otherId }] };
});

export const rate = onTicket('rate', rateSchema, 'check', (ticket, { stars, comment }) => {
  if (ticket.rating) return refuse('tickets.alreadyRated');
  return { events: [{ type: 'TicketRated', stars: Math.round(stars), ...(comment && { comment }) }] };
});
