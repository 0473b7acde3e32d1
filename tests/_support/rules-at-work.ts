import type { App, OutboxEntry } from '../../shared/app';
import type { TestApp } from './test-app';

/** Everything that was announced is taken by these instances at the same time, until nothing more comes of it. */
export async function letRulesWork(test: Pick<TestApp, 'app'>, instances: readonly App[] = [test.app]): Promise<void> {
  const { storage, partition } = test.app;
  for (;;) {
    const { rows } = await storage.range({ partition, from: 'o:', to: 'o;', limit: 50 });
    if (rows.length === 0) return;
    for (const { row, etag, data } of rows) {
      await Promise.all(instances.map((app) => app.automation.react(data as OutboxEntry)));
      await storage.commit({ partition, guarded: [{ kind: 'delete', row, etag }] });
    }
  }
}

/** Time passes in steps, and rules about time look as often. */
export async function passTime(test: TestApp, ms: number, stepMs: number, instances: readonly App[] = [test.app]): Promise<void> {
  for (let passed = 0; passed < ms; passed += stepMs) {
    test.clock.advance(stepMs);
    await Promise.all(instances.map((app) => app.automation.runDue()));
    await letRulesWork(test, instances);
  }
}

/** What rules did, the oldest first: `INC0000001 09:00 tickets.addNote done`. */
export async function whatRulesDid(app: App): Promise<readonly string[]> {
  const entries = await app.automation.log.list({ limit: 500 });
  return entries.flatMap(({ recordId, at, runs }) => runs.map(({ steps }) => line(recordId, at, steps))).sort();
}

export const line = (id: string, at: string, steps: readonly { readonly action: string; readonly result?: string; readonly code?: string }[]): string =>
  `${id} ${at} ${steps.map(({ action, result = '', code = '' }) => `${action} ${result} ${code}`.trim()).join(', ')}`;
