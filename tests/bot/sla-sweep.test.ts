// If this fails, promises are broken and nobody hears of it, or people are told twice, too late without a word, or about what is none of their business.
import { pino } from 'pino';
import { startJobs, type Jobs } from '../../bot/jobs';
import type { EscalationStep } from '../../shared/sla/agreement-schema';
import { systemActor } from '../../shared/kernel';
import { actorOf } from '../../shared/people';
import type { TicketView } from '../../shared/tickets';
import { startBotDesk, type BotDesk } from '../_support/bot-desk';
import type { PersonKey } from '../_support/people';
import { chatOf, userIdOf } from '../_support/teams-client';

// The emulator takes its time to start.
jest.setTimeout(90_000);

let desk: BotDesk;
beforeEach(async () => (desk = await startBotDesk()));
afterEach(() => desk.close());

/** Four hours for a whole site: 75 % at 12:00, 90 % at 12:36, due at 13:00 (UTC); first answers within 15 minutes. */
const URGENT = { reach: 'site', work: 'stopped' };
const at = (time: string, day = '2026-03-02'): void => desk.test.clock.set(`${day}T${time}:00.000Z`);

/** What was written to somebody, in its first words: cards are brought up to date later. */
function texts(key: PersonKey): readonly string[] {
  const path = `/v3/conversations/${encodeURIComponent(chatOf(key).id)}/activities`;
  const written = desk.connector.requests.filter((request) => request.method === 'POST' && request.path === path);
  return written.map(({ body }) => body.text ?? body.summary);
}

const warnings = (key: PersonKey): readonly string[] => texts(key).filter((text) => /% of the time|overdue/.test(text.split('\n')[0] ?? ''));
const inChannel = (): readonly string[] => desk.channel().flatMap(({ text }) => (text === undefined ? [] : [text]));

async function reportUrgent(input: object = {}): Promise<TicketView> {
  const ticket = await desk.test.report({ ...URGENT, ...input });
  await desk.test.perform('bob', 'tickets.take', ticket.id);
  return desk.test.perform('bob', 'tickets.reply', ticket.id, { text: 'We are at it.' });
}

async function givenUrgent(input: object = {}): Promise<TicketView> {
  const ticket = await reportUrgent(input);
  await desk.drain();
  return ticket;
}

async function givenLadder(...ladder: EscalationStep[]): Promise<void> {
  const agreement = [...desk.test.app.desk.directory.agreements()].find(({ metric }) => metric === 'resolution');
  await desk.test.perform('erik', 'agreements.change', agreement?.id, { ladder });
  await desk.drain();
}

async function viewOf(id: string): Promise<TicketView> {
  const opened = await desk.test.app.open(id, desk.test.actor('carol'));
  if (!('record' in opened)) throw new Error(opened.refused.code);
  return opened.record as TicketView;
}

async function passed(id: string): Promise<readonly string[]> {
  const { timeline } = await viewOf(id);
  return timeline.filter(({ type }) => type === 'ThresholdPassed').map(({ line }) => line);
}

function restart(app = desk.test.app): Jobs {
  return startJobs({ app, bot: desk.bot, config: desk.server.config, log: pino({ level: 'silent' }) });
}

test('whoever works on it is told at 75 and 90 percent, and with the leads when it is overdue, each once', async () => {
  const ticket = await givenUrgent();
  at('11:59');
  await desk.drain();
  expect(warnings('bob')).toEqual([]);
  for (const time of ['12:00', '12:36', '13:00']) {
    at(time);
    await desk.drain();
    await desk.drain();
  }
  expect(warnings('bob')).toEqual([
    `${ticket.id} (VPN drops every hour): 75 % of the time is used (Resolution). Due Mon, Mar 2, 2:00 PM.`,
    `${ticket.id} (VPN drops every hour): 90 % of the time is used (Resolution). Due Mon, Mar 2, 2:00 PM.`,
  ]);
  at('13:01');
  await desk.drain();
  expect(warnings('bob').at(-1)).toBe(`${ticket.id} (VPN drops every hour) is overdue (Resolution). It was due Mon, Mar 2, 2:00 PM.`);
  expect(warnings('carol')).toHaveLength(1);
  expect(warnings('alice')).toEqual([]);
  expect(inChannel()).toEqual([]);
  expect(await passed(ticket.id)).toHaveLength(3);
});

test('while nobody has it, its group reads it below the triage card, in a time with its zone', async () => {
  const ticket = await desk.test.report(URGENT);
  await desk.drain();
  at('09:12');
  await desk.drain();
  const [card, warning] = desk.channel();
  expect(warning?.text).toBe(`${ticket.id} (VPN drops every hour): 75 % of the time is used (First response). Due Mon, Mar 2, 10:15 AM GMT+1.`);
  expect(warning?.conversationId).toBe(card?.conversationId);
});

test('nothing is told while the clock is paused, and the time of the pause is not counted', async () => {
  const ticket = await givenUrgent();
  at('11:00');
  await desk.test.perform('bob', 'tickets.putOnHold', ticket.id, { reason: 'requester', comment: 'Since when?', followUpAt: '2026-03-03T09:00:00Z' });
  at('15:00');
  await desk.drain();
  expect(warnings('bob')).toEqual([]);
  await desk.test.perform('alice', 'tickets.reply', ticket.id, { text: 'Since nine.' });
  at('15:59');
  await desk.drain();
  expect(warnings('bob')).toEqual([]);
  at('16:00');
  await desk.drain();
  expect(warnings('bob')).toHaveLength(1);
});

test('what was solved in time is not warned about', async () => {
  const ticket = await givenUrgent();
  await desk.jobs.stop();
  at('12:10');
  await desk.test.perform('bob', 'tickets.resolve', ticket.id, { code: 'fixed', notes: 'New profile.' });
  at('14:00');
  const jobs = restart();
  await jobs.drain();
  await jobs.stop();
  expect(warnings('bob')).toEqual([]);
  expect(await passed(ticket.id)).toEqual([expect.stringContaining('75 %')]);
});

test('people are mentioned in the channel, whoever is not in it is told in the own chat', async () => {
  await givenLadder({ percent: 90, act: 'mention', whom: ['assignee', 'leads', 'owner'] });
  const agreement = [...desk.test.app.desk.directory.agreements()].find(({ metric }) => metric === 'resolution');
  await desk.test.perform('erik', 'agreements.change', agreement?.id, { ownerId: desk.test.people.dora.id });
  const ticket = await givenUrgent({ title: 'VPN <b>drops</b> & more' });
  at('12:36');
  await desk.drain();
  const message = desk.channel().at(-1);
  expect(message?.mentions).toEqual([userIdOf('bob'), userIdOf('carol')]);
  expect(message?.text).toBe(
    `<at>Bob Brown</at> <at>Carol Clark</at> ${ticket.id} (VPN &lt;b&gt;drops&lt;/b&gt; &amp; more): 90 % of the time is used (Resolution). Due Mon, Mar 2, 2:00 PM GMT+1.`,
  );
  // The owner is not in the channel, and sees tickets of others only where her roles let her.
  expect((await desk.deliveries(ticket.id)).filter(({ id }) => id.endsWith(desk.test.people.dora.id))).toHaveLength(1);
  expect(warnings('bob')).toEqual([]);
});

test('without a channel those who would have been mentioned are told in their chats', async () => {
  await givenLadder({ percent: 90, act: 'mention', whom: ['group'] });
  await desk.test.perform('carol', 'groups.disconnectChannel', desk.test.groups.network.id);
  await givenUrgent();
  at('12:36');
  await desk.drain();
  expect(warnings('bob')).toHaveLength(1);
  expect(warnings('carol')).toHaveLength(1);
});

test('the title of a confidential ticket never gets into a channel', async () => {
  await givenLadder({ percent: 75, act: 'notify', whom: ['group'] }, { percent: 90, act: 'mention', whom: ['group'] });
  const ticket = await givenUrgent({ title: 'Payroll leak', isRestricted: true });
  at('12:36');
  await desk.drain();
  expect(inChannel()).toEqual([expect.stringContaining(`${ticket.id}: 90 %`)]);
  expect(JSON.stringify(desk.channel())).not.toContain('Payroll');
  expect(warnings('carol')[0]).toContain('Payroll leak');
});

test('a ladder moves the ticket to another group and raises its priority, says why, and does each once', async () => {
  const { security } = desk.test.groups;
  await givenLadder({ percent: 50, act: 'raisePriority' }, { percent: 75, act: 'reassign', groupId: security.id }, { percent: 75, act: 'notify', whom: ['assignee'] });
  const ticket = await givenUrgent({ reach: 'team' });
  expect(ticket.priority).toBe('P2');
  at('13:00');
  await desk.drain();
  // Eight hours have become four, all of them used: what follows from that happens at once.
  const moved = await viewOf(ticket.id);
  expect(moved).toMatchObject({ priority: 'P1', groupId: security.id, state: 'new' });
  expect(moved.assigneeId).toBeUndefined();
  const lines = moved.timeline.map(({ line }) => line).join('\n');
  expect(lines).toContain('50 % of the time of “Resolution” is used');
  expect(lines).toContain('75 % of the time of “Resolution” is used');
  expect(warnings('bob').at(-1)).toContain('Security looks after it now.');
  at('16:00');
  await desk.drain();
  const { timeline } = await viewOf(ticket.id);
  expect(timeline.filter(({ type }) => type === 'PriorityOverridden')).toHaveLength(1);
  expect(timeline.filter(({ type }) => type === 'TicketAssigned')).toHaveLength(1);
});

test('terms that are over as soon as they count say so', async () => {
  const ticket = await givenUrgent({ reach: 'team' });
  at('13:30');
  await desk.test.perform('carol', 'tickets.overridePriority', ticket.id, { priority: 'P1', reason: 'The board is waiting' });
  await desk.drain();
  expect(warnings('bob')).toEqual([
    `${ticket.id} (VPN drops every hour) is overdue (Resolution). It was due Mon, Mar 2, 2:00 PM.\nBroken at re-target: the terms changed Mon, Mar 2, 2:30 PM, when the new due time was over already.`,
  ]);
});

test('after a day offline everybody is told once, in order, and that it comes late', async () => {
  const ticket = await givenUrgent();
  const later = await givenUrgent({ title: 'Wi-Fi is down' });
  await desk.jobs.stop();
  at('13:00', '2026-03-03');
  const jobs = restart();
  await jobs.drain();
  await jobs.stop();
  const late = 'This notice comes 24 h late, because the service was not running. It should have come Mon, Mar 2, 2:00 PM.';
  expect(warnings('bob')).toEqual([
    `${ticket.id} (VPN drops every hour) is overdue (Resolution). It was due Mon, Mar 2, 2:00 PM.\n${late}`,
    `${later.id} (Wi-Fi is down) is overdue (Resolution). It was due Mon, Mar 2, 2:00 PM.\n${late}`,
  ]);
  expect((await passed(ticket.id)).map((line) => /\d+ %|overdue/.exec(line)?.[0])).toEqual(['75 %', '90 %', 'overdue']);
  expect((await passed(ticket.id))[0]).toContain('25 h late');
});

test.each(['embedded', 'azure'] as const)('any number of instances tell it once, also when one of them stops in between (%s)', async (store) => {
  await desk.close();
  desk = await startBotDesk({ store });
  const tickets = await Promise.all(Array.from({ length: 6 }, (_, index) => reportUrgent({ title: `VPN ${index} drops` })));
  await desk.drain();
  const second = await desk.test.openSecondApp();
  const jobs = restart(second);
  at('12:00');
  await Promise.all([desk.drain(), jobs.drain(), desk.drain(), jobs.drain()]);
  await jobs.stop();
  at('12:36');
  await desk.test.app.perform({ action: 'tickets.passThresholds', id: tickets[0]?.id, version: (await viewOf(tickets[0]?.id ?? '')).version, input: {}, actor: systemActor('job') });
  await desk.drain();
  for (const { id } of tickets) expect(await passed(id)).toHaveLength(2);
  expect(warnings('bob').filter((text) => text.includes('75 %'))).toHaveLength(6);
  expect(warnings('bob').filter((text) => text.includes('90 %'))).toHaveLength(6);
});

test('a threshold makes no form stale; what an escalation does to the ticket does', async () => {
  const ticket = await givenUrgent();
  at('12:36');
  await desk.drain();
  expect((await viewOf(ticket.id)).version).toBeGreaterThan(ticket.version);
  await desk.test.perform('bob', 'tickets.addNote', ticket, { text: 'Nearly there.' });
  const noted = await viewOf(ticket.id);
  await givenLadder({ percent: 100, act: 'raisePriority' });
  await desk.test.perform('carol', 'tickets.overridePriority', ticket.id, { priority: 'P2', reason: 'One team only' });
  const seen = await viewOf(ticket.id);
  expect(noted.version).toBeLessThan(seen.version);
  at('17:00', '2026-03-03');
  await desk.drain();
  const bob = actorOf(desk.test.people.bob, desk.test.app.desk.directory.groups(), 'tab', []);
  const performed = await desk.test.app.perform({ action: 'tickets.resolve', id: ticket.id, version: seen.version, input: { code: 'fixed', notes: 'Done' }, actor: bob });
  expect(performed).toMatchObject({ refused: { code: 'kernel.stale' } });
});

test('a made-up or imported past is not warned about, what comes after it is', async () => {
  const alice = actorOf(desk.test.people.alice, desk.test.app.desk.directory.groups(), 'seed', []);
  const input = { title: 'VPN drops', ...URGENT, categoryId: desk.test.categories.vpn };
  const reported = await desk.test.app.perform({ action: 'tickets.report', input, actor: alice, at: '2026-03-02T07:00:00.000Z' });
  if (!('record' in reported)) throw new Error(reported.refused.code);
  await desk.drain();
  expect(await passed(reported.record.id)).toEqual([]);
  // Received at eight o'clock in Berlin: due at twelve there, and both promises are watched from the moment of writing on.
  at('11:01');
  await desk.drain();
  expect((await passed(reported.record.id)).map((line) => line.split(':')[0])).toEqual(['Resolution', 'Resolution', 'Resolution']);
});
