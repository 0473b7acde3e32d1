import { SAY_EVERY_MS } from '../../shared/app';
import type { Job, JobDeps } from './job';

/** Tells whoever has to be alone with the store that a server is at work on it. */
export function sayHereJob({ app, isStopping }: Pick<JobDeps, 'app' | 'isStopping'>): Job {
  return {
    name: 'say-here',
    everyMs: SAY_EVERY_MS,
    async runOnce() {
      if (!isStopping?.()) await app.instances.sayHere();
      return 0;
    },
  };
}
