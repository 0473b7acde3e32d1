/**
 * The storage port. Both adapters (Azure Tables, embedded) implement exactly this and pass one contract suite.
 * Model: `(partition, row) -> data`, rows ordered by their key in ASCII order.
 */

export interface StoredRow {
  readonly row: string;
  /** Opaque version of the row. */
  readonly etag: string;
  readonly data: unknown;
}

/** Writes with a condition: nothing can be saved without saying what was there before. */
export type GuardedWrite =
  | { readonly kind: 'create'; readonly row: string; readonly data: unknown }
  | { readonly kind: 'replace'; readonly row: string; readonly etag: string; readonly data: unknown }
  | { readonly kind: 'delete'; readonly row: string; readonly etag: string };

/**
 * Rows computed from a guarded row of the same batch (list rows, timers, links): they follow it and need no condition of
 * their own. `drop` of a row that is not there is not an error.
 */
export type DerivedWrite =
  | { readonly kind: 'put'; readonly row: string; readonly data: unknown }
  | { readonly kind: 'drop'; readonly row: string };

/** At least one guarded write; all or nothing. */
export interface Batch {
  readonly partition: string;
  readonly guarded: readonly [GuardedWrite, ...GuardedWrite[]];
  readonly derived?: readonly DerivedWrite[];
}

export type CommitResult =
  /** `etags` of created and replaced rows, by row key. */
  | { readonly ok: true; readonly etags: ReadonlyMap<string, string> }
  /** The first guarded write whose condition did not hold; nothing was written. */
  | { readonly ok: false; readonly reason: 'exists' | 'stale' | 'missing'; readonly row: string };

export interface RangeQuery {
  readonly partition: string;
  /** First row key, inclusive. */
  readonly from: string;
  /** Last row key, exclusive. */
  readonly to: string;
  /** At most LIMITS.pageRows. */
  readonly limit?: number;
  /** As returned by the page before. */
  readonly continuation?: string;
}

export interface RangePage {
  readonly rows: readonly StoredRow[];
  readonly continuation?: string;
}

/**
 * Errors: AppError `busy` when the store does not answer in time (after the adapter's own retries with back-off), `invalid`
 * when a limit is broken (nothing was written), `bug` for everything else.
 */
export interface Storage {
  get(partition: string, row: string): Promise<StoredRow | undefined>;
  range(query: RangeQuery): Promise<RangePage>;
  commit(batch: Batch): Promise<CommitResult>;
  /** Resolves when the store answers; throws AppError `busy` otherwise. */
  ping(): Promise<void>;
  close(): Promise<void>;
}

/** Contents of attachments, beside the rows. Keys are ASCII path segments. */
export interface BlobStore {
  put(key: string, content: Buffer): Promise<void>;
  get(key: string): Promise<Buffer | undefined>;
  delete(key: string): Promise<void>;
}

/** What Azure Table Storage limits; enforced on every adapter so that nothing works embedded and breaks in the cloud. */
export const LIMITS = {
  /** UTF-16 characters of one string property (64 KiB). */
  propertyChars: 32_768,
  /** Bytes of one row as Azure counts them (two per character). */
  rowBytes: 1_048_576,
  batchRows: 100,
  batchBytes: 4 * 1_048_576,
  pageRows: 1_000,
  /** Characters of a row key. */
  keyChars: 512,
} as const;

/** The smallest key after every key that starts with `prefix`. */
export function endOf(prefix: string): string {
  return prefix.slice(0, -1) + String.fromCharCode(prefix.charCodeAt(prefix.length - 1) + 1);
}

const GETS_AT_ONCE = 50;

/** The rows with these keys, in that order; `undefined` where there is none. Some are read at once, none is kept. */
export async function* getEach(storage: Storage, partition: string, rows: readonly string[]): AsyncGenerator<StoredRow | undefined> {
  for (let start = 0; start < rows.length; start += GETS_AT_ONCE) {
    yield* await Promise.all(rows.slice(start, start + GETS_AT_ONCE).map((row) => storage.get(partition, row)));
  }
}

/** The rows from one key to before another, a page at a time: for what is read often, where waiting for each row would be the most of it. */
export async function* pagesBetween(storage: Storage, partition: string, from: string, to: string): AsyncGenerator<readonly StoredRow[]> {
  let continuation: string | undefined;
  do {
    const page = await storage.range({ partition, from, to, ...(continuation && { continuation }) });
    yield page.rows;
    continuation = page.continuation;
  } while (continuation);
}

/** Every row from one key to before another. */
export async function* rowsBetween(storage: Storage, partition: string, from: string, to: string): AsyncGenerator<StoredRow> {
  for await (const rows of pagesBetween(storage, partition, from, to)) yield* rows;
}

/** Removes the first rows from one key to before another, a batch at most; returns how many. 0 also when somebody was faster. */
export async function deletePage(storage: Storage, partition: string, from: string, to: string): Promise<number> {
  const page = await storage.range({ partition, from, to, limit: LIMITS.batchRows });
  const [first, ...rest] = page.rows.map(({ row, etag }) => ({ kind: 'delete' as const, row, etag }));
  return first && (await storage.commit({ partition, guarded: [first, ...rest] })).ok ? page.rows.length : 0;
}

/** Every row whose key starts with `prefix`. */
export function rowsUnder(storage: Storage, partition: string, prefix: string): AsyncGenerator<StoredRow> {
  return rowsBetween(storage, partition, prefix, endOf(prefix));
}
