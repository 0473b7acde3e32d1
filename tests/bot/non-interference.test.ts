// If this fails, somebody outside can tell from what the bot says in Teams that a restricted ticket exists, or what is in it.
import { startBotDesk, type BotDesk } from '../_support/bot-desk';
import type { Json } from '../_support/fake-connector';

const OUTSIDERS = ['alice', 'bob', 'carol', 'dora', 'fay'] as const;
const SECRET = { title: 'Salary list of the board was leaked', description: 'It lies on the printer of floor 3, VPN password beside it.' };
const OPEN = [{ title: 'VPN drops every hour' }, { title: 'Printer of floor 3 prints salary slips twice' }, { title: 'Board room badge does not open' }];
const HIDDEN = 'INC0000004';

jest.setTimeout(120_000);

const desks: BotDesk[] = [];
afterEach(async () => {
  for (const desk of desks.splice(0)) await desk.close();
});

async function tell(isWith: boolean): Promise<BotDesk> {
  const desk = await startBotDesk();
  desks.push(desk);
  for (const input of OPEN) await desk.test.report(input);
  if (isWith) {
    const { id } = await desk.test.report({ ...SECRET, isRestricted: true, categoryId: desk.test.categories.security }, 'ivy');
    expect(id).toBe(HIDDEN);
    await desk.test.perform('hugo', 'tickets.take', id);
    await desk.test.perform('hugo', 'tickets.reply', id, { text: 'We look into the leak.' });
    await desk.test.perform('hugo', 'tickets.addNote', id, { text: 'VPN salary board.' });
  }
  await desk.drain();
  return desk;
}

/** What is made up anew for every card and says nothing. */
const withoutChance = (desk: BotDesk, said: unknown): string =>
  JSON.stringify(said)
    .replaceAll(/[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}/g, 'uuid')
    .replaceAll(desk.connector.url, 'connector').replaceAll(desk.server.url, 'server').replaceAll(desk.test.tenant, 'tenant');

async function everythingSaidTo(desk: BotDesk, key: (typeof OUTSIDERS)[number]): Promise<readonly string[]> {
  const person = desk.person(key);
  const said: [string, unknown][] = [];
  const shown = (messages: readonly { readonly text: unknown; readonly card: Json; readonly summary: unknown }[]): unknown => messages.map(({ text, card, summary }) => ({ text, card, summary }));
  for (const text of [HIDDEN, `status ${HIDDEN}`, 'my tickets', 'queue', 'approvals', 'search salary board', 'search leaked', SECRET.title, `${HIDDEN} reply: hello`, `take ${HIDDEN}`]) {
    const { status, body, messages } = await person.writes(text);
    said.push([text, [status, body, shown(messages)]]);
    await person.writes('cancel');
  }
  const extension = (name: string, value: object): Promise<void> => person.invokes(`composeExtension/${name}`, value).then(({ status, body }) => void said.push([`${name} ${JSON.stringify(value)}`, [status, body]]));
  for (const q of ['salary', 'board', 'leaked', HIDDEN]) {
    for (const commandId of ['searchTickets', 'searchArticles']) await extension('query', { commandId, parameters: [{ name: 'q', value: q }], queryOptions: { skip: 0, count: 25 } });
  }
  await extension('query', { commandId: 'searchTickets', parameters: [{ name: 'initialRun', value: 'true' }], queryOptions: { skip: 0, count: 25 } });
  await extension('queryLink', { url: `http://localhost:3978/tab/#/tickets/${HIDDEN}` });
  await extension('queryLink', { url: `https://teams.microsoft.com/l/entity/44444444-4444-4444-8444-444444444444/queue?context=${encodeURIComponent(JSON.stringify({ subEntityId: `tickets/${HIDDEN}` }))}` });
  said.push(['everything in the chat', shown(desk.chat(key))], ['the channel', shown(desk.channel())]);
  return said.map(([what, answer]) => `${key} ${what}: ${withoutChance(desk, answer)}`);
}

test('with and without a restricted ticket the bot says the same to everybody outside', async () => {
  const [withIt, without] = [await tell(true), await tell(false)];
  for (const key of OUTSIDERS) {
    const [there, absent] = [await everythingSaidTo(withIt, key), await everythingSaidTo(without, key)];
    expect(there.filter((answer, at) => answer !== absent[at])).toEqual(absent.filter((answer, at) => answer !== there[at]));
    expect(absent.length).toBeGreaterThan(20);
  }
  // Whoever knows of it is told.
  expect(JSON.stringify(withIt.chat('ivy').concat((await withIt.person('ivy').writes(HIDDEN)).messages))).toContain(SECRET.title);
});
