// A second process on the same directory; started by embedded-storage.test.ts, told what to do on its standard input.
import { writeFileSync, writeSync } from 'node:fs';
import { createInterface } from 'node:readline';
import { openEmbeddedStorage } from '../../shared/storage';
import { countUp, PARTITION, type Order } from './embedded-orders';
import { create, errorOf } from './stores';

const storage = openEmbeddedStorage({ directory: process.argv[2]! });

/** Synchronous: what was reported has left the process, whatever happens to it next. */
function report(answer: unknown): void {
  writeSync(1, `${JSON.stringify(answer)}\n`);
}

/** Commits two rows at a time for ever, and reports each commit once it is acknowledged. */
async function pour(writer: number): Promise<never> {
  for (let index = 0; ; index++) {
    const id = `${writer}-${index}`;
    await storage.commit({ partition: PARTITION, guarded: [create(`r:${id}`, 'x'.repeat(300))], derived: [{ kind: 'put', row: `x:${id}`, data: id }] });
    report(id);
  }
}

async function carryOut(order: Order): Promise<unknown> {
  if (order.kind === 'read') return (await storage.get(PARTITION, order.row))?.data ?? null;
  if (order.kind === 'readLength') return ((await storage.get(PARTITION, order.row))?.data as string).length;
  if (order.kind === 'write') {
    const { ok } = await storage.commit({ partition: PARTITION, guarded: [create(order.row, order.data)] });
    if (order.thenMakeFile) writeFileSync(order.thenMakeFile, '');
    return ok;
  }
  if (order.kind === 'count') return countUp(storage, order.row, order.times).then(() => true);
  return Promise.all(Array.from({ length: order.writers }, (_, writer) => pour(writer)));
}

createInterface({ input: process.stdin }).on('line', (line) => {
  const work = carryOut(JSON.parse(line) as Order);
  void work.then(report, async () => {
    const { kind, code } = (await errorOf(work)) ?? {};
    report({ kind, code });
  });
});
