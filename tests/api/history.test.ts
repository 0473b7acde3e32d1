// If this fails, nobody can tell who changed a promise and when, or the history of something else leaks.
import { createTestApp, type TestApp } from '../_support/test-app';
import { startTestServer, type TestServer } from '../_support/test-server';

let test: TestApp;
let server: TestServer;

beforeAll(async () => {
  test = await createTestApp();
  server = await startTestServer(test);
});

afterAll(async () => {
  await server.close();
  await test.close();
});

const resolution = () => [...test.app.desk.directory.agreements()].find(({ name }) => name === 'Resolution')!;

it('tells every version of an agreement: who, when, and each field before and after', async () => {
  const { id } = resolution();
  await test.perform('erik', 'agreements.change', id, { targets: { P1: { value: 2, unit: 'hours' } }, description: 'Sooner' });
  await test.perform('erik', 'agreements.change', id, { clear: ['description'] });
  await test.perform('erik', 'agreements.retire', id);
  await test.perform('erik', 'agreements.restore', id);
  const { status, json } = await server.as('bob').get(`/api/history/${id}`);
  expect(status).toBe(200);
  expect(json.items.map(({ seq, type, byName }: { seq: number; type: string; byName: string }) => [seq, type, byName])).toEqual([
    [1, 'added', 'Bellhop'], [2, 'changed', 'Erik Evans'], [3, 'changed', 'Erik Evans'], [4, 'retired', 'Erik Evans'], [5, 'restored', 'Erik Evans'],
  ]);
  const [, changed, cleared, retired] = json.items;
  expect(changed.changes).toEqual([
    { field: 'targets', before: expect.objectContaining({ P1: { value: 240, unit: 'minutes' } }), after: { P1: { value: 2, unit: 'hours' } } },
    { field: 'description', after: 'Sooner' },
  ]);
  expect(cleared.changes).toEqual([{ field: 'description', before: 'Sooner' }]);
  expect(retired.changes).toEqual([]);
});

it('tells where things go and what happens by itself, to those who work with it', async () => {
  const { groups } = test;
  const added = await test.perform('erik', 'routingRules.add', undefined, { name: 'Printers', order: 10, groupId: groups.serviceDesk.id, conditions: [[{ field: 'kind', is: ['incident'] }]] });
  for (const id of [groups.serviceDesk.id, added.id]) {
    const { status, json } = await server.as('bob').get(`/api/history/${id}`);
    expect({ id, status, first: json.items?.[0]?.type }).toEqual({ id, status: 200, first: 'added' });
  }
  expect((await server.as('alice').get(`/api/history/${added.id}`)).status).toBe(404);
});

it('answers alike for what is not there and for what has no open history', async () => {
  const ticket = await test.report();
  for (const id of [ticket.id, test.people.alice.id, 'SLA0009999', 'nonsense', '__proto__']) {
    const { status, json } = await server.as('erik').get(`/api/history/${id}`);
    expect({ id, status, code: json.refused.code }).toEqual({ id, status: 404, code: 'kernel.notFound' });
  }
});

it('asks who is there', async () => {
  expect((await server.client().get(`/api/history/${resolution().id}`)).status).toBe(401);
});
