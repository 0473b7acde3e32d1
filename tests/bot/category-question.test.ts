// If this fails, somebody whose words are not clear files a ticket that lands with the wrong people: the chat no longer asks what it is about.
import { systemActor } from '../../shared/kernel';
import type { TicketView } from '../../shared/tickets';
import { startBotDesk, type BotDesk } from '../_support/bot-desk';
import type { Json } from '../_support/fake-connector';
import { buttonsOn, wordsOn } from '../_support/teams-client';

let desk: BotDesk;

beforeAll(async () => {
  desk = await startBotDesk();
  const { app, categories } = desk.test;
  for (const [id, topic] of [[categories.hardware, 'hardware'], [categories.network, 'storage'], [categories.security, 'hrSupport']] as const) {
    await app.perform({ action: 'categories.change', id, version: 1, input: { topic }, actor: systemActor('seed') });
  }
  // The job brings the shipped classifier in as soon as a category stands for one of its topics.
  while (!app.desk.directory.categoryModels().shipped) await new Promise(setImmediate);
});
afterAll(() => desk.close());

/** The shipped classifier is not sure of it, and no keyword speaks for anything. */
const UNCLEAR = 'need permission for printer';

async function ticketNow(card: Json): Promise<TicketView> {
  const id = /INC\d{7}/.exec(wordsOn(card))?.[0] ?? '';
  const opened = await desk.test.app.open(id, desk.test.actor('fay'));
  if ('refused' in opened) throw new Error(opened.refused.code);
  return opened.record as TicketView;
}

const draftOf = async (text: string) => (await desk.person('alice').writes(text)).messages[0]!;

test('the draft asks with the three likeliest; one press files the ticket with it, and agents read how it was found', async () => {
  const draft = await draftOf(UNCLEAR);
  expect(wordsOn(draft.card)).toContain('Which of these is it?');
  const answers = buttonsOn(draft.card).filter((title) => ['Security', 'Hardware', 'Network'].includes(title));
  expect(answers).toEqual(['Security', 'Hardware', 'Network']);
  expect(buttonsOn(draft.card)).toContain('Something else');
  const { card } = await desk.person('alice').presses(draft, 'Network');
  const ticket = await ticketNow(card);
  expect(ticket).toMatchObject({ categoryId: desk.test.categories.network, groupName: 'Network', title: 'Need permission for printer' });
  expect(ticket.timeline[0]?.line).toBe('Alice Adams reported this. Category chosen from the likeliest ones');
  expect(wordsOn(card)).not.toContain('likeliest');
});

test('what is none of them is chosen from all, or left open; nothing forged gets in', async () => {
  const other = await draftOf(UNCLEAR);
  const chosen = await desk.person('alice').presses(other, 'Create ticket', { categoryId: desk.test.categories.wifi });
  expect(await ticketNow(chosen.card)).toMatchObject({ categoryId: desk.test.categories.wifi });
  const open = await ticketNow((await desk.person('alice').presses(await draftOf(UNCLEAR), 'Create ticket')).card);
  expect(open.categoryId).toBeUndefined();
  expect(open.timeline[0]?.line).toMatch(/No category yet; the text speaks for Security, \d\d % sure/);
  const before = desk.test.app.desk.count('tickets');
  const forged = await draftOf(UNCLEAR);
  forged.card = JSON.parse(JSON.stringify(forged.card).replaceAll(desk.test.categories.network, 'CAT9999999'));
  await desk.person('alice').presses(forged, 'Network');
  expect(desk.test.app.desk.count('tickets')).toBe(before);
});

test('a clear text is not asked about, and another language is left to keywords', async () => {
  const clear = await draftOf('the docking station and the screen are broken');
  expect(wordsOn(clear.card)).not.toContain('Which of these is it?');
  const ticket = await ticketNow((await desk.person('alice').presses(clear, 'Create ticket')).card);
  expect(ticket).toMatchObject({ category: 'Hardware › Laptop' });
  expect(ticket.timeline[0]?.line).toMatch(/Category found from the text, \d\d % sure/);
  expect(wordsOn((await draftOf('Das WLAN im dritten Stock ist weg')).card)).not.toContain('Which of these is it?');
});

test('the form of the message extension asks as well, and its answer files the ticket', async () => {
  const bob = desk.person('bob');
  const messagePayload = { body: { contentType: 'text', content: UNCLEAR }, from: { user: { id: desk.test.people.alice.aadObjectId } } };
  const opened = await bob.invokes('composeExtension/fetchTask', { commandId: 'createTicket', commandContext: 'message', messagePayload });
  const { content } = opened.body.task.value.card;
  const submits: Json[] = content.body.flatMap((element: Json) => element.actions ?? element.items?.flatMap((item: Json) => item.actions ?? []) ?? []);
  expect(submits.map(({ title }) => title)).toEqual(['Security', 'Hardware', 'Network']);
  const sent = await bob.invokes('composeExtension/submitAction', { commandId: 'createTicket', data: { ...submits[1].data, 'report.title': 'Permission for a printer', 'report.requesterId': desk.test.people.alice.id } });
  const ticket = await ticketNow(sent.body.composeExtension.attachments[0].content);
  expect(ticket).toMatchObject({ categoryId: desk.test.categories.hardware, requesterId: desk.test.people.alice.id });
});
