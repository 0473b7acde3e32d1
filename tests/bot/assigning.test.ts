// If this fails, a new ticket waits for nobody in particular, two people are given the same one, or somebody gets it and nobody can say why.
import type { App } from '../../shared/app';
import { systemActor } from '../../shared/kernel';
import type { TicketView } from '../../shared/tickets';
import { startBotDesk, type BotDesk } from '../_support/bot-desk';
import type { PersonKey } from '../_support/people';

let desk: BotDesk;
beforeEach(async () => (desk = await startBotDesk({ withoutChannel: true })));
afterEach(() => desk.close());

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const OFFICE = { mon: [['08:00', '18:00']], tue: [['08:00', '18:00']], wed: [['08:00', '18:00']], thu: [['08:00', '18:00']], fri: [['08:00', '18:00']] };

const settle = (settings: object): Promise<TicketView> => desk.test.perform('erik', 'groups.change', desk.test.groups.network.id, settings);

async function seen(id: string, by: PersonKey = 'carol'): Promise<TicketView> {
  const opened = await desk.test.app.open(id, desk.test.actor(by));
  if (!('record' in opened)) throw new Error(`${by} does not see ${id}`);
  return opened.record as TicketView;
}

/** What the history tells a reader. */
const told = async (id: string, by: PersonKey = 'carol'): Promise<readonly string[]> => (await seen(id, by)).timeline.map(({ line }) => line);
const words = (key: PersonKey): string => desk.chat(key).map(({ text, summary }) => text ?? summary).join('\n');
const shift = (level: string, people: readonly PersonKey[], weekly: object = OFFICE) =>
  desk.test.perform('carol', 'shifts.add', undefined, { name: `${level} ${people.join()}`, groupId: desk.test.groups.network.id, level, zone: 'Europe/Berlin', weekly, memberIds: people.map((key) => desk.test.people[key].id) });

describe('without anybody touching it', () => {
  it('a new ticket goes to the least loaded of the group, who hears of it and can see why', async () => {
    const busy = await desk.test.report();
    await desk.test.perform('carol', 'tickets.take', busy.id);
    await settle({ strategy: 'leastLoaded' });
    const ticket = await desk.test.report({ title: 'Second one' });
    expect(ticket.assigneeName).toBeUndefined();
    await desk.drain();
    const view = await seen(ticket.id, 'bob');
    expect(view).toMatchObject({ assigneeName: 'Bob Brown', state: 'assigned' });
    expect(view.picked).toEqual({
      personId: desk.test.people.bob.id, at: '2026-03-02T09:00:00.000Z',
      sentence: 'Bob Brown: least loaded of 2 who could take it (0 of 12 open, load 0); nothing assigned here yet',
      considered: [
        { personId: desk.test.people.bob.id, name: 'Bob Brown', text: '0 of 12 open, load 0, nothing assigned here yet' },
        { personId: desk.test.people.carol.id, name: 'Carol Clark', text: '1 of 12 open, load 1, last assigned 0 min ago' },
      ],
      ruledOut: [],
    });
    expect((await told(ticket.id)).at(-1)).toBe(`Bellhop assigned it to Bob Brown (Network). ${view.picked?.sentence}`);
    expect(words('bob')).toContain(`Bellhop assigned ${ticket.id} to you`);
    expect(words('alice')).toContain(`Bob Brown now looks after ${ticket.id}`);
  });

  it('the person who waits sees for whom, and nothing of the others and their work', async () => {
    await settle({ strategy: 'leastLoaded' });
    const ticket = await desk.test.report();
    await desk.drain();
    const view = await seen(ticket.id, 'alice');
    expect(view.assigneeName).toBe('Bob Brown');
    expect(view.picked).toBeUndefined();
    expect(JSON.stringify(view)).not.toMatch(/least loaded|Carol|offeredToId|isDeferred/);
  });

  it('a request is assigned when it is approved, not before', async () => {
    await desk.test.perform('erik', 'groups.change', desk.test.groups.serviceDesk.id, { strategy: 'roundRobin' });
    const request = await desk.test.report({ title: 'New laptop', categoryId: undefined, offeringId: desk.test.offerings.laptop, answers: { model: 'light' } });
    await desk.drain();
    expect((await seen(request.id, 'fay')).assigneeName).toBeUndefined();
    await desk.test.perform('dora', 'tickets.approve', request.id);
    await desk.drain();
    expect(await seen(request.id, 'fay')).toMatchObject({ assigneeName: 'Fay Fischer', state: 'approved' });
  });

  it('whoever helped the requester last comes first, also long after that ticket was closed', async () => {
    const before = await desk.test.report();
    await desk.test.perform('carol', 'tickets.take', before.id);
    await settle({ strategy: 'leastLoaded', isSticky: true });
    await desk.test.perform('carol', 'tickets.resolve', before.id, { code: 'fixed', notes: 'New profile.' });
    desk.test.clock.advance(10 * 24 * HOUR);
    await desk.drain();
    expect((await seen(before.id)).state).toBe('closed');
    const ticket = await desk.test.report();
    await desk.drain();
    expect((await seen(ticket.id)).picked?.sentence).toMatch(/^Carol Clark: helped the requester last/);
  });

  it('a group that gives out its work by hand is told as ever', async () => {
    const ticket = await desk.test.report();
    await desk.drain();
    expect(await seen(ticket.id)).toMatchObject({ state: 'new' });
    expect(words('carol')).toContain(ticket.id);
  });
});

describe('when nobody can take it', () => {
  it('it waits with the reason, leads hear of it when half of the time to the first answer is over, and it is assigned when a shift begins', async () => {
    await settle({ strategy: 'roundRobin' });
    await shift('work', ['bob'], { tue: [['08:00', '18:00']] });
    const ticket = await desk.test.report({ reach: 'team', work: 'workaround' });
    await desk.drain();
    expect((await told(ticket.id)).at(-1)).toBe('Still in the queue. Nobody can take it now: 2 not on shift');
    expect((await seen(ticket.id)).picked?.ruledOut.map(({ name, text }) => `${name}: ${text}`)).toContain('Bob Brown: not on shift before Tue, Mar 3, 8:00 AM');
    desk.test.clock.advance(119 * MINUTE);
    await desk.drain();
    expect(words('carol')).not.toContain('Nobody of your group');
    desk.test.clock.advance(MINUTE);
    await desk.drain();
    expect(words('carol')).toContain(`Nobody of your group can take ${ticket.id} now`);
    desk.test.clock.set('2026-03-03T07:00:00.000Z');
    await desk.drain();
    expect((await seen(ticket.id)).assigneeName).toBe('Bob Brown');
    expect((await told(ticket.id)).filter((line) => line.startsWith('Still'))).toHaveLength(1);
  });

  it('it is assigned as soon as somebody has room again, or is back', async () => {
    await settle({ strategy: 'leastLoaded', capacity: 1 });
    await desk.test.perform('carol', 'people.setAway', desk.test.people.carol.id, { until: '2026-03-09T08:00:00Z' });
    const [first, second, third] = [await desk.test.report(), await desk.test.report(), await desk.test.report()];
    await desk.drain();
    expect([(await seen(first.id)).assigneeName, (await seen(second.id)).assigneeName]).toEqual(['Bob Brown', undefined]);
    expect((await seen(second.id)).picked?.sentence).toBe('Nobody can take it now: 1 away, 1 with the most open tickets possible');
    await desk.test.perform('bob', 'tickets.resolve', first.id, { code: 'fixed', notes: 'Done.' });
    await desk.drain();
    expect((await seen(second.id)).assigneeName).toBe('Bob Brown');
    await desk.test.perform('carol', 'people.setBack', desk.test.people.carol.id);
    await desk.drain();
    expect((await seen(third.id)).assigneeName).toBe('Carol Clark');
  });
});

describe('when people are asked first', () => {
  it('whoever accepts has it, with the reason they were picked for', async () => {
    await settle({ strategy: 'roundRobin', offers: true });
    const ticket = await desk.test.report();
    await desk.drain();
    expect(await seen(ticket.id)).toMatchObject({ state: 'new', offer: { personName: 'Bob Brown', until: '2026-03-02T09:10:00.000Z' } });
    expect(words('bob')).toContain(`Can you take ${ticket.id}?`);
    expect((await seen(ticket.id, 'bob')).can).toEqual(expect.arrayContaining(['tickets.acceptOffer', 'tickets.declineOffer']));
    expect((await seen(ticket.id, 'carol')).can).not.toContain('tickets.acceptOffer');
    await desk.test.perform('bob', 'tickets.acceptOffer', ticket.id);
    const view = await seen(ticket.id);
    expect(view).toMatchObject({ assigneeName: 'Bob Brown', state: 'assigned' });
    expect(view.offer).toBeUndefined();
    expect(view.picked?.sentence).toMatch(/^Bob Brown: /);
  });

  it('goes on to the next after a no, and after no answer, and never asks the same person twice in a row', async () => {
    await settle({ strategy: 'roundRobin', offers: true, urgentOfferMinutes: 3 });
    const ticket = await desk.test.report({ reach: 'everyone', work: 'stopped' });
    await desk.drain();
    await desk.test.perform('bob', 'tickets.declineOffer', ticket.id, { reason: 'In a meeting' });
    await desk.drain();
    expect((await seen(ticket.id)).offer).toMatchObject({ personName: 'Carol Clark', until: '2026-03-02T09:03:00.000Z' });
    desk.test.clock.advance(3 * MINUTE);
    await desk.drain();
    const view = await seen(ticket.id);
    expect(view.offer).toBeUndefined();
    expect(view.picked?.ruledOut.map(({ name, text }) => `${name}: ${text}`)).toEqual(['Bob Brown: has declined it', 'Carol Clark: was asked last and did not answer']);
    expect(await told(ticket.id)).toEqual([
      expect.stringContaining('Alice Adams'),
      expect.stringMatching(/^Bob Brown is asked to take it until .* Bob Brown: as good as others of 2/),
      'Bob Brown declined it: In a meeting',
      expect.stringMatching(/^Carol Clark is asked to take it until .* Carol Clark: the only one/),
      'Carol Clark did not answer in time',
      "Still in the queue. Nobody can take it now: 1 has declined, 1 did not answer",
    ]);
    expect(words('carol')).toContain(`${ticket.id} goes to somebody else now`);
  });

  it('somebody else may take it meanwhile, and nobody is asked any more', async () => {
    await settle({ strategy: 'roundRobin', offers: true });
    const ticket = await desk.test.report();
    await desk.drain();
    await desk.test.perform('carol', 'tickets.take', ticket.id);
    desk.test.clock.advance(HOUR);
    await desk.drain();
    const view = await seen(ticket.id);
    expect(view).toMatchObject({ assigneeName: 'Carol Clark' });
    expect([view.offer, view.picked]).toEqual([undefined, undefined]);
    expect((await told(ticket.id)).join()).not.toContain('did not answer');
  });
});

describe('two instances and many tickets at once', () => {
  const autoAssign = (app: App, id: string) => app.perform({ action: 'tickets.autoAssign', id, input: {}, actor: systemActor('job') });

  it('take turns as one would: everybody gets as many as the others, and every ticket one person', async () => {
    await desk.jobs.stop();
    await settle({ strategy: 'roundRobin', capacity: 200 });
    const second = await desk.test.openSecondApp();
    const tickets: TicketView[] = [];
    for (let count = 0; count < 12; count += 1) tickets.push(await desk.test.report({ title: `Ticket ${count}` }));
    await second.followFeed();
    // Both try all of them at the same time, in different orders.
    await Promise.all([...tickets.map(({ id }) => autoAssign(desk.test.app, id)), ...[...tickets].reverse().map(({ id }) => autoAssign(second, id))]);
    const views = await Promise.all(tickets.map(({ id }) => seen(id)));
    const counts = new Map<string, number>();
    for (const view of views) {
      expect(view.timeline.filter(({ type }) => type === 'TicketAssigned')).toHaveLength(1);
      counts.set(view.assigneeName ?? '', (counts.get(view.assigneeName ?? '') ?? 0) + 1);
    }
    expect([...counts.values()]).toEqual([6, 6]);
  });

  it('nobody gets more than they may have', async () => {
    await desk.jobs.stop();
    await settle({ strategy: 'leastLoaded', capacity: 3 });
    const second = await desk.test.openSecondApp();
    const tickets: TicketView[] = [];
    for (let count = 0; count < 10; count += 1) tickets.push(await desk.test.report({ title: `Ticket ${count}` }));
    await second.followFeed();
    await Promise.all(tickets.map(({ id }, index) => autoAssign(index % 2 === 0 ? desk.test.app : second, id)));
    const names = (await Promise.all(tickets.map(({ id }) => seen(id)))).map(({ assigneeName }) => assigneeName);
    expect(names.filter((name) => name === 'Bob Brown')).toHaveLength(3);
    expect(names.filter((name) => name === 'Carol Clark')).toHaveLength(3);
  });
});
