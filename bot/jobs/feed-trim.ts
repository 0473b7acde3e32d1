import type { Job, JobDeps } from './job';

/** Far longer than an instance can lag behind: it loads everything anew when it starts. */
const KEEP_MS = 60 * 60_000;

/** Removes feed entries that every instance has read long ago. */
export function feedTrimJob({ app }: Pick<JobDeps, 'app'>): Job {
  return { name: 'feed-trim', everyMs: 10 * 60_000, runOnce: () => app.trimFeed(KEEP_MS) };
}
