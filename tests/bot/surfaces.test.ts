// If this fails, a surface lets somebody do with a ticket what docs/permissions.md does not allow, or hides what it allows.
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { allActions, rowKey, type StoredHead } from '../../shared/app';
import { translator } from '../../shared/strings';
import { INCIDENT_STATES, REQUEST_STATES } from '../../shared/tickets/ticket-lifecycle';
import type { Ticket, TicketView } from '../../shared/tickets';
import { startBotDesk, type BotDesk } from '../_support/bot-desk';
import type { BotMessage } from '../_support/fake-connector';
import { TEST_GROUPS, TEST_PEOPLE, type GroupKey, type PersonKey } from '../_support/people';

jest.setTimeout(300_000);

const t = translator('en');
const PAGE = readFileSync(path.resolve(__dirname, '../../docs/permissions.md'), 'utf8');
const PEOPLE = Object.keys(TEST_PEOPLE) as readonly PersonKey[];
/** Pressing takes longer than asking: every seventh of what may not be done, begun anew for each person. */
const PRESSED = 7;

interface Row {
  readonly action: string;
  readonly from: readonly string[];
  readonly who: readonly string[];
}

/** The reviewed table of a kind of ticket, as it stands in the document. */
function tableOf(title: string): readonly Row[] {
  const section = PAGE.split(`\n## ${title}\n`)[1]?.split('\n## ')[0] ?? '';
  const lines = section.split('\n').filter((line) => line.startsWith('| `'));
  return lines.map((line) => {
    const [, action = '', , from = '', , who = ''] = line.split('|').map((cell) => cell.trim());
    return { action: action.replaceAll('`', ''), from: from.split(', '), who: who.split(', ') };
  });
}

const TABLES = { incident: tableOf(t('kind.incident')), request: tableOf(t('kind.request')) };
const ACTIONS = allActions().filter(({ name, creates, internal }) => name.startsWith('tickets.') && !creates && !internal).map(({ name }) => name);

/** What is written in a chat to do it, complete, so that nothing has to be asked first. */
const WRITTEN: Readonly<Record<string, (id: string) => string>> = {
  'tickets.take': (id) => `take ${id}`, 'tickets.resolve': (id) => `resolve ${id} fixed: Done.`, 'tickets.reply': (id) => `reply ${id} Any news?`, 'tickets.addNote': (id) => `note ${id} Seen.`,
  'tickets.assign': (id) => `assign ${id} me`, 'tickets.reopen': (id) => `reopen ${id} Not yet.`, 'tickets.close': (id) => `close ${id}`, 'tickets.resume': (id) => `resume ${id}`,
  'tickets.cancel': (id) => `cancel ${id} No longer needed.`, 'tickets.watch': (id) => `watch ${id}`, 'tickets.unwatch': (id) => `unwatch ${id}`,
};
/** Every third of what may not be done, begun anew for each person. */
const SAID = 3;

let desk: BotDesk;
const idOf = (who: PersonKey): string => desk.test.people[who].id;
const worksIn = (who: PersonKey): readonly GroupKey[] => (Object.keys(TEST_GROUPS) as GroupKey[]).filter((key) => TEST_GROUPS[key].members.includes(who) || TEST_GROUPS[key].leads.includes(who));
const leads = (who: PersonKey): readonly GroupKey[] => (Object.keys(TEST_GROUPS) as GroupKey[]).filter((key) => TEST_GROUPS[key].leads.includes(who));
const groupOf = ({ groupId }: Ticket): GroupKey | undefined => (Object.keys(TEST_GROUPS) as GroupKey[]).find((key) => desk.test.groups[key].id === groupId);
const isOpen = ({ state }: { readonly state: string }): boolean => state === 'open' || state === 'inProgress';
const awaits = (ticket: Ticket): readonly string[] =>
  ticket.state === 'awaitingApproval' ? (ticket.approval?.steps ?? []).flatMap((step) => step.seats.map(({ personId }) => personId)) : [];

/** How somebody stands to a ticket, written down here a second time on purpose. */
function rolesOf(who: PersonKey, ticket: Ticket): readonly string[] {
  const id = idOf(who);
  const group = groupOf(ticket);
  const open = (ticket.tasks ?? []).filter(isOpen);
  const roles: Readonly<Record<string, boolean>> = {
    requester: [ticket.requesterId, ticket.reporterId].includes(id),
    watcher: ticket.watcherIds.includes(id),
    assignee: ticket.assigneeId === id,
    agent: worksIn(who).length > 0 && (group === undefined || worksIn(who).includes(group)),
    anyAgent: worksIn(who).length > 0,
    lead: group !== undefined && leads(who).includes(group),
    anyLead: leads(who).length > 0,
    approver: awaits(ticket).includes(id),
    tasker: open.some((task) => task.assigneeId === id || worksIn(who).some((key) => desk.test.groups[key].id === (task.groupId ?? ticket.groupId))),
  };
  return Object.keys(roles).filter((role) => roles[role]);
}

function reads(who: PersonKey, ticket: Ticket): boolean {
  const roles = rolesOf(who, ticket);
  const wasAsked = (ticket.approval?.steps ?? []).some((step) => step.seats.some(({ personId }) => personId === idOf(who)));
  const isInvolved = wasAsked || ['requester', 'watcher', 'assignee', 'approver', 'tasker', 'lead'].some((role) => roles.includes(role)) || worksIn(who).some((key) => key === groupOf(ticket));
  return isInvolved || (!ticket.isRestricted && (worksIn(who).length > 0 || who === 'erik' || who === 'gus'));
}

/** What the table cannot say, because it depends on more than state and role. */
function isRuledOut(action: string, who: PersonKey, ticket: Ticket): boolean {
  const roles = rolesOf(who, ticket);
  switch (action.slice('tickets.'.length)) {
    case 'rate':
      return ticket.rating !== undefined;
    case 'restrict':
      return ticket.isRestricted;
    case 'unrestrict':
      return !ticket.isRestricted;
    case 'unwatch':
      return !roles.includes('watcher') && !roles.includes('anyAgent');
    case 'take':
      return roles.includes('assignee');
    case 'promoteMajor':
    case 'rejectMajor':
    case 'demoteMajor':
      return true;
    case 'assignTask':
    case 'startTask':
    case 'closeTask':
      return !(ticket.tasks ?? []).some(isOpen);
    case 'convert':
      return ticket.offeringId !== undefined;
    case 'cancel':
      return ticket.kind === 'request' && (ticket.tasks ?? []).some(({ state }) => state !== 'open') && !roles.includes('lead');
    default:
      return false;
  }
}

function expected(who: PersonKey, ticket: Ticket): readonly string[] {
  if (!reads(who, ticket)) return [];
  const roles = rolesOf(who, ticket);
  const state = t(`state.${ticket.state}`);
  return ACTIONS.filter((action) => TABLES[ticket.kind].some((row) => row.action === action && row.from.includes(state) && row.who.some((role) => roles.includes(role))) && !isRuledOut(action, who, ticket));
}

const report = (input: object = {}, by: PersonKey = 'alice'): Promise<TicketView> => desk.test.report(input, by);
const act = (by: PersonKey, verb: string, on: TicketView, input: object = {}): Promise<TicketView> => desk.test.perform(by, `tickets.${verb}`, on, input);
const taken = async (): Promise<TicketView> => act('bob', 'take', await report());
const resolved = async (): Promise<TicketView> => act('bob', 'resolve', await taken(), { code: 'fixed', notes: 'Done.' });
const ordered = (): Promise<TicketView> =>
  report({ offeringId: desk.test.offerings.laptop, answers: { model: 'light' }, title: 'A laptop', reach: undefined, work: undefined, categoryId: undefined });

/** A ticket in every state that people see, some with a watcher, a task, a rating, or confidential. */
const STORIES: Readonly<Record<string, () => Promise<TicketView>>> = {
  'new': () => report(),
  'new, watched by somebody else': async () => act('bob', 'watch', await report(), { personId: idOf('ivy') }),
  'assigned': async () => act('carol', 'assign', await report(), { groupId: desk.test.groups.network.id, assigneeId: idOf('bob') }),
  'in progress': taken,
  'in progress, with a task': async () => act('bob', 'addTask', await taken(), { title: 'Ask the provider' }),
  'on hold': async () => act('bob', 'putOnHold', await taken(), { reason: 'requester', comment: 'Which office?', followUpAt: '2026-03-05T09:00:00Z' }),
  resolved,
  'closed and rated': async () => act('alice', 'rate', await act('alice', 'close', await resolved()), { stars: 5 }),
  'canceled': async () => act('alice', 'cancel', await report(), { reason: 'withdrawn' }),
  'confidential': async () => act('hugo', 'take', await report({ categoryId: desk.test.categories.security, isRestricted: true }, 'ivy')),
  'awaiting approval': ordered,
  'returned': async () => act('dora', 'returnForInfo', await ordered(), { comment: 'What for?' }),
  'rejected': async () => act('dora', 'reject', await ordered(), { comment: 'Not this year.' }),
  'approved': async () => act('dora', 'approve', await ordered(), { comment: 'Fine.' }),
};

async function stored(id: string): Promise<Ticket> {
  const head = (await desk.test.app.storage.get(desk.test.tenant, rowKey.head(id)))?.data as StoredHead;
  return head.record as Ticket;
}

const messages = new Map<PersonKey, BotMessage>();

beforeAll(async () => {
  desk = await startBotDesk();
  for (const who of PEOPLE) {
    const { messages: answers } = await desk.person(who).writes('help');
    messages.set(who, answers.at(-1) as BotMessage);
  }
});
afterAll(() => desk.close());

test('the document has both tables, and they speak of every action', () => {
  const known = new Set([...TABLES.incident, ...TABLES.request].map(({ action }) => action));
  expect(ACTIONS.filter((action) => !known.has(action))).toEqual([]);
  const labels = new Set([...INCIDENT_STATES, ...REQUEST_STATES].map((state) => t(`state.${state}`)));
  expect([...TABLES.incident, ...TABLES.request].flatMap(({ from }) => from).filter((label) => !labels.has(label))).toEqual([]);
});

test.each(Object.keys(STORIES))('%s: pages and lists offer everybody what the document says, and neither the API nor a card nor a dialog nor words in a chat do more', async (story) => {
  const { id } = await (STORIES[story] as () => Promise<TicketView>)();
  const ticket = await stored(id);
  let tried = 0;
  let said = 0;
  for (const who of PEOPLE) {
    const client = desk.server.as(who);
    const wanted = expected(who, ticket);
    const isReadable = reads(who, ticket);
    const page = await client.get(`/api/tickets/${id}`);
    expect({ who, status: page.status, can: page.json.record?.can.toSorted() }).toEqual({ who, status: isReadable ? 200 : 404, can: isReadable ? wanted.toSorted() : undefined });
    const row = (await client.get('/api/lists/tickets.open?limit=100')).json.items.find((item: { readonly id: string }) => item.id === id);
    if (row) expect({ who, can: row.can.toSorted() }).toEqual({ who, can: wanted.toSorted() });

    const forbidden = ACTIONS.filter((action) => !wanted.includes(action));
    for (const [index, action] of forbidden.entries()) {
      const answer = await client.post(`/api/${action}`, { id, version: ticket.version });
      // To those who may not read it, it is not there, whatever they try.
      expect({ who, action, isRefused: isReadable ? answer.status >= 400 : answer.status === 404 }).toEqual({ who, action, isRefused: true });
      tried += 1;
      const written = WRITTEN[action]?.(id);
      if (written && (index + PEOPLE.indexOf(who)) % SAID === 0) {
        const { messages: answers } = await desk.person(who).writes(written);
        expect({ who, written, answers: answers.length > 0 }).toEqual({ who, written, answers: true });
        said += 1;
      }
      if ((index + PEOPLE.indexOf(who)) % PRESSED !== 0) continue;
      const data = { id, version: ticket.version };
      await desk.person(who).pressesOn(messages.get(who) as BotMessage, { action: { type: 'Action.Execute', title: 'Forged', verb: action, data }, inputs: [] });
      await desk.person(who).invokes('task/submit', { data: { ...data, card: { action } }, context: { theme: 'default' } });
    }
    expect({ who, version: (await stored(id)).version }).toEqual({ who, version: ticket.version });
  }
  expect(tried).toBeGreaterThan(100);
  expect(said).toBeGreaterThan(5);
});

test.each<[string, PersonKey, keyof typeof STORIES]>([
  ['tickets.take', 'bob', 'new'], ['tickets.resolve', 'bob', 'in progress'], ['tickets.reply', 'bob', 'in progress'], ['tickets.addNote', 'bob', 'in progress'], ['tickets.assign', 'carol', 'new'],
  ['tickets.reopen', 'alice', 'resolved'], ['tickets.close', 'alice', 'resolved'], ['tickets.resume', 'bob', 'on hold'], ['tickets.cancel', 'alice', 'new'],
  ['tickets.watch', 'carol', 'new'], ['tickets.unwatch', 'ivy', 'new, watched by somebody else'],
])('the words for %s are understood: %s may, and then it is done (%s)', async (action, who, story) => {
  const { id } = await (STORIES[story] as () => Promise<TicketView>)();
  const before = await stored(id);
  expect(expected(who, before)).toContain(action);
  await desk.person(who).writes(WRITTEN[action]?.(id) ?? '');
  expect((await stored(id)).version).toBe(before.version + 1);
});
