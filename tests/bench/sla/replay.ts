import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { createApp, draftId, type ReplayRequest } from '../../../shared/app';
import { isRefused, systemActor } from '../../../shared/kernel';
import { openStorage } from '../../../shared/storage';
import { ROOT } from '../server';
import type { Table } from '../table';
import { seconds, spent } from './cpu';

const LOG = path.resolve(ROOT, '../shared/data/servicenow-incident-log.csv.gz');
const DAYS = 366;
const RUNS = 3;
const GOAL_SECONDS = 2;

const DAY = [['08:00', '18:00']];
const minutes = (value: number) => ({ value, unit: 'minutes' });
const common = { type: 'sla', calendarSource: 'fixed', calendarId: draftId('calendars', 0), retarget: 'retroactive', reopen: 'continue' };

/** A sensible desk: an answer and a resolution by priority, in office hours, waiting for the requester not counted. */
const DRAFTS: Pick<ReplayRequest, 'agreements' | 'calendars'> = {
  calendars: [{ name: 'Office', zone: 'Europe/Berlin', weekly: { mon: DAY, tue: DAY, wed: DAY, thu: DAY, fri: DAY }, holidays: ['2016-05-16', '2016-10-03', '2016-12-26', '2017-01-01'] }],
  agreements: [
    { ...common, name: 'First answer', metric: 'firstResponse', order: 10, targets: { P1: minutes(60), P2: minutes(120), P3: minutes(240), P4: minutes(480) } },
    {
      ...common, name: 'Resolution', metric: 'resolution', order: 20, targets: { P1: minutes(240), P2: minutes(480), P3: minutes(1_800), P4: minutes(3_000) },
      conditions: { pause: [[{ field: 'state', is: ['onHold'] }, { field: 'holdReason', is: ['requester'] }]] },
    },
  ],
};

function importLog(directory: string): void {
  const done = spawnSync(process.execPath, ['--no-warnings', path.join(ROOT, 'dist/bot/cli/main.js'), 'import', 'servicenow', LOG, '--commit'], {
    env: { ...process.env, DATA_DIR: directory, BELLHOP_STORAGE: 'embedded' }, encoding: 'utf8',
  });
  if (done.status !== 0) throw new Error(done.stderr);
}

/** The imported log of a real company, a year of it, under terms that it did not have. */
export async function measureReplay(): Promise<Table> {
  if (!existsSync(LOG)) throw new Error(`${LOG} is not there: this figure needs the incident log (docs/import.md says where it comes from)`);
  const directory = await mkdtemp(path.join(tmpdir(), 'bellhop-bench-'));
  const rows: string[][] = [];
  try {
    importLog(directory);
    const { storage, blobs } = await openStorage('embedded', directory);
    const app = await createApp({ storage, blobs, tenant: 'main' });
    for (let run = 1; run <= RUNS; run += 1) {
      const prepared = app.replay({ ...DRAFTS, days: DAYS, until: 'newest', actor: systemActor('cli') });
      if (isRefused(prepared)) throw new Error(JSON.stringify(prepared.refused));
      let replayed = 0;
      const took = await spent(async () => {
        const { tickets } = await prepared.run();
        replayed = tickets.ended + tickets.open;
      });
      rows.push([String(run), replayed.toLocaleString('en'), seconds(took.wallSeconds), seconds(took.cpuSeconds)]);
    }
    await storage.close();
  } finally {
    await rm(directory, { recursive: true, force: true });
  }
  return {
    title: 'Replay of the imported incident log under proposed terms', command: 'npm run bench -- sla', columns: ['run', 'incidents', 'wall, s', 'CPU, s'], rows,
    note: `${DAYS} days up to the newest incident: everything read from the embedded store, its clocks computed under the present and the proposed terms, and compared. The goal is ${GOAL_SECONDS} s for the 17,136 incidents of the log.`,
  };
}
