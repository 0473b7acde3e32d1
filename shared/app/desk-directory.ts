import type { Directory, Settings } from '../catalog';
import type { Summary } from '../kernel';
import type { Person } from '../people';
import { createServiceLevels, type ServiceLevels } from '../sla';

/** The directory over the desk's tables; small lookups are rebuilt when their table changes. */
export function createDirectory(table: (practice: string) => ReadonlyMap<string, Summary>): {
  directory: Directory;
  noteChange(practice: string): void;
} {
  let levels: ServiceLevels | undefined;
  let byObjectId: Map<string, Person> | undefined;

  const find = <T>(practice: string) => (id: string | undefined): T | undefined =>
    id === undefined ? undefined : (table(practice).get(id) as T | undefined);
  const all = <T>(practice: string) => (): Iterable<T> => table(practice).values() as Iterable<unknown> as Iterable<T>;

  function objectIds(): Map<string, Person> {
    const people = [...(table('people').values() as Iterable<unknown>)] as Person[];
    return new Map(people.flatMap((person) => (person.aadObjectId ? [[person.aadObjectId.toLowerCase(), person] as const] : [])));
  }

  const directory: Directory = {
    person: find('people'),
    group: find('groups'),
    category: find('categories'),
    offering: find('offerings'),
    article: find('articles'),
    calendar: find('calendars'),
    agreement: find('agreements'),
    settings: () => (table('settings').values().next().value as Partial<Settings> | undefined) ?? {},
    people: all('people'),
    groups: all('groups'),
    categories: all('categories'),
    offerings: all('offerings'),
    articles: all('articles'),
    calendars: all('calendars'),
    agreements: all('agreements'),
    serviceLevels: () => (levels ??= createServiceLevels(directory)),
    personByObjectId: (aadObjectId) => (byObjectId ??= objectIds()).get(aadObjectId.toLowerCase()),
  };

  return {
    directory,
    noteChange(practice) {
      if (practice === 'agreements' || practice === 'calendars') levels = undefined;
      if (practice === 'people') byObjectId = undefined;
    },
  };
}
