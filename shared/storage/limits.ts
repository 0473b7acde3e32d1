import { AppError } from '../kernel';
import { LIMITS, type Batch } from './port';
import { encodeData, rowBytes } from './row-codec';

/** One write of a checked batch; `json` is the text to store. */
export type PreparedWrite =
  | { readonly kind: 'create'; readonly row: string; readonly json: string }
  | { readonly kind: 'replace'; readonly row: string; readonly etag: string; readonly json: string }
  | { readonly kind: 'delete'; readonly row: string; readonly etag: string }
  | { readonly kind: 'put'; readonly row: string; readonly json: string }
  | { readonly kind: 'drop'; readonly row: string };

/** A batch that keeps every limit: guarded writes first, in the order given. */
export interface PreparedBatch {
  readonly partition: string;
  readonly writes: readonly PreparedWrite[];
}

/** Checks a batch for both adapters and encodes its values; throws `invalid` before anything is written. */
export function prepareBatch(batch: Batch): PreparedBatch {
  const { partition, guarded, derived = [] } = batch;
  const rows = guarded.length + derived.length;
  if (rows > LIMITS.batchRows) throw tooLarge(`${rows} rows in one batch, at most ${LIMITS.batchRows}`);
  if (guarded.length === 0) throw badBatch('no guarded write');
  checkKey(partition);
  const seen = new Set<string>();
  const writes = [...guarded, ...derived].map((write): PreparedWrite => {
    checkKey(write.row);
    if (seen.has(write.row)) throw badBatch(`the row ${write.row} twice`);
    seen.add(write.row);
    if ('etag' in write) checkEtag(write.etag);
    if (!('data' in write)) return write;
    const { data, ...rest } = write;
    return { ...rest, json: encodeRow(partition, write.row, data) };
  });
  checkBatchBytes(partition, writes);
  return { partition, writes };
}

// Azure forbids / \ # ? and control characters in keys; ASCII alone, so that both stores order alike.
const KEY = /^[\x20-\x7e]+$/;
const FORBIDDEN_IN_KEY = /[/\\#?]/;

/** Checks a partition or row key: printable ASCII without `/ \ # ?`, 1 to LIMITS.keyChars characters. */
export function checkKey(key: string): void {
  if (key.length > LIMITS.keyChars) throw tooLarge(`a key of ${key.length} characters, at most ${LIMITS.keyChars}`);
  if (!KEY.test(key) || FORBIDDEN_IN_KEY.test(key)) {
    throw new AppError('invalid', 'storage.badKey', { detail: JSON.stringify(key) });
  }
}

// "*" means "whatever is there" to Azure: last writer wins, which the port does not offer.
function checkEtag(etag: string): void {
  if (etag === '' || etag.includes('*')) throw badBatch('a condition needs the etag that was read');
}

function encodeRow(partition: string, row: string, data: unknown): string {
  const json = encodeData(data);
  const bytes = rowBytes(partition, row, json);
  if (bytes > LIMITS.rowBytes) throw tooLarge(`the row ${row} has ${bytes} bytes, at most ${LIMITS.rowBytes}`);
  return json;
}

/** Checks a row as a batch does, and says how many bytes of a batch it takes at most. */
export function sizeInBatch(partition: string, row: string, data: unknown): number {
  checkKey(row);
  const json = encodeRow(partition, row, data);
  return payloadBytes(partition, [{ kind: 'put', row, json }], mostBytes);
}

/** Headers, address and property names of one row in a transaction: about 300 bytes measured, more for a long account name. */
const OVERHEAD_BYTES = 1_024;

/** In a transaction a row is UTF-8 with its quotes and backslashes escaped once more: at most three bytes for each character. */
const mostBytes = (json: string): number => 3 * json.length;

/** Azure limits the request of a transaction; the exact count is needed for large batches only. */
function checkBatchBytes(partition: string, writes: readonly PreparedWrite[]): void {
  const atMost = payloadBytes(partition, writes, mostBytes);
  if (atMost <= LIMITS.batchBytes) return;
  const bytes = payloadBytes(partition, writes, (json) => Buffer.byteLength(JSON.stringify(json)));
  if (bytes > LIMITS.batchBytes) throw tooLarge(`${bytes} bytes in one batch, at most ${LIMITS.batchBytes}`);
}

function payloadBytes(partition: string, writes: readonly PreparedWrite[], bytesOf: (json: string) => number): number {
  return writes.reduce((sum, write) => {
    // A key stands once in the address, where a character can take three, and once in the body.
    const keys = 4 * (partition.length + write.row.length);
    return sum + OVERHEAD_BYTES + keys + ('json' in write ? bytesOf(write.json) : 0);
  }, 0);
}

function tooLarge(detail: string): AppError {
  return new AppError('invalid', 'storage.tooLarge', { detail });
}

function badBatch(detail: string): AppError {
  return new AppError('invalid', 'storage.badBatch', { detail });
}
