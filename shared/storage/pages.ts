import { AppError } from '../kernel';
import { checkKey } from './limits';
import { LIMITS, type RangeQuery } from './port';

/** A range read with every default filled in and the continuation decoded. */
export interface PageQuery {
  readonly partition: string;
  readonly from: string;
  readonly to: string;
  readonly limit: number;
  /** The last row key of the page before. */
  readonly after: string | undefined;
}

// The end of a prefix is one above its last character, so that a bound may be 0x7f or a character that keys may not have.
const BOUND = new RegExp(`^[\\x20-\\x7f]{0,${LIMITS.keyChars}}$`);

/** Checks a range query for both adapters; throws `invalid` before the store is asked. */
export function readPageQuery(query: RangeQuery): PageQuery {
  const { partition, from, to, limit = LIMITS.pageRows } = query;
  checkKey(partition);
  if (!Number.isInteger(limit) || limit < 1 || limit > LIMITS.pageRows) throw badPage(`limit ${limit}`);
  if (!BOUND.test(from) || !BOUND.test(to)) throw badPage('range bounds are printable ASCII');
  const after = query.continuation === undefined ? undefined : decodeContinuation(query.continuation);
  if (after !== undefined && (after < from || after >= to)) throw badPage('continuation of another range');
  return { partition, from, to, limit, after };
}

/**
 * The continuation is the last row key that was read, the same on both stores: it stays good when rows come and go, and a
 * forged one cannot leave its range.
 */
export function encodeContinuation(lastRow: string): string {
  return Buffer.from(lastRow, 'latin1').toString('base64url');
}

function decodeContinuation(continuation: string): string {
  const row = Buffer.from(continuation, 'base64url').toString('latin1');
  if (row === '' || !BOUND.test(row) || encodeContinuation(row) !== continuation) throw badPage('continuation');
  return row;
}

function badPage(detail: string): AppError {
  return new AppError('invalid', 'storage.badPage', { detail });
}
