import { AppError, type Clock } from '../kernel';
import { LIMITS, type BlobStore, type DerivedWrite, type Storage } from '../storage/port';
import { recordsOf } from './backup';
import type { BackupEnd, DecodedItem } from './backup-format';
import type { RestoreMarker } from './restore-marker';
import { rowKey } from './rows';

/** What a store takes, known before anything is written to it. Both throw `invalid`. */
export interface StoreChecks {
  /** Bytes of the row in a batch, at most. */
  readonly rowBytes: (partition: string, row: string, data: unknown) => number;
  readonly blobKey: (key: string) => void;
}

export interface RestoreTarget {
  readonly storage: Storage;
  readonly blobs: BlobStore;
  readonly partition: string;
  readonly clock: Clock;
  readonly checks: StoreChecks;
}

/** A backup that was read to its end and can be written as it is. */
export interface CheckedBackup extends BackupEnd {
  readonly at: string;
  /** Records whose rows before the line that names them are void. */
  readonly again: ReadonlySet<string>;
}

const MARKER_BYTES = 4_096;

/** Reads a backup to its end without writing anything; throws `invalid` when it is not whole or not for this tenant. */
export async function checkBackup(items: AsyncIterable<DecodedItem>, partition: string, checks: StoreChecks): Promise<CheckedBackup> {
  let at = '';
  let end: BackupEnd | undefined;
  const again = new Set<string>();
  for await (const item of items) {
    if (item.kind === 'header') {
      if (item.tenant !== partition) throw new AppError('invalid', 'backup.otherTenant', { detail: item.tenant });
      at = item.at;
    } else if (item.kind === 'again') item.ids.forEach((id) => again.add(id));
    else if (item.kind === 'end') end = item;
    else check(item, partition, checks);
  }
  if (!end) throw new AppError('invalid', 'backup.damaged');
  return { ...end, at, again };
}

function check(item: Extract<DecodedItem, { kind: 'row' | 'blob' }>, partition: string, checks: StoreChecks): void {
  try {
    if (item.kind === 'blob') checks.blobKey(item.key);
    else if (item.row === rowKey.restore) throw new AppError('invalid', 'backup.damaged');
    else checks.rowBytes(partition, item.row, item.data);
  } catch (cause) {
    throw new AppError('invalid', 'backup.damaged', { cause, detail: (cause as Error).message });
  }
}

/**
 * Writes a checked backup into a store that holds nothing, or goes on where an earlier restore of the same backup was
 * interrupted. Resolves with false when `signal` stopped it; the store then says that it is not complete.
 */
export async function restoreStore(target: RestoreTarget, backup: CheckedBackup, items: AsyncIterable<DecodedItem>, signal?: AbortSignal): Promise<boolean> {
  const writer = await openWriter(target, backup);
  let isBefore = backup.again.size > 0;
  for await (const item of items) {
    if (signal?.aborted) return false;
    if (item.kind === 'again') isBefore = false;
    else if (item.kind === 'row' && !(isBefore && recordsOf(item.row).some((id) => backup.again.has(id)))) await writer.put(item.row, item.data);
    else if (item.kind === 'blob' && writer.isNew()) await target.blobs.put(item.key, item.content);
    else if (item.kind === 'end' && item.sha256 !== backup.sha256) throw new AppError('invalid', 'backup.damaged', { detail: 'the file has changed since it was checked' });
  }
  await writer.end();
  return true;
}

/** Writes rows in batches. Each replaces the marker too: it says how far it is, and a second restore at the same time stops. */
async function openWriter({ storage, partition, clock, checks }: RestoreTarget, { sha256 }: CheckedBackup) {
  const { marker, etag: first } = await begin(storage, partition, { sha256, startedAt: clock.now().toISOString(), rows: 0 });
  let etag = first;
  let taken = 0;
  let bytes = MARKER_BYTES;
  const batch = new Map<string, DerivedWrite>();

  async function flush(): Promise<void> {
    if (batch.size === 0) return;
    const data: RestoreMarker = { ...marker, rows: taken };
    const result = await storage.commit({ partition, guarded: [{ kind: 'replace', row: rowKey.restore, etag, data }], derived: [...batch.values()] });
    if (!result.ok) throw new AppError('conflict', 'restore.elsewhere');
    etag = result.etags.get(rowKey.restore) ?? '';
    batch.clear();
    bytes = MARKER_BYTES;
  }

  return {
    /** What comes now was not written by an earlier attempt, as far as is known. */
    isNew: (): boolean => taken >= marker.rows,
    async put(row: string, data: unknown): Promise<void> {
      if (taken < marker.rows) {
        taken += 1;
        return;
      }
      const size = checks.rowBytes(partition, row, data);
      if (batch.has(row) || batch.size === LIMITS.batchRows - 1 || bytes + size > LIMITS.batchBytes) await flush();
      batch.set(row, { kind: 'put', row, data });
      bytes += size;
      taken += 1;
    },
    async end(): Promise<void> {
      await flush();
      const result = await storage.commit({ partition, guarded: [{ kind: 'delete', row: rowKey.restore, etag }] });
      if (!result.ok) throw new AppError('conflict', 'restore.elsewhere');
    },
  };
}

async function begin(storage: Storage, partition: string, fresh: RestoreMarker): Promise<{ readonly marker: RestoreMarker; readonly etag: string }> {
  const stored = await storage.get(partition, rowKey.restore);
  if (stored) {
    const marker = stored.data as RestoreMarker;
    if (marker.sha256 !== fresh.sha256) throw new AppError('conflict', 'restore.otherFile');
    return { marker, etag: stored.etag };
  }
  const { rows } = await storage.range({ partition, from: ' ', to: '\x7f', limit: 1 });
  if (rows.length > 0) throw new AppError('conflict', 'restore.notEmpty');
  const result = await storage.commit({ partition, guarded: [{ kind: 'create', row: rowKey.restore, data: fresh }] });
  if (!result.ok) throw new AppError('conflict', 'restore.elsewhere');
  return { marker: fresh, etag: result.etags.get(rowKey.restore) ?? '' };
}
