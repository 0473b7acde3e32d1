import { useCallback, useEffect, useState } from 'react';
import type { TicketExplanation } from '../../../../../shared/sla/explain-views';
import type { TicketView } from '../../../../../shared/tickets/ticket-views';
import { asApiError, type ApiError } from '../../../lib/api';
import { useNow } from '../../../lib/now';
import { useRecord } from '../../../lib/records';
import { useSession } from '../../../lib/session';

export interface ExplanationState {
  readonly explanation?: TicketExplanation;
  readonly error?: ApiError;
  retry(): void;
}

const MINUTE_CHARS = '2026-03-02T09:00'.length;

/** Why a ticket is due then: told anew with every change of the ticket, and every minute, because clocks run. */
export function useExplanation(id: string): ExplanationState {
  const { api, records } = useSession();
  const { record } = useRecord<TicketView>(records, 'tickets', id);
  const minute = useNow().slice(0, MINUTE_CHARS);
  const [state, setState] = useState<Pick<ExplanationState, 'explanation' | 'error'>>({});
  const [tries, setTries] = useState(0);
  const version = record?.version;

  useEffect(() => {
    const aborter = new AbortController();
    api.get<{ explanation: TicketExplanation }>(`/api/tickets/${id}/clocks`, aborter.signal).then(
      ({ explanation }) => setState({ explanation }),
      (error: unknown) => {
        if (aborter.signal.aborted) return;
        const failed = asApiError(error);
        // What was told stays while the connection is away; what may no longer be read goes.
        setState((known) => (failed.code === 'offline' && known.explanation ? known : { error: failed }));
      },
    );
    return () => aborter.abort();
  }, [api, id, version, minute, tries]);

  return { ...state, retry: useCallback(() => setTries((count) => count + 1), []) };
}
