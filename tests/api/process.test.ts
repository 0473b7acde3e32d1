// If this fails, a restart loses tickets, or a server that cannot start does not say why.
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createApp, verifyStore } from '../../shared/app';
import { systemActor } from '../../shared/kernel';
import { openStorage } from '../../shared/storage';
import { openEventStream } from '../_support/event-stream';
import { startBellhop, type BellhopProcess } from '../_support/bellhop-process';

let directory: string;
let personId: string;
const started: BellhopProcess[] = [];

function start(settings: Record<string, string> = {}, args?: readonly string[]): BellhopProcess {
  const server = startBellhop({ DATA_DIR: directory, ...settings }, args);
  started.push(server);
  return server;
}

beforeEach(async () => {
  directory = await mkdtemp(join(tmpdir(), 'bellhop-process-'));
  const { storage, blobs } = await openStorage('embedded', directory);
  const app = await createApp({ storage, blobs, tenant: 'main' });
  const added = await app.perform({ action: 'people.add', input: { name: 'Alice Adams', mail: 'alice@contoso.example' }, actor: systemActor('seed') });
  personId = 'record' in added ? added.record.id : '';
  await storage.close();
});

afterEach(async () => {
  for (const server of started.splice(0)) {
    server.kill('SIGKILL');
    await server.ended;
  }
  await rm(directory, { recursive: true, force: true });
});

const headers = () => ({ 'x-bellhop-user': personId, 'content-type': 'application/json' });

/** The number of the new ticket, or undefined when the server did not live to acknowledge it. */
async function report(address: string, title: string): Promise<string | undefined> {
  try {
    const response = await fetch(`${address}/api/tickets.report`, { method: 'POST', headers: headers(), body: JSON.stringify({ title }) });
    return response.status === 200 ? ((await response.json()) as { record: { id: string } }).record.id : undefined;
  } catch {
    return undefined;
  }
}

it('kill -9 under load: everything acknowledged is there afterwards, and the store is whole', async () => {
  const server = start();
  const address = await server.listening;
  const acknowledged: string[] = [];
  const clients = Array.from({ length: 8 }, async (_, client) => {
    for (let number = 0; ; number += 1) {
      const id = await report(address, `Ticket ${client} ${number}`);
      if (!id) return;
      acknowledged.push(id);
      if (acknowledged.length === 200) server.kill('SIGKILL');
    }
  });
  await Promise.all(clients);
  await server.ended;
  expect(acknowledged.length).toBeGreaterThanOrEqual(200);

  const { storage } = await openStorage('embedded', directory);
  const verified = await verifyStore(storage, 'main');
  expect(verified.problems).toEqual([]);
  expect(verified.records).toBeGreaterThan(acknowledged.length);
  await storage.close();

  const next = start();
  const again = await next.listening;
  const found = await Promise.all(acknowledged.map(async (id) => (await fetch(`${again}/api/tickets/${id}`, { headers: headers() })).status));
  expect(found.filter((status) => status !== 200)).toEqual([]);
  const fresh = await report(again, 'After the restart');
  expect(acknowledged).not.toContain(fresh);
});

it('SIGTERM: what has begun is finished, streams end, nothing new is accepted, and the process ends well', async () => {
  const server = start();
  const address = await server.listening;
  const stream = await openEventStream(`${address}/api/stream`, headers());
  await stream.next(({ event }) => event === 'hello');
  const running = Array.from({ length: 20 }, (_, number) => report(address, `Ticket ${number}`));
  await Promise.race(running);
  server.kill('SIGTERM');
  const acknowledged = (await Promise.all(running)).filter((id) => id !== undefined);
  await stream.ended;
  expect((await server.ended).code).toBe(0);
  expect(await report(address, 'Too late')).toBeUndefined();

  const again = await start().listening;
  for (const id of acknowledged) expect((await fetch(`${again}/api/tickets/${id}`, { headers: headers() })).status).toBe(200);
});

const REFUSALS: readonly (readonly [Record<string, string>, readonly string[], RegExp])[] = [
  [{ NODE_ENV: 'production' }, [], /Set MicrosoftAppId/],
  [{ BELLHOP_STORAGE: 'postgres' }, [], /BELLHOP_STORAGE must be "embedded"/],
  [{}, ['--seed', 'many'], /--seed takes a whole number/],
];

it('a server that cannot start says why, without a stack', async () => {
  const port = new URL(await start().listening).port;
  const taken = start({ PORT: port, DATA_DIR: join(directory, 'other') }).ended;
  const refused = REFUSALS.map(([settings, args]) => start({ DATA_DIR: join(directory, 'third'), ...settings }, args).ended);
  expect((await taken).stderr.trim()).toBe(`Port ${port} is taken by another program. Stop it, or set PORT to another number.`);
  for (const [index, [, , sentence]] of REFUSALS.entries()) {
    const { code, stderr } = await refused[index]!;
    expect(code).toBe(1);
    expect(stderr).toMatch(sentence);
    expect(stderr).not.toMatch(/\n\s+at /);
  }
});
