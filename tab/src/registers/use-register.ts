import { useEffect, useMemo } from 'react';
import type { RecordView } from '../../../shared/kernel';
import { asApiError, type Api, type ApiError } from '../lib/api';
import { followChanges } from '../lib/follow';
import { useKept, useSession } from '../lib/session';
import { createStore, useStore, type Store } from '../lib/store';

export interface RegisterState<R> {
  readonly entries: readonly R[];
  readonly status: 'loading' | 'ready' | 'failed';
  readonly error?: ApiError;
}

const PAGE = 100;
const GATHER_MS = 300;

async function all<R>(api: Api, practice: string, isRetired: boolean): Promise<readonly R[]> {
  const entries: R[] = [];
  let cursor: string | undefined;
  do {
    const query = new URLSearchParams({ retired: String(isRetired), limit: String(PAGE), ...(cursor && { cursor }) });
    const page = await api.get<{ items: readonly R[]; cursor?: string }>(`/api/lists/${practice}?${query}`);
    entries.push(...page.items);
    cursor = page.cursor;
  } while (cursor);
  return entries;
}

interface Register<R> {
  readonly state: Store<RegisterState<R>>;
  load(): Promise<void>;
}

function createRegister<R>(api: Api, practice: string): Register<R> {
  const state = createStore<RegisterState<R>>({ entries: [], status: 'loading' });
  let asked = 0;
  return {
    state,
    load() {
      const own = (asked += 1);
      return Promise.all([all<R>(api, practice, false), all<R>(api, practice, true)]).then(
        ([current, retired]) => {
          if (own === asked) state.set({ entries: [...current, ...retired], status: 'ready' });
        },
        (error: unknown) => {
          if (own !== asked) return;
          const failed = asApiError(error);
          state.set((now) => ({ entries: now.entries, status: now.entries.length > 0 ? 'ready' : 'failed', error: failed }));
        },
      );
    },
  };
}

/** Every entry of a register, retired ones too, in its own order; kept fresh while a page shows it. */
export function useRegister<R extends RecordView>(practice: string): RegisterState<R> & { reload(): void } {
  const { api, stream } = useSession();
  const register = useKept(`register ${practice}`, () => createRegister<R>(api, practice));
  useEffect(() => {
    void register.load();
    return followChanges(stream, practice, register.load, () => GATHER_MS);
  }, [register, stream, practice]);
  const state = useStore(register.state);
  return useMemo(() => ({ ...state, reload: register.load }), [state, register]);
}
