import { useEffect, useState } from 'react';
import type { ChangeRow, CollisionView } from '../../../../shared/changes/change-views';
import type { CollisionsView } from '../../../../shared/changes/planning-views';
import { asApiError, type Api, type ApiError } from '../../lib/api';
import { useSession } from '../../lib/session';
import type { Stretch } from './days';

const SETTLE_MS = 250;

export interface WindowCheck {
  readonly collisions: readonly CollisionView[];
  readonly isLoading: boolean;
  readonly error?: ApiError | undefined;
}

/** What a change would run into in another window. */
export async function askCollisions(api: Api, row: ChangeRow, { from, to }: Stretch, signal?: AbortSignal): Promise<readonly CollisionView[]> {
  const { id, type, templateId, serviceIds, itemIds, implementerId } = row;
  const response = await api.ask(
    '/api/collisions',
    { changeId: id, type, serviceIds, itemIds, plannedStart: from, plannedEnd: to, ...(templateId && { templateId }), ...(implementerId && { implementerId }) },
    signal,
  );
  return ((await response.json()) as CollisionsView).collisions;
}

/** The same while the window is being chosen: asked a moment after the last change of it, an older question is dropped. */
export function useWindowCheck(row: ChangeRow, window: Stretch | undefined): WindowCheck {
  const { api } = useSession();
  const asked = window && `${row.id} ${window.from} ${window.to}`;
  const [state, setState] = useState<{ readonly of: string; readonly collisions: readonly CollisionView[]; readonly error?: ApiError }>({ of: '', collisions: [] });
  useEffect(() => {
    if (!window || asked === undefined) return undefined;
    const control = new AbortController();
    const timer = setTimeout(() => {
      askCollisions(api, row, window, control.signal).then(
        (collisions) => setState({ of: asked, collisions }),
        (error: unknown) => {
          if (control.signal.aborted) return;
          setState({ of: asked, collisions: [], error: asApiError(error) });
        },
      );
    }, SETTLE_MS);
    return () => {
      clearTimeout(timer);
      control.abort();
    };
    // What is asked is the same as long as its words are.
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, [api, asked]);
  const isCurrent = state.of === asked;
  return { collisions: isCurrent ? state.collisions : [], isLoading: asked !== undefined && !isCurrent, error: isCurrent ? state.error : undefined };
}
