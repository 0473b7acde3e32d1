// If this fails, the bot plans a change for another night than the one somebody wrote, or lets a substitute decide on days nobody named.
import { readWhen } from '../../../bot/chat/planning/read-time';

/** Monday, 10:00 in Berlin. */
const NOW = '2026-03-02T09:00:00.000Z';
const reader = { now: NOW, zone: 'Europe/Berlin' };

const short = (at: string | undefined): string => (at ?? '').replace(':00.000Z', 'Z');

/** `start > end (minutes)`, or `[from .. until]` where no hour was said; then what is left of the text. */
function said(text: string, more: Partial<Parameters<typeof readWhen>[1]> = {}): string {
  const { start, end, minutes, days, from, until, rest } = readWhen(text, { ...reader, ...more });
  const exact = start ? `${short(start)}${end ? ` > ${short(end)}` : ''}` : '';
  const stretch = from ? `[${short(from)} .. ${short(until)}]` : '';
  const length = days !== undefined ? `${days}d` : minutes !== undefined ? `${minutes}m` : '';
  return [exact, stretch, length, rest && `| ${rest}`].filter(Boolean).join(' ');
}

test.each<[string, string]>([
  ['renew the TLS certificate of the intranet Saturday 22:00 for 1 h', '2026-03-07T21:00Z > 2026-03-07T22:00Z 60m | renew the TLS certificate of the intranet'],
  ['patch DB-01 tomorrow at 22:00 for 2 hours', '2026-03-03T21:00Z > 2026-03-03T23:00Z 120m | patch DB-01'],
  ['patch DB-01 on 12/24 from 8pm to 10pm', '2026-12-24T19:00Z > 2026-12-24T21:00Z 120m | patch DB-01'],
  ['patch DB-01 Dec 24, 8:30 pm', '2026-12-24T19:30Z | patch DB-01'],
  ['patch DB-01 on 24 December 2026 at 20:00 for 90 minutes', '2026-12-24T19:00Z > 2026-12-24T20:30Z 90m | patch DB-01'],
  ['patch DB-01 2026-12-24 20:00', '2026-12-24T19:00Z | patch DB-01'],
  ['patch DB-01 2026-12-24T20:00 for 1.5 hours', '2026-12-24T19:00Z > 2026-12-24T20:30Z 90m | patch DB-01'],
  ['between 22:00 and 23:30 on Friday restart the proxy', '2026-03-06T21:00Z > 2026-03-06T22:30Z 90m | restart the proxy'],
  ['restart the proxy Friday 22:00-02:00', '2026-03-06T21:00Z > 2026-03-07T01:00Z 240m | restart the proxy'],
  ['restart the proxy tonight at 10', '2026-03-02T21:00Z | restart the proxy'],
  ['restart the proxy on Saturday night at 11 for half an hour', '2026-03-07T22:00Z > 2026-03-07T22:30Z 30m | restart the proxy'],
  ['restart the proxy in 2 hours', '2026-03-02T11:00Z | restart the proxy'],
  ['restart the proxy at 8:00', '2026-03-03T07:00Z | restart the proxy'],
  ['restart the proxy Monday 9:00', '2026-03-09T08:00Z | restart the proxy'],
  ['restart the proxy Monday 11:00', '2026-03-02T10:00Z | restart the proxy'],
  ['restart the proxy next Monday 11:00', '2026-03-09T10:00Z | restart the proxy'],
  ['restart the proxy 3/14 at noon, 2h30', '2026-03-14T11:00Z > 2026-03-14T13:30Z 150m | restart the proxy'],
  ['restart the proxy today from 20:00 until midnight', '2026-03-02T19:00Z > 2026-03-02T23:00Z 240m | restart the proxy'],
  ['update to version 10.2.14 and reboot 10.20.30.40 24/7 tomorrow 5am', '2026-03-03T04:00Z | update to version 10.2.14 and reboot 10.20.30.40 24/7'],
])('in English: %j is %s', (text, expected) => expect(said(text)).toBe(expected));

test.each<[string, string]>([
  ['Zertifikat im Intranet erneuern am Samstag um 22 Uhr, 1 Stunde lang', '2026-03-07T21:00Z > 2026-03-07T22:00Z 60m | Zertifikat im Intranet erneuern'],
  ['DB-01 patchen am 24.12. von 20 bis 22 Uhr', '2026-12-24T19:00Z > 2026-12-24T21:00Z 120m | DB-01 patchen'],
  ['DB-01 patchen Sa 22:00 für 2 h', '2026-03-07T21:00Z > 2026-03-07T23:00Z 120m | DB-01 patchen'],
  ['DB-01 patchen morgen um 22.30 Uhr für anderthalb Stunden', '2026-03-03T21:30Z > 2026-03-03T23:00Z 90m | DB-01 patchen'],
  ['DB-01 patchen übermorgen 6 Uhr 30', '2026-03-04T05:30Z | DB-01 patchen'],
  ['DB-01 patchen am 3.1.2027 zwischen 5:00 und 6:00', '2027-01-03T04:00Z > 2027-01-03T05:00Z 60m | DB-01 patchen'],
  ['DB-01 patchen am 14. März um 21 Uhr, zwei Stunden', '2026-03-14T20:00Z > 2026-03-14T22:00Z 120m | DB-01 patchen'],
  ['DB-01 patchen heute Abend um 20:00', '2026-03-02T19:00Z | DB-01 patchen'],
  ['DB-01 am 14/3 um 21 Uhr', '2026-03-14T20:00Z | DB-01'],
])('in German: %j is %s', (text, expected) => expect(said(text, { isDayFirst: true })).toBe(expected));

test.each<[string, string]>([
  ['slots for the mail server 2 hours', '120m | slots for the mail server'],
  ['mail server next week 2h', '[2026-03-08T23:00Z .. 2026-03-15T23:00Z] 120m | mail server'],
  ['mail server this week', '[2026-03-02T09:00Z .. 2026-03-08T23:00Z] | mail server'],
  ['mail server on the weekend for 3 hours', '[2026-03-06T23:00Z .. 2026-03-08T23:00Z] 180m | mail server'],
  ['Mailserver am Wochenende', '[2026-03-06T23:00Z .. 2026-03-08T23:00Z] | Mailserver'],
  ['Mailserver nächste Woche 2 Stunden', '[2026-03-08T23:00Z .. 2026-03-15T23:00Z] 120m | Mailserver'],
  ['mail server from Friday', '[2026-03-05T23:00Z .. ] | mail server'], ['Mailserver ab 14.3.', '[2026-03-13T23:00Z .. ] | Mailserver'],
  ['mail server on Friday', '[2026-03-05T23:00Z .. 2026-03-06T23:00Z] | mail server'],
  ['mail server today', '[2026-03-02T09:00Z .. 2026-03-02T23:00Z] | mail server'],
  ['mail server Saturday night', '[2026-03-07T21:00Z .. 2026-03-08T05:00Z] | mail server'],
  ['Mailserver Samstagnacht', '[2026-03-07T21:00Z .. 2026-03-08T05:00Z] | Mailserver'],
  ['mail server before Friday', '[2026-03-02T09:00Z .. 2026-03-05T23:00Z] | mail server'],
  ['mail server next month', '[2026-03-31T22:00Z .. 2026-04-30T22:00Z] | mail server'],
  ['mail server in three days', '[2026-03-04T23:00Z .. 2026-03-05T23:00Z] | mail server'],
])('without an hour it is a stretch to look in: %j is %s', (text, expected) => expect(said(text)).toBe(expected));

test.each<[string, string]>([
  ['from 20 Dec to 3 Jan Carol', '[2026-12-19T23:00Z .. 2027-01-03T23:00Z] | Carol'],
  ['Carol vom 20.12. bis 3.1.', '[2026-12-19T23:00Z .. 2027-01-03T23:00Z] | Carol'],
  ['Carol vom 20.12. bis zum 3.1.', '[2026-12-19T23:00Z .. 2027-01-03T23:00Z] | Carol'],
  ['Carol 20.12.–3.1.', '[2026-12-19T23:00Z .. 2027-01-03T23:00Z] | Carol'],
  ['Carol 20.–23.12.', '[2026-12-19T23:00Z .. 2026-12-23T23:00Z] | Carol'],
  ['Carol 20 to 23 December', '[2026-12-19T23:00Z .. 2026-12-23T23:00Z] | Carol'],
  ['Carol Dec 20-23', '[2026-12-19T23:00Z .. 2026-12-23T23:00Z] | Carol'],
  ['Carol from 12/20/2026 until 1/3/2027', '[2026-12-19T23:00Z .. 2027-01-03T23:00Z] | Carol'],
  ['Carol until Friday', '[2026-03-02T09:00Z .. 2026-03-06T23:00Z] | Carol'],
  ['Carol bis Freitag', '[2026-03-02T09:00Z .. 2026-03-06T23:00Z] | Carol'],
  ['Carol until Friday 12:00', '[2026-03-02T09:00Z .. 2026-03-06T11:00Z] | Carol'],
  ['Carol until 12:00 on Friday', '[2026-03-02T09:00Z .. 2026-03-06T11:00Z] | Carol'],
  ['Carol from 22:00 to 02:00 on Saturday', '2026-03-07T21:00Z > 2026-03-08T01:00Z 240m | Carol'],
  ['Carol tomorrow', '[2026-03-02T23:00Z .. 2026-03-03T23:00Z] | Carol'],
  ['Carol from tomorrow for two weeks', '[2026-03-02T23:00Z .. 2026-03-16T23:00Z] 14d | Carol'],
  ['Carol from Thursday to Tuesday', '[2026-03-04T23:00Z .. 2026-03-10T23:00Z] | Carol'],
  ['Carol ab heute bis übermorgen', '[2026-03-02T09:00Z .. 2026-03-04T23:00Z] | Carol'],
  ['Carol for 3 days', '3d | Carol'],
])('days of an absence, the last one included: %j is %s', (text, expected) => expect(said(text)).toBe(expected));

describe('clocks that are put forward and back', () => {
  test('a window over the night in which an hour is skipped has its whole length', () => {
    expect(said('28.3. 22:00 for 8 hours')).toBe('2026-03-28T21:00Z > 2026-03-29T05:00Z 480m');
    expect(said('28.3. 22:00 until 7:00')).toBe('2026-03-28T21:00Z > 2026-03-29T05:00Z 480m');
  });

  test('an hour that does not exist is the one after it', () => {
    expect(said('29.3. 2:30 for 1 h')).toBe('2026-03-29T01:30Z > 2026-03-29T02:30Z 60m');
  });

  test('the night with an hour more is an hour longer', () => {
    expect(said('24.10. 22:00 to 6:00')).toBe('2026-10-24T20:00Z > 2026-10-25T05:00Z 540m');
  });

  test('whole days end with the clock of their end', () => {
    expect(said('from 28.3. to 29.3.')).toBe('[2026-03-27T23:00Z .. 2026-03-29T22:00Z]');
  });

  test('the zone is the writer’s', () => {
    expect(said('tomorrow 22:00', { zone: 'America/New_York' })).toBe('2026-03-04T03:00Z');
    expect(said('tomorrow 22:00', { zone: 'Asia/Kolkata' })).toBe('2026-03-03T16:30Z');
  });
});

describe('months and years that wrap', () => {
  const late = { now: '2026-12-30T20:00:00.000Z' };

  test('days to come, over the end of the month and of the year', () => {
    expect(said('tomorrow 23:30 for 1 h', { now: '2026-01-31T10:00:00.000Z' })).toBe('2026-02-01T22:30Z > 2026-02-01T23:30Z 60m');
    expect(said('Saturday 22:00', late)).toBe('2027-01-02T21:00Z');
    expect(said('on 2 Jan at 5:00', late)).toBe('2027-01-02T04:00Z');
    expect(said('31.12. 23:00 for 2 h', late)).toBe('2026-12-31T22:00Z > 2027-01-01T00:00Z 120m');
    expect(said('from 30.12. to 2.1.', late)).toBe('[2026-12-30T20:00Z .. 2027-01-02T23:00Z]');
  });

  test('the 29th of February is that of the next leap year', () => {
    expect(said('29.2. 22:00')).toBe('2028-02-29T21:00Z');
    expect(said('31.4. 22:00')).toBe('2026-03-02T21:00Z | 31.4.');
  });
});

test.each(['', '???', '9999999999 hours', '99:99', '32.13.', '0/0', '2026-13-45', 'x'.repeat(5_000), '1-'.repeat(3_000), 'bis '.repeat(2_000), '12.12.'.repeat(900)])('odd text never breaks it, and does not take long', (text) => {
  const began = process.hrtime.bigint();
  expect(() => readWhen(text, reader)).not.toThrow();
  expect(Number(process.hrtime.bigint() - began) / 1e6).toBeLessThan(1_500);
});

test('a zone that does not exist gives no time instead of a wrong one', () => {
  expect(readWhen('tomorrow 22:00', { ...reader, zone: 'Nowhere/Land' })).toEqual({ rest: 'tomorrow 22:00' });
});
