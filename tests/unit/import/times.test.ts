// If this fails, imported tickets carry wrong times, or good rows are refused because of their dates.
import { isTimeFormat, isZone, timeReader } from '../../../shared/import';

const iso = (ms: number | undefined): string | undefined => (ms === undefined ? undefined : new Date(ms).toISOString());

describe('times of a log', () => {
  const read = (text: string, format = 'd/M/yyyy HH:mm', zone = 'UTC'): string | undefined => iso(timeReader(format, zone)(text));

  test('day and month without leading zeros, as ServiceNow writes them', () => {
    expect(read('29/2/2016 01:16')).toBe('2016-02-29T01:16:00.000Z');
    expect(read(' 9/12/2016 23:59 ')).toBe('2016-12-09T23:59:00.000Z');
  });

  test.each(['29/2/2015 01:16', '31/4/2016 10:00', '1/13/2016 10:00', '1/1/2016 24:00', '1/1/2016 10:60', '1/1/2016', '2016-01-01 10:00', '?', '', '1/1/1816 10:00', '1/1/9999 10:00'])(
    '%j is not a time',
    (text) => expect(read(text)).toBeUndefined(),
  );

  test('local time of a zone, in winter and in summer', () => {
    expect(read('15/1/2016 12:00', undefined, 'Europe/Berlin')).toBe('2016-01-15T11:00:00.000Z');
    expect(read('15/7/2016 12:00', undefined, 'Europe/Berlin')).toBe('2016-07-15T10:00:00.000Z');
    expect(read('15/7/2016 12:00', undefined, 'Asia/Kathmandu')).toBe('2016-07-15T06:15:00.000Z');
  });

  test('the hour that spring skips moves forward; of the hour that autumn repeats the first is taken', () => {
    expect(read('27/3/2016 02:30', undefined, 'Europe/Berlin')).toBe('2016-03-27T01:30:00.000Z');
    expect(read('30/10/2016 02:30', undefined, 'Europe/Berlin')).toBe('2016-10-30T00:30:00.000Z');
    expect(read('30/10/2016 03:00', undefined, 'Europe/Berlin')).toBe('2016-10-30T02:00:00.000Z');
  });

  test('American and other forms', () => {
    expect(read('02/29/2016 1:16:05 PM', 'MM/dd/yyyy h:mm:ss a')).toBe('2016-02-29T13:16:05.000Z');
    expect(read('29.02.2016 12:00:00 AM', 'dd.MM.yyyy hh:mm:ss a')).toBe('2016-02-29T00:00:00.000Z');
    expect(read('2016/02/29 13:16:05.250', 'yyyy/MM/dd HH:mm:ss.SSS')).toBe('2016-02-29T13:16:05.250Z');
  });

  test('ISO 8601 with and without offset, and seconds since 1970', () => {
    expect(read('2016-02-29T01:16:00Z', 'iso', 'Europe/Berlin')).toBe('2016-02-29T01:16:00.000Z');
    expect(read('2016-02-29 01:16:00.123456+05:30', 'iso')).toBe('2016-02-28T19:46:00.123Z');
    expect(read('2016-02-29T01:16:00-0800', 'iso')).toBe('2016-02-29T09:16:00.000Z');
    expect(read('2016-02-29T01:16', 'iso', 'Europe/Berlin')).toBe('2016-02-29T00:16:00.000Z');
    expect(read('1456708560', 'unixSeconds')).toBe('2016-02-29T01:16:00.000Z');
    expect(read('1456708560000', 'unixMilliseconds')).toBe('2016-02-29T01:16:00.000Z');
    expect(read('soon', 'unixSeconds')).toBeUndefined();
  });

  test('a form needs year, month and day, each once; a zone has to exist', () => {
    expect(['iso', 'unixSeconds', 'd/M/yyyy HH:mm'].every(isTimeFormat)).toBe(true);
    expect(['HH:mm', 'd/M HH:mm', 'yyyy yyyy/MM/dd', 'something'].some(isTimeFormat)).toBe(false);
    expect(isZone('Europe/Lisbon')).toBe(true);
    expect(isZone('Europe/Atlantis')).toBe(false);
  });
});
