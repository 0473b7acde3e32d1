// If this fails, something works on a single machine and breaks in the cloud, or a refused action is half-written.
import { LIMITS, type Batch, type DerivedWrite, type GuardedWrite, type Storage } from '../../shared/storage';
import { openAzureStorage } from '../../shared/storage/azure/azure-storage';
import { fromProperties, toProperties } from '../../shared/storage/row-codec';
import { connectionStringFor, startAzurite } from '../_support/azurite';
import { startFaultProxy } from '../_support/fault-proxy';
import { create, dump, errorOf, mustGet, STORES, type StartedStore } from './stores';

const tooLarge = { kind: 'invalid', code: 'storage.tooLarge' };

describe.each(STORES)('the limits of the %s store', (_, start) => {
  let store: StartedStore;
  let storage: Storage;
  let partition: string;
  let tests = 0;

  beforeAll(async () => {
    store = await start();
    storage = await store.open();
  });
  afterAll(() => store.stop());
  beforeEach(() => {
    partition = `tenant-${++tests}`;
  });

  async function refuses(batch: Omit<Batch, 'partition'>, error: object): Promise<void> {
    await expect(storage.commit({ partition, ...batch })).rejects.toMatchObject(error);
    expect(await dump(storage, partition)).toEqual([]);
  }
  async function accepts(batch: Omit<Batch, 'partition'>): Promise<void> {
    expect(await storage.commit({ partition, ...batch })).toMatchObject({ ok: true });
  }

  test('100 rows in one batch, guarded and derived together', async () => {
    const derived = (rows: number) => Array.from({ length: rows }, (_row, index): DerivedWrite => ({ kind: 'put', row: `x${index}`, data: 1 }));
    await refuses({ guarded: [create('a'), create('b')], derived: derived(99) }, tooLarge);
    await accepts({ guarded: [create('a'), create('b')], derived: derived(98) });
    expect(await dump(storage, partition)).toHaveLength(LIMITS.batchRows);
  });

  test('a batch without a condition, or with a row twice, or with an etag that matches everything', async () => {
    const badBatch = { kind: 'invalid', code: 'storage.badBatch' };
    await refuses({ guarded: [] as never, derived: [{ kind: 'put', row: 'x', data: 1 }] }, badBatch);
    await refuses({ guarded: [create('a'), create('b'), create('a')] }, badBatch);
    await refuses({ guarded: [create('a')], derived: [{ kind: 'put', row: 'a', data: 1 }] }, badBatch);
    await refuses({ guarded: [create('a')], derived: [{ kind: 'put', row: 'x', data: 1 }, { kind: 'drop', row: 'x' }] }, badBatch);
    await refuses({ guarded: [create('a'), { kind: 'replace', row: 'b', etag: '*', data: 1 }] }, badBatch);
    await refuses({ guarded: [create('a'), { kind: 'delete', row: 'b', etag: '' }] }, badBatch);
  });

  test.each(['/', '\\', '#', '?', '\n', '\t', '\u0000', '\u001f', '\u007f', '\u0085', 'é', '👩'])('no %j in a key', async (character) => {
    const badKey = { kind: 'invalid', code: 'storage.badKey' };
    const key = `a${character}b`;
    await refuses({ guarded: [create('a'), create(key)] }, badKey);
    await refuses({ guarded: [create('a')], derived: [{ kind: 'drop', row: key }] }, badKey);
    await expect(storage.commit({ partition: key, guarded: [create('a')] })).rejects.toMatchObject(badKey);
    await expect(storage.get(partition, key)).rejects.toMatchObject(badKey);
    await expect(storage.get(key, 'a')).rejects.toMatchObject(badKey);
  });

  test('keys have 1 to 512 characters', async () => {
    const longest = `r:${'x'.repeat(LIMITS.keyChars - 2)}`;
    await refuses({ guarded: [create('a'), create(`${longest}x`)] }, tooLarge);
    await refuses({ guarded: [create('')] }, { kind: 'invalid', code: 'storage.badKey' });
    await accepts({ guarded: [create(longest)] });
    await storage.commit({ partition: longest, guarded: [create(longest, 'deep')] });
    expect((await mustGet(storage, longest, longest)).data).toBe('deep');
  });

  test('a text longer than one property is stored, a row above 1 MiB is refused', async () => {
    const longText = 'x'.repeat(LIMITS.propertyChars + 1);
    await accepts({ guarded: [create('text', longText)] });
    // Two bytes a character; names, keys and the like take less than 1,000 bytes.
    const large = 'x'.repeat((LIMITS.rowBytes - 1_000) / 2);
    await accepts({ guarded: [create('large', large)] });
    expect((await mustGet(storage, partition, 'large')).data).toBe(large);
    partition += '-empty';
    await refuses({ guarded: [create('a'), create('larger', 'x'.repeat(LIMITS.rowBytes / 2))] }, tooLarge);
    await refuses({ guarded: [create('a')], derived: [{ kind: 'put', row: 'x', data: { text: 'é'.repeat(LIMITS.rowBytes / 2) } }] }, tooLarge);
  });

  test('a batch above 4 MiB is refused, counted as it is sent', async () => {
    const rows = (count: number, text: string): Pick<Batch, 'guarded'> => ({
      guarded: Array.from({ length: count }, (_row, index) => create(`r${index}`, text)) as [GuardedWrite, ...GuardedWrite[]],
    });
    await refuses(rows(9, 'x'.repeat(500_000)), tooLarge);
    // A character of three bytes: 2.8 MiB as the rows count, 4.2 MiB on the way.
    await refuses(rows(3, '語'.repeat(490_000)), tooLarge);
    // Quotes are escaped twice on the way.
    await refuses(rows(5, '"'.repeat(230_000)), tooLarge);
    await accepts(rows(8, 'x'.repeat(500_000)));
  });

  test('a page has 1 to 1,000 rows and printable bounds', async () => {
    const badPage = { kind: 'invalid', code: 'storage.badPage' };
    const range = { partition, from: 'a', to: 'b' };
    for (const limit of [0, -1, 1.5, LIMITS.pageRows + 1, NaN]) {
      await expect(storage.range({ ...range, limit })).rejects.toMatchObject(badPage);
    }
    await expect(storage.range({ ...range, from: 'a\n' })).rejects.toMatchObject(badPage);
    await expect(storage.range({ ...range, to: 'é' })).rejects.toMatchObject(badPage);
    await expect(storage.range({ ...range, partition: 'a/b' })).rejects.toMatchObject({ kind: 'invalid' });
    expect(await storage.range({ ...range, limit: LIMITS.pageRows })).toEqual({ rows: [] });
  });
});

test('a long text is cut into properties between characters, never through one', () => {
  for (const shift of [0, 1]) {
    const text = 'x'.repeat(shift) + '👩'.repeat(40_000);
    const properties = toProperties(text);
    for (const part of Object.values(properties)) {
      expect(part.length).toBeLessThanOrEqual(LIMITS.propertyChars);
      expect(Buffer.from(part).toString()).toBe(part);
    }
    expect(fromProperties(properties)).toBe(text);
  }
});

test('no accepted batch is larger on the way than Azure takes', async () => {
  const azurite = await startAzurite();
  const proxy = await startFaultProxy(azurite.tableAddress);
  const storage = await openAzureStorage({ connectionString: connectionStringFor(proxy.address) }, 'bellhop');
  const row = (index: number) => `r:${String(index).padStart(3, '0')}:${'%'.repeat(500)}`;
  let sizes = 0;
  for (const text of ['x', '語', '👩‍💻', '"\\', '\u2028', '\n']) {
    // The largest batch that is accepted, found by halving the distance.
    let [accepted, refused] = [0, 60_000];
    while (refused - accepted > 500) {
      const length = Math.floor((accepted + refused) / 2);
      const writes = Array.from({ length: 100 }, (_, index) => create(row(index), text.repeat(length / text.length)));
      const attempt = storage.commit({ partition: `p-${++sizes}`, guarded: writes as [GuardedWrite, ...GuardedWrite[]] });
      const error = await errorOf(attempt);
      if (error) {
        expect(error).toMatchObject(tooLarge);
        refused = length;
      } else {
        accepted = length;
      }
    }
    expect(accepted).toBeGreaterThan(0);
  }
  const largest = Math.max(...proxy.seen.map(({ bodyBytes }) => bodyBytes));
  expect(largest).toBeLessThan(LIMITS.batchBytes);
  expect(largest).toBeGreaterThan(LIMITS.batchBytes * 0.9);
  await proxy.close();
  await azurite.stop();
}, 120_000);
