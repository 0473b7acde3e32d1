// If this fails, somebody who has a right to be forgotten is still found in what is stored, or the history of everybody else breaks with them.
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { createConversations, createDeliveries, erasePerson, exportPerson, joinPerson, verifyStore, type PersonalData } from '../../shared/app';
import { isRefused, systemActor } from '../../shared/kernel';
import { rowsBetween } from '../../shared/storage/port';
import { startAzurite, type Azurite } from '../_support/azurite';
import { startBellhop } from '../_support/bellhop-process';
import { chatOf } from '../_support/teams-client';
import { runCli } from '../_support/run-cli';
import { createTestApp, type TestApp } from '../_support/test-app';

jest.setTimeout(120_000);

const AAD = '00000000-0000-4000-8000-000000000001';
const TEAMS_USER = '29:1aliceAdamsTeamsUser';
/** Everything by which she can be recognised; the last ones only her own entry says. */
const TRACES = ['alice adams', 'adams, alice', 'alice@contoso.example', 'a.adams@old.example', AAD, chatOf('alice').id, '1aliceadamsteamsuser', 'accountant'];

/** Her tickets, an order that waits for consent, what others wrote about her, a card in her chat, an attempt that was refused, a calendar feed. */
async function live(test: TestApp) {
  const { app, people } = test;
  await test.perform('erik', 'people.change', people.alice.id, { name: 'Alice  Adams', mail: 'a.adams@old.example' });
  await test.perform('erik', 'people.change', people.alice.id, { name: 'Alice Adams', mail: 'alice@contoso.example' });
  const own = await test.report({ title: 'VPN of Alice Adams drops', description: 'Call Adams, Alice (ALICE@contoso.example) or Alice  Adams.' });
  await test.perform('bob', 'tickets.take', own);
  await test.perform('bob', 'tickets.reply', own.id, { text: 'Hello Alice Adams, which client?' });
  await test.perform('alice', 'tickets.reply', own.id, { text: 'The new one.' });
  await test.perform('bob', 'tickets.addNote', own.id, { text: 'Alice Adams again.' });
  const ordered = await test.perform('alice', 'tickets.report', undefined, { title: 'Laptop', offeringId: test.offerings.laptop, answers: { model: 'light', reason: 'Broken' } });
  const other = await test.report({ title: 'Printer', description: 'Alice Adamson sits there.' }, 'ivy');
  await test.perform('fay', 'tickets.watch', other.id, { personId: people.alice.id });
  const secret = await test.report({ title: 'Complaint', isRestricted: true, categoryId: test.categories.security }, 'ivy');
  await test.perform('hugo', 'tickets.watch', secret.id, { personId: people.alice.id });
  const conversations = createConversations(app.storage, app.partition);
  await conversations.keepPersonal(people.alice.id, { id: chatOf('alice').id, serviceUrl: 'https://teams.example', kind: 'personal', botId: '28:bot', userId: TEAMS_USER });
  await conversations.rememberCard({ recordId: own.id, audience: 'requester', kind: 'personal', conversationId: chatOf('alice').id, serviceUrl: 'https://teams.example', activityId: '1', personId: people.alice.id, version: 1, at: '2026-03-02T09:00:00.000Z' });
  const deliveries = createDeliveries(app.storage, app.partition, app.clock);
  const [entry] = await deliveries.outbox();
  await deliveries.expand(entry!, [{ target: { to: 'person', personId: people.alice.id }, notice: { what: 'replied', params: { by: 'Bob Brown', title: 'VPN of Alice Adams drops' } } }]);
  const claimed = await deliveries.claim((await deliveries.due())[0]!, 60_000);
  if (typeof claimed === 'string') throw new Error(claimed);
  await deliveries.wait(claimed, people.alice.id, 'notReachable');
  await app.perform({ action: 'changes.approve', id: 'CHG0000009', version: 1, input: {}, actor: test.actor('alice') });
  await app.calendarFeeds.create(people.alice.id, '2026-03-02T09:00:00.000Z');
  return { own, ordered, other };
}

async function foundIn({ app }: TestApp): Promise<string[]> {
  const found: string[] = [];
  for await (const { row, data } of rowsBetween(app.storage, app.partition, '!', '~')) {
    // Somebody else's name begins like hers.
    const text = `${row} ${JSON.stringify(data)}`.toLowerCase().replace(/\s+/g, ' ').replaceAll('alice adamson', '');
    found.push(...TRACES.filter((trace) => text.includes(trace)).map((trace) => `${row}: ${trace}`));
  }
  return found;
}

describe.each(['embedded', 'azure'] as const)('on the %s store', (store) => {
  let azurite: Azurite | undefined;
  let test_: TestApp;
  beforeAll(async () => {
    azurite = store === 'azure' ? await startAzurite() : undefined;
    test_ = await createTestApp(azurite ? { store, azurite } : {});
  });
  afterAll(async () => {
    await test_.close();
    await azurite?.stop();
  });

  it('what is stored about somebody is handed out, and then nothing of it is found any more', async () => {
    const { own, ordered, other } = await live(test_);
    const { app, people } = test_;
    const id = people.alice.id;

    const data = (await exportPerson(app, id)) as PersonalData;
    expect(data.person).toMatchObject({ id, name: 'Alice Adams', title: 'Accountant' });
    expect(data.records.find((record) => record.id === own.id)).toMatchObject({ practice: 'tickets', title: 'VPN of Alice Adams drops', as: expect.arrayContaining(['requesterId']) });
    const text = JSON.stringify(data);
    for (const part of ['Hello Alice Adams, which client?', 'The new one.', ordered.id, other.id, chatOf('alice').id, 'changes.approve', 'VPN of Alice Adams drops']) expect(text).toContain(part);
    expect(text).not.toContain('Alice Adams again.');
    expect(text).not.toContain('Complaint');
    expect(text).not.toMatch(/"(token|hash)":/);
    expect(data.leftOut).toEqual({ internalNotes: 1, confidentialRecords: 1 });

    expect(await erasePerson(app, id, true)).toEqual({ refused: { code: 'people.notRetired' } });
    await test_.perform('erik', 'people.retire', id);
    const before = await foundIn(test_);
    const counted = await erasePerson(app, id, true);
    expect(counted).toMatchObject({ personId: id, isNameUnclear: false, removed: expect.any(Number) });
    // Counting changes nothing.
    expect(await foundIn(test_)).toEqual(before);
    for (const prefix of ['r:', 'x:', 'v:', 'a:', 'p:', 'f:', 'c:']) expect({ prefix, isThere: before.some((found) => found.startsWith(prefix)) }).toEqual({ prefix, isThere: true });

    test_.clock.advance(2 * 60_000);
    const anchor = await app.anchors.anchor();
    const erased = await erasePerson(app, id, false);
    if (isRefused(erased) || isRefused(counted)) throw new Error('refused');
    expect(erased.records).toBe(counted.records);
    expect(erased.removed).toBe(counted.removed);
    expect(await foundIn(test_)).toEqual([]);
    // What was anchored before is still accounted for, event by event, and only by the list that the erasure left.
    const anchored = { anchors: { ...app.anchors, expected: anchor?.hash } };
    expect((await verifyStore(app.storage, app.partition, anchored)).problems).toEqual([]);
    const key = `erasures/${id}`;
    const list = (await test_.blobs.get(key)) as Buffer;
    await test_.blobs.put(key, Buffer.from('\n'));
    expect((await verifyStore(app.storage, app.partition, anchored)).problems).toEqual(expect.arrayContaining([{ code: 'anchor', id, row: key }, expect.objectContaining({ code: 'anchoredEvent' })]));
    await test_.blobs.put(key, list);
    const told = await createDeliveries(app.storage, app.partition, app.clock).of(own.id);
    expect(told.map(({ state, waitsFor }) => ({ state, waitsFor }))).toEqual([{ state: 'skipped', waitsFor: undefined }]);
    expect(await createDeliveries(app.storage, app.partition, app.clock).wake(id)).toBe(0);
    // Once more there is nothing left to do.
    expect(await erasePerson(app, id, true)).toMatchObject({ records: 0, rows: 0, removed: 0 });
  });

  it('the records of everybody else open as before, under the number of who is gone', async () => {
    const again = await test_.openSecondApp();
    const { people } = test_;
    const id = people.alice.id;
    const tickets = [...again.desk.all('tickets')];
    expect(tickets.length).toBe(4);
    const bob = { ...test_.actor('bob') };
    for (const ticket of tickets.filter((entry) => !(entry as { isRestricted?: boolean }).isRestricted)) expect(isRefused(await again.open(ticket.id, bob))).toBe(false);
    const own = tickets.find((ticket) => (ticket as unknown as { requesterId: string }).requesterId === id && (ticket as unknown as { title: string }).title.startsWith('VPN'))!;
    const opened = await again.open(own.id, bob);
    if (isRefused(opened)) throw new Error('refused');
    expect(opened.record).toMatchObject({ title: `VPN of ${id} drops`, description: `Call ${id} (${id.toLowerCase()}@erased.invalid) or ${id}.`, requesterName: id });
    expect(JSON.stringify(opened.record)).toContain(`Hello ${id}, which client?`);
    expect(again.search.find({ q: 'Adams', actor: bob })).toEqual([]);
    const printer = await again.open(tickets.find((ticket) => (ticket as unknown as { title: string }).title === 'Printer')!.id, bob);
    expect(printer).toMatchObject({ record: { description: 'Alice Adamson sits there.' } });
    expect(again.desk.directory.person(id)).toMatchObject({ name: id, retired: true, erasedAt: expect.any(String) });
    // Work goes on, and nobody brings them back.
    const answered = await again.perform({ action: 'tickets.reply', id: own.id, version: own.version, input: { text: 'Still waiting.' }, actor: bob });
    expect('record' in answered).toBe(true);
    for (const action of ['people.restore', 'people.change']) {
      const tried = await again.perform({ action, id, version: again.desk.directory.person(id)!.version, input: {}, actor: systemActor('cli') });
      expect(tried).toMatchObject({ refused: { code: 'kernel.notAllowed' } });
    }
    expect((await verifyStore(again.storage, again.partition)).problems).toEqual([]);
  });
});

it('a name that others have, or that is one word, is taken out only where the number stands beside it', async () => {
  const test_ = await createTestApp();
  const add = async (name: string, mail: string): Promise<string> => {
    const added = await test_.app.perform({ action: 'people.add', input: { name, mail }, actor: systemActor('seed') });
    if ('refused' in added) throw new Error(added.refused.code);
    return added.record.id;
  };
  const ids = [await add('Alice Adams', 'other@contoso.example'), await add('Printer', 'printer@contoso.example')];
  const ticket = await test_.report({ title: 'Alice Adams and the Printer' });
  for (const id of [...ids, test_.people.alice.id]) {
    await test_.perform('erik', 'people.retire', id);
    expect(await erasePerson(test_.app, id, false)).toMatchObject({ isNameUnclear: id !== test_.people.alice.id });
    if (id === ids[1]) expect((await test_.app.storage.get(test_.tenant, `r:${ticket.id}:!`))?.data).toMatchObject({ record: { title: 'Alice Adams and the Printer', requesterName: 'Alice Adams' } });
  }
  // Only one is left who has the name: now it is hers.
  expect((await test_.app.storage.get(test_.tenant, `r:${ticket.id}:!`))?.data).toMatchObject({ record: { title: `${test_.people.alice.id} and the Printer` } });
  expect((await verifyStore(test_.app.storage, test_.tenant)).problems).toEqual([]);
  await test_.close();
});

it('after an interruption it goes on, wherever that was', async () => {
  const test_ = await createTestApp();
  await live(test_);
  const { app, people } = test_;
  await test_.perform('erik', 'people.retire', people.alice.id);
  test_.clock.advance(2 * 60_000);
  await app.anchors.anchor();
  let left = 0;
  const storage = { ...app.storage, commit: async (batch: Parameters<typeof app.storage.commit>[0]) => {
    left -= 1;
    if (left < 0) throw new Error('the power failed');
    return app.storage.commit(batch);
  } };
  let stops = 0;
  for (let done = false; !done; ) {
    left = 1;
    done = await erasePerson({ ...app, storage }, people.alice.id, false).then(() => true, () => false);
    if (!done) stops += 1;
  }
  expect(stops).toBeGreaterThan(0);
  expect(await foundIn(test_)).toEqual([]);
  expect((await verifyStore(app.storage, app.partition, { anchors: app.anchors })).problems).toEqual([]);
  await test_.close();
});

it('not while a server is at work on the store: one that stopped is gone at once, one that died after a while', async () => {
  const test_ = await createTestApp();
  await test_.perform('erik', 'people.retire', test_.people.alice.id);
  const erase = () => erasePerson(test_.app, test_.people.alice.id, false);
  const [dying, stopping] = [await test_.openSecondApp(), await test_.openSecondApp()];
  // The own one does not count: it does not disturb itself.
  await test_.app.instances.sayHere();
  await dying.instances.sayHere();
  for (let times = 0; times < 4; times += 1) {
    await stopping.instances.sayHere();
    expect(await erase()).toEqual({ refused: { code: 'storage.inUse' } });
    expect(await erasePerson(test_.app, test_.people.alice.id, true)).toMatchObject({ personId: test_.people.alice.id });
    test_.clock.advance(30_000);
  }
  expect(await stopping.instances.others()).toBe(0);
  await test_.app.instances.leave();
  expect(await erase()).toEqual({ refused: { code: 'storage.inUse' } });
  await stopping.instances.leave();
  expect(await erase()).toMatchObject({ personId: test_.people.alice.id });
  // Whoever begins tidies up after those that died.
  await stopping.instances.sayHere();
  const rows = [];
  for await (const { row } of rowsBetween(test_.app.storage, test_.tenant, 'j:instance:', 'j:instance;')) rows.push(row);
  expect(rows.length).toBe(1);
  await test_.close();
});

it('who was erased and comes back is somebody new', async () => {
  const test_ = await createTestApp();
  const identity = { aadObjectId: 'aaaaaaaa-0000-4000-8000-000000000009', name: 'Nora New', mail: 'nora@contoso.example' };
  const first = await joinPerson(test_.app, identity);
  await test_.perform('erik', 'people.retire', first.id);
  await expect(joinPerson(test_.app, identity)).rejects.toMatchObject({ code: 'personLeft' });
  await erasePerson(test_.app, first.id, false);
  const second = await joinPerson(test_.app, identity);
  expect([second.id === first.id, second.retired, second.name]).toEqual([false, false, 'Nora New']);
  await test_.close();
});

it('on the command line it is counted first, done when the number is said once more, and verified', async () => {
  const test_ = await createTestApp();
  await live(test_);
  const { alice } = test_.people;
  const folder = await mkdtemp(path.join(tmpdir(), 'bellhop-person-'));
  const bellhop = (...args: string[]) => runCli(['person', ...args], { dataDirectory: test_.dataDirectory, folder, env: { BELLHOP_TENANT: test_.tenant } });
  expect(await bellhop('erase', 'alice@contoso.example')).toMatchObject({ code: 1, err: expect.stringContaining('Retire the entry first') });
  expect(await bellhop('export', alice.id, '--out', 'alice.json')).toMatchObject({ code: 0, out: expect.stringContaining('written to alice.json') });
  expect((JSON.parse(await readFile(path.join(folder, 'alice.json'), 'utf8')) as PersonalData).person).toMatchObject({ id: alice.id });
  await test_.perform('erik', 'people.retire', alice.id);
  const before = await foundIn(test_);
  expect(await bellhop('erase', 'Alice@contoso.example')).toMatchObject({ code: 0, out: expect.stringContaining(`--confirm ${alice.id}`) });
  expect(await bellhop('erase', 'alice@contoso.example', '--confirm', 'PER0000099')).toMatchObject({ code: 2, err: expect.stringContaining('Nothing was changed') });
  expect(await foundIn(test_)).toEqual(before);
  const done = await bellhop('erase', 'alice@contoso.example', '--confirm', alice.id);
  expect(done).toMatchObject({ code: 0, out: expect.stringContaining(`${alice.id} is erased`) });
  expect(await foundIn(test_)).toEqual([]);
  await test_.close();
  await rm(folder, { recursive: true, force: true });
});

it('the command line leaves everything alone while the server runs, and goes to work once it is stopped', async () => {
  const test_ = await createTestApp();
  const { alice } = test_.people;
  await test_.perform('erik', 'people.retire', alice.id);
  const erase = () => runCli(['person', 'erase', alice.id, '--confirm', alice.id], { dataDirectory: test_.dataDirectory, env: { BELLHOP_TENANT: test_.tenant } });
  const server = startBellhop({ DATA_DIR: test_.dataDirectory, BELLHOP_TENANT: test_.tenant });
  try {
    await server.listening;
    expect(await erase()).toMatchObject({ code: 1, err: expect.stringContaining('Stop it and run this again') });
    server.kill('SIGTERM');
    expect((await server.ended).code).toBe(0);
    expect(await erase()).toMatchObject({ code: 0, out: expect.stringContaining(`${alice.id} is erased`) });
  } finally {
    server.kill('SIGKILL');
    await server.ended;
  }
  await test_.close();
});
