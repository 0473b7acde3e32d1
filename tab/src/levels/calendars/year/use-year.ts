import { useEffect, useState } from 'react';
import type { CalendarYear } from '../../../../../shared/sla/calendar-year-views';
import { ApiError } from '../../../lib/api';
import { useSession } from '../../../lib/session';

const TYPING_MS = 350;

export interface YearState {
  readonly view?: CalendarYear | undefined;
  /** Why the draft cannot be shown. */
  readonly error?: ApiError | undefined;
  /** The one shown is not the one asked for. */
  readonly isOld: boolean;
}

/** The year of a calendar as it would be with a draft; asked a moment after the last change. */
export function useYear(draft: Readonly<Record<string, unknown>>, year: number): YearState {
  const { api } = useSession();
  const asked = JSON.stringify({ ...draft, year });
  const [state, setState] = useState<{ readonly view?: CalendarYear; readonly error?: ApiError; readonly of: string }>({ of: '' });
  useEffect(() => {
    const control = new AbortController();
    const timer = setTimeout(
      () => {
        api.ask('/api/calendars/preview-year', JSON.parse(asked) as object, control.signal).then(
          async (response) => setState({ view: ((await response.json()) as { year: CalendarYear }).year, of: asked }),
          (error: unknown) => {
            if (control.signal.aborted) return;
            setState((now) => ({ ...now, error: error instanceof ApiError ? error : new ApiError('bug', String(error), 0), of: asked }));
          },
        );
      },
      TYPING_MS,
    );
    return () => {
      clearTimeout(timer);
      control.abort();
    };
  }, [api, asked]);
  return { view: state.view, error: state.of === asked ? state.error : undefined, isOld: state.of !== asked };
}
