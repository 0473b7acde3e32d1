// If this fails, one program in a loop makes the desk slow for everybody, or somebody is locked out because of another.
import { createRateLimit } from '../../bot/api/rate-limit';
import { createTestApp, type TestApp } from '../_support/test-app';
import { startTestServer, type TestServer } from '../_support/test-server';

let test_: TestApp;
let server: TestServer;
beforeAll(async () => {
  test_ = await createTestApp();
  server = await startTestServer(test_, { config: { requestsPerSecond: 2 } });
});
afterAll(async () => {
  await server.close();
  await test_.close();
});

test('who asks too often is told when to come back, in their language; nothing is done, and others go on', async () => {
  const answers = await Promise.all(Array.from({ length: 40 }, () => server.as('ivy').act('tickets.report', undefined, { title: 'Again', reach: 'me', work: 'fine' })));
  const refused = answers.filter(({ status }) => status === 429);
  expect(refused.length).toBeGreaterThan(10);
  for (const { headers, json } of refused) {
    expect(Number(headers.get('retry-after'))).toBeGreaterThanOrEqual(1);
    expect(json.error).toEqual({ code: 'tooManyRequests', text: expect.stringContaining('Zu viele Anfragen auf einmal') });
  }
  expect(test_.app.desk.count('tickets')).toBe(answers.length - refused.length);
  expect((await server.as('alice').get('/api/me')).status).toBe(200);
  // Whether the process lives is asked by nobody in particular.
  expect((await server.client().get('/healthz')).status).toBe(200);
});

test('on average as many as allowed pass, with ten seconds ahead, and waiting as long as told is enough', () => {
  let now = 0;
  const limit = createRateLimit(5, () => now);
  const passes = (): boolean => {
    try {
      limit('one');
      return true;
    } catch {
      return false;
    }
  };
  expect(Array.from({ length: 60 }, passes).filter(Boolean)).toHaveLength(50);
  expect(() => limit('other')).not.toThrow();
  let told = 0;
  try {
    limit('one');
  } catch (error) {
    told = Number((error as { headers: Record<string, string> }).headers['Retry-After']);
  }
  now += told * 1_000;
  expect(passes()).toBe(true);
  let passed = 0;
  for (let ms = 0; ms < 60_000; ms += 20) {
    now += 20;
    passed += Number(passes());
  }
  // Five a second for a minute, and what was left of the seconds ahead.
  expect(passed).toBeGreaterThanOrEqual(299);
  expect(passed).toBeLessThanOrEqual(306);
});
