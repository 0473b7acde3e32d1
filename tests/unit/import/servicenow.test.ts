// If this fails, tickets imported from ServiceNow have another state, time, actor or history than they had there.
import { readFileSync } from 'node:fs';
import path from 'node:path';
import {
  describedBy, historyOf, inLogOrder, planFor, readRow, SERVICENOW_MAPPING, stillToImport, type LogPlan, type LogRow, type Lookups,
} from '../../../shared/import';
import type { Recorded } from '../../../shared/kernel';
import { foldTicket, type Ticket, type TicketEvent } from '../../../shared/tickets';

const [HEADER = [], ...ROWS] = readFileSync(path.join(__dirname, 'servicenow-excerpt.csv'), 'utf8').trim().split('\n').map((line) => line.split(','));
const lookups: Lookups = { group: (name) => `GRP${name}`, person: () => undefined };

function planOf(zone = 'UTC'): LogPlan {
  const plan = planFor({ ...SERVICENOW_MAPPING, zone }, HEADER);
  if ('missing' in plan) throw new Error(`missing: ${plan.missing.join()}`);
  return plan;
}

/** Rows of one case of the excerpt, with some cells changed. */
function rowsOf(caseId: string, change: (cells: string[], index: number) => void = () => undefined, plan = planOf()) {
  const problems: string[] = [];
  const rows: LogRow[] = [];
  ROWS.filter((cells) => cells[0] === caseId).forEach((original, index) => {
    const cells = [...original];
    change(cells, index);
    const read = readRow(plan, cells, index + 2);
    problems.push(...read.problems.map(({ line, code, effect }) => `${line} ${code} ${effect}`));
    if (read.row) rows.push(read.row);
  });
  return { rows: inLogOrder(rows), problems };
}

const set = (cells: string[], column: string, value: string): void => {
  cells[HEADER.indexOf(column)] = value;
};

function importedOf(rows: readonly LogRow[]): { readonly ticket: Ticket; readonly history: readonly Recorded<TicketEvent>[] } {
  const history = historyOf(rows, { id: 'INC0000001', version: 0, before: undefined, source: 'ServiceNow' }, lookups);
  const ticket = history.reduce<Ticket | undefined>((state, entry) => foldTicket(state, entry), undefined) as Ticket;
  return { ticket, history };
}

describe('an incident of ServiceNow', () => {
  test('becomes a closed ticket that says what the last row says', () => {
    const { rows, problems } = rowsOf('INC0000047');
    const { ticket } = importedOf(rows);
    expect(problems).toEqual([]);
    expect(ticket).toMatchObject({
      state: 'closed', kind: 'incident', channel: 'import', title: 'Category 40 · Subcategory 215 · Symptom 471', categoryName: 'Category 40',
      impact: 2, urgency: 2, priority: 'P3', requesterName: 'Caller 2403', groupId: 'GRPGroup 24', assigneeName: 'Resolver 89',
      reassignmentCount: 1, reopenCount: 0, createdAt: '2016-02-29T04:57:00.000Z', receivedAt: '2016-02-29T04:40:00.000Z',
      respondedAt: '2016-02-29T05:30:00.000Z', closedAt: '2016-03-06T10:00:00.000Z',
      resolution: { code: 'fixed', notes: 'code 5', at: '2016-03-01T09:52:00.000Z', by: 'external', byName: 'Resolved by 81', isImported: true },
      external: { source: 'ServiceNow', id: 'INC0000047', values: { Symptom: 'Symptom 471', State: 'Closed', 'Opened by': 'Opened by  397', 'Contact type': 'Phone' } },
    });
    expect(ticket.hold).toBeUndefined();
    expect(ticket.requesterId).toBeUndefined();
    expect(ticket.external?.values).not.toHaveProperty('Vendor');
  });

  test('has one event of history per row, in log order, at its time, by who did it', () => {
    const { rows } = rowsOf('INC0000047');
    const { history } = importedOf(rows);
    expect(history.map(({ seq, at, byName, by, channel }) => [seq, at, byName, by, channel])).toEqual(
      ROWS.filter((cells) => cells[0] === 'INC0000047').map((cells, index) => {
        const [, day, month, hour, minute] = /^(\d+)\/(\d+)\/2016 (\d+):(\d+)$/.exec(cells[HEADER.indexOf('sys_updated_at')] ?? '') ?? [];
        const at = new Date(Date.UTC(2016, Number(month) - 1, Number(day), Number(hour), Number(minute))).toISOString();
        return [index + 1, at, cells[HEADER.indexOf('sys_updated_by')], 'external', 'import'];
      }),
    );
    expect(history[0]?.event.type).toBe('TicketImported');
    expect(history[1]?.event).toEqual({
      type: 'ImportedChange',
      values: { State: 'Active', Group: 'Group 24', Assignee: 'Resolver 31', Reassigned: '1' },
      set: { state: 'inProgress', groupId: 'GRPGroup 24', assigneeName: 'Resolver 31', reassignmentCount: 1, respondedAt: '2016-02-29T05:30:00.000Z' },
    });
    expect(history[2]?.event).toEqual({ type: 'ImportedChange', values: {}, set: {} });
  });

  test.each([
    ['New', { state: 'new' }],
    ['Active', { state: 'inProgress' }],
    ['Awaiting User Info', { state: 'onHold', hold: { reason: 'requester' } }],
    ['Awaiting Vendor', { state: 'onHold', hold: { reason: 'vendor' } }],
    ['Awaiting Problem', { state: 'onHold', hold: { reason: 'problem' } }],
    ['Awaiting Evidence', { state: 'onHold', hold: { reason: 'other' } }],
    ['Resolved', { state: 'resolved', resolution: { code: 'fixed' } }],
    ['Closed', { state: 'closed', closedAt: '2016-03-05T12:00:00.000Z' }],
  ])('%s is mapped', (state, expected) => {
    const { rows } = rowsOf('INC0000045', (cells) => set(cells, 'incident_state', state));
    expect(importedOf(rows).ticket).toMatchObject(expected);
  });

  test('keeps its state when the log has a bad one, and the row is reported', () => {
    const { rows, problems } = rowsOf('INC0000047', (cells, index) => index >= 6 && set(cells, 'incident_state', '-100'));
    expect(problems).toEqual(['8 unknownState kept', '9 unknownState kept', '10 unknownState kept']);
    const { ticket, history } = importedOf(rows);
    expect(ticket.state).toBe('inProgress');
    expect(ticket.resolution).toBeUndefined();
    expect(history).toHaveLength(9);
  });

  test('loses what the log no longer knows', () => {
    const { rows } = rowsOf('INC0000047', (cells, index) => {
      if (index >= 7) ['assigned_to', 'assignment_group', 'category'].forEach((column) => set(cells, column, '?'));
    });
    const { ticket, history } = importedOf(rows);
    expect(ticket).not.toHaveProperty('assigneeName');
    expect(ticket).not.toHaveProperty('groupId');
    expect(ticket).not.toHaveProperty('categoryName');
    expect(ticket.external?.values).not.toHaveProperty('Assignee');
    expect(history[7]?.event).toMatchObject({ values: { Assignee: '', Group: '', Category: '' }, clear: ['groupId', 'assigneeName', 'categoryName', 'hold'] });
  });

  test('that was reopened after closing is open in between', () => {
    const { rows } = rowsOf('INC0001894');
    const open = importedOf(rows.slice(0, 7)).ticket;
    expect(open).toMatchObject({ state: 'inProgress', reopenCount: 1 });
    expect(open.resolution).toBeUndefined();
    expect(open.closedAt).toBeUndefined();
    expect(importedOf(rows).ticket).toMatchObject({ state: 'closed', reopenCount: 1, closedAt: '2016-05-21T08:07:00.000Z' });
  });

  test('waits since it was put on hold, not since the last update while it waited', () => {
    const { rows } = rowsOf('INC0023726');
    const { ticket } = importedOf(rows.slice(0, 7));
    expect(ticket.hold).toEqual({ reason: 'requester', since: '2016-05-13T09:03:00.000Z', followUpAt: '2016-05-20T09:03:00.000Z', isImported: true });
    expect(ticket.priority).toBe('P1');
    expect(importedOf(rows.slice(0, 4)).ticket.hold).toMatchObject({ reason: 'vendor', supplier: 'code 8s' });
  });

  test('without a known time of resolution was resolved when its state says so', () => {
    expect(importedOf(rowsOf('INC0000093').rows).ticket.resolution?.at).toBe('2016-02-29T08:56:00.000Z');
  });

  test('in the local time of another zone', () => {
    const { rows } = rowsOf('INC0000045', undefined, planOf('Europe/Berlin'));
    expect(importedOf(rows).ticket).toMatchObject({ createdAt: '2016-02-29T00:23:00.000Z', closedAt: '2016-03-05T11:00:00.000Z' });
  });
});

describe('rows of one case', () => {
  const order = (rows: readonly LogRow[]): number[] => inLogOrder(rows).map(({ line }) => line);

  test('keep the order of the file where the counter or the times agree with it', () => {
    expect(order(rowsOf('INC0000137').rows)).toEqual([2, 3, 4, 5]);
    expect(order(rowsOf('INC0000130').rows)).toEqual([2, 3, 4, 5, 6, 7]);
  });

  test('are sorted by time, then by counter, when the file has them in another order', () => {
    const { rows } = rowsOf('INC0001894');
    expect(order([...rows].reverse())).toEqual(rows.map(({ line }) => line));
    const shuffled = [6, 2, 9, 0, 11, 4, 7, 1, 10, 3, 8, 5].map((index) => rows[index] as LogRow);
    expect(order(shuffled)).toEqual(rows.map(({ line }) => line));
  });

  test('that were imported before are not imported again, in a whole file and in a later part', () => {
    const { rows } = rowsOf('INC0001894');
    const applied = { digests: rows.slice(0, 5).map(({ digest }) => digest), lastAt: rows[4]?.at ?? 0, lastOrder: rows[4]?.order ?? 0 };
    expect(stillToImport(rows, applied)).toEqual({ pending: rows.slice(5), late: [] });
    expect(stillToImport(rows.slice(3), applied)).toEqual({ pending: rows.slice(5), late: [] });
    expect(stillToImport(rows.slice(0, 5), applied)).toEqual({ pending: [], late: [] });
    expect(stillToImport(rows.slice(5), applied)).toEqual({ pending: rows.slice(5), late: [] });
  });

  test('that are older than what is there, or changed since, are late: history is not rewritten', () => {
    const { rows } = rowsOf('INC0001894');
    const known = rows.filter((_row, index) => index !== 2);
    const last = known.at(-1) as LogRow;
    const applied = { digests: known.map(({ digest }) => digest), lastAt: last.at, lastOrder: last.order ?? 0 };
    expect(stillToImport(rows, applied)).toEqual({ pending: [], late: [rows[2]] });
  });

  test('twice the same row is two events, and known both times', () => {
    const [row] = rowsOf('INC0000045').rows as [LogRow];
    const last = { lastAt: row.at, lastOrder: row.order ?? 0 };
    expect(stillToImport([row, row], { digests: [row.digest], ...last }).pending).toHaveLength(1);
    expect(stillToImport([row, row], { digests: [row.digest, row.digest], ...last }).pending).toHaveLength(0);
  });

  test('continue from the stored ticket as from the rows before', () => {
    const { rows } = rowsOf('INC0023726');
    const whole = importedOf(rows);
    const half = importedOf(rows.slice(0, 5));
    const rest = historyOf(rows.slice(5), { id: 'INC0000001', version: 5, before: describedBy(half.ticket), source: 'ServiceNow' }, lookups);
    expect([...half.history, ...rest]).toEqual(whole.history);
  });
});

describe('values that are not as they should be', () => {
  const read = (column: string, value: string) => {
    const cells = [...(ROWS[0] ?? [])];
    set(cells, column, value);
    return readRow(planOf(), cells, 2);
  };

  test.each([
    ['number', '?', 'noCase', 'skipped'],
    ['sys_updated_at', '30/2/2016 01:23', 'badTime', 'skipped'],
    ['sys_updated_at', '?', 'badTime', 'skipped'],
    ['incident_state', 'On fire', 'unknownState', 'kept'],
    ['impact', 'huge', 'unknownLevel', 'kept'],
    ['priority', 'now!', 'unknownPriority', 'kept'],
    ['closed_at', 'tomorrow', 'badOtherTime', 'kept'],
    ['reopen_count', '-3', 'notNumber', 'kept'],
  ])('%s %j: %s', (column, value, code, effect) => {
    const { row, problems } = read(column, value);
    expect(problems).toMatchObject([{ line: 2, code, effect }]);
    expect(row === undefined).toBe(effect === 'skipped');
  });

  test('an unknown priority is computed from impact and urgency', () => {
    const { row } = read('priority', 'now!');
    expect(importedOf([row as LogRow]).ticket.priority).toBe('P3');
  });

  test('long and invisible things are cut and cleaned', () => {
    const { row } = read('caller_id', `A\u0000B\u001b[31m${'x'.repeat(5_000)}`);
    expect(row?.requester).toHaveLength(200);
    expect([...(row?.requester ?? '')].every((character) => character >= ' ')).toBe(true);
    expect(read('u_symptom', 'y'.repeat(100_000)).row?.values['Symptom']).toHaveLength(500);
  });
});
