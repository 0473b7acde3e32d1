import { practiceNamed, rowKey, type StoredHead } from '../../shared/app';
import { systemActor } from '../../shared/kernel';
import type { StoredRow } from '../../shared/storage';
import type { Job, JobDeps } from './job';

const PAGE = 100;

/** Performs what is due: closing by itself, follow-up dates. The action decides; a timer that it refuses has had its time. */
export function timersJob({ app, log }: Pick<JobDeps, 'app' | 'log'>): Job {
  const { storage, partition } = app;

  async function perform({ row, etag }: StoredRow): Promise<boolean> {
    const [, , id = '', what = ''] = row.split(':');
    const head = (await storage.get(partition, rowKey.head(id)))?.data as StoredHead | undefined;
    const due = head && practiceNamed(head.practice)?.timers?.[what];
    if (head && due) {
      const performed = await app.perform({ action: due.action, id, version: head.record.version, input: due.input, actor: systemActor('job') });
      // Done: the timer went with the same write. Overtaken by another change: it may have moved the timer, look again.
      if (!('refused' in performed)) return true;
      if (performed.refused.code === 'kernel.stale') return false;
      log.info({ id, what, code: performed.refused.code }, 'timer refused');
    }
    await storage.commit({ partition, guarded: [{ kind: 'delete', row, etag }] });
    return true;
  }

  return {
    name: 'timers',
    everyMs: 5_000,
    async runOnce() {
      const to = rowKey.timersUntil(new Date(app.clock.now().getTime() + 1).toISOString());
      const { rows } = await storage.range({ partition, from: rowKey.timersAll, to, limit: PAGE });
      let done = 0;
      for (const row of rows) if (await perform(row)) done += 1;
      return done;
    },
  };
}
