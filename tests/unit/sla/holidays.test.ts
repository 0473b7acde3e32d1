// If this fails, the desk is closed on working days or promises work on holidays, or a holiday file brings the server to a halt.
import fc from 'fast-check';
import { isRefused } from '../../../shared/kernel';
import { holidayCountries, publicHolidays, readHolidayFile } from '../../../shared/sla';
import { refusalText } from '../../../shared/strings';

const NOW = '2026-03-02T09:00:00.000Z';

async function dates(query: { country: string; region?: string; from: number; to?: number }): Promise<Record<string, string>> {
  const found = await publicHolidays({ to: query.from, ...query }, 'en');
  if (isRefused(found)) throw new Error(JSON.stringify(found));
  return Object.fromEntries(found.map(({ date, name }) => [date, name]));
}

describe('public holidays', () => {
  it('has the days on which Hamburg is closed, Reformation Day among them since 2018', async () => {
    expect(Object.keys(await dates({ country: 'DE', region: 'HH', from: 2026 }))).toEqual([
      '2026-01-01', '2026-04-03', '2026-04-06', '2026-05-01', '2026-05-14', '2026-05-25', '2026-10-03', '2026-10-31', '2026-12-25', '2026-12-26',
    ]);
    expect(await dates({ country: 'DE', region: 'HH', from: 2016 })).not.toHaveProperty('2016-10-31');
    expect(await dates({ country: 'DE', region: 'BE', from: 2026 })).not.toHaveProperty('2026-10-31');
  });

  it('has the days that stand in for holidays on a weekend', async () => {
    const england = await dates({ country: 'GB', region: 'ENG', from: 2026, to: 2028 });
    expect(england).toMatchObject({ '2026-12-28': expect.stringContaining('Boxing'), '2027-12-27': expect.stringContaining('Christmas'), '2027-12-28': expect.stringContaining('Boxing'), '2028-01-03': expect.stringContaining('New Year') });
    expect(await dates({ country: 'US', from: 2027 })).toHaveProperty('2027-07-05');
  });

  it('knows parts of regions, holidays of several days, and that half a day closes nothing', async () => {
    expect(await dates({ country: 'DE', region: 'BY-A', from: 2026 })).toHaveProperty('2026-08-08');
    expect(await dates({ country: 'DE', region: 'BY', from: 2026 })).not.toHaveProperty('2026-08-08');
    expect(Object.keys(await dates({ country: 'AM', from: 2026 })).slice(0, 5)).toEqual(['2026-01-01', '2026-01-02', '2026-01-03', '2026-01-04', '2026-01-05']);
    expect(await dates({ country: 'IS', from: 2026 })).not.toHaveProperty('2026-12-24');
  });

  it('names countries, regions and holidays in the reader’s language', async () => {
    const [english, german] = [await holidayCountries('en'), await holidayCountries('de')];
    expect(english.length).toBeGreaterThan(180);
    const name = (list: typeof english, code: string): string | undefined => list.find((country) => country.code === code)?.name;
    expect([name(english, 'DE'), name(german, 'DE'), name(german, 'AE')]).toEqual(['Germany', 'Deutschland', 'Vereinigte Arabische Emirate']);
    expect(german.find(({ code }) => code === 'DE')?.regions).toContainEqual({ code: 'BY', name: 'Bayern' });
    expect(await publicHolidays({ country: 'DE', from: 2026, to: 2026 }, 'de')).toContainEqual({ date: '2026-04-03', name: 'Karfreitag' });
  });

  it.each<[string, object, string, string]>([
    ['a country that does not exist', { country: 'XX' }, 'country', 'notOffered'],
    ['a prototype', { country: '__proto__' }, 'country', 'notOffered'],
    ['a region of another country', { region: 'ENG' }, 'region', 'notOffered'],
    ['years that run backwards', { to: 2025 }, 'to', 'yearsBackwards'],
    ['more years than anybody plans', { to: 2046 }, 'to', 'tooManyYears'],
    ['half a year', { to: 2026.5 }, 'to', 'notYear'],
  ])('refuses %s', async (_name, changes, field, code) => {
    const found = await publicHolidays({ country: 'DE', from: 2026, to: 2026, ...changes }, 'en');
    expect(found).toMatchObject({ refused: { code: 'kernel.invalidInput', problems: [{ field, code }] } });
  });
});

const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);
const calendar = (...events: readonly string[]): string =>
  ['BEGIN:VCALENDAR', 'VERSION:2.0', 'PRODID:-//Contoso//EN', ...events.flatMap((event) => ['BEGIN:VEVENT', ...event.split('\n'), 'END:VEVENT']), 'END:VCALENDAR', ''].join('\r\n');
const read = (text: string, zone?: string, range = { from: 2026, to: 2028 }) => readHolidayFile(bytes(text), range, zone);

async function found(event: string, zone?: string): Promise<readonly string[]> {
  const file = await read(calendar(`UID:1\nSUMMARY:Day\n${event}`), zone);
  if (isRefused(file)) throw new Error(JSON.stringify(file));
  return file.holidays.map(({ date }) => date);
}

describe('a holiday file', () => {
  it.each<[string, string, readonly string[]]>([
    ['one day', 'DTSTART;VALUE=DATE:20261225', ['2026-12-25']],
    ['several days, the end not included', 'DTSTART;VALUE=DATE:20261225\nDTEND;VALUE=DATE:20261228', ['2026-12-25', '2026-12-26', '2026-12-27']],
    ['a duration', 'DTSTART;VALUE=DATE:20261225\nDURATION:P2D', ['2026-12-25', '2026-12-26']],
    ['into the range from the year before', 'DTSTART;VALUE=DATE:20251230\nDTEND;VALUE=DATE:20260103', ['2026-01-01', '2026-01-02']],
    ['every year', 'DTSTART;VALUE=DATE:19901225\nRRULE:FREQ=YEARLY', ['2026-12-25', '2027-12-25', '2028-12-25']],
    ['every year but one', 'DTSTART;VALUE=DATE:19901225\nRRULE:FREQ=YEARLY\nEXDATE;VALUE=DATE:20271225', ['2026-12-25', '2028-12-25']],
    ['until a year', 'DTSTART;VALUE=DATE:19901225\nRRULE:FREQ=YEARLY;UNTIL=20271225', ['2026-12-25', '2027-12-25']],
    ['so many times', 'DTSTART;VALUE=DATE:20241225\nRRULE:FREQ=YEARLY;COUNT=3', ['2026-12-25']],
    ['every second year', 'DTSTART;VALUE=DATE:20241225\nRRULE:FREQ=YEARLY;INTERVAL=2', ['2026-12-25', '2028-12-25']],
    ['the fourth Thursday of November', 'DTSTART;VALUE=DATE:20001123\nRRULE:FREQ=YEARLY;BYMONTH=11;BYDAY=4TH', ['2026-11-26', '2027-11-25', '2028-11-23']],
    ['the last Monday of May', 'DTSTART;VALUE=DATE:20000529\nRRULE:FREQ=YEARLY;BYMONTH=5;BYDAY=-1MO', ['2026-05-25', '2027-05-31', '2028-05-29']],
    ['the Tuesday after the first Monday of November', 'DTSTART;VALUE=DATE:20001107\nRRULE:FREQ=YEARLY;INTERVAL=2;BYMONTH=11;BYDAY=TU;BYMONTHDAY=2,3,4,5,6,7,8', ['2026-11-03', '2028-11-07']],
    ['the 29th of February only where there is one', 'DTSTART;VALUE=DATE:20240229\nRRULE:FREQ=YEARLY', ['2028-02-29']],
    ['a date that never comes', 'DTSTART;VALUE=DATE:20240101\nRRULE:FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=30', []],
    ['dates one by one', 'DTSTART;VALUE=DATE:20260401\nRDATE;VALUE=DATE:20270402,20280403', ['2026-04-01', '2027-04-02', '2028-04-03']],
    ['a day by the clock', 'DTSTART;TZID=Europe/Berlin:20261224T000000\nDTEND;TZID=Europe/Berlin:20261225T000000', ['2026-12-24']],
    ['a day that ends at 23:59', 'DTSTART:20261224T000000\nDTEND:20261224T235900', ['2026-12-24']],
    ['only the whole day of three', 'DTSTART:20261223T120000\nDTEND:20261225T120000', ['2026-12-24']],
    ['a part of a day', 'DTSTART:20261224T120000\nDTEND:20261224T180000', []],
    ['what was called off', 'DTSTART;VALUE=DATE:20261225\nSTATUS:CANCELLED', []],
    ['an event without a beginning', 'DTEND;VALUE=DATE:20261225', []],
    ['an end before the beginning', 'DTSTART;VALUE=DATE:20261225\nDTEND;VALUE=DATE:20261220', ['2026-12-25']],
  ])('%s', async (_name, event, expected) => expect(await found(event)).toEqual(expected));

  it('tells times in UTC by the clock of the calendar', async () => {
    const event = 'DTSTART:20261224T230000Z\nDTEND:20261225T230000Z';
    expect([await found(event, 'Europe/Berlin'), await found(event)]).toEqual([['2026-12-25'], []]);
    expect(await read(calendar(event), 'Mars/Phobos')).toMatchObject({ refused: { problems: [{ field: 'zone', code: 'notZone' }] } });
  });

  it('takes the changed occurrence instead of the one it stands for', async () => {
    const file = await read(calendar('UID:1\nSUMMARY:Day\nDTSTART;VALUE=DATE:20260101\nRRULE:FREQ=YEARLY', 'UID:1\nRECURRENCE-ID;VALUE=DATE:20270101\nSUMMARY:Moved\nDTSTART;VALUE=DATE:20270104'));
    expect(file).toMatchObject({ holidays: [{ date: '2026-01-01', name: 'Day' }, { date: '2027-01-04', name: 'Moved' }, { date: '2028-01-01', name: 'Day' }] });
  });

  it('names each date once, on one line, and counts what it left out', async () => {
    const file = await read(calendar('SUMMARY:Labor Day\\nand a break\nDTSTART;VALUE=DATE:20260501', 'SUMMARY:Spring\nDTSTART;VALUE=DATE:20260501', 'SUMMARY:Half\nDTSTART:20261224T120000\nDTEND:20261224T180000'));
    expect(file).toEqual({ holidays: [{ date: '2026-05-01', name: 'Labor Day and a break, Spring' }], leftOut: 1 });
  });

  it('may be several calendars, with plain line feeds and a byte order mark', async () => {
    const text = `\ufeff${calendar('SUMMARY:Dreikönig\nDTSTART;VALUE=DATE:20260106')}${calendar('SUMMARY:B\nDTSTART;VALUE=DATE:20260107')}`.replaceAll('\r\n', '\n');
    expect(await read(text)).toMatchObject({ holidays: [{ date: '2026-01-06', name: 'Dreikönig' }, { date: '2026-01-07' }] });
    expect(await read('BEGIN:VCALENDAR\r\nEND:VCALENDAR\r\n')).toEqual({ holidays: [], leftOut: 0 });
  });
});

describe('a file that cannot be taken is refused in words', () => {
  const day = 'SUMMARY:Odd\nDTSTART;VALUE=DATE:20260101';
  const many = (event: string, count: number): string => calendar(...Array.from({ length: count }, () => event));

  it.each<[string, string | Uint8Array, string]>([
    ['nothing', '', 'notICalendar'],
    ['a page', '<html>BEGIN:VCALENDAR</html>', 'notICalendar'],
    ['a visiting card', 'BEGIN:VCARD\r\nFN:Alice\r\nEND:VCARD\r\n', 'notICalendar'],
    ['half a file', calendar(day).slice(0, 90), 'notICalendar'],
    ['letters of another age', new Uint8Array(Buffer.from(calendar('SUMMARY:Dreikönig\nDTSTART;VALUE=DATE:20260106'), 'latin1')), 'fileNotUtf8'],
    ['two bytes for each letter', new Uint8Array(Buffer.from(`\ufeff${calendar(day)}`, 'utf16le')), 'fileNotUtf8'],
    ['five megabytes', new Uint8Array(5_000_000), 'fileTooLarge'],
    ['a date that does not exist', calendar('SUMMARY:Odd\nDTSTART;VALUE=DATE:20260230'), 'noSuchDate'],
    ['a date that is none', calendar('SUMMARY:Odd\nDTSTART;VALUE=TEXT:soon'), 'noSuchDate'],
    ['an end that does not exist', calendar(`${day}\nDTEND;VALUE=DATE:20260199`), 'noSuchDate'],
    ['every second', calendar(`${day}\nRRULE:FREQ=SECONDLY`), 'oddRepetition'],
    ['a rule that we do not know', calendar(`${day}\nRRULE:FREQ=YEARLY;BYEASTER=0`), 'oddRepetition'],
    ['the third of a set', calendar(`${day}\nRRULE:FREQ=MONTHLY;BYDAY=MO,TU;BYSETPOS=3`), 'oddRepetition'],
    ['a rule for exceptions', calendar(`${day}\nRRULE:FREQ=YEARLY\nEXRULE:FREQ=YEARLY;INTERVAL=2`), 'oddRepetition'],
    ['thousands of years', calendar(`${day}\nDTEND;VALUE=DATE:99990101`), 'eventTooLong'],
    ['a duration beyond all calendars', calendar(`${day}\nDURATION:P99999999999W`), 'eventTooLong'],
    ['events without end, thousands of them', many(`${day}\nRRULE:FREQ=DAILY`, 1_000), 'tooManyEvents'],
    ['counting from the year one', many('SUMMARY:Odd\nDTSTART;VALUE=DATE:00010101\nRRULE:FREQ=DAILY;COUNT=999999999', 100), 'tooManyEvents'],
  ])('%s', async (_name, content, code) => {
    const refusal = await readHolidayFile(typeof content === 'string' ? bytes(content) : content, { from: 2026, to: 2028 });
    if (!isRefused(refusal)) throw new Error(JSON.stringify(refusal));
    expect(refusal.refused.code).toBe(`calendars.${code}`);
    for (const language of ['en', 'de'] as const) expect(refusalText(refusal.refused, language, NOW)).toMatch(/^\p{Lu}|^[“„]/u);
  });

  it('damaged files give a list or a refusal, never a fault', async () => {
    const sample = calendar(
      'UID:1\nSUMMARY;LANGUAGE=en:Day\nDTSTART;VALUE=DATE:20200101\nDTEND;VALUE=DATE:20200102\nRRULE:FREQ=YEARLY;INTERVAL=1;BYMONTH=1;BYDAY=1MO;UNTIL=20300101\nEXDATE;VALUE=DATE:20260101',
      'UID:2\nDTSTART;TZID=Europe/Berlin:20260501T000000\nDURATION:P1DT2H\nRDATE;VALUE=PERIOD:20270501T000000Z/P1D\nSTATUS:CONFIRMED',
    );
    const damage = fc.record({ at: fc.nat(sample.length), cut: fc.nat(12), insert: fc.oneof(fc.string({ maxLength: 6 }), fc.constantFrom('0', '9999999', '-', ':', ';', '\r\n', 'BEGIN:VEVENT\r\n', 'FREQ=DAILY', '__proto__')) });
    await fc.assert(
      fc.asyncProperty(fc.array(damage, { minLength: 1, maxLength: 4 }), async (damages) => {
        const text = damages.reduce((before, { at, cut, insert }) => before.slice(0, at) + insert + before.slice(at + cut), sample);
        const file = await read(text);
        if (isRefused(file)) return expect(file.refused.code).toMatch(/^calendars\./);
        for (const { date, name } of file.holidays) {
          expect(date).toMatch(/^202[678]-\d\d-\d\d$/);
          expect(name.length).toBeLessThanOrEqual(100);
        }
      }),
      { numRuns: 1_500 },
    );
  });
});
