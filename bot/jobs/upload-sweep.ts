import type { Job, JobDeps } from './job';

const KEEP_MS = 24 * 60 * 60_000;

/** Removes files that were uploaded and never attached to anything within a day. */
export function uploadSweepJob({ app }: Pick<JobDeps, 'app'>): Job {
  return { name: 'upload-sweep', everyMs: 60 * 60_000, runOnce: () => app.uploads.sweep(KEEP_MS) };
}
