// If this fails, the same actions give different results on a single machine and in the cloud.
import fc from 'fast-check';
import { countCalls, type Batch, type DerivedWrite, type GuardedWrite, type Storage, type StoredRow } from '../../shared/storage';
import { errorOf, STORES, type StartedStore } from './stores';

/** Which etag a write shows: the newest of its row, an older one, or one that never was. */
type EtagChoice = { readonly age: number } | { readonly text: string };

type WriteStep =
  | { readonly kind: 'create' | 'put'; readonly row: string; readonly data: fc.JsonValue }
  | { readonly kind: 'replace'; readonly row: string; readonly data: fc.JsonValue; readonly etag: EtagChoice }
  | { readonly kind: 'delete'; readonly row: string; readonly etag: EtagChoice }
  | { readonly kind: 'drop'; readonly row: string };

interface Step {
  readonly guarded: readonly WriteStep[];
  readonly derived: readonly WriteStep[];
  readonly pageLimit: number;
}

// Few rows, so that writes meet; some keys that need escaping somewhere.
const row = fc.constantFrom('a', 'a!', "a'b", 'a"b', 'a b', 'a%2Fb', 'a+b', 'a&b=c', 'a:b', 'b', 'ü'.normalize('NFKD'), 'r:1:!', '~');
const data = fc.oneof(
  fc.jsonValue(),
  fc.string({ unit: 'binary', maxLength: 200 }),
  fc.tuple(fc.string({ unit: 'grapheme', minLength: 1, maxLength: 3 }), fc.integer({ min: 8_000, max: 40_000 })).map(([text, times]) => text.repeat(times)),
);
const etag: fc.Arbitrary<EtagChoice> = fc.oneof(
  { weight: 8, arbitrary: fc.constant({ age: 0 }) },
  { weight: 2, arbitrary: fc.integer({ min: 1, max: 3 }).map((age) => ({ age })) },
  { weight: 1, arbitrary: fc.string().map((text) => ({ text })) },
);
const guarded: fc.Arbitrary<WriteStep> = fc.oneof(
  fc.record({ kind: fc.constant('create' as const), row, data }),
  fc.record({ kind: fc.constant('replace' as const), row, data, etag }),
  fc.record({ kind: fc.constant('delete' as const), row, etag }),
);
const derived: fc.Arbitrary<WriteStep> = fc.oneof(
  fc.record({ kind: fc.constant('put' as const), row, data }),
  fc.record({ kind: fc.constant('drop' as const), row }),
);
const step: fc.Arbitrary<Step> = fc.record({
  // Mostly one write, seldom none (which is refused); sometimes the same row twice (which is refused, too).
  guarded: fc.array(guarded, { minLength: 0, maxLength: 3 }),
  derived: fc.array(derived, { maxLength: 3 }),
  pageLimit: fc.integer({ min: 1, max: 5 }),
});

/** One store with the etags it has shown so far, newest last; etags differ between stores, their age does not. */
class Played {
  private readonly etags = new Map<string, string[]>();

  constructor(
    private readonly storage: Storage,
    private readonly partition: string,
  ) {}

  /** Everything that a caller can tell after the step. */
  async play({ guarded, derived, pageLimit }: Step): Promise<unknown> {
    const batch = { partition: this.partition, guarded: guarded.map((write) => this.bind(write)), derived: derived.map((write) => this.bind(write)) };
    const result = await this.commit(batch as unknown as Batch);
    const rows = await this.readAll(pageLimit);
    for (const { row, etag } of rows) this.remember(row, etag);
    return { result, rows: rows.map(({ row, data }) => [row, data]) };
  }

  private async commit(batch: Batch): Promise<unknown> {
    const commit = this.storage.commit(batch);
    const error = await errorOf(commit);
    if (error) return { kind: error.kind, code: error.code };
    const result = await commit;
    return result.ok ? { ok: true, written: [...result.etags.keys()].sort() } : result;
  }

  private bind(write: WriteStep): GuardedWrite | DerivedWrite {
    if (!('etag' in write)) return write;
    const { etag } = write;
    return { ...write, etag: 'text' in etag ? etag.text : (this.etags.get(write.row)?.at(-1 - etag.age) ?? 'never') };
  }

  private async readAll(limit: number): Promise<StoredRow[]> {
    const rows: StoredRow[] = [];
    let continuation: string | undefined;
    do {
      const page = await this.storage.range({ partition: this.partition, from: '', to: '\x7f', limit, ...(continuation && { continuation }) });
      rows.push(...page.rows);
      continuation = page.continuation;
    } while (continuation);
    return rows;
  }

  private remember(row: string, etag: string): void {
    const known = this.etags.get(row) ?? [];
    if (known.at(-1) !== etag) this.etags.set(row, [...known, etag]);
  }
}

let stores: StartedStore[];
let storages: Storage[];

beforeAll(async () => {
  stores = await Promise.all(STORES.map(([, start]) => start()));
  storages = await Promise.all(stores.map((store) => store.open()));
});
afterAll(() => Promise.all(stores.map((store) => store.stop())));

test('any sequence of batches gives the same answers and leaves the same rows on both stores', async () => {
  let runs = 0;
  await fc.assert(
    fc.asyncProperty(fc.array(step, { minLength: 1, maxLength: 8 }), async (steps) => {
      const partition = `run-${++runs}`;
      const [embedded, azure] = storages.map((storage) => new Played(storage, partition));
      for (const one of steps) expect(await azure!.play(one)).toEqual(await embedded!.play(one));
    }),
    { numRuns: 150 },
  );
}, 120_000);

test('what an action costs is counted the same on both stores', async () => {
  for (const storage of storages) {
    const counting = countCalls(storage);
    const first = await counting.commit({
      partition: 'counted',
      guarded: [{ kind: 'create', row: 'a', data: 1 }],
      derived: [{ kind: 'put', row: 'x:a', data: 1 }, { kind: 'drop', row: 'x:b' }],
    });
    expect(first.ok).toBe(true);
    await counting.commit({ partition: 'counted', guarded: [{ kind: 'create', row: 'a', data: 1 }] });
    await counting.get('counted', 'a');
    await counting.get('counted', 'b');
    await counting.range({ partition: 'counted', from: 'a', to: 'z' });
    await counting.ping();
    expect(counting.takeCounts()).toEqual({
      get: { calls: 2, rowsRead: 1 },
      range: { calls: 1, rowsRead: 2 },
      commit: { calls: 2, rowsWritten: 3 },
    });
    expect(counting.takeCounts().commit.calls).toBe(0);
  }
});
