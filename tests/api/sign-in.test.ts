// If this fails, strangers get in as somebody, or people cannot sign in.
import { SignJWT, UnsecuredJWT } from 'jose';
import type { Config } from '../../bot/config/config';
import { startTestIssuer, type TestIssuer } from '../_support/issuer';
import { TEST_PEOPLE } from '../_support/people';
import { createTestApp, type TestApp } from '../_support/test-app';
import { startTestServer, TEST_CLIENT_ID, TEST_TENANT_ID, type Answer, type TestServer, type TestServerOptions } from '../_support/test-server';

let test: TestApp;
let issuer: TestIssuer;

beforeAll(async () => {
  test = await createTestApp();
  issuer = await startTestIssuer(() => test.clock.now());
});

afterAll(async () => {
  await issuer.close();
  await test.close();
});

const start = (config: Partial<Config> = {}, options: TestServerOptions = {}): Promise<TestServer> =>
  startTestServer(test, { issuer: issuer.issuer, config: { isDevelopment: false, ...config }, ...options });

describe('in production', () => {
  let server: TestServer;
  beforeAll(async () => (server = await start()));
  afterAll(() => server.close());

  const me = (token: string, headers: Record<string, string> = {}): Promise<Answer> =>
    server.client({ authorization: `Bearer ${token}` }).get('/api/me', headers);

  async function expectRefused(token: string, code: string): Promise<void> {
    const answer = await me(token);
    expect([answer.status, answer.json.error.code]).toEqual([401, code]);
    expect(answer.json.error.text).toMatch(/sign/);
    expect(answer.json.error.text).not.toContain(code);
    expect(answer.headers.get('www-authenticate')).toMatch(/^Bearer error="invalid_token"/);
  }

  it('a good token signs its person in, with roles and groups', async () => {
    const answer = await me(await issuer.token('carol'));
    expect(answer.status).toBe(200);
    expect(answer.json).toEqual({
      id: test.people.carol.id, name: 'Carol Clark', mail: 'carol@contoso.example', roles: ['employee', 'agent'],
      groups: [{ id: test.groups.network.id, name: 'Network', isLead: true }],
      language: 'en', zone: 'Europe/Berlin', isAgent: true, companyName: 'Contoso', mode: 'teams',
    });
  });

  it('the long form of the audience is good too, that of another host is not', async () => {
    expect((await me(await issuer.token('alice', { aud: `api://bellhop.contoso.example/${TEST_CLIENT_ID}` }))).status).toBe(200);
    await expectRefused(await issuer.token('alice', { aud: `api://evil.example/${TEST_CLIENT_ID}` }), 'token.aud');
  });

  it.each([
    ['another audience', { aud: '99999999-9999-4999-8999-999999999999' }, 'token.aud'],
    ['no audience', { aud: undefined }, 'token.aud'],
    ['another issuer', { iss: 'https://login.microsoftonline.com/99999999-9999-4999-8999-999999999999/v2.0' }, 'token.iss'],
    ['the old form of the issuer', { iss: `https://sts.windows.net/${TEST_TENANT_ID}/` }, 'token.iss'],
    ['another tenant', { tid: '99999999-9999-4999-8999-999999999999' }, 'token.tenant'],
    ['no tenant', { tid: undefined }, 'token.tid'],
    ['an end two minutes ago', { exp: Date.parse('2026-03-02T08:58:00Z') / 1_000 }, 'token.expired'],
    ['no end', { exp: undefined }, 'token.exp'],
    ['a start in two minutes', { nbf: Date.parse('2026-03-02T09:02:00Z') / 1_000 }, 'token.nbf'],
    ['another scope', { scp: 'User.Read openid' }, 'token.scope'],
    ['no scope', { scp: undefined }, 'token.scope'],
    ['a scope that only looks like it', { scp: 'access_as_user_admin' }, 'token.scope'],
    ['no person', { oid: undefined }, 'token.oid'],
    ['a person of another form', { oid: 'PER0000005' }, 'token.oid'],
  ])('a token with %s is refused', async (_name, claims, code) => {
    await expectRefused(await issuer.token('alice', claims), code);
  });

  it('a forged signature is refused', async () => {
    await expectRefused(await issuer.forge('erik'), 'token.signature');
  });

  it('a token whose claims were changed afterwards is refused', async () => {
    const [head, , signature] = (await issuer.token('alice')).split('.');
    const claims = (await issuer.token('erik')).split('.')[1];
    await expectRefused(`${head}.${claims}.${signature}`, 'token.signature');
  });

  it('a token without signature is refused', async () => {
    const token = new UnsecuredJWT({ oid: TEST_PEOPLE.erik.aadObjectId, tid: TEST_TENANT_ID, scp: 'access_as_user' })
      .setAudience(TEST_CLIENT_ID).setIssuer(issuer.issuer.issuer).setExpirationTime(new Date('2099-01-01')).encode();
    await expectRefused(token, 'token.algorithm');
  });

  it('a token signed with a shared secret is refused', async () => {
    const token = await new SignJWT({ oid: TEST_PEOPLE.erik.aadObjectId, tid: TEST_TENANT_ID, scp: 'access_as_user' })
      .setProtectedHeader({ alg: 'HS256', kid: 'key-1' }).setAudience(TEST_CLIENT_ID).setIssuer(issuer.issuer.issuer).setExpirationTime(new Date('2099-01-01'))
      .sign(new TextEncoder().encode('a secret that is long enough to be one'));
    await expectRefused(token, 'token.algorithm');
  });

  it.each(['', 'Bearer', 'Bearer nonsense', 'Bearer a.b', 'Basic YWxpY2U6eA=='])('"%s" as authorization is refused', async (authorization) => {
    const answer = await server.client(authorization ? { authorization } : {}).get('/api/me');
    expect([answer.status, answer.json.error.code]).toEqual([401, 'token.missing']);
  });

  it('three parts that are no token are refused', async () => {
    await expectRefused('aaaa.bbbb.cccc', 'token.malformed');
  });

  it('new keys are fetched when a token names one, and the old ones are no longer good', async () => {
    const old = await issuer.token('alice');
    await issuer.rollOver();
    expect((await me(await issuer.token('alice'))).status).toBe(200);
    await expectRefused(old, 'token.unknownKey');
  });

  it('the header of development is ignored', async () => {
    const asErik = { 'x-bellhop-user': test.people.erik.id };
    expect((await server.client(asErik).get('/api/me')).status).toBe(401);
    expect((await me(await issuer.token('alice'), asErik)).json.name).toBe('Alice Adams');
    expect((await server.client(asErik).get('/api/dev/people')).status).toBe(401);
  });

  it('tells the tab how to sign in, without a sign-in', async () => {
    expect((await server.client().get('/api/session')).json).toEqual({ mode: 'teams', clientId: TEST_CLIENT_ID });
  });

  it('a browser is told to come by https only', async () => {
    expect((await server.client().get('/api/session')).headers.get('strict-transport-security')).toMatch(/max-age=\d{7}/);
  });

  it.each(['/api/me', '/api/config', '/api/people', '/api/lists/tickets.open', '/api/counts/tickets.open', '/api/search?q=vpn', '/api/draft?text=vpn', '/api/stream',
    '/api/tickets/INC0000001', '/api/files/INC0000001/x'])('%s is only for people who are signed in', async (path) => {
    const answer = await server.client().get(path);
    expect([answer.status, answer.json.error.code]).toEqual([401, 'token.missing']);
  });
});

it('when the keys cannot be fetched, nobody is told that their token is wrong', async () => {
  const server = await start();
  issuer.setBroken(true);
  const client = server.client({ authorization: `Bearer ${await issuer.token('alice')}` });
  const answer = await client.get('/api/me');
  expect([answer.status, answer.json.error.code, answer.headers.get('retry-after')]).toEqual([503, 'signInKeys', '2']);
  issuer.setBroken(false);
  expect((await client.get('/api/me')).status).toBe(200);
  await server.close();
});

describe('the first sign-in', () => {
  const newcomer = { oid: 'aaaaaaaa-0000-4000-8000-000000000001', name: 'Nora New', preferred_username: 'nora@contoso.example' };
  const peopleWith = (oid: string) => [...test.app.desk.directory.people()].filter((person) => person.aadObjectId === oid);

  it('makes one person, also when ten requests come at once', async () => {
    const server = await start();
    const client = server.client({ authorization: `Bearer ${await issuer.token('alice', newcomer)}` });
    const answers = await Promise.all(Array.from({ length: 10 }, () => client.get('/api/me')));
    expect(answers.map((answer) => answer.status)).toEqual(Array.from({ length: 10 }, () => 200));
    expect(new Set(answers.map((answer) => answer.json.id)).size).toBe(1);
    expect(peopleWith(newcomer.oid)).toHaveLength(1);
    expect(answers[0]?.json).toMatchObject({ name: 'Nora New', mail: 'nora@contoso.example', roles: ['employee'], isAgent: false });
    await server.close();
  });

  it('makes one person in two instances at once', async () => {
    const [first, second] = [await start(), await start({}, { app: await test.openSecondApp() })];
    const twin = { ...newcomer, oid: 'aaaaaaaa-0000-4000-8000-000000000002', preferred_username: 'twin@contoso.example' };
    const authorization = `Bearer ${await issuer.token('alice', twin)}`;
    const answers = await Promise.all([first, second].map((server) => server.client({ authorization }).get('/api/me')));
    expect(answers.map((answer) => answer.status)).toEqual([200, 200]);
    expect(answers[0]?.json.id).toBe(answers[1]?.json.id);
    await first.close();
    await second.close();
  });

  it('finds the entry that an administrator made with the mail address', async () => {
    const made = await test.app.perform({ action: 'people.add', input: { name: 'Pia Prepared', mail: 'pia@contoso.example' }, actor: test.actor('erik') });
    const server = await start();
    const token = await issuer.token('alice', { oid: 'aaaaaaaa-0000-4000-8000-000000000003', preferred_username: 'PIA@contoso.example', name: 'Pia' });
    const answer = await server.client({ authorization: `Bearer ${token}` }).get('/api/me');
    expect([answer.json.id, answer.json.name]).toEqual([(made as { record: { id: string } }).record.id, 'Pia Prepared']);
    await server.close();
  });

  it('does not hand over the entry of somebody else who is already known', async () => {
    const server = await start();
    const token = await issuer.token('alice', { oid: 'aaaaaaaa-0000-4000-8000-000000000004', preferred_username: TEST_PEOPLE.erik.mail });
    const answer = await server.client({ authorization: `Bearer ${token}` }).get('/api/me');
    expect(answer.json.id).not.toBe(test.people.erik.id);
    expect(answer.json.roles).toEqual(['employee']);
    await server.close();
  });

  it.each([
    ['object id', ['AAAAAAAA-0000-4000-8000-000000000005']],
    ['mail address', ['chief5@contoso.example']],
  ])('makes an administrator of those whom the settings name by %s', async (_name, administrators) => {
    const server = await start({ administrators: administrators.map((entry) => entry.toLowerCase()) });
    const token = await issuer.token('alice', { oid: 'aaaaaaaa-0000-4000-8000-000000000005', preferred_username: 'Chief5@contoso.example', name: 'Chief' });
    const answer = await server.client({ authorization: `Bearer ${token}` }).get('/api/me');
    expect(answer.json.roles).toEqual(['employee', 'administrator']);
    await server.close();
  });

  it('takes a name that the directory wrote over two lines', async () => {
    const server = await start();
    const token = await issuer.token('alice', { oid: 'aaaaaaaa-0000-4000-8000-000000000006', name: 'Zoë\r\nŻółć', preferred_username: undefined });
    const answer = await server.client({ authorization: `Bearer ${token}` }).get('/api/me');
    expect(answer.json).toMatchObject({ name: 'Zoë Żółć', mail: 'aaaaaaaa-0000-4000-8000-000000000006' });
    await server.close();
  });

  it('people who have left stay outside, with a reason', async () => {
    const server = await start();
    const client = server.client({ authorization: `Bearer ${await issuer.token('ivy')}` });
    expect((await client.get('/api/me')).status).toBe(200);
    await test.perform('erik', 'people.retire', test.people.ivy.id);
    const answer = await client.get('/api/me');
    expect([answer.status, answer.json.error.code]).toEqual([403, 'personLeft']);
    await test.perform('erik', 'people.restore', test.people.ivy.id);
    await server.close();
  });
});

describe('in development', () => {
  let server: TestServer;
  beforeAll(async () => (server = await startTestServer(test)));
  afterAll(() => server.close());

  it('the header names the person', async () => {
    expect((await server.as('bob').get('/api/me')).json).toMatchObject({ name: 'Bob Brown', isAgent: true, mode: 'development' });
    expect((await server.client().get('/api/session')).json).toEqual({ mode: 'development' });
  });

  it.each([{}, { 'x-bellhop-user': '' }, { 'x-bellhop-user': 'PER0009999' }, { 'x-bellhop-user': 'INC0000001' }, { 'x-bellhop-user': 'system' }])(
    '%j signs nobody in, and says how to',
    async (headers) => {
      const answer = await server.client(headers).get('/api/me');
      expect([answer.status, answer.json.error.code]).toEqual([401, 'developmentUser']);
      expect(answer.json.error.text).toMatch(/x-bellhop-user.*\/api\/dev\/people/);
    },
  );

  it.each([
    ['a name that only resolves to this machine', { host: 'evil.example:3978' }],
    ['a tunnel', { 'x-forwarded-for': '203.0.113.7' }],
    ['a proxy', { forwarded: 'for=203.0.113.7' }],
  ])('%s does not count as this machine', async (_name, headers) => {
    const { request } = await import('node:http');
    const status = await new Promise<number | undefined>((resolve, reject) => {
      request(`${server.url}/api/me`, { headers: { 'x-bellhop-user': test.people.erik.id, ...headers } }, (response) => {
        response.resume();
        resolve(response.statusCode);
      }).on('error', reject).end();
    });
    expect(status).toBe(401);
  });

  it('lists whom one can be', async () => {
    const { json } = await server.client().get('/api/dev/people');
    expect(json.items).toContainEqual({ id: test.people.carol.id, name: 'Carol Clark', title: 'Network Lead', roles: ['employee', 'agent'], groups: ['Network'] });
  });

  it('answers in the language of the person, unless the tab asks for another', async () => {
    expect((await server.as('ivy').get('/api/me')).json.language).toBe('de');
    expect((await server.as('ivy').get('/api/me', { 'accept-language': 'en-US' })).json.language).toBe('en');
  });
});
