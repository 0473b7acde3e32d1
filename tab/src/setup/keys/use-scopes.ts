import { useEffect } from 'react';
import type { KeyScopes } from '../../../../shared/integration-keys/integration-key-views';
import { useKept, useSession } from '../../lib/session';
import { createStore, useStore } from '../../lib/store';

type Practices = KeyScopes['practices'];

export const EVERYTHING = '*';

/** What keys can be made for, in the reader's words; undefined until it is there. Asked for once. */
export function useScopes(): Practices | undefined {
  const { api } = useSession();
  const store = useKept('key scopes', () => createStore<Practices | undefined>(undefined));
  useEffect(() => {
    if (store.get()) return;
    // Without words, the names themselves are shown.
    api.get<KeyScopes>('/api/integration-keys/scopes').then(({ practices }) => store.set(practices), () => undefined);
  }, [api, store]);
  return useStore(store);
}

interface Choice {
  readonly value: string;
  readonly text: string;
}

/** Everything at once first, then practice by practice. */
export const readChoices = (practices: Practices, everything: string): readonly Choice[] =>
  [{ value: EVERYTHING, text: everything }, ...practices.map(({ name, label }) => ({ value: name, text: label }))];

/** Each practice as a whole, then its actions. */
export const actionChoices = (practices: Practices, whole: (practice: string) => string): readonly Choice[] =>
  practices.flatMap(({ name, label, actions }) =>
    actions.length === 0 ? [] : [{ value: `${name}.${EVERYTHING}`, text: whole(label) }, ...actions.map((action) => ({ value: action.name, text: `${label}: ${action.label}` }))],
  );
