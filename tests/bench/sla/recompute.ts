import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { createApp, rowKey, type App, type StoredHead } from '../../../shared/app';
import { systemActor } from '../../../shared/kernel';
import { evaluateClocks, type ClockInput } from '../../../shared/sla';
import { openStorage } from '../../../shared/storage';
import { fillStore } from '../fill';
import type { Table } from '../table';
import { seconds, spent, type Spent } from './cpu';

const TICKETS = 50_000;
const GOAL_SECONDS = 3;

const iso = (days: number): string => new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10);

async function changeCalendar(app: App, holidays: readonly string[]): Promise<void> {
  const [calendar] = [...app.desk.directory.calendars()];
  if (!calendar) throw new Error('no calendar');
  const done = await app.perform({ action: 'calendars.change', id: calendar.id, version: calendar.version, input: { holidays }, actor: systemActor('seed') });
  if ('refused' in done) throw new Error(JSON.stringify(done.refused));
}

/** Everything that the job does until the last ticket is through. */
async function runJob(app: App): Promise<void> {
  while ((await app.recompute.runOnce()) > 0);
  const { state } = await app.recompute.progress();
  if (state !== 'idle') throw new Error(`recomputing is ${state}`);
}

async function inputs(app: App): Promise<readonly ClockInput[]> {
  const found: ClockInput[] = [];
  for (const { id } of app.desk.all('tickets')) {
    const row = await app.storage.get(app.partition, rowKey.head(id));
    found.push((row?.data as StoredHead).record as unknown as ClockInput);
  }
  return found;
}

/** All open tickets under changed terms: the sums alone, and the whole job with reading and writing. */
export async function measureRecompute(): Promise<Table> {
  const directory = await mkdtemp(path.join(tmpdir(), 'bellhop-bench-'));
  const rows: string[][] = [];
  const line = (what: string, { cpuSeconds, wallSeconds }: Spent, written: string): number => rows.push([what, seconds(cpuSeconds), seconds(wallSeconds), written]);
  try {
    await fillStore(directory, TICKETS, { openEvery: 1 });
    const { storage, blobs } = await openStorage('embedded', directory);
    const app = await createApp({ storage, blobs, tenant: 'main' });
    // The very first run only takes down what the clocks were computed with.
    await runJob(app);
    const histories = await inputs(app);
    const levels = app.desk.directory.serviceLevels();
    line('the sums alone: all clocks from scratch', await spent(() => histories.forEach((input) => evaluateClocks(input, levels))), '–');
    for (const [what, holidays] of [['the job, an edit that moves no due time', [iso(700)]], ['the job, an edit that moves due times', [iso(700), ...[1, 2, 3, 4, 5].map(iso)]]] as const) {
      await changeCalendar(app, holidays);
      const took = await spent(() => runJob(app));
      line(what, took, (await app.recompute.progress()).changed.toLocaleString('en'));
    }
    await storage.close();
  } finally {
    await rm(directory, { recursive: true, force: true });
  }
  return {
    title: `Recomputing ${TICKETS.toLocaleString('en')} open tickets after an edit of their calendar`, command: 'npm run bench -- sla',
    columns: ['what', 'CPU, s', 'wall, s', 'tickets written'], rows,
    note: `Two clocks a ticket, embedded store. Clocks name the version of their calendar, so that tickets are written even where no due time moves. One process that also keeps the desk view and its search up to date; CPU of all its threads. The goal is ${GOAL_SECONDS} s of CPU.`,
  };
}
