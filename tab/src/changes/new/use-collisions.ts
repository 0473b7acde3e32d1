import { useEffect, useState } from 'react';
import type { CollisionView } from '../../../../shared/changes/change-views';
import type { CollisionsView } from '../../../../shared/changes/planning-views';
import type { WorkToPlace } from '../../../../shared/scheduling/schedule-views';
import { useSession } from '../../lib/session';

const SETTLE_MS = 350;

export interface CollisionCheck {
  readonly status: 'none' | 'checking' | 'ready' | 'failed';
  readonly collisions: readonly CollisionView[];
}

const NOTHING: CollisionCheck = { status: 'none', collisions: [] };

/** What a window would run into, asked a moment after the last change; an older question is given up. */
export function useCollisions(work: WorkToPlace, plannedStart: string | undefined, plannedEnd: string | undefined): CollisionCheck {
  const { api } = useSession();
  const [check, setCheck] = useState<CollisionCheck & { readonly of?: string }>(NOTHING);
  const isWindow = plannedStart !== undefined && plannedEnd !== undefined && plannedStart < plannedEnd;
  const isWork = work.itemIds.length > 0 || work.serviceIds.length > 0 || work.implementerId !== undefined;
  const question = isWindow && isWork ? JSON.stringify({ ...work, plannedStart, plannedEnd }) : undefined;

  useEffect(() => {
    if (!question) return undefined;
    const control = new AbortController();
    const timer = setTimeout(() => {
      api
        .ask('/api/collisions', JSON.parse(question) as object, control.signal)
        .then((response) => response.json() as Promise<CollisionsView>)
        .then(
          ({ collisions }) => control.signal.aborted || setCheck({ status: 'ready', collisions, of: question }),
          () => control.signal.aborted || setCheck({ status: 'failed', collisions: [], of: question }),
        );
    }, SETTLE_MS);
    return () => {
      clearTimeout(timer);
      control.abort();
    };
  }, [api, question]);

  if (!question) return NOTHING;
  return check.of === question ? check : { status: 'checking', collisions: check.collisions };
}
