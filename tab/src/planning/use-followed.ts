import { useCallback, useEffect, useRef, useState } from 'react';
import { asApiError, type ApiError } from '../lib/api';
import { followChanges } from '../lib/follow';
import { useSession } from '../lib/session';

/** One press may change a record and what belongs to it; the answer is asked for once. */
const GATHER_MS = 300;

export interface Followed<T> {
  readonly value?: T | undefined;
  readonly error?: ApiError | undefined;
  /** What is shown is not what was asked for. */
  readonly isOld: boolean;
  reload(): void;
  /** Shows at once what an own action answered. */
  change(change: (value: T) => T): void;
}

interface Loaded<T> {
  readonly of: string;
  readonly value?: T;
  readonly error?: ApiError;
}

/** An answer of the server, kept fresh while it is shown: asked again when something of these practices changes. What was there stays until the next is. */
export function useFollowed<T>(path: string, practices: readonly string[]): Followed<T> {
  const { api, stream } = useSession();
  const [state, setState] = useState<Loaded<T>>({ of: '' });
  const run = useRef<{ readonly of: string; readonly control: AbortController; isAgainWanted: boolean; done: Promise<void> }>(undefined);

  const load = useCallback((): Promise<void> => {
    const now = run.current;
    if (now?.of === path) {
      // What changed while an answer was on its way may be missing in it: it is asked again, once, after it.
      now.isAgainWanted = true;
      return now.done;
    }
    now?.control.abort();
    const own = { of: path, control: new AbortController(), isAgainWanted: false, done: Promise.resolve() };
    run.current = own;
    const { signal } = own.control;
    own.done = api
      .get<T>(path, signal)
      .then(
        (value) => {
          if (!signal.aborted) setState({ value, of: path });
        },
        (error: unknown) => {
          if (signal.aborted) return;
          const failed = asApiError(error);
          setState(({ value }) => ({ ...(value !== undefined && { value }), error: failed, of: path }));
        },
      )
      .finally(() => {
        if (run.current !== own) return;
        run.current = undefined;
        if (own.isAgainWanted) void load();
      });
    return own.done;
  }, [api, path]);

  const names = practices.join(' ');
  useEffect(() => {
    void load();
    const ends = names.split(' ').map((practice) => followChanges(stream, practice, load, () => GATHER_MS));
    return () => {
      for (const end of ends) end();
      run.current?.control.abort();
      run.current = undefined;
    };
  }, [load, stream, names]);

  const change = useCallback<Followed<T>['change']>((update) => setState((now) => (now.value === undefined ? now : { ...now, value: update(now.value) })), []);
  return { value: state.value, error: state.of === path ? state.error : undefined, isOld: state.of !== path, reload: () => void load(), change };
}
