import { createDesk } from '../../shared/app/desk';
import type { Actor, Role, Summary } from '../../shared/kernel';
import { record } from '../../shared/app';
import { foldTicket, subjectOf, type Ticket, type TicketEvent } from '../../shared/tickets';
import { ticketActions } from '../../shared/tickets';

export const NOW = '2026-11-20T12:00:00.000Z';

/** An actor with nothing but what the test says. */
export function actor(id: string, over: Partial<Actor> = {}): Actor {
  const roles: Role[] = ['employee', ...(over.groupIds?.length || over.leadsGroupIds?.length ? (['agent'] as const) : [])];
  return { id, name: id, roles, groupIds: [], leadsGroupIds: [], actsFor: [], channel: 'api', language: 'en', zone: 'UTC', ...over };
}

export const alice = actor('PER0000001');
export const bob = actor('PER0000002', { groupIds: ['GRP0000001'] });
export const carol = actor('PER0000003', { leadsGroupIds: ['GRP0000001'], groupIds: ['GRP0000001'] });
export const dora = actor('PER0000004', { roles: ['employee', 'manager'] });
export const fay = actor('PER0000006', { groupIds: ['GRP0000002'] });

const base = { version: 1, createdAt: NOW, updatedAt: NOW, retired: false };

/** A small organisation in a desk view: two groups, a category tree, a calendar that is always open. */
export function givenDesk() {
  const desk = createDesk();
  const put = (practice: string, entry: Record<string, unknown> & { id: string }): void => {
    const summary = { ...base, ...entry, practice } as unknown as Summary;
    desk.apply({ practice, id: entry.id, version: 1, active: true, summary, types: [], at: NOW, by: 'system' });
  };
  const person = (who: Actor, more: object = {}): void => put('people', { id: who.id, name: who.id, mail: `${who.id}@x.example`, ...more });
  person(alice, { managerId: dora.id });
  [bob, carol, dora, fay].forEach((who) => person(who));
  put('groups', { id: 'GRP0000001', name: 'Network', memberIds: [bob.id, carol.id], leadIds: [carol.id] });
  put('groups', { id: 'GRP0000002', name: 'Service Desk', memberIds: [fay.id] });
  put('groups', { id: 'GRP0000003', name: 'Old', retired: true });
  put('categories', { id: 'CAT0000001', name: 'Network', groupId: 'GRP0000001', keywords: 'network, netzwerk' });
  put('categories', { id: 'CAT0000002', name: 'VPN', nameDe: 'VPN', parentId: 'CAT0000001', keywords: 'vpn, remote access, tunnel' });
  put('categories', { id: 'CAT0000003', name: 'Shared mailbox', keywords: 'shared mailbox' });
  put('categories', { id: 'CAT0000004', name: 'Mailbox', keywords: 'mailbox' });
  put('offerings', { id: 'OFR0000001', name: 'New laptop', categoryId: 'CAT0000001', state: 'published', edition: 1, plan: [{ id: 'consent', name: { en: 'Approval' }, approvals: [{ id: 'manager', from: [{ kind: 'manager' }] }] }], form: { model: { kind: 'choice', label: { en: 'Model' }, required: true, options: [{ value: 'light', label: { en: 'Light' } }] } } });
  put('offerings', { id: 'OFR0000002', name: 'Guest wireless', categoryId: 'CAT0000001', state: 'published', edition: 1 });
  const always = Object.fromEntries(['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'].map((day) => [day, [['00:00', '24:00']]]));
  put('calendars', { id: 'CAL0000001', name: '24x7', zone: 'UTC', weekly: always });
  const common = { type: 'sla', calendarSource: 'fixed', calendarId: 'CAL0000001', retarget: 'retroactive', reopen: 'continue' };
  const pause = [[{ field: 'state', is: ['onHold'] }, { field: 'holdReason', is: ['requester'] }]];
  put('agreements', { ...common, id: 'SLA0000001', name: 'First answer', metric: 'firstResponse', order: 10, targets: { P3: { value: 60, unit: 'minutes' } } });
  put('agreements', { ...common, id: 'SLA0000002', name: 'Resolution', metric: 'resolution', order: 20, targets: { P3: { value: 480, unit: 'minutes' } }, conditions: { pause } });
  put('settings', { id: 'SET0000001', name: 'Settings', fallbackGroupId: 'GRP0000002', autoCloseDays: 5 });
  return desk;
}

type Decided = { readonly ticket: Ticket; readonly events: readonly TicketEvent[] } | { readonly refused: { readonly code: string } };

/** Decides one action on a ticket as `perform` would, without storage: events and the ticket after them, or the refusal. */
export function decide(ticket: Ticket | undefined, verb: string, input: object, by: Actor, at = NOW, others: readonly Ticket[] = []): Decided {
  const action = ticketActions.find((entry) => entry.name === `tickets.${verb}`);
  if (!action) throw new Error(`no action ${verb}`);
  const config = givenDesk().directory;
  const summaries = others.map((other) => [other.id, { id: other.id, practice: 'tickets', version: other.version, updatedAt: NOW }] as const);
  const context = { actor: by, now: at, config, files: [], others: new Map(summaries), links: [], extra: {}, turns: {}, newToken: () => 'token' };
  const decided = (action.decide as (...args: unknown[]) => unknown)(ticket, input, context) as { events: TicketEvent[] } | { refused: { code: string } };
  if ('refused' in decided) return decided;
  const id = ticket?.id ?? 'INC0000001';
  const history = record(decided.events, { id, version: ticket?.version ?? 0, at, action: action.name, actor: by });
  return { events: decided.events, ticket: history.reduce<Ticket | undefined>((state, entry) => foldTicket(state, entry), ticket) as Ticket };
}

/** Like `decide`, for steps of a story that must work. */
export function after(ticket: Ticket | undefined, verb: string, input: object, by: Actor, at = NOW): Ticket {
  const decided = decide(ticket, verb, input, by, at);
  if ('refused' in decided) throw new Error(`${verb}: ${decided.refused.code}`);
  return decided.ticket;
}

export const canDo = (ticket: Ticket, by: Actor): string[] =>
  ticketActions.filter((action) => !action.creates && (action.can as (who: Actor, on: unknown) => boolean)(by, subjectOf(ticket))).map((action) => action.name.slice(8));
