// If this fails, screenshots that people paste do not reach their ticket, or the bot can be made to fetch what it must not see.
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { startBotDesk, type BotDesk } from '../_support/bot-desk';
import { wordsOn, type TeamsPerson } from '../_support/teams-client';
import type { TicketView } from '../../shared/tickets';

const PNG = Buffer.from('iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==', 'base64');

let desk: BotDesk;
let alice: TeamsPerson;
beforeEach(async () => {
  desk = await startBotDesk();
  alice = desk.person('alice');
});
afterEach(() => desk.close());

const picture = (contentUrl: string): object => ({ contentType: 'image/*', contentUrl });

async function createdFrom(text: string, attachments: readonly object[]): Promise<TicketView> {
  const { messages } = await alice.writes(text, { attachments });
  const draft = messages.at(-1);
  if (!draft) throw new Error('no draft');
  const { card } = await alice.presses(draft, 'Create ticket');
  const opened = await desk.test.app.open(/INC\d{7}/.exec(wordsOn(card))?.[0] ?? '', desk.test.actor('alice'));
  if ('refused' in opened) throw new Error(opened.refused.code);
  return opened.record as TicketView;
}

/** A server that is not the connector. */
async function elsewhere(answer: (path: string) => { status: number; location?: string }): Promise<{ url: string; asked: string[]; server: Server }> {
  const asked: string[] = [];
  const server = createServer((request, response) => {
    asked.push(request.url ?? '');
    const { status, location } = answer(request.url ?? '');
    if (location) response.setHeader('location', location);
    response.statusCode = status;
    response.end('secret');
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return { url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, asked, server };
}

test('a pasted screenshot lands on the ticket, byte for byte', async () => {
  const url = desk.connector.serveFile('shot', 'image/png', PNG);
  const ticket = await createdFrom('My laptop screen flickers', [picture(url)]);
  expect(ticket.attachments).toMatchObject([{ type: 'image/png', bytes: PNG.length, by: desk.test.people.alice.id }]);
  expect(await desk.test.app.uploads.read(ticket.attachments[0]?.id ?? '')).toEqual(PNG);
});

test('a screenshot in an answer below a card lands on that ticket', async () => {
  const ticket = await createdFrom('My laptop screen flickers', []);
  await desk.drain();
  const card = desk.chat('alice').find((message) => wordsOn(message.card).includes(ticket.id));
  if (!card) throw new Error('no card');
  await alice.writes('Like this', { quote: card, attachments: [picture(desk.connector.serveFile('again', 'image/png', PNG))] });
  const opened = await desk.test.app.open(ticket.id, desk.test.actor('alice'));
  expect(opened).toMatchObject({ record: { attachments: [{ bytes: PNG.length }] } });
});

test('a file that is too large is left out, in words, and the report goes on', async () => {
  const url = desk.connector.serveFile('huge', 'image/png', Buffer.alloc(25 * 1024 * 1024 + 1));
  const { messages } = await alice.writes('My laptop screen flickers', { attachments: [picture(url)] });
  expect(messages[0]?.text).toContain('at most 25 MB');
  expect(wordsOn(messages[1]?.card)).toContain('My laptop screen flickers');
});

test('an address that is not of this chat is never fetched', async () => {
  const { url, asked, server } = await elsewhere(() => ({ status: 200 }));
  const { messages } = await alice.writes('My laptop screen flickers', {
    attachments: [
      picture(`${url}/latest/meta-data`),
      { contentType: 'application/vnd.microsoft.teams.file.download.info', name: 'log.txt', content: { downloadUrl: `${url}/log.txt` } },
      picture('file:///etc/passwd'),
    ],
  });
  expect(messages[0]?.text?.split('\n')).toHaveLength(3);
  expect(messages[0]?.text).toContain('does not come from this chat');
  expect(asked).toEqual([]);
  server.close();
});

test('a redirect away from the connector is not followed', async () => {
  const { url, asked, server } = await elsewhere(() => ({ status: 200 }));
  const away = await elsewhere(() => ({ status: 302, location: `${url}/latest/meta-data` }));
  const { messages } = await alice.writes('My laptop screen flickers', {
    attachments: [picture(`${away.url}/picture`)], activity: { serviceUrl: away.url },
  });
  expect(away.asked).toContain('/picture');
  expect(asked).toEqual([]);
  expect(messages).toEqual([]);
  away.server.close();
  server.close();
});

test('a picture that is gone is said to be so', async () => {
  const { messages } = await alice.writes('My laptop screen flickers', { attachments: [picture(`${desk.connector.url}/v3/attachments/none/views/original`)] });
  expect(messages[0]?.text).toContain('send it again');
});

test('what is never attached is gone after a day, content included', async () => {
  const stored = await desk.test.app.uploads.store({ name: 'a.txt', type: 'text/plain', content: Buffer.from('a') }, desk.test.actor('alice'));
  if ('refused' in stored) throw new Error('not stored');
  const ticket = await createdFrom('My laptop screen flickers', [picture(desk.connector.serveFile('kept', 'image/png', PNG))]);
  expect(await desk.test.app.uploads.sweep(24 * 3_600_000)).toBe(0);
  desk.test.clock.advance(25 * 3_600_000);
  expect(await desk.test.app.uploads.sweep(24 * 3_600_000)).toBe(1);
  expect(await desk.test.app.uploads.read(stored.id)).toBeUndefined();
  expect(await desk.test.app.uploads.read(ticket.attachments[0]?.id ?? '')).toEqual(PNG);
});
