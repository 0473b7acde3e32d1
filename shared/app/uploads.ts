import { randomUUID } from 'node:crypto';
import { refuse, type Actor, type Clock, type FileMeta, type Refused } from '../kernel';
import { rowsUnder, type BlobStore, type Storage } from '../storage/port';
import { rowKey } from './rows';

/** 25 MB, as people read it. */
export const MAX_FILE_BYTES = 25 * 1024 * 1024;

interface PendingUpload extends FileMeta {
  readonly by: string;
  readonly at: string;
}

/** Files are stored first and attached by an action afterwards; what is never attached is swept. */
export interface Uploads {
  store(file: { name: string; type: string; content: Buffer }, actor: Actor): Promise<FileMeta | Refused>;
  /** The files behind these ids, if this actor uploaded every one of them; else undefined. */
  claim(ids: readonly string[], actor: Actor): Promise<readonly FileMeta[] | undefined>;
  read(fileId: string): Promise<Buffer | undefined>;
  /** Removes files that nobody attached within `keepMs`, content included. Returns how many. */
  sweep(keepMs: number): Promise<number>;
}

/** Where the content of an attachment lies. */
export const fileKey = (fileId: string): string => `files/${fileId}`;

/** Path parts and control characters never belong to a file name. */
function cleanName(name: string): string {
  const base = name.split(/[\\/]/).at(-1) ?? '';
  // eslint-disable-next-line no-control-regex
  return base.replace(/[\u0000-\u001f\u007f"<>|:*?]/g, '').trim().slice(0, 150) || 'file';
}

const cleanType = (type: string): string => (/^[\w.+-]{1,60}\/[\w.+-]{1,80}$/.test(type) ? type.toLowerCase() : 'application/octet-stream');

export function createUploads(storage: Storage, blobs: BlobStore, partition: string, clock: Clock): Uploads {
  return {
    async store({ name, type, content }, actor) {
      if (content.length === 0) return refuse('files.empty');
      if (content.length > MAX_FILE_BYTES) return refuse('files.tooLarge', { megabytes: 25 });
      const file: FileMeta = { id: randomUUID(), name: cleanName(name), type: cleanType(type), bytes: content.length };
      await blobs.put(fileKey(file.id), content);
      const pending: PendingUpload = { ...file, by: actor.id, at: clock.now().toISOString() };
      await storage.commit({ partition, guarded: [{ kind: 'create', row: rowKey.upload(file.id), data: pending }] });
      return file;
    },
    async claim(ids, actor) {
      const rows = await Promise.all(ids.map((id) => storage.get(partition, rowKey.upload(id))));
      const pending = rows.map((row) => row?.data as PendingUpload | undefined);
      if (pending.some((file) => !file || file.by !== actor.id)) return undefined;
      return (pending as PendingUpload[]).map(({ by: _by, at: _at, ...file }) => file);
    },
    read: (fileId) => blobs.get(fileKey(fileId)),
    async sweep(keepMs) {
      const oldest = new Date(clock.now().getTime() - keepMs).toISOString();
      let swept = 0;
      for await (const { row, etag, data } of rowsUnder(storage, partition, rowKey.uploads)) {
        const file = data as PendingUpload;
        if (file.at >= oldest) continue;
        // The row first: whoever attaches the file at this moment keeps its content.
        const result = await storage.commit({ partition, guarded: [{ kind: 'delete', row, etag }] });
        if (!result.ok) continue;
        await blobs.delete(fileKey(file.id));
        swept += 1;
      }
      return swept;
    },
  };
}
