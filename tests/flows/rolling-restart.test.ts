// If this fails, whoever brings in a new version while people work loses their requests, their tickets, or messages about them.
//
// BELLHOP_RESTARTS=all also tries it on Azurite.
import { createConversations, verifyStore } from '../../shared/app';
import { openStorage } from '../../shared/storage';
import { startAzurite, type Azurite } from '../_support/azurite';
import { startBalancer, type Balancer } from '../_support/balancer';
import { NETWORK_CHANNEL } from '../_support/bot-desk';
import { openEventStream } from '../_support/event-stream';
import { startFakeConnector, type FakeConnector } from '../_support/fake-connector';
import { startServerProcess, type ServerProcess } from '../_support/server-process';
import { memberOf, wordsOn } from '../_support/teams-client';
import { createTestApp, type TestApp } from '../_support/test-app';
import { startWebhookReceiver, type WebhookReceiver } from '../_support/webhook-receiver';

jest.setTimeout(120_000);

const WRITERS = 2;
const READERS = 1;
/** Between two requests of one client: they are there all the time, and leave the processes time for their own work. */
const BREATH_MS = 200;
const NUMBER = /INC\d{7}/;

const STORES = process.env.BELLHOP_RESTARTS === 'all' ? (['embedded', 'azure'] as const) : (['embedded'] as const);

describe.each(STORES)('two processes on the %s store', (store) => {
  let azurite: Azurite | undefined;
  let test_: TestApp;
  let connector: FakeConnector;
  let receiver: WebhookReceiver;
  let webhookId: string;
  let balancer: Balancer;
  let processes: ServerProcess[] = [];
  const acknowledged: string[] = [];
  const called: string[] = [];
  /** Answers that were not good, or did not come. */
  const failed: string[] = [];
  const heard = new Set<string>();
  let streams = 0;
  /** Nobody begins anything more. */
  let isOver = false;
  /** Everything that was begun has been answered. */
  let isAnswered = false;

  /** Nobody waits for what cannot come any more. */
  async function until(isDone: () => boolean): Promise<void> {
    while (!isDone() && failed.length === 0) await new Promise((resolve) => setTimeout(resolve, 20));
  }

  const headersOf = (who: 'alice' | 'bob'): Record<string, string> => ({ 'content-type': 'application/json', 'x-bellhop-user': test_.people[who].id });

  async function start(): Promise<ServerProcess> {
    const storage = azurite ? { BELLHOP_STORAGE: azurite.connectionString } : undefined;
    const settings = { BELLHOP_DRAIN_SECONDS: '3', BELLHOP_WEBHOOK_KEY: 'a test secret of enough characters', BELLHOP_WEBHOOK_HOSTS: '127.0.0.1', ...storage };
    const started = await startServerProcess(test_, { settings });
    processes.push(started);
    balancer.add(started.url);
    await balancer.until(started.url, true);
    return started;
  }

  // What an answer looks like is for the test to say.
  // eslint-disable-next-line @typescript-eslint/no-explicit-any
  async function ask(who: 'alice' | 'bob', path: string, body?: object): Promise<any> {
    try {
      const response = await fetch(`${balancer.url}${path}`, { headers: headersOf(who), ...(body && { method: 'POST', body: JSON.stringify(body) }) });
      const json: unknown = await response.json();
      if (response.status !== 200) failed.push(`${path}: ${response.status} ${JSON.stringify(json)}`);
      return json;
    } catch (error) {
      failed.push(`${path}: ${(error as Error).message}`);
      return undefined;
    }
  }

  const breathe = (): Promise<void> => new Promise((resolve) => setTimeout(resolve, BREATH_MS));

  /** Reports tickets, and calls the webhook about some, one after the other, and never tries anything twice. */
  async function write(writer: number): Promise<void> {
    for (let index = 0; !isOver; index += 1) {
      await breathe();
      const reported = await ask('alice', '/api/tickets.report', { title: `VPN drops ${writer}-${index}`, categoryId: test_.categories.vpn });
      if (!reported?.record) continue;
      acknowledged.push(reported.record.id);
      const done = index % 4 === 0 && (await ask('bob', '/api/tickets.callWebhook', { id: reported.record.id, webhookId }));
      if (done?.record) called.push(reported.record.id);
    }
  }

  async function read(): Promise<void> {
    while (!isOver) {
      await breathe();
      const last = acknowledged.at(-1);
      if (last) await ask('bob', `/api/tickets/${last}`);
      await ask('bob', '/api/lists/tickets.open?limit=20');
    }
  }

  /** As the tab does: loads everything when the stream begins, hears the rest from it, and comes back when it ends. */
  async function follow(): Promise<void> {
    while (!isAnswered) {
      const stream = await openEventStream(`${balancer.url}/api/stream`, headersOf('bob'));
      if (stream.status !== 200) {
        failed.push(`/api/stream: ${stream.status}`);
        return;
      }
      streams += 1;
      await stream.next(({ event }) => event === 'hello');
      let cursor: string | undefined;
      do {
        const page = await ask('bob', `/api/lists/tickets.open?limit=200${cursor ? `&cursor=${encodeURIComponent(cursor)}` : ''}`);
        for (const { id } of page?.items ?? []) heard.add(id);
        cursor = page?.cursor;
      } while (cursor);
      await Promise.race([stream.ended, until(() => isAnswered && acknowledged.every((id) => heard.has(id) || stream.events.some(({ data }) => data.id === id)))]);
      for (const { event, data } of stream.events) if (event === 'change') heard.add(data.id);
      stream.close();
    }
  }

  beforeAll(async () => {
    azurite = store === 'azure' ? await startAzurite() : undefined;
    test_ = await createTestApp({ store, ...(azurite && { azurite }) });
    [connector, receiver, balancer] = await Promise.all([startFakeConnector(), startWebhookReceiver(), startBalancer()]);
    connector.open(NETWORK_CHANNEL.id, (['bob', 'carol'] as const).map(memberOf));
    await createConversations(test_.app.storage, test_.tenant).keepService({ serviceUrl: connector.url, botId: '28:bellhop' });
    await test_.perform('carol', 'groups.connectChannel', test_.groups.network.id, { channel: { conversationId: NETWORK_CHANNEL.id, serviceUrl: connector.url, name: 'Network' } });
    webhookId = (await test_.perform('erik', 'webhooks.add', undefined, { name: 'Stock', isEnabled: true, address: `${receiver.url}/hook` })).id;
  });
  afterAll(async () => {
    isOver = true;
    failed.push('the test is over');
    await Promise.all(processes.map((entry) => entry.kill()));
    await Promise.all([connector.close(), receiver.close(), balancer.close()]);
    await test_.close();
    await azurite?.stop();
  });

  const announced = (): readonly string[] => connector.messages(NETWORK_CHANNEL.id).flatMap(({ card }) => NUMBER.exec(wordsOn(card))?.[0] ?? []);
  const doubled = (ids: readonly string[]): readonly string[] => ids.filter((id, index) => ids.indexOf(id) !== index);

  it('are restarted one after the other, and nobody who works notices', async () => {
    await Promise.all([start(), start()]);
    const old = processes;
    processes = [];
    const clients = [...Array.from({ length: WRITERS }, (_, writer) => write(writer)), ...Array.from({ length: READERS }, read)];
    const following = follow();
    for (const leaving of old) {
      const before = acknowledged.length;
      await until(() => acknowledged.length >= before + 10);
      expect(await leaving.terminate()).toBe(0);
      await start();
    }
    const before = acknowledged.length;
    await until(() => acknowledged.length >= before + 10);
    isOver = true;
    await Promise.all(clients);
    isAnswered = true;
    await following;

    expect({ failed, lost: balancer.failures }).toEqual({ failed: [], lost: [] });
    expect(balancer.passed.size).toBe(4);
    expect(streams).toBeGreaterThanOrEqual(2);
    expect(acknowledged.filter((id) => !heard.has(id))).toEqual([]);
    expect(doubled(acknowledged)).toEqual([]);
  });

  it('everything that was acknowledged is stored, announced once, and told to the webhook once', async () => {
    await until(() => {
      const [shown, told] = [new Set(announced()), new Set(receiver.received.map(({ json }) => json.data.id as string))];
      return acknowledged.every((id) => shown.has(id)) && called.every((id) => told.has(id));
    });
    const stored = await Promise.all(acknowledged.map(async (id) => (await ask('alice', `/api/tickets/${id}`))?.record?.id));
    expect(stored).toEqual(acknowledged);
    await Promise.all(processes.map((entry) => entry.terminate()));
    expect(doubled(announced())).toEqual([]);
    expect(doubled(receiver.received.map(({ id }) => id))).toEqual([]);
    const { storage } = await openStorage(azurite ? azurite.connectionString : 'embedded', test_.dataDirectory);
    expect((await verifyStore(storage, test_.tenant)).problems).toEqual([]);
    await storage.close();
  });
});
