import { useEffect, useState } from 'react';
import type { PersonOption } from '../lib/api-types';
import { useSession } from '../lib/session';

const NONE: Readonly<Record<string, string>> = {};

/** Names of people that a record only knows by id; an id stands for itself until its name is there. */
export function useNames(ids: readonly string[]): (id: string) => string {
  const { api, me } = useSession();
  const wanted = [...new Set(ids)].sort().join(',');
  const [names, setNames] = useState(NONE);
  useEffect(() => {
    if (!wanted) return undefined;
    const control = new AbortController();
    api.get<{ items: readonly PersonOption[] }>(`/api/people?ids=${encodeURIComponent(wanted)}`, control.signal).then(
      ({ items }) => setNames(Object.fromEntries(items.map(({ id, name }) => [id, name]))),
      () => undefined,
    );
    return () => control.abort();
  }, [api, wanted]);
  return (id) => (id === me.id ? me.name : (names[id] ?? id));
}
