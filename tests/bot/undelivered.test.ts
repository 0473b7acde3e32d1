// If this fails, nobody learns that a message did not arrive, it cannot be sent again, or people are disturbed when they asked not to be.
import type { TestClient } from '../_support/test-server';
import { startBotDesk, type BotDesk } from '../_support/bot-desk';
import { chatOf } from '../_support/teams-client';

interface Row {
  readonly id: string;
  readonly recordId: string;
  readonly to: string;
  readonly state: string;
  readonly text?: string;
  readonly words?: string;
}

let desk: BotDesk;
beforeEach(async () => (desk = await startBotDesk()));
afterEach(() => desk.close());

const as = (person: Parameters<BotDesk['server']['as']>[0]): TestClient => desk.server.as(person);
const toldOf = async (id: string, person: 'bob' | 'erik' = 'bob'): Promise<readonly Row[]> => (await as(person).get(`/api/deliveries?recordId=${id}`)).json.items;
const missing = async (): Promise<readonly Row[]> => (await as('erik').get('/api/deliveries/missing')).json.items;

async function givenTaken(): Promise<string> {
  const { id } = await desk.test.report();
  await desk.test.perform('bob', 'tickets.take', id);
  await desk.drain();
  return id;
}

describe('what did not arrive', () => {
  /** Alice's chat is gone for Bellhop, as when she has removed it. */
  async function givenLost(): Promise<string> {
    const id = await givenTaken();
    desk.connector.remove(chatOf('alice').id);
    await desk.test.perform('bob', 'tickets.reply', id, { text: 'Please restart it.' });
    await desk.drain();
    return id;
  }

  test('is seen on the record and in one list, with the reason in words, and arrives when it is sent again', async () => {
    const id = await givenLost();
    const lost = { recordId: id, to: 'Alice Adams', state: 'failed', text: 'The chat or channel is no more, or Bellhop was removed from it.' };
    expect(await missing()).toMatchObject([lost]);
    expect((await toldOf(id)).at(-1)).toMatchObject(lost);
    desk.connector.readmit(chatOf('alice').id);
    desk.connector.setReachable(new Map([[desk.test.people.alice.aadObjectId ?? '', chatOf('alice').id]]));
    const [row] = await missing();
    const again = { recordId: id, id: row?.id };
    expect((await as('bob').post('/api/deliveries/again', again)).json.item).toMatchObject({ state: 'pending', to: 'Alice Adams' });
    await desk.drain();
    expect(desk.chat('alice').at(-1)?.text ?? desk.chat('alice').at(-1)?.summary).toContain('Please restart it.');
    expect(await missing()).toEqual([]);
    expect((await toldOf(id)).at(-1)).toMatchObject({ state: 'sent' });
    expect(await as('bob').post('/api/deliveries/again', again)).toMatchObject({ status: 422, json: { refused: { code: 'deliveries.notAgain' } } });
  });

  test('is nothing for those who do not handle records, nor of records that somebody may not read', async () => {
    const id = await givenLost();
    const [row] = await missing();
    for (const person of ['alice', 'ivy'] as const) {
      expect((await as(person).get(`/api/deliveries?recordId=${id}`)).status).toBe(404);
      expect((await as(person).post('/api/deliveries/again', { recordId: id, id: row?.id })).status).toBe(404);
      expect((await as(person).get('/api/deliveries/missing')).status).toBe(403);
    }
    await desk.test.perform('bob', 'tickets.restrict', id, { reason: 'A matter of personnel.' });
    expect((await as('hugo').get(`/api/deliveries?recordId=${id}`)).text).toBe((await as('hugo').get('/api/deliveries?recordId=INC0009999')).text);
    expect(await missing()).toEqual([]);
  });

  test.each([{}, { recordId: 7 }, { recordId: 'INC0000001', id: '../x' }, { recordId: 'r:x', id: 'a' }])('%j is not sent again', async (body) => {
    expect((await as('bob').post('/api/deliveries/again', body)).status).toBe(404);
  });
});

describe('quiet hours', () => {
  const EVENING = '2026-03-02T19:30:00.000Z';
  const MORNING = '2026-03-03T07:00:30.000Z';
  const messages = (): number => desk.chat('bob').length;

  beforeEach(async () => {
    await desk.test.perform('bob', 'people.setQuietHours', desk.test.people.bob.id, { from: '18:00', to: '08:00' });
  });

  test('what can wait comes in the morning, not one by one', async () => {
    const id = await givenTaken();
    await desk.test.perform('bob', 'tickets.reply', id, { text: 'Since when?' });
    await desk.drain();
    desk.test.clock.set(EVENING);
    const before = messages();
    for (const text of ['Hello?', 'It is back.', 'And gone again.']) {
      await desk.test.perform('alice', 'tickets.reply', id, { text });
      await desk.drain();
    }
    expect(messages()).toBe(before);
    expect((await toldOf(id, 'erik')).filter(({ state }) => state === 'pending').length).toBe(3);
    desk.test.clock.set(MORNING);
    await desk.drain();
    // His first card, and below it what came after.
    expect(messages()).toBe(before + 2);
    expect(desk.chat('bob').at(-1)?.text).toMatch(/It is back\.[^]*And gone again\./);
    expect((await toldOf(id, 'erik')).map(({ state, text }) => `${state} ${text ?? ''}`)).toContain('sent In the same message as the one before.');
  });

  test('a P1 and a decision do not wait', async () => {
    desk.test.clock.set(EVENING);
    const before = messages();
    const urgent = await desk.test.report({ reach: 'everyone', work: 'stopped' });
    expect(urgent.priority).toBe('P1');
    await desk.test.perform('carol', 'tickets.assign', urgent.id, { assigneeId: desk.test.people.bob.id });
    await desk.drain();
    expect(messages()).toBeGreaterThan(before);
  });

  test('everybody sets their own, and only with times of day', async () => {
    const { bob, carol } = desk.test.people;
    expect((await as('bob').post('/api/people.setQuietHours', { id: carol.id, from: '18:00', to: '08:00' })).status).toBe(403);
    const odd = await as('bob').post('/api/people.setQuietHours', { id: bob.id, from: '25:00', to: 'soon' });
    expect(odd.json.refused.problems).toMatchObject([{ field: 'from' }, { field: 'to' }]);
    expect((await as('bob').post('/api/people.endQuietHours', { id: bob.id })).status).toBe(200);
  });
});
