import { KEYS_PRACTICE, stateOf, type IntegrationKey } from '../../shared/integration-keys';
import { systemActor } from '../../shared/kernel';
import type { Job, JobDeps } from './job';

const LOOK_MS = 60_000;

/**
 * Keys of people who have left open nothing from that moment on. Here they are revoked as well, so that they stay ended should the
 * person come back.
 */
export function keyWatchJob({ app }: Pick<JobDeps, 'app'>): Job {
  return {
    name: 'key-watch',
    everyMs: LOOK_MS,
    async runOnce() {
      const now = app.clock.now().toISOString();
      const keys = [...app.desk.all(KEYS_PRACTICE)] as unknown as readonly IntegrationKey[];
      const left = keys.filter((key) => stateOf(key, app.desk.directory, now) === 'personLeft');
      let done = 0;
      for (const { id } of left) {
        const performed = await app.perform({ action: 'integrationKeys.revoke', id, input: {}, actor: systemActor('job') });
        if ('record' in performed) done += 1;
      }
      return done;
    },
  };
}
