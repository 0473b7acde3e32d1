import { useEffect, useState } from 'react';
import type { CalendarYear } from '../../../../../shared/sla/calendar-year-views';
import { asApiError, type Api, type ApiError } from '../../../lib/api';
import { useSession } from '../../../lib/session';

const TYPING_MS = 350;

export interface YearState {
  readonly view?: CalendarYear | undefined;
  /** Why the draft cannot be shown. */
  readonly error?: ApiError | undefined;
  /** The one shown is not the one asked for. */
  readonly isOld: boolean;
}

/** A calendar as it is, or as it would be with a draft. */
export type YearSource = { readonly id: string; readonly version: number } | { readonly draft: Readonly<Record<string, unknown>> };

async function load(api: Api, source: YearSource, year: number, signal: AbortSignal): Promise<CalendarYear> {
  if (!('draft' in source)) return (await api.get<{ year: CalendarYear }>(`/api/calendars/${source.id}/year?year=${year}`, signal)).year;
  const response = await api.ask('/api/calendars/preview-year', { calendar: source.draft, year }, signal);
  return ((await response.json()) as { year: CalendarYear }).year;
}

/** The year of a calendar; of a draft asked a moment after the last change. */
export function useYear(source: YearSource, year: number): YearState {
  const { api } = useSession();
  const asked = JSON.stringify({ source, year });
  const [state, setState] = useState<{ readonly view?: CalendarYear; readonly error?: ApiError; readonly of: string }>({ of: '' });
  useEffect(() => {
    const control = new AbortController();
    const timer = setTimeout(
      () => {
        load(api, source, year, control.signal).then(
          (view) => setState({ view, of: asked }),
          (error: unknown) => {
            if (control.signal.aborted) return;
            setState((now) => ({ ...now, error: asApiError(error), of: asked }));
          },
        );
      },
      'draft' in source ? TYPING_MS : 0,
    );
    return () => {
      clearTimeout(timer);
      control.abort();
    };
    // What is asked is the same as long as its words are.
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, [api, asked]);
  return { view: state.view, error: state.of === asked ? state.error : undefined, isOld: state.of !== asked };
}
