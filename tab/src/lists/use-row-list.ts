import { useEffect, useState } from 'react';
import type { RecordView } from '../../../shared/kernel';
import { followChanges } from '../lib/follow';
import type { Session } from '../lib/session';
import { useStore } from '../lib/store';
import { announce } from '../parts/announce';
import { createRowList, isRowList, type ListState, type Row, type RowList } from './row-list';

/** What the lists of a practice have in common. */
export interface ListKind<R extends Row> {
  readonly practice: string;
  /** What a record says about its row. */
  rowOf(record: RecordView): Partial<R>;
  /** Said to screen readers when rows arrive. */
  arrivedText(session: Session, arrived: readonly R[]): string;
}

const KEPT_LISTS = 12;
/** Changes arrive in bursts: one refresh for all of them, still well within a second. */
const GATHER_MS = 120;
/** Many loaded rows mean several pages to ask for: not several times a second. */
const GATHER_MANY_MS = 1_000;
const MANY_ROWS = 200;
const GATHER_COUNTS_MS = 300;

/** The list behind these parameters; the same object as long as the session lives, up to a dozen of them. */
export function keptList<R extends Row>({ kept, api }: Session, kind: ListKind<R>, list: string, params: string): RowList<R> {
  const key = `list ${list}?${params}`;
  const made = (kept.get(key) as RowList<R> | undefined) ?? createRowList<R>({ api, list, params: new URLSearchParams(params), rowOf: (record) => kind.rowOf(record) });
  kept.delete(key);
  kept.set(key, made);
  const keys = [...kept.keys()].filter((name) => isRowList(kept.get(name)));
  for (const name of keys.slice(0, Math.max(0, keys.length - KEPT_LISTS))) kept.delete(name);
  return made;
}

/** Loads a list and keeps it fresh while it is on the screen. */
export function useRowList<R extends Row>(session: Session, kind: ListKind<R>, list: RowList<R>): ListState<R> {
  useEffect(() => {
    if (list.state.get().status === 'loading') list.load();
    else void list.refresh();
    const wait = (): number => (list.state.get().rows.length > MANY_ROWS ? GATHER_MANY_MS : GATHER_MS);
    const say = (arrived: readonly R[]): void => {
      if (arrived.length > 0) announce(kind.arrivedText(session, arrived));
    };
    return followChanges(session.stream, kind.practice, () => list.refresh().then(say), wait);
  }, [session, kind, list]);
  return useStore(list.state);
}

/**
 * The same while filters change: what was there before stays until the answer is, so that the table neither flickers nor
 * loses the keyboard. Another view starts empty, because old rows under a new name would mislead.
 */
export function useShownList<R extends Row>(session: Session, kind: ListKind<R>, wanted: RowList<R>, viewId: string): { readonly list: RowList<R>; readonly state: ListState<R> } {
  const wantedState = useRowList(session, kind, wanted);
  const [last, setLast] = useState({ list: wanted, viewId });
  if (last.list !== wanted && wantedState.status !== 'loading') setLast({ list: wanted, viewId });
  const list = wantedState.status === 'loading' && last.viewId === viewId ? last.list : wanted;
  return { list, state: useStore(list.state) };
}

/** How many rows each set of filters of a list leaves; undefined until known. */
export function useCounts(session: Session, practice: string, list: string, filters: readonly object[]): readonly (number | undefined)[] {
  const wanted = JSON.stringify(filters);
  const [counts, setCounts] = useState<readonly number[]>([]);
  useEffect(() => {
    let asked = 0;
    const load = (): Promise<void> => {
      // Answers may overtake each other: the last question counts.
      const own = (asked += 1);
      return session.api.get<{ counts: readonly number[] }>(`/api/counts/${list}?views=${encodeURIComponent(wanted)}`).then(
        (answer) => {
          if (own === asked) setCounts(answer.counts);
        },
        // Counters are a help: without them the views still work.
        () => undefined,
      );
    };
    void load();
    const end = followChanges(session.stream, practice, load, () => GATHER_COUNTS_MS);
    return () => {
      asked += 1;
      end();
    };
  }, [session, practice, list, wanted]);
  return counts;
}
