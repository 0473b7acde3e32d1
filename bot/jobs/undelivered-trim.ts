import { createUndelivered } from '../../shared/app';
import type { Job, JobDeps } from './job';

/** Removes what did not arrive long ago from the list that people look at; the delivery itself stays with its record. */
export function undeliveredTrimJob({ app }: Pick<JobDeps, 'app'>): Job {
  const undelivered = createUndelivered(app.storage, app.partition, app.clock);
  return { name: 'undelivered-trim', everyMs: 60 * 60_000, runOnce: () => undelivered.trim() };
}
