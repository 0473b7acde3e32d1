// If this fails, screens show what is no longer true, or tell somebody of a ticket that is none of their business.
import { openEventStream, type EventStream, type StreamedEvent } from '../_support/event-stream';
import { startTestIssuer } from '../_support/issuer';
import type { PersonKey } from '../_support/people';
import { createTestApp, type TestApp } from '../_support/test-app';
import { startTestServer, type TestServer } from '../_support/test-server';

let test: TestApp;
let server: TestServer;
const streams: EventStream[] = [];

beforeAll(async () => {
  test = await createTestApp();
  server = await startTestServer(test);
});

afterEach(() => {
  streams.splice(0).forEach((stream) => stream.close());
});

afterAll(async () => {
  await server.close();
  await test.close();
});

async function openAs(person: PersonKey): Promise<EventStream> {
  const stream = await openEventStream(`${server.url}/api/stream`, server.as(person).headers);
  streams.push(stream);
  await stream.next(({ event }) => event === 'hello');
  return stream;
}

const about = (id: string, kind = 'change') => ({ event, data }: StreamedEvent) => event === kind && data.id === id;
/** What happened while they followed. */
const ofRecords = (stream: EventStream) => stream.events.filter(({ event, data }) => event !== 'hello' && !data.isRecent);

/** Waits until everything before it has been delivered: an article is read by everybody. */
async function untilQuiet(...all: EventStream[]): Promise<void> {
  const { record } = (await server.as('erik').act('articles.add', undefined, { title: 'A mark', body: 'x', language: 'en', audience: 'everyone' })).json;
  await Promise.all(all.map((stream) => stream.next(about(record.id))));
}

it('tells those who may read a ticket what happened to it, and nobody else', async () => {
  const [alice, bob, ivy, dora] = await Promise.all([openAs('alice'), openAs('bob'), openAs('ivy'), openAs('dora')]);
  const ticket = await test.report();
  const news = { event: 'change', data: { practice: 'tickets', id: ticket.id, version: 1, types: ['TicketReported'] } };
  expect(await alice.next(about(ticket.id))).toEqual(news);
  expect(await bob.next(about(ticket.id))).toEqual(news);
  await untilQuiet(ivy, dora);
  expect([...ofRecords(ivy), ...ofRecords(dora)].filter(({ data }) => data.practice === 'tickets')).toEqual([]);
});

it('whoever begins to follow is told once more what has just happened to what they may read now, and to nothing else', async () => {
  const ticket = await test.report();
  const hidden = await test.report();
  await test.perform('bob', 'tickets.restrict', hidden, { reason: 'Personal' });
  const [bob, fay, ivy] = await Promise.all([openAs('bob'), openAs('fay'), openAs('ivy')]);
  const again = { event: 'change', data: { practice: 'tickets', id: ticket.id, version: 1, types: ['TicketReported'], isRecent: true } };
  expect(await bob.next(about(ticket.id))).toEqual(again);
  expect(await bob.next(about(hidden.id))).toMatchObject({ data: { version: 2 } });
  await untilQuiet(fay, ivy);
  expect(fay.events.filter(({ data }) => data.id === ticket.id)).toEqual([again]);
  expect([...fay.events, ...ivy.events].filter(({ data }) => data.id === hidden.id)).toEqual([]);
  expect(ivy.events.filter(({ data }) => data.practice === 'tickets')).toEqual([]);
});

it('holds no word of what was written', async () => {
  const bob = await openAs('bob');
  const ticket = await test.report({ title: 'Unmistakable' });
  await bob.next(about(ticket.id));
  expect(JSON.stringify(bob.events)).not.toContain('Unmistakable');
});

it('a restricted ticket is heard of by its requester and its group only', async () => {
  const [alice, bob, erik, hugo] = await Promise.all([openAs('alice'), openAs('bob'), openAs('erik'), openAs('hugo')]);
  const ticket = await test.report({ isRestricted: true, categoryId: test.categories.security });
  await Promise.all([alice.next(about(ticket.id)), hugo.next(about(ticket.id))]);
  await untilQuiet(bob, erik);
  expect(JSON.stringify([bob.events, erik.events])).not.toContain(ticket.id);
});

it('a ticket that becomes restricted leaves the screens of the others, and they hear no more of it', async () => {
  const ticket = await test.report();
  const [bob, fay] = await Promise.all([openAs('bob'), openAs('fay')]);
  const restricted = await test.perform('bob', 'tickets.restrict', ticket, { reason: 'Personal' });
  await Promise.all([bob.next(about(ticket.id)), fay.next(about(ticket.id, 'gone'))]);
  await test.perform('bob', 'tickets.addNote', restricted, { text: 'More.' });
  await untilQuiet(bob, fay);
  expect(ofRecords(fay).filter(({ data }) => data.id === ticket.id)).toEqual([
    { event: 'gone', data: { practice: 'tickets', id: ticket.id, version: restricted.version } },
  ]);
  expect(ofRecords(bob).filter(({ data }) => data.id === ticket.id)).toHaveLength(2);
});

it('a ticket that ends is news, and leaves active work', async () => {
  const ticket = await test.report();
  const alice = await openAs('alice');
  const ended = await test.perform('alice', 'tickets.cancel', ticket, { reason: 'withdrawn' });
  await alice.next(about(ticket.id, 'gone'));
  expect(ofRecords(alice).filter(({ data }) => data.id === ticket.id)).toEqual([
    { event: 'change', data: { practice: 'tickets', id: ticket.id, version: ended.version, types: ['TicketCancelled'] } },
    { event: 'gone', data: { practice: 'tickets', id: ticket.id, version: ended.version } },
  ]);
});

it('follows what the reader may read now, not what they could when it began', async () => {
  const ivy = await openAs('ivy');
  const { network } = test.groups;
  await test.perform('erik', 'groups.change', network.id, { memberIds: [test.people.bob.id, test.people.ivy.id] });
  const ticket = await test.report();
  await ivy.next(about(ticket.id));
  await test.perform('erik', 'groups.change', network.id, { memberIds: [test.people.bob.id, test.people.carol.id] });
  const later = await test.report();
  await untilQuiet(ivy);
  expect(JSON.stringify(ivy.events)).not.toContain(later.id);
});

it('ends for somebody who leaves', async () => {
  const gus = await openAs('gus');
  await test.perform('erik', 'people.retire', test.people.gus.id);
  await gus.ended;
  await test.perform('erik', 'people.restore', test.people.gus.id);
});

it('a reader who stops reading costs nothing, hears of every record once more, or is told to load afresh', async () => {
  const bob = await openAs('bob');
  bob.pause();
  const first = await test.report();
  // Long event names fill the buffers between server and reader within a few thousand changes.
  const change = (version: number) => ({
    practice: 'tickets', id: first.id, version, active: true, types: [`Changed${'.'.repeat(2_000)}`], at: first.updatedAt, by: '',
    summary: { ...test.app.desk.get(first.id), version } as never,
  });
  for (let version = 2; version <= 6_000; version += 1) test.app.desk.apply(change(version));
  bob.resume();
  const last = await bob.next(({ data }) => data.version === 6_000);
  expect(last.event).toBe('change');
  const heard = ofRecords(bob).filter(({ data }) => data.id === first.id).length;
  expect(heard).toBeLessThan(6_000);
});

it('too many windows of one person are refused, those of others are not', async () => {
  await Promise.all(Array.from({ length: 20 }, () => openAs('dora')));
  const answer = await server.as('dora').get('/api/stream');
  expect([answer.status, answer.json.error.code]).toEqual([503, 'tooManyStreams']);
  await openAs('alice');
});

it('a window that closes makes room', async () => {
  const own = await Promise.all(Array.from({ length: 20 }, () => openAs('erik')));
  own[0]?.close();
  let stream = await openEventStream(`${server.url}/api/stream`, server.as('erik').headers);
  while (stream.status !== 200) stream = await openEventStream(`${server.url}/api/stream`, server.as('erik').headers);
  streams.push(stream);
});

it('ends when the sign-in ends, so that a stolen token is not good forever', async () => {
  const issuer = await startTestIssuer(() => test.clock.now());
  const production = await startTestServer(test, { issuer: issuer.issuer, config: { isDevelopment: false } });
  const now = test.clock.now().getTime() / 1_000;
  const token = await issuer.token('alice', { iat: now - 60, nbf: now - 60, exp: now - 30 });
  // Within the tolerance for clocks, and over at once.
  const stream = await openEventStream(`${production.url}/api/stream`, { authorization: `Bearer ${token}` });
  expect(stream.status).toBe(200);
  await stream.ended;
  await production.close();
  await issuer.close();
});

it('a server that stops ends its streams', async () => {
  const other = await startTestServer(test);
  const stream = await openEventStream(`${other.url}/api/stream`, other.as('alice').headers);
  await stream.next(({ event }) => event === 'hello');
  await other.close();
  await stream.ended;
});
