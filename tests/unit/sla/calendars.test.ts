// If this fails, an administrator can save a calendar that promises wrong times, or cannot check by eye what it says.
import type { DecideContext, FieldProblem } from '../../../shared/kernel';
import { previewYear, readYear, yearOf, type Calendar } from '../../../shared/sla';
import { checkCalendar } from '../../../shared/sla/calendar-check';
import { problemText } from '../../../shared/strings';

const DAY = ['09:00', '17:00'] as const;
const WEEK = { mon: [DAY], tue: [DAY], wed: [DAY], thu: [DAY], fri: [DAY] };

const saved = (id: string, values: Partial<Calendar>): Calendar => ({ id, name: id, zone: 'Europe/London', weekly: WEEK, retired: false, version: 1, createdAt: '', updatedAt: '', ...values });
const others: readonly Calendar[] = [
  saved('CAL0000001', { name: 'London', sites: ['London', 'Leeds'] }),
  saved('CAL0000002', { name: 'New York', zone: 'America/New_York' }),
  saved('CAL0000003', { name: 'Follow the sun', weekly: {}, memberIds: ['CAL0000001', 'CAL0000002'] }),
  saved('CAL0000004', { name: 'Old', retired: true, sites: ['Bristol'] }),
];
const directory = { calendars: () => others, calendar: (id: string) => others.find((calendar) => calendar.id === id) };
const context = { config: directory, now: '2026-03-02T09:00:00.000Z' } as unknown as DecideContext<unknown>;

const good = { name: 'Berlin', zone: 'Europe/Berlin', weekly: WEEK };
const check = (changes: object): readonly FieldProblem[] => checkCalendar({ ...good, ...changes }, context);

describe('what is right is accepted', () => {
  it.each<[string, object]>([
    ['plain hours', {}],
    ['around the clock, up to 24:00', { weekly: { sat: [['00:00', '24:00']], sun: [['00:00', '24:00']] } }],
    ['windows that touch', { weekly: { mon: [['12:00', '17:00'], ['08:00', '12:00']] } }],
    ['holidays with names, and exceptions', { holidays: ['2026-12-25'], holidayNames: { '2026-12-25': 'Christmas' }, overrides: { '2026-12-24': [['09:00', '12:00']], '2026-12-28': [] } }],
    ['only exceptions, if one lies ahead', { weekly: {}, overrides: { '2026-06-01': [DAY] } }],
    ['a union', { weekly: {}, memberIds: ['CAL0000001', 'CAL0000002'] }],
    ['a site that only a retired calendar served', { sites: ['Bristol', 'Berlin'] }],
    ['its own sites again', { id: 'CAL0000001', sites: ['London'] }],
    ['the 29th of February where there is one', { holidays: ['2028-02-29'] }],
  ])('%s', (_name, changes) => expect(check(changes)).toEqual([]));
});

describe('what would give wrong times is refused at the field it is in', () => {
  it.each<[string, object, string, string]>([
    ['a zone that does not exist', { zone: 'Mars/Phobos' }, 'zone', 'notZone'],
    ['a zone that is no text', { zone: 7 }, 'zone', 'notZone'],
    ['a weekday that does not exist', { weekly: { ...WEEK, monday: [DAY] } }, 'weekly', 'unknownWeekday'],
    ['a weekday out of a prototype', { weekly: JSON.parse('{"__proto__": [["09:00", "17:00"]]}') as object }, 'weekly', 'unknownWeekday'],
    ['hours that are no list', { weekly: { mon: '9-17' } }, 'weekly', 'notWindows'],
    ['a list instead of a week', { weekly: [[DAY]] }, 'weekly', 'notWindows'],
    ['a window with three times', { weekly: { mon: [['09:00', '12:00', '17:00']] } }, 'weekly', 'notWindows'],
    ['a time that no clock shows', { weekly: { mon: [['09:00', '25:00']] } }, 'weekly', 'notWindows'],
    ['a time after 24:00', { weekly: { mon: [['09:00', '24:30']] } }, 'weekly', 'notWindows'],
    ['a time without its zero', { weekly: { mon: [['9:00', '17:00']] } }, 'weekly', 'notWindows'],
    ['a window that runs backwards', { weekly: { fri: [['22:00', '06:00']] } }, 'weekly', 'windowBackwards'],
    ['an empty window', { weekly: { mon: [['09:00', '09:00']] } }, 'weekly', 'windowEmpty'],
    ['a window that begins at the end of the day', { weekly: { mon: [['24:00', '24:00']] } }, 'weekly', 'windowEmpty'],
    ['windows that overlap', { weekly: { mon: [['12:00', '17:00'], ['08:00', '12:30']] } }, 'weekly', 'windowsOverlap'],
    ['the same window twice', { weekly: { mon: [DAY, DAY] } }, 'weekly', 'windowsOverlap'],
    ['more windows than a day bears', { weekly: { mon: Array.from({ length: 13 }, (_, hour) => [`${String(hour).padStart(2, '0')}:00`, `${String(hour).padStart(2, '0')}:30`]) } }, 'weekly', 'tooMany'],
    ['a holiday that does not exist', { holidays: ['2026-02-30'] }, 'holidays', 'noSuchDate'],
    ['a holiday that is no date', { holidays: ['Christmas'] }, 'holidays', 'noSuchDate'],
    ['a holiday that is no text', { holidays: [20261225] }, 'holidays', 'notList'],
    ['more holidays than anybody has', { holidays: Array.from({ length: 3_001 }, () => '2026-12-25') }, 'holidays', 'tooMany'],
    ['a name for a date that does not exist', { holidayNames: { '2026-13-01': 'Never' } }, 'holidayNames', 'noSuchDate'],
    ['a name that is none', { holidayNames: { '2026-12-25': 25 } }, 'holidayNames', 'notNames'],
    ['an exception for a date that does not exist', { overrides: { '2027-02-29': [DAY] } }, 'overrides', 'noSuchDate'],
    ['an exception that runs backwards', { overrides: { '2026-12-24': [['17:00', '09:00']] } }, 'overrides', 'windowBackwards'],
    ['an exception that is no list', { overrides: { '2026-12-24': 'closed' } }, 'overrides', 'notWindows'],
    ['no hours at all', { weekly: {} }, 'weekly', 'neverOpens'],
    ['days without a window', { weekly: { mon: [], tue: [] } }, 'weekly', 'neverOpens'],
    ['only exceptions that have passed', { weekly: {}, overrides: { '2025-06-01': [DAY] } }, 'weekly', 'neverOpens'],
    ['a union of nothing', { weekly: {}, memberIds: [] }, 'memberIds', 'noMembers'],
    ['a union of what does not exist', { memberIds: ['CAL0000009'] }, 'memberIds', 'unknownMember'],
    ['a union of what is retired', { memberIds: ['CAL0000004'] }, 'memberIds', 'unknownMember'],
    ['a union of unions', { memberIds: ['CAL0000003'] }, 'memberIds', 'memberIsUnion'],
    ['a union of itself', { id: 'CAL0000009', memberIds: ['CAL0000009'] }, 'memberIds', 'memberOfItself'],
    ['a union with a member twice', { memberIds: ['CAL0000001', 'CAL0000001'] }, 'memberIds', 'memberTwice'],
    ['a member of a union that becomes one', { id: 'CAL0000001', memberIds: ['CAL0000002'] }, 'memberIds', 'isMemberItself'],
    ['members that are no list', { memberIds: { a: 'CAL0000001' } }, 'memberIds', 'notList'],
    ['more members than there are hours', { memberIds: Array.from({ length: 41 }, (_, index) => `CAL${index}`) }, 'memberIds', 'tooMany'],
    ['a site that another calendar serves', { sites: ['Leeds'] }, 'sites', 'siteTaken'],
    ['a site without a name', { sites: [' '] }, 'sites', 'notNames'],
  ])('%s', (_name, changes, field, code) => {
    const problems = check(changes);
    expect(problems.map((problem) => [problem.field, problem.code])).toEqual([[field, code]]);
    for (const language of ['en', 'de'] as const) expect(problemText(problems[0] as FieldProblem, language)).toMatch(/[.!]$/);
  });

  it('says which windows, and on which day, in the reader’s words', () => {
    const [problem] = check({ weekly: { sat: [['12:00', '17:00'], ['08:00', '12:30']] } });
    expect(problemText(problem as FieldProblem, 'en')).toBe('Saturday: 08:00–12:30 and 12:00–17:00 overlap. Make one of them.');
    expect(problemText(problem as FieldProblem, 'de')).toMatch(/^Samstag: 08:00–12:30 und 12:00–17:00/);
  });

  it('tells all fields that are wrong at once, and of each no more than the beginning', () => {
    const problems = check({ zone: 'Nowhere', holidays: Array.from({ length: 50 }, (_, index) => `2026-13-${index + 10}`), sites: ['London'] });
    expect(problems.map(({ field }) => field)).toEqual(['zone', ...Array.from({ length: 5 }, () => 'holidays'), 'sites']);
  });
});

describe('a year to look at', () => {
  const berlin = saved('CAL0000007', {
    zone: 'Europe/Berlin', weekly: { ...WEEK, sun: [['00:00', '24:00']] }, holidays: ['2026-12-24', '2026-12-25'], holidayNames: { '2026-12-25': 'Christmas' },
    overrides: { '2026-12-24': [['09:00', '12:00']] },
  });
  const year = yearOf(berlin, 2026, () => undefined);
  const on = (date: string): unknown => year.days.find((day) => day.date === date);

  it('has every date once, and adds up', () => {
    expect(year.days).toHaveLength(365);
    expect(yearOf(berlin, 2028, () => undefined).days).toHaveLength(366);
    expect(year.openMinutes).toBe(year.days.reduce((sum, day) => sum + day.openMinutes, 0));
  });

  it('says which hours are in force, and why', () => {
    expect(on('2026-12-23')).toEqual({ date: '2026-12-23', reason: 'weekly', windows: [DAY], openMinutes: 480 });
    expect(on('2026-12-24')).toEqual({ date: '2026-12-24', reason: 'override', windows: [['09:00', '12:00']], holiday: '', openMinutes: 180 });
    expect(on('2026-12-25')).toEqual({ date: '2026-12-25', reason: 'holiday', windows: [], holiday: 'Christmas', openMinutes: 0 });
    expect(on('2026-12-26')).toEqual({ date: '2026-12-26', reason: 'weekly', windows: [], openMinutes: 0 });
  });

  it('shows days on which the clocks change', () => {
    expect(on('2026-03-29')).toMatchObject({ openMinutes: 23 * 60, dayMinutes: 23 * 60 });
    expect(on('2026-10-25')).toMatchObject({ openMinutes: 25 * 60, dayMinutes: 25 * 60 });
    expect(year.days.filter((day) => day.dayMinutes !== undefined)).toHaveLength(2);
    const samoa = yearOf(saved('CAL0000008', { zone: 'Pacific/Apia', weekly: { fri: [DAY] } }), 2011, () => undefined);
    expect(samoa.days.find((day) => day.date === '2011-12-30')).toMatchObject({ openMinutes: 0, dayMinutes: 0 });
  });

  it('shows a union by its own clock', () => {
    const union = yearOf(others[2] as Calendar, 2026, directory.calendar);
    expect(union.days.find((day) => day.date === '2026-01-05')).toEqual({ date: '2026-01-05', reason: 'union', windows: [['09:00', '22:00']], openMinutes: 780 });
    // New York has summer time already, London not yet.
    expect(union.days.find((day) => day.date === '2026-03-09')).toMatchObject({ windows: [['09:00', '21:00']] });
    const far = saved('CAL0000005', { weekly: {}, zone: 'Asia/Tokyo', memberIds: ['CAL0000002'] });
    expect(yearOf(far, 2026, directory.calendar).days.find((day) => day.date === '2026-01-06')).toMatchObject({ windows: [['00:00', '07:00'], ['23:00', '24:00']] });
  });

  it('can be seen before the calendar is saved, even without a name or hours', () => {
    const preview = previewYear({ zone: 'Europe/Berlin', weekly: {} }, 2027, directory);
    expect(preview).toMatchObject({ year: 2027, openMinutes: 0 });
    expect(previewYear({ ...good, weekly: {}, memberIds: ['CAL0000001'] }, 2027, directory)).toMatchObject({ days: expect.arrayContaining([expect.objectContaining({ reason: 'union' })]) });
  });

  it.each<[string, unknown, unknown, string, string]>([
    ['a year that is none', good, 2026.5, 'year', 'notYear'],
    ['a year nobody keeps', good, 9_999, 'year', 'tooLarge'],
    ['no year', good, undefined, 'year', 'required'],
    ['nothing', undefined, 2026, 'zone', 'required'],
    ['a list', [], 2026, 'zone', 'required'],
    ['a zone that does not exist', { ...good, zone: 'Mars/Phobos' }, 2026, 'zone', 'notZone'],
    ['windows that overlap', { ...good, weekly: { mon: [DAY, DAY] } }, 2026, 'weekly', 'windowsOverlap'],
    ['a member of itself', { ...good, id: 'CAL0000009', memberIds: ['CAL0000009'] }, 2026, 'memberIds', 'memberOfItself'],
  ])('%s is refused', (_name, draft, asked, field, code) => {
    expect(previewYear(draft, asked, directory)).toMatchObject({ refused: { code: 'kernel.invalidInput', problems: expect.arrayContaining([expect.objectContaining({ field, code })]) } });
  });

  it('years are whole', () => expect(readYear(2026)).toEqual({ year: 2026 }));
});
