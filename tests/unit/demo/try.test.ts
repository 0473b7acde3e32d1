// Scratch: prints what the demo plan looks like, never committed to the tree.
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createApp } from '../../../shared/app';
import { openStorage } from '../../../shared/storage';
import { buildDemo, seedDemo } from '../../../shared/demo';
import { systemActor } from '../../../shared/kernel';

test('try', async () => {
  const now = new Date(process.env.NOW ?? '2026-11-20T14:12:33Z');
  const plan = buildDemo({ seed: 1, now });
  console.log(plan.registers.length, plan.steps.length, new Set(plan.steps.map((s) => s.ticket)).size);
  const dir = await mkdtemp(join(tmpdir(), 'demo-'));
  const { storage, blobs } = await openStorage('embedded', dir);
  const app = await createApp({ storage, blobs, tenant: 't', clock: { now: () => now } });
  const t = Date.now();
  try {
    const seeded = await seedDemo(app, { seed: 1, now });
    console.log('seeded', seeded.records, seeded.events, Date.now() - t, 'ms');
  } catch (e) { console.log('last', String(e)); }
  const page = await app.list({ list: 'tickets.open', filters: {}, actor: systemActor('seed'), limit: 200 } as never) as any;
  if (page.items ?? page.entries) for (const r of (page.items ?? page.entries)) {
    console.log([r.id, r.state, r.priority, r.requesterName, r.assigneeName ?? '-', r.isRestricted ? 'R' : '', r.holdReason ?? '', r.dueAt && r.dueAt < now.toISOString() ? 'LATE' : '', r.dueAt, r.title].join(' | '));
  } else console.log(JSON.stringify(page).slice(0, 500));
  await storage.close(); await rm(dir, { recursive: true });
});
