import type { PostedCard } from './conversations';
import { rowKey } from './rows';

/**
 * `pending`: to be sent, or waiting until the person first talks to the bot. `failed`: the other side said no for good.
 * `diverted`: it said no, and others were told instead. `dead`: given up after many attempts. `skipped`: no longer needed, e.g. the
 * reader may not see the record any more.
 */
export type DeliveryState = 'pending' | 'sent' | 'failed' | 'diverted' | 'dead' | 'skipped';

/**
 * A person's chat, a triage card in the channel of a group, words in that channel (below the triage card when it stands
 * there), the thread below a record's triage card, every posted card of the record, or an address outside, about one event.
 */
export type DeliveryTarget =
  | { readonly to: 'person'; readonly personId: string }
  | { readonly to: 'channel'; readonly groupId: string }
  | { readonly to: 'words'; readonly groupId: string }
  | { readonly to: 'thread' }
  | WebhookTarget
  | CardsTarget;

/**
 * `isAnew`: also cards that show the present version, because what their readers may do has changed without it. `also`: this
 * one too, even when it has been left behind meanwhile.
 */
export interface CardsTarget {
  readonly to: 'cards';
  readonly isAnew?: true;
  readonly also?: PostedCard;
}

/** `seq`: the event that called it. */
export interface WebhookTarget {
  readonly to: 'webhook';
  readonly webhookId: string;
  readonly seq: number;
}

/** A parameter that depends on the reader: an instant in their zone, a length of time, a text key in their language, or several. */
export type ReaderParam = { readonly at: string } | { readonly lengthMs: number } | { readonly text: string } | { readonly labels: readonly string[] };

/** What is told: a text key below `notice.` with its parameters, put into the reader's language when it is sent. */
export interface Notice {
  readonly what: string;
  readonly params: Readonly<Record<string, string | number | ReaderParam>>;
  /** Further sentences of the same message. */
  readonly more?: readonly Notice[];
  /** People to mention, where it is told in a channel. */
  readonly mentionIds?: readonly string[];
  /** IANA zone for readers who have none of their own: everybody in a channel. */
  readonly zone?: string;
  /** The card that goes with it (`Audience` in bot/cards); absent: words are enough while a card stands there already. */
  readonly card?: string;
  /** It names nothing of the record, and is told to those who may not read it, too. */
  readonly namesNothing?: true;
  /** Not sent to a chat where a card of the record stands already: that one follows by itself. */
  readonly isFirstOnly?: true;
}

export interface DeliveryPlan {
  readonly target: DeliveryTarget;
  readonly notice?: Notice;
  /** It is about another record than the one where something happened: told once there under this name, which has no dash. */
  readonly about?: { readonly recordId: string; readonly name: string };
  /** It asks for a decision, or cannot wait: quiet hours do not hold it back. */
  readonly isUrgent?: true;
  /** Not sent earlier, ISO instant: whoever it is for does not want to be disturbed before. */
  readonly notBefore?: string;
}

/** One thing to be told to one place, with what became of it (architecture.md, promise 5). */
export interface Delivery extends DeliveryPlan {
  /** Unique within the record: the event and the target. Idempotency key of the delivery. */
  readonly id: string;
  readonly recordId: string;
  /** The event it tells about. */
  readonly seq: number;
  readonly at: string;
  readonly state: DeliveryState;
  readonly attempts: number;
  /** While pending: when it is tried next, or when the lease of the instance that is at it ends. */
  readonly dueAt?: string;
  /** While pending: the person whose first word it waits for. */
  readonly waitsFor?: string;
  /** Why it failed, was skipped, or is late. */
  readonly reason?: string;
  readonly doneAt?: string;
  readonly activityId?: string;
}

/** A delivery that waits in the queue, with its row there. `at`: when what it tells happened. */
export interface DueDelivery {
  readonly row: string;
  readonly recordId: string;
  readonly id: string;
  readonly at: string;
}

export interface ClaimedDelivery {
  readonly delivery: Delivery;
  readonly etag: string;
}

export function placeName(target: DeliveryTarget): string {
  if (target.to === 'person') return target.personId;
  if (target.to === 'channel') return target.groupId;
  if (target.to === 'webhook') return `${target.webhookId}-${target.seq}`;
  return target.to === 'words' ? `${target.groupId}-words` : target.to;
}

export function deliveryId(seq: number, target: DeliveryTarget): string {
  return `${String(seq).padStart(6, '0')}-${placeName(target)}`;
}

/** The row by which it is found when it is due. */
export const dueRow = ({ dueAt, recordId, id, target }: Delivery): string => rowKey[target.to === 'webhook' ? 'webhookDue' : 'due'](dueAt as string, recordId, id);
const waitingRow = (delivery: Delivery, personId: string): string => rowKey.waiting(personId, delivery.recordId, delivery.id);
/** The rows by which a delivery that is pending comes to its turn. */
export function queueRowsOf(delivery: Delivery): readonly { readonly row: string; readonly data: unknown }[] {
  const rows = [...(delivery.dueAt ? [dueRow(delivery)] : []), ...(delivery.waitsFor ? [waitingRow(delivery, delivery.waitsFor)] : [])];
  const { recordId, id, at } = delivery;
  return rows.map((row) => ({ row, data: { recordId, id, at } }));
}
