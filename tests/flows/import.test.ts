// If this fails, imported tickets cannot be worked on, take somebody else's number, wake people up, or come twice.
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { openReport } from '../../bot/cli/import/report-file';
import { scanLog } from '../../bot/cli/import/scan';
import { writeLog, type WriteResult } from '../../bot/cli/import/write-log';
import { findByNumber, verifyStore, type App } from '../../shared/app';
import { readMapping, SERVICENOW_MAPPING, type LogMapping, type RowProblem } from '../../shared/import';
import { translator } from '../../shared/strings';
import type { TicketRow, TicketView } from '../../shared/tickets';
import { startAzurite, type Azurite } from '../_support/azurite';
import { INCIDENT_EXCERPT, logTime } from '../_support/incident-log';
import { createTestApp, type TestApp } from '../_support/test-app';

let azurite: Azurite;
let folder: string;
let excerpt: readonly string[];

beforeAll(async () => {
  azurite = await startAzurite();
  folder = await mkdtemp(path.join(tmpdir(), 'bellhop-import-'));
  excerpt = (await readFile(INCIDENT_EXCERPT, 'utf8')).trim().split('\n');
});

afterAll(async () => {
  await azurite.stop();
  await rm(folder, { recursive: true, force: true });
});

const COLUMNS = (): readonly string[] => (excerpt[0] ?? '').split(',');
const cell = (line: string, column: string): string => line.split(',')[COLUMNS().indexOf(column)] ?? '';
const updatedAt = (line: string): string => logTime(cell(line, 'sys_updated_at'));

let files = 0;
async function fileOf(lines: readonly string[]): Promise<string> {
  files += 1;
  const file = path.join(folder, `log${files}.csv`);
  await writeFile(file, `${[excerpt[0], ...lines].join('\n')}\n`);
  return file;
}

function mappingOf(json: object): LogMapping {
  const read = readMapping(json, SERVICENOW_MAPPING);
  if ('problems' in read) throw new Error(JSON.stringify(read.problems));
  return read.mapping;
}

async function importInto(app: App, lines: readonly string[], json: object = {}, limits: { readonly waitingRows?: number } = {}): Promise<WriteResult & { readonly problems: readonly RowProblem[] }> {
  const problems: RowProblem[] = [];
  const mapping = mappingOf(json);
  const file = await fileOf(lines);
  const onProblem = (problem: RowProblem): void => void problems.push(problem);
  const shape = await scanLog(file, mapping, onProblem, () => undefined);
  return { ...(await writeLog({ app, path: file, mapping, shape, onProblem, onProgress: () => undefined, ...limits })), problems };
}

/** The excerpt up to a moment, as a tool that is still in use would export it. */
const until = (instant: string): readonly string[] => excerpt.slice(1).filter((line) => updatedAt(line) < instant);
const CUT = '2016-05-20T00:00:00.000Z';
const everybody = { groupMembers: ['bob@contoso.example', 'carol@contoso.example'] };

describe.each(['embedded', 'azure'] as const)('imported tickets (%s)', (store) => {
  let desk: TestApp;

  beforeEach(async () => (desk = await createTestApp({ store, azurite })));
  afterEach(() => desk.close());

  const open = async (id: string): Promise<TicketView> => {
    const opened = await desk.app.open(id, desk.actor('gus'));
    if (!('record' in opened)) throw new Error(`${id}: ${JSON.stringify(opened.refused)}`);
    return opened.record as TicketView;
  };
  const queue = async (app = desk.app): Promise<readonly TicketRow[]> => {
    await app.followFeed();
    const page = await app.list({ list: 'tickets.open', filters: {}, sort: 'id', limit: 200, actor: desk.actor('fay') });
    return 'items' in page ? (page.items as readonly TicketRow[]) : [];
  };

  test('those that are open stand in the same queue, the others among the ended ones', async () => {
    const result = await importInto(desk.app, until(CUT), everybody);
    expect(result).toMatchObject({ created: 10, events: until(CUT).length, problems: [], groups: { added: 12, found: 0 } });
    const rows = await queue();
    expect(rows.map(({ externalId, state, holdReason }) => [externalId, state, holdReason])).toEqual([
      ['INC0001287', 'onHold', 'vendor'], ['INC0012174', 'new', undefined], ['INC0023726', 'onHold', 'requester'],
    ]);
    const ended = await desk.app.list({ list: 'tickets.ended', filters: {}, actor: desk.actor('fay') });
    expect('items' in ended && ended.items).toHaveLength(6);
    expect(await verifyStore(desk.storage, desk.tenant)).toMatchObject({ problems: [] });
  });

  test('are worked on with ordinary actions: taken, answered, put on hold, resolved, closed by themselves', async () => {
    await importInto(desk.app, until(CUT), everybody);
    const [, waiting] = await queue();
    const id = waiting?.id ?? '';
    const taken = await desk.perform('bob', 'tickets.take', id);
    expect(taken).toMatchObject({ state: 'inProgress', assigneeName: 'Bob Brown', requesterName: 'Caller 2419' });
    await desk.perform('bob', 'tickets.reply', id, { text: 'We are looking at it.' });
    const hold = { reason: 'vendor', supplier: 'Contoso Cables', reference: 'C-1', followUpAt: '2026-03-05T09:00:00.000Z' };
    await desk.perform('bob', 'tickets.putOnHold', id, hold);
    const timers = async (): Promise<readonly string[]> =>
      (await desk.storage.range({ partition: desk.tenant, from: 't:', to: 'u' })).rows.flatMap(({ row }) => (row.includes(`:${id}:`) ? [row.split(':')[3] ?? ''] : []));
    expect(await timers()).toEqual(['followUp']);
    await desk.perform('bob', 'tickets.resume', id);
    const resolved = await desk.perform('bob', 'tickets.resolve', id, { code: 'fixed', notes: 'New cable.' });
    expect(resolved).toMatchObject({ state: 'resolved', category: 'Category 24' });
    expect(await timers()).toEqual(['autoClose']);
    expect(resolved.timeline.map(({ type }) => type)).toEqual([
      'TicketImported', 'TicketTaken', 'ReplyAdded', 'TicketPutOnHold', 'TicketResumed', 'TicketResolved',
    ]);
  });

  test('wake nobody up: no notification and no timer for what happened elsewhere', async () => {
    await importInto(desk.app, until(CUT));
    for (const prefix of ['o', 't', 'd']) {
      // Items of the catalog wait for their review.
      const { rows } = await desk.storage.range({ partition: desk.tenant, from: `${prefix}:`, to: `${prefix};` });
      expect(rows.filter(({ row }) => !row.includes(':OFR'))).toEqual([]);
    }
  });

  test('continue when a later file says more, except those that somebody works on here', async () => {
    await importInto(desk.app, until(CUT), everybody);
    const [vendor, mine] = await queue();
    const before = await desk.perform('bob', 'tickets.take', mine?.id ?? '');
    const result = await importInto(desk.app, excerpt.slice(1), everybody);
    expect(result).toMatchObject({ created: 0, continued: 3, unchanged: 6, refused: 1 });
    expect(result.problems).toMatchObject([{ code: 'workedOn', caseId: 'INC0012174', effect: 'skipped', params: { id: mine?.id } }]);
    expect(await open(mine?.id ?? '')).toMatchObject({ version: before.version, state: 'inProgress' });
    expect(await open(vendor?.id ?? '')).toMatchObject({ state: 'closed', closedAt: '2016-08-16T12:00:00.000Z' });
    expect(await verifyStore(desk.storage, desk.tenant)).toMatchObject({ problems: [] });
  });

  test('continue also when the later file has only what is new', async () => {
    await importInto(desk.app, until(CUT));
    const rest = excerpt.slice(1).filter((line) => updatedAt(line) >= CUT);
    expect(await importInto(desk.app, rest)).toMatchObject({ created: 0, continued: 4, events: rest.length, problems: [] });
    expect(await queue()).toEqual([]);
  });

  test('come once, however often and by however many the file is imported', async () => {
    const second = await desk.openSecondApp();
    const results = await Promise.all([importInto(desk.app, excerpt.slice(1)), importInto(second, excerpt.slice(1))]);
    expect(results[0].events + results[1].events).toBe(excerpt.length - 1);
    expect(await importInto(desk.app, excerpt.slice(1))).toMatchObject({ created: 0, continued: 0, unchanged: 10, events: 0 });
    const report = await verifyStore(desk.storage, desk.tenant);
    expect(report.problems).toEqual([]);
    await desk.app.followFeed();
    const names = [...desk.app.desk.directory.groups()].map(({ name }) => name);
    expect(new Set(names).size).toBe(names.length);
  });

  test('whose number somebody has here already get a new one and are found by the old one', async () => {
    const own = await desk.report();
    expect(own.id).toBe('INC0000001');
    await importInto(desk.app, excerpt.slice(1));
    // INC0000045 and INC0000047 lie in the block of numbers from which that ticket got its own.
    const found = await findByNumber(desk.app, 'inc0000045', desk.actor('fay'));
    expect(found).toMatchObject([{ externalId: 'INC0000045', state: 'closed' }]);
    expect(found[0]?.id).toBe('INC0000002');
    expect(await open('INC0001894')).toMatchObject({ external: { id: 'INC0001894' } });
    expect(await findByNumber(desk.app, 'INC0000045', desk.actor('alice'))).toEqual([]);
    const next = await desk.report();
    expect(['INC0000001', 'INC0000002', 'INC0000003']).not.toContain(next.id);
  });

  test('are the same from a file in another order', async () => {
    const byTime = [...excerpt.slice(1)].sort((left, right) => (updatedAt(left) < updatedAt(right) ? -1 : updatedAt(left) > updatedAt(right) ? 1 : 0));
    expect(byTime).not.toEqual(excerpt.slice(1));
    const result = await importInto(desk.app, byTime);
    expect(result).toMatchObject({ created: 10, events: excerpt.length - 1 });
    const again = await importInto(desk.app, excerpt.slice(1).filter((line) => !line.startsWith('INC0000137')));
    expect(again).toMatchObject({ unchanged: 9, events: 0, problems: [] });
  });
});

describe('large logs', () => {
  let desk: TestApp;

  beforeEach(async () => (desk = await createTestApp()));
  afterEach(() => desk.close());

  /** One row of a case with a counter and a time that grows with it. */
  const rowOf = (caseId: string, order: number): string => {
    const cells = (excerpt[5] ?? '').split(',');
    const minute = new Date(Date.UTC(2016, 0, 1) + order * 60_000);
    const time = `${minute.getUTCDate()}/${minute.getUTCMonth() + 1}/${minute.getUTCFullYear()} ${minute.toISOString().slice(11, 16)}`;
    const set = (column: string, value: string): void => void (cells[COLUMNS().indexOf(column)] = value);
    set('number', caseId);
    set('sys_mod_count', String(order));
    set('sys_updated_at', time);
    set('sys_updated_by', `Person ${order}`);
    return cells.join(',');
  };

  test('an incident with very many rows is written in parts, and is full at some time', async () => {
    const rows = Array.from({ length: 900 }, (_unused, index) => rowOf('INC0000500', index));
    expect(await importInto(desk.app, rows.slice(0, 300))).toMatchObject({ created: 1, events: 300, problems: [] });
    const rest = await importInto(desk.app, rows);
    expect(rest).toMatchObject({ refused: 1, events: 550, problems: [{ code: 'caseTooLong', params: { max: 850, rows: 50 } }] });
    const opened = await desk.app.open('INC0000500', desk.actor('gus'));
    const timeline = 'record' in opened ? (opened.record as TicketView).timeline : [];
    expect(timeline.map(({ byName }) => byName)).toEqual(rows.slice(0, 850).map((_row, index) => `Person ${index}`));
    expect(await verifyStore(desk.storage, desk.tenant)).toMatchObject({ problems: [] });
  });

  test('a log in order of time does not have to fit into memory, and may be imported again', async () => {
    const ids = Array.from({ length: 40 }, (_unused, index) => `INC00009${String(index).padStart(2, '0')}`);
    const rows = Array.from({ length: 20 }, (_unused, order) => ids.map((id) => rowOf(id, order))).flat();
    expect(await importInto(desk.app, rows, {}, { waitingRows: 50 })).toMatchObject({ created: 40, events: 800, problems: [] });
    expect(await importInto(desk.app, rows, {}, { waitingRows: 50 })).toMatchObject({ created: 0, continued: 0, unchanged: 40, events: 0, problems: [] });
    const opened = await desk.app.open('INC0000917', desk.actor('gus'));
    expect('record' in opened && (opened.record as TicketView).timeline).toHaveLength(20);
    expect(await verifyStore(desk.storage, desk.tenant)).toMatchObject({ problems: [] });
  });
});

describe('what a mapping file can say', () => {
  let desk: TestApp;

  beforeEach(async () => (desk = await createTestApp()));
  afterEach(() => desk.close());

  test('names become people and groups that are here', async () => {
    await importInto(desk.app, until(CUT), {
      people: { 'Caller 2419': 'Alice@Contoso.example', 'Resolver 34': 'carol@contoso.example', 'Resolver 133': 'nobody@contoso.example' },
      groups: { 'Group 9': 'network' },
    });
    const opened = await desk.app.open('INC0012174', desk.actor('alice'));
    expect(opened).toMatchObject({ record: { requesterId: desk.people.alice.id, groupName: 'Network', assigneeId: desk.people.carol.id } });
    expect('record' in opened && opened.record.can).toContain('tickets.reply');
    const mine = await desk.app.list({ list: 'tickets.mine', filters: {}, actor: desk.actor('alice') });
    expect('items' in mine && mine.items).toMatchObject([{ id: 'INC0012174' }]);
    expect(await desk.app.open('INC0001287', desk.actor('gus'))).toMatchObject({ record: { assigneeName: 'Resolver 133' } });
  });

  test('what only the other tool knew is for those who handle tickets', async () => {
    await importInto(desk.app, until(CUT), { people: { 'Caller 2419': 'alice@contoso.example' } });
    const seen = JSON.stringify(await desk.app.open('INC0012174', desk.actor('alice')));
    expect(seen).not.toContain('Opened by');
    expect(seen).not.toContain('Symptom:');
    expect(JSON.stringify(await desk.app.open('INC0012174', desk.actor('fay')))).toContain('Opened by');
  });
});

describe('the report of an import', () => {
  test('lists bad rows with line and reason, and the good ones are imported', async () => {
    const desk = await createTestApp();
    const lines = until('2016-03-06T00:00:00.000Z').slice(0, 6);
    const broken = [
      (lines[0] ?? '').replace('Phone', '"Phone'),
      (lines[1] ?? '').replace('29/2/2016 08:53', '31/2/2016 08:53'),
      'INC0000045,Resolved,true',
      lines[3] ?? '',
      (lines[4] ?? '').replace(',New,', ',-100,'),
      lines[5] ?? '',
    ];
    const file = path.join(folder, 'problems.csv');
    const report = openReport(file, translator('en'));
    const result = await importInto(desk.app, broken);
    result.problems.forEach((problem) => report.add(problem));
    report.close();
    expect(result).toMatchObject({ created: 2, events: 3 });
    expect((await readFile(file, 'utf8')).split('\r\n')).toEqual([
      'line,case,what happened,reason',
      '2,,not imported,The quotes in this row do not match.',
      '3,INC0000045,not imported,"""31/2/2016 08:53"" in the column sys_updated_at is not a time in the expected form."',
      '4,,not imported,This row has 3 cells instead of 36.',
      '6,INC0000047,imported without it,"""-100"" in the column incident_state is not a known state; the state stays as it was."',
      '',
    ]);
    await desk.close();
  });

  test('keeps spreadsheets from taking cells for formulas', async () => {
    const file = path.join(folder, 'formulas.csv');
    const report = openReport(file, translator('en'));
    report.add({ line: 2, caseId: '=HYPERLINK("http://evil.example")', effect: 'skipped', code: 'badTime', params: { column: 'time', value: '@x' } });
    report.close();
    expect(await readFile(file, 'utf8')).toContain(`2,"'=HYPERLINK(""http://evil.example"")",`);
  });
});
