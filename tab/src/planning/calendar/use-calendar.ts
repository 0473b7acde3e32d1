import { useCallback, useEffect, useRef, useState } from 'react';
import type { ChangeRow } from '../../../../shared/changes/change-views';
import type { CalendarView } from '../../../../shared/changes/planning-views';
import { ApiError } from '../../lib/api';
import { followChanges } from '../../lib/follow';
import { useSession } from '../../lib/session';

/** One press may change a change and its booking; they are asked for once. */
const GATHER_MS = 300;
const FOLLOWED = ['changes', 'freezes', 'maintenanceWindows'] as const;

export interface CalendarState {
  readonly view?: CalendarView | undefined;
  readonly error?: ApiError | undefined;
  /** What is shown is not what was asked for. */
  readonly isOld: boolean;
  reload(): void;
  /** Shows at once what an own action answered. */
  patch(row: Partial<ChangeRow> & Pick<ChangeRow, 'id' | 'version'>): void;
}

interface Loaded {
  readonly of: string;
  readonly view?: CalendarView;
  readonly error?: ApiError;
}

/** The change calendar between two instants, kept fresh while it is shown. What was there stays until the next is. */
export function useCalendar(from: string, to: string, itemId: string | undefined): CalendarState {
  const { api, stream } = useSession();
  const asked = new URLSearchParams({ from, to, ...(itemId && { itemId }) }).toString();
  const [state, setState] = useState<Loaded>({ of: '' });
  const run = useRef<{ readonly of: string; readonly control: AbortController; isAgainWanted: boolean }>(undefined);

  const load = useCallback(() => {
    const now = run.current;
    if (now?.of === asked) {
      // What changed while an answer was on its way may be missing in it: it is asked again, once, after it.
      now.isAgainWanted = true;
      return;
    }
    now?.control.abort();
    const own = { of: asked, control: new AbortController(), isAgainWanted: false };
    run.current = own;
    const { signal } = own.control;
    api
      .get<CalendarView>(`/api/calendar?${asked}`, signal)
      .then(
        (view) => !signal.aborted && setState({ view, of: asked }),
        (error: unknown) => {
          if (signal.aborted) return;
          const failed = error instanceof ApiError ? error : new ApiError('bug', String(error), 0);
          setState(({ view }) => ({ ...(view && { view }), error: failed, of: asked }));
        },
      )
      .finally(() => {
        if (run.current !== own) return;
        run.current = undefined;
        if (own.isAgainWanted) load();
      });
  }, [api, asked]);

  useEffect(() => {
    load();
    const ends = FOLLOWED.map((practice) => followChanges(stream, practice, load, () => GATHER_MS));
    return () => {
      for (const end of ends) end();
      run.current?.control.abort();
      run.current = undefined;
    };
  }, [load, stream]);

  const patch = useCallback<CalendarState['patch']>((fresh) => {
    setState((now) =>
      now.view ? { ...now, view: { ...now.view, changes: now.view.changes.map((row) => (row.id === fresh.id && fresh.version >= row.version ? { ...row, ...fresh } : row)) } } : now,
    );
  }, []);
  return { view: state.view, error: state.of === asked ? state.error : undefined, isOld: state.of !== asked, reload: load, patch };
}
