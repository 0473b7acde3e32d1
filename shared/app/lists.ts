import {
  AppError, MAX_PAGE, coerceStrings, isRefused, parseInput, refuse, type Actor, type Clock, type ListDefinition, type Page, type Refused, type Summary,
} from '../kernel';
import { endOf, type Storage } from '../storage/port';
import { allowedActions, allowedOnRow, readerNumber } from './allowed';
import type { Desk } from './desk';
import { findList, type AnyPractice } from './registry';
import type { Position } from './sorted-index';

export interface ListRequest {
  readonly list: string;
  /** Filters as text, as a query string has them. */
  readonly filters: Readonly<Record<string, unknown>>;
  /** Name of a sort, `-` in front for descending. */
  readonly sort?: string | undefined;
  readonly limit?: number | undefined;
  readonly cursor?: string | undefined;
  /** Count all matches too. */
  readonly withTotal?: boolean | undefined;
  readonly actor: Actor;
}

const DEFAULT_PAGE = 50;
const encode = (value: unknown): string => Buffer.from(JSON.stringify(value)).toString('base64url');

/** A cursor comes back from outside: it may be anything. */
function decode<T>(cursor: string | undefined, isRight: (value: unknown) => boolean): T | undefined {
  if (!cursor) return undefined;
  try {
    const value: unknown = JSON.parse(Buffer.from(cursor, 'base64url').toString());
    if (isRight(value)) return value as T;
  } catch {
    // Not even JSON.
  }
  throw new AppError('invalid', 'badCursor');
}

function isPosition(value: unknown): boolean {
  if (typeof value !== 'object' || value === null) return false;
  const { key, id } = value as Partial<Record<'key' | 'id', unknown>>;
  return typeof id === 'string' && (key === null || typeof key === 'string' || typeof key === 'number');
}

function limitOf(request: ListRequest): number {
  const limit = request.limit ?? DEFAULT_PAGE;
  if (!Number.isInteger(limit) || limit < 1 || limit > MAX_PAGE) throw new AppError('invalid', 'badLimit');
  return limit;
}

/** Pages through any list; what the reader may not see is neither listed nor counted. */
export function createLists(storage: Storage, partition: string, desk: Desk, clock: Clock) {
  function present(practice: AnyPractice, summary: Summary, actor: Actor, now: string, can: readonly string[]): object {
    const row = practice.row?.(summary, actor, desk.directory, now) ?? summary;
    // A row is new and nobody else's: copying its many fields once more would be a third of the time of a page.
    return Object.assign(row === summary ? { ...row } : row, { can });
  }

  type Matches = (summary: Summary) => boolean;

  function deskPage(practice: AnyPractice, list: ListDefinition, request: ListRequest, matches: Matches): Page<Summary> {
    const descending = request.sort?.startsWith('-') ?? false;
    const sort = request.sort?.replace(/^-/, '') || Object.keys(list.sorts ?? {})[0] || '';
    if (!Object.hasOwn(list.sorts ?? {}, sort)) throw new AppError('invalid', 'badSort', { detail: Object.keys(list.sorts ?? {}).join(', ') });
    const limit = limitOf(request);
    const items: Summary[] = [];
    let last: Position | undefined;
    let cursor: string | undefined;
    for (const { value, position } of desk.index(practice.name, list, sort).walk(descending, decode<Position>(request.cursor, isPosition))) {
      if (!matches(value)) continue;
      if (items.length === limit) {
        cursor = encode(last);
        break;
      }
      items.push(value);
      last = position;
    }
    return { items, ...(cursor && { cursor }), ...(request.withTotal && { total: countMatches(practice, matches) }) };
  }

  function countMatches(practice: AnyPractice, matches: Matches): number {
    let total = 0;
    for (const summary of desk.all(practice.name)) if (matches(summary)) total += 1;
    return total;
  }

  async function storedPage(practice: AnyPractice, stored: string, request: ListRequest): Promise<Page<Summary>> {
    const limit = limitOf(request);
    const prefix = `x:${stored}:`;
    const items: Summary[] = [];
    let from = decode<string>(request.cursor, (value) => typeof value === 'string' && value.startsWith(prefix)) ?? prefix;
    for (;;) {
      const { rows } = await storage.range({ partition, from, to: endOf(prefix), limit: limit + 1 });
      for (const { row, data } of rows) {
        if (items.length === limit) return { items, cursor: encode(row) };
        if (practice.canRead(request.actor, data)) items.push(data as Summary);
        from = `${row}\u007e`;
      }
      if (rows.length <= limit) return { items };
    }
  }

  async function page(request: ListRequest): Promise<Page<object> | Refused> {
    const found = findList(request.list);
    if (!found) return refuse('kernel.notFound');
    const { practice, list } = found;
    const parsed = parseInput(list.filters, coerceStrings(list.filters, request.filters));
    if ('problems' in parsed) return refuse('kernel.invalidInput', undefined, parsed.problems);
    const now = clock.now().toISOString();
    const { actor } = request;
    const filter = parsed.value as Readonly<Record<string, unknown>>;
    const raw = list.source === 'desk' ? deskRows(practice, list, request, filter, now) : await storedRows(practice, list, request, filter);
    if (isRefused(raw)) return raw;
    const reader = readerNumber(actor);
    // Stored rows are read anew for every page: there is nothing to remember them by.
    const canOf = (summary: Summary): readonly string[] => (list.source === 'desk' ? allowedOnRow(practice, actor, summary, reader) : allowedActions(practice, actor, summary));
    return { ...raw, items: raw.items.map((summary) => present(practice, summary, actor, now, canOf(summary))) };
  }

  function deskRows(practice: AnyPractice, list: ListDefinition, request: ListRequest, filter: Readonly<Record<string, unknown>>, now: string) {
    const matches: Matches = (summary) =>
      (list.includes?.(summary, filter, request.actor, now) ?? true) && practice.canRead(request.actor, summary);
    return deskPage(practice, list, request, matches);
  }

  async function storedRows(practice: AnyPractice, list: ListDefinition, request: ListRequest, filter: Readonly<Record<string, unknown>>) {
    const stored = list.storedAs?.(filter, request.actor);
    return stored === undefined ? refuse('kernel.notFound') : storedPage(practice, stored, request);
  }

  /** How many records match each of several filters of a desk list: the counters beside saved views. */
  function counts(listName: string, filters: readonly Readonly<Record<string, unknown>>[], actor: Actor): readonly number[] {
    const found = findList(listName);
    if (!found) return filters.map(() => 0);
    const { practice, list } = found;
    const now = clock.now().toISOString();
    const readable = [...desk.all(practice.name)].filter((summary) => practice.canRead(actor, summary));
    return filters.map((filter) => readable.filter((summary) => list.includes?.(summary, filter, actor, now) ?? true).length);
  }

  return { page, counts };
}

export type Lists = ReturnType<typeof createLists>;
