// If this fails, a hiccup of Azure loses an action, does it twice, or keeps people waiting without an answer.
import { inspect } from 'node:util';
import { AppError } from '../../shared/kernel';
import { openAzureStorage } from '../../shared/storage/azure/azure-storage';
import { withDeleteEtags } from '../../shared/storage/azure/guarded-deletes';
import type { Patience } from '../../shared/storage/azure/patience';
import type { GuardedWrite, Storage } from '../../shared/storage';
import { connectionStringFor, startAzurite, type Azurite } from '../_support/azurite';
import { startFaultProxy, type Fault, type FaultProxy } from '../_support/fault-proxy';
import { create, dump, errorOf, mustGet } from './stores';

const QUICK: Patience = { attemptTimeoutMs: 5_000, totalTimeoutMs: 20_000, maxRetries: 3, retryDelayMs: 1, maxRetryDelayMs: 5 };
/** For stores that hang: there is nothing to wait for. */
const HASTY: Patience = { ...QUICK, attemptTimeoutMs: 250 };
const busy = { kind: 'busy', code: 'storage.busy' };

let azurite: Azurite;
let proxy: FaultProxy;
/** Through the proxy, with its faults. */
let storage: Storage;
let hasty: Storage;
/** Another instance that has no trouble. */
let direct: Storage;
let partition: string;
let tests = 0;

beforeAll(async () => {
  azurite = await startAzurite();
  proxy = await startFaultProxy(azurite.tableAddress);
  storage = await openThroughProxy(QUICK);
  hasty = await openThroughProxy(HASTY);
  direct = await openAzureStorage({ connectionString: azurite.connectionString }, 'bellhop');
});
afterAll(async () => {
  await proxy.close();
  await azurite.stop();
});
beforeEach(() => {
  partition = `tenant-${++tests}`;
  proxy.faultFor = () => undefined;
  proxy.seen.length = 0;
});

function openThroughProxy(patience: Patience): Promise<Storage> {
  return openAzureStorage({ connectionString: connectionStringFor(proxy.address) }, 'bellhop', patience);
}
const commit = (...guarded: [GuardedWrite, ...GuardedWrite[]]) => storage.commit({ partition, guarded });
const otherWriter = (...guarded: [GuardedWrite, ...GuardedWrite[]]) => direct.commit({ partition, guarded });
const etagOf = async (row: string) => (await mustGet(direct, partition, row)).etag;

const throttled: Fault = { kind: 'status', status: 429, retryAfterSeconds: 0 };
const failed: Fault = { kind: 'status', status: 500 };
const unavailable: Fault = { kind: 'status', status: 503 };
const reset: Fault = { kind: 'reset' };
const hang: Fault = { kind: 'hang' };
/** The store does its work and the client does not hear of it. */
const unheard: Fault[] = [{ kind: 'swallow' }, { kind: 'truncate' }, { kind: 'workThenHang' }];

test('without faults, every call of the port is one request', async () => {
  await commit(create('a'));
  await storage.get(partition, 'a');
  await storage.range({ partition, from: 'a', to: 'b' });
  await storage.ping();
  expect(proxy.seen).toHaveLength(4);
});

test.each([throttled, failed, unavailable, reset, hang, ...unheard])('one %j is not noticed', async (fault) => {
  const store = fault.kind === 'hang' || fault.kind === 'workThenHang' ? hasty : storage;
  proxy.failNext(fault);
  const result = await store.commit({ partition, guarded: [create('a', 1), create('b', 2)] });
  expect(result).toEqual({ ok: true, etags: new Map([['a', await etagOf('a')], ['b', await etagOf('b')]]) });
  proxy.failNext(fault);
  expect(await store.get(partition, 'a')).toMatchObject({ data: 1 });
  proxy.failNext(fault, fault);
  expect((await store.range({ partition, from: 'a', to: 'z' })).rows).toHaveLength(2);
  expect(await dump(direct, partition)).toEqual([['a', 1], ['b', 2]]);
});

test.each([throttled, failed, unavailable, reset, hang])('endless %j is answered "busy", with nothing written', async (fault) => {
  const store = fault.kind === 'hang' ? hasty : storage;
  proxy.faultFor = () => fault;
  await expect(store.commit({ partition, guarded: [create('a')] })).rejects.toMatchObject(busy);
  expect(proxy.seen).toHaveLength(1 + QUICK.maxRetries);
  await expect(store.get(partition, 'a')).rejects.toMatchObject(busy);
  await expect(store.range({ partition, from: 'a', to: 'b' })).rejects.toMatchObject(busy);
  await expect(store.ping()).rejects.toMatchObject(busy);
  await expect(openThroughProxy(HASTY)).rejects.toMatchObject(busy);
  expect(await dump(direct, partition)).toEqual([]);
  proxy.faultFor = () => undefined;
  expect(await commit(create('a'))).toMatchObject({ ok: true });
});

test('a store that asks for an hour of patience gets no more than ours', async () => {
  const impatient = await openThroughProxy({ ...QUICK, totalTimeoutMs: 1_000 });
  for (const status of [429, 503]) {
    proxy.failNext({ kind: 'status', status, retryAfterSeconds: 3_600 });
    await expect(impatient.get(partition, 'a')).rejects.toMatchObject(busy);
  }
  proxy.faultFor = () => hang;
  await expect(impatient.commit({ partition, guarded: [create('a')] })).rejects.toMatchObject(busy);
});

describe('a commit that was carried out without our hearing of it', () => {
  test.each(unheard)('counts once and gives etags that hold (%j)', async (fault) => {
    await commit(create('head', 1), create('gone', 1));
    const [head, gone] = [await etagOf('head'), await etagOf('gone')];
    proxy.failNext(fault);
    const store = fault.kind === 'workThenHang' ? hasty : storage;
    const result = await store.commit({
      partition,
      guarded: [{ kind: 'replace', row: 'head', etag: head, data: 2 }, { kind: 'delete', row: 'gone', etag: gone }, create('event', 2)],
      derived: [{ kind: 'put', row: 'x:list', data: 2 }, { kind: 'drop', row: 'x:old' }],
    });
    expect(result).toEqual({ ok: true, etags: new Map([['head', await etagOf('head')], ['event', await etagOf('event')]]) });
    expect(await dump(direct, partition)).toEqual([['event', 2], ['head', 2], ['x:list', 2]]);
  });

  test('counts also when it only replaces', async () => {
    await commit(create('head', 1));
    proxy.failNext({ kind: 'swallow' });
    const result = await commit({ kind: 'replace', row: 'head', etag: await etagOf('head'), data: 2 });
    expect(result).toEqual({ ok: true, etags: new Map([['head', await etagOf('head')]]) });
  });

  test('counts also when another writer was quick to go on from it, whose row then needs a new read', async () => {
    await commit(create('head', 1));
    const etag = await etagOf('head');
    const guarded: [GuardedWrite, ...GuardedWrite[]] = [{ kind: 'replace', row: 'head', etag, data: 2 }, create('event', 2)];
    const result = await whileInDoubt(() => commit(...guarded), async () => {
      await otherWriter({ kind: 'replace', row: 'head', etag: await etagOf('head'), data: 3 });
    });
    expect(result).toMatchObject({ ok: true });
    const ours = result.ok ? result.etags.get('head')! : '';
    expect(await commit({ kind: 'replace', row: 'head', etag: ours, data: 4 })).toEqual({ ok: false, reason: 'stale', row: 'head' });
    expect((await mustGet(direct, partition, 'head')).data).toBe(3);
  });

  test('is not claimed when nobody can tell any more: "busy", so that the caller reads again', async () => {
    await commit(create('head', 1), create('lease', 1));
    const replace: GuardedWrite = { kind: 'replace', row: 'head', etag: await etagOf('head'), data: 2 };
    const attempt = whileInDoubt(() => commit(replace), async () => {
      await otherWriter({ kind: 'replace', row: 'head', etag: await etagOf('head'), data: 3 });
    });
    await expect(attempt).rejects.toMatchObject(busy);
    proxy.failNext({ kind: 'swallow' });
    await expect(commit({ kind: 'delete', row: 'lease', etag: await etagOf('lease') })).rejects.toMatchObject(busy);
  });

  /** Runs `work`, whose first transaction is carried out unheard, and `meanwhile` before the second is let through. */
  async function whileInDoubt<T>(work: () => Promise<T>, meanwhile: () => Promise<void>): Promise<T> {
    let transactions = 0;
    proxy.faultFor = async ({ url }) => {
      if (!url.includes('$batch')) return undefined;
      transactions++;
      if (transactions === 1) return { kind: 'swallow' };
      if (transactions === 2) await meanwhile();
      return undefined;
    };
    return work();
  }
});

describe('a commit that was not carried out', () => {
  test('is refused as usual when an attempt before was cut off', async () => {
    await commit(create('head', 1));
    const stale = await etagOf('head');
    await otherWriter({ kind: 'replace', row: 'head', etag: stale, data: 2 });
    proxy.failNext(reset);
    expect(await commit({ kind: 'replace', row: 'head', etag: stale, data: 9 }, create('event', 9))).toEqual({ ok: false, reason: 'stale', row: 'head' });
    proxy.failNext(failed);
    expect(await commit(create('head', 9))).toEqual({ ok: false, reason: 'exists', row: 'head' });
    expect(await dump(direct, partition)).toEqual([['head', 2]]);
  });

  test('is told apart by a row that nobody has touched', async () => {
    await commit(create('head', 1), create('untouched', 1));
    const [stale, untouched] = [await etagOf('head'), await etagOf('untouched')];
    await otherWriter({ kind: 'replace', row: 'head', etag: stale, data: 2 });
    proxy.failNext(reset);
    const result = await commit({ kind: 'replace', row: 'head', etag: stale, data: 9 }, { kind: 'delete', row: 'untouched', etag: untouched });
    expect(result).toEqual({ ok: false, reason: 'stale', row: 'head' });
  });
});

test('drops of missing rows and a lost answer at the same time', async () => {
  const drops = ['x:1', 'x:2'].map((row) => ({ kind: 'drop', row }) as const);
  const batches = ['a', 'b', 'c'].map((row) => ({ partition, guarded: [create(row, 1)] as [GuardedWrite], derived: drops }));
  for (const [index, batch] of batches.entries()) {
    proxy.failNext(...Array.from({ length: index }, () => undefined), { kind: 'swallow' });
    expect(await storage.commit(batch)).toMatchObject({ ok: true });
  }
  expect(await dump(direct, partition)).toEqual([['a', 1], ['b', 1], ['c', 1]]);
});

test('20 writers of one counter count to 20, each with its own event, while the connection is bad', async () => {
  const patient = await openThroughProxy({ ...QUICK, maxRetries: 50, totalTimeoutMs: 30_000 });
  await commit(create('counter', 0));
  const faults: (Fault | undefined)[] = [{ kind: 'swallow' }, undefined, reset, undefined, unavailable, { kind: 'truncate' }, undefined, throttled, failed];
  let requests = 0;
  proxy.faultFor = ({ url }) => (url.includes('$batch') ? faults[requests++ % faults.length] : undefined);
  const increment = async (writer: number): Promise<void> => {
    for (;;) {
      const { etag, data } = await mustGet(patient, partition, 'counter');
      const next = (data as number) + 1;
      const guarded: [GuardedWrite, GuardedWrite] = [{ kind: 'replace', row: 'counter', etag, data: next }, create(`event-${writer}`, next)];
      if ((await patient.commit({ partition, guarded })).ok) return;
    }
  };
  await Promise.all(Array.from({ length: 20 }, (_, writer) => increment(writer)));
  const rows = await dump(direct, partition);
  expect(rows[0]).toEqual(['counter', 20]);
  expect(rows.slice(1).map(([, value]) => value as number).sort((a, b) => a - b)).toEqual(Array.from({ length: 20 }, (_, index) => index + 1));
});

test('a wrong key is a bug to be read in the log, without the key in it', async () => {
  const connectionString = azurite.connectionString.replace(/AccountKey=[^;]+/, 'AccountKey=c2VjcmV0LWtleQ==');
  const error = await errorOf(openAzureStorage({ connectionString }, 'bellhop', QUICK));
  expect(error).toMatchObject({ kind: 'bug', code: 'storage.failed' });
  expect(inspect(error, { depth: 10 })).not.toMatch(/c2VjcmV0LWtleQ|SharedKey/);
  expect(JSON.stringify(error)).not.toMatch(/c2VjcmV0LWtleQ|SharedKey/);
});

test('a transaction that is put together in an unexpected way is never sent without its conditions', () => {
  const body = (...parts: string[]) => `--batch_1\r\ncontent-type: multipart/mixed; boundary=changeset_1\r\n\r\n${parts.map((part) => `--changeset_1\r\n${part}`).join('')}`;
  const remove = 'content-type: application/http\r\n\r\nDELETE http://x HTTP/1.1\r\nif-match: *\r\n\r\n';
  const guarded = { method: 'DELETE', deleteEtag: 'W/"1"' } as const;
  expect(withDeleteEtags(body(remove), [guarded])).toBe(body(remove.replace('*', 'W/"1"')));
  for (const [text, operations] of [
    ['no boundary', [guarded]],
    [body(remove, remove), [guarded]],
    [body(remove.replace('DELETE', 'PUT')), [guarded]],
    [body(remove.replace('if-match: *\r\n', '')), [guarded]],
  ] as const) {
    expect(() => withDeleteEtags(text, operations)).toThrow(AppError);
  }
});
