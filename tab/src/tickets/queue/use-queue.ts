import { useEffect, useState } from 'react';
import type { TicketRow } from '../../../../shared/tickets/ticket-views';
import { followChanges } from '../../lib/follow';
import type { Session } from '../../lib/session';
import { useStore } from '../../lib/store';
import { announce } from '../../parts/announce';
import { createQueueList, type QueueList, type QueueState } from './queue-list';
import type { Filters } from './views';

const KEPT_LISTS = 12;
/** Changes arrive in bursts: one refresh for all of them, still well within a second. */
const GATHER_MS = 120;
/** Many loaded rows mean several pages to ask for: not several times a second. */
const GATHER_MANY_MS = 1_000;
const MANY_ROWS = 200;
const GATHER_COUNTS_MS = 300;

/** The list behind these parameters; the same object as long as the session lives, up to a dozen of them. */
export function keptList({ kept, api }: Session, list: string, params: string): QueueList {
  const key = `queue ${list}?${params}`;
  const made = (kept.get(key) as QueueList | undefined) ?? createQueueList(api, list, new URLSearchParams(params));
  kept.delete(key);
  kept.set(key, made);
  const keys = [...kept.keys()].filter((name) => name.startsWith('queue '));
  for (const name of keys.slice(0, Math.max(0, keys.length - KEPT_LISTS))) kept.delete(name);
  return made;
}

function sayArrived({ t }: Session, arrived: readonly TicketRow[]): void {
  const [first] = arrived;
  if (!first) return;
  announce(arrived.length === 1 ? t('tab.queue.arrived', { id: first.id, title: first.title }) : t('tab.queue.arrivedMany', { count: arrived.length }));
}

/** Loads a list and keeps it fresh while it is on the screen. */
export function useQueueList(session: Session, list: QueueList): QueueState {
  useEffect(() => {
    if (list.isLoaded()) void list.refresh();
    else list.load();
    const wait = (): number => (list.state.get().rows.length > MANY_ROWS ? GATHER_MANY_MS : GATHER_MS);
    return followChanges(session.stream, 'tickets', () => void list.refresh().then((arrived) => sayArrived(session, arrived)), wait);
  }, [session, list]);
  return useStore(list.state);
}

/**
 * The same while filters change: what was there before stays until the answer is, so that the table neither flickers nor
 * loses the keyboard. Another view starts empty, because old rows under a new name would mislead.
 */
export function useShownList(session: Session, wanted: QueueList, viewId: string): { readonly list: QueueList; readonly state: QueueState } {
  const wantedState = useQueueList(session, wanted);
  const [last, setLast] = useState({ list: wanted, viewId });
  if (last.list !== wanted && wantedState.status !== 'loading') setLast({ list: wanted, viewId });
  const list = wantedState.status === 'loading' && last.viewId === viewId ? last.list : wanted;
  return { list, state: useStore(list.state) };
}

/** How many tickets each view holds; undefined until known. */
export function useCounts(session: Session, filters: readonly Filters[]): readonly (number | undefined)[] {
  const wanted = JSON.stringify(filters);
  const [counts, setCounts] = useState<readonly number[]>([]);
  useEffect(() => {
    let asked = 0;
    const load = (): void => {
      // Answers may overtake each other: the last question counts.
      const own = (asked += 1);
      session.api.get<{ counts: readonly number[] }>(`/api/counts/tickets.open?views=${encodeURIComponent(wanted)}`).then(
        (answer) => own === asked && setCounts(answer.counts),
        // Counters are a help: without them the views still work.
        () => undefined,
      );
    };
    load();
    const end = followChanges(session.stream, 'tickets', load, () => GATHER_COUNTS_MS);
    return () => {
      asked += 1;
      end();
    };
  }, [session, wanted]);
  return counts;
}
