import { AppError, RELATIONS, type Clock, type Relation } from '../kernel';
import { endOf, getEach, rowsBetween, rowsUnder, type BlobStore, type Storage, type StoredRow } from '../storage/port';
import { resealedKey, type Anchor } from './anchors';
import type { BackupItem } from './backup-format';
import { queueRowsOf, type Delivery, type DueDelivery } from './delivery';
import type { LearningRow } from './learning-row';
import { refuseUnfinishedRestore } from './restore-marker';
import { rowKey, type Change, type RevisedChange, type StoredHead } from './rows';
import { fileKey } from './uploads';

export interface BackupSource {
  readonly storage: Storage;
  readonly blobs: BlobStore;
  readonly partition: string;
  readonly clock: Clock;
}

type Rows = Map<string, unknown>;

/** Clocks of instances differ, and commits become visible out of order; the same as where the feed is followed. */
const OVERLAP_MS = 10_000;
const MAX_ROUNDS = 200;
const PAUSE_MS = 20;

/** Small, and true only together: anchors, timers of rules, markers, numbers, the outbox, uploads, what did not arrive. */
const READ_LAST = [rowKey.anchorsAll, 'h:', 'j:', 'n:', 'o:', 'u:', rowKey.undeliveredAll];
/** Where deliveries wait for their turn; written from the deliveries themselves, which say the same. */
const QUEUES = [rowKey.dueAll, rowKey.webhookDueAll, 'w:'];
const LATER = [...READ_LAST, ...QUEUES];

const isPending = (row: string, data: unknown): boolean => row.startsWith('v:') && (data as Delivery).state === 'pending';

/**
 * Everything a tenant has: every row in the order of keys, with the contents of attachments behind the row that names them.
 * Others may write meanwhile: records that changed since reading began are read again at the end, until for a moment nothing
 * changes. What comes out is the state at that moment, or `busy` when there is none.
 */
export async function* backupStore(source: BackupSource, onMissing: (blobKey: string) => void): AsyncGenerator<BackupItem> {
  const { storage, partition } = source;
  await refuseUnfinishedRestore(storage, partition);
  const look = createLook(source);
  await look();
  const pending = new Set<string>();
  for await (const { row, data } of rowsBetween(storage, partition, ' ', '\x7f')) {
    if (LATER.some((prefix) => row.startsWith(prefix))) continue;
    if (isPending(row, data)) pending.add(row);
    else yield* itemsOf(source, row, data, onMissing);
  }
  const { ids, rows } = await readUntilStill(source, look, pending);
  yield { kind: 'again', ids };
  for (const [row, data] of [...rows].sort(([a], [b]) => (a < b ? -1 : 1))) yield* itemsOf(source, row, data, onMissing);
}

async function* itemsOf({ blobs }: BackupSource, row: string, data: unknown, onMissing: (blobKey: string) => void): AsyncGenerator<BackupItem> {
  yield { kind: 'row', row, data };
  for (const key of blobKeysOf(row, data)) {
    const content = await blobs.get(key);
    if (content) yield { kind: 'blob', key, content };
    else onMissing(key);
  }
}

function blobKeysOf(row: string, data: unknown): readonly string[] {
  if (row.startsWith('u:')) return [fileKey((data as { readonly id: string }).id)];
  if (row.startsWith(rowKey.anchorsAll)) return [(data as Anchor).key];
  if (row === rowKey.learning) return [(data as LearningRow).model?.key ?? []].flat();
  if (!row.startsWith('r:') || !row.endsWith(':!')) return [];
  const { id, attachments = [], erasedAt } = (data as StoredHead).record as { readonly id: string; readonly attachments?: readonly { readonly id: string }[]; readonly erasedAt?: string };
  return [...attachments.map((file) => fileKey(file.id)), ...(erasedAt ? [resealedKey(id)] : [])];
}

interface Look {
  /** Records that were written since the look before. */
  readonly changed: ReadonlySet<string>;
  /** What is still to be told. */
  readonly outbox: string;
}

/** Says what has changed since it was asked last: every write of a record is in the change feed. */
function createLook({ storage, partition, clock }: BackupSource): () => Promise<Look> {
  const seen = new Set<string>();
  let lookedAt = clock.now().getTime();
  return async () => {
    const from = rowKey.feedFrom(new Date(lookedAt - OVERLAP_MS).toISOString());
    lookedAt = clock.now().getTime();
    const changed = new Set<string>();
    for await (const { row, data } of rowsBetween(storage, partition, from, endOf('f:'))) {
      if (seen.has(row)) continue;
      seen.add(row);
      const entry = data as Change | RevisedChange;
      for (const id of 'revised' in entry ? entry.revised.map(([revised]) => revised) : [entry.id]) changed.add(id);
    }
    const outbox: string[] = [];
    for await (const { row } of rowsUnder(storage, partition, rowKey.outboxAll)) outbox.push(row);
    return { changed, outbox: outbox.join() };
  };
}

/** Reads what changed and what is read last, until nothing was written from before the first to after the last of it. */
async function readUntilStill(source: BackupSource, look: () => Promise<Look>, pending: Set<string>): Promise<{ ids: readonly string[]; rows: Rows }> {
  const ids = new Set<string>();
  const again: Rows = new Map();
  let now = await look();
  for (let round = 0; round < MAX_ROUNDS; round += 1) {
    const { changed } = now;
    for (const row of [...again.keys()]) if (recordsOf(row).some((id) => changed.has(id))) again.delete(row);
    for (const id of changed) {
      ids.add(id);
      for (const [row, data] of await rowsOfRecord(source, id, pending)) again.set(row, data);
    }
    const last = await rowsReadLast(source, pending);
    const next = await look();
    if (next.changed.size === 0 && next.outbox === now.outbox) return { ids: [...ids].sort(), rows: new Map([...again, ...last]) };
    now = next;
    await new Promise((resolve) => setTimeout(resolve, PAUSE_MS));
  }
  throw new AppError('busy', 'backup.neverStill');
}

/** Every row that is written together with a record, and what was told about it. */
async function rowsOfRecord({ storage, partition }: BackupSource, id: string, pending: Set<string>): Promise<Rows> {
  const rows: Rows = new Map();
  for (const prefix of [rowKey.record(id), rowKey.deliveries(id), rowKey.cards(id)]) {
    for await (const { row, data } of rowsUnder(storage, partition, prefix)) {
      if (isPending(row, data)) pending.add(row);
      else rows.set(row, data);
    }
  }
  const owned = (rows.get(rowKey.head(id)) as StoredHead | undefined)?.rows ?? [];
  const farEnds = [...rows.keys()].flatMap((row) => {
    const [, , kind, relation, otherId = ''] = row.split(':');
    return row.startsWith('r:') && kind === 'l' ? [rowKey.link(otherId, RELATIONS[relation as Relation], id)] : [];
  });
  for (const { row, data } of await getAll(storage, partition, [...owned, ...farEnds])) rows.set(row, data);
  return rows;
}

async function rowsReadLast({ storage, partition }: BackupSource, pending: ReadonlySet<string>): Promise<Rows> {
  const rows: Rows = new Map();
  for (const prefix of READ_LAST) {
    for await (const { row, data } of rowsUnder(storage, partition, prefix)) rows.set(row, data);
  }
  const deliveries = new Set(pending);
  for (const prefix of QUEUES) {
    for await (const { data } of rowsUnder(storage, partition, prefix)) {
      const { recordId, id } = data as Omit<DueDelivery, 'row'>;
      deliveries.add(rowKey.delivery(recordId, id));
    }
  }
  for (const { row, data } of await getAll(storage, partition, [...deliveries])) {
    rows.set(row, data);
    // Taken from the delivery: read by themselves they may have moved on, and it would wait for a turn that never comes.
    for (const queued of queueRowsOf(data as Delivery)) rows.set(queued.row, queued.data);
  }
  return rows;
}

async function getAll(storage: Storage, partition: string, rows: readonly string[]): Promise<readonly StoredRow[]> {
  const found: StoredRow[] = [];
  for await (const row of getEach(storage, partition, rows)) if (row) found.push(row);
  return found;
}

/** The records with which a row is written: when one of them has changed since, the row that was read before is void. */
export function recordsOf(row: string): readonly string[] {
  const [kind, second = '', third = '', , fifth = ''] = row.split(':');
  if (kind === 'r') return third === 'l' ? [second, fifth] : [second];
  if (kind === 'v' || kind === 'c') return [second];
  if (kind === 't') return [third];
  return kind === 'x' ? [row.slice(row.lastIndexOf(':') + 1)] : [];
}
