import { createConversations, type App } from '../../shared/app';
import { startInstance, NETWORK_CHANNEL, type Instance } from '../_support/bot-desk';
import { BOARD_CHANNEL, startChangeBotDesk, type ChangeBotDesk } from '../_support/change-bot-desk';
import type { BotMessage } from '../_support/fake-connector';
import type { TeamsKey } from '../_support/teams-client';
import { watchedApp, type Tried } from '../_support/vote-checks';

/** Everybody who has a card, may get one, or tries without having one. */
export const STORM_PEOPLE = ['bob', 'carol', 'dora', 'fay', 'gus', 'hugo', 'ivy', 'mona', 'nils', 'olga', 'paul'] as const satisfies readonly TeamsKey[];
export type StormPerson = (typeof STORM_PEOPLE)[number];

/** Two instances of Bellhop on one store, one Teams in front of them. */
export interface CardStormDesk {
  readonly desk: ChangeBotDesk;
  readonly apps: readonly [App, App];
  /** What people in Teams and jobs have had done, in order. */
  readonly tried: Tried[];
  readonly cardsOf: ReturnType<typeof createConversations>['cardsOf'];
  /** Every message of the bot that somebody can see, with whose chat it stands in; none for channels. */
  messages(): readonly { readonly message: BotMessage; readonly owner?: StormPerson }[];
  /** Everything that is due is told, by both instances, and each knows what the other did. */
  settle(): Promise<void>;
  close(): Promise<void>;
}

export async function startCardStormDesk(store: 'embedded' | 'azure'): Promise<CardStormDesk> {
  const tried: Tried[] = [];
  const watched = (app: App): App => watchedApp(app, tried);
  let instances: readonly Instance[] = [];
  let requests = 0;
  const nextUrl = (): string => {
    requests += 1;
    return (instances[requests % instances.length] as Instance).server.url;
  };
  const desk = await startChangeBotDesk({ store, watched, botUrl: nextUrl });
  const second = watched(await desk.changes.openSecondApp());
  const other = await startInstance(desk.test, second);
  instances = [desk, other];
  const apps = [desk.changes.app, second] as const;
  const { cardsOf } = createConversations(desk.changes.app.storage, desk.changes.app.partition);

  return {
    desk, apps, tried, cardsOf,
    messages: () => [
      ...STORM_PEOPLE.flatMap((owner) => desk.chat(owner).map((message) => ({ message, owner }))),
      ...[BOARD_CHANNEL, NETWORK_CHANNEL].flatMap(({ id }) => desk.connector.messages(id).map((message) => ({ message }))),
    ],
    async settle() {
      let news: number;
      do {
        await Promise.all(instances.map(({ jobs }) => jobs.drain()));
        news = 0;
        for (const app of apps) news += await app.followFeed();
      } while (news > 0);
    },
    async close() {
      await other.jobs.stop();
      await other.server.close();
      await desk.close();
    },
  };
}
