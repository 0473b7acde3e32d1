import type { RecordView } from '../../../shared/kernel';
import { isLaterState } from '../../../shared/kernel/record';
import { asApiError, type Api, type ApiError } from '../lib/api';
import { createStore, type Store } from '../lib/store';

/** What every row of every list has. */
export interface Row {
  readonly id: string;
  readonly version: number;
  readonly revision?: number;
  readonly title?: string;
}

export interface ListState<R extends Row> {
  readonly rows: readonly R[];
  readonly cursor?: string | undefined;
  readonly total?: number | undefined;
  readonly status: 'loading' | 'ready' | 'failed';
  readonly isLoadingMore: boolean;
  readonly error?: ApiError | undefined;
  /** Rows that the last refresh brought or changed. */
  readonly news: ReadonlySet<string>;
}

interface Page<R> {
  readonly items: readonly R[];
  readonly cursor?: string;
  readonly total?: number;
}

export interface RowList<R extends Row = Row> {
  readonly state: Store<ListState<R>>;
  /** Loads the first page, unless it is there. */
  load(): void;
  more(): void;
  /** Loads again what is shown, without anything moving that did not change. Resolves with the rows that are new. */
  refresh(): Promise<readonly R[]>;
  /** Shows at once what an own action answered, if the record is in the list. */
  take(record: RecordView): void;
  /** Where the reader is: kept while another page is shown. */
  position: { currentId?: string | undefined; scrollTop: number };
}

const FIRST_PAGE = 60;
const NEXT_PAGE = 100;
const LARGEST_PAGE = 200;
const NO_NEWS: ReadonlySet<string> = new Set();


/** An answer may be older than what an own action has shown already. A row that did not change is not drawn again. */
function isNews<R extends Row>(row: R, known: R): boolean {
  if (isLaterState(known, row)) return false;
  return (Object.keys(row) as (keyof R)[]).some((name) => row[name] !== known[name] && JSON.stringify(row[name]) !== JSON.stringify(known[name]));
}

export interface RowListOptions<R extends Row> {
  readonly api: Api;
  readonly list: string;
  readonly params: URLSearchParams;
  /** What a record says about its row. */
  rowOf(record: RecordView): Partial<R>;
}

/** Lists are kept between pages, beside other things. */
export const isRowList = (value: unknown): value is RowList => typeof value === 'object' && value !== null && 'take' in value && 'refresh' in value;

/** One list with one set of filters: pages loaded so far, refreshed in place. */
export function createRowList<R extends Row>({ api, list, params, rowOf }: RowListOptions<R>): RowList<R> {
  const state = createStore<ListState<R>>({ rows: [], status: 'loading', isLoadingMore: false, news: NO_NEWS });
  let isStarted = false;
  let running: Promise<readonly R[]> | undefined;
  let isAgainWanted = false;
  let isMoreWanted = false;

  function fetchPage(limit: number, cursor: string | undefined, withTotal: boolean): Promise<Page<R>> {
    const query = new URLSearchParams(params);
    query.set('limit', String(limit));
    if (cursor) query.set('cursor', cursor);
    if (withTotal) query.set('total', 'true');
    return api.get<Page<R>>(`/api/lists/${list}?${query.toString()}`);
  }

  function start(): void {
    isStarted = true;
    state.set((now) => ({ ...now, status: 'loading', error: undefined }));
    fetchPage(FIRST_PAGE, undefined, true).then(
      ({ items, cursor, total }) => {
        state.set((now) => ({ ...now, rows: items, cursor, total, status: 'ready', news: NO_NEWS }));
        catchUp();
      },
      (error: unknown) => {
        isStarted = false;
        state.set((now) => ({ ...now, status: 'failed', error: asApiError(error) }));
      },
    );
  }

  async function loadWindow(count: number): Promise<Page<R>> {
    const items: R[] = [];
    let cursor: string | undefined;
    let total: number | undefined;
    do {
      const page = await fetchPage(Math.min(LARGEST_PAGE, Math.max(FIRST_PAGE, count - items.length)), cursor, items.length === 0);
      items.push(...page.items);
      total ??= page.total;
      cursor = page.cursor;
    } while (cursor && items.length < count);
    return { items, ...(cursor && { cursor }), ...(total !== undefined && { total }) };
  }

  async function reload(): Promise<readonly R[]> {
    const page = await loadWindow(state.get().rows.length);
    // As they are now: an own action may have been answered meanwhile.
    const known = new Map(state.get().rows.map((row) => [row.id, row]));
    const rows = page.items.map((row) => {
      const old = known.get(row.id);
      return old && !isNews(row, old) ? old : row;
    });
    const arrived = rows.filter((row) => !known.has(row.id));
    const news = new Set(rows.filter((row) => known.get(row.id) !== row).map((row) => row.id));
    state.set((now) => ({ ...now, rows, cursor: page.cursor, total: page.total ?? now.total, news, error: undefined, status: 'ready' }));
    return arrived;
  }

  /** What changed while an answer was on its way may be missing in it, and who scrolled meanwhile still wants more. */
  function catchUp(): void {
    if (isAgainWanted) {
      isAgainWanted = false;
      void refresh();
    } else if (isMoreWanted) more();
  }

  function refresh(): Promise<readonly R[]> {
    const { status, isLoadingMore } = state.get();
    // What failed is tried again as soon as there is reason to believe that the server is back.
    if (status === 'failed') start();
    if (!isStarted || status === 'failed') return Promise.resolve([]);
    if (running || isLoadingMore || status === 'loading') {
      isAgainWanted = true;
      return running ?? Promise.resolve([]);
    }
    running = reload()
      .catch((error: unknown) => {
        state.set((now) => ({ ...now, error: asApiError(error) }));
        return [];
      })
      .finally(() => {
        running = undefined;
        catchUp();
      });
    return running;
  }

  function more(): void {
    isMoreWanted = false;
    const { cursor, isLoadingMore, status } = state.get();
    if (!cursor || isLoadingMore || status !== 'ready') return;
    if (running) {
      isMoreWanted = true;
      return;
    }
    state.set((now) => ({ ...now, isLoadingMore: true }));
    fetchPage(NEXT_PAGE, cursor, false)
      .then(
        (page) =>
          state.set((now) => {
            const known = new Set(now.rows.map((row) => row.id));
            return { ...now, rows: [...now.rows, ...page.items.filter((row) => !known.has(row.id))], cursor: page.cursor, isLoadingMore: false };
          }),
        (error: unknown) => state.set((now) => ({ ...now, isLoadingMore: false, error: asApiError(error) })),
      )
      .finally(catchUp);
  }

  return {
    state,
    position: { scrollTop: 0 },
    load() {
      if (!isStarted) start();
    },
    more,
    refresh,
    take: (record) =>
      state.set((now) => ({
        ...now,
        rows: now.rows.map((row) => (row.id === record.id && isLaterState(record, row) ? { ...row, ...rowOf(record) } : row)),
      })),
  };
}
