import { createConversations } from '../../shared/app';
import { connectionStringFor, startAzurite, type Azurite } from '../_support/azurite';
import { NETWORK_CHANNEL } from '../_support/bot-desk';
import { startFakeConnector, type BotMessage } from '../_support/fake-connector';
import { startFaultProxy, type Fault, type FaultProxy, type SeenRequest } from '../_support/fault-proxy';
import type { Random } from '../_support/random';
import { JUMPING_CLOCK, startServerProcess, type ServerProcess } from '../_support/server-process';
import { memberOf } from '../_support/teams-client';
import { createTestApp, type TestApp } from '../_support/test-app';

/** One in so many requests goes wrong while there are faults. */
const ONE_IN = 12;
const LONGEST_DELAY_MS = 60;
const SILENCE_MS = 1_500;

export interface FaultDesk {
  readonly test: TestApp;
  /** Two real processes; what is killed is started again in its place. */
  readonly servers: ServerProcess[];
  /** Messages in the channel where every report is announced. */
  announcements(): readonly BotMessage[];
  /** Answers of Teams that never reached Bellhop, although it had done its work: when. */
  readonly lostAnswers: number[];
  /** Begins to delay, refuse, cut and swallow what goes to Teams and, with Azurite, to the store. */
  disturb(random: Random): void;
  /** The store does not answer for a while (Azurite only). */
  silence(): void;
  calm(): void;
  /** Power cut for one of the two, and a new one in its place, which `settled` waits for. */
  kill(which: number): Promise<{ readonly restarted: Promise<void> }>;
  close(): Promise<void>;
}

/** Two instances as processes with faults around them: in front of Teams, and of the store where there is a network. */
export async function startFaultDesk(store: 'embedded' | 'azure'): Promise<FaultDesk> {
  const azurite: Azurite | undefined = store === 'azure' ? await startAzurite() : undefined;
  const test = await createTestApp({ store, ...(azurite && { azurite }) });
  const connector = await startFakeConnector();
  const teamsProxy = await startFaultProxy(connector.url);
  const storeProxy = azurite && (await startFaultProxy(azurite.tableAddress));
  connector.open(NETWORK_CHANNEL.id, (['bob', 'carol'] as const).map(memberOf));
  await createConversations(test.app.storage, test.tenant).keepService({ serviceUrl: teamsProxy.address, botId: '28:bellhop' });
  const channel = { conversationId: NETWORK_CHANNEL.id, serviceUrl: teamsProxy.address, name: 'Network' };
  await test.perform('carol', 'groups.connectChannel', test.groups.network.id, { channel });
  const settings: Readonly<Record<string, string>> = storeProxy ? { BELLHOP_STORAGE: connectionStringFor(storeProxy.address) } : {};
  const start = (): Promise<ServerProcess> => startServerProcess(test, { settings, preload: JUMPING_CLOCK });
  const servers = [await start(), await start()];
  const lostAnswers: number[] = [];

  function faultsOf(proxy: FaultProxy, random: Random, note?: (fault: Fault, request: SeenRequest) => void): void {
    proxy.faultFor = async (request) => {
      if (random.once(4)) await new Promise((resolve) => setTimeout(resolve, random.below(LONGEST_DELAY_MS)));
      if (!random.once(ONE_IN)) return undefined;
      const fault = random.pick<Fault>([
        { kind: 'status', status: 429, retryAfterSeconds: 1 }, { kind: 'status', status: 500 }, { kind: 'status', status: 503 }, { kind: 'reset' }, { kind: 'swallow' }, { kind: 'truncate' },
      ]);
      note?.(fault, request);
      return fault;
    };
  }
  const noFaults = (): void => [teamsProxy, storeProxy].forEach((proxy) => proxy && (proxy.faultFor = () => undefined));

  return {
    test, servers, lostAnswers,
    announcements: () => connector.messages(NETWORK_CHANNEL.id),
    disturb(random) {
      faultsOf(teamsProxy, random, ({ kind }) => (kind === 'swallow' || kind === 'truncate') && lostAnswers.push(Date.now()));
      if (storeProxy) faultsOf(storeProxy, random);
    },
    silence() {
      if (!storeProxy) return;
      const until = Date.now() + SILENCE_MS;
      const before = storeProxy.faultFor;
      storeProxy.faultFor = async (request) => {
        await new Promise((resolve) => setTimeout(resolve, Math.max(0, until - Date.now())));
        return before(request);
      };
    },
    calm: noFaults,
    async kill(which) {
      await servers[which]?.kill();
      return { restarted: start().then((server) => void (servers[which] = server)) };
    },
    async close() {
      noFaults();
      await Promise.all(servers.map((server) => server.kill()));
      await teamsProxy.close();
      await storeProxy?.close();
      await connector.close();
      await test.close();
      await azurite?.stop();
    },
  };
}
