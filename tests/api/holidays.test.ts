// If this fails, administrators cannot import holidays or check a calendar's year, or others can keep the server busy with files.
import { createTestApp, type TestApp } from '../_support/test-app';
import { startTestServer, type TestServer } from '../_support/test-server';

let test: TestApp;
let server: TestServer;
let calendarId: string;

const DAY = ['09:00', '17:00'];
const draft = { name: 'Draft', zone: 'Europe/London', weekly: { mon: [DAY] }, holidays: ['2026-12-28'], holidayNames: { '2026-12-28': 'Boxing Day (substitute)' } };
const FILE = ['BEGIN:VCALENDAR', 'VERSION:2.0', 'BEGIN:VEVENT', 'UID:1', 'SUMMARY:Company day', 'DTSTART;VALUE=DATE:20200615', 'RRULE:FREQ=YEARLY', 'END:VEVENT', 'END:VCALENDAR', ''].join('\r\n');
const upload = (body: string | Uint8Array, query = 'from=2026&to=2027') => server.as('erik').post(`/api/holidays/icalendar?${query}`, body, { 'content-type': 'text/calendar' });

beforeAll(async () => {
  test = await createTestApp();
  server = await startTestServer(test);
  calendarId = [...test.app.desk.directory.calendars()][0]?.id ?? '';
});

afterAll(async () => {
  await server.close();
  await test.close();
});

it('lists countries and regions in the language that is asked for', async () => {
  const { status, json } = await server.as('erik').get('/api/holidays/countries', { 'accept-language': 'de' });
  expect(status).toBe(200);
  expect(json.countries).toContainEqual(expect.objectContaining({ code: 'GB', name: 'Vereinigtes Königreich', regions: expect.arrayContaining([{ code: 'SCT', name: 'Scotland' }]) }));
});

it('gives the holidays of a region for some years', async () => {
  const { status, json } = await server.as('erik').get('/api/holidays?country=DE&region=HH&from=2026&to=2027');
  expect(status).toBe(200);
  expect(json.holidays).toHaveLength(20);
  expect(json.holidays[7]).toEqual({ date: '2026-10-31', name: 'Reformation Day' });
});

it('reads a holiday file', async () => {
  const { status, json } = await upload(FILE);
  expect({ status, json }).toEqual({ status: 200, json: { holidays: [{ date: '2026-06-15', name: 'Company day' }, { date: '2027-06-15', name: 'Company day' }], leftOut: 0 } });
});

it('what was imported can be saved, and shows in the year', async () => {
  const { json: found } = await server.as('erik').get('/api/holidays?country=GB&region=ENG&from=2026&to=2026');
  const holidays = found.holidays as { date: string; name: string }[];
  const input = { ...draft, name: 'England', holidays: holidays.map(({ date }) => date), holidayNames: Object.fromEntries(holidays.map(({ date, name }) => [date, name])) };
  const saved = await server.as('erik').act('calendars.add', undefined, input);
  expect(saved.status).toBe(200);
  const { json } = await server.as('alice').get(`/api/calendars/${saved.json.record.id}/year?year=2026`);
  expect(json.year).toMatchObject({ year: 2026, zone: 'Europe/London' });
  expect(json.year.days).toHaveLength(365);
  expect(json.year.days.find((day: { date: string }) => day.date === '2026-12-28')).toMatchObject({ reason: 'holiday', openMinutes: 0, holiday: expect.stringContaining('Boxing Day') });
});

it('shows the year of a saved calendar to everybody, this year unless another is asked for', async () => {
  const { status, json } = await server.as('alice').get(`/api/calendars/${calendarId}/year`);
  expect(status).toBe(200);
  expect(json.year).toMatchObject({ year: 2026, zone: 'Europe/Berlin' });
  expect(json.year.days.find((day: { date: string }) => day.date === '2026-03-29')).toMatchObject({ dayMinutes: 1380 });
});

it('shows the year of a calendar that is not saved', async () => {
  const { status, json } = await server.as('erik').post('/api/calendars/preview-year', { year: 2026, calendar: draft });
  expect(status).toBe(200);
  expect(json.year.openMinutes).toBe(51 * 480);
  const union = await server.as('erik').post('/api/calendars/preview-year', { year: 2026, calendar: { zone: 'UTC', weekly: {}, memberIds: [calendarId] } });
  expect(union.json.year.days[0]).toMatchObject({ reason: 'union' });
});

describe('is refused in words', () => {
  const refusals: readonly (readonly [string, () => Promise<{ status: number; json: any }>, number, string])[] = [ // eslint-disable-line @typescript-eslint/no-explicit-any
    ['a country that does not exist', () => server.as('erik').get('/api/holidays?country=XX&from=2026&to=2026'), 422, 'Country: '],
    ['a query without years', () => server.as('erik').get('/api/holidays?country=DE'), 422, 'First year: '],
    ['a misspelled name', () => server.as('erik').get('/api/holidays?country=DE&form=2026&to=2026'), 422, 'form: '],
    ['a century', () => server.as('erik').get('/api/holidays?country=DE&from=1980&to=2079'), 422, 'Last year: '],
    ['a file that is none', () => upload('hello'), 422, 'This is not an iCalendar file'],
    ['a file in Latin letters', () => upload(new Uint8Array([...Buffer.from(FILE.replace('Company', 'Könige'), 'latin1')])), 422, 'The letters'],
    ['a file of which every second is a holiday', () => upload(FILE.replace('YEARLY', 'SECONDLY')), 422, '“Company day” repeats'],
    ['a zone that does not exist', () => upload(FILE, 'from=2026&to=2026&zone=Mars/Phobos'), 422, 'Time zone: '],
    ['a calendar that does not exist', () => server.as('erik').get('/api/calendars/CAL9999999/year?year=2026'), 404, ''],
    ['a year that is none', () => server.as('erik').get(`/api/calendars/${calendarId}/year?year=next`), 422, 'Year: '],
    ['a draft that runs backwards', () => server.as('erik').post('/api/calendars/preview-year', { year: 2026, calendar: { ...draft, weekly: { mon: [['17:00', '09:00']] } } }), 422, 'Opening hours per weekday: Monday'],
    ['no draft', () => server.as('erik').post('/api/calendars/preview-year', { year: 2026 }), 422, 'Time zone: '],
  ];

  it.each(refusals)('%s', async (_name, ask, status, text) => {
    const answer = await ask();
    expect(answer.status).toBe(status);
    expect(answer.json.refused.text).toContain(text);
  });

  it('five megabytes, before they are read', async () => {
    const { status, json } = await upload(FILE + 'x'.repeat(5_000_000));
    expect({ status, code: json.error.code }).toEqual({ status: 413, code: 'fileTooLarge' });
  });
});

it.each(['alice', 'bob', 'carol'] as const)('%s, who may not edit calendars, gets none of it', async (person) => {
  const client = server.as(person);
  const answers = [
    await client.get('/api/holidays/countries'), await client.get('/api/holidays?country=DE&from=2026&to=2026'),
    await client.post('/api/holidays/icalendar?from=2026&to=2026', FILE, { 'content-type': 'text/calendar' }), await client.post('/api/calendars/preview-year', { year: 2026, calendar: draft }),
  ];
  expect(answers.map(({ status }) => status)).toEqual([403, 403, 403, 403]);
});

it('strangers see not even a year', async () => {
  expect((await server.client().get(`/api/calendars/${calendarId}/year`)).status).toBe(401);
  expect((await server.client().get('/api/holidays/countries')).status).toBe(401);
});

it('calendars are checked where they are saved, too', async () => {
  const { status, json } = await server.as('erik').act('calendars.add', undefined, { ...draft, weekly: {}, zone: 'Mars/Phobos' });
  expect({ status, problems: json.refused.problems }).toMatchObject({ status: 422, problems: [{ field: 'zone', code: 'notZone' }] });
  const never = await server.as('erik').act('calendars.add', undefined, { ...draft, weekly: {} });
  expect(never.json.refused.problems).toMatchObject([{ field: 'weekly', code: 'neverOpens' }]);
});
