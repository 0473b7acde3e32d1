import type { Recorded, RecordBase } from '../kernel';
import type { Storage } from '../storage/port';
import type { WebhookCalled } from '../webhooks';
import type { WebhookTarget } from './delivery';
import { openRecord } from './load';
import { ruledPractices } from './registry';

/** What a webhook is told: the same for every attempt, so that a receiver may drop what it has seen. */
export interface WebhookMessage {
  /** What has happened, as the call names it; `tickets.called` where it does not. */
  readonly type: string;
  /** When, ISO instant. */
  readonly timestamp: string;
  readonly data: Readonly<Record<string, unknown>> & { readonly id: string };
}

const MAX_CHARS = 60_000;

/** Answers that are too long are left out, and that is said. */
function bounded(data: WebhookMessage['data']): WebhookMessage['data'] {
  if (JSON.stringify(data).length <= MAX_CHARS) return data;
  const { answers: _answers, ...rest } = data as WebhookMessage['data'] & { readonly answers?: unknown };
  return { ...rest, areAnswersLeftOut: true };
}

/**
 * The message about one call, from the history up to there; undefined: nothing was called there. What has become confidential since
 * is not told.
 */
export async function webhookMessage(storage: Storage, partition: string, recordId: string, { seq }: WebhookTarget): Promise<WebhookMessage | undefined> {
  const opened = await openRecord(storage, partition, recordId);
  const practice = opened && ruledPractices[opened.practice.name];
  const recorded = opened?.history.find((entry) => entry.seq === seq) as Recorded<WebhookCalled> | undefined;
  if (!practice || recorded?.event.type !== 'WebhookCalled') return undefined;
  const past = opened.history.filter((entry) => entry.seq <= seq);
  const then = past.reduce<RecordBase | undefined>((state, entry) => practice.fold(state, entry) as RecordBase, undefined) as RecordBase;
  const told = practice.automation.messageOf(recorded.event, then, opened.head.record);
  // The name of the event may have been filled in with what nobody is to know now.
  const name = told['isRestricted'] ? undefined : recorded.event.event;
  return { type: name ?? `${practice.name}.called`, timestamp: recorded.at, data: bounded({ id: recordId, ...told }) };
}
