// If this fails, what users do is lost, doubled, half-written or out of order on one of the two stores.
import { AppError } from '../../shared/kernel';
import { endOf, rowsUnder, type DerivedWrite, type GuardedWrite, type Storage } from '../../shared/storage';
import { create, dump, mustGet, STORES, type StartedStore } from './stores';

describe.each(STORES)('the %s store', (_, start) => {
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

  const commit = (...guarded: [GuardedWrite, ...GuardedWrite[]]) => storage.commit({ partition, guarded });
  const commitWith = (derived: DerivedWrite[], ...guarded: [GuardedWrite, ...GuardedWrite[]]) =>
    storage.commit({ partition, guarded, derived });
  const etagOf = async (row: string) => (await mustGet(storage, partition, row)).etag;

  describe('conditions', () => {
    test('a created row is read back with the etag that the commit gave', async () => {
      const result = await commit(create('a', { title: 'VPN' }), create('b'));
      expect(result.ok && [...result.etags.keys()]).toEqual(['a', 'b']);
      expect(await storage.get(partition, 'a')).toEqual({ row: 'a', etag: result.ok && result.etags.get('a'), data: { title: 'VPN' } });
      expect(await storage.get(partition, 'c')).toBeUndefined();
      expect(await storage.get(`${partition}-other`, 'a')).toBeUndefined();
    });

    test('create refuses a row that exists', async () => {
      await commit(create('a', 1));
      expect(await commit(create('a', 2))).toEqual({ ok: false, reason: 'exists', row: 'a' });
      expect(await dump(storage, partition)).toEqual([['a', 1]]);
    });

    test('replace needs the newest etag, and gives the next one', async () => {
      await commit(create('a', 1));
      const first = await etagOf('a');
      const second = await commit({ kind: 'replace', row: 'a', etag: first, data: 2 });
      expect(second.ok && second.etags.get('a')).toBe(await etagOf('a'));
      expect(await commit({ kind: 'replace', row: 'a', etag: first, data: 3 })).toEqual({ ok: false, reason: 'stale', row: 'a' });
      expect((await mustGet(storage, partition, 'a')).data).toBe(2);
      expect(await commit({ kind: 'replace', row: 'z', etag: first, data: 3 })).toEqual({ ok: false, reason: 'missing', row: 'z' });
    });

    test('delete needs the newest etag', async () => {
      await commit(create('a', 1));
      const first = await etagOf('a');
      await commit({ kind: 'replace', row: 'a', etag: first, data: 2 });
      expect(await commit({ kind: 'delete', row: 'a', etag: first })).toEqual({ ok: false, reason: 'stale', row: 'a' });
      expect(await commit({ kind: 'delete', row: 'a', etag: await etagOf('a') })).toEqual({ ok: true, etags: new Map() });
      expect(await storage.get(partition, 'a')).toBeUndefined();
      expect(await commit({ kind: 'delete', row: 'a', etag: first })).toEqual({ ok: false, reason: 'missing', row: 'a' });
    });

    test('a row deleted and created again does not match the etag of its predecessor', async () => {
      await commit(create('a', 1));
      const before = await etagOf('a');
      await commit({ kind: 'delete', row: 'a', etag: before });
      await commit(create('a', 1));
      expect(await commit({ kind: 'replace', row: 'a', etag: before, data: 2 })).toEqual({ ok: false, reason: 'stale', row: 'a' });
    });

    test('an invented etag matches no row', async () => {
      await commit(create('a', 1));
      for (const etag of ['1', 'W/"x"', 'nonsense\r\nIf-Match: all', 'é']) {
        expect(await commit({ kind: 'replace', row: 'a', etag, data: 2 })).toMatchObject({ ok: false, reason: 'stale' });
        expect(await commit({ kind: 'delete', row: 'a', etag })).toMatchObject({ ok: false, reason: 'stale' });
        expect(await commit({ kind: 'replace', row: 'z', etag, data: 2 })).toMatchObject({ ok: false, reason: 'missing' });
      }
    });

    test('the first broken condition is named, wherever it stands among 100 rows of every kind', async () => {
      const rows = Array.from({ length: 48 }, (_, index) => `r${String(index).padStart(2, '0')}`);
      const [first, ...rest] = rows.map((row) => create(row));
      await commit(create('other'));
      await commit(first!, ...rest);
      const etags = await Promise.all(rows.map(etagOf));
      const wrongEtag = await etagOf('other');
      const batch = (broken: number): [GuardedWrite, ...GuardedWrite[]] => {
        const writes = rows.map((row, index): GuardedWrite => {
          const isBroken = index === broken || index === 47;
          if (index % 3 === 0) return create(isBroken ? row : `new-${row}`);
          const etag = isBroken ? wrongEtag : etags[index]!;
          return index % 3 === 1 ? { kind: 'replace', row, etag, data: 'changed' } : { kind: 'delete', row, etag };
        });
        return writes as [GuardedWrite, ...GuardedWrite[]];
      };
      const derived = Array.from({ length: 52 }, (_, index): DerivedWrite => ({ kind: 'put', row: `x${index}`, data: index }));
      for (const broken of [0, 1, 2, 23, 24, 25, 46]) {
        const reason = broken % 3 === 0 ? 'exists' : 'stale';
        expect(await commitWith(derived, ...batch(broken))).toEqual({ ok: false, reason, row: rows[broken] });
      }
      expect(await dump(storage, partition)).toEqual(['other', ...rows].map((row) => [row, row]));
    });
  });

  describe('all or nothing', () => {
    test('a broken condition in the middle leaves every row as it was', async () => {
      await commit(create('a', 1), create('b', 1), create('x', 1));
      const [a, b] = [await etagOf('a'), await etagOf('b')];
      await commit({ kind: 'replace', row: 'b', etag: b, data: 2 });
      const result = await commitWith(
        [{ kind: 'put', row: 'y', data: 9 }, { kind: 'drop', row: 'x' }],
        { kind: 'delete', row: 'a', etag: a },
        create('c', 9),
        { kind: 'replace', row: 'b', etag: b, data: 9 },
      );
      expect(result).toEqual({ ok: false, reason: 'stale', row: 'b' });
      expect(await dump(storage, partition)).toEqual([['a', 1], ['b', 2], ['x', 1]]);
    });

    test('derived rows are put over what is there and dropped with it', async () => {
      await commitWith([{ kind: 'put', row: 'x:1', data: 'old' }, { kind: 'put', row: 'x:2', data: 'old' }], create('a', 1));
      await commitWith(
        [{ kind: 'put', row: 'x:1', data: 'new' }, { kind: 'drop', row: 'x:2' }, { kind: 'put', row: 'x:3', data: 'new' }],
        { kind: 'replace', row: 'a', etag: await etagOf('a'), data: 2 },
      );
      expect(await dump(storage, partition)).toEqual([['a', 2], ['x:1', 'new'], ['x:3', 'new']]);
    });

    test('dropping rows that are not there is no error and spoils nothing else', async () => {
      await commit(create('x:2', 'old'));
      const drops = ['x:1', 'x:2', 'x:4'].map((row): DerivedWrite => ({ kind: 'drop', row }));
      const result = await commitWith([...drops, { kind: 'put', row: 'x:3', data: 'new' }], create('a', 1));
      expect(result).toEqual({ ok: true, etags: new Map([['a', await etagOf('a')]]) });
      expect(await dump(storage, partition)).toEqual([['a', 1], ['x:3', 'new']]);
      expect(await commitWith(drops, create('a', 2))).toEqual({ ok: false, reason: 'exists', row: 'a' });
    });
  });

  describe('at the same time', () => {
    test('20 writers of one counter count to 20, through two handles', async () => {
      const second = await store.open();
      await commit(create('counter', 0));
      const increment = async (handle: Storage): Promise<void> => {
        for (;;) {
          const { etag, data } = await mustGet(handle, partition, 'counter');
          const guarded: GuardedWrite = { kind: 'replace', row: 'counter', etag, data: (data as number) + 1 };
          if ((await handle.commit({ partition, guarded: [guarded] })).ok) return;
        }
      };
      await Promise.all(Array.from({ length: 20 }, (_, index) => increment(index % 2 ? storage : second)));
      expect((await mustGet(storage, partition, 'counter')).data).toBe(20);
    });

    test('one of many who create the same row succeeds, and its other rows with it', async () => {
      const results = await Promise.all(
        Array.from({ length: 20 }, (_, index) => commitWith([{ kind: 'put', row: 'owner', data: index }], create('lock', index))),
      );
      const winners = results.flatMap((result, index) => (result.ok ? [index] : []));
      expect(winners).toHaveLength(1);
      expect(await dump(storage, partition)).toEqual([['lock', winners[0]], ['owner', winners[0]]]);
    });

    test('a second handle sees a commit as soon as it is acknowledged', async () => {
      const second = await store.open();
      for (let round = 0; round < 50; round++) {
        const [writer, reader] = round % 2 ? [storage, second] : [second, storage];
        await writer.commit({ partition, guarded: [create(`r${round}`, round)] });
        expect((await mustGet(reader, partition, `r${round}`)).data).toBe(round);
      }
    });
  });

  describe('reading a range', () => {
    test('rows come in ASCII order, whatever characters their keys have', async () => {
      const characters = Array.from({ length: 95 }, (_, index) => String.fromCharCode(0x20 + index)).filter((c) => !'/\\#?'.includes(c));
      const keys = characters.flatMap((character) => [character, `m${character}`, `m${character}m`]);
      for (let index = 0; index < keys.length; index += 100) {
        const [first, ...rest] = keys.slice(index, index + 100).map((key) => create(key));
        await commit(first!, ...rest);
      }
      const inOrder = [...new Set(keys)].sort();
      expect((await dump(storage, partition)).map(([row]) => row)).toEqual(inOrder);
      for (const key of inOrder) expect(await storage.get(partition, key)).toMatchObject({ row: key, data: key });
    });

    test('the first bound belongs to the range, the second does not, and other partitions stay out', async () => {
      await commit(create('a'), create('b'), create('b:1'), create('c'));
      for (const neighbor of [`${partition}!`, `${partition}0`, partition.slice(0, -1)]) {
        await storage.commit({ partition: neighbor, guarded: [create('b')] });
      }
      const rows = async (from: string, to: string) => (await storage.range({ partition, from, to })).rows.map(({ row }) => row);
      expect(await rows('b', 'c')).toEqual(['b', 'b:1']);
      expect(await rows('b', endOf('b'))).toEqual(['b', 'b:1']);
      expect(await rows("b'", 'zz')).toEqual(['b:1', 'c']);
      expect(await rows('c', 'b')).toEqual([]);
      expect(await rows('', 'a')).toEqual([]);
    });

    test('more than 1,000 rows come page by page, each once, even when rows go meanwhile', async () => {
      const keys = Array.from({ length: 1_050 }, (_, index) => `e:${String(index).padStart(5, '0')}`);
      for (let index = 0; index < keys.length; index += 100) {
        const [first, ...rest] = keys.slice(index, index + 100).map((key) => create(key));
        await commit(first!, ...rest);
      }
      const first = await storage.range({ partition, from: 'e:', to: 'e;' });
      expect(first.rows.map(({ row }) => row)).toEqual(keys.slice(0, 1_000));
      const last = first.rows.at(-1)!;
      await commit({ kind: 'delete', row: last.row, etag: last.etag });
      const second = await storage.range({ partition, from: 'e:', to: 'e;', continuation: first.continuation! });
      expect(second.rows.map(({ row }) => row)).toEqual(keys.slice(1_000));
      expect(second.continuation).toBeUndefined();

      const streamed: string[] = [];
      for await (const { row } of rowsUnder(storage, partition, 'e:')) streamed.push(row);
      expect(streamed).toEqual(keys.filter((key) => key !== last.row));
    });

    test('pages of any size together are the range', async () => {
      await commit(create('a'), create('b'), create('c'), create('d'), create('e'));
      for (const limit of [1, 2, 4, 5, 6]) {
        const rows: string[] = [];
        let continuation: string | undefined;
        do {
          const page = await storage.range({ partition, from: 'b', to: 'z', limit, ...(continuation && { continuation }) });
          expect(page.rows.length).toBeLessThanOrEqual(limit);
          rows.push(...page.rows.map(({ row }) => row));
          continuation = page.continuation;
        } while (continuation);
        expect(rows).toEqual(['b', 'c', 'd', 'e']);
      }
    });

    test('a forged continuation is refused and cannot leave the range', async () => {
      await commit(create('a'), create('b'), create('c'), create('d'));
      const { continuation } = await storage.range({ partition, from: 'a', to: 'z', limit: 1 });
      for (const forged of ['', 'x y', '%%%', 'AAECAw', Buffer.from('é').toString('base64url')]) {
        const attempt = storage.range({ partition, from: 'a', to: 'z', continuation: forged });
        await expect(attempt).rejects.toMatchObject({ kind: 'invalid', code: 'storage.badPage' });
      }
      const attempt = storage.range({ partition, from: 'b', to: 'c', continuation: continuation! });
      await expect(attempt).rejects.toBeInstanceOf(AppError);
    });
  });

  describe('values', () => {
    test.each([
      ['text in many scripts', { title: 'Zugänge für Łódź – 日本語 – עברית', mood: '👩‍💻🏳️‍🌈' }],
      ['nested values', { a: [1, -0.5, 1e21, true, null, { b: [] }], c: {}, '': 'empty name' }],
      ['a date that is text', { at: '2026-11-20T10:00:00.000Z', guid: '8a0f5c1e-0b7c-4d4b-9d7e-000000000000' }],
      ['control and odd characters', { text: '\u0000\u0007\t\r\n\u007f\u0085\u2028\u2029\ufeff\ufffe\uffff"\\/' }],
      ['half of a surrogate pair', { text: 'x\ud83dy\udc69z' }],
      ['names that mean something to JavaScript', JSON.parse('{"__proto__":{"x":1},"constructor":2}')],
      ['bare values', 'just text'],
      ['null', null],
    ])('%s', async (_name, data) => {
      await commit(create('a', data));
      expect((await mustGet(storage, partition, 'a')).data).toEqual(data);
      expect((await storage.range({ partition, from: 'a', to: 'b' })).rows[0]!.data).toEqual(data);
    });

    test('members that are undefined are left out', async () => {
      await commit(create('a', { kept: 1, gone: undefined }));
      expect(Object.keys((await mustGet(storage, partition, 'a')).data as object)).toEqual(['kept']);
    });

    test('long texts survive the borders between properties, also where an emoji lies across one', async () => {
      for (const shift of [0, 1, 2, 3]) {
        const text = 'x'.repeat(shift) + '👩‍💻é'.repeat(30_000);
        await commit(create(`long-${shift}`, text));
        expect((await mustGet(storage, partition, `long-${shift}`)).data).toBe(text);
      }
    });

    test('what is not JSON is refused as a bug', async () => {
      const circular: Record<string, unknown> = {};
      circular['self'] = circular;
      for (const data of [undefined, () => 1, circular, 10n]) {
        await expect(commit({ kind: 'create', row: 'a', data })).rejects.toMatchObject({ kind: 'bug' });
      }
      expect(await dump(storage, partition)).toEqual([]);
    });
  });

  test('it answers a ping', async () => {
    await expect(storage.ping()).resolves.toBeUndefined();
  });
});
