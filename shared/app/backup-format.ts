import { createHash, type Hash } from 'node:crypto';
import { AppError, isObject } from '../kernel';

/** What stands in a backup between its first and its last line. */
export type BackupItem =
  | { readonly kind: 'row'; readonly row: string; readonly data: unknown }
  /** Records that changed while the backup was made: rows of theirs before this line are void, those behind it hold. */
  | { readonly kind: 'again'; readonly ids: readonly string[] }
  | { readonly kind: 'blob'; readonly key: string; readonly content: Buffer };

export interface BackupHeader {
  readonly tenant: string;
  /** When it was begun, ISO instant. */
  readonly at: string;
}

export interface BackupEnd {
  readonly rows: number;
  readonly blobs: number;
  /** Of the contents of attachments. */
  readonly blobBytes: number;
  /** Over everything but the instant of the header: two backups of the same data have the same one. */
  readonly sha256: string;
}

export type DecodedItem = BackupItem | ({ readonly kind: 'header' } & BackupHeader) | ({ readonly kind: 'end' } & BackupEnd);

const VERSION = 1;
/** Contents of attachments are spread over lines, so that no line is longer than the longest row. */
const PART_BYTES = 384 * 1024;
const MAX_BLOB_BYTES = 64 * 1024 * 1024;

/** Longest line that a backup can have, in characters: a row of the size that the stores take, or a part of a blob. */
export const MAX_BACKUP_LINE = 1_048_576;

/** The lines of a backup: a header, the items, and an end with counts and a hash that shows whether anything is missing. */
export async function* encodeBackup({ tenant, at }: BackupHeader, items: AsyncIterable<BackupItem>): AsyncGenerator<string, BackupEnd> {
  const hash = hashFor(tenant);
  let [rows, blobs, blobBytes] = [0, 0, 0];
  yield `${JSON.stringify({ backup: 'bellhop', version: VERSION, tenant, at })}\n`;
  for await (const item of items) {
    if (item.kind === 'row') rows += 1;
    if (item.kind === 'blob') {
      blobs += 1;
      blobBytes += item.content.length;
    }
    for (const line of linesOf(item)) {
      hash.update(`${line}\n`);
      yield `${line}\n`;
    }
  }
  const end: BackupEnd = { rows, blobs, blobBytes, sha256: hash.digest('hex') };
  yield `${JSON.stringify({ end })}\n`;
  return end;
}

function* linesOf(item: BackupItem): Generator<string> {
  if (item.kind === 'row') yield JSON.stringify([item.row, item.data]);
  else if (item.kind === 'again') yield JSON.stringify({ again: item.ids });
  else {
    const { key, content } = item;
    for (let start = 0; start < content.length || start === 0; start += PART_BYTES) {
      const isLast = start + PART_BYTES >= content.length;
      yield JSON.stringify({ blob: key, base64: content.toString('base64', start, start + PART_BYTES), ...(isLast && { isLast }) });
    }
  }
}

const hashFor = (tenant: string): Hash => createHash('sha256').update(`${JSON.stringify(['bellhop', VERSION, tenant])}\n`);

const foreign = (): AppError => new AppError('invalid', 'backup.foreign');
const damaged = (detail: string): AppError => new AppError('invalid', 'backup.damaged', { detail });

/**
 * Reads a backup back, header first and end last. Throws `invalid` for what is no backup, is of another version, is cut or
 * altered; that it is whole is known only when the end has come.
 */
export async function* decodeBackup(lines: AsyncIterable<string>): AsyncGenerator<DecodedItem> {
  let hash: Hash | undefined;
  let isOver = false;
  let [rows, blobs, blobBytes] = [0, 0, 0];
  const blob = createBlobJoiner();
  for await (const line of lines) {
    if (!hash) {
      const header = readHeader(line);
      hash = hashFor(header.tenant);
      yield { kind: 'header', ...header };
      continue;
    }
    if (isOver) throw damaged('something after the end');
    const value = parsed(line);
    if (isObject(value) && 'end' in value) {
      const end = readEnd(value['end']);
      const isSame = end.rows === rows && end.blobs === blobs && end.blobBytes === blobBytes && end.sha256 === hash.digest('hex');
      if (!isSame || blob.isOpen()) throw damaged('counts or hash');
      isOver = true;
      yield { kind: 'end', ...end };
      continue;
    }
    hash.update(`${line}\n`);
    const item = readItem(value, blob.take);
    if (!item) continue;
    if (item.kind !== 'blob' && blob.isOpen()) throw damaged('a blob without its end');
    if (item.kind === 'row') rows += 1;
    if (item.kind === 'blob') {
      blobs += 1;
      blobBytes += item.content.length;
    }
    yield item;
  }
  if (!hash) throw foreign();
  if (!isOver) throw damaged('no end');
}

const isCount = (value: unknown): value is number => Number.isSafeInteger(value) && (value as number) >= 0;

function parsed(line: string): unknown {
  try {
    return JSON.parse(line);
  } catch {
    throw damaged('no JSON');
  }
}

function readHeader(line: string): BackupHeader {
  let header: unknown;
  try {
    header = JSON.parse(line);
  } catch {
    throw foreign();
  }
  if (!isObject(header) || header['backup'] !== 'bellhop') throw foreign();
  const { version, tenant, at } = header;
  if (version !== VERSION) throw new AppError('invalid', 'backup.version', { detail: String(version).slice(0, 20) });
  if (typeof tenant !== 'string' || typeof at !== 'string' || Number.isNaN(Date.parse(at))) throw damaged('header');
  return { tenant, at };
}

function readEnd(end: unknown): BackupEnd {
  if (!isObject(end)) throw damaged('end');
  const { rows, blobs, blobBytes, sha256 } = end;
  if (!isCount(rows) || !isCount(blobs) || !isCount(blobBytes) || typeof sha256 !== 'string') throw damaged('end');
  return { rows, blobs, blobBytes, sha256 };
}

/** The item of a line; undefined for a part of a blob that is not its last. */
function readItem(value: unknown, takePart: (part: Record<string, unknown>) => BackupItem | undefined): BackupItem | undefined {
  if (Array.isArray(value)) {
    const [row, data] = value as unknown[];
    if (value.length !== 2 || typeof row !== 'string') throw damaged('row');
    return { kind: 'row', row, data };
  }
  if (!isObject(value)) throw damaged('line');
  if ('blob' in value) return takePart(value);
  const ids = value['again'];
  if (!Array.isArray(ids) || !ids.every((id) => typeof id === 'string')) throw damaged('line');
  return { kind: 'again', ids };
}

function createBlobJoiner() {
  let key: string | undefined;
  let parts: Buffer[] = [];
  let bytes = 0;
  return {
    isOpen: (): boolean => parts.length > 0,
    take({ blob, base64, isLast }: Record<string, unknown>): BackupItem | undefined {
      if (typeof blob !== 'string' || typeof base64 !== 'string' || (parts.length > 0 && blob !== key)) throw damaged('blob');
      key = blob;
      const part = Buffer.from(base64, 'base64');
      parts.push(part);
      bytes += part.length;
      if (bytes > MAX_BLOB_BYTES) throw damaged('a blob that is too large');
      if (isLast !== true) return undefined;
      const content = Buffer.concat(parts);
      parts = [];
      bytes = 0;
      return { kind: 'blob', key: blob, content };
    },
  };
}
