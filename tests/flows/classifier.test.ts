// If this fails, Bellhop does not learn from an organization's own tickets: it goes on asking what it was told, or a worse classifier replaces a good one.
import { draftTicket, type App, type ModelTools } from '../../shared/app';
import { ModelFileError } from '../../shared/classifier';
import type { TicketView } from '../../shared/tickets';
import { startAzurite, type Azurite } from '../_support/azurite';
import { addAreas, handled, TINY, toolsWith, type Areas } from '../_support/learning';
import { createTestApp, type TestApp } from '../_support/test-app';

const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;
const tools = toolsWith(TINY);
/** A classifier that has learned next to nothing: without rounds it knows only which topic is the most frequent. */
const badTools = toolsWith({ ...TINY, linear: { cost: 1e-9, rounds: 1 }, phrases: { ...TINY.phrases, rounds: 0 }, reader: { ...TINY.reader, rounds: 0 } });

describe.each(['embedded', 'azure'] as const)('learning from own tickets on the %s store', (store) => {
  let azurite: Azurite | undefined;
  let desk: TestApp;
  let other: App;
  let areas: Areas;

  beforeAll(async () => {
    azurite = store === 'azure' ? await startAzurite() : undefined;
    desk = await createTestApp({ store, ...(azurite && { azurite }) });
    other = await desk.openSecondApp();
    areas = await addAreas(desk);
    await other.followFeed();
  });
  afterAll(async () => {
    await desk.close();
    await azurite?.stop();
  });

  const draft = (text: string, app = desk.app) => draftTicket(app, text, desk.actor('fay'));
  const learnNow = async (by: App = desk.app, using: ModelTools = tools): Promise<number> => {
    await by.learning.ask();
    return by.learning.runOnce(using);
  };
  const outcome = async () => (await desk.app.learning.view()).last?.what;

  it('learns what agents said, never from confidential tickets, and decides the next one with its reason in the history', async () => {
    expect(draft('invoice and quote of the supplier').how).toBe('nothing');
    await handled(desk, areas, 51, 1);
    const ended = await handled(desk, areas, 1, 2);
    await desk.perform('fay', 'tickets.take', ended[0]);
    await desk.perform('fay', 'tickets.resolve', ended[0], { code: 'fixed', notes: 'Done.' });
    await desk.perform('alice', 'tickets.close', ended[0]);
    const secret = await handled(desk, areas, 1, 3);
    await desk.perform('fay', 'tickets.take', secret[0]);
    await desk.perform('fay', 'tickets.restrict', secret[0], { reason: 'personal' });
    expect(await learnNow()).toBe(1);
    const { own, last } = await desk.app.learning.view();
    expect(own).toMatchObject({ version: 1, tickets: 52, categories: 4 });
    expect(own!.accuracy).toBeGreaterThan(0.9);
    expect(last).toMatchObject({ what: 'learned', tickets: 52 });

    const drafted = draft('invoice and quote of the supplier');
    expect(drafted).toMatchObject({ how: 'sure', categoryId: areas.Purchase });
    expect(draftTicket(desk.app, 'invoice and quote of the supplier', desk.actor('alice')).confidence).toBeUndefined();
    const ticket = await desk.report({ title: 'invoice and quote of the supplier', description: '', categoryId: drafted.categoryId });
    const first = async (by: 'alice' | 'fay') => ((await desk.app.open(ticket.id, desk.actor(by))) as { record: TicketView }).record.timeline[0]?.line;
    expect(await first('fay')).toMatch(/^Alice Adams reported this\. Category found from the text, \d\d % sure$/);
    expect(await first('alice')).toBe('Alice Adams reported this');
  });

  it('another instance takes the model over from the row, and learns nothing that is known', async () => {
    expect(draft('invoice and quote of the supplier', other).how).toBe('nothing');
    expect(await other.learning.runOnce(tools)).toBe(0);
    expect(draft('invoice and quote of the supplier', other)).toMatchObject({ how: 'sure', categoryId: areas.Purchase });
    expect(await learnNow()).toBe(0);
    expect(await outcome()).toBe('nothingNew');
  });

  it('what agents correct changes the next guess; of two instances one learns', async () => {
    desk.clock.advance(HOUR_MS);
    expect(draft('zebra plinth squeaks').how).toBe('nothing');
    for (const text of ['zebra plinth squeaks', 'the zebra is loose', 'squeaks near the plinth', 'plinth of the zebra', 'zebra squeaks again', 'plinth squeaks']) {
      const ticket = await desk.report({ title: text, description: '', categoryId: undefined });
      await desk.perform('fay', 'tickets.classify', ticket, { categoryId: areas.Printing });
    }
    await other.followFeed();
    await desk.app.learning.ask();
    const learned = await Promise.all([desk.app.learning.runOnce(tools), other.learning.runOnce(tools)]);
    expect([...learned].sort()).toEqual([0, 1]);
    await Promise.all([desk.app.learning.runOnce(tools), other.learning.runOnce(tools)]);
    for (const app of [desk.app, other]) {
      const guess = draft('zebra plinth squeaks', app);
      expect(guess.categoryId ?? guess.likeliest?.[0]?.categoryId).toBe(areas.Printing);
    }
  });

  it('a worse one is thrown away', async () => {
    desk.clock.advance(HOUR_MS);
    await handled(desk, areas, 20, 4);
    await other.followFeed();
    const before = (await desk.app.learning.view()).own;
    expect(await learnNow(desk.app, badTools)).toBe(0);
    const { own, last } = await desk.app.learning.view();
    expect(last?.what).toBe('worse');
    expect(own).toEqual(before);
    expect(draft('invoice and quote of the supplier')).toMatchObject({ how: 'sure', categoryId: areas.Purchase });
  });

  it('an instance that dies while it learns holds up nobody, and one that stops hands over at once', async () => {
    await desk.app.learning.ask();
    let begun = (): void => undefined;
    const isTraining = new Promise<void>((resolve) => (begun = resolve));
    const dead: ModelTools = { ...tools, train: () => (begun(), new Promise(() => undefined)) };
    void desk.app.learning.runOnce(dead);
    await isTraining;
    expect((await other.learning.view()).progress.state).toBe('running');
    expect(await other.learning.runOnce(tools)).toBe(0);
    desk.clock.advance(61_000);
    expect((await other.learning.view()).progress.state).toBe('waiting');
    let released: Promise<unknown> | undefined;
    const stopped = other.learning.runOnce({ ...tools, train: (examples, more) => (setImmediate(() => void (released = other.learning.release())), tools.train(examples, more)) });
    expect(await stopped).toBe(0);
    await released;
    expect((await other.learning.view()).progress.state).toBe('waiting');
    const third = await desk.openSecondApp();
    expect(await third.learning.runOnce(tools)).toBe(1);
    expect((await third.learning.view()).own?.version).toBe(3);
  });

  it('after an update that cannot read the former model, the same tickets make one that is used', async () => {
    const updated = await desk.openSecondApp();
    let isFormer = true;
    const newer: ModelTools = { ...tools, unpack: (packed) => (isFormer ? Promise.reject(new ModelFileError('otherVersion')) : tools.unpack(packed)) };
    expect(await updated.learning.runOnce(newer)).toBe(0);
    expect(draft('invoice and quote of the supplier', updated).how).toBe('nothing');
    isFormer = false;
    expect(await learnNow(updated, newer)).toBe(1);
    expect(draft('invoice and quote of the supplier', updated)).toMatchObject({ how: 'sure', categoryId: areas.Purchase });
    expect((await updated.learning.view()).own?.version).toBe(4);
  });

  it('by itself it looks once a day, only where there is enough, and not while it is switched off', async () => {
    const fresh = await desk.openSecondApp();
    const at = async () => (await fresh.learning.view()).last?.at;
    const before = await at();
    await fresh.learning.runOnce(tools);
    expect(await at()).toBe(before);
    desk.clock.advance(DAY_MS);
    const settings = fresh.desk.directory.settings();
    await desk.perform('erik', 'settings.change', settings.id, { classifier: 'off' });
    await fresh.followFeed();
    await fresh.learning.runOnce(tools);
    expect(await at()).toBe(before);
    expect(draft('invoice and quote of the supplier').how).toBe('nothing');
    await desk.perform('erik', 'settings.change', settings.id, { classifier: 'propose' });
    await fresh.followFeed();
    expect(draft('invoice and quote of the supplier')).toMatchObject({ how: 'likeliest', likeliest: [{ categoryId: areas.Purchase }] });
    await fresh.learning.runOnce(tools);
    expect((await fresh.learning.view()).last).toMatchObject({ what: 'notEnough', at: desk.clock.now().toISOString() });
  });
});
