import { spawn, type ChildProcess } from 'node:child_process';
import { createServer } from 'node:net';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Browser, Locator, Page } from 'playwright-core';
import { TEST_PEOPLE, type PersonKey } from './people';

export interface Playground {
  readonly page: Page;
  /** Switches to a conversation of the left column by its name. */
  open(name: string): Promise<void>;
  /** Writes in the conversation that is open; in a chat with others the bot is mentioned. */
  write(text: string, options?: { readonly isMention?: boolean }): Promise<void>;
  /** Waits until a text is shown. */
  see(text: string | RegExp): Promise<void>;
  /** Waits until a text is no longer shown. */
  seeNot(text: string | RegExp): Promise<void>;
  /** Presses the newest button of that name. */
  press(name: string): Promise<void>;
  /** Fills the newest field of that name. */
  fill(label: string, text: string): Promise<void>;
  /** Chooses from the newest list of that name. */
  choose(label: string, option: RegExp): Promise<void>;
  picture(name: string): Promise<void>;
  close(): Promise<void>;
}

export interface PlaygroundOptions {
  readonly botUrl: string;
  readonly user: PersonKey;
  /** For settings, logs and pictures. */
  readonly folder: string;
}

/** The settings have a strict schema: exactly five others, one group chat, one team, at most one channel besides General. */
const OTHERS = 5;
const TENANT = '00000000-0000-0000-0000-000000000001';
const START_MS = 20_000;
const SEE_MS = 15_000;

export const PLAYGROUND_CHANNEL = '19:network@thread.tacv2';

function userOf(key: PersonKey): object {
  const { name, mail, aadObjectId } = TEST_PEOPLE[key];
  const [givenName, surname] = name.split(' ');
  return { id: `29:${key}`, name, userPrincipleName: mail, aadObjectId, givenName, surname, email: mail };
}

function settingsFor(user: PersonKey): object {
  const others = (Object.keys(TEST_PEOPLE) as PersonKey[]).filter((key) => key !== user).slice(0, OTHERS);
  return {
    version: '0.1.1',
    tenantId: TENANT,
    bot: { id: '28:bellhop', name: 'Bellhop' },
    currentUser: userOf(user),
    users: others.map(userOf),
    personalChat: { id: `a:${user}` },
    groupChat: { id: '19:office@thread.v2', name: 'Office move' },
    team: { id: '19:it@thread.tacv2', name: 'IT', aadGroupId: '00000000-0000-0000-0000-000000000031', channels: [{ id: PLAYGROUND_CHANNEL, name: 'Network' }] },
  };
}

function freePort(): Promise<number> {
  return new Promise((resolve) => {
    const probe = createServer().listen(0, '127.0.0.1', () => {
      const { port } = probe.address() as { port: number };
      probe.close(() => resolve(port));
    });
  });
}

async function waitFor(url: string, process: ChildProcess, reason: () => Promise<string>): Promise<void> {
  const until = Date.now() + START_MS;
  for (;;) {
    if (process.exitCode !== null) throw new Error(`the playground ended: ${await reason()}`);
    try {
      if ((await fetch(url)).ok) return;
    } catch {
      // Not there yet.
    }
    if (Date.now() > until) throw new Error(`the playground does not answer: ${await reason()}`);
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
}

/** Microsoft's Agents Playground as one person sees it, in a page of the browser. */
export async function startPlayground(browser: Browser, { botUrl, user, folder }: PlaygroundOptions): Promise<Playground> {
  await mkdir(folder, { recursive: true });
  const config = join(folder, `${user}.yml`);
  const log = join(folder, `${user}.log`);
  // JSON is valid YAML.
  await writeFile(config, JSON.stringify(settingsFor(user)));
  await writeFile(log, '');
  const port = await freePort();
  const child = spawn(
    process.execPath,
    [require.resolve('@microsoft/m365agentsplayground/cli.js'), '-e', `${botUrl}/api/messages`, '-c', 'msteams', '-p', String(port), '--disable-telemetry'],
    { cwd: folder, stdio: 'ignore', env: { ...process.env, TEAMSAPPTESTER_BROWSER: 'none', M365_AGENTS_PLAYGROUND_CONFIG_PATH: config, M365_AGENTS_PLAYGROUND_LOGFILE: log } },
  );
  const url = `http://127.0.0.1:${port}`;
  await waitFor(`${url}/_internal/v1/config`, child, async () => (await readFile(log, 'utf8')).split('\n').slice(-5).join('\n'));
  const page = await browser.newPage({ viewport: { width: 1500, height: 1100 } });
  page.setDefaultTimeout(SEE_MS);
  await page.goto(url);
  await page.getByText('Type a message').first().waitFor({ timeout: START_MS });
  // Its log shows the same words as the conversation.
  await page.getByTitle('Toggle Log Panel').click();
  await page.getByText('Log Panel', { exact: true }).waitFor({ state: 'hidden' });

  const box = (): Locator => page.locator('div[role=textbox][contenteditable=true]').first();

  return {
    page,
    async open(name) {
      await page.getByRole('treeitem', { name }).click();
      await box().waitFor();
    },
    async write(text, { isMention = false } = {}) {
      await box().click();
      if (isMention) {
        await page.keyboard.type('@');
        await page.getByRole('menuitem', { name: 'Bellhop' }).click();
      }
      await page.keyboard.type(isMention ? ` ${text}` : text);
      await page.getByRole('button', { name: /^(Send Message|Post)$/ }).first().click();
    },
    see: (text) => page.getByText(text).last().waitFor(),
    seeNot: (text) => page.getByText(text).last().waitFor({ state: 'hidden' }),
    press: (name) => page.getByRole('button', { name, exact: true }).last().click(),
    fill: (label, text) => page.getByLabel(label).last().fill(text),
    async choose(label, option) {
      await page.getByRole('combobox', { name: label }).last().click();
      await page.getByRole('option', { name: option }).last().click();
    },
    async picture(name) {
      await page.screenshot({ path: join(folder, `${name}.png`) });
    },
    async close() {
      await page.close();
      const ended = new Promise((resolve) => child.once('exit', resolve));
      child.kill();
      await ended;
    },
  };
}
