import type { Job, JobDeps } from './job';

/** Brings the clocks of open tickets up to date after a change of agreements or calendars. */
export function recomputeJob({ app, log }: Pick<JobDeps, 'app' | 'log'>): Job {
  app.recompute.onProgress(({ state, because, total, changed, failed }) => {
    if (state !== 'idle') return;
    const entry = { because: because.map(({ id }) => id), total, changed, failed };
    if (failed) log.error(entry, 'clocks of some tickets cannot be computed; "bellhop verify" names what is damaged');
    else log.info(entry, 'clocks of open tickets are up to date');
  });
  return { name: 'recompute', everyMs: 2_000, runOnce: () => app.recompute.runOnce() };
}
