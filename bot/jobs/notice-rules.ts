import type { Directory } from '../../shared/catalog';
import type { Notice } from '../../shared/app';
import { openSteps } from '../../shared/kernel';
import type { Group } from '../../shared/people';
import type { RecordedTicketEvent, Ticket } from '../../shared/tickets';
import { askedPeople } from './notice-rules-approvals';
import { cut, toPerson, type Telling } from './telling';

/** What a rule looks at: the event, and the ticket as it is now. */
export interface Told {
  readonly recorded: RecordedTicketEvent;
  readonly ticket: Ticket;
  readonly directory: Directory;
}

type Params = Notice['params'];

const MAX_HANDLERS = 10;

function notice({ recorded, ticket }: Told, what: string, more: Params = {}, card?: string): Notice {
  return { what, params: { id: ticket.id, title: cut(ticket.title), by: recorded.byName, ...more }, ...(card && { card }) };
}

const toRequester = (told: Told, what: Notice): readonly Telling[] => toPerson(told.ticket.requesterId, what);
const toWatchers = (told: Told, what: Notice): readonly Telling[] => told.ticket.watcherIds.flatMap((personId) => toPerson(personId, what));

/** Those who hear about a ticket of a group without channel: its leads, or everybody in it when no lead is left to tell. */
export function handlersOf(group: Group | undefined, by?: string): readonly string[] {
  const leads = (group?.leadIds ?? []).filter((id) => id !== by);
  return (leads.length > 0 ? leads : (group?.memberIds ?? [])).slice(0, MAX_HANDLERS);
}

/** Work for a group: a card in its channel, or in the chats of its leads. */
export function toGroup(told: Told): readonly Telling[] {
  const group = told.directory.group(told.ticket.groupId);
  if (!group) return [];
  const what = notice(told, 'triage', { group: group.name }, 'triage');
  if (group.channel) return [{ target: { to: 'channel', groupId: group.id }, notice: what }];
  return handlersOf(group, told.recorded.by).flatMap((personId) => toPerson(personId, { ...what, card: 'agent' }));
}

/** Word from the requester: to whoever works on it, or below the triage card while nobody does. */
function toHandler(told: Told, what: Notice): readonly Telling[] {
  const { ticket, directory } = told;
  if (ticket.assigneeId) return toPerson(ticket.assigneeId, what);
  const group = directory.group(ticket.groupId);
  const hasThread = group?.channel && !ticket.isRestricted;
  if (hasThread) return [{ target: { to: 'thread' }, notice: what }];
  return handlersOf(group, told.recorded.by).flatMap((personId) => toPerson(personId, what));
}

const isByRequester = ({ recorded, ticket }: Told): boolean => recorded.by === ticket.requesterId || recorded.by === ticket.reporterId;

function reported(told: Told): readonly Telling[] {
  const forSomebodyElse = toRequester(told, notice(told, 'reportedForYou', {}, 'requester'));
  return told.ticket.state === 'awaitingApproval' ? forSomebodyElse : [...forSomebodyElse, ...toGroup(told)];
}

function replied(told: Told, from: 'requester' | 'agent', text: string): readonly Telling[] {
  if (from === 'agent') {
    const answer = notice(told, 'replied', { text: cut(text) });
    return [...toRequester(told, answer), ...toWatchers(told, answer)];
  }
  const words = notice(told, 'wrote', { text: cut(text) });
  return [...toHandler(told, words), ...toRequester(told, words), ...toWatchers(told, words)];
}

function assigned(told: Told, assigneeId: string | undefined, assigneeName: string | undefined): readonly Telling[] {
  if (!assigneeId) return told.ticket.state === 'awaitingApproval' ? [] : toGroup(told);
  return [
    ...toPerson(assigneeId, notice(told, 'assigned', {}, 'agent')),
    ...toRequester(told, notice(told, 'handedTo', { person: assigneeName ?? '' })),
  ];
}

/** Those who may decide now, and those who stand in for them. */
const askedAbout = ({ ticket: { approval }, directory, recorded }: Told): readonly string[] => (approval ? askedPeople(approval, openSteps(approval), directory, recorded.at) : []);

/** Those who lead a group that passed it on. */
const toWatchingGroups = ({ ticket, directory }: Told, what: Notice): readonly Telling[] =>
  (ticket.watchingGroupIds ?? []).flatMap((groupId) => handlersOf(directory.group(groupId)).flatMap((personId) => toPerson(personId, what)));

/** More attention is asked for: whoever has it hears of it, and those who lead the group. */
function escalated(told: Told, reason: string): readonly Telling[] {
  const { ticket, directory } = told;
  const what = notice(told, 'escalated', { reason: cut(reason) }, 'agent');
  return [...toPerson(ticket.assigneeId, what), ...handlersOf(directory.group(ticket.groupId)).flatMap((personId) => toPerson(personId, what))];
}

/** Leads of its group, or of all groups where it has none: any of them decides as incident manager. */
function toDeciders(told: Told, what: Notice): readonly Telling[] {
  const { ticket, directory } = told;
  const own = directory.group(ticket.groupId)?.leadIds ?? [];
  const leads = own.length > 0 ? own : [...directory.groups()].flatMap(({ leadIds = [] }) => leadIds);
  return [...new Set(leads)].slice(0, MAX_HANDLERS).flatMap((personId) => toPerson(personId, { ...what, card: 'agent' }));
}

/** A channel hears of what everybody may know; those who decide hear of it anyway. */
function aboutMajor(told: Told, what: string): readonly Telling[] {
  const { ticket, directory } = told;
  const telling = notice(told, what, { name: `${ticket.id} (${cut(ticket.title)})` });
  const group = directory.group(ticket.groupId);
  const inChannel: readonly Telling[] = group?.channel && !ticket.isRestricted ? [{ target: { to: 'words', groupId: group.id }, notice: telling }] : [];
  return [...inChannel, ...toDeciders(told, telling)];
}

/** Those who said "me too" hear that it is over, and nothing of the ticket, which they may not read. */
const toAffected = ({ ticket }: Told, what: string): readonly Telling[] => (ticket.affectedIds ?? []).flatMap((personId) => toPerson(personId, { what, params: {}, namesNothing: true }));

const toApprovers = (told: Told): readonly Telling[] =>
  askedAbout(told).flatMap((personId) =>
    toPerson(personId, notice(told, 'approval', { requester: told.ticket.requesterName }, 'approver')),
  );

function voted(told: Told, decision: string, comment: string | undefined): readonly Telling[] {
  const { state } = told.ticket;
  if (state === 'awaitingApproval') return toApprovers(told);
  const text = cut(comment ?? '');
  if (decision === 'returned') return toRequester(told, notice(told, 'returned', { text }, 'requester'));
  if (state === 'rejected') return toRequester(told, notice(told, 'rejected', { text }));
  return [...toRequester(told, notice(told, 'approved')), ...toGroup(told)];
}

function closed(told: Told, because: 'accepted' | 'auto' | 'lead'): readonly Telling[] {
  if (because === 'accepted') return toPerson(told.ticket.assigneeId, notice(told, 'accepted'));
  return toRequester(told, notice(told, because === 'auto' ? 'closedBySystem' : 'closed'));
}

function cancelled(told: Told, note: string | undefined): readonly Telling[] {
  if (isByRequester(told)) return told.ticket.assigneeId ? toHandler(told, notice(told, 'withdrawn')) : [];
  return toRequester(told, note ? notice(told, 'cancelledBecause', { reason: cut(note) }) : notice(told, 'cancelled'));
}

/** Who is told what when one event has happened. Changes that only alter a card are not told: every card follows by itself. */
export function tellingsOf(told: Told): readonly Telling[] {
  const { event } = told.recorded;
  switch (event.type) {
    case 'TicketReported':
      return reported(told);
    case 'TicketAssigned':
      // Whoever accepted a handover knows what they have now.
      if (event.handover) return toRequester(told, notice(told, 'handedTo', { person: event.assigneeName ?? '' }));
      return assigned(told, event.assigneeId, event.assigneeName);
    case 'TicketOffered':
      return toPerson(event.personId, notice(told, 'offered', { until: { at: event.until } }, 'agent'));
    case 'OfferReminded':
      return toPerson(event.personId, notice(told, 'offerReminder', { until: { at: told.ticket.offer?.until ?? told.recorded.at } }, 'agent'));
    case 'OfferExpired':
      return toPerson(event.personId, notice(told, 'offerExpired'));
    case 'LeadsTold':
      return handlersOf(told.directory.group(event.groupId)).flatMap((personId) => toPerson(personId, notice(told, 'nobodyFree', {}, 'agent')));
    case 'TicketEscalated':
      return escalated(told, event.reason);
    case 'TicketTaken':
      return toRequester(told, notice(told, 'taken', { person: event.assigneeName }));
    case 'ReplyAdded':
      return replied(told, event.from, event.text);
    case 'FilesAttached':
      return isByRequester(told) ? toHandler(told, notice(told, 'files', { count: event.files.length })) : [];
    case 'TicketPutOnHold':
      return event.hold.comment ? toRequester(told, notice(told, 'question', { text: cut(event.hold.comment) }, 'requester')) : [];
    case 'TicketResumed':
      return event.because === 'followUpDue' ? toHandler(told, notice(told, 'followUp')) : [];
    case 'TicketResolved':
      return [
        ...toRequester(told, notice(told, 'resolved', {}, 'requester')),
        ...toWatchers(told, notice(told, 'resolvedForWatcher')),
        ...toWatchingGroups(told, notice(told, 'resolvedForWatcher')),
        ...toAffected(told, 'affectedOver'),
      ];
    case 'MajorIncidentProposed':
      return aboutMajor(told, 'majorProposed');
    case 'MajorIncidentPromoted':
      return aboutMajor(told, 'majorPromoted');
    case 'TicketClosed':
      return closed(told, event.because);
    case 'TicketReopened': {
      const what = notice(told, 'reopened', { reason: cut(event.reason) });
      return isByRequester(told) ? toHandler(told, { ...what, card: 'agent' }) : toRequester(told, what);
    }
    case 'TicketCancelled':
      return [...cancelled(told, event.note), ...toAffected(told, 'affectedEnded')];
    case 'TicketRated':
      return toPerson(told.ticket.assigneeId, notice(told, 'rated', { stars: event.stars }));
    case 'WatcherAdded':
      return toPerson(event.personId, notice(told, 'watching', {}, 'requester'));
    case 'ApprovalRequested':
      return toApprovers(told);
    case 'ApprovalVoted':
      return voted(told, event.vote.decision, event.vote.comment);
    default:
      return [];
  }
}
