import type { CategoryModels, Directory, Settings } from '../catalog';
import { createItemGraph, type ItemGraph } from '../configuration';
import type { Summary } from '../kernel';
import type { Person } from '../people';
import { createSchedule, type Booking, type Exemption, type Schedule } from '../scheduling';
import { createServiceLevels, type ServiceLevels } from '../sla';

/** After a change of these the change calendar is put together anew. */
const REBUILDS = new Set(['items', 'freezes', 'maintenanceWindows', 'freezeExceptions']);

/** The directory over the desk's tables; small lookups are rebuilt when their table changes. */
export function createDirectory(table: (practice: string) => ReadonlyMap<string, Summary>, get: (id: string) => Summary | undefined): {
  directory: Directory;
  /** `summary` is absent for a record that has left the desk. */
  noteChange(practice: string, id: string, summary: Summary | undefined): void;
  useModels(models: CategoryModels): void;
  outOfOffice(): ReadonlySet<string>;
  useOutOfOffice(personIds: ReadonlySet<string>): void;
} {
  let levels: ServiceLevels | undefined;
  let byObjectId: Map<string, Person> | undefined;
  let graph: ItemGraph | undefined;
  let schedule: Schedule | undefined;
  let models: CategoryModels = {};
  let out: ReadonlySet<string> = new Set();

  const find = <T>(practice: string) => (id: string | undefined): T | undefined =>
    id === undefined ? undefined : (table(practice).get(id) as T | undefined);
  const all = <T>(practice: string) => (): Iterable<T> => table(practice).values() as Iterable<unknown> as Iterable<T>;

  function objectIds(): Map<string, Person> {
    const people = [...(table('people').values() as Iterable<unknown>)] as Person[];
    return new Map(people.flatMap((person) => (person.aadObjectId ? [[person.aadObjectId.toLowerCase(), person] as const] : [])));
  }

  /** Practices put what takes a place in the calendar into their summaries, so that nobody here has to know them. */
  const bookings = function* (): Iterable<Booking> {
    for (const summary of table('changes').values()) if ('booking' in summary) yield summary.booking as Booking;
  };
  const exemptions = function* (): Iterable<Exemption> {
    for (const summary of table('freezeExceptions').values()) if ('exemption' in summary) yield summary.exemption as Exemption;
  };

  function wholeSchedule(): Schedule {
    return createSchedule({
      item: directory.item, graph: directory.itemGraph(), freezes: directory.freezes(), windows: directory.maintenanceWindows(), bookings: bookings(), exemptions: exemptions(),
    });
  }

  const directory: Directory = {
    person: find('people'),
    group: find('groups'),
    category: find('categories'),
    offering: find('offerings'),
    article: find('articles'),
    calendar: find('calendars'),
    agreement: find('agreements'),
    service: find('services'),
    item: find('items'),
    freeze: find('freezes'),
    maintenanceWindow: find('maintenanceWindows'),
    summary: (id) => (id === undefined ? undefined : get(id)),
    settings: () => (table('settings').values().next().value as Partial<Settings> | undefined) ?? {},
    categoryModels: () => models,
    isOutOfOffice: (personId) => out.has(personId),
    people: all('people'),
    groups: all('groups'),
    categories: all('categories'),
    offerings: all('offerings'),
    articles: all('articles'),
    calendars: all('calendars'),
    agreements: all('agreements'),
    services: all('services'),
    items: all('items'),
    freezes: all('freezes'),
    maintenanceWindows: all('maintenanceWindows'),
    delegations: all('delegations'),
    approvalPolicies: all('approvalPolicies'),
    summaries: (practice) => table(practice).values(),
    serviceLevels: () => (levels ??= createServiceLevels(directory)),
    itemGraph: () => (graph ??= createItemGraph(directory.items())),
    schedule: () => (schedule ??= wholeSchedule()),
    personByObjectId: (aadObjectId) => (byObjectId ??= objectIds()).get(aadObjectId.toLowerCase()),
  };

  return {
    directory,
    useModels: (loaded) => (models = loaded),
    outOfOffice: () => out,
    useOutOfOffice: (personIds) => (out = personIds),
    noteChange(practice, id, summary) {
      if (practice === 'items') graph = undefined;
      if (REBUILDS.has(practice)) schedule = undefined;
      // Bookings come and go all day: one is changed in place, nothing is built anew.
      if (practice === 'changes') schedule?.book(id, (summary as { booking?: Booking } | undefined)?.booking);
      if (practice === 'agreements' || practice === 'calendars') levels = undefined;
      if (practice === 'people') byObjectId = undefined;
    },
  };
}
