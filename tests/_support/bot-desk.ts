import { pino, type Logger } from 'pino';
import { createBot, type Bot, type BotOptions } from '../../bot/teams';
import { startJobs, type Jobs } from '../../bot/jobs';
import { createWebhookSender, type PostOptions } from '../../bot/webhooks';
import type { Config } from '../../bot/config/config';
import type { PresenceSource } from '../../bot/presence';
import { createConversations, createDeliveries, type App, type Delivery } from '../../shared/app';
import { startFakeConnector, type BotMessage, type FakeConnector } from './fake-connector';
import { refuseNames } from './shown-names';
import { chatOf, createTeams, memberOf, wordsOn, type Place, type Teams, type TeamsKey, type TeamsPerson } from './teams-client';
import { createTestApp, type TestApp, type TestAppOptions } from './test-app';
import { startTestServer, type TestServer } from './test-server';

export const NETWORK_CHANNEL: Place = { id: '19:network@thread.tacv2', type: 'channel', name: 'Network' };
export const GROUP_CHAT: Place = { id: '19:office@thread.v2', type: 'groupChat', name: 'Office move' };

export interface BotDesk {
  readonly test: TestApp;
  readonly connector: FakeConnector;
  readonly server: TestServer;
  readonly bot: Bot;
  readonly jobs: Jobs;
  readonly teams: Teams;
  person(key: TeamsKey): TeamsPerson;
  /** Everything that is due is told. */
  drain(): Promise<void>;
  /** What the bot has in somebody's chat. */
  chat(key: TeamsKey): readonly BotMessage[];
  channel(): readonly BotMessage[];
  deliveries(recordId: string): Promise<readonly Delivery[]>;
  close(): Promise<void>;
}

export interface BotDeskOptions extends TestAppOptions {
  readonly config?: Partial<Config>;
  readonly trust?: BotOptions['trust'];
  /** Signs activities, where the bot wants tokens. */
  readonly signed?: Parameters<typeof createTeams>[2];
  /** The Network group has no channel. */
  readonly withoutChannel?: boolean;
  /** Who has written to the bot before. */
  readonly known?: readonly TeamsKey[];
  /** An organization that stands there already. */
  readonly test?: TestApp;
  /** How webhooks are written to: names resolved by the test, less patience. */
  readonly webhooks?: Partial<PostOptions>;
  /** Who is out of office. */
  readonly presence?: PresenceSource;
  /** Where activities go, each time anew: absent, to this instance. */
  readonly botUrl?: () => string;
}

export interface Instance {
  readonly server: TestServer;
  readonly bot: Bot;
  readonly jobs: Jobs;
}

/** One process of Bellhop as far as Teams can tell: server, bot and jobs on an application of its own. */
export async function startInstance(test: TestApp, app: App, { config, trust, webhooks, presence }: Pick<BotDeskOptions, 'config' | 'trust' | 'webhooks' | 'presence'> = {}): Promise<Instance> {
  let bot: Bot | undefined;
  let botLog: Logger = pino({ level: 'silent' });
  const server = await startTestServer(test, {
    app,
    ...(config && { config }),
    bot: (deps) => {
      botLog = deps.log;
      bot = createBot({ ...deps, ...(trust && { trust }) });
      return bot;
    },
  });
  if (!bot) throw new Error('the server has no bot');
  return { server, bot, jobs: startJobs({ app, bot, config: server.config, log: botLog, webhooks: createWebhookSender(server.config, webhooks), presence }) };
}

/** The real server with the real bot and jobs, a connector that plays Teams, and people who use it. */
export async function startBotDesk(options: BotDeskOptions = {}): Promise<BotDesk> {
  const test = options.test ?? (await createTestApp(options));
  const connector = await startFakeConnector(() => test.clock.now().getTime());
  connector.open(NETWORK_CHANNEL.id, (['bob', 'carol', 'fay'] as const).map(memberOf));
  connector.open(GROUP_CHAT.id, (['alice', 'bob'] as const).map(memberOf));
  const { server, bot, jobs } = await startInstance(test, test.app, options);
  const teams = createTeams(connector, options.botUrl ?? (() => server.url), options.signed);
  const people = new Map<TeamsKey, TeamsPerson>();
  const person = (key: TeamsKey): TeamsPerson => {
    const found = people.get(key) ?? teams.person(key);
    people.set(key, found);
    return found;
  };
  const conversations = createConversations(test.app.storage, test.tenant);
  await conversations.keepService({ serviceUrl: connector.url, botId: '28:bellhop' });
  for (const key of options.known ?? (['alice', 'bob', 'carol', 'dora', 'fay'] as const)) {
    person(key);
    await conversations.keepPersonal((test.people as Readonly<Record<TeamsKey, { readonly id: string }>>)[key].id, { id: chatOf(key).id, serviceUrl: connector.url, kind: 'personal', botId: '28:bellhop' });
  }
  if (!options.withoutChannel) {
    const channel = { conversationId: NETWORK_CHANNEL.id, serviceUrl: connector.url, name: 'Network' };
    await test.perform('carol', 'groups.connectChannel', test.groups.network.id, { channel });
  }
  const deliveries = createDeliveries(test.app.storage, test.tenant, test.clock);

  return {
    test, connector, server, bot, jobs, teams, person,
    drain: () => jobs.drain(),
    chat: (key) => connector.messages(chatOf(key).id),
    channel: () => connector.messages(NETWORK_CHANNEL.id),
    deliveries: (recordId) => deliveries.of(recordId),
    async close() {
      await jobs.stop();
      await server.close();
      await connector.close();
      await test.close();
      for (const { body } of connector.requests) refuseNames(wordsOn(body));
    },
  };
}
