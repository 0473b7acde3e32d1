// If this fails, pages of the tab are empty, out of order, or miss rows.
import { isRefused, systemActor } from '../../shared/kernel';
import { createTestApp, type TestApp } from '../_support/test-app';
import { startTestServer, type TestServer } from '../_support/test-server';

let test: TestApp;
let server: TestServer;

const TITLES = ['Alpha', 'Bravo', 'Charlie', 'Delta', 'Echo', 'Foxtrot', 'Golf'];

beforeAll(async () => {
  test = await createTestApp();
  server = await startTestServer(test);
  for (const title of TITLES) {
    await test.report({ title: `${title} is slow` });
    test.clock.advance(60_000);
  }
});

afterAll(async () => {
  await server.close();
  await test.close();
});

const bob = () => server.as('bob');
const titlesOf = (items: readonly { title: string }[]): string[] => items.map((item) => item.title.split(' ')[0] as string);

async function allPages(path: string): Promise<string[]> {
  const titles: string[] = [];
  let cursor = '';
  do {
    const { status, json } = await bob().get(`${path}${cursor && `&cursor=${encodeURIComponent(cursor)}`}`);
    expect(status).toBe(200);
    expect(json.items.length).toBeLessThanOrEqual(3);
    titles.push(...titlesOf(json.items));
    cursor = json.cursor ?? '';
  } while (cursor);
  return titles;
}

describe('lists', () => {
  it.each([
    ['title', TITLES],
    ['-title', [...TITLES].reverse()],
    ['createdAt', TITLES],
    ['-createdAt', [...TITLES].reverse()],
    ['dueAt', TITLES],
    ['assigneeName', TITLES],
  ])('pages of three by %s hold every row once, in order', async (sort, expected) => {
    expect(await allPages(`/api/lists/tickets.open?sort=${sort}&limit=3`)).toEqual(expected);
  });

  it('a stored list pages alike, newest first', async () => {
    const titles: string[] = [];
    let cursor = '';
    do {
      const { json } = await server.as('alice').get(`/api/lists/tickets.mine?limit=2${cursor && `&cursor=${encodeURIComponent(cursor)}`}`);
      titles.push(...titlesOf(json.items));
      cursor = json.cursor ?? '';
    } while (cursor);
    expect(titles).toEqual([...TITLES].reverse());
  });

  it('a page survives that its last row changes before the next one is asked for', async () => {
    const first = await bob().get('/api/lists/tickets.open?sort=title&limit=3');
    const last = first.json.items[2];
    await test.perform('bob', 'tickets.edit', last.id, { title: 'Zulu is slow' });
    const second = await bob().get(`/api/lists/tickets.open?sort=title&limit=10&cursor=${encodeURIComponent(first.json.cursor)}`);
    expect(titlesOf(second.json.items)).toEqual(['Delta', 'Echo', 'Foxtrot', 'Golf', 'Zulu']);
    await test.perform('bob', 'tickets.edit', last.id, { title: `${TITLES[2]} is slow` });
  });

  it('filters are joined by and, values of one filter by or', async () => {
    const taken = await test.perform('bob', 'tickets.take', (await bob().get('/api/lists/tickets.open?q=alpha')).json.items[0].id);
    const get = async (query: string) => titlesOf((await bob().get(`/api/lists/tickets.open?sort=title&${query}`)).json.items);
    expect(await get('scope=mine')).toEqual(['Alpha']);
    expect(await get('state=inProgress,onHold')).toEqual(['Alpha']);
    expect(await get('state=new&state=inProgress')).toEqual(TITLES);
    expect(await get(`state=new&groupId=${test.groups.network.id}&q=slow`)).toEqual(TITLES.slice(1));
    expect(await get(`groupId=${test.groups.serviceDesk.id}`)).toEqual([]);
    expect(taken.state).toBe('inProgress');
  });

  it('a row says at once when its reader may do more or less, and nobody what another may do', async () => {
    const rowFor = async (person: 'bob' | 'fay' | 'carol') => (await server.as(person).get('/api/lists/tickets.open?q=charlie')).json.items[0];
    const recordFor = async (person: 'bob' | 'fay' | 'carol') => (await server.as(person).get(`/api/tickets/${(await rowFor(person)).id}`)).json.record;
    const { id, memberIds = [] } = test.groups.network;
    const setMembers = async (next: readonly string[]): Promise<void> => {
      const done = await test.app.perform({ action: 'groups.change', id, version: test.app.desk.get(id)?.version ?? 0, input: { memberIds: next }, actor: systemActor('seed') });
      if (isRefused(done)) throw new Error(JSON.stringify(done));
    };
    const before = await rowFor('fay');
    await setMembers([...memberIds, test.people.fay.id]);
    const after = await rowFor('fay');
    expect(after.can).toEqual((await recordFor('fay')).can);
    await setMembers(memberIds);
    expect(after.can).not.toEqual(before.can);
    expect((await rowFor('fay')).can).toEqual(before.can);
    for (const person of ['bob', 'fay', 'carol'] as const) expect((await rowFor(person)).can).toEqual((await recordFor(person)).can);
  });

  it('a row says what its reader may do with it', async () => {
    const row = (await bob().get('/api/lists/tickets.open?q=bravo')).json.items[0];
    const record = (await bob().get(`/api/tickets/${row.id}`)).json.record;
    expect(row.can).toEqual(record.can);
    expect(row).toMatchObject({ groupName: 'Network', category: 'Network › VPN', requesterName: 'Alice Adams', isBreached: false });
  });

  it.each([
    ['limit=0', 'badLimit'], ['limit=201', 'badLimit'], ['limit=ten', 'badLimit'], ['limit=1.5', 'badLimit'], ['sort=salary', 'badSort'], ['sort=__proto__', 'badSort'],
    ['cursor=nonsense', 'badCursor'],
    ['cursor=NDI', 'badCursor'],
    ['cursor=e30', 'badCursor'],
    ['cursor=eyJrZXkiOnt9LCJpZCI6NX0', 'badCursor'],
  ])('%s is refused', async (query, code) => {
    const answer = await bob().get(`/api/lists/tickets.open?${query}`);
    expect([answer.status, answer.json.error?.code]).toEqual([422, code]);
  });

  it.each(['NDI', 'e30', 'InI6SU5DIg', 'bnVsbA'])('a stored list refuses the cursor %s', async (cursor) => {
    const answer = await server.as('alice').get(`/api/lists/tickets.mine?cursor=${cursor}`);
    expect([answer.status, answer.json.error?.code]).toEqual([422, 'badCursor']);
  });

  it.each(['colour=red', 'state=molten', 'groupId=network', '__proto__=x', 'withResolved=perhaps'])('the filter %s is refused by name', async (query) => {
    const answer = await bob().get(`/api/lists/tickets.open?${query}`);
    expect([answer.status, answer.json.refused.problems[0].field]).toEqual([422, query.split('=')[0]]);
  });

  it('registers are searched by words, in any order, and by number', async () => {
    const find = async (q: string): Promise<string[]> => (await bob().get(`/api/lists/categories?q=${encodeURIComponent(q)}`)).json.items.map((entry: { name: string }) => entry.name);
    const [{ id, name }] = (await bob().get('/api/lists/categories?limit=1')).json.items;
    expect(await find(name.toUpperCase())).toContain(name);
    expect(await find(id.toLowerCase())).toEqual([name]);
    expect(await find(`${id} ${name}`)).toEqual([name]);
    expect(await find('nothing is called this')).toEqual([]);
  });

  it('an unknown list is missing', async () => {
    expect((await bob().get('/api/lists/secrets')).json.refused.code).toBe('kernel.notFound');
  });
});

describe('counters', () => {
  const counts = (views: unknown) => bob().get(`/api/counts/tickets.open?views=${encodeURIComponent(JSON.stringify(views))}`);

  it('count several views at once', async () => {
    const answer = await counts([{}, { scope: 'unassigned' }, { q: 'golf' }, { priority: ['P4'], q: 'slow' }]);
    expect(answer.json).toEqual({ counts: [7, 6, 1, 7] });
  });

  it('a wrong filter is refused, with the number of its view', async () => {
    const answer = await counts([{}, { colour: 'red' }]);
    expect([answer.status, answer.json.refused.problems[0]]).toMatchObject([422, { field: 'views.1.colour', code: 'unknownField' }]);
  });

  it.each([[7], [{}], ['text'], [[1]], [[null]], [[[]]]])('%j are no views', async (views) => {
    expect((await counts(views)).json.error.code).toBe('notViews');
  });

  it('the same list of views is bounded', async () => {
    expect((await counts(Array.from({ length: 51 }, () => ({})))).json.error.code).toBe('tooManyViews');
  });

  it('stored lists and unknown lists have no counters', async () => {
    for (const list of ['tickets.mine', 'nothing']) expect((await bob().get(`/api/counts/${list}`)).status).toBe(404);
  });
});

describe('search', () => {
  it('finds tickets, articles and catalog items, with the practice of each', async () => {
    const { json } = await bob().get('/api/search?q=vpn&limit=50');
    expect(json.items.map((item: { practice: string }) => item.practice)).toContain('articles');
    const tickets = (await bob().get('/api/search?q=slow&practice=tickets')).json.items;
    expect(titlesOf(tickets).sort()).toEqual(TITLES);
    expect(tickets[0]).toMatchObject({ practice: 'tickets', groupName: 'Network', can: expect.arrayContaining(['tickets.reply']) });
    expect((await bob().get('/api/search?q=laptop&practice=offerings')).json.items[0].name).toBe('New laptop');
  });

  it('a hit of a long article is a hint, the article has it all', async () => {
    const body = `Wombats. ${'Dig a hole. '.repeat(1_000)}`.trim();
    const { json } = await server.as('erik').act('articles.add', undefined, { title: 'Wombats', body, language: 'en', audience: 'everyone' });
    const [hit] = (await bob().get('/api/search?q=wombats')).json.items;
    expect(hit.body).toMatch(/^Wombats\. Dig.{100,300}…$/);
    expect((await bob().get(`/api/articles/${json.record.id}`)).json.record.body).toBe(body);
  });

  it.each(['', '?q=', '?q=%20', '?q=the', '?q=%00', '?q=*', '?q=(a', '?practice=secrets&q=vpn'])('%s finds nothing and breaks nothing', async (query) => {
    const answer = await bob().get(`/api/search${query}`);
    expect([answer.status, answer.json.items]).toEqual([200, []]);
  });
});

describe('drafts', () => {
  it('propose category, group and due time, and what may help at once', async () => {
    test.storage.takeCounts();
    const { json } = await server.as('alice').get(`/api/draft?text=${encodeURIComponent('VPN drops every hour, I cannot work')}`);
    expect(json.draft).toMatchObject({ kind: 'incident', category: 'Network › VPN', groupName: 'Network', dueAt: expect.stringMatching(/^2026-03-0/) });
    expect(json.draft.articles.map((article: { id: string }) => article.id)).toEqual([test.articles.vpn]);
    expect(test.storage.takeCounts()).toMatchObject({ get: { calls: 0 }, range: { calls: 0 }, commit: { calls: 0 } });
  });

  it('take no text and any text', async () => {
    for (const text of ['', '%20', '%00', encodeURIComponent('<script>'), 'x'.repeat(8_000)]) {
      expect((await server.as('alice').get(`/api/draft?text=${text}`)).status).toBe(200);
    }
  });
});

describe('the organization', () => {
  it('is described for forms and filters, in the reader\'s language', async () => {
    const { json } = await server.as('ivy').get('/api/config');
    expect(json.groups).toContainEqual({
      id: test.groups.network.id, name: 'Network', members: [{ id: test.people.carol.id, name: 'Carol Clark' }, { id: test.people.bob.id, name: 'Bob Brown' }],
    });
    expect(json.categories).toContainEqual({ id: test.categories.wifi, name: 'WLAN', path: 'Netzwerk › WLAN', parentId: test.categories.network });
    expect(json.offerings.find((entry: { id: string }) => entry.id === test.offerings.laptop)).toMatchObject({
      name: 'Neuer Laptop', description: 'Ein fertig eingerichteter Laptop.', approvalRule: 'plan', consents: ['Vorgesetzte Person'], targetMinutes: 3_000, isForMe: true, form: { model: { kind: 'choice' } },
    });
    expect(json.settings).toEqual({ companyName: 'Contoso', autoCloseDays: 5, defaultLanguage: 'en', hasWebhooks: false });
  });

  it('people are found by the words of their names', async () => {
    const names = async (query: string) => (await bob().get(`/api/people?${query}`)).json.items.map((person: { name: string }) => person.name);
    expect(await names('q=carol clark')).toEqual(['Carol Clark']);
    expect(await names('q=CLARK')).toEqual(['Carol Clark']);
    expect(await names('limit=2')).toHaveLength(2);
    expect(await names('q=nobody')).toEqual([]);
  });

  it('what is retired is no longer offered', async () => {
    await test.perform('erik', 'people.retire', test.people.gus.id);
    await test.perform('erik', 'categories.retire', test.categories.laptop);
    expect((await bob().get('/api/people?q=gus')).json.items).toEqual([]);
    expect((await bob().get('/api/config')).json.categories.map((entry: { id: string }) => entry.id)).not.toContain(test.categories.laptop);
  });
});

describe('health', () => {
  it('lives, and is ready while storage answers', async () => {
    expect((await server.client().get('/healthz')).json).toEqual({ status: 'alive' });
    expect((await server.client().get('/readyz')).json).toEqual({ status: 'ready' });
  });
});
