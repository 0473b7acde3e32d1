// If this fails, a crash or a power cut loses tickets that people were told are there, or messages about them.
import { createConversations } from '../../shared/app';
import { NETWORK_CHANNEL } from '../_support/bot-desk';
import { startFakeConnector, type FakeConnector } from '../_support/fake-connector';
import { startServerProcess, type ServerProcess } from '../_support/server-process';
import { memberOf, wordsOn } from '../_support/teams-client';
import { createTestApp, type TestApp } from '../_support/test-app';

jest.setTimeout(120_000);

let test_: TestApp;
let connector: FakeConnector;
let server: ServerProcess;

beforeEach(async () => {
  test_ = await createTestApp();
  connector = await startFakeConnector();
  connector.open(NETWORK_CHANNEL.id, (['bob', 'carol'] as const).map(memberOf));
  await createConversations(test_.app.storage, test_.tenant).keepService({ serviceUrl: connector.url, botId: '28:bellhop' });
  const channel = { conversationId: NETWORK_CHANNEL.id, serviceUrl: connector.url, name: 'Network' };
  await test_.perform('carol', 'groups.connectChannel', test_.groups.network.id, { channel });
  server = await startServerProcess(test_);
});
afterEach(async () => {
  await server.kill();
  await connector.close();
  await test_.close();
});

const asAlice = (): Record<string, string> => ({ 'content-type': 'application/json', 'x-bellhop-user': test_.people.alice.id });

/** Reports one after the other until the server is gone; ids of those that were acknowledged. */
async function reportUntilDeath(client: number, acknowledged: string[]): Promise<void> {
  for (let index = 0; ; index += 1) {
    const body = JSON.stringify({ title: `VPN drops ${client}-${index}`, categoryId: test_.categories.vpn });
    try {
      const response = await fetch(`${server.url}/api/tickets.report`, { method: 'POST', headers: asAlice(), body });
      const { record } = (await response.json()) as { record: { id: string } };
      acknowledged.push(record.id);
    } catch {
      return;
    }
  }
}

async function until(isDone: () => boolean): Promise<void> {
  while (!isDone()) await new Promise((resolve) => setTimeout(resolve, 20));
}

/** Kills the server while 8 clients report, after it has acknowledged some. */
async function killUnderLoad(): Promise<readonly string[]> {
  const acknowledged: string[] = [];
  const clients = Array.from({ length: 8 }, (_, client) => reportUntilDeath(client, acknowledged));
  await until(() => acknowledged.length >= 40);
  await server.kill();
  await Promise.all(clients);
  return acknowledged;
}

const announced = (): readonly string[] => connector.messages(NETWORK_CHANNEL.id).map(({ card }) => /INC\d{7}/.exec(wordsOn(card))?.[0] ?? '');

test('what was acknowledged while Teams was away is announced after a restart, once', async () => {
  connector.goAway();
  const ids = await killUnderLoad();
  server = await startServerProcess(test_);
  connector.comeBack();
  await until(() => ids.every((id) => announced().includes(id)));
  expect(announced().filter((id, index) => announced().indexOf(id) !== index)).toEqual([]);
  for (const id of ids) {
    const response = await fetch(`${server.url}/api/tickets/${id}`, { headers: asAlice() });
    expect({ id, status: response.status }).toEqual({ id, status: 200 });
  }
});
