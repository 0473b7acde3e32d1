import type { Job, JobDeps } from './job';

/** How soon people see that the calendar has moved around their change. */
const LOOK_MS = 5_000;

export const collisionWatchJob = ({ app }: Pick<JobDeps, 'app'>): Job => ({ name: 'collision-watch', everyMs: LOOK_MS, runOnce: () => app.collisionWatch.runOnce() });
