import type { Article } from '../knowledge';
import type { Group, Person } from '../people';
import type { Agreement, Calendar, ServiceLevels } from '../sla';
import type { Category, Offering, Settings } from './catalog';

/** The organisation and its configuration as one instance knows it now: in memory, read-only, no storage call. */
export interface Directory {
  person(id: string | undefined): Person | undefined;
  personByObjectId(aadObjectId: string): Person | undefined;
  group(id: string | undefined): Group | undefined;
  category(id: string | undefined): Category | undefined;
  offering(id: string | undefined): Offering | undefined;
  article(id: string | undefined): Article | undefined;
  calendar(id: string | undefined): Calendar | undefined;
  agreement(id: string | undefined): Agreement | undefined;
  settings(): Partial<Settings>;
  people(): Iterable<Person>;
  groups(): Iterable<Group>;
  categories(): Iterable<Category>;
  offerings(): Iterable<Offering>;
  articles(): Iterable<Article>;
  calendars(): Iterable<Calendar>;
  agreements(): Iterable<Agreement>;
  /** What is promised now; the same object until the configuration changes. */
  serviceLevels(): ServiceLevels;
}

export const DEFAULT_AUTO_CLOSE_DAYS = 5;

/** `Hardware › Laptop` in the reader's language. */
export function categoryPath(directory: Directory, id: string | undefined, language: string): string | undefined {
  const entry = directory.category(id);
  if (!entry) return undefined;
  const name = language === 'de' ? (entry.nameDe ?? entry.name) : entry.name;
  const parent = categoryPath(directory, entry.parentId, language);
  return parent ? `${parent} › ${name}` : name;
}
