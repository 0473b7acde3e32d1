// If this fails, a password that somebody writes to Bellhop is kept where others read it, or they are not told to change it.
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import type { TicketView } from '../../shared/tickets';
import { startBotDesk, NETWORK_CHANNEL, type BotDesk } from '../_support/bot-desk';
import { wordsOn, type TeamsPerson } from '../_support/teams-client';
import type { Json } from '../_support/fake-connector';

const SECRET = 'Regenbogen#4711';
const CARD = '4111 1111 1111 1111';
const TOLD = 'I took a password out before saving.';
const MASKED = '•••••• (password)';

let desk: BotDesk;
let alice: TeamsPerson;
let bob: TeamsPerson;
beforeEach(async () => {
  desk = await startBotDesk();
  [alice, bob] = [desk.person('alice'), desk.person('bob')];
});
afterEach(() => desk.close());

async function ticketNow(id: string): Promise<TicketView> {
  const opened = await desk.test.app.open(id, desk.test.actor('carol'));
  if ('refused' in opened) throw new Error(opened.refused.code);
  return opened.record as TicketView;
}

const idOn = (card: Json): string => /INC\d{7}/.exec(wordsOn(card))?.[0] ?? '';

function filesUnder(directory: string): readonly string[] {
  return readdirSync(directory).flatMap((name) => {
    const path = join(directory, name);
    return statSync(path).isDirectory() ? filesUnder(path) : [path];
  });
}

/** Every row of the organization, every file of the store as it lies on the disk, every line of the log, all that was sent to Teams. */
async function everythingKept(): Promise<string> {
  await desk.drain();
  const { storage, tenant, dataDirectory } = desk.test;
  const rows: unknown[] = [];
  let continuation: string | undefined;
  do {
    const page = await storage.range({ partition: tenant, from: '!', to: '~~', ...(continuation && { continuation }) });
    rows.push(...page.rows);
    continuation = page.continuation;
  } while (continuation);
  const files = filesUnder(dataDirectory).map((path) => readFileSync(path).toString('latin1'));
  return [JSON.stringify(rows), ...files, ...desk.server.logLines, JSON.stringify(desk.connector.requests)].join('\n');
}

/** What was said around the secret is kept, so it was looked for in the right places. */
async function expectOnlyWordsKept(words: string, ...secrets: readonly string[]): Promise<void> {
  const kept = await everythingKept();
  expect(kept).toContain(words);
  for (const secret of secrets) expect(kept.includes(secret)).toBe(false);
}

test('a message becomes a draft and a ticket without the password that stood in it, and its author is told once', async () => {
  const { messages: [told, draft] } = await alice.writes(`VPN drops every hour since Gründonnerstag. My password is ${SECRET}, please have a look`);
  expect(told?.text).toContain(TOLD);
  expect(told?.text).toContain('please change or block it');
  expect(wordsOn(draft!.card)).toContain(`My password is ${MASKED}, please have a look`);
  const { card } = await alice.presses(draft!, 'Create ticket');
  expect(wordsOn(card)).not.toContain(TOLD);
  expect((await ticketNow(idOn(card))).description).toBe(`VPN drops every hour since Gründonnerstag. My password is ${MASKED}, please have a look`);
  await expectOnlyWordsKept('VPN drops every hour', SECRET);
});

test('a long text that waits outside of its draft is kept without it, too', async () => {
  const text = `Printer jams on every floor. PIN: 481516. ${'It jams again and again. '.repeat(400)} pw=${SECRET}`;
  const { messages: [told, draft] } = await alice.writes(text);
  expect(told?.text).toContain(TOLD);
  const { card } = await alice.presses(draft!, 'Create ticket');
  expect((await ticketNow(idOn(card))).description).toContain(`PIN: ${MASKED}. It jams`);
  await expectOnlyWordsKept('It jams again and again', SECRET, '481516');
});

test('what is typed into the fields of a card is masked before it comes back, and told on top of the card', async () => {
  const { messages: [draft] } = await alice.writes('VPN drops every hour');
  const { card } = await alice.presses(draft!, 'Create ticket', { 'report.title': `VPN with password ${SECRET}` });
  expect(wordsOn(card)).toContain(TOLD);
  expect((await ticketNow(idOn(card))).title).toBe(`VPN with password ${MASKED}`);
  await desk.bot.settled();
  await expectOnlyWordsKept('VPN with password', SECRET);
});

test('replies: as a command, in a thread, and from the form of a card', async () => {
  const { id } = await desk.test.report();
  await desk.drain();
  const command = await alice.writes(`reply ${id} my new password is ${SECRET}`);
  expect(command.messages[0]?.text).toContain(TOLD);
  const triage = desk.channel()[0]!;
  const thread = await bob.writes(`note card number ${CARD} was in the mail`, { place: NETWORK_CHANNEL, thread: triage.id });
  expect(thread.messages.map(({ text }) => text)).toContainEqual(expect.stringContaining('I took a card number out before saving.'));
  const own = desk.chat('alice').find(({ card }) => card && wordsOn(card).includes(id))!;
  const { card } = await alice.presses(own, 'Send', { 'reply.text': `Passwort: ${SECRET}` });
  expect(wordsOn(card)).toContain(TOLD);
  const { timeline } = await ticketNow(id);
  expect(timeline.flatMap(({ text = [] }) => text)).toEqual([`my new password is ${MASKED}`, 'card number •••••• (card number) was in the mail', `Passwort: ${MASKED}`]);
  await expectOnlyWordsKept('was in the mail', SECRET, CARD);
});

test("a ticket from somebody's message: the form does not repeat the secret; one that is typed into it is told before anything is created", async () => {
  const messagePayload = { body: { contentType: 'html', content: `<div>My <b>VPN</b> drops, password: ${SECRET}</div>` }, from: { user: { id: desk.test.people.alice.aadObjectId } } };
  const opened = await bob.invokes('composeExtension/fetchTask', { commandId: 'createTicket', commandContext: 'message', messagePayload });
  const first = opened.body.task.value.card.content;
  expect(wordsOn(first)).toContain(TOLD);
  expect(JSON.stringify(opened.body)).not.toContain(SECRET);
  const data = { ...first.actions[0].data, 'report.title': 'VPN drops', 'report.description': `Card ${CARD} is needed for it`, 'report.reach': 'me', 'report.work': 'workaround' };
  const sent = await bob.invokes('composeExtension/submitAction', { commandId: 'createTicket', data });
  expect(wordsOn(sent.body.task.value.card.content)).toContain('I took a card number out before saving.');
  expect(desk.test.app.desk.count('tickets')).toBe(0);
  const again = await bob.invokes('composeExtension/submitAction', { commandId: 'createTicket', data: { ...data, 'report.description': 'Card •••••• (card number) is needed for it' } });
  expect(wordsOn(again.body.composeExtension.attachments[0].content)).toContain('INC0000001');
  expect((await ticketNow('INC0000001')).description).toBe('Card •••••• (card number) is needed for it');
  await expectOnlyWordsKept('is needed for it', SECRET, CARD);
});

test('over the API: report, reply, note and the answers of an order; the answer names what was taken out', async () => {
  const [requester, agent] = [desk.server.as('alice'), desk.server.as('bob')];
  const reported = await requester.act('tickets.report', undefined, { title: `Login pw: ${SECRET}`, description: `Pay with ${CARD}`, reach: 'me', work: 'workaround', categoryId: desk.test.categories.vpn });
  expect(reported.json).toMatchObject({ masked: ['password', 'cardNumber'], record: { title: `Login pw: ${MASKED}`, description: 'Pay with •••••• (card number)' } });
  const { record } = reported.json;
  const replied = await requester.act('tickets.reply', record, { text: `Kennwort lautet ${SECRET}` });
  expect(replied.json.masked).toEqual(['password']);
  const noted = await agent.act('tickets.addNote', replied.json.record, { text: 'Nothing to hide' });
  expect(noted.status).toBe(200);
  expect(noted.json.masked).toBeUndefined();
  const ordered = await requester.act('tickets.report', undefined, { title: 'Laptop', offeringId: desk.test.offerings.laptop, answers: { model: 'light', reason: `For the account with password ${SECRET}` } });
  expect(ordered.json).toMatchObject({ masked: ['password'] });
  await expectOnlyWordsKept('For the account with password', SECRET, CARD);
});

/** The notebook, as somebody writes its form who should not. */
async function askForPassword(): Promise<string> {
  const { laptop } = desk.test.offerings;
  const form = { code: { kind: 'text', label: { en: 'Unlock code', de: 'Kennwort' } }, secret: { kind: 'paragraph', label: { en: 'Password of the old laptop?' }, required: true } };
  await desk.test.perform('erik', 'offerings.change', laptop, { form });
  await desk.test.perform('erik', 'offerings.publish', laptop);
  return laptop;
}

test('an order form that asks for a password, in one language or the other: over the API', async () => {
  const offeringId = await askForPassword();
  const { json } = await desk.server.as('alice').act('tickets.report', undefined, { title: 'Laptop', offeringId, answers: { code: SECRET, secret: `${SECRET}\nI need it soon` } });
  expect(json).toMatchObject({ masked: ['password'], record: { answers: [{ value: MASKED }, { value: `${MASKED}\nI need it soon` }] } });
  await expectOnlyWordsKept('I need it soon', SECRET);
});

test('and on a card: told with the request that comes of it', async () => {
  await askForPassword();
  const { messages: [found] } = await alice.writes('order laptop');
  const { card: form } = await alice.presses(found!, 'Order');
  expect(wordsOn(form)).toContain('Password of the old laptop?');
  const { card } = await alice.presses({ ...found!, card: form }, 'Order', { 'answers.secret': SECRET, 'answers.code': 'Sommer#26' });
  expect(wordsOn(card)).toContain(TOLD);
  await expectOnlyWordsKept('New laptop', SECRET, 'Sommer#26');
});

test('articles and canned responses say what they are meant to say', async () => {
  const body = 'Guests use the password Sommerfest#2026 for the WLAN.';
  const { id } = await desk.test.perform('carol', 'articles.add', undefined, { title: 'WLAN for guests', body, language: 'en', audience: 'everyone' });
  expect(desk.test.app.desk.directory.article(id)).toMatchObject({ body });
});
