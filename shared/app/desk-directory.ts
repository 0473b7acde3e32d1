import type { Directory, Settings } from '../catalog';
import type { Summary } from '../kernel';
import type { Person } from '../people';
import type { Target } from '../sla';

/** The directory over the desk's tables; small lookups are rebuilt when their table changes. */
export function createDirectory(table: (practice: string) => ReadonlyMap<string, Summary>): {
  directory: Directory;
  noteChange(practice: string): void;
} {
  let targets: Map<string, Target> | undefined;
  let byObjectId: Map<string, Person> | undefined;

  const find = <T>(practice: string) => (id: string | undefined): T | undefined =>
    id === undefined ? undefined : (table(practice).get(id) as T | undefined);
  const all = <T>(practice: string) => (): Iterable<T> => table(practice).values() as Iterable<unknown> as Iterable<T>;

  function targetTable(): Map<string, Target> {
    const rows = [...(table('targets').values() as Iterable<unknown>)] as Target[];
    return new Map(rows.filter((row) => !row.retired).map((row) => [`${row.kind} ${row.priority}`, row]));
  }

  function objectIds(): Map<string, Person> {
    const people = [...(table('people').values() as Iterable<unknown>)] as Person[];
    return new Map(people.flatMap((person) => (person.aadObjectId ? [[person.aadObjectId.toLowerCase(), person] as const] : [])));
  }

  return {
    directory: {
      person: find('people'),
      group: find('groups'),
      category: find('categories'),
      offering: find('offerings'),
      article: find('articles'),
      calendar: find('calendars'),
      target: (kind, priority) => (targets ??= targetTable()).get(`${kind} ${priority}`),
      settings: () => (table('settings').values().next().value as Partial<Settings> | undefined) ?? {},
      people: all('people'),
      groups: all('groups'),
      categories: all('categories'),
      offerings: all('offerings'),
      articles: all('articles'),
      personByObjectId: (aadObjectId) => (byObjectId ??= objectIds()).get(aadObjectId.toLowerCase()),
    },
    noteChange(practice) {
      if (practice === 'targets') targets = undefined;
      if (practice === 'people') byObjectId = undefined;
    },
  };
}
