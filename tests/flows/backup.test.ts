// If this fails, an organization cannot rely on its backups: something is missing, half-way or changed when it comes back.
import { once } from 'node:events';
import { mkdtemp, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { gunzipSync, gzipSync } from 'node:zlib';
import { createApp, rowKey } from '../../shared/app';
import { actorIn } from '../../shared/catalog';
import { openStorage, type Storage } from '../../shared/storage';
import { startAzurite, type Azurite } from '../_support/azurite';
import { startBellhop } from '../_support/bellhop-process';
import { INCIDENT_EXCERPT } from '../_support/incident-log';
import { runCli, startCli, type CliResult } from '../_support/run-cli';
import { createTestApp, type TestApp } from '../_support/test-app';
import { dump } from '../contract/stores';

jest.setTimeout(240_000);

const TENANT = 'main';
let folder: string;
let demo: string;
let stores = 0;

/** A folder for an embedded store that nobody has used. */
const fresh = (): string => path.join(folder, `store-${(stores += 1)}`);
const at = (file: string): string => path.join(folder, file);
const bellhop = (dataDirectory: string, args: readonly string[], env: Readonly<Record<string, string>> = {}): Promise<CliResult> => runCli(args, { dataDirectory, folder, env });
const textOf = async (file: string): Promise<string> => gunzipSync(await readFile(at(file))).toString();
/** All but the first line, which says when. */
const contentOf = async (file: string): Promise<string> => (await textOf(file)).replace(/^[^\n]*\n/, '');

async function withStore<T>(dataDirectory: string, work: (storage: Storage) => Promise<T>): Promise<T> {
  const { storage } = await openStorage('embedded', dataDirectory);
  return work(storage).finally(() => storage.close());
}
const rowsOf = (dataDirectory: string, tenant = TENANT): Promise<[string, unknown][]> => withStore(dataDirectory, (storage) => dump(storage, tenant));

/** The demo company, with something in it of what a seed does not leave: files, links, and things still to be told. */
async function openDemo(dataDirectory: string) {
  const { storage, blobs } = await openStorage('embedded', dataDirectory);
  const app = await createApp({ storage, blobs, tenant: TENANT });
  const { directory } = app.desk;
  const [somebody] = [...directory.people()].map((person) => actorIn(directory, person, 'tab', app.clock.now().toISOString())).filter(({ roles }) => roles.includes('agent'));
  if (!somebody) throw new Error('nobody works here');
  const agent = { ...somebody, groupIds: [...directory.groups()].map(({ id }) => id) };
  const tickets = [...app.desk.all('tickets')].map(({ id }) => id);
  const perform = async (action: string, input: object, id?: string): Promise<string> => {
    const version = id === undefined ? undefined : app.desk.get(id)?.version;
    const done = await app.perform({ action, input, actor: agent, ...(id !== undefined && { id }), ...(version !== undefined && { version }) });
    if ('refused' in done) throw new Error(`${action}: ${JSON.stringify(done.refused)}`);
    return done.record.id;
  };
  const upload = async (name: string): Promise<string> => {
    const file = await app.uploads.store({ name, type: 'text/plain', content: Buffer.from(`${name} `.repeat(200_000)) }, agent);
    if ('refused' in file) throw new Error(JSON.stringify(file.refused));
    return file.id;
  };
  const report = async (title: string, files: readonly string[] = []): Promise<string> => perform('tickets.report', { title, description: 'Since this morning.', reach: 'me', work: 'workaround', ...(files.length > 0 && { files }) });
  return { storage, blobs, app, perform, upload, report, tickets };
}

beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'bellhop-backup-'));
  demo = fresh();
  expect(await bellhop(demo, ['seed', '--seed', '7'])).toMatchObject({ code: 0 });
  const { storage, upload, report, perform } = await openDemo(demo);
  const first = await report('The scanner says "out of paper"', [await upload('scan.txt'), await upload('log.txt')]);
  await perform('tickets.link', { relation: 'relatedTo', otherId: await report('The other scanner, too \u2028 \ud83d\ude00') }, first);
  await upload('never attached.txt');
  await storage.close();
  expect(await bellhop(demo, ['backup', 'demo.gz'])).toMatchObject({ code: 0 });
});

afterAll(() => rm(folder, { recursive: true, force: true }));

describe('a round trip', () => {
  test('brings back the demo company, row by row, file by file, and gives the same backup again', async () => {
    const target = fresh();
    const restored = await bellhop(target, ['restore', 'demo.gz']);
    expect(restored).toMatchObject({ code: 0, err: '' });
    expect(restored.out).toMatch(/^Restored from demo\.gz, begun at \S+: [\d,]+ rows, 3 attachments and models\.\n\d+ records, [\d,]+ events, .*\nEverything agrees\.\n$/);
    expect(await bellhop(target, ['backup', 'again.gz'])).toMatchObject({ code: 0, err: '', out: expect.stringMatching(/^[\d,]+ rows, 3 attachments and models, [\d,]+ bytes in again\.gz\n$/) });
    expect((await contentOf('again.gz')) === (await contentOf('demo.gz'))).toBe(true);
    expect(await rowsOf(target)).toEqual(await rowsOf(demo));
    expect(await bellhop(target, ['verify', '--files'])).toMatchObject({ code: 0 });
    const exports = await Promise.all([demo, target].map((store) => bellhop(store, ['export'])));
    expect(exports[1]?.out === exports[0]?.out && (exports[0]?.out.length ?? 0) > 100_000).toBe(true);
  });

  test('holds what is still to be told, files that nobody attached yet, and no half file beside it', async () => {
    const keys = (await contentOf('demo.gz')).split('\n').flatMap((line) => /^\["([^"]+)"/.exec(line)?.[1] ?? []);
    for (const prefix of ['r:', 'x:', 't:', 'f:', 'n:', 'o:', 'u:']) expect(keys.some((key) => key.startsWith(prefix))).toBe(true);
    expect(new Set(keys).size).toBe(keys.length);
    expect((await readdir(folder)).filter((name) => name.endsWith('.partial'))).toEqual([]);
    expect((await stat(at('demo.gz'))).mode & 0o077).toBe(0);
  });

  test('leads from Azure Tables to the embedded store and back', async () => {
    const accounts: Azurite[] = [];
    let test: TestApp | undefined;
    try {
      for (let count = 0; count < 2; count += 1) accounts.push(await startAzurite({ withBlobs: true }));
      const [from, to] = accounts.map(({ connectionString }) => connectionString) as [string, string];
      test = await createTestApp({ store: 'azure', azurite: accounts[0] as Azurite });
      const file = await test.app.uploads.store({ name: 'screen.png', type: 'image/png', content: Buffer.alloc(1_000_000, 7) }, test.actor('alice'));
      const ticket = await test.report({ files: ['id' in file ? file.id : ''] });
      await test.perform('bob', 'tickets.link', ticket.id, { relation: 'relatedTo', otherId: (await test.report()).id });
      const env = { BELLHOP_TENANT: test.tenant };
      const local = fresh();
      expect(await bellhop(local, ['backup', 'azure.gz'], { ...env, BELLHOP_STORAGE: from })).toMatchObject({ code: 0, err: '' });
      expect(await bellhop(local, ['restore', 'azure.gz'], env)).toMatchObject({ code: 0, err: '', out: expect.stringContaining('Everything agrees.') });
      expect(await bellhop(local, ['backup', 'local.gz'], env)).toMatchObject({ code: 0 });
      expect(await contentOf('local.gz')).toBe(await contentOf('azure.gz'));
      expect(await bellhop(local, ['restore', 'local.gz'], { ...env, BELLHOP_STORAGE: to })).toMatchObject({ code: 0, err: '', out: expect.stringContaining('Everything agrees.') });
      const back = await openStorage(to, local);
      expect(await dump(back.storage, test.tenant)).toEqual(await dump(test.storage, test.tenant));
      expect(await back.blobs.get(`files/${'id' in file ? file.id : ''}`)).toEqual(Buffer.alloc(1_000_000, 7));
    } finally {
      await test?.close();
      for (const account of accounts) await account.stop();
    }
  });

  test('of an empty store is empty, and no wider than its tenant', async () => {
    const empty = fresh();
    expect(await bellhop(empty, ['backup', 'empty.gz'])).toMatchObject({ code: 0, out: expect.stringMatching(/^0 rows, 0 attachments and models, \d+ bytes/) });
    expect(await bellhop(empty, ['restore', 'empty.gz'])).toMatchObject({ code: 0 });
    expect(await bellhop(demo, ['backup', 'other.gz'], { BELLHOP_TENANT: 'other' })).toMatchObject({ code: 0, out: expect.stringMatching(/^0 rows/) });
  });
});

test('a backup while people work is sound: restored, everything agrees and nothing points to what is not there', async () => {
  const { storage, report, perform, upload, tickets } = await openDemo(demo);
  const running = startCli(['backup', 'busy.gz'], { dataDirectory: demo, folder });
  let isOver = false;
  void running.result.then(() => (isOver = true));
  let written = 0;
  for (; !isOver; written += 1) {
    const id = await report(`Written meanwhile ${written}`, written % 5 === 0 ? [await upload(`${written}.txt`)] : []);
    const other = tickets[written % tickets.length] as string;
    await perform('tickets.link', { relation: 'relatedTo', otherId: other }, id);
    if (written % 2 === 0) await perform('tickets.unlink', { relation: 'relatedTo', otherId: other }, id);
    await pause(30);
  }
  await storage.close();
  expect(await running.result).toMatchObject({ code: 0, err: '' });
  expect(written).toBeGreaterThan(5);
  const again = (await contentOf('busy.gz')).split('\n').find((line) => line.startsWith('{"again"')) ?? '{}';
  expect((JSON.parse(again) as { again: string[] }).again.length).toBeGreaterThan(0);
  const target = fresh();
  expect(await bellhop(target, ['restore', 'busy.gz'])).toMatchObject({ code: 0, err: '', out: expect.stringContaining('Everything agrees.') });
  expect(await bellhop(target, ['verify', '--files'])).toMatchObject({ code: 0 });
});

describe('nothing is written', () => {
  test('over a file or into a store that is there', async () => {
    const before = await readFile(at('demo.gz'));
    const again = await bellhop(demo, ['backup', 'demo.gz']);
    expect(again).toMatchObject({ code: 1, out: '', err: expect.stringContaining('demo.gz is there already') });
    expect(before.equals(await readFile(at('demo.gz')))).toBe(true);
    const rows = await rowsOf(demo);
    const into = await bellhop(demo, ['restore', 'demo.gz'], { LANG: 'de_DE.UTF-8' });
    expect(into).toMatchObject({ code: 1, out: '', err: expect.stringContaining('Der Speicher ist nicht leer') });
    expect(await rowsOf(demo)).toEqual(rows);
    expect(await bellhop(demo, ['backup', 'none/x.gz'])).toMatchObject({ code: 1, err: expect.stringContaining('cannot be written (ENOENT)') });
    expect((await bellhop(demo, ['backup'])).code).toBe(2);
    expect((await bellhop(demo, ['restore'])).code).toBe(2);
  });

  beforeAll(async () => {
    const small = fresh();
    expect(await bellhop(small, ['import', 'servicenow', INCIDENT_EXCERPT, '--commit'])).toMatchObject({ code: 0 });
    expect(await bellhop(small, ['backup', 'small.gz'])).toMatchObject({ code: 0 });
  });

  const inText = (change: (text: string) => string) => (packed: Buffer) => gzipSync(change(gunzipSync(packed).toString()));
  const flipped = (packed: Buffer): Buffer => {
    const copy = Buffer.from(packed);
    const middle = copy.length >> 1;
    copy[middle] = (copy[middle] ?? 0) ^ 1;
    return copy;
  };

  test.each<[string, (packed: Buffer) => Buffer, string]>([
    ['is cut', (packed) => packed.subarray(0, packed.length - 2_000), 'is damaged'],
    ['has one bit flipped', flipped, 'is damaged'],
    ['lost its last line', inText((text) => text.slice(0, text.lastIndexOf('\n', text.length - 2) + 1)), 'is damaged'],
    ['lost a line in the middle', inText((text) => text.replace(/\n\["r:INC[^\n]*/, '')), 'is damaged'],
    ['says something else', inText((text) => text.replace('"state":"resolved"', '"state":"reported"')), 'is damaged'],
    ['goes on after its end', inText((text) => `${text}["r:x:!",{}]\n`), 'is damaged'],
    ['has a line without an end', (packed) => gzipSync(`${gunzipSync(packed).toString()}["x:${'x'.repeat(3_000_000)}`), 'is damaged'],
    ['is no text', () => gzipSync(Buffer.alloc(5_000, 0xff)), 'is damaged'],
    ['is of another version', inText((text) => text.replace('"version":1', '"version":2')), 'another version of Bellhop (format 2)'],
    ['is of another tenant', inText((text) => text.replace('"tenant":"main"', '"tenant":"contoso"')), 'BELLHOP_TENANT=contoso'],
    ['is something else, packed', () => gzipSync('{"kind":"export","format":"bellhop"}\n'), 'is no backup of Bellhop'],
    ['is not packed', (packed) => gunzipSync(packed), 'is no backup of Bellhop'],
    ['is empty', () => Buffer.alloc(0), 'is no backup of Bellhop'],
  ])('of a backup that %s', async (_what, change, text) => {
    await writeFile(at('bad.gz'), change(await readFile(at('small.gz'))));
    const target = fresh();
    const { code, out, err } = await bellhop(target, ['restore', 'bad.gz']);
    expect({ code, out }).toEqual({ code: 1, out: '' });
    expect(err).toContain(text);
    expect(err).not.toMatch(/ at |Error/);
    expect(await rowsOf(target)).toEqual([]);
    expect(await readdir(target)).not.toContain('blobs');
  });

  test('of a file that is not there, or a folder', async () => {
    const target = fresh();
    expect((await bellhop(target, ['restore', 'none.gz'])).err).toContain('none.gz cannot be read (ENOENT)');
    expect((await bellhop(target, ['restore', '.'])).err).toContain('cannot be read (EISDIR)');
  });
});

test('a restore that was killed is told everywhere, and the same command brings it to its end', async () => {
  const target = fresh();
  const started = startCli(['restore', 'demo.gz'], { dataDirectory: target, folder });
  await withStore(target, async (storage) => {
    const rows = async (): Promise<number> => ((await storage.get(TENANT, rowKey.restore))?.data as { rows: number } | undefined)?.rows ?? 0;
    while ((await rows()) < 500) await pause(2);
    started.child.kill('SIGKILL');
    await once(started.child, 'close');
  });
  const before = (await rowsOf(target)).length;
  expect(before).toBeLessThan((await rowsOf(demo)).length);
  for (const command of [['verify'], ['export'], ['seed'], ['backup', 'half.gz']]) {
    expect(await bellhop(target, command)).toMatchObject({ code: 1, out: '', err: expect.stringContaining('has not come to its end. Run the same "bellhop restore" again') });
  }
  expect(await bellhop(target, ['doctor'], { PORT: '0' })).toMatchObject({ code: 1, out: expect.stringContaining('[PROBLEM]  Storage: A restore has not come to its end.') });
  const server = startBellhop({ DATA_DIR: target });
  expect(await server.ended).toMatchObject({ code: 1, stderr: expect.stringMatching(/has not come to its end; run the same "bellhop restore" again\n$/) });
  expect(await bellhop(fresh(), ['backup', 'nothing.gz'])).toMatchObject({ code: 0 });
  expect(await bellhop(target, ['restore', 'nothing.gz'])).toMatchObject({ code: 1, err: expect.stringContaining('An interrupted restore of another backup') });
  expect((await rowsOf(target)).length).toBe(before);

  expect(await bellhop(target, ['restore', 'demo.gz'])).toMatchObject({ code: 0, err: '', out: expect.stringContaining('Everything agrees.') });
  expect(await bellhop(target, ['backup', 'after-kill.gz'])).toMatchObject({ code: 0 });
  expect(await contentOf('after-kill.gz')).toBe(await contentOf('demo.gz'));
});

test('attachments whose content is gone are named, and the rest is kept', async () => {
  const target = fresh();
  await bellhop(target, ['restore', 'demo.gz']);
  const [lost] = await readdir(path.join(target, 'blobs', 'files'));
  await rm(path.join(target, 'blobs', 'files', String(lost)));
  const { code, out } = await bellhop(target, ['backup', 'lost.gz']);
  expect({ code, out }).toEqual({ code: 1, out: expect.stringContaining(`The content of files/${lost} is missing in the store`) });
  expect((await bellhop(fresh(), ['restore', 'lost.gz'])).out).toMatch(/2 attachments and models/);
});
