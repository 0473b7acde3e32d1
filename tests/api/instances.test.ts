// If this fails, two people get the same ticket, two servers show different queues, or every action costs more than it should.
import type { App } from '../../shared/app';
import { openEventStream } from '../_support/event-stream';
import type { PersonKey } from '../_support/people';
import { createTestApp, type TestApp } from '../_support/test-app';
import { startTestServer, type Answer, type TestClient, type TestServer } from '../_support/test-server';

describe.each(['embedded', 'azure'] as const)('on the %s store', (store) => {
  let test: TestApp;
  let first: TestServer;
  let second: TestServer;
  let secondApp: App;

  beforeAll(async () => {
    test = await createTestApp({ store });
    first = await startTestServer(test);
    secondApp = await test.openSecondApp();
    second = await startTestServer(test, { app: secondApp });
  });

  afterAll(async () => {
    await first.close();
    await second.close();
    await test.close();
  });

  /** Twenty agents of Network, each with a sign-in of their own. */
  async function hireAgents(): Promise<readonly { name: string; client: TestClient; id: string }[]> {
    const agents = [];
    for (let number = 1; number <= 20; number += 1) {
      const name = `Agent ${number}`;
      const { json } = await first.as('erik').act('people.add', undefined, { name, mail: `agent${number}@contoso.example` });
      agents.push({ name, id: json.record.id as string, client: first.client({ 'x-bellhop-user': json.record.id }) });
    }
    await test.perform('erik', 'groups.change', test.groups.network.id, { memberIds: [test.people.bob.id, ...agents.map(({ id }) => id)] });
    return agents;
  }

  it('of twenty agents who take a ticket at once exactly one gets it, and the others learn who', async () => {
    const agents = await hireAgents();
    const ticket = await test.report();
    const answers = await Promise.all(agents.map(({ client }) => client.act('tickets.take', ticket)));
    const winners = answers.filter((answer) => answer.status === 200);
    expect(winners).toHaveLength(1);
    const winner = winners[0]?.json.record.assigneeName;
    const losers = answers.filter((answer) => answer.status !== 200);
    for (const answer of losers) {
      expect(answer.status).toBe(409);
      expect(answer.json.refused.text).toMatch(new RegExp(`^${winner} changed this`));
      expect(answer.json.current).toMatchObject({ assigneeName: winner, version: ticket.version + 1 });
    }
    const { json } = await first.as('bob').get(`/api/tickets/${ticket.id}`);
    expect(json.record.timeline.map((entry: { type: string }) => entry.type)).toEqual(['TicketReported', 'TicketTaken']);
  });

  it('so it is when the requests reach two servers', async () => {
    const ticket = await test.report();
    await secondApp.followFeed();
    const press = (server: TestServer, person: PersonKey): Promise<Answer> => server.as(person).act('tickets.take', ticket);
    const answers = await Promise.all([press(first, 'bob'), press(second, 'carol'), press(first, 'carol'), press(second, 'bob')]);
    expect(answers.map((answer) => answer.status).sort()).toEqual([200, 409, 409, 409]);
  });

  it('twenty replies at once, half of them through another server, are all there, each once', async () => {
    const ticket = await test.report();
    const texts = Array.from({ length: 20 }, (_, number) => `Reply ${number}`);
    const answers = await Promise.all(
      texts.map((text, number) => (number % 2 ? first : second).as('bob').post('/api/tickets.reply', { id: ticket.id, text })),
    );
    // Under such a rush a server may ask to come back; nothing may be lost, doubled or half done.
    const accepted = texts.filter((_, number) => answers[number]?.status === 200);
    expect(answers.filter((answer) => answer.status !== 200).map((answer) => answer.json.error?.code)).toEqual(
      Array.from({ length: 20 - accepted.length }, () => 'storage.busy'),
    );
    const { json } = await first.as('bob').get(`/api/tickets/${ticket.id}`);
    const stored = json.record.timeline.flatMap((entry: { text?: string }) => (entry.text ? [entry.text] : []));
    expect(stored.sort()).toEqual(accepted.sort());
  });

  it('another server shows a commit in lists, counters, search and stream once it has looked at the feed', async () => {
    const stream = await openEventStream(`${second.url}/api/stream`, second.as('bob').headers);
    const ticket = await test.report({ title: 'Quokka escaped' });
    await secondApp.followFeed();
    const { json } = await second.as('bob').get('/api/lists/tickets.open?q=quokka');
    expect(json.items).toMatchObject([{ id: ticket.id, title: 'Quokka escaped', groupName: 'Network' }]);
    expect((await second.as('bob').get('/api/search?q=quokka')).json.items).toHaveLength(1);
    await stream.next(({ event, data }) => event === 'change' && data.id === ticket.id);
    stream.close();
    const taken = await second.as('bob').act('tickets.take', ticket);
    expect(taken.status).toBe(200);
    await test.app.followFeed();
    expect((await first.as('bob').get('/api/lists/tickets.open?q=quokka')).json.items[0].assigneeName).toBe('Bob Brown');
  });

  it('people, groups and settings reach the other server too', async () => {
    const { json } = await first.as('erik').act('people.add', undefined, { name: 'Una Umbra', mail: 'una@contoso.example' });
    await secondApp.followFeed();
    expect((await second.client({ 'x-bellhop-user': json.record.id }).get('/api/me')).json.name).toBe('Una Umbra');
  });

  it('a server that starts later knows everything', async () => {
    const ticket = await test.report({ title: 'Before the start' });
    const late = await startTestServer(test, { app: await test.openSecondApp() });
    expect((await late.as('bob').get('/api/lists/tickets.open?q=before the start')).json.items).toMatchObject([{ id: ticket.id }]);
    await late.close();
  });

  describe('storage calls', () => {
    const total = (): { reads: number; commits: number } => {
      const { get, range, commit } = test.storage.takeCounts();
      return { reads: get.calls + range.calls, commits: commit.calls };
    };

    async function cost(action: () => Promise<Answer>): Promise<{ reads: number; commits: number }> {
      total();
      const answer = await action();
      expect(answer.status).toBe(200);
      return total();
    }

    it('a report is one commit; a block of a hundred numbers costs one read and one commit more', async () => {
      const costs = [];
      for (let number = 0; number < 120; number += 1) {
        costs.push(await cost(() => first.as('alice').act('tickets.report', undefined, { title: `Report ${number}` })));
      }
      expect(costs.filter(({ reads, commits }) => reads === 0 && commits === 1).length).toBeGreaterThanOrEqual(118);
      expect(costs.reduce((sum, { commits }) => sum + commits, 0)).toBeLessThanOrEqual(122);
    });

    it('a report with a key is one commit, too', async () => {
      await test.report();
      const key = { 'idempotency-key': `once-${store}` };
      expect(await cost(() => first.as('alice').act('tickets.report', undefined, { title: 'With a key' }, key))).toEqual({ reads: 0, commits: 1 });
    });

    it.each([
      ['tickets.take', 'bob', {}],
      ['tickets.reply', 'alice', { text: 'Any news?' }],
      ['tickets.addNote', 'bob', { text: 'Looking.' }],
      ['tickets.putOnHold', 'bob', { reason: 'other', why: 'Lunch', followUpAt: '2026-03-05T09:00:00Z' }],
      ['tickets.resume', 'bob', {}],
      ['tickets.resolve', 'bob', { code: 'fixed', notes: 'Done.' }],
      ['tickets.rate', 'alice', { stars: 4 }],
      ['tickets.reopen', 'alice', { reason: 'Not yet.' }],
      ['tickets.cancel', 'bob', { reason: 'notAnIncident' }],
    ] as const)('%s is one read and one commit', async (action, person, input) => {
      ticketInWork ??= (await test.report()).id;
      const { version } = test.app.desk.get(ticketInWork) as { version: number };
      const id = ticketInWork;
      expect(await cost(() => first.as(person).act(action, { id, version }, input))).toEqual({ reads: 1, commits: 1 });
    });
    let ticketInWork: string | undefined;

    it('pages, counters, search and drafts of active work cost none, a record one', async () => {
      const ticket = await test.report();
      const bob = first.as('bob');
      for (const path of ['/api/lists/tickets.open?total=true', '/api/counts/tickets.open', '/api/search?q=vpn', '/api/draft?text=vpn', '/api/me', '/api/config', '/api/people']) {
        expect({ path, ...(await cost(() => bob.get(path))) }).toEqual({ path, reads: 0, commits: 0 });
      }
      expect(await cost(() => bob.get(`/api/tickets/${ticket.id}`))).toEqual({ reads: 1, commits: 0 });
      expect(await cost(() => first.as('alice').get('/api/lists/tickets.mine'))).toEqual({ reads: 1, commits: 0 });
    });
  });
});
