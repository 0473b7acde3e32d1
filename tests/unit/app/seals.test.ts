// If this fails, somebody who can write to the store changes what was said or decided, and nobody finds out.
import type { Recorded } from '../../../shared/kernel';
import { hashOf, rowKey, sealOf, verifyStore, type StoredHead, type StoreProblem } from '../../../shared/app';
import type { GuardedWrite } from '../../../shared/storage';
import { randomFrom } from '../../_support/random';
import { createTestApp, type TestApp } from '../../_support/test-app';
import { dump } from '../../contract/stores';

/** BELLHOP_FLIPS=all flips every bit of every byte, anchors included. */
const FLIPS = process.env.BELLHOP_FLIPS === 'all' ? Infinity : 150;

let desk: TestApp;
let ticketId: string;

beforeEach(async () => {
  desk = await createTestApp();
  const ticket = await desk.report();
  ticketId = ticket.id;
  await desk.perform('bob', 'tickets.take', ticketId);
  await desk.perform('bob', 'tickets.reply', ticketId, { text: 'Please restart the client, "VPN 5", and tell us.' });
  const other = await desk.report({ title: 'The same here' }, 'fay');
  await desk.perform('bob', 'tickets.link', ticketId, { relation: 'relatedTo', otherId: other.id });
});
afterEach(() => desk.close());

async function verified(expected?: string): Promise<readonly StoreProblem[]> {
  const { problems } = await verifyStore(desk.storage, desk.tenant, { anchors: { readBlob: (key) => desk.blobs.get(key), expected } });
  return problems;
}

/** As somebody would who has the key of the storage account. */
async function overwrite(row: string, data: unknown): Promise<void> {
  const stored = await desk.storage.get(desk.tenant, row);
  const write: GuardedWrite = stored ? { kind: 'replace', row, etag: stored.etag, data } : { kind: 'create', row, data };
  expect(await desk.storage.commit({ partition: desk.tenant, guarded: [write] })).toMatchObject({ ok: true });
}
async function remove(row: string): Promise<void> {
  const stored = await desk.storage.get(desk.tenant, row);
  if (stored) await desk.storage.commit({ partition: desk.tenant, guarded: [{ kind: 'delete', row, etag: stored.etag }] });
}
async function read<T>(row: string): Promise<T> {
  return (await desk.storage.get(desk.tenant, row))?.data as T;
}

const historyRow = (seq: number): string => rowKey.event(ticketId, seq);
const isOfHistory = ([row]: [string, unknown]): boolean => /^[rxt]:/.test(row);
const isAnchor = ([row]: [string, unknown]): boolean => row.startsWith(rowKey.anchorsAll);

/** Another bit at that place, when that is still JSON with another meaning. */
function flipped(text: string, at: number, bit: number): string | undefined {
  const changed = text.slice(0, at) + String.fromCharCode(text.charCodeAt(at) ^ (1 << bit)) + text.slice(at + 1);
  try {
    return JSON.stringify(JSON.parse(changed)) === text ? undefined : changed;
  } catch {
    return undefined;
  }
}

test('a bit that flips anywhere in what is stored of a record is found', async () => {
  desk.clock.advance(25 * 3_600_000);
  while (await desk.app.anchors.anchor());
  expect(await verified()).toEqual([]);
  const random = randomFrom(Number(process.env.BELLHOP_SEED ?? 7));
  const rows = (await dump(desk.storage, desk.tenant)).filter((entry) => isAnchor(entry) || (isOfHistory(entry) && entry[0].includes(ticketId)));
  const places = rows.flatMap(([row, data]) => Array.from({ length: JSON.stringify(data).length }, (_none, at) => ({ row, data, at })));
  const bits = FLIPS === Infinity ? [0, 1, 2, 3, 4, 5, 6] : undefined;
  const chosen = FLIPS === Infinity ? places : Array.from({ length: FLIPS }, () => random.pick(places));
  let tried = 0;
  for (const { row, data, at, bit } of chosen.flatMap((place) => (bits ?? [random.below(7)]).map((bit) => ({ ...place, bit })))) {
    const changed = flipped(JSON.stringify(data), at, bit);
    if (!changed) continue;
    tried += 1;
    await overwrite(row, JSON.parse(changed));
    expect({ row, changed, isFound: (await verified()).length > 0 }).toEqual({ row, changed, isFound: true });
    await overwrite(row, data);
  }
  expect(tried).toBeGreaterThan(FLIPS === Infinity ? 1_000 : 50);
  expect(await verified()).toEqual([]);
}, 600_000);

test.each<[string, { readonly [member: string]: unknown; readonly event?: object }]>([
  ['at', { at: '2026-03-02T08:00:00.000Z' }],
  ['by', { by: 'PER0000001' }],
  ['byName', { byName: 'Carol' }],
  ['channel', { channel: 'chat' }],
  ['event.text', { event: { text: 'We are not going to help you.' } }],
])('the record, the event and the field are named: %s', async (field, changes) => {
  const stored = await read<Recorded>(historyRow(3));
  await overwrite(historyRow(3), { ...stored, ...changes, event: { ...stored.event, ...changes.event } });
  expect(await verified()).toEqual([{ code: 'altered', id: ticketId, seq: 3, field }]);
});

test('an event that is gone, swapped or made up is found', async () => {
  const [second, third] = [await read<Recorded>(historyRow(2)), await read<Recorded>(historyRow(3))];
  await remove(historyRow(2));
  expect(await verified()).toEqual([{ code: 'gap', id: ticketId, seq: 3, expected: '2' }]);
  await overwrite(historyRow(2), { ...third, seq: 2 });
  expect(await verified()).toMatchObject([{ code: 'altered', id: ticketId, seq: 2 }]);
  await overwrite(historyRow(2), second);
  const head = await read<StoredHead>(rowKey.head(ticketId));
  await overwrite(historyRow(head.record.version + 1), { ...third, seq: head.record.version + 1 });
  expect(await verified()).toMatchObject([{ code: 'altered', id: ticketId, seq: head.record.version + 1 }]);
});

test('list rows and clocks cannot be changed behind the back of the history', async () => {
  const head = await read<StoredHead>(rowKey.head(ticketId));
  const row = head.rows.find((name) => name.startsWith('x:desk:')) ?? '';
  const listed = await read<object>(row);
  await overwrite(row, { ...listed, title: 'Nothing of importance' });
  expect(await verified()).toEqual([{ code: 'alteredRow', id: ticketId, row }]);
  await overwrite(row, listed);
  await overwrite(rowKey.head(ticketId), { ...head, extra: {} });
  expect(await verified()).toEqual([{ code: 'alteredHead', id: ticketId, field: 'extra' }]);
});

describe('who makes the whole history anew', () => {
  const DAY_MS = 86_400_000;

  /** Changes what was said and seals everything after it again, as the code that wrote it would. */
  async function forge(text: string): Promise<void> {
    const head = await read<StoredHead>(rowKey.head(ticketId));
    let tip = '';
    for (let seq = 1; seq <= head.record.version; seq += 1) {
      const { seal: _old, ...entry } = await read<Recorded>(historyRow(seq));
      const event = seq === 3 ? { ...entry, event: { ...entry.event, text } } : entry;
      const seal = sealOf(tip, event);
      tip = hashOf(seal);
      await overwrite(historyRow(seq), { ...event, seal });
    }
    await overwrite(rowKey.head(ticketId), { ...head, tip });
  }

  beforeEach(() => desk.clock.advance(2 * 60_000));

  test('is found by the anchor', async () => {
    await forge('First');
    expect(await verified()).toEqual([]);
    const anchor = await desk.app.anchors.anchor();
    expect(await verified(anchor?.hash)).toEqual([]);
    await forge('Second');
    expect(await verified()).toMatchObject([{ code: 'anchoredEvent', id: ticketId }]);
  });

  test('and takes away a record with all its rows, too', async () => {
    await desk.app.anchors.anchor();
    const { rows } = await read<StoredHead>(rowKey.head(ticketId));
    const all = (await dump(desk.storage, desk.tenant)).map(([row]) => row).filter((row) => row.startsWith(rowKey.record(ticketId)) || rows.includes(row) || row.endsWith(`:${ticketId}`));
    for (const row of all) await remove(row);
    expect(await verified()).toMatchObject([{ code: 'anchoredEvent', id: ticketId }]);
  });

  test('and the anchors with it is found by the hash that is kept elsewhere', async () => {
    const first = await desk.app.anchors.anchor();
    for (const row of [rowKey.lastAnchor, rowKey.anchor(first?.until ?? '')]) await remove(row);
    await forge('Second');
    const second = await (await desk.openSecondApp()).anchors.anchor();
    expect(second?.hash).not.toBe(first?.hash);
    expect(await verified()).toEqual([]);
    expect(await verified(first?.hash)).toEqual([{ code: 'anchorUnknown', id: '', expected: first?.hash }]);
  });

  test('an anchor that was changed, or whose list was, is named', async () => {
    const anchor = await desk.app.anchors.anchor();
    const row = rowKey.anchor(anchor?.until ?? '');
    await overwrite(row, { ...anchor, records: 1 });
    expect(await verified()).toEqual([{ code: 'anchor', id: row, row }]);
    await overwrite(row, anchor);
    await desk.blobs.put(anchor?.key ?? '', Buffer.from(`${ticketId} 1 x\n`));
    expect(await verified()).toEqual([{ code: 'anchor', id: row, row }]);
  });

  test('is anchored once a day, by one instance, with what was written since', async () => {
    desk.clock.advance(20 * 60_000);
    const second = await desk.openSecondApp();
    const made = (await Promise.all([desk.app.anchors.anchor(), second.anchors.anchor()])).filter((anchor) => anchor !== undefined);
    expect(made).toHaveLength(1);
    expect(await second.anchors.anchor()).toBeUndefined();
    desk.clock.advance(DAY_MS);
    await desk.perform('bob', 'tickets.addNote', ticketId, { text: 'It was the router.' });
    desk.clock.advance(DAY_MS);
    const next = await second.anchors.anchor();
    expect(next).toMatchObject({ records: 1, previous: made[0]?.hash });
    expect(await verified(made[0]?.hash)).toEqual([]);
  });

  test('what is not anchored yet stays in the feed', async () => {
    desk.clock.advance(DAY_MS);
    expect(await desk.app.trimFeed(0)).toBe(0);
    await desk.app.anchors.anchor();
    expect(await desk.app.trimFeed(0)).toBeGreaterThan(0);
  });
});
