import { useEffect, useState } from 'react';
import type { Attainment, AttainmentGrouping, AttainmentOutcome, AttainmentTicket, AttainmentTickets, MissReason } from '../../../../shared/sla/attainment-views';
import type { Metric } from '../../../../shared/sla/clock-views';
import { asApiError, type ApiError } from '../../lib/api';
import { useSession } from '../../lib/session';

/** What is looked at; local dates, both included. */
export interface Wanted {
  readonly from: string;
  readonly to: string;
  readonly by: AttainmentGrouping;
  readonly metric?: Metric | undefined;
}

/** Which promises behind the figures. */
export interface Slice {
  readonly key?: string;
  readonly outcome?: AttainmentOutcome;
  readonly reason?: MissReason;
  /** What it is, in words. */
  readonly title: string;
}

function queryOf({ from, to, by, metric }: Wanted): URLSearchParams {
  return new URLSearchParams({ from, to, by, ...(metric && { metric }) });
}


export interface AttainmentState {
  readonly figures?: Attainment;
  readonly error?: ApiError;
  readonly isOld: boolean;
  retry(): void;
}

/** The figures of a period; the ones before stay until the new ones are there. */
export function useAttainment(wanted: Wanted): AttainmentState {
  const { api } = useSession();
  const [tries, setTries] = useState(0);
  const asked = `${queryOf(wanted).toString()} ${tries}`;
  const [state, setState] = useState<{ readonly figures?: Attainment; readonly error?: ApiError; readonly of?: string }>({});
  useEffect(() => {
    const control = new AbortController();
    api.get<Attainment>(`/api/service-levels/attainment?${asked.split(' ')[0]}`, control.signal).then(
      (figures) => setState({ figures, of: asked }),
      (error: unknown) => !control.signal.aborted && setState((now) => ({ ...now, error: asApiError(error), of: asked })),
    );
    return () => control.abort();
  }, [api, asked]);
  const { figures, error, of } = state;
  return { isOld: of !== asked, retry: () => setTries(tries + 1), ...(figures && { figures }), ...(error && of === asked && { error }) };
}

export interface TicketsState {
  readonly items: readonly AttainmentTicket[];
  readonly total?: number;
  readonly hidden: number;
  readonly cursor?: string | undefined;
  readonly isLoading: boolean;
  readonly error?: ApiError;
}

const PAGE = 30;
const NOTHING: TicketsState = { items: [], hidden: 0, isLoading: true };

/** The promises behind one figure, a page at a time. */
export function useSliceTickets(wanted: Wanted, { key, outcome, reason }: Slice): TicketsState & { more(): void } {
  const { api } = useSession();
  const query = queryOf(wanted);
  if (key !== undefined) query.set('key', key || 'none');
  if (outcome) query.set('outcome', outcome);
  if (reason) query.set('reason', reason);
  query.set('limit', String(PAGE));
  const asked = query.toString();
  const [state, setState] = useState<TicketsState>(NOTHING);

  useEffect(() => {
    const control = new AbortController();
    api.get<AttainmentTickets>(`/api/service-levels/attainment/tickets?${asked}`, control.signal).then(
      ({ items, total, hidden, cursor }) => setState({ items, total, hidden, cursor, isLoading: false }),
      (error: unknown) => !control.signal.aborted && setState({ ...NOTHING, error: asApiError(error), isLoading: false }),
    );
    return () => control.abort();
  }, [api, asked]);

  function more(): void {
    const { cursor, isLoading } = state;
    if (!cursor || isLoading) return;
    setState((now) => ({ ...now, isLoading: true }));
    api.get<AttainmentTickets>(`/api/service-levels/attainment/tickets?${asked}&cursor=${encodeURIComponent(cursor)}`).then(
      (page) => setState((now) => ({ ...now, items: [...now.items, ...page.items], cursor: page.cursor, isLoading: false })),
      (error: unknown) => setState((now) => ({ ...now, error: asApiError(error), isLoading: false })),
    );
  }
  return { ...state, more };
}
