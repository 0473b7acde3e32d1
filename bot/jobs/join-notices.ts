import type { Delivery, Notice } from '../../shared/app';

/** What has a shape of its own, asks for something, or must reach people by itself stays a message of its own. */
function isPlain({ target, notice, isUrgent }: Delivery): boolean {
  return target.to === 'person' && notice !== undefined && !isUrgent && !notice.isFirstOnly && !notice.namesNothing && notice.mentionIds === undefined;
}

/** As many sentences as anybody reads in one message. */
const MOST_SENTENCES = 8;

/**
 * What two deliveries tell about one record to one person, as one message; undefined when each has to be its own. They come
 * together when the person could not be told for a while: quiet hours, a busy chat, Teams away.
 */
export function joinNotices(first: Delivery, second: Delivery): Delivery | undefined {
  if (!isPlain(first) || !isPlain(second) || first.recordId !== second.recordId) return undefined;
  const [one, other] = [first.notice, second.notice] as [Notice, Notice];
  const more = [...(one.more ?? []), other];
  if (one.card !== other.card || more.length >= MOST_SENTENCES) return undefined;
  return { ...first, notice: { ...one, more } };
}
