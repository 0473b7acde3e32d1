// If this fails, somebody learns of a ticket that is none of their business.
import type { TicketView } from '../../shared/tickets';
import type { PersonKey } from '../_support/people';
import { createTestApp, type TestApp } from '../_support/test-app';
import { startTestServer, type TestServer } from '../_support/test-server';

let test: TestApp;
let server: TestServer;
let own: TicketView;
let watched: TicketView;
let onBehalf: TicketView;
let restricted: TicketView;

const WORD = 'zanzibar';

beforeAll(async () => {
  test = await createTestApp();
  server = await startTestServer(test);
  own = await test.report({ title: `${WORD} open` });
  watched = await test.perform('bob', 'tickets.watch', await test.report({ title: `${WORD} watched` }, 'ivy'), { personId: test.people.alice.id });
  onBehalf = await test.report({ title: `${WORD} on behalf`, requesterId: test.people.ivy.id }, 'fay');
  restricted = await test.report({ title: `${WORD} restricted`, isRestricted: true, categoryId: test.categories.security });
});

afterAll(async () => {
  await server.close();
  await test.close();
});

const idsOf = (items: readonly { id: string }[]): string[] => items.map((item) => item.id).sort();

async function listed(person: PersonKey): Promise<string[]> {
  return idsOf((await server.as(person).get('/api/lists/tickets.open?withResolved=true')).json.items);
}

/** What each person may see; everything else must not exist for them, wherever they look. */
const sees: readonly (readonly [PersonKey, () => TicketView[]])[] = [
  ['alice', () => [own, watched, restricted]],
  ['ivy', () => [watched, onBehalf]],
  ['dora', () => []],
  ['bob', () => [own, watched, onBehalf]],
  ['carol', () => [own, watched, onBehalf]],
  ['fay', () => [own, watched, onBehalf]],
  ['gus', () => [own, watched, onBehalf]],
  ['erik', () => [own, watched, onBehalf]],
  ['hugo', () => [own, watched, onBehalf, restricted]],
];

describe.each(sees)('%s', (person, expected) => {
  it('lists exactly what they may read', async () => {
    expect(await listed(person)).toEqual(idsOf(expected()));
  });

  it('is told a total that agrees with the list', async () => {
    const { json } = await server.as(person).get('/api/lists/tickets.open?withResolved=true&total=true&limit=1');
    expect(json.total).toBe(expected().length);
  });

  it('counts exactly that', async () => {
    const views = [{ withResolved: true }, { withResolved: 'true', q: 'restricted' }];
    const { json } = await server.as(person).get(`/api/counts/tickets.open?views=${encodeURIComponent(JSON.stringify(views))}`);
    expect(json.counts).toEqual([expected().length, expected().includes(restricted) ? 1 : 0]);
  });

  it('finds exactly that', async () => {
    const { json } = await server.as(person).get(`/api/search?q=${WORD}`);
    expect(idsOf(json.items)).toEqual(idsOf(expected()));
  });

  it('finds a ticket by its number only then', async () => {
    const { json } = await server.as(person).get(`/api/search?q=${restricted.id}`);
    expect(idsOf(json.items).includes(restricted.id)).toBe(expected().includes(restricted));
  });

  it('gets no hint from a draft about the same thing', async () => {
    const { json } = await server.as(person).get(`/api/draft?text=${WORD} restricted`);
    expect(idsOf(json.draft.similar).includes(restricted.id)).toBe(expected().includes(restricted));
  });

  it('opens exactly that; the rest is missing, byte for byte', async () => {
    const missing = await server.as(person).get('/api/tickets/INC0123456');
    for (const ticket of [own, watched, onBehalf, restricted]) {
      const answer = await server.as(person).get(`/api/tickets/${ticket.id}`);
      if (expected().includes(ticket)) expect(answer.json.record.id).toBe(ticket.id);
      else expect([answer.status, answer.text, answer.headers.get('content-length')]).toEqual([404, missing.text, missing.headers.get('content-length')]);
    }
  });
});

it('a link to a restricted ticket is refused like one to a missing ticket', async () => {
  const [hidden, missing] = await Promise.all(
    [restricted.id, 'INC0123456'].map((otherId) => server.as('bob').act('tickets.link', own, { relation: 'relatedTo', otherId })),
  );
  expect([hidden?.status, hidden?.json.refused]).toEqual([422, missing?.json.refused]);
});

it('a link that others made to a restricted ticket is not shown', async () => {
  await test.perform('hugo', 'tickets.link', own.id, { relation: 'relatedTo', otherId: restricted.id });
  expect((await server.as('hugo').get(`/api/tickets/${own.id}`)).json.record.links).toHaveLength(1);
  const { json } = await server.as('bob').get(`/api/tickets/${own.id}`);
  expect(json.record.links).toEqual([]);
  expect(JSON.stringify(json)).not.toContain(restricted.id);
});

it('an employee sees neither notes nor what is for handlers only', async () => {
  await test.perform('bob', 'tickets.addNote', own.id, { text: 'He always says that.' });
  const employee = await server.as('alice').get(`/api/tickets/${own.id}`);
  const agent = await server.as('bob').get(`/api/tickets/${own.id}`);
  expect(agent.text).toContain('He always says that.');
  expect(employee.text).not.toContain('He always says that.');
  for (const field of ['isVip', 'routedBecause', 'reassignmentCount', 'external']) expect(employee.json.record).not.toHaveProperty(field);
});

it('employees do not see who is a VIP', async () => {
  const found = async (person: PersonKey) => (await server.as(person).get('/api/people?q=dora')).json.items[0];
  expect(await found('alice')).not.toHaveProperty('isVip');
  expect(await found('bob')).toMatchObject({ name: 'Dora Diaz', isVip: true });
});

it('articles for agents are for agents', async () => {
  for (const person of ['alice', 'ivy'] as const) {
    expect((await server.as(person).get(`/api/articles/${test.articles.runbook}`)).status).toBe(404);
    expect(idsOf((await server.as(person).get('/api/search?q=concentrator')).json.items)).toEqual([]);
    expect(idsOf((await server.as(person).get('/api/lists/articles')).json.items)).toEqual([test.articles.vpn]);
  }
  expect((await server.as('bob').get(`/api/articles/${test.articles.runbook}`)).status).toBe(200);
});

it('ended tickets are for those who handle tickets; everybody keeps their own', async () => {
  const ended = await test.perform('alice', 'tickets.cancel', await test.report(), { reason: 'withdrawn' });
  expect((await server.as('alice').get('/api/lists/tickets.ended')).status).toBe(404);
  expect(idsOf((await server.as('bob').get('/api/lists/tickets.ended')).json.items)).toEqual([ended.id]);
  expect(idsOf((await server.as('alice').get('/api/lists/tickets.mine')).json.items)).toEqual(idsOf([own, restricted, ended]));
  expect(idsOf((await server.as('dora').get('/api/lists/tickets.mine')).json.items)).toEqual([]);
});

it('somebody who moves to another group loses what was restricted to the first', async () => {
  const { security } = test.groups;
  await test.perform('erik', 'groups.change', security.id, { memberIds: [test.people.bob.id], leadIds: [test.people.bob.id] });
  expect((await server.as('hugo').get(`/api/tickets/${restricted.id}`)).status).toBe(404);
  expect((await server.as('bob').get(`/api/tickets/${restricted.id}`)).status).toBe(200);
  await test.perform('erik', 'groups.change', security.id, { memberIds: [test.people.hugo.id], leadIds: [test.people.hugo.id] });
});
