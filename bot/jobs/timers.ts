import { practiceNamed, rowKey, type StoredHead } from '../../shared/app';
import { systemActor } from '../../shared/kernel';
import type { StoredRow } from '../../shared/storage';
import { sumAtOnce } from './at-once';
import type { Job, JobDeps } from './job';

const PAGE = 200;
/** Records worked on at the same time; what is due for one record happens one after the other. */
const RECORDS_AT_ONCE = 16;
/** How soon a timer that somebody has just set is seen at the latest. */
const LOOK_MS = 1_000;
const RETRY_MS = 5_000;

interface Due {
  readonly stored: StoredRow;
  readonly at: number;
  readonly id: string;
  readonly what: string;
}

function readTimer(stored: StoredRow): Due {
  const [, at = '', id = '', what = ''] = stored.row.split(':');
  return { stored, at: Number(at), id, what };
}

/** By record, in the order of the first instant of each. */
function queuesOf(due: readonly Due[]): Due[][] {
  const queues = new Map<string, Due[]>();
  for (const timer of due) {
    const queue = queues.get(timer.id);
    if (queue) queue.push(timer);
    else queues.set(timer.id, [timer]);
  }
  return [...queues.values()];
}

/**
 * Performs what is due: closing by itself, follow-up dates, thresholds of clocks. The action decides, and takes the timer away
 * in the same write, so that any number of instances may look at once. Looks again when the next timer is due.
 */
export function timersJob({ app, log, isStopping = () => false }: Pick<JobDeps, 'app' | 'log' | 'isStopping'>): Job {
  const { storage, partition } = app;
  /** Timers that could not be done now, and until when they are left alone: the others must not wait for them. */
  const putOff = new Map<string, number>();
  let nextAt = Infinity;

  async function drop({ row, etag }: StoredRow): Promise<boolean> {
    return (await storage.commit({ partition, guarded: [{ kind: 'delete', row, etag }] })).ok;
  }

  async function perform({ stored, id, what }: Due): Promise<boolean> {
    const head = (await storage.get(partition, rowKey.head(id)))?.data as StoredHead | undefined;
    const due = head && practiceNamed(head.practice)?.timers?.[what];
    if (!head || !due || !head.rows.includes(stored.row)) return drop(stored);
    const performed = await app.perform({ action: due.action, id, version: head.record.version, input: due.input, actor: systemActor('job') });
    if (!('refused' in performed)) return true;
    const { code } = performed.refused;
    // Overtaken by another change: it may have moved the timer, look again.
    if (code === 'kernel.stale') return false;
    // This instance does not know yet what whoever set the timer knew: new terms, or its clock is behind.
    if (code === 'kernel.notDue') {
      putOff.set(stored.row, app.clock.now().getTime() + RETRY_MS);
      return false;
    }
    log.info({ id, what, code }, 'timer refused');
    return drop(stored);
  }

  async function performInTurn(queue: readonly Due[]): Promise<number> {
    let done = 0;
    for (const timer of queue) {
      if (isStopping()) break;
      try {
        if (await perform(timer)) done += 1;
      } catch (error) {
        log.warn({ err: error, id: timer.id, what: timer.what }, 'timer not done');
        putOff.set(timer.stored.row, app.clock.now().getTime() + RETRY_MS);
      }
    }
    return done;
  }

  return {
    name: 'timers',
    everyMs: LOOK_MS,
    restMs: () => nextAt - app.clock.now().getTime(),
    async runOnce() {
      let done = 0;
      let continuation: string | undefined;
      do {
        const page = await storage.range({ partition, from: rowKey.timersAll, to: 't;', limit: PAGE, ...(continuation && { continuation }) });
        const now = app.clock.now().getTime();
        for (const [row, until] of putOff) if (until <= now) putOff.delete(row);
        const timers = page.rows.map(readTimer);
        const due = timers.filter(({ at }) => at <= now);
        done += await sumAtOnce(queuesOf(due.filter(({ stored }) => !putOff.has(stored.row))), RECORDS_AT_ONCE, performInTurn);
        nextAt = timers[due.length]?.at ?? Infinity;
        continuation = due.length === timers.length ? page.continuation : undefined;
      } while (continuation && !isStopping());
      return done;
    },
  };
}
