import { isLaterState, type ListDefinition, type RecordState, type Summary } from '../kernel';
import type { Change } from './rows';
import { createDirectory } from './desk-directory';
import type { CategoryModels, Directory } from '../catalog';
import { createSortedIndex, type SortedIndex } from './sorted-index';

const REMEMBERED = 20_000;

/**
 * Active records, organisation and configuration in memory: loaded at start, fed by own commits at once and by the change
 * feed for those of other instances. Queue pages, counters and suggestions come from here and cost no storage call.
 */
export interface Desk {
  readonly directory: Directory;
  /** Takes other models for finding categories; those that are not named stay. */
  useModels(models: CategoryModels): void;
  /** People who are out of office by Teams. */
  outOfOffice(): ReadonlySet<string>;
  useOutOfOffice(personIds: ReadonlySet<string>): void;
  get(id: string): Summary | undefined;
  /** Has this version of the record, or a later one, been taken over already? */
  hasSeen(id: string, version: number): boolean;
  all(practice: string): Iterable<Summary>;
  count(practice: string): number;
  /** All active records of a practice in the order of one sort of one of its lists. */
  index(practice: string, list: ListDefinition, sort: string): SortedIndex<Summary>;
  /** Takes a change; older ones than already known are ignored. Returns whether it was news. */
  apply(change: Change): boolean;
  /** Called for every change that was news, with the summary as it was before. Returns the function that ends it. */
  onChange(listener: (change: Change, before: Summary | undefined) => void): () => void;
}

export function createDesk(): Desk {
  const byPractice = new Map<string, Map<string, Summary>>();
  const ended = new Map<string, RecordState>();
  const indexes = new Map<string, { practice: string; index: SortedIndex<Summary> }>();
  const listeners = new Set<(change: Change, before: Summary | undefined) => void>();

  const table = (practice: string): Map<string, Summary> => {
    let records = byPractice.get(practice);
    if (!records) byPractice.set(practice, (records = new Map<string, Summary>()));
    return records;
  };

  const byId = new Map<string, Summary>();

  function isNews(change: Change): boolean {
    const known = table(change.practice).get(change.id) ?? ended.get(change.id);
    return !known || isLaterState(change, known);
  }

  function rememberEnd(change: Change): void {
    ended.set(change.id, { version: change.version, ...(change.revision && { revision: change.revision }) });
    const oldest = ended.keys().next().value;
    if (ended.size > REMEMBERED && oldest !== undefined) ended.delete(oldest);
  }

  function apply(change: Change): boolean {
    if (!isNews(change)) return false;
    const records = table(change.practice);
    const before = records.get(change.id);
    if (change.active) {
      records.set(change.id, change.summary);
      byId.set(change.id, change.summary);
      ended.delete(change.id);
    } else {
      records.delete(change.id);
      byId.delete(change.id);
      rememberEnd(change);
    }
    for (const { practice, index } of indexes.values()) {
      if (practice !== change.practice) continue;
      if (change.active) index.put(change.id, change.summary);
      else index.remove(change.id);
    }
    directory.noteChange(change.practice, change.id, change.active ? change.summary : undefined);
    for (const listener of listeners) listener(change, before);
    return true;
  }

  function index(practice: string, list: ListDefinition, sort: string): SortedIndex<Summary> {
    const name = `${list.name} ${sort}`;
    let found = indexes.get(name);
    if (!found) {
      found = { practice, index: createSortedIndex((summary) => list.sorts?.[sort]?.(summary)) };
      for (const [id, summary] of table(practice)) found.index.put(id, summary);
      indexes.set(name, found);
    }
    return found.index;
  }

  const directory = createDirectory((practice) => table(practice), (id) => byId.get(id));

  return {
    directory: directory.directory,
    useModels: (models) => directory.useModels({ ...directory.directory.categoryModels(), ...models }),
    outOfOffice: directory.outOfOffice,
    useOutOfOffice: directory.useOutOfOffice,
    get: (id) => byId.get(id),
    hasSeen: (id, version) => (byId.get(id) ?? ended.get(id))?.version !== undefined && (byId.get(id) ?? ended.get(id))!.version >= version,
    all: (practice) => table(practice).values(),
    count: (practice) => table(practice).size,
    index,
    apply,
    onChange(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}
