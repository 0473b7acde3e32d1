import { randomBytes } from 'node:crypto';
import { open, type RootDatabase } from 'lmdb';
import { AppError } from '../../kernel';
import { checkKey, prepareBatch, type PreparedBatch, type PreparedWrite } from '../limits';
import { encodeContinuation, readPageQuery } from '../pages';
import type { Batch, CommitResult, RangePage, RangeQuery, Storage, StoredRow } from '../port';

type Key = [partition: string, row: string];
type Database = RootDatabase<string, Key>;

/**
 * Rows in one directory of this machine, for one or several processes (LMDB). A commit is on disk before it is
 * acknowledged; reads see every commit acknowledged before them, also those of other processes.
 */
export function openEmbeddedStorage({ directory }: { directory: string }): Storage {
  const database = openDatabase(directory);
  const newEtag = etagSource();
  const underWay = new Set<Promise<unknown>>();
  let isClosed = false;

  const read = <T>(work: () => T): T =>
    orBug(() => {
      // Otherwise reads of the same millisecond share one snapshot and miss what another process has just committed.
      database.resetReadTxn();
      return work();
    });

  return {
    async get(partition, row) {
      checkKey(partition);
      checkKey(row);
      const value = read(() => database.get([partition, row]));
      return value === undefined ? undefined : decode(row, value);
    },
    async range(query) {
      return read(() => readRange(database, query));
    },
    async commit(batch: Batch) {
      const prepared = prepareBatch(batch);
      if (isClosed) throw asBug('the store is closed');
      // A child transaction: should a write fail half-way, its earlier ones go with it.
      const committing = orBug(() => database.childTransaction(() => write(database, prepared, newEtag()))).catch(rethrowAsBug);
      underWay.add(committing);
      return committing.finally(() => underWay.delete(committing));
    },
    async ping() {
      read(() => database.get(['ping', 'ping']));
    },
    async close() {
      isClosed = true;
      // By itself LMDB closes under the feet of transactions that wait for their turn.
      while (underWay.size > 0) await Promise.allSettled(underWay);
      await database.close();
    },
  };
}

function openDatabase(directory: string): Database {
  return orBug(() =>
    open<string, Key>({
      path: directory,
      noSubdir: false,
      encoding: 'string',
      // A commit resolves when it is flushed, not when it is only visible. Measured: not slower.
      overlappingSync: false,
      // With it a failed commit (a full disk) rejects one more promise, which nobody can catch, and ends the process.
      eventTurnBatching: false,
    }),
  );
}

/** Etags that no other commit of any process ever gets: a row deleted and created again must not match an old one. */
function etagSource(): () => string {
  const opened = randomBytes(6).toString('base64url');
  let commits = 0;
  return () => `${opened}.${(commits++).toString(36)}`;
}

function readRange(database: Database, query: RangeQuery): RangePage {
  const { partition, from, to, limit, after } = readPageQuery(query);
  const entries = database.getRange({
    start: [partition, after ?? from],
    end: [partition, to],
    exclusiveStart: after !== undefined,
    limit: limit + 1,
  });
  const rows: StoredRow[] = [];
  let hasMore = false;
  for (const { key, value } of entries) {
    if (rows.length < limit) rows.push(decode(key[1], value));
    else hasMore = true;
  }
  const last = rows.at(-1);
  return hasMore && last ? { rows, continuation: encodeContinuation(last.row) } : { rows };
}

/** Runs inside the write transaction: conditions first, so that nothing is written when one does not hold. */
function write(database: Database, { partition, writes }: PreparedBatch, etag: string): CommitResult {
  for (const guarded of writes) {
    const reason = brokenCondition(database, partition, guarded);
    if (reason) return { ok: false, reason, row: guarded.row };
  }
  const etags = new Map<string, string>();
  for (const { row, ...change } of writes) {
    if (!('json' in change)) {
      void database.remove([partition, row]);
      continue;
    }
    void database.put([partition, row], `${etag}\n${change.json}`);
    if (change.kind !== 'put') etags.set(row, etag);
  }
  return { ok: true, etags };
}

function brokenCondition(database: Database, partition: string, guarded: PreparedWrite): 'exists' | 'stale' | 'missing' | undefined {
  if (guarded.kind === 'put' || guarded.kind === 'drop') return undefined;
  const value = database.get([partition, guarded.row]);
  if (guarded.kind === 'create') return value === undefined ? undefined : 'exists';
  if (value === undefined) return 'missing';
  return etagOf(value) === guarded.etag ? undefined : 'stale';
}

/**
 * A value is the etag, a line feed, and the JSON text: JSON is read faster than msgpack here (measured), and by people. It is read
 * when somebody looks at it: whoever follows the feed passes over most rows of it, which it has seen before.
 */
function decode(row: string, value: string): StoredRow {
  const etag = etagOf(value);
  let data: unknown;
  let isRead = false;
  return {
    row,
    etag,
    get data() {
      if (!isRead) data = orBug(() => JSON.parse(value.slice(etag.length + 1)) as unknown);
      isRead = true;
      return data;
    },
  };
}

function etagOf(value: string): string {
  return value.slice(0, value.indexOf('\n'));
}

function orBug<T>(work: () => T): T {
  try {
    return work();
  } catch (cause) {
    throw asBug(cause);
  }
}

/** LMDB gives the reason of a failed commit in a second promise. */
async function rethrowAsBug(cause: unknown): Promise<never> {
  const { commitError } = cause as { commitError?: Promise<never> };
  throw asBug(commitError ? await commitError.catch((reason: unknown) => reason) : cause);
}

function asBug(cause: unknown): AppError {
  if (cause instanceof AppError) return cause;
  return new AppError('bug', 'storage.failed', { cause, detail: cause instanceof Error ? cause.message : String(cause) });
}
