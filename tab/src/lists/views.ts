import { readStored, writeStored } from '../lib/stored';
import { createStore, type Store } from '../lib/store';

/** Filters of a list, as the address and saved views keep them: text, several values separated by commas. */
export type Filters<N extends string = string> = Readonly<Partial<Record<N, string>>>;

export interface ListView<N extends string = string> {
  readonly id: string;
  /** Absent for own views, which have a name. */
  readonly labelKey?: string;
  readonly name?: string;
  readonly list: string;
  readonly filters: Filters<N>;
  readonly sort: string;
  /** Views of the same kind stand together under a heading. */
  readonly headingKey?: string;
}

/** Own views live in this browser, per person. */
export interface OwnViews<N extends string> {
  readonly store: Store<readonly ListView<N>[]>;
  save(name: string, filters: Filters<N>, sort: string): ListView<N>;
  update(id: string, changes: Partial<Pick<ListView<N>, 'name' | 'filters' | 'sort'>>): void;
  remove(id: string): void;
}

/** `key` names them in this browser; they are views of `list`. */
export function createOwnViews<N extends string>(key: string, list: string): OwnViews<N> {
  const store = createStore<readonly ListView<N>[]>(readStored<readonly ListView<N>[]>(key, []));
  store.subscribe(() => writeStored(key, store.get()));
  return {
    store,
    save(name, filters, sort) {
      const view: ListView<N> = { id: `own-${Date.now().toString(36)}`, name, list, filters, sort };
      store.set((views) => [...views, view]);
      return view;
    },
    update: (id, changes) => store.set((views) => views.map((view) => (view.id === id ? { ...view, ...changes } : view))),
    remove: (id) => store.set((views) => views.filter((view) => view.id !== id)),
  };
}

/** What the address asks for: the view's own filters, changed by those in the query. An empty value takes one away. */
export function readFilters<N extends string>(names: readonly N[], view: ListView<N>, query: URLSearchParams): Filters<N> {
  const merged: Partial<Record<N, string>> = { ...view.filters };
  for (const name of names) {
    const value = query.get(name);
    if (value === null) continue;
    if (value === '') delete merged[name];
    else merged[name] = value;
  }
  return merged;
}

/** The query that turns a view into these filters and this order: only what differs, so addresses stay short. */
export function writeFilters<N extends string>(names: readonly N[], view: ListView<N>, filters: Filters<N>, sort: string): URLSearchParams {
  const query = new URLSearchParams();
  for (const name of names) {
    if (filters[name] !== view.filters[name]) query.set(name, filters[name] ?? '');
  }
  if (sort !== view.sort) query.set('sort', sort);
  return query;
}

/** The parameters of `GET /api/lists/<list>`. */
export function listParams(filters: Filters, sort: string): URLSearchParams {
  const params = new URLSearchParams(Object.entries(filters).filter((entry): entry is [string, string] => Boolean(entry[1])));
  if (sort) params.set('sort', sort);
  return params;
}
