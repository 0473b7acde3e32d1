// If this fails, the tab inside Teams does not sign people in, shows the wrong theme or language, or ignores the link that opened it.
import type { Browser } from 'playwright-core';
import { builtTab, expectSoon, launchBrowser, LONGEST_TEST_MS, openTab } from '../_support/browser';
import { startTestIssuer, type TestIssuer } from '../_support/issuer';
import type { PersonKey } from '../_support/people';
import { createTestApp, TEST_NOW, type TestApp } from '../_support/test-app';
import { startTestServer, type TestServer } from '../_support/test-server';
import { openInTeams, type TeamsHost } from '../_support/teams-host';

let test: TestApp;
let issuer: TestIssuer;
let server: TestServer;
let browser: Browser;

jest.setTimeout(LONGEST_TEST_MS);

beforeAll(async () => {
  test = await createTestApp();
  issuer = await startTestIssuer(() => test.clock.now());
  server = await startTestServer(test, { config: { isDevelopment: false }, issuer: issuer.issuer, tabDirectory: builtTab() });
  // Chromium asks people before a public page may show one of the own machine; here that page is our own.
  browser = await launchBrowser(['--disable-features=LocalNetworkAccessChecks,PrivateNetworkAccessChecks']);
});

afterAll(async () => {
  await browser.close();
  await server.close();
  await issuer.close();
  await test.close();
});

const inTeams = (person: PersonKey, more: object = {}): Promise<TeamsHost> =>
  openInTeams(browser, { tabUrl: `${server.url}/tab/`, token: () => issuer.token(person), now: TEST_NOW, ...more });

const isDark = (host: TeamsHost): Promise<boolean> =>
  host.tab.evaluate(() => {
    const [red = 255] = getComputedStyle(document.querySelector('header')!.parentElement!).backgroundColor.match(/\d+/g)!.map(Number);
    return red < 128;
  });

/** Colors follow the theme a frame or two after it is named. */
const untilDark = (host: TeamsHost, wanted: boolean): Promise<void> => expectSoon(() => isDark(host), wanted);

it('signs an agent in with the token of Teams, shows the queue and tells Teams that it is there', async () => {
  const ticket = await test.report({ title: 'Nobody hears me in meetings' });
  const { tab, context, calls, complaints } = await inTeams('bob');
  await tab.getByRole('link', { name: /Unassigned/ }).click();
  await tab.locator(`[data-row="${ticket.id}"]`).getByText('Nobody hears me in meetings').waitFor();
  expect(await tab.getByRole('button', { name: /Signed in as Bob Brown/ }).count()).toBe(1);
  expect(await calls()).toEqual(expect.arrayContaining(['initialize', 'getContext', 'authentication.getAuthToken', 'appInitialization.success']));
  expect(complaints).toEqual([]);
  await context.close();
});

it('follows the theme of Teams, at the start and when it changes', async () => {
  const host = await inTeams('bob', { theme: 'dark' });
  await host.tab.getByRole('heading', { name: 'Assigned to me' }).waitFor();
  await untilDark(host, true);
  await host.changeTheme('default');
  await host.tab.locator('[data-theme="light"]').waitFor();
  await untilDark(host, false);
  await host.changeTheme('contrast');
  await host.tab.locator('[data-theme="contrast"]').waitFor();
  await untilDark(host, true);
  await host.tab.getByRole('button', { name: /Signed in as/ }).click();
  // Theme and language are Teams' own there: nothing to choose, nobody to switch to.
  expect(await host.tab.getByRole('menuitemradio').count()).toBe(0);
  await host.context.close();
});

it('speaks the language of Teams', async () => {
  const { tab, context } = await inTeams('bob', { locale: 'de-de' });
  await tab.getByRole('heading', { name: 'Mir zugewiesen' }).waitFor();
  expect(await tab.evaluate(() => document.documentElement.lang)).toBe('de');
  await context.close();
});

it('opens the ticket that a card links to, and lets Teams copy a link to it', async () => {
  const ticket = await test.report({ title: 'The door reader beeps' }, 'ivy');
  const { tab, context, calls } = await inTeams('ivy', { subPageId: ticket.id });
  await tab.getByRole('heading', { name: 'The door reader beeps' }).waitFor();
  expect(await calls()).toContain('shareDeepLink');
  await context.close();
});

it('opens the article that a card links to', async () => {
  const { tab, context } = await inTeams('alice', { subPageId: test.articles.vpn });
  await tab.getByRole('heading', { name: 'VPN drops every hour: set the reconnect option' }).waitFor();
  await context.close();
});

it('asks Teams for a new token when the one it has is no longer good, and nobody notices', async () => {
  let asked = 0;
  const token = async (): Promise<string> => {
    asked += 1;
    const past = Math.floor(test.clock.now().getTime() / 1_000) - 3_600;
    // The page believes it is good for an hour; the server knows better.
    return asked === 1 ? issuer.token('bob', { nbf: past - 10, iat: past - 10, exp: past }) : issuer.token('bob');
  };
  const { tab, context } = await openInTeams(browser, { tabUrl: `${server.url}/tab/`, token, now: TEST_NOW });
  await tab.getByRole('heading', { name: 'Assigned to me' }).waitFor();
  expect(asked).toBeGreaterThan(1);
  await context.close();
});

it('says what to do when Teams gives no token, and tries again', async () => {
  let isRefused = true;
  const token = (): Promise<string> => (isRefused ? Promise.reject(new Error('consent required')) : issuer.token('bob'));
  const { tab, context } = await openInTeams(browser, { tabUrl: `${server.url}/tab/`, token, now: TEST_NOW });
  await tab.getByRole('heading', { name: 'We could not sign you in' }).waitFor();
  isRefused = false;
  await tab.getByRole('button', { name: 'Try again' }).click();
  await tab.getByRole('heading', { name: 'Assigned to me' }).waitFor();
  await context.close();
});

it('refuses a token of another organization with words that help', async () => {
  const token = (): Promise<string> => issuer.token('bob', { tid: '99999999-9999-4999-8999-999999999999' });
  const { tab, context } = await openInTeams(browser, { tabUrl: `${server.url}/tab/`, token, now: TEST_NOW });
  await tab.getByText('You are signed in to another organization.', { exact: false }).waitFor();
  await context.close();
});

it('outside Teams it says where it lives instead of asking for a password', async () => {
  const { page, context } = await openTab(browser, { url: server.url });
  await page.getByRole('heading', { name: 'Bellhop lives in Teams' }).waitFor();
  expect(await page.getByRole('textbox').count()).toBe(0);
  await context.close();
});
