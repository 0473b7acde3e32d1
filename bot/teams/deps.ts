import type { TurnContext } from 'botbuilder';
import type { Logger } from 'pino';
import type { App, Conversations, Deliveries } from '../../shared/app';
import type { ChatDeps } from '../chat';
import type { Config } from '../config/config';
import type { BellhopAdapter } from './adapter';
import type { Sender } from './sender';

export type Log = Pick<Logger, 'info' | 'warn' | 'error' | 'debug'>;

/** What every part of the Teams side works with. */
export interface BotDeps {
  readonly app: App;
  readonly config: Config;
  readonly log: Log;
  readonly adapter: BellhopAdapter;
  readonly sender: Sender;
  readonly chat: ChatDeps;
  readonly conversations: Conversations;
  readonly deliveries: Deliveries;
  /** Work of a turn that its answer does not wait for; failures are logged. */
  readonly later: (context: TurnContext, what: string, work: () => Promise<unknown>) => void;
}
