// If this fails, the main story breaks: an employee writes to the bot, an agent solves it from the channel, and the employee accepts or reopens.
import { startBotDesk, NETWORK_CHANNEL, type BotDesk } from '../_support/bot-desk';
import { buttonsOn, userIdOf, wordsOn, type TeamsPerson } from '../_support/teams-client';
import type { BotMessage } from '../_support/fake-connector';
import type { TicketView } from '../../shared/tickets';

let desk: BotDesk;
let alice: TeamsPerson;
let bob: TeamsPerson;
let carol: TeamsPerson;
beforeEach(async () => {
  desk = await startBotDesk();
  [alice, bob, carol] = [desk.person('alice'), desk.person('bob'), desk.person('carol')];
});
afterEach(() => desk.close());

function only<T>(list: readonly T[]): T {
  expect(list).toHaveLength(1);
  return list[0] as T;
}

async function ticketNow(id: string): Promise<TicketView> {
  const opened = await desk.test.app.open(id, desk.test.actor('carol'));
  if ('refused' in opened) throw new Error(opened.refused.code);
  return opened.record as TicketView;
}

/** Alice writes, confirms, and has a ticket; its card stands in the channel. */
async function givenReported(): Promise<{ id: string; card: BotMessage; triage: BotMessage }> {
  const draft = only((await alice.writes('VPN drops every hour')).messages);
  const { card } = await alice.presses(draft, 'Create ticket');
  await desk.drain();
  const id = /INC\d{7}/.exec(wordsOn(card))?.[0] ?? '';
  return { id, card: draft, triage: only(desk.channel()) };
}

test('one message and one press make a ticket', async () => {
  const turn = await alice.writes('VPN drops every hour');
  expect(turn.status).toBe(200);
  const draft = only(turn.messages);
  expect(wordsOn(draft.card)).toContain('Network');
  const pressed = await alice.presses(draft, 'Create ticket');
  const id = /INC\d{7}/.exec(wordsOn(pressed.card))?.[0] ?? '';
  expect(await ticketNow(id)).toMatchObject({
    title: 'VPN drops every hour', requesterId: desk.test.people.alice.id, groupId: desk.test.groups.network.id, categoryId: desk.test.categories.vpn, channel: 'card',
  });
  await desk.drain();
  // The draft itself has become the ticket for good, not only in the answer to the press.
  expect(wordsOn(only(desk.chat('alice')).card)).toContain(id);
  expect(wordsOn(only(desk.channel()).card)).toContain(id);
});

test('the answer to a press waits for no call to Teams', async () => {
  const draft = only((await alice.writes('VPN drops every hour')).messages);
  await desk.jobs.stop();
  await desk.bot.settled();
  const calls = desk.connector.requests.length;
  const { card } = await alice.presses(draft, 'Create ticket');
  expect(wordsOn(card)).toContain('INC');
  expect(desk.connector.requests.length).toBe(calls);
});

test('an agent takes it on the channel card and gets own buttons; the others see who has it', async () => {
  const { id, triage } = await givenReported();
  expect(buttonsOn(await bob.sees(triage))).toContain('Take');
  const { card } = await bob.presses(triage, 'Take');
  expect(buttonsOn(card)).toContain('Resolve');
  expect(await ticketNow(id)).toMatchObject({ state: 'inProgress', assigneeName: 'Bob Brown' });
  await desk.drain();
  expect(wordsOn(triage.card)).toContain('Bob Brown');
  expect(buttonsOn(await carol.sees(triage))).toContain('Resolve');
  expect(desk.chat('bob')).toEqual([]);
});

test('a press on a card that is out of date changes nothing and brings the current card', async () => {
  const { id, triage } = await givenReported();
  const stale = await carol.sees(triage);
  await bob.presses(triage, 'Take');
  triage.views.set(userIdOf('carol'), stale);
  const { status, card } = await carol.presses(triage, 'Take');
  expect(status).toBe(200);
  expect(wordsOn(card)).toContain('Bob Brown');
  expect(await ticketNow(id)).toMatchObject({ assigneeName: 'Bob Brown' });
});

test('somebody who is not of the desk gets no buttons on the channel card, and cannot press them either', async () => {
  const { id, triage } = await givenReported();
  const gus = desk.person('ivy');
  const forged = await gus.send(gus.activity('invoke', {
    name: 'adaptiveCard/action', replyToId: triage.id, value: { action: { type: 'Action.Execute', verb: 'tickets.take', data: { id, version: 1 } } },
  }, NETWORK_CHANNEL));
  expect(forged.status).toBe(200);
  expect(wordsOn(forged.body)).not.toContain('VPN');
  expect(await ticketNow(id)).toMatchObject({ state: 'new' });
});

test('answers go both ways, resolution comes with buttons, reopening and accepting work from the chat', async () => {
  const { id, triage } = await givenReported();
  await bob.presses(triage, 'Take');
  await desk.drain();
  await bob.presses(triage, 'Send', { 'reply.text': 'Which client version?' });
  await desk.drain();
  expect(desk.chat('alice').map(({ text }) => text).join('\n')).toContain('Which client version?');
  await alice.presses(desk.chat('alice')[0] as BotMessage, 'Send', { 'reply.text': 'Version 5' });
  await desk.drain();
  expect(desk.chat('bob').map(({ card, text }) => `${text} ${wordsOn(card)}`).join('\n')).toContain('Version 5');
  await desk.test.perform('bob', 'tickets.resolve', id, { code: 'fixed', notes: 'Updated to version 6.' });
  await desk.drain();
  const resolved = desk.chat('alice').at(-1) as BotMessage;
  expect(wordsOn(resolved.card)).toContain('Updated to version 6.');
  await alice.presses(resolved, 'Reopen', { reason: 'Still drops.' });
  expect(await ticketNow(id)).toMatchObject({ state: 'inProgress', reopenCount: 1 });
  await desk.drain();
  expect(desk.chat('bob').map(({ card, text, summary }) => `${text} ${summary} ${wordsOn(card)}`).join('\n')).toContain('Still drops.');
  await desk.test.perform('bob', 'tickets.resolve', id, { code: 'fixed', notes: 'New certificate.' });
  await desk.drain();
  const again = desk.chat('alice').at(-1) as BotMessage;
  const { card } = await alice.presses(again, 'It works');
  expect(await ticketNow(id)).toMatchObject({ state: 'closed' });
  expect(wordsOn(card)).toMatch(/How did we do/);
  await alice.presses(again, 'Send', { stars: '5', comment: 'Thanks!' });
  expect(await ticketNow(id)).toMatchObject({ rating: { stars: 5, comment: 'Thanks!' } });
});

test('what agents write below the triage card lands on the ticket', async () => {
  const { id, triage } = await givenReported();
  await bob.presses(triage, 'Take');
  const thread = triage.conversationId.split(';messageid=')[1] ?? '';
  const turn = await bob.writes('The tunnel server was restarted.', { place: NETWORK_CHANNEL, thread });
  expect(turn.status).toBe(200);
  expect(JSON.stringify((await ticketNow(id)).timeline)).toContain('The tunnel server was restarted.');
});

test('an employee who answers a card with Reply adds to that ticket instead of opening another one', async () => {
  const { id, card } = await givenReported();
  await desk.bot.settled();
  await alice.writes('It also happens on Wi-Fi.', { quote: card });
  expect((await ticketNow(id)).timeline.at(-1)).toMatchObject({ type: 'ReplyAdded', text: 'It also happens on Wi-Fi.', by: desk.test.people.alice.id });
});

test('in a channel a mention is enough, and the draft is for its author only', async () => {
  const turn = await alice.writes('My laptop keyboard is broken', { place: NETWORK_CHANNEL });
  const draft = only(turn.messages);
  expect(draft.conversationId).toContain(';messageid=');
  const { card } = await alice.presses(draft, 'Create ticket');
  const id = /INC\d{7}/.exec(JSON.stringify(card))?.[0] ?? '';
  expect(await ticketNow(id)).toMatchObject({ title: 'My laptop keyboard is broken', requesterName: 'Alice Adams' });
});

test('a message with nothing but an inserted card is not a report', async () => {
  const turn = await alice.writes('', { attachments: [{ contentType: 'application/vnd.microsoft.card.adaptive', content: { type: 'AdaptiveCard', version: '1.5', body: [] } }] });
  expect(turn).toMatchObject({ status: 200, messages: [] });
});
