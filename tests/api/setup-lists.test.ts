// If this fails, people who plan changes do not find the item they look for, or employees read what stands behind a service.
import { createTestApp, type TestApp } from '../_support/test-app';
import { startTestServer, type TestServer } from '../_support/test-server';

let test: TestApp;
let server: TestServer;
const ids: Record<string, string> = {};

beforeAll(async () => {
  test = await createTestApp();
  server = await startTestServer(test);
  const add = async (key: string, action: string, input: object) => {
    ids[key] = (await test.perform('erik', action, undefined, input)).id;
  };
  await add('payroll', 'services.add', { name: 'Payroll', tier: 'tier1', description: 'Pays everybody.', isRegulated: true });
  await add('server', 'items.add', { name: 'Server DB-01', class: 'server', environment: 'production', criticality: 'high', region: 'Berlin', groupId: test.groups.network.id });
  await add('database', 'items.add', { name: 'Payroll database', class: 'database', environment: 'production', criticality: 'missionCritical', serviceIds: [ids['payroll']], parentIds: [ids['server']] });
  await add('web', 'items.add', { name: 'Payroll web', class: 'application', environment: 'test', criticality: 'low', parentIds: [ids['database']] });
});

afterAll(async () => {
  await server.close();
  await test.close();
});

const found = async (query: string): Promise<readonly string[]> => {
  const { status, json } = await server.as('bob').get(`/api/lists/items?${query}`);
  expect(status).toBe(200);
  return json.items.map(({ name }: { name: string }) => name).sort();
};

it.each([
  ['class=database', ['Payroll database']],
  ['environment=production', ['Payroll database', 'Server DB-01']],
  ['criticality=high', ['Server DB-01']],
  ['q=payroll&environment=test', ['Payroll web']],
  ['q=berlin', ['Server DB-01']],
])('items are found by %s', async (query, names) => {
  expect(await found(query)).toEqual(names);
});

it('items are found by group, by what they deliver and by what they run on', async () => {
  expect(await found(`groupId=${test.groups.network.id}`)).toEqual(['Server DB-01']);
  expect(await found(`serviceId=${ids['payroll']}`)).toEqual(['Payroll database']);
  expect(await found(`parentId=${ids['server']}`)).toEqual(['Payroll database']);
  expect(await found(`parentId=${ids['web']}`)).toEqual([]);
});

it('a filter that nobody knows is named, not ignored', async () => {
  const { status } = await server.as('bob').get('/api/lists/items?colour=red');
  expect(status).toBe(422);
});

it('versions of a service are for those who see all of it', async () => {
  await test.perform('erik', 'services.change', ids['payroll'], { description: 'Pays everybody in time.' });
  const seen = await server.as('bob').get(`/api/history/${ids['payroll']}`);
  expect(seen.json.items).toHaveLength(2);
  expect((await server.as('alice').get(`/api/history/${ids['payroll']}`)).status).toBe(404);
  expect((await server.as('alice').get(`/api/history/${ids['server']}`)).status).toBe(404);
});
