import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createApp, type App } from '../../shared/app';
import { isRefused, systemActor, type Actor, type Channel, type Clock, type RecordView } from '../../shared/kernel';
import { actorIn } from '../../shared/catalog';
import type { Group, Person } from '../../shared/people';
import { countCalls, openStorage, type BlobStore, type CountingStorage } from '../../shared/storage';
import type { TicketView } from '../../shared/tickets';
import { startAzurite, type Azurite } from './azurite';
import { MANAGERS, TEST_GROUPS, TEST_PEOPLE, type GroupKey, type PersonKey } from './people';
import { CALENDAR, CATEGORIES, OFFERINGS, AGREEMENTS, ARTICLES, type ArticleKey, type CategoryKey, type OfferingKey } from './test-catalog';

export interface TestClock extends Clock {
  /** ISO instant. */
  set(instant: string): void;
  advance(ms: number): void;
}

/** A Monday in business hours. */
export const TEST_NOW = '2026-03-02T09:00:00.000Z';

export function createTestClock(start = TEST_NOW): TestClock {
  let at = Date.parse(start);
  return {
    now: () => new Date(at),
    set: (instant) => (at = Date.parse(instant)),
    advance: (ms) => (at += ms),
  };
}

export interface TestApp {
  readonly app: App;
  readonly clock: TestClock;
  /** `takeCounts()` tells how many calls were made since it was asked last. */
  readonly storage: CountingStorage;
  readonly blobs: BlobStore;
  readonly tenant: string;
  readonly dataDirectory: string;
  readonly people: Readonly<Record<PersonKey, Person>>;
  readonly groups: Readonly<Record<GroupKey, Group>>;
  /** Record ids by key. */
  readonly categories: Readonly<Record<CategoryKey, string>>;
  readonly offerings: Readonly<Record<OfferingKey, string>>;
  readonly articles: Readonly<Record<ArticleKey, string>>;
  actor(key: PersonKey, channel?: Channel): Actor;
  /** Performs and returns the record; throws with the refusal when it was refused. The version is read where it is not given. */
  perform(by: PersonKey, action: string, record: RecordView | string | undefined, input?: object): Promise<TicketView>;
  /** A VPN incident of Alice, which lands in Network, unless the input says otherwise. */
  report(input?: object, by?: PersonKey): Promise<TicketView>;
  /** Another instance on the same storage, as a second process would have it. */
  openSecondApp(): Promise<App>;
  close(): Promise<void>;
}

export interface TestAppOptions {
  readonly store?: 'embedded' | 'azure';
  /** Shares one emulator between several applications of a test file; each gets a tenant of its own. */
  readonly azurite?: Azurite;
}

let tenants = 0;

/** The application on a real store in a directory of its own, with a small organisation and a clock that stands still. */
export async function createTestApp(options: TestAppOptions = {}): Promise<TestApp> {
  const { store = 'embedded' } = options;
  const dataDirectory = await mkdtemp(join(tmpdir(), 'bellhop-test-'));
  const ownAzurite = store === 'azure' && !options.azurite ? await startAzurite() : undefined;
  const azurite = options.azurite ?? ownAzurite;
  const opened = await openStorage(store === 'azure' && azurite ? azurite.connectionString : 'embedded', dataDirectory);
  const storage = countCalls(opened.storage);
  const clock = createTestClock();
  tenants += 1;
  const tenant = `test${tenants}`;
  const app = await createApp({ storage, blobs: opened.blobs, tenant, clock });
  const organization = await setUp(app);
  storage.takeCounts();

  function actor(key: PersonKey, channel: Channel = 'tab'): Actor {
    return actorIn(app.desk.directory, organization.people[key], channel, clock.now().toISOString());
  }

  async function perform(by: PersonKey, action: string, record: RecordView | string | undefined, input: object = {}): Promise<TicketView> {
    const who = actor(by);
    const current = typeof record === 'string' ? await app.open(record, who) : record && { record };
    if (current && isRefused(current)) throw new Error(`${action}: ${JSON.stringify(current.refused)}`);
    const performed = await app.perform({ action, id: current?.record.id, version: current?.record.version, input, actor: who });
    if ('refused' in performed) throw new Error(`${action}: ${JSON.stringify(performed.refused)}`);
    return performed.record as TicketView;
  }

  return {
    app, clock, storage, tenant, dataDirectory, actor, perform,
    blobs: opened.blobs,
    ...organization,
    report: (input = {}, by = 'alice') =>
      perform(by, 'tickets.report', undefined, {
        title: 'VPN drops every hour', description: 'It started this morning.', reach: 'me', work: 'workaround', categoryId: organization.categories.vpn, ...input,
      }),
    openSecondApp: () => createApp({ storage, blobs: opened.blobs, tenant, clock }),
    async close() {
      await storage.close();
      await ownAzurite?.stop();
      await rm(dataDirectory, { recursive: true, force: true });
    },
  };
}

type Organization = Pick<TestApp, 'people' | 'groups' | 'categories' | 'offerings' | 'articles'>;

async function setUp(app: App): Promise<Organization> {
  const system = systemActor('seed');

  async function add(practice: string, input: object): Promise<string> {
    const performed = await app.perform({ action: `${practice}.add`, input, actor: system });
    if ('refused' in performed) throw new Error(`${practice}.add: ${JSON.stringify(performed.refused)}`);
    return performed.record.id;
  }

  async function addAll<K extends string, T extends object>(practice: string, entries: Readonly<Record<K, T>>, toInput: (entry: T, ids: Record<K, string>, key: K) => object) {
    const ids = {} as Record<K, string>;
    for (const key of Object.keys(entries) as K[]) ids[key] = await add(practice, toInput(entries[key], ids, key));
    return ids;
  }

  const people = await addAll('people', TEST_PEOPLE, (entry) => entry);
  for (const [key, manager] of Object.entries(MANAGERS) as [PersonKey, PersonKey][]) {
    await app.perform({ action: 'people.change', id: people[key], version: 1, input: { managerId: people[manager] }, actor: system });
  }
  const groups = await addAll('groups', TEST_GROUPS, ({ name, purpose, members, leads }) => ({
    name, purpose, memberIds: members.map((key) => people[key]), leadIds: leads.map((key) => people[key]),
  }));
  const categories = await addAll('categories', CATEGORIES, ({ parent, group, ...entry }, ids) => ({
    ...entry, ...(parent && { parentId: ids[parent] }), ...(group && { groupId: groups[group] }),
  }));
  const offerings = await addAll('offerings', OFFERINGS, ({ category, ...entry }) => ({ ...entry, categoryId: categories[category], groupId: groups.serviceDesk, ownerId: people.erik }));
  for (const id of Object.values(offerings)) await app.perform({ action: 'offerings.publish', id, version: 1, input: {}, actor: system });
  const articles = await addAll('articles', ARTICLES, ({ category, ...entry }) => ({ ...entry, categoryId: categories[category] }));
  const calendarId = await add('calendars', CALENDAR);
  for (const agreement of AGREEMENTS) await add('agreements', { ...agreement, calendarId });
  await add('settings', { name: 'main', companyName: 'Contoso', autoCloseDays: 5, fallbackGroupId: groups.serviceDesk, defaultLanguage: 'en' });

  const { directory } = app.desk;
  const resolve = <K extends string, T>(ids: Record<K, string>, find: (id: string) => T | undefined): Record<K, T> =>
    Object.fromEntries(Object.entries<string>(ids).map(([key, id]) => [key, find(id)])) as Record<K, T>;
  return { people: resolve(people, directory.person), groups: resolve(groups, directory.group), categories, offerings, articles };
}
