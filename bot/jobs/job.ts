import type { App, Conversations, Deliveries } from '../../shared/app';
import type { Log } from '../teams/deps';
import type { Bot } from '../teams';
import type { WebhookSender } from '../webhooks';

/** Work that comes up again and again. */
export interface Job {
  readonly name: string;
  /** Between two looks, when nothing has woken it up. */
  readonly everyMs: number;
  /** How long there is nothing to do, as far as it knows; looks earlier than `everyMs` when that is sooner. */
  readonly restMs?: () => number;
  /** Does what is due, once. Returns how much it did; 0 when nothing was due. */
  runOnce(): Promise<number>;
}

export interface JobDeps {
  readonly app: App;
  readonly bot: Pick<Bot, 'sender' | 'settled'>;
  readonly log: Log;
  readonly link: (target: string) => string;
  readonly conversations: Conversations;
  readonly deliveries: Deliveries;
  readonly webhooks: WebhookSender;
  /** The process is about to end: what has begun is finished, the rest is left to other instances. Absent: it never is. */
  readonly isStopping?: () => boolean;
  /** How long one instance may be at a delivery before another one takes it over. */
  readonly leaseMs: number;
}
