// If this fails, everybody sees or steers what finds categories, or those who should cannot.
import { madeTickets, trained } from '../unit/classifier/made-tickets';
import { TINY } from '../_support/learning';
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

it('is read by those who handle tickets, and steered by administrators only', async () => {
  expect((await server.as('alice').get('/api/classifier')).status).toBe(403);
  expect((await server.client().get('/api/classifier')).status).toBe(401);
  const asAgent = await server.as('bob').get('/api/classifier');
  expect(asAgent).toMatchObject({ status: 200, json: { mode: 'decide', shipped: { isLoaded: false, categories: 0 }, progress: { state: 'idle', share: 0 }, figures: { tickets: 0 } } });
  expect(asAgent.json.settings).toBeUndefined();
  expect((await server.as('bob').post('/api/classifier/learn', {})).status).toBe(403);
  expect((await server.as('alice').post('/api/classifier/learn', {})).status).toBe(403);
  expect(await server.as('erik').post('/api/classifier/learn', {})).toMatchObject({ status: 200, json: { state: 'waiting' } });
  const { settings } = (await server.as('erik').get('/api/classifier')).json;
  expect((await server.as('bob').act('settings.change', settings, { classifier: 'off' })).status).toBe(403);
  expect((await server.as('erik').act('settings.change', settings, { classifier: 'off' })).status).toBe(200);
  expect((await server.as('bob').get('/api/classifier')).json.mode).toBe('off');
});

it('says how sure it is only to those who handle tickets, and costs no storage call', async () => {
  const { id } = test.app.desk.directory.settings();
  await test.perform('erik', 'settings.change', id, { classifier: 'decide' });
  const { vpn, laptop, wifi, security } = test.categories;
  const labels: Readonly<Record<string, string>> = { Access: vpn, Hardware: laptop, Printing: wifi, Purchase: security };
  const calls = async (): Promise<readonly number[]> => {
    test.storage.takeCounts();
    await test.report({ title: 'invoice and quote of the supplier', description: '', categoryId: security });
    const { get, range, commit } = test.storage.takeCounts();
    return [get.calls, range.calls, commit.calls];
  };
  // The first one also reserves a block of numbers.
  await calls();
  const before = await calls();
  test.app.desk.useModels({ own: trained(madeTickets(80, 1).map(({ text, label }) => ({ text, label: labels[label]! })), TINY) });
  expect(await calls()).toEqual(before);

  test.storage.takeCounts();
  const draft = async (person: 'alice' | 'bob') => (await server.as(person).get('/api/draft?text=invoice%20and%20quote%20of%20the%20supplier')).json.draft;
  expect(await draft('bob')).toMatchObject({ how: 'sure', categoryId: security, confidence: expect.any(Number) });
  const asEmployee = await draft('alice');
  expect(asEmployee).toMatchObject({ how: 'sure', categoryId: security });
  expect(asEmployee).not.toHaveProperty('confidence');
  expect(test.storage.takeCounts()).toMatchObject({ get: { calls: 0 }, range: { calls: 0 }, commit: { calls: 0 } });
});
