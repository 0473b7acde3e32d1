import type { Job, JobDeps } from './job';

/** Takes over what other instances have committed. Reports nothing to do, so that it keeps its pace. */
export function feedFollowerJob({ app }: Pick<JobDeps, 'app'>): Job {
  return {
    name: 'feed-follower',
    everyMs: 700,
    async runOnce() {
      await app.followFeed();
      return 0;
    },
  };
}
