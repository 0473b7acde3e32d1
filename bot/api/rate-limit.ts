import { HttpError } from './errors';

/** A tab that opens asks for many things at once; a caller may be ahead by what it gets in so many seconds. */
const BURST_SECONDS = 10;
/** Callers that are remembered; those that have been quiet are forgotten first. */
const MOST_CALLERS = 10_000;

/** Lets a request of this caller pass, or throws 429 with the seconds until the next one may. */
export type RateLimit = (callerId: string) => void;

/**
 * The same number of requests per second for everybody on average (generic cell rate algorithm, ITU-T I.371): for each caller it keeps
 * one instant, when all that was let through so far would be used up at that rate. `perSecond` 0: no limit.
 */
export function createRateLimit(perSecond: number, now: () => number = () => performance.now()): RateLimit {
  const usedUpAt = new Map<string, number>();

  return (callerId) => {
    if (perSecond === 0) return;
    const at = now();
    const usedUp = Math.max(at, usedUpAt.get(callerId) ?? 0);
    const waitMs = usedUp - at - BURST_SECONDS * 1_000;
    if (waitMs >= 0) {
      const seconds = Math.floor(waitMs / 1_000) + 1;
      throw new HttpError(429, 'tooManyRequests', { seconds }, { 'Retry-After': String(seconds) });
    }
    usedUpAt.set(callerId, usedUp + 1_000 / perSecond);
    if (usedUpAt.size > MOST_CALLERS) for (const [id, until] of usedUpAt) if (until <= at) usedUpAt.delete(id);
  };
}
