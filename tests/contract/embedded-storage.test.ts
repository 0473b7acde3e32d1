// If this fails, a crash of the server loses what people were told is saved, or two processes on one directory disagree.
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { openEmbeddedStorage, rowsUnder, type Storage } from '../../shared/storage';
import { countUp, PARTITION, type Order } from './embedded-orders';
import { create, mustGet } from './stores';

let directory: string;
let opened: Storage[] = [];
let children: SecondProcess[] = [];

beforeEach(async () => {
  directory = await mkdtemp(join(tmpdir(), 'bellhop-rows-'));
});
afterEach(async () => {
  for (const child of children) await child.kill();
  for (const storage of opened) await storage.close();
  opened = [];
  children = [];
  await rm(directory, { recursive: true, force: true });
});

function openHere(): Storage {
  const storage = openEmbeddedStorage({ directory });
  opened.push(storage);
  return storage;
}

interface SecondProcess {
  /** Tells it to do something; the answer comes as the next line. */
  ask(order: Order): Promise<unknown>;
  tell(order: Order): void;
  readonly lines: AsyncIterator<string>;
  /** SIGKILL: nothing in the process gets to run after it. */
  kill(): Promise<void>;
}

const CHILD = [process.execPath, '-r', join(__dirname, 'register-typescript.cjs'), join(__dirname, 'embedded-child.ts')] as const;

/** `prefix`: a command that starts the process it is given. */
function startSecondProcess(...prefix: string[]): SecondProcess {
  const [command, ...parameters] = [...prefix, ...CHILD, directory];
  const child = spawn(command, parameters);
  const complaints: string[] = [];
  child.stderr.on('data', (text: Buffer) => complaints.push(String(text)));
  const exited = once(child, 'exit');
  const lines = createInterface({ input: child.stdout })[Symbol.asyncIterator]();
  const tell = (order: Order) => void child.stdin.write(`${JSON.stringify(order)}\n`);
  const second: SecondProcess = {
    lines,
    tell,
    async ask(order) {
      tell(order);
      const line = await lines.next();
      if (line.done) throw new Error(`The second process ended: ${complaints.join('')}`);
      return JSON.parse(line.value) as unknown;
    },
    async kill() {
      child.kill('SIGKILL');
      await exited;
    },
  };
  children.push(second);
  return second;
}

test('two processes on one directory see each other at once', async () => {
  const here = openHere();
  const there = startSecondProcess();
  for (let round = 0; round < 100; round++) {
    await here.commit({ partition: PARTITION, guarded: [create(`here-${round}`, round)] });
    expect(await there.ask({ kind: 'read', row: `here-${round}` })).toBe(round);
    expect(await there.ask({ kind: 'write', row: `there-${round}`, data: round })).toBe(true);
    expect((await mustGet(here, PARTITION, `there-${round}`)).data).toBe(round);
  }
});

test('what another process has committed is seen also in the very turn in which we have read before', async () => {
  const here = openHere();
  const there = startSecondProcess();
  await there.ask({ kind: 'write', row: 'warm-up', data: 1 });
  for (let round = 0; round < 5; round++) {
    const row = `r${round}`;
    const before = here.get(PARTITION, row);
    const file = join(directory, row);
    there.tell({ kind: 'write', row, data: round, thenMakeFile: file });
    // Without giving the event loop a turn, in which the store would start afresh by itself.
    const deadline = Date.now() + 20_000;
    while (!existsSync(file) && Date.now() < deadline);
    const after = here.get(PARTITION, row);
    expect([await before, (await after)?.data]).toEqual([undefined, round]);
    await there.lines.next();
  }
});

test('two processes count one counter up together, and none is lost', async () => {
  const here = openHere();
  await here.commit({ partition: PARTITION, guarded: [create('counter', 0)] });
  const there = startSecondProcess();
  const theirs = there.ask({ kind: 'count', row: 'counter', times: 150 });
  await countUp(here, 'counter', 150);
  expect(await theirs).toBe(true);
  expect((await mustGet(here, PARTITION, 'counter')).data).toBe(300);
});

test('a process goes on reading while another one makes the files much larger', async () => {
  const here = openHere();
  const there = startSecondProcess();
  expect(await there.ask({ kind: 'write', row: 'first', data: 1 })).toBe(true);
  const large = 'x'.repeat(400_000);
  for (let round = 0; round < 50; round++) {
    const writer = round % 2 ? here.commit({ partition: PARTITION, guarded: [create(`r${round}`, large)] }) : there.ask({ kind: 'write', row: `r${round}`, data: large });
    await writer;
    expect(await there.ask({ kind: 'readLength', row: `r${round}` })).toBe(large.length);
    expect((await mustGet(here, PARTITION, `r${round}`)).data).toBe(large);
  }
});

test('kill -9 in the middle of writing loses nothing that was acknowledged, and stops nobody else', async () => {
  const here = openHere();
  const acknowledged = new Set<string>();
  for (let round = 0; round < 3; round++) {
    const there = startSecondProcess();
    const before = acknowledged.size;
    there.tell({ kind: 'pour', writers: 8 });
    for (let line = await there.lines.next(); !line.done; line = await there.lines.next()) {
      acknowledged.add(`${round}/${JSON.parse(line.value) as string}`);
      if (acknowledged.size - before === 200) void there.kill();
    }
    expect(acknowledged.size - before).toBeGreaterThanOrEqual(200);
    await checkRound(openHere(), [...acknowledged].slice(before).map((id) => id.slice(2)));
    // The next round writes the same rows again; this one also shows that the lock of the dead process is free.
    await clear(here);
  }
});

async function checkRound(storage: Storage, ids: readonly string[]): Promise<void> {
  const rows = new Set<string>();
  for await (const { row } of rowsUnder(storage, PARTITION, 'r:')) rows.add(row.slice(2));
  const derived = new Set<string>();
  for await (const { row } of rowsUnder(storage, PARTITION, 'x:')) derived.add(row.slice(2));
  expect(ids.filter((id) => !rows.has(id))).toEqual([]);
  // Commits that nobody heard of may be there or not, but never by half.
  expect(derived).toEqual(rows);
}

async function clear(storage: Storage): Promise<void> {
  for (const prefix of ['r:', 'x:']) {
    for await (const { row, etag } of rowsUnder(storage, PARTITION, prefix)) {
      expect(await storage.commit({ partition: PARTITION, guarded: [{ kind: 'delete', row, etag }] })).toMatchObject({ ok: true });
    }
  }
}

(process.platform === 'win32' ? test.skip : test)('a full disk refuses what does not fit, keeps the rest, and does not end the process', async () => {
  // Files of this process cannot grow above 2 MiB (4,096 blocks of 512 bytes): to a store the same as a full disk.
  const there = startSecondProcess('sh', '-c', 'ulimit -f 4096 && exec "$@"', 'sh');
  const written: string[] = [];
  let answer: unknown = true;
  for (let index = 0; answer === true && index < 20; index++) {
    answer = await there.ask({ kind: 'write', row: `r${index}`, data: 'x'.repeat(200_000) });
    if (answer === true) written.push(`r${index}`);
  }
  expect(answer).toEqual({ kind: 'bug', code: 'storage.failed' });
  expect(written.length).toBeGreaterThan(0);
  expect(await there.ask({ kind: 'write', row: 'small', data: 1 })).toBe(true);
  const here = openHere();
  const { rows } = await here.range({ partition: PARTITION, from: '', to: 'z' });
  expect(rows.map(({ row }) => row)).toEqual([...written, 'small'].sort());
});

test('after closing, calls are refused instead of crashing the process', async () => {
  const storage = openEmbeddedStorage({ directory });
  await storage.commit({ partition: PARTITION, guarded: [create('a')] });
  await storage.close();
  await expect(storage.get(PARTITION, 'a')).rejects.toMatchObject({ kind: 'bug' });
  await expect(storage.range({ partition: PARTITION, from: '', to: 'z' })).rejects.toMatchObject({ kind: 'bug' });
  await expect(storage.commit({ partition: PARTITION, guarded: [create('b')] })).rejects.toMatchObject({ kind: 'bug' });
  await expect(storage.ping()).rejects.toMatchObject({ kind: 'bug' });
  await storage.close();
  expect((await mustGet(openHere(), PARTITION, 'a')).data).toBe('a');
});

test('commits under way when it is closed are finished first', async () => {
  const storage = openEmbeddedStorage({ directory });
  const commits = Array.from({ length: 50 }, (_, index) => storage.commit({ partition: PARTITION, guarded: [create(`r:${index}`)] }));
  await storage.close();
  for (const result of await Promise.all(commits)) expect(result.ok).toBe(true);
  expect((await openHere().range({ partition: PARTITION, from: 'r:', to: 'r;' })).rows).toHaveLength(50);
});

test('a directory that cannot be made is reported as such', () => {
  expect(() => openEmbeddedStorage({ directory: join(__filename, 'rows') })).toThrow(/storage\.failed/);
});
