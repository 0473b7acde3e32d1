// If this fails, somebody who asks in chat why a ticket is due then gets no answer, a wrong one, or one that is not for them.
import { bytesOf } from '../../../bot/cards/parts/plain-text';
import { buttonsOf, cardProblems, cardText } from '../../_support/card-check';
import { cardOf, openOffice, textOf, type Office } from './office';

let here: Office;
let id: string;

beforeAll(async () => {
  here = await openOffice();
  const { app } = here;
  app.clock.set('2026-03-02T15:10:00.000Z');
  ({ id } = await app.report({ title: 'Tunnel closes <b>every</b> hour' }));
  app.clock.set('2026-03-02T15:30:00.000Z');
  await app.perform('bob', 'tickets.take', id);
  app.clock.set('2026-03-03T08:00:00.000Z');
  await app.perform('bob', 'tickets.addNote', id, { text: 'Firmware nobody wanted' });
  await app.perform('bob', 'tickets.putOnHold', id, { reason: 'requester', comment: 'Which router?', followUpAt: '2026-03-10T09:00:00.000Z' });
  app.clock.set('2026-03-03T09:20:00.000Z');
  await app.perform('alice', 'tickets.reply', id, { text: 'The blue one' });
  app.clock.set('2026-03-03T10:00:00.000Z');
});
afterAll(() => here.app.close());

const words = (card: object): string => cardText(card).replace(/[\u2009\u202f\u00a0]/g, ' ');

describe('the card', () => {
  test('answers in words: how it stands, the promise, every stretch up to the due time, what happened, who had it', async () => {
    const card = await cardOf(here.say('bob', `why is ${id} due then?`));
    const text = words(card);
    for (const said of [
      `Why is ${id} due then?`, 'Resolution: Due Mon, Mar 9, 5:30 PM. 46 h 30 min of working time left.', 'Resolution within 50 hours for P4 Low, by agreement “Resolution”, version 1.',
      'Mon, Mar 2, 4:10 – 6:00 PM', '1 h 50 min, in all 1 h 50 min', 'night', 'waiting for the requester, not counted', 'Due here', 'Paused', 'The clock runs on. Due', 'Bob Brown (Network)', 'First response: Kept',
    ]) expect(text).toContain(said);
  });

  test('leads back to the ticket and to the tab', async () => {
    const card = await cardOf(here.say('bob', `why ${id}`));
    const back = await here.pressed('bob', card, 'Back to the ticket');
    expect(words(back)).toContain('Tunnel closes');
    expect(JSON.stringify(card)).toContain(`https://bellhop.example/tab/#/${id}`);
  });

  test('is one press away on an agent’s card', async () => {
    const ticket = await cardOf(here.say('bob', id));
    expect(words(await here.pressed('bob', ticket, 'Why due then?'))).toContain(`Why is ${id} due then?`);
  });

  test('speaks German to whoever reads German', async () => {
    await here.app.perform('bob', 'tickets.watch', id, { personId: here.app.people.ivy.id });
    expect(words(await cardOf(here.say('ivy', `warum ${id} fällig`)))).toContain(`Warum ist ${id} dann fällig?`);
  });

  test('stays below what Teams takes, however long the story', async () => {
    here.app.clock.set('2026-03-16T09:00:00.000Z');
    const long = await here.app.report({ title: 'W'.repeat(200) });
    await here.app.perform('bob', 'tickets.take', long.id);
    for (let round = 0; round < 25; round += 1) {
      here.app.clock.advance(5 * 3_600_000);
      await here.app.perform('bob', 'tickets.putOnHold', long.id, { reason: 'vendor', supplier: 'S'.repeat(150), reference: 'R'.repeat(150), followUpAt: '2026-12-10T09:00:00.000Z' });
      here.app.clock.advance(7 * 3_600_000);
      await here.app.perform('bob', 'tickets.resume', long.id);
    }
    const card = await cardOf(here.say('bob', `why ${long.id}`));
    expect(cardProblems(card)).toEqual([]);
    expect(bytesOf(card)).toBeLessThan(25_000);
  });
});

describe('who asks', () => {
  test('the requester gets plain words and nothing of what is ours', async () => {
    const text = words(await cardOf(here.say('alice', `why is ${id} due then`)));
    expect(text).toContain('waiting for you, not counted');
    for (const secret of ['agreement', 'version', 'Business hours', 'Bob Brown (Network)', 'P4', 'noted', 'Firmware']) expect(text).not.toContain(secret);
  });

  test('who may not read it hears that there is no such ticket, in words and by a forged press', async () => {
    const restricted = await here.app.report({ title: 'Secret matter', isRestricted: true });
    const missing = await textOf(here.say('fay', 'why INC9999999'));
    expect(await textOf(here.say('fay', `why is ${restricted.id} due then`))).toBe(missing);
    expect(await here.pressRaw('fay', 'card.showWhy', { id: restricted.id })).toEqual({ message: missing });
    expect(await here.pressRaw('fay', 'card.showWhy', { id: { $ne: 1 } })).toHaveProperty('message');
    expect(await here.pressRaw('fay', 'card.showWhy', { id: here.app.groups.network.id })).toEqual({ message: missing });
  });

  test('where others read along, only whoever presses sees it', async () => {
    const [message] = await here.say('bob', `why is ${id} due then`, { scope: 'channel' });
    expect(words(message?.card ?? {})).not.toContain('Resolution');
    const [button] = buttonsOf(message?.card ?? {});
    expect(words((await here.pressRaw('bob', button?.verb ?? '', button?.data, 'channel')).card ?? {})).toContain('Resolution: ');
  });

  test('an agent asks in the thread of a ticket without its number; without a thread the number is asked for', async () => {
    const [message] = await here.say('bob', 'why is it due then?', { threadRecordId: id });
    expect(words(message?.card ?? {})).toContain(`Why is ${id} due then?`);
    expect(await textOf(here.say('bob', 'why due'))).toContain('why INC123');
  });
});
