// If this fails, a broken or hostile file brings a program down, is taken in half, or runs in somebody's browser.
//
// BELLHOP_FUZZ=2000 tries so many of each kind; BELLHOP_SEED=7 tries others.
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { gzipSync } from 'node:zlib';
import { CliError } from '../../bot/cli/cli-error';
import { scanLog } from '../../bot/cli/import/scan';
import { writeLog } from '../../bot/cli/import/write-log';
import { backupStore, checkBackup, decodeBackup, encodeBackup, verifyStore, type BackupEnd } from '../../shared/app';
import { readMapping, SERVICENOW_MAPPING, type LogMapping } from '../../shared/import';
import { AppError } from '../../shared/kernel';
import { checkBlobKey, sizeInBatch } from '../../shared/storage';
import { brokenText, leaksIn, mutated } from '../_support/hostile';
import { INCIDENT_EXCERPT } from '../_support/incident-log';
import { randomFrom } from '../_support/random';
import { createTestApp, type TestApp } from '../_support/test-app';
import { startTestServer, type TestServer } from '../_support/test-server';

const INPUTS = Number(process.env.BELLHOP_FUZZ ?? 25);
const SEED = Number(process.env.BELLHOP_SEED ?? 1);

let desk: TestApp;
let server: TestServer;
let folder: string;

beforeAll(async () => {
  desk = await createTestApp();
  server = await startTestServer(desk);
  folder = await mkdtemp(path.join(tmpdir(), 'bellhop-fuzz-'));
});
afterAll(async () => {
  await server.close();
  await desk.close();
  await rm(folder, { recursive: true, force: true });
});

jest.setTimeout(3_600_000);

/** What people can do something about is said in words; everything else is a crash. */
const isSaid = (error: unknown): boolean => error instanceof CliError || (error instanceof AppError && error.kind !== 'bug');

test('logs to be imported: what cannot be read is named, and the store stays whole', async () => {
  const random = randomFrom(SEED);
  const lines = (await readFile(INCIDENT_EXCERPT, 'utf8')).split('\n').slice(0, 40);
  const outcomes = { taken: 0, refused: 0 };
  for (let index = 0; index < INPUTS; index += 1) {
    const shuffled = lines.filter((_line, at) => at === 0 || !random.once(5));
    const file = path.join(folder, `log-${index}.csv`);
    await writeFile(file, brokenText(shuffled.join(random.once(6) ? '\r\n' : '\n'), random));
    const read = readMapping(random.once(5) ? mutated({ source: 'x', columns: {} }, random) : {}, SERVICENOW_MAPPING);
    if ('problems' in read) {
      outcomes.refused += 1;
      continue;
    }
    const mapping: LogMapping = read.mapping;
    const ignore = (): void => undefined;
    try {
      const shape = await scanLog(file, mapping, ignore, ignore);
      await writeLog({ app: desk.app, path: file, mapping, shape, onProblem: ignore, onProgress: ignore });
      outcomes.taken += 1;
    } catch (error) {
      expect({ index, error, isSaid: isSaid(error) }).toMatchObject({ isSaid: true });
      outcomes.refused += 1;
    }
  }
  expect(outcomes.taken).toBeGreaterThan(0);
  expect((await verifyStore(desk.app.storage, desk.tenant)).problems).toEqual([]);
});

const CALENDAR = [
  'BEGIN:VCALENDAR', 'VERSION:2.0', 'PRODID:-//Test//EN', 'BEGIN:VEVENT', 'UID:1', 'DTSTART;VALUE=DATE:20260501', 'DTEND;VALUE=DATE:20260502', 'SUMMARY:May Day', 'RRULE:FREQ=YEARLY;COUNT=3', 'END:VEVENT',
  'BEGIN:VEVENT', 'UID:2', 'DTSTART;TZID=Europe/Berlin:20261224T120000', 'DURATION:PT6H', 'SUMMARY:Christmas Eve', 'RDATE:20271224T120000', 'EXDATE:20281224T120000', 'END:VEVENT', 'END:VCALENDAR', '',
].join('\r\n');

test('calendars: answered with holidays or with words, never with a failure', async () => {
  const random = randomFrom(SEED + 1);
  const hostile = ['RRULE:FREQ=SECONDLY', 'RRULE:FREQ=DAILY;COUNT=999999999', 'RRULE:FREQ=YEARLY;BYDAY=99MO', 'DTSTART:99999999T999999', 'DURATION:P9999999999W', `SUMMARY:${'x'.repeat(50_000)}`, 'BEGIN:VEVENT', 'END:VCALENDAR', 'DTSTART;TZID=../../etc/passwd:20260101T000000'];
  let taken = 0;
  for (let index = 0; index < INPUTS; index += 1) {
    const lines = CALENDAR.split('\r\n');
    if (random.once(2)) lines.splice(random.below(lines.length), 1, random.pick(hostile));
    const body = random.once(2) ? brokenText(lines.join('\r\n'), random) : Buffer.from(lines.join('\r\n'));
    const { status, text } = await server.as('erik').post('/api/holidays/icalendar?zone=Europe/Berlin&from=2026&to=2028', body, { 'content-type': 'text/calendar' });
    expect({ index, status, isAnswered: [200, 400, 413, 422].includes(status), leaks: leaksIn(text, []) }).toMatchObject({ isAnswered: true, leaks: [] });
    if (status === 200) taken += 1;
  }
  expect(taken).toBeGreaterThan(0);
});

test('attachments: whatever they say they are, a browser runs none of them', async () => {
  const random = randomFrom(SEED + 2);
  const contents = [
    '<script>alert(1)</script>', '<svg xmlns="http://www.w3.org/2000/svg" onload="alert(1)"/>', '\x89PNG\r\n\x1a\n<script>alert(1)</script>', 'GIF89a/*<svg/onload=alert(1)>*/', '%PDF-1.7', 'MZ\x90\x00', '{"a":1}',
  ].map((text) => Buffer.from(text, 'latin1'));
  const bomb = gzipSync(Buffer.alloc(5_000_000));
  const types = ['text/html', 'image/svg+xml', 'application/xhtml+xml', 'image/png', 'image/png; x=<script>', 'text/javascript', 'application/octet-stream', 'IMAGE/PNG', 'text/html;charset=utf-7', 'multipart/form-data', '../x', ''];
  const names = ['a.html', 'a.svg', 'a.png', '../../a', 'a\r\nSet-Cookie: x=1', '\u202egnp.exe', 'x'.repeat(5_000), '"; filename=evil.html', 'con', ''];
  for (let index = 0; index < INPUTS; index += 1) {
    const content = random.once(10) ? bomb : random.pick(contents);
    const type = random.pick(types);
    const sent = await server.as('alice').post(`/api/files?name=${encodeURIComponent(random.pick(names))}`, content, { 'content-type': type || 'application/octet-stream' });
    if (sent.status !== 200) {
      expect([400, 413, 415, 422]).toContain(sent.status);
      continue;
    }
    const reported = await server.as('alice').act('tickets.report', undefined, { title: 'See the file', files: [sent.json.file.id], categoryId: desk.categories.vpn });
    const got = await fetch(`${server.url}/api/files/${reported.json.record.id}/${sent.json.file.id}`, { headers: server.as('alice').headers });
    const [shownAs, disposition] = [got.headers.get('content-type') ?? '', got.headers.get('content-disposition') ?? ''];
    const isPainted = /^image\/(png|jpeg|gif|webp)$/.test(shownAs);
    expect({ type, shownAs, isSafe: isPainted || disposition.startsWith('attachment'), sniffing: got.headers.get('x-content-type-options'), policy: got.headers.get('content-security-policy') !== null, cookie: got.headers.get('set-cookie') })
      .toEqual({ type, shownAs, isSafe: true, sniffing: 'nosniff', policy: true, cookie: null });
    expect(Buffer.from(await got.arrayBuffer()).equals(content)).toBe(true);
  }
});

test('backups: a damaged one is refused as a whole', async () => {
  const random = randomFrom(SEED + 3);
  const parts: string[] = [];
  const { app, blobs, tenant, clock } = desk;
  for await (const line of encodeBackup({ tenant, at: clock.now().toISOString() }, backupStore({ storage: app.storage, blobs, partition: tenant, clock }, () => undefined))) parts.push(line);
  const whole = parts.join('');
  const check = async (text: string): Promise<BackupEnd> => checkBackup(decodeBackup((async function* () { yield* text.split('\n').filter(Boolean); })()), tenant, { rowBytes: sizeInBatch, blobKey: checkBlobKey });
  await check(whole);
  for (let index = 0; index < INPUTS; index += 1) {
    const broken = brokenText(whole, random).toString();
    // Bytes that were changed into themselves.
    if (broken === whole) continue;
    const error: unknown = await check(broken).then(() => undefined, (cause: unknown) => cause);
    expect({ index, error, isSaid: isSaid(error) }).toMatchObject({ isSaid: true });
  }
});
