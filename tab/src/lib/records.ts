import { useEffect, useMemo, useSyncExternalStore } from 'react';
import type { RecordView } from '../../../shared/kernel';
import { ApiError, type Api } from './api';
import type { Stream } from './stream';

export interface RecordState<R = RecordView> {
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

const NOTHING: RecordState = { isLoading: false };
const KEPT = 60;

export function createRecords(api: Api, stream: Stream): Records {
  const states = new Map<string, RecordState>();
  const listeners = new Map<string, Set<() => void>>();
  /** The newest version heard of: an answer that was on its way when a change came is asked for again. */
  const wanted = new Map<string, number>();

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
    const isOlder = known && known.version > record.version;
    set(record.id, { record: isOlder ? known : record, isLoading: false });
  }

  function load(practice: string, id: string, isAgain = false): void {
    const state = states.get(id) ?? NOTHING;
    if (state.isLoading || (state.record && !isAgain)) return;
    set(id, { ...state, isLoading: true });
    api.get<{ record: RecordView }>(`/api/${practice}/${id}`).then(
      ({ record }) => {
        put(record);
        const newest = wanted.get(id) ?? 0;
        wanted.delete(id);
        if (record.version < newest) load(practice, id, true);
      },
      (error: unknown) => {
        const failed = error instanceof ApiError ? error : new ApiError('bug', String(error), 0);
        // What was shown stays while the connection is away; what may no longer be read goes.
        const keeps = failed.code === 'offline' && states.get(id)?.record;
        set(id, { ...(keeps && { record: keeps }), error: failed, isLoading: false });
      },
    );
  }

  const isWatched = (id: string): boolean => (listeners.get(id)?.size ?? 0) > 0;

  stream.onChange(({ practice, id, version }) => {
    const known = states.get(id)?.record;
    if (known && known.version >= version) return;
    if (!isWatched(id)) return void states.delete(id);
    if (states.get(id)?.isLoading) wanted.set(id, version);
    else load(practice, id, true);
  });
  stream.onResync(() => {
    for (const [id, { record, isLoading }] of [...states]) {
      if (!isWatched(id)) states.delete(id);
      else if (isLoading) wanted.set(id, Infinity);
      else if (record) load(record.practice, id, true);
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
