// If this fails, a backup made while people work mixes two moments, or a restore writes what a store cannot take.
import { backupStore, checkBackup, createDeliveries, decodeBackup, encodeBackup, fileKey, MAX_BACKUP_LINE, restoreStore, rowKey, verifyStore, type BackupItem, type DecodedItem, type Delivery } from '../../../shared/app';
import { checkBlobKey, sizeInBatch, type Storage } from '../../../shared/storage';
import { createTestApp, type TestApp } from '../../_support/test-app';
import { dump, startEmbedded, type StartedStore } from '../../contract/stores';

const CHECKS = { rowBytes: sizeInBatch, blobKey: checkBlobKey };

async function* textsOf(lines: Iterable<string>): AsyncGenerator<string> {
  for (const line of lines) yield line;
}
const decoded = (lines: readonly string[]): AsyncGenerator<DecodedItem> => decodeBackup(textsOf(lines));

let desk: TestApp;
let target: StartedStore;
let into: Storage;

describe('while people work', () => {
  beforeEach(async () => {
    desk = await createTestApp();
    target = await startEmbedded();
    into = await target.open();
  });
  afterEach(async () => {
    await desk.close();
    await target.stop();
  });

  /** Pages so small that every few rows are read at another moment. */
  const inSmallPages = (storage: Storage): Storage => ({ ...storage, range: (query) => storage.range({ ...query, limit: Math.min(query.limit ?? 3, 3) }) });

  /** The lines of a backup; `meanwhile` happens between reading two rows, until what changed is being read again. */
  async function backedUp(meanwhile: (row: number) => Promise<void> = () => Promise.resolve()): Promise<string[]> {
    const { app, blobs, tenant: partition, clock } = desk;
    async function* slowly(): AsyncGenerator<BackupItem> {
      let [row, isMain] = [0, true];
      for await (const item of backupStore({ storage: inSmallPages(app.storage), blobs, partition, clock }, (key) => expect(key).toBe('there'))) {
        if (item.kind === 'again') isMain = false;
        yield item;
        if (isMain && item.kind === 'row') await meanwhile((row += 1));
      }
    }
    const lines: string[] = [];
    for await (const line of encodeBackup({ tenant: partition, at: clock.now().toISOString() }, slowly())) lines.push(line.slice(0, -1));
    return lines;
  }

  async function restored(lines: readonly string[]): Promise<[string, unknown][]> {
    const { blobs, tenant: partition, clock } = desk;
    const backup = await checkBackup(decoded(lines), partition, CHECKS);
    expect(await restoreStore({ storage: into, blobs, partition, clock, checks: CHECKS }, backup, decoded(lines))).toBe(true);
    return dump(into, partition);
  }

  const isOfRecords = ([row]: [string, unknown]): boolean => /^[rtxnouvdqwh]:/.test(row);

  test.each(['embedded', 'azure'] as const)('what people did while it was made is in it as it was at the end, whole (%s)', async (store) => {
    if (store === 'azure') {
      await desk.close();
      desk = await createTestApp({ store });
    }
    const { id: otherId } = await desk.report({ title: 'What all belong to' });
    const tickets: string[] = [];
    for (let count = 0; count < 8; count += 1) tickets.push((await desk.report({ title: `Before ${count}` })).id);
    const steps = [
      async (id: string) => void (await desk.perform('bob', 'tickets.assign', id, { assigneeId: desk.people.bob.id })),
      async (id: string) => void (await desk.perform('bob', 'tickets.link', id, { relation: 'relatedTo', otherId })),
      async (id: string) => void (await desk.perform('bob', 'tickets.resolve', id, { code: 'fixed', notes: 'Replaced the cable.' })),
      async (id: string) => void (tickets.indexOf(id) % 2 === 0 && (await desk.perform('bob', 'tickets.unlink', id, { relation: 'relatedTo', otherId }))),
      async () => void (await desk.report({ title: 'Meanwhile' })),
    ];
    // Spread over all of the reading, step by step: heads, timers and lists lie far apart.
    const every = Math.floor((await dump(desk.app.storage, desk.tenant)).length / (8 * steps.length + 1));
    let done = 0;
    const lines = await backedUp(async (row) => {
      if (row % every !== 0 || done === 8 * steps.length) return;
      await steps[Math.floor(done / 8)]?.(tickets[done % 8] as string);
      done += 1;
    });
    expect(done).toBe(8 * steps.length);
    const rows = await restored(lines);
    expect(rows.filter(isOfRecords)).toEqual((await dump(desk.app.storage, desk.tenant)).filter(isOfRecords));
    expect(await verifyStore(into, desk.tenant, { readFile: (id) => desk.blobs.get(fileKey(id)) })).toMatchObject({ problemCount: 0 });
  });

  test('what is still to be told comes to its turn, also when it was just being sent', async () => {
    const { app, tenant: partition, clock } = desk;
    const deliveries = createDeliveries(app.storage, partition, clock);
    const ticket = await desk.report();
    const expand = async (): Promise<void> => {
      for (const entry of await deliveries.outbox()) await deliveries.expand(entry, [{ target: { to: 'person', personId: desk.people.bob.id } }, { target: { to: 'thread' } }]);
    };
    await expand();
    const lines = await backedUp(async (row) => {
      if (row === 20) await desk.perform('bob', 'tickets.reply', ticket.id, { text: 'On it.' });
      if (row === 60) await expand();
      if (row !== 100) return;
      const [first, second] = await deliveries.due();
      for (const due of [first, second]) {
        const claimed = due && (await deliveries.claim(due, 30_000));
        if (!claimed || typeof claimed === 'string') throw new Error('nothing to send');
        if (due === first) await deliveries.finish(claimed, 'sent');
        else await deliveries.wait(claimed, desk.people.bob.id, 'unknown');
      }
    });
    const rows = new Map(await restored(lines));
    expect([...rows].filter(isOfRecords)).toEqual((await dump(app.storage, partition)).filter(isOfRecords));
    const pending = [...rows].filter(([row, data]) => row.startsWith('v:') && (data as Delivery).state === 'pending').map(([, data]) => data as Delivery);
    expect(pending.length).toBeGreaterThan(1);
    for (const { recordId, id, dueAt, waitsFor } of pending) {
      expect(rows.has(waitsFor ? rowKey.waiting(waitsFor, recordId, id) : rowKey.due(dueAt as string, recordId, id))).toBe(true);
    }
  });

  test('a store that is never still is not backed up', async () => {
    const { app, blobs, tenant: partition, clock } = desk;
    let count = 0;
    // Whoever looks whether something is still to be told finds something new each time.
    const restless: Storage = {
      ...app.storage,
      range: async (query) => (query.from === 'o:' ? { rows: [{ row: `o:${(count += 1)}`, etag: 'x', data: {} }] } : app.storage.range(query)),
    };
    const reading = async (): Promise<void> => {
      for await (const item of backupStore({ storage: restless, blobs, partition, clock }, () => undefined)) expect(item.kind).not.toBe('again');
    };
    await expect(reading()).rejects.toMatchObject({ kind: 'busy', code: 'backup.neverStill' });
  });

  test('rows of every size the stores take come back, in batches that they take', async () => {
    const { app, tenant: partition } = desk;
    const wide = ['ä'.repeat(250_000), '"\\'.repeat(100_000), '\u2028\ud83d\ude00'.repeat(40_000), '\ud800 alone', ''];
    for (const [index, text] of [...wide, ...wide, ...wide].entries()) {
      await app.storage.commit({ partition, guarded: [{ kind: 'create', row: `z:${index}`, data: { text, n: [1e-7, null, { ['__proto__']: 1 }] } }] });
    }
    const lines = await backedUp();
    expect(Math.max(...lines.map(({ length }) => length))).toBeLessThan(MAX_BACKUP_LINE);
    expect(await restored(lines)).toEqual(await dump(app.storage, partition));
  });

  test('two restores at once stop each other, and one that was stopped goes on', async () => {
    const lines = await backedUp();
    const { blobs, tenant: partition, clock } = desk;
    const backup = await checkBackup(decoded(lines), partition, CHECKS);
    const run = (signal?: AbortSignal): Promise<boolean> => restoreStore({ storage: into, blobs, partition, clock, checks: CHECKS }, backup, decoded(lines), signal);
    expect(await run(AbortSignal.abort())).toBe(false);
    const outcomes = await Promise.allSettled([run(), run()]);
    const refused = outcomes.filter(({ status }) => status === 'rejected') as PromiseRejectedResult[];
    expect(refused.map(({ reason }) => (reason as { code: string }).code)).toEqual(['restore.elsewhere']);
    expect(await dump(into, partition)).toEqual(await dump(desk.app.storage, partition));
  });
});

/** A backup that is whole, with what no store takes. */
async function forged(items: readonly BackupItem[]): Promise<string[]> {
  async function* given(): AsyncGenerator<BackupItem> {
    yield* items;
  }
  const lines: string[] = [];
  for await (const line of encodeBackup({ tenant: 'main', at: '2026-03-02T09:00:00.000Z' }, given())) lines.push(line.slice(0, -1));
  return lines;
}

test.each<[string, BackupItem]>([
  ['a key that names a folder', { kind: 'row', row: 'r:../x', data: {} }],
  ['a key without end', { kind: 'row', row: 'x'.repeat(600), data: {} }],
  ['a row that is too large', { kind: 'row', row: 'z:1', data: 'x'.repeat(530_000) }],
  ['a marker of its own', { kind: 'row', row: 'j:restore', data: {} }],
  ['a file outside of the folder', { kind: 'blob', key: '../../etc/passwd', content: Buffer.from('x') }],
])('%s is refused before anything is written', async (_what, item) => {
  const lines = await forged([{ kind: 'row', row: 'z:0', data: {} }, item]);
  await expect(checkBackup(decoded(lines), 'main', CHECKS)).rejects.toMatchObject({ kind: 'invalid', code: 'backup.damaged' });
});

test.each([
  ['[1,{}]'], ['["z:0"]'], ['["z:0",1,2]'], ['{"again":[1]}'], ['{"again":"x"}'], ['{}'], ['null'], ['7'], ['{"blob":"a"}'], ['{"blob":"a","base64":"eA=="}'], ['{"end":{}}'], ['{"end":null}'], ['{'], [''],
])('the line %s is damage', async (line) => {
  const [header = '', end = ''] = await forged([]);
  await expect(checkBackup(decoded([header, line, end]), 'main', CHECKS)).rejects.toMatchObject({ code: 'backup.damaged' });
});
