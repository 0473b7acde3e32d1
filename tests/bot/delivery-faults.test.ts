// If this fails, a busy hour or a short outage of Teams loses messages, sends them twice, or in the wrong order.
import { pino } from 'pino';
import { startJobs } from '../../bot/jobs';
import { createDeliveries } from '../../shared/app';
import { startAzurite, type Azurite } from '../_support/azurite';
import { startBotDesk, NETWORK_CHANNEL, type BotDesk } from '../_support/bot-desk';
import { chatOf, wordsOn } from '../_support/teams-client';

let desk: BotDesk;

const SECOND = 1_000;
/** What was answered: who did so stands in the line above, also where several answers came in one message. */
const texts = (): readonly (string | undefined)[] => desk.chat('alice').flatMap(({ text }) => (text?.split('\n') ?? []).filter((_line, index) => index % 2 === 1));
const stateOf = async (recordId: string, part: string) => (await desk.deliveries(recordId)).find(({ id }) => id.includes(part));

async function givenTaken() {
  const ticket = await desk.test.report();
  await desk.test.perform('bob', 'tickets.take', ticket.id);
  await desk.drain();
  return ticket;
}

/** Lets time pass until nothing is pending. */
async function letPass(seconds: number): Promise<void> {
  for (let passed = 0; passed < seconds; passed += 1) {
    desk.test.clock.advance(SECOND);
    await desk.drain();
  }
}

describe.each(['embedded', 'azure'] as const)('on the %s store', (store) => {
  let azurite: Azurite | undefined;
  beforeAll(async () => (azurite = store === 'azure' ? await startAzurite() : undefined));
  afterAll(() => azurite?.stop());
  beforeEach(async () => (desk = await startBotDesk({ store, ...(azurite && { azurite }) })));
  afterEach(() => desk.close());

  test('a storm of 429 delays messages, keeps their order, respects Retry-After and sends nothing twice', async () => {
    const ticket = await givenTaken();
    desk.connector.throttle(6, 7, chatOf('alice').id);
    for (const text of ['one', 'two', 'three']) await desk.test.perform('bob', 'tickets.reply', ticket.id, { text });
    await desk.drain();
    expect(texts()).toEqual([]);
    await letPass(6);
    expect(texts()).toEqual([]);
    const refused = desk.connector.requests.filter(({ status }) => status === 429).length;
    expect(refused).toBeLessThanOrEqual(4);
    await letPass(120);
    expect(texts()).toEqual(['one', 'two', 'three']);
  });

  test('a message written during the wait does not overtake the ones before it', async () => {
    const ticket = await givenTaken();
    desk.connector.throttle(1, 30, chatOf('alice').id);
    await desk.test.perform('bob', 'tickets.reply', ticket.id, { text: 'first' });
    await letPass(5);
    await desk.test.perform('bob', 'tickets.reply', ticket.id, { text: 'second' });
    await letPass(10);
    expect(texts()).toEqual([]);
    await letPass(40);
    expect(texts()).toEqual(['first', 'second']);
  });

  test('while Teams does not answer everything waits, and arrives afterwards', async () => {
    desk.connector.goAway();
    const ticket = await desk.test.report();
    await desk.drain();
    await letPass(20);
    expect(await stateOf(ticket.id, 'GRP')).toMatchObject({ state: 'pending', reason: expect.stringContaining('503') });
    desk.connector.comeBack();
    await letPass(60);
    expect(desk.channel()).toHaveLength(1);
    expect(await stateOf(ticket.id, 'GRP')).toMatchObject({ state: 'sent', activityId: desk.channel()[0]?.id });
  });

  test('after a day of trying a delivery is given up, visibly', async () => {
    desk.connector.goAway();
    const ticket = await desk.test.report();
    await desk.drain();
    desk.test.clock.advance(25 * 3_600 * SECOND);
    await desk.drain();
    // Nobody was there to try for most of that day.
    expect(await stateOf(ticket.id, 'GRP')).toMatchObject({ state: 'pending' });
    for (let tries = 0; tries < 30 && (await stateOf(ticket.id, 'GRP'))?.state === 'pending'; tries += 1) {
      desk.test.clock.advance(301 * SECOND);
      await desk.drain();
    }
    expect(await stateOf(ticket.id, 'GRP')).toMatchObject({ state: 'dead', reason: expect.stringContaining('503') });
  });

  test('the bot was removed from the channel: the leads get the ticket, and the next ones at once', async () => {
    desk.connector.remove(NETWORK_CHANNEL.id);
    const ticket = await desk.test.report();
    await desk.drain();
    expect(await stateOf(ticket.id, 'GRP')).toMatchObject({ state: 'diverted', reason: expect.stringContaining('403') });
    expect(desk.chat('carol')).toHaveLength(1);
    expect(desk.test.app.desk.directory.group(desk.test.groups.network.id)?.channel).toBeFalsy();
    await desk.test.report({ title: 'Wi-Fi is gone' });
    await desk.drain();
    expect(desk.chat('carol')).toHaveLength(2);
  });

  test('a chat that is gone fails once, is forgotten, and comes back when the person writes', async () => {
    const ticket = await givenTaken();
    desk.connector.remove(chatOf('alice').id);
    await desk.test.perform('bob', 'tickets.reply', ticket.id, { text: 'Are you there?' });
    await desk.drain();
    expect((await desk.deliveries(ticket.id)).at(-2)).toMatchObject({ state: 'failed', reason: expect.stringContaining('403') });
    expect(await desk.test.app.storage.get(desk.test.tenant, `p:${desk.test.people.alice.id}`)).toBeUndefined();
    await desk.test.perform('bob', 'tickets.reply', ticket.id, { text: 'Hello?' });
    await desk.drain();
    desk.connector.readmit(chatOf('alice').id);
    await desk.person('alice').installs();
    await desk.drain();
    expect(desk.chat('alice').filter(({ card }) => wordsOn(card).includes('Hello?'))).toHaveLength(1);
  });

  test('for somebody who has not installed the app it waits until they first write, and then arrives', async () => {
    const ticket = await desk.test.report({}, 'ivy');
    await desk.test.perform('bob', 'tickets.take', ticket.id);
    await desk.test.perform('bob', 'tickets.reply', ticket.id, { text: 'Hallo Ivy' });
    await desk.drain();
    expect(await stateOf(ticket.id, desk.test.people.ivy.id)).toMatchObject({ state: 'pending', waitsFor: desk.test.people.ivy.id });
    await desk.person('ivy').installs();
    await desk.drain();
    expect(desk.chat('ivy').map(({ text }) => text).join('\n')).toContain('Hallo Ivy');
    expect((await desk.deliveries(ticket.id)).map(({ state }) => state)).not.toContain('pending');
  });

  test('a chat with somebody who has the app, but never wrote, is opened', async () => {
    desk.connector.setReachable(new Map([[desk.test.people.ivy.aadObjectId ?? '', chatOf('ivy').id]]));
    const ticket = await desk.test.report({}, 'ivy');
    await desk.test.perform('bob', 'tickets.take', ticket.id);
    await desk.drain();
    expect(desk.chat('ivy')).toHaveLength(1);
  });

  test('two instances at the same work send everything once', async () => {
    const second = startJobs({ app: await desk.test.openSecondApp(), bot: desk.bot, config: desk.server.config, log: pino({ level: 'silent' }) });
    const tickets = await Promise.all(Array.from({ length: 12 }, (_, index) => desk.test.report({ title: `VPN drops ${index}` })));
    await Promise.all([desk.drain(), second.drain(), desk.drain(), second.drain()]);
    await second.drain();
    await second.stop();
    expect(desk.channel().map(({ card }) => tickets.find(({ title }) => wordsOn(card).includes(`${title}\n`))?.id).sort()).toEqual(tickets.map(({ id }) => id).sort());
  });

  test('an instance that died in the middle of a delivery is followed by another one when its lease ends', async () => {
    await desk.jobs.stop();
    const ticket = await desk.test.report();
    const deliveries = createDeliveries(desk.test.app.storage, desk.test.tenant, desk.test.clock);
    const [entry] = await deliveries.outbox();
    if (!entry) throw new Error('nothing in the outbox');
    await deliveries.expand(entry, [{ target: { to: 'channel', groupId: desk.test.groups.network.id } }]);
    const [due] = await deliveries.due();
    if (!due) throw new Error('nothing is due');
    expect(await deliveries.claim(due, 30 * SECOND)).toMatchObject({ delivery: { id: due.id } });
    await desk.drain();
    expect(desk.channel()).toEqual([]);
    desk.test.clock.advance(31 * SECOND);
    await desk.drain();
    expect(desk.channel()).toHaveLength(1);
    expect(await stateOf(ticket.id, 'GRP')).toMatchObject({ state: 'sent', attempts: 2 });
  });

  test('what waits because of one instance is not overtaken by another one', async () => {
    const ticket = await givenTaken();
    await desk.jobs.stop();
    const second = startJobs({ app: desk.test.app, bot: desk.bot, config: desk.server.config, log: pino({ level: 'silent' }) });
    await second.stop();
    desk.connector.throttle(1, 30, chatOf('alice').id);
    await desk.test.perform('bob', 'tickets.reply', ticket.id, { text: 'one' });
    await desk.drain();
    await desk.test.perform('bob', 'tickets.reply', ticket.id, { text: 'two' });
    await second.drain();
    expect(texts()).toEqual([]);
    desk.test.clock.advance(31 * SECOND);
    await second.drain();
    expect(texts()).toEqual(['one', 'two']);
  });

  test('a description as long as a ticket may have one still fits into a message of Teams', async () => {
    const line = 'äöü € 漢字 <b>"quoted"</b> \\ and so on. ';
    await desk.test.report({ title: 'x'.repeat(200), description: line.repeat(500) });
    await desk.drain();
    expect(desk.channel()).toHaveLength(1);
    expect(desk.connector.requests.filter(({ status }) => status === 413)).toEqual([]);
  });

  test('a watched ticket with more people than one write takes tells all of them', async () => {
    const ticket = await givenTaken();
    for (let index = 0; index < 60; index += 1) {
      const added = await desk.test.app.perform({
        action: 'people.add', input: { name: `Watcher ${index}`, mail: `w${index}@contoso.example` }, actor: desk.test.actor('erik'),
      });
      if ('refused' in added) throw new Error(added.refused.code);
      await desk.test.perform('bob', 'tickets.watch', ticket.id, { personId: added.record.id });
    }
    await desk.drain();
    await desk.test.perform('bob', 'tickets.reply', ticket.id, { text: 'To all of you.' });
    await desk.drain();
    const told = (await desk.deliveries(ticket.id)).filter(({ notice }) => notice?.what === 'replied');
    expect(told).toHaveLength(61);
  });
});
