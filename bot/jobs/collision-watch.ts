import type { Job, JobDeps } from './job';

/** How soon people see that the calendar has moved around their change. */
const LOOK_MS = 5_000;

/** Keeps collisions up to date: in changes that hold a place, and on the cards of those that do not. */
export function collisionWatchJob({ app, deliveries }: Pick<JobDeps, 'app' | 'deliveries'>): Job {
  return {
    name: 'collision-watch',
    everyMs: LOOK_MS,
    async runOnce() {
      const written = await app.collisionWatch.runOnce();
      const drafts = app.collisionWatch.takeMovedDrafts();
      for (const id of drafts) await deliveries.refresh(id, { to: 'cards', isAnew: true });
      return written + drafts.length;
    },
  };
}
