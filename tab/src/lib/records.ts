import { useEffect, useMemo, useSyncExternalStore } from 'react';
import type { RecordView } from '../../../shared/kernel';
import { isLaterState } from '../../../shared/kernel/record';
import { asApiError, type Api, type ApiError } from './api';
import type { ChangeNotice, Stream } from './stream';

export interface RecordState<R = RecordView> {
  /** Where it was asked for last. */
  readonly practice?: string;
  readonly record?: R;
  readonly error?: ApiError;
  readonly isLoading: boolean;
}

/** Records as last seen, kept fresh while somebody looks at them. */
export interface Records {
  peek(id: string): RecordState;
  /** Loads it unless it is there; `true` loads it again. */
  load(practice: string, id: string, isAgain?: boolean): void;
  put(record: RecordView): void;
  subscribe(id: string, listener: () => void): () => void;
}

type Heard = Pick<ChangeNotice, 'version' | 'revision'>;

/** After a gap nobody knows what was missed: whatever is on its way may be old. */
const ANYTHING: Heard = { version: Infinity };
const NOTHING: RecordState = { isLoading: false };
const KEPT = 60;

export function createRecords(api: Api, stream: Stream): Records {
  const states = new Map<string, RecordState>();
  const listeners = new Map<string, Set<() => void>>();
  /** The latest state heard of while an answer was on its way: an older answer is asked for again. */
  const wanted = new Map<string, Heard>();

  function want(id: string, heard: Heard): void {
    const before = wanted.get(id);
    if (!before || isLaterState(heard, before)) wanted.set(id, heard);
  }

  function set(id: string, state: RecordState): void {
    states.delete(id);
    states.set(id, state);
    for (const oldest of states.keys()) {
      if (states.size <= KEPT) break;
      if (!listeners.has(oldest)) states.delete(oldest);
    }
    for (const listener of [...(listeners.get(id) ?? [])]) listener();
  }

  function put(record: RecordView): void {
    const known = states.get(record.id)?.record;
    const isOlder = known && isLaterState(known, record);
    set(record.id, { practice: record.practice, record: isOlder ? known : record, isLoading: false });
  }

  function load(practice: string, id: string, isAgain = false): void {
    const state = states.get(id) ?? NOTHING;
    if (state.isLoading || (state.record && !isAgain)) return;
    set(id, { ...state, practice, isLoading: true });
    api.get<{ record: RecordView }>(`/api/${practice}/${id}`).then(
      ({ record }) => {
        put(record);
        const heard = wanted.get(id);
        wanted.delete(id);
        if (heard && isLaterState(heard, record)) load(practice, id, true);
      },
      (error: unknown) => {
        const failed = asApiError(error);
        // What was shown stays while the connection is away; what may no longer be read goes.
        const keeps = failed.code === 'offline' && states.get(id)?.record;
        wanted.delete(id);
        set(id, { practice, ...(keeps && { record: keeps }), error: failed, isLoading: false });
      },
    );
  }

  const isWatched = (id: string): boolean => (listeners.get(id)?.size ?? 0) > 0;

  stream.onChange((heard) => {
    const { practice, id } = heard;
    const { record: known, isLoading } = states.get(id) ?? NOTHING;
    if (known && !isLaterState(heard, known)) return;
    // Also when nobody looks any more: they may come back before the answer does.
    if (isLoading) want(id, heard);
    else if (isWatched(id)) load(practice, id, true);
    else states.delete(id);
  });
  stream.onResync(() => {
    for (const [id, { practice, isLoading }] of [...states]) {
      if (isLoading) want(id, ANYTHING);
      else if (practice && isWatched(id)) load(practice, id, true);
      else states.delete(id);
    }
  });

  return {
    peek: (id) => states.get(id) ?? NOTHING,
    load,
    put,
    subscribe(id, listener) {
      const set = listeners.get(id) ?? new Set();
      listeners.set(id, set.add(listener));
      return () => {
        set.delete(listener);
        if (set.size === 0 && listeners.get(id) === set) listeners.delete(id);
      };
    },
  };
}

/** One record, loaded when needed and fresh while it is on the screen. */
export function useRecord<R extends RecordView>(records: Records, practice: string, id: string | undefined): RecordState<R> {
  const subscribe = useMemo(() => (listener: () => void) => (id ? records.subscribe(id, listener) : () => undefined), [records, id]);
  const state = useSyncExternalStore(subscribe, () => (id ? records.peek(id) : NOTHING));
  useEffect(() => {
    if (id) records.load(practice, id);
  }, [records, practice, id]);
  return state as RecordState<R>;
}
