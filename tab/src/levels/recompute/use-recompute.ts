import { useCallback, useEffect, useRef, useState } from 'react';
import type { RecomputeProgress } from '../../../../shared/app/recompute-views';
import { useSession } from '../../lib/session';

const ASK_AGAIN_MS = 1_000;
/** The job begins a moment after a change. */
const EXPECTED_MS = 10_000;
const DEFINITIONS = new Set(['agreements', 'calendars', 'groups', 'categories', 'offerings']);

export interface Recompute {
  readonly progress?: RecomputeProgress | undefined;
  /** A run that ended while somebody was looking. */
  readonly isNewlyDone: boolean;
  dismiss(): void;
}

/** Follows the computing of open tickets after a change of what is promised: while it runs, and a moment after each change. */
export function useRecompute(): Recompute {
  const { api, stream } = useSession();
  const [progress, setProgress] = useState<RecomputeProgress>();
  const [seen, setSeen] = useState<string>();
  const expectedUntil = useRef(0);

  useEffect(() => {
    const control = new AbortController();
    let timer: ReturnType<typeof setTimeout> | undefined;
    let isFirst = true;
    const ask = (): void => {
      clearTimeout(timer);
      timer = undefined;
      api.get<RecomputeProgress>('/api/service-levels/recompute', control.signal).then(
        (next) => {
          if (isFirst && next.state === 'idle') setSeen(next.finishedAt);
          isFirst = false;
          setProgress(next);
          if (next.state !== 'idle' || Date.now() < expectedUntil.current) timer ??= setTimeout(ask, ASK_AGAIN_MS);
        },
        // A help only: what is computed does not depend on anybody watching.
        () => undefined,
      );
    };
    ask();
    const end = stream.onChange(({ practice }) => {
      if (!DEFINITIONS.has(practice)) return;
      expectedUntil.current = Date.now() + EXPECTED_MS;
      ask();
    });
    return () => {
      end();
      control.abort();
      clearTimeout(timer);
    };
  }, [api, stream]);

  const isNewlyDone = progress?.state === 'idle' && progress.finishedAt !== undefined && progress.finishedAt !== seen;
  return { progress, isNewlyDone, dismiss: useCallback(() => setSeen(progress?.finishedAt), [progress]) };
}
