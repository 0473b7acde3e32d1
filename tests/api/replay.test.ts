// If this fails, managers cannot try a promise before they make it, or learn of tickets that are not for them, or what they
// only tried is saved.
import { request as httpRequest } from 'node:http';
import type { ReplayView } from '../../shared/sla';
import type { ReplayChange } from '../../shared/sla/replay-views';
import type { TicketView } from '../../shared/tickets';
import { createTestApp, type TestApp } from '../_support/test-app';
import { startTestServer, type TestServer } from '../_support/test-server';
import type { PersonKey } from '../_support/people';

const PATH = '/api/service-levels/replay';
const HOUR_MS = 3_600_000;

let test_: TestApp;
let server: TestServer;
let kept: TicketView;
let waiting: TicketView;
let secret: TicketView;

interface Line { readonly progress?: { done: number; total: number }; readonly result?: ReplayView; readonly error?: { code: string } }

/** A Monday: one ticket solved after two hours, a restricted one, too, and one that is still open. */
beforeAll(async () => {
  test_ = await createTestApp();
  server = await startTestServer(test_);
  kept = await test_.report();
  secret = await test_.report({ title: 'Stolen laptop', categoryId: test_.categories.vpn });
  secret = await test_.perform('carol', 'tickets.restrict', secret, { reason: 'Personal' });
  waiting = await test_.report();
  test_.clock.advance(2 * HOUR_MS);
  for (const ticket of [kept, secret]) {
    const taken = await test_.perform('bob', 'tickets.take', ticket.id);
    const resolved = await test_.perform('bob', 'tickets.resolve', taken, { code: 'fixed', notes: 'Reconnected.' });
    await test_.perform('alice', 'tickets.close', resolved);
  }
});

afterAll(async () => {
  await server.close();
  await test_.close();
});

const resolution = () => [...test_.app.desk.directory.agreements()].find(({ metric }) => metric === 'resolution') as { readonly id: string };
const shorter = (hours: number) => ({ id: resolution().id, targets: { any: { value: hours, unit: 'hours' } } });

async function replay(body: object, by: PersonKey = 'erik'): Promise<{ readonly lines: readonly Line[]; readonly result: ReplayView }> {
  const { status, text } = await server.as(by).post(PATH, body);
  expect(status).toBe(200);
  const lines = text.trim().split('\n').map((line) => JSON.parse(line) as Line);
  return { lines, result: lines.at(-1)?.result as ReplayView };
}

const ids = (changes: readonly ReplayChange[], metric = 'resolution'): readonly string[] => changes.filter((change) => change.metric === metric).map(({ id }) => id).sort();

test('a shorter promise shows what it would have broken, line by line', async () => {
  const { lines, result } = await replay({ days: 7, agreement: shorter(1) });
  expect(lines.slice(0, -1).every(({ progress }) => progress !== undefined)).toBe(true);
  expect(lines.at(-2)).toEqual({ progress: { done: 3, total: 3 } });
  expect(result.tickets).toEqual({ ended: 2, open: 1 });
  expect(result.total.find(({ metric }) => metric === 'resolution')).toMatchObject({ asItWas: { met: 2, missed: 0, open: 1 }, today: { met: 2, missed: 0, open: 1 }, proposed: { met: 0, missed: 3, open: 0 } });
  expect(result.counts.toMissed).toEqual({ open: 1, ended: 2 });
  expect(result.changes.find(({ id }) => id === kept.id)).toMatchObject({ kind: 'toMissed', because: ['target'], after: { targetMinutes: 60, usedMinutes: 120, agreementId: resolution().id } });
  expect(result.names).toMatchObject({ [resolution().id]: 'Resolution', [test_.groups.network.id]: 'Network' });
});

test('tickets that are not for the reader are in the figures and not in the list', async () => {
  const { result } = await replay({ days: 7, agreement: shorter(1) });
  expect(ids(result.changes)).toEqual([kept.id, waiting.id].sort());
  expect(JSON.stringify(result)).not.toContain(secret.id);
  const dora = await replay({ days: 7, agreement: shorter(1) }, 'dora');
  expect(dora.result.counts).toEqual(result.counts);
  expect(dora.result.changes).toEqual([]);
});

test('a calendar can be tried, and a new agreement that counts by a new calendar', async () => {
  const calendar = [...test_.app.desk.directory.calendars()][0] as { readonly id: string };
  const closed = await replay({ days: 7, calendar: { id: calendar.id, weekly: { mon: [['08:00', '08:30']] } } });
  expect(closed.result.changes.find(({ id, metric }) => id === waiting.id && metric === 'resolution')).toMatchObject({ kind: 'moved', because: ['calendar'] });
  const agreement = { name: 'Night watch', type: 'sla', metric: 'resolution', order: 1, targets: { any: { value: 30, unit: 'minutes' } }, calendarSource: 'fixed', calendarId: calendar.id, retarget: 'retroactive', reopen: 'continue' };
  const { result } = await replay({ days: 7, agreement });
  const after = result.changes.find(({ id }) => id === kept.id)?.after;
  expect(after).toMatchObject({ outcome: 'missed', targetMinutes: 30 });
  expect(result.names[after?.agreementId ?? '']).toBe('Night watch');
});

test('a ticket is explained under the terms that are tried', async () => {
  const tried = await server.as('erik').post(`${PATH}/explain`, { id: waiting.id, agreement: shorter(1) });
  expect(tried.status).toBe(200);
  const explained = tried.json.explanation.clocks.find(({ key }: { key: string }) => key === 'sla resolution');
  const present = (await server.as('erik').get(`/api/tickets/${waiting.id}/clocks`)).json.explanation.clocks.find(({ key }: { key: string }) => key === 'sla resolution');
  expect(explained).toMatchObject({ isBreached: true });
  expect(present).toMatchObject({ isBreached: false });
  expect(explained.dueAt).not.toBe(present.dueAt);
  expect((await server.as('erik').post(`${PATH}/explain`, { id: secret.id, agreement: shorter(1) })).status).toBe(404);
});

test('nothing of it is saved', async () => {
  const before = { agreements: [...test_.app.desk.directory.agreements()], calendars: [...test_.app.desk.directory.calendars()], ticket: (await server.as('bob').get(`/api/tickets/${waiting.id}`)).json };
  await replay({ days: 7, agreement: shorter(1) });
  await test_.app.followFeed();
  expect({ agreements: [...test_.app.desk.directory.agreements()], calendars: [...test_.app.desk.directory.calendars()], ticket: (await server.as('bob').get(`/api/tickets/${waiting.id}`)).json }).toEqual(before);
});

test('only tickets received in the period count', async () => {
  test_.clock.advance(3 * 24 * HOUR_MS);
  expect((await replay({ days: 1 })).result.tickets).toEqual({ ended: 0, open: 0 });
  expect((await replay({ days: 7 })).result.tickets).toEqual({ ended: 2, open: 1 });
  expect((await replay({ days: 1, until: 'newest' })).result.tickets).toEqual({ ended: 2, open: 1 });
  expect((await replay({ days: 1, until: kept.createdAt })).result.tickets).toEqual({ ended: 2, open: 1 });
});

describe('is refused in words', () => {
  test.each<PersonKey>(['alice', 'bob', 'carol', 'gus'])('to %s, who is no manager', async (person) => {
    expect((await server.as(person).post(PATH, { days: 7 })).status).toBe(403);
    expect((await server.as(person).post(`${PATH}/explain`, { id: kept.id })).status).toBe(403);
  });

  test.each<[string, object, readonly string[]]>([
    ['no days', {}, ['days']],
    ['an unknown entry', { days: 7, agreements: [] }, ['agreements']],
    ['an agreement that is none', { days: 7, agreement: 'short' }, ['agreement']],
    ['an agreement that is not there', { days: 7, agreement: { id: 'SLA9999999' } }, ['agreement.id']],
    ['a target of nothing', { days: 7, agreement: { targets: {} } }, expect.arrayContaining(['agreement.name', 'agreement.metric']) as string[]],
    ['a zone that does not exist', { days: 7, calendar: { name: 'Mars', zone: 'Mars/Phobos', weekly: { mon: [['08:00', '09:00']] } } }, ['calendar.zone']],
  ])('%s', async (_name, body, fields) => {
    const { status, json } = await server.as('erik').post(PATH, body);
    expect(status).toBe(422);
    expect(json.refused.problems.map(({ field }: { field: string }) => field)).toEqual(fields);
    for (const { text } of json.refused.problems) expect(text).toMatch(/\w+ \w+/);
  });

  test('a target of zero, as where it would be saved', async () => {
    const { status, json } = await server.as('erik').post(PATH, { days: 7, agreement: shorter(0) });
    expect({ status, field: json.refused.problems[0].field }).toEqual({ status: 422, field: 'agreement.targets' });
  });

  test.each([0, -1, 1.5, 100_000])('%d days', async (days) => {
    const { status, json } = await server.as('erik').post(PATH, { days });
    expect({ status, code: json.refused.code }).toEqual({ status: 422, code: 'replay.badDays' });
  });
});

test('a reader who goes away ends it, and leaves room for others', async () => {
  const { url } = server;
  const begin = (): Promise<void> =>
    new Promise((resolve, reject) => {
      const headers = { 'content-type': 'application/json', 'x-bellhop-user': test_.people.erik.id };
      const asked = httpRequest(`${url}${PATH}`, { method: 'POST', headers }, (response) => {
        response.once('data', () => {
          response.destroy();
          resolve();
        });
      });
      asked.once('error', reject);
      asked.end(JSON.stringify({ days: 7 }));
    });
  for (let round = 0; round < 6; round += 1) await begin();
  const answers = await Promise.all([1, 2, 3].map(() => server.as('erik').post(PATH, { days: 7 })));
  expect(answers.map(({ status }) => status).filter((status) => status !== 200 && status !== 503)).toEqual([]);
  expect((await replay({ days: 7 })).result.tickets).toEqual({ ended: 2, open: 1 });
});

test('too many at a time are asked to come back', async () => {
  const answers = await Promise.all(Array.from({ length: 30 }, () => server.as('erik').post(PATH, { days: 7 })));
  const statuses = answers.map(({ status }) => status);
  expect(statuses).toContain(200);
  expect(statuses).toContain(503);
  expect(answers.find(({ status }) => status === 503)?.headers.get('retry-after')).toBe('2');
});
