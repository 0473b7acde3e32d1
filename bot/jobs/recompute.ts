import type { Job, JobDeps } from './job';

/** Brings the clocks of open tickets up to date after a change of agreements or calendars. */
export function recomputeJob({ app }: Pick<JobDeps, 'app'>): Job {
  return { name: 'recompute', everyMs: 2_000, runOnce: () => app.recompute.runOnce() };
}
