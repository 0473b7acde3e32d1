// If this fails, administrators get no help with their mapping file, or a typing error in it imports wrong tickets.
import { BASE_MAPPING, planFor, readMapping, readRow, SERVICENOW_MAPPING, type LogMapping } from '../../../shared/import';

function problemsOf(json: unknown, base?: LogMapping): string[] {
  const read = readMapping(json, base);
  return 'problems' in read ? read.problems.map(({ path, code }) => `${path} ${code}`) : [];
}

function mappingOf(json: unknown, base?: LogMapping): LogMapping {
  const read = readMapping(json, base);
  if ('problems' in read) throw new Error(JSON.stringify(read.problems));
  return read.mapping;
}

const COLUMNS = { case: 'Case ID', time: 'Timestamp', activity: 'Activity' };

describe('a mapping file', () => {
  test('needs case, time and activity, and nothing else', () => {
    expect(problemsOf({})).toEqual(['columns.case required', 'columns.time required', 'columns.activity required']);
    expect(mappingOf({ columns: COLUMNS }).requiredColumns).toEqual(['Case ID', 'Timestamp', 'Activity']);
  });

  test('names everything that is wrong at once', () => {
    const wrong = {
      colums: {},
      source: 7,
      columns: { ...COLUMNS, colour: 'x', group: 3 },
      states: { Done: 'finished', Waiting: 'onHold:nobody' },
      levels: { big: 9 },
      priorities: { top: 'P0' },
      resolutionCodes: { a: 'magic' },
      otherStates: 'ignore',
      title: 'Title',
      dateFormat: 'HH:mm',
      zone: 'Mars/Base',
    };
    expect(problemsOf(wrong)).toEqual([
      'colums unknownEntry', 'source notText', 'columns.colour unknownEntry', 'columns.group notText', 'states.Done notOffered',
      'states.Waiting notOffered', 'levels.big notOffered', 'priorities.top notOffered', 'resolutionCodes.a notOffered',
      'otherStates notOffered', 'title notTexts', 'dateFormat badDateFormat', 'zone badZone',
    ]);
  });

  test.each([[null], [[]], ['text'], [5]])('%j is no mapping', (json) => expect(problemsOf(json)).toEqual([' notObject']));

  test('over the built-in one it changes only what it names', () => {
    const mapping = mappingOf({ columns: { group: 'team' }, states: { Parked: 'onHold:other' }, groups: { 'Group 70': 'Service Desk' } }, SERVICENOW_MAPPING);
    expect(mapping.columns.case).toBe('number');
    expect(mapping.columns.group).toBe('team');
    expect(mapping.states['Resolved']).toEqual({ state: 'resolved' });
    expect(mapping.states['Parked']).toEqual({ state: 'onHold', hold: 'other' });
    expect(mapping.requiredColumns).toEqual(['number', 'sys_updated_at', 'incident_state', 'team']);
  });

  test('renaming a needed column no longer asks for the old one', () => {
    expect(mappingOf({ columns: { time: 'when' } }, SERVICENOW_MAPPING).requiredColumns).toEqual(['number', 'incident_state', 'when']);
  });

  test('columns that it names must be in the file, those of the built-in one need not', () => {
    const header = ['number', 'sys_updated_at', 'incident_state', 'priority'];
    expect(planFor(SERVICENOW_MAPPING, header)).toHaveProperty('usedIndexes');
    expect(planFor(mappingOf({ columns: { group: 'team' } }, SERVICENOW_MAPPING), header)).toEqual({ missing: ['team'], found: header });
    expect(planFor(SERVICENOW_MAPPING, ['number'])).toEqual({ missing: ['sys_updated_at', 'incident_state'], found: ['number'] });
  });

  test('an event log of activities: those that say nothing about the state are only history', () => {
    const mapping = mappingOf({
      source: 'Desk 9', columns: { ...COLUMNS, actor: 'Resource' }, otherStates: 'keep', states: { Resolve: 'resolved' }, title: ['Subject'], values: { Activity: 'Activity' },
    });
    const plan = planFor(mapping, ['Case ID', 'Activity', 'Resource', 'Timestamp', 'Subject', 'Product']);
    if ('missing' in plan) throw new Error('columns');
    const row = readRow(plan, ['Case 1', 'Wait', 'Value 2', '2012-10-09 14:50:17', 'Help', 'Value 3'], 2);
    expect(row.problems).toEqual([]);
    expect(row.row).toMatchObject({ caseId: 'Case 1', actor: 'Value 2', title: 'Help', values: { Activity: 'Wait', Product: 'Value 3' } });
    expect(row.row?.step).toBeUndefined();
    expect(readRow(plan, ['Case 1', 'Resolve', 'Value 2', '2012-10-09 14:50:17', '', ''], 3).row?.step).toEqual({ state: 'resolved' });
  });

  test('what people wrote comes without the passwords in it', () => {
    const mapping = mappingOf({ columns: { ...COLUMNS, description: 'Text', resolutionNotes: 'Solution' }, otherStates: 'keep', title: ['Subject'] });
    const plan = planFor(mapping, ['Case ID', 'Activity', 'Timestamp', 'Subject', 'Text', 'Solution']);
    if ('missing' in plan) throw new Error('columns');
    expect(readRow(plan, ['1', 'Open', '2012-10-09 14:50:17', 'pw: Hunter2', 'Passwort lautet Sommer2024', 'Card 4111 1111 1111 1111'], 2).row).toMatchObject({
      title: 'pw: •••••• (password)', description: 'Passwort lautet •••••• (password)', resolutionNotes: 'Card •••••• (card number)',
    });
  });

  test('names that every object has are no states', () => {
    const plan = planFor({ ...BASE_MAPPING, columns: { case: 'c', time: 't', activity: 'a' } }, ['c', 't', 'a']);
    if ('missing' in plan) throw new Error('columns');
    for (const name of ['constructor', '__proto__', 'toString']) {
      expect(readRow(plan, ['1', '2020-01-01', name], 2).problems).toMatchObject([{ code: 'unknownState', effect: 'kept' }]);
    }
  });
});
