// If this fails, an organization that moves here loses incidents, their history or their final state, or cannot go on
// after the import was interrupted.
import { createHash } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { createApp, exportStore, rowKey, verifyStore, type App } from '../../shared/app';
import { systemActor, type Recorded } from '../../shared/kernel';
import { openStorage, type BlobStore, type Storage } from '../../shared/storage';
import type { Ticket } from '../../shared/tickets';
import { INCIDENT_LOG, isIncidentLogLeftOut, LOG_SIZE, logTime, readIncidentLog, requireIncidentLog, writeShareOfLog, type LogLine } from '../_support/incident-log';
import { runCli, startCli, type CliResult, type StartedCli } from '../_support/run-cli';

const TENANT = 'main';
/** Every tenth incident; all of them (which `replay-log` imports too): BELLHOP_LOG_SHARE=1. */
const SHARE = Number(process.env['BELLHOP_LOG_SHARE'] ?? 10);

let command: readonly string[];
let dataDirectory: string;
let groups: number;
let storage: Storage;
let blobs: BlobStore;
let log: ReadonlyMap<string, readonly LogLine[]>;

jest.setTimeout(300_000);

const onLog = isIncidentLogLeftOut ? describe.skip : describe;

beforeAll(async () => {
  if (isIncidentLogLeftOut) return;
  requireIncidentLog();
  const folder = await mkdtemp(path.join(tmpdir(), 'bellhop-import-'));
  const file = SHARE === 1 ? INCIDENT_LOG : path.join(folder, 'log.csv.gz');
  if (SHARE !== 1) await writeShareOfLog(SHARE, file);
  command = ['import', 'servicenow', file, '--commit'];
  dataDirectory = path.join(folder, 'data');
  ({ storage, blobs } = await openStorage('embedded', dataDirectory));
  log = await readIncidentLog(file);
  groups = new Set([...log.values()].flat().map((row) => row['assignment_group']).filter((name) => name !== '?')).size;
});

afterAll(async () => {
  if (isIncidentLogLeftOut) return;
  await storage.close();
  await rm(path.dirname(dataDirectory), { recursive: true, force: true });
});

/** Waits until a running import has written an incident. */
async function untilWritten(id: string, { result }: StartedCli): Promise<void> {
  let ended: CliResult | undefined;
  void result.then((value) => (ended = value));
  while (!(await storage.get(TENANT, rowKey.head(id)))) {
    if (ended) throw new Error(`The import ended without ${id}: ${JSON.stringify(ended)}`);
    await new Promise((resolve) => setTimeout(resolve, 10));
  }
}

const events = (): number => [...log.values()].flat().length;
/** The incident that stands so far down in the log. */
const incidentAt = (part: number): string => [...log.keys()][Math.floor(log.size * part)] ?? '';

async function digestOfStore(): Promise<string> {
  const hash = createHash('sha256');
  for await (const line of exportStore(storage, TENANT)) hash.update(JSON.stringify(line));
  return hash.digest('hex');
}

const STATES: Readonly<Record<string, string>> = {
  New: 'new', Active: 'inProgress', 'Awaiting User Info': 'onHold', 'Awaiting Vendor': 'onHold', 'Awaiting Problem': 'onHold',
  'Awaiting Evidence': 'onHold', Resolved: 'resolved', Closed: 'closed',
};

/** What the last row says, in the words of a ticket; written down here a second time on purpose. */
function saidByLast(rows: readonly LogLine[], groupName: (id: string | undefined) => string | undefined, ticket: Ticket) {
  const last = rows.at(-1) as LogLine;
  const known = (column: string): string | undefined => (last[column] === '?' ? undefined : last[column]?.trim());
  // Where the log does not know when: the first row since which it has been resolved.
  const lastOpen = rows.findLastIndex((row) => row['incident_state'] !== 'Resolved' && row['incident_state'] !== 'Closed');
  const firstResolved = rows[lastOpen + 1] ?? last;
  return {
    expected: {
      id: last['number'],
      state: STATES[last['incident_state'] ?? ''],
      impact: Number(last['impact']?.[0]),
      urgency: Number(last['urgency']?.[0]),
      priority: `P${last['priority']?.[0]}`,
      group: known('assignment_group'),
      assignee: known('assigned_to'),
      requester: known('caller_id') ?? 'Unknown',
      category: known('category'),
      reassigned: Number(last['reassignment_count']),
      reopened: Number(last['reopen_count']),
      resolvedAt: logTime(known('resolved_at') ?? firstResolved['sys_updated_at'] ?? ''),
      resolvedBy: known('resolved_by'),
      notes: known('closed_code') ?? '',
      closedAt: logTime(last['closed_at'] ?? ''),
      updatedAt: logTime(last['sys_updated_at'] ?? ''),
      receivedAt: logTime(last['opened_at'] ?? ''),
      symptom: known('u_symptom'),
      sla: known('made_sla'),
    },
    found: {
      id: ticket.external?.id,
      state: ticket.state,
      impact: ticket.impact,
      urgency: ticket.urgency,
      priority: ticket.priority,
      group: groupName(ticket.groupId),
      assignee: ticket.assigneeName,
      requester: ticket.requesterName,
      category: ticket.categoryName,
      reassigned: ticket.reassignmentCount,
      reopened: ticket.reopenCount,
      resolvedAt: ticket.resolution?.at,
      resolvedBy: known('resolved_by') && ticket.resolution?.byName,
      notes: ticket.resolution?.notes,
      closedAt: ticket.closedAt,
      updatedAt: ticket.updatedAt,
      receivedAt: ticket.receivedAt,
      symptom: ticket.external?.values['Symptom'],
      sla: ticket.external?.values['SLA met'],
    },
  };
}

onLog('the log of a real company', () => {
  test('an import that is interrupted says so and how to go on', async () => {
    const started = startCli(command, { dataDirectory });
    await untilWritten(incidentAt(0.04), started);
    started.child.kill('SIGINT');
    const { code, out, err } = await started.result;
    expect(code).toBe(1);
    expect(err).toBe('Stopping …\n');
    expect(out).toContain('Stopped before the end. What is imported stays; the same command continues.');
  });

  test('an import that is killed in the middle leaves nothing half-written', async () => {
    const started = startCli(command, { dataDirectory });
    await untilWritten(incidentAt(0.2), started);
    started.child.kill('SIGKILL');
    expect((await started.result).code).toBeNull();

    const report = await verifyStore(storage, TENANT);
    expect(report.problems).toEqual([]);
    expect(report.events).toBeGreaterThan(events() / 10);
    expect(report.events).toBeLessThan(events());
  });

  test('the same command goes on and imports everything', async () => {
    const { code, out, err } = await runCli(command, { dataDirectory });
    expect(err).toBe('');
    expect(out).toContain('Problems            none');
    expect(out).toMatch(/incidents\/s, [\d,]+ events\/s, [\d,]+ MB of memory at most\n$/);
    expect(code).toBe(0);

    const report = await verifyStore(storage, TENANT);
    expect(log.size).toBe(Math.floor(LOG_SIZE.incidents / SHARE));
    expect(report).toMatchObject({ records: log.size + groups, events: events() + groups, timers: 0, problems: [] });
    expect((await storage.range({ partition: TENANT, from: 'o:', to: 'p:' })).rows).toEqual([]);
  });

  test('every incident is what its last row says, with all its history', async () => {
    const names = new Map<string, string>();
    const seen = new Set<string>();
    let ticket: Ticket | undefined;
    let history: Recorded[] = [];
    const differences: unknown[] = [];

    const check = (): void => {
      if (!ticket) return;
      const rows = log.get(ticket.external?.id ?? '') ?? [];
      seen.add(ticket.external?.id ?? '');
      const { expected, found } = saidByLast(rows, (id) => names.get(id ?? ''), ticket);
      if (JSON.stringify(expected) !== JSON.stringify(found)) differences.push({ expected, found });
      const told = rows.map((row) => [logTime(row['sys_updated_at'] ?? ''), row['sys_updated_by']]);
      const kept = history.map(({ at, byName }) => [at, byName]);
      if (JSON.stringify(told) !== JSON.stringify(kept)) differences.push({ id: ticket.id, told, kept });
    };

    for await (const line of exportStore(storage, TENANT)) {
      if (line.kind === 'event') history.push(line);
      if (line.kind !== 'record') continue;
      check();
      history = [];
      ticket = line.practice === 'tickets' ? (line.record as Ticket) : undefined;
      if (line.practice === 'groups') names.set(line.id, (line.record as unknown as { name: string }).name);
    }
    check();
    expect(differences.slice(0, 3)).toEqual([]);
    expect(seen.size).toBe(log.size);
  });

  test('the same file again changes nothing', async () => {
    const before = await digestOfStore();
    const { code, out } = await runCli(command, { dataDirectory });
    expect(out).toContain(`Imported: 0 new tickets, 0 continued, ${log.size.toLocaleString('en')} unchanged, 0 left alone.`);
    expect(code).toBe(0);
    expect(await digestOfStore()).toBe(before);
  });

  test('incidents keep their numbers, and new tickets get others', async () => {
    const app: App = await createApp({ storage, blobs, tenant: TENANT });
    const actor = systemActor('api');
    const kept = incidentAt(0);
    expect(await app.open(kept, actor)).toMatchObject({ record: { external: { source: 'ServiceNow', id: kept }, state: 'closed' } });
    const created = await app.perform({ action: 'tickets.report', input: { title: 'Printer is offline' }, actor });
    expect(created).toMatchObject({ record: { state: 'new' } });
    const id = 'record' in created ? created.record.id : '';
    expect(Number(id.slice(3))).toBeGreaterThan(Math.max(...[...log.keys()].map((number) => Number(number.slice(3)))));
  });
});
