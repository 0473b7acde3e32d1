import type { Job, JobDeps } from './job';

/**
 * Anchors what history is, once a day. The log line is the copy that whoever can write to the store cannot change:
 * `bellhop verify --anchor` takes its hash.
 */
export function anchorJob({ app, log }: Pick<JobDeps, 'app' | 'log'>): Job {
  return {
    name: 'anchor',
    everyMs: 10 * 60_000,
    async runOnce() {
      const anchor = await app.anchors.anchor();
      if (!anchor) return 0;
      const { hash, until, records } = anchor;
      log.info({ anchor: hash, until, records }, 'history anchored');
      return 1;
    },
  };
}
