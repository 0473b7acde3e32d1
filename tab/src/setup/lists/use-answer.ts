import { useEffect, useState } from 'react';
import { useSession } from '../../lib/session';

export interface Answer<T> {
  /** Of this address; what was asked before is gone at once. */
  readonly answer?: T | undefined;
  readonly isFailed: boolean;
  retry(): void;
}

/** One answer of the server to one address. */
export function useAnswer<T>(path: string): Answer<T> {
  const { api } = useSession();
  const [turn, setTurn] = useState(0);
  const [state, setState] = useState<{ readonly path: string; readonly answer?: T; readonly isFailed: boolean }>();
  useEffect(() => {
    const control = new AbortController();
    api.get<T>(path, control.signal).then(
      (answer) => setState({ path, answer, isFailed: false }),
      () => !control.signal.aborted && setState({ path, isFailed: true }),
    );
    return () => control.abort();
  }, [api, path, turn]);
  const own = state?.path === path ? state : undefined;
  return { answer: own?.answer, isFailed: own?.isFailed ?? false, retry: () => setTurn((count) => count + 1) };
}
