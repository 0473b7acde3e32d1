// If this fails, what a shift has promised is lost when it ends, or somebody has work that they never accepted.
import { startBotDesk, startInstance, type BotDesk } from '../_support/bot-desk';
import { cardProblems } from '../_support/card-check';
import type { PersonKey } from '../_support/people';
import { buttonsOn, wordsOn } from '../_support/teams-client';
import type { HandoverView } from '../../shared/handovers';
import type { TicketView } from '../../shared/tickets';

const MINUTE = 60_000;
const NIGHT = { mon: [['18:00', '24:00']], tue: [['00:00', '08:00']] };

let desk: BotDesk;
beforeEach(async () => (desk = await startBotDesk({ withoutChannel: true })));
afterEach(() => desk.close());

const last = (key: PersonKey) => desk.chat(key).at(-1)!;
const lastCard = (key: PersonKey) => desk.chat(key).filter(({ card }) => card).at(-1)!;
const words = (key: PersonKey): string => desk.chat(key).map(({ text, summary }) => text ?? summary).join('\n');
const shift = (name: string, people: readonly PersonKey[], weekly: object, more: object = {}) =>
  desk.test.perform('carol', 'shifts.add', undefined, { name, groupId: desk.test.groups.network.id, level: 'work', zone: 'Europe/Berlin', weekly, memberIds: people.map((key) => desk.test.people[key].id), ...more });

async function open<T>(id: string, by: PersonKey = 'carol'): Promise<T> {
  const opened = await desk.test.app.open(id, desk.test.actor(by));
  if (!('record' in opened)) throw new Error(`${by} does not see ${id}`);
  return opened.record as unknown as T;
}

async function handovers(): Promise<readonly HandoverView[]> {
  const ids = [...desk.test.app.desk.all('handovers')].map(({ id }) => id);
  return Promise.all(ids.map((id) => open<HandoverView>(id)));
}

/** Bob works from 9 to 18 in Berlin, Carol after him; it is ten in the morning there. */
async function day(): Promise<void> {
  await desk.test.perform('erik', 'groups.change', desk.test.groups.network.id, { memberIds: ['bob', 'carol', 'fay'].map((key) => desk.test.people[key as PersonKey].id) });
  await shift('Day', ['bob'], { mon: [['09:00', '18:00']], tue: [['09:00', '18:00']] });
  await shift('Night', ['carol', 'fay'], NIGHT);
}

async function urgent(title = 'Branch office is offline'): Promise<TicketView> {
  const ticket = await desk.test.report({ title, reach: 'everyone', work: 'stopped' });
  return desk.test.perform('bob', 'tickets.take', ticket.id);
}

test('whoever leaves gets a card, notes and keeps what they want, the next shift accepts it, and the ticket says how it got there', async () => {
  await day();
  const [first, second] = [await urgent(), await urgent('Switch room is hot')];
  const calm = await desk.test.perform('bob', 'tickets.take', await desk.test.report({ title: 'New cable, some day', reach: 'me', work: 'fine' }));
  await desk.test.perform('bob', 'tickets.reply', calm.id, { text: 'I come by next week.' });
  desk.test.clock.set('2026-03-02T16:44:00.000Z');
  await desk.drain();
  expect(await handovers()).toEqual([]);
  desk.test.clock.set('2026-03-02T16:45:00.000Z');
  await desk.drain();
  const [prepared] = await handovers();
  expect(prepared).toMatchObject({ state: 'prepared', endsAt: '2026-03-02T17:00:00.000Z', fromNames: ['Bob Brown'], toNames: ['Carol Clark', 'Fay Fischer'] });
  expect(prepared?.items.map(({ id }) => id)).toEqual([first.id, second.id]);
  expect(words('bob')).toContain('2 things cannot wait until you are back');
  const card = lastCard('bob');
  expect(wordsOn(card.card)).toContain('Branch office is offline');
  expect(wordsOn(card.card)).not.toContain(calm.title);

  const bob = desk.person('bob');
  const form = await bob.presses(card, 'Note');
  expect(cardProblems(form.card)).toEqual([]);
  await desk.test.perform('bob', 'handovers.noteItem', prepared!.id, { itemId: first.id, note: 'The carrier calls back at seven.' });
  await desk.test.perform('bob', 'handovers.chooseItem', prepared!.id, { itemId: second.id, isIncluded: false });
  await desk.drain();
  await bob.presses(lastCard('bob'), 'Hand over', { note: 'Quiet day otherwise.' });
  await desk.drain();
  expect((await open<TicketView>(first.id)).assigneeName).toBe('Bob Brown');
  expect(words('carol')).not.toContain('hands over');

  desk.test.clock.set('2026-03-02T17:00:00.000Z');
  await desk.drain();
  for (const who of ['carol', 'fay'] as const) expect(words(who)).toContain('The last shift of Network hands over one thing to you.');
  const received = lastCard('carol');
  for (const text of ['Quiet day otherwise.', 'The carrier calls back at seven.', 'Please accept by']) expect(wordsOn(received.card)).toContain(text);
  expect(cardProblems(received.card)).toEqual([]);
  const { card: after } = await desk.person('carol').presses(received, 'Accept all');
  expect(wordsOn(after)).toContain('Accepted by Carol Clark');
  await desk.drain();
  const moved = await open<TicketView>(first.id);
  expect(moved).toMatchObject({ assigneeName: 'Carol Clark', state: 'inProgress' });
  expect(moved.timeline.at(-1)?.line).toBe(`Carol Clark took it over from Bob Brown at the end of the shift (${prepared!.id})`);
  expect((await open<TicketView>(first.id, 'alice')).timeline.at(-1)?.line).not.toContain(prepared!.id);
  expect(words('alice')).toContain(`Carol Clark now looks after ${first.id}`);
  expect(words('bob')).toContain('Carol Clark has accepted one item');
  expect((await open<TicketView>(second.id)).assigneeName).toBe('Bob Brown');
  expect((await open<HandoverView>(prepared!.id)).state).toBe('accepted');
  // The other one of the shift cannot accept it again, nor could Bob give it to himself.
  expect(buttonsOn(lastCard('fay').card)).not.toContain('Accept all');
});

test('what nobody accepts moves nowhere: the shift is reminded, the leads are told, and it stays open until somebody does', async () => {
  await desk.test.perform('erik', 'groups.change', desk.test.groups.network.id, { memberIds: ['bob', 'fay'].map((key) => desk.test.people[key as PersonKey].id), acceptMinutes: 20 });
  await shift('Day', ['bob', 'carol'], { mon: [['09:00', '18:00']], tue: [['09:00', '18:00']] });
  await shift('Night', ['fay'], NIGHT);
  const ticket = await urgent();
  // Nobody hands over; something urgent comes in the last minute.
  desk.test.clock.set('2026-03-02T16:50:00.000Z');
  await desk.drain();
  const late = await urgent('Firewall rebooted');
  desk.test.clock.set('2026-03-02T17:00:00.000Z');
  await desk.drain();
  const [handover] = await handovers();
  expect(handover).toMatchObject({ state: 'handedOver', openCount: 2, acceptBy: '2026-03-02T17:20:00.000Z' });
  expect(handover?.timeline.map(({ line }) => line).at(-1)).toMatch(/^The shift ended before anybody handed over/);
  const { card } = await desk.person('fay').presses(lastCard('fay'), 'Accept this');
  expect(wordsOn(card)).toContain('Partly accepted');
  desk.test.clock.advance(20 * MINUTE);
  await desk.drain();
  expect(words('fay')).toContain('One thing from the last shift of Network waits to be accepted.');
  // Carol was on the same shift, and had nothing that could not wait.
  expect(JSON.stringify(desk.chat('carol'))).not.toContain(handover!.id);
  expect(JSON.stringify(desk.chat('bob'))).toContain(handover!.id);
  desk.test.clock.advance(20 * MINUTE);
  await desk.drain();
  expect(words('carol')).toContain('One thing was not accepted after the shift of Network ended');
  desk.test.clock.advance(600 * MINUTE);
  await desk.drain();
  const left = await open<HandoverView>(handover!.id);
  expect(left).toMatchObject({ state: 'expired', openCount: 1 });
  const [accepted, open2] = [ticket.id, late.id].map((id) => left.items.find((item) => item.id === id));
  expect([accepted?.outcome, open2?.outcome].sort()).toEqual(['accepted', 'open']);
  const openId = left.items.find(({ outcome }) => outcome === 'open')!.id;
  expect((await open<TicketView>(openId)).assigneeName).toBe('Bob Brown');
  // Taken by hand it is settled, and the handover over.
  await desk.test.perform('carol', 'tickets.take', openId);
  await desk.drain();
  expect((await open<HandoverView>(handover!.id)).state).toBe('accepted');
});

test('two instances prepare, remind and move once', async () => {
  await day();
  const ticket = await urgent();
  const secondApp = await desk.test.openSecondApp();
  const second = await startInstance(desk.test, secondApp);
  const both = async (): Promise<void> => {
    await secondApp.followFeed();
    await Promise.all([desk.drain(), second.jobs.drain()]);
    await Promise.all([desk.test.app.followFeed(), secondApp.followFeed()]);
    await Promise.all([desk.drain(), second.jobs.drain()]);
  };
  try {
    for (const at of ['16:45', '17:00', '17:15', '17:30']) {
      desk.test.clock.set(`2026-03-02T${at}:00.000Z`);
      await both();
    }
    const all = await handovers();
    expect(all).toHaveLength(1);
    const lines = (await open<HandoverView>(all[0]!.id)).timeline.map(({ line }) => line);
    expect(lines.filter((line) => line.startsWith('Still not accepted'))).toHaveLength(1);
    expect(lines.filter((line) => line.startsWith('Not accepted in time'))).toHaveLength(1);
    await desk.test.perform('carol', 'handovers.accept', all[0]!.id, {});
    await both();
    expect((await open<TicketView>(ticket.id)).timeline.filter(({ line }) => line.includes('took it over'))).toHaveLength(1);
  } finally {
    await second.jobs.stop();
    await second.server.close();
  }
});

test('in chat: hand over early, what was handed over, in English and German; others get a no that helps', async () => {
  await day();
  const bob = desk.person('bob');
  await bob.writes('hand over');
  expect(last('bob').text).toContain('Nothing of this shift falls due');
  const ticket = await urgent();
  await bob.writes('Übergabe');
  expect(wordsOn(last('bob').card)).toContain(ticket.id);
  const [handover] = await handovers();
  expect(handover?.state).toBe('prepared');
  await bob.writes('hand over');
  expect(await handovers()).toHaveLength(1);
  await desk.test.perform('bob', 'handovers.handOver', handover!.id, {});
  // What they are told meanwhile comes before their question.
  await desk.drain();
  const carol = desk.person('carol');
  await carol.writes('was wurde übergeben?');
  expect(wordsOn(last('carol').card)).toContain(handover!.id);
  await carol.writes('what was handed over?');
  await desk.person('fay').writes('what was handed over?');
  expect(wordsOn(last('fay').card)).toContain(handover!.id);
  await desk.person('alice').writes('hand over');
  expect(desk.chat('alice').map(({ text }) => text ?? '').join()).not.toContain(handover!.id);
  const refused = await desk.test.app.perform({ action: 'handovers.accept', id: handover!.id, version: 2, input: {}, actor: desk.test.actor('bob') });
  expect(refused).toMatchObject({ refused: { code: 'kernel.notAllowed' } });
  expect(await desk.test.app.open(handover!.id, desk.test.actor('alice'))).toMatchObject({ refused: { code: 'kernel.notFound' } });
});

test('a declined item stays where it is, with the reason for those who hand over and the lead', async () => {
  await day();
  const ticket = await urgent();
  desk.test.clock.set('2026-03-02T17:00:00.000Z');
  await desk.drain();
  const [handover] = await handovers();
  await desk.test.perform('fay', 'handovers.decline', handover!.id, { itemId: ticket.id, reason: 'I do not know that site.' });
  await desk.drain();
  expect(words('bob')).toContain('I do not know that site.');
  expect(words('carol')).toContain('I do not know that site.');
  expect(await open<HandoverView>(handover!.id)).toMatchObject({ state: 'handedOver', openCount: 1 });
  await desk.test.perform('carol', 'handovers.accept', handover!.id, { itemId: ticket.id });
  await desk.drain();
  expect((await open<TicketView>(ticket.id)).assigneeName).toBe('Carol Clark');
});

test('a swap: the colleague is asked on a card, and takes the shift with one press', async () => {
  await day();
  const shiftId = [...desk.test.app.desk.all('shifts')].find((entry) => (entry as unknown as { name: string }).name === 'Day')!.id;
  await desk.test.perform('bob', 'shifts.proposeSwap', shiftId, { from: '2026-03-03T08:00:00.000Z', to: '2026-03-03T17:00:00.000Z', inId: desk.test.people.fay.id });
  await desk.drain();
  expect(words('fay')).toContain('Bob Brown asks you to take “Day”');
  expect(cardProblems(lastCard('fay').card)).toEqual([]);
  expect(await desk.test.app.perform({ action: 'shifts.confirmSwap', id: shiftId, version: 2, input: { swapId: 'W2' }, actor: desk.test.actor('carol') })).toMatchObject({ refused: { code: 'kernel.notAllowed' } });
  const { card } = await desk.person('fay').presses(lastCard('fay'), 'Take the shift');
  expect(wordsOn(card)).toContain('The shift is yours');
  await desk.drain();
  expect(words('bob')).toContain('Fay Fischer takes “Day”');
  expect(desk.test.app.desk.get(shiftId)).toMatchObject({ swaps: [{ outId: desk.test.people.bob.id, inId: desk.test.people.fay.id, from: '2026-03-03T08:00:00.000Z' }], swapProposals: [] });
});

test('on call: reminded twice, then the next level, each reminder once; P1 goes on after two minutes', async () => {
  await desk.test.perform('erik', 'groups.change', desk.test.groups.network.id, { strategy: 'onCall', offers: true, memberIds: ['bob', 'fay'].map((key) => desk.test.people[key as PersonKey].id) });
  const always = Object.fromEntries(['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'].map((name) => [name, [['00:00', '24:00']]]));
  await shift('First', ['bob'], always, { level: 'primary' });
  await shift('Second', ['fay'], always, { level: 'secondary' });
  const ticket = await desk.test.report();
  const asked = async (): Promise<string | undefined> => (await open<TicketView>(ticket.id)).offer?.personName;
  await desk.drain();
  expect((await open<TicketView>(ticket.id)).offer).toMatchObject({ personName: 'Bob Brown', until: '2026-03-02T09:30:00.000Z' });
  for (const [at, said] of [['09:09', 0], ['09:10', 1], ['09:15', 1], ['09:20', 2], ['09:29', 2]] as const) {
    desk.test.clock.set(`2026-03-02T${at}:00.000Z`);
    await desk.drain();
    expect({ at, said: (await open<TicketView>(ticket.id)).timeline.filter(({ line }) => line.startsWith('Bob Brown was asked again')).length }).toEqual({ at, said });
    expect(await asked()).toBe('Bob Brown');
  }
  expect(words('bob')).toContain('Still waiting for your answer');
  desk.test.clock.set('2026-03-02T09:30:00.000Z');
  await desk.drain();
  expect(await asked()).toBe('Fay Fischer');
  desk.test.clock.set('2026-03-02T10:00:00.000Z');
  await desk.drain();
  expect(await asked()).toBe('Carol Clark');
  const now = await desk.test.report({ reach: 'everyone', work: 'stopped' });
  await desk.drain();
  expect((await open<TicketView>(now.id)).offer).toMatchObject({ personName: 'Bob Brown', until: '2026-03-02T10:02:00.000Z' });
});
