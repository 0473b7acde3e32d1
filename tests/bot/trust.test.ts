// If this fails, somebody who is not Microsoft Teams, or who belongs to another organization, can act as anybody at the service desk.
import { createBot } from '../../bot/teams';
import { connectorRule, downloadKind, readServiceUrl } from '../../bot/teams/hosts';
import { startBotDesk, type BotDesk } from '../_support/bot-desk';
import { startBotIssuer, type BotIssuer, type TokenChanges } from '../_support/bot-issuer';
import { productionConfig } from '../_support/test-server';

let issuer: BotIssuer;
let desk: BotDesk;

beforeAll(async () => {
  // The SDK writes every refused token to the console, keys included.
  jest.spyOn(console, 'error').mockImplementation(() => undefined);
  issuer = await startBotIssuer();
  const signed = async (activity: object): Promise<Record<string, string>> => ({
    authorization: `Bearer ${await issuer.token((activity as { serviceUrl: string }).serviceUrl)}`,
  });
  desk = await startBotDesk({ config: { isDevelopment: false }, trust: issuer.trust, signed });
});
afterAll(async () => {
  await desk.close();
  await issuer.close();
});

const bearer = async (changes?: TokenChanges): Promise<Record<string, string>> => ({ authorization: `Bearer ${await issuer.token(desk.connector.url, changes)}` });
const help = (more: object = {}): object => desk.person('alice').activity('message', { text: 'help', ...more });
const postsSoFar = (): number => desk.connector.requests.filter(({ method }) => method === 'POST').length;

test('a good token runs the turn, and what the bot writes is signed', async () => {
  const { status } = await desk.person('alice').send(help(), await bearer());
  expect(status).toBe(200);
  expect(desk.connector.requests.at(-1)).toMatchObject({ method: 'POST', authorization: 'Bearer token-of-the-bot', status: 201 });
});

test('what the bot writes by itself is signed too', async () => {
  await desk.test.report();
  await desk.drain();
  expect(desk.channel()).toHaveLength(1);
  expect(desk.connector.requests.filter(({ path }) => path === '/v3/conversations').map(({ authorization }) => authorization)).toEqual(['Bearer token-of-the-bot']);
});

const seconds = (from: number): number => Math.floor(Date.now() / 1_000) + from;

test.each<[string, () => Promise<Record<string, string>>]>([
  ['no token', async () => ({})],
  ['garbage', async () => ({ authorization: 'Bearer garbage' })],
  ['another scheme', async () => ({ authorization: 'Basic YWxpY2U6c2VjcmV0' })],
  ['a token for another bot', () => bearer({ claims: { aud: '99999999-9999-4999-8999-999999999999' } })],
  ['a token of another issuer', () => bearer({ claims: { iss: 'https://issuer.example' } })],
  ['a token for another connector', () => bearer({ claims: { serviceurl: 'https://smba.trafficmanager.net/emea' } })],
  ['an expired token', () => bearer({ claims: { exp: seconds(-360), nbf: seconds(-7_200) } })],
  ['a token that is not valid yet', () => bearer({ claims: { nbf: seconds(3_600) } })],
  ['an unknown key', () => bearer({ kid: 'key-2' })],
  ['a forged signature', () => bearer({ isForged: true })],
  ['a signature with the public key as secret', () => bearer({ alg: 'HS256' })],
  ['no signature', () => bearer({ alg: 'none' })],
])('%s: 401, and the turn does not run', async (_name, headers) => {
  const before = postsSoFar();
  const { status, body } = await desk.person('alice').send(help(), await headers());
  expect({ status, code: body.error.code }).toEqual({ status: 401, code: 'activity.untrusted' });
  expect(body.error.text).toContain('token');
  expect(postsSoFar()).toBe(before);
});

test('clocks may differ by a few minutes', async () => {
  const { status } = await desk.person('alice').send(help(), await bearer({ claims: { exp: seconds(-120), nbf: seconds(-7_200) } }));
  expect(status).toBe(200);
});

test('a channel that the key is not endorsed for: 401', async () => {
  expect((await desk.person('alice').send(help({ channelId: 'webchat' }), await bearer())).status).toBe(401);
});

test('another tenant: 403, and the turn does not run', async () => {
  const before = postsSoFar();
  const foreign = help({ channelData: { tenant: { id: '77777777-7777-4777-8777-777777777777' } } });
  expect(await desk.person('alice').send(foreign, await bearer())).toMatchObject({ status: 403, body: { error: { code: 'activity.foreignTenant' } } });
  const silent = help({ channelData: undefined, conversation: { id: 'a:alice', conversationType: 'personal' } });
  expect(await desk.person('alice').send(silent, await bearer())).toMatchObject({ status: 403, body: { error: { code: 'activity.foreignTenant' } } });
  expect(postsSoFar()).toBe(before);
});

test('a connector that is not ours, even with a good token for it: 403, and it is never called', async () => {
  const serviceUrl = 'http://127.0.0.2:9/steal';
  const headers = { authorization: `Bearer ${await issuer.token(serviceUrl)}` };
  expect(await desk.person('alice').send(help({ serviceUrl }), headers)).toMatchObject({ status: 403, body: { error: { code: 'activity.foreignServiceUrl' } } });
});

test('a channel of a group that was pointed at a foreign address never gets a card, let alone a token', async () => {
  const group = desk.test.app.desk.directory.group(desk.test.groups.security.id);
  await desk.test.perform('erik', 'groups.change', group?.id, { channel: { conversationId: '19:x', serviceUrl: 'https://attacker.example/' } });
  const ticket = await desk.test.report({ title: 'Phishing mail', categoryId: desk.test.categories.security });
  await desk.drain();
  const delivery = (await desk.deliveries(ticket.id)).find(({ target }) => target.to === 'channel');
  expect(delivery).toMatchObject({ state: 'failed', reason: expect.stringContaining('foreign service address') });
});

test('only connectors of Microsoft are called in production', () => {
  const isAllowed = connectorRule({ isDevelopment: false });
  const read = (text: string): string | undefined => readServiceUrl(text, isAllowed);
  expect(read('https://smba.trafficmanager.net/emea/')).toBe('https://smba.trafficmanager.net/emea');
  expect(read('https://europe.webchat.botframework.com')).toBe('https://europe.webchat.botframework.com');
  for (const text of [
    'http://smba.trafficmanager.net/emea/', 'https://evil.trafficmanager.net/', 'https://smba.trafficmanager.net.evil.example/', 'https://smba.trafficmanager.net@evil.example/',
    'http://127.0.0.1:3978/', 'http://169.254.169.254/metadata', 'https://botframework.com.evil.example', 'file:///etc/passwd', 'smba.trafficmanager.net', '',
  ]) expect({ text, read: read(text) }).toEqual({ text, read: undefined });
});

test('without authentication only this machine is called', () => {
  const isAllowed = connectorRule({ isDevelopment: true });
  expect(readServiceUrl('http://localhost:56150/_connector', isAllowed)).toBeDefined();
  expect(readServiceUrl('http://10.0.0.1/', isAllowed)).toBeUndefined();
  expect(readServiceUrl('https://smba.trafficmanager.net/emea/', isAllowed)).toBeUndefined();
});

test('files are fetched from the connector and from OneDrive, from nowhere else', () => {
  const from = (url: string): string | undefined => downloadKind(url, 'https://smba.trafficmanager.net/emea');
  expect(from('https://smba.trafficmanager.net/emea/v3/attachments/1/views/original')).toBe('connector');
  expect(from('https://contoso-my.sharepoint.com/personal/alice/_layouts/download.aspx?tempauth=x')).toBe('drive');
  for (const url of ['https://sharepoint.com.evil.example/', 'http://contoso-my.sharepoint.com/', 'http://169.254.169.254/latest', 'https://smba.trafficmanager.net.evil.example/x', 'x']) {
    expect({ url, kind: from(url) }).toEqual({ url, kind: undefined });
  }
});

test('a bot without an app id exists in development only', () => {
  const config = { ...productionConfig(), microsoftAppId: '' };
  expect(() => createBot({ app: desk.test.app, config, log: console })).toThrow('development only');
});
