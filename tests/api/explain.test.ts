// If this fails, people are told a wrong or a foreign reason for a due time, or employees read what groups promise each other.
import type { TicketExplanation, ClockExplanation } from '../../shared/sla/explain-views';
import { systemActor } from '../../shared/kernel';
import type { TicketView } from '../../shared/tickets';
import type { PersonKey } from '../_support/people';
import { createTestApp, type TestApp } from '../_support/test-app';
import { startTestServer, type TestServer } from '../_support/test-server';

let test: TestApp;
let server: TestServer;
const at = (instant: string): void => test.clock.set(`2026-${instant}:00.000Z`);

async function system(action: string, input: object, id?: string): Promise<string> {
  const current = id && ((await test.app.open(id, systemActor())) as { record: { version: number } }).record;
  const done = await test.app.perform({ action, input, actor: systemActor('seed'), ...(current && { id, version: current.version }) });
  if ('refused' in done) throw new Error(JSON.stringify(done.refused));
  return done.record.id;
}

beforeAll(async () => {
  test = await createTestApp();
  server = await startTestServer(test);
  const calendarId = [...test.app.desk.directory.calendars()][0]?.id ?? '';
  const common = { metric: 'resolution', order: 50, calendarSource: 'fixed', calendarId, retarget: 'retroactive', reopen: 'continue', targets: { any: { value: 6, unit: 'hours' } } };
  await system('agreements.add', { ...common, name: 'Network hands over fast', type: 'ola', groupId: test.groups.network.id });
  await system('agreements.add', { ...common, name: 'Acme carrier contract', type: 'contract', supplier: 'Acme', order: 51 });
});
afterAll(async () => {
  await server.close();
  await test.close();
});

/** Spaces of the date formats as ordinary ones. */
const plain = <T>(value: T): T => JSON.parse(JSON.stringify(value).replace(/[\u2009\u202f\u00a0]/g, ' ')) as T;

async function why(id: string, person: PersonKey = 'bob', language = 'en'): Promise<TicketExplanation> {
  const answer = await server.as(person).get(`/api/tickets/${id}/clocks`, { 'accept-language': language });
  expect(answer.status).toBe(200);
  return plain(answer.json.explanation as TicketExplanation);
}

const clockOf = ({ clocks }: TicketExplanation, key: string): ClockExplanation => clocks.find((clock) => clock.key.startsWith(key)) as ClockExplanation;
const chain = ({ stretches }: ClockExplanation): string[] => stretches.map(({ when, what, length }) => `${when} | ${what} | ${length}`);
const did = ({ events }: ClockExplanation): string[] => events.map(({ line, effectText }) => `${line} → ${effectText}`);

/** Taken on Monday, asked in the evening, answered the next morning, more urgent at noon, with the supplier in the afternoon. */
async function story(): Promise<TicketView> {
  at('03-02T15:10');
  const ticket = await test.report();
  at('03-02T15:40');
  await test.perform('bob', 'tickets.take', ticket);
  at('03-02T15:50');
  await test.perform('bob', 'tickets.addNote', ticket.id, { text: 'Smells like the firmware nobody wanted.' });
  at('03-02T19:00');
  await test.perform('bob', 'tickets.putOnHold', ticket.id, { reason: 'requester', comment: 'Which router?', followUpAt: '2026-03-10T09:00:00.000Z' });
  at('03-03T06:30');
  await test.perform('alice', 'tickets.reply', ticket.id, { text: 'The blue one.' });
  at('03-03T11:00');
  await test.perform('carol', 'tickets.overridePriority', ticket.id, { priority: 'P2', reason: 'Board meeting' });
  at('03-03T12:00');
  await test.perform('bob', 'tickets.putOnHold', ticket.id, { reason: 'vendor', supplier: 'Acme', reference: 'A-1', followUpAt: '2026-03-10T09:00:00.000Z' });
  at('03-03T13:30');
  await test.perform('bob', 'tickets.resume', ticket.id);
  at('03-03T14:00');
  return test.perform('bob', 'tickets.assign', ticket.id, { groupId: test.groups.serviceDesk.id, reason: 'Hardware' });
}

describe('one ticket, minute by minute', () => {
  let ticket: TicketView;
  beforeAll(async () => {
    ticket = await story();
    at('03-03T14:30');
  });

  it('tells agents the chain, the promise, and how it stands', async () => {
    const explained = await why(ticket.id);
    const resolution = clockOf(explained, 'sla resolution');
    expect(chain(resolution)).toEqual([
      'Mon, Mar 2, 4:10 – 6:00 PM | counted | 1 h 50 min',
      'Mon, Mar 2, 6:00 – 8:00 PM | outside business hours | 2 h',
      'Mon, Mar 2, 8:00 PM – Tue, Mar 3, 7:30 AM | waiting for the requester, not counted | 11 h 30 min',
      'Tue, Mar 3, 7:30 – 8:00 AM | outside business hours | 30 min',
      'Tue, Mar 3, 8:00 AM – 2:10 PM | counted | 6 h 10 min',
      'Tue, Mar 3, 2:10 – 3:30 PM | counted, after the due time | 1 h 20 min',
    ]);
    expect(resolution.promise).toBe('Resolution within 8 hours for P2 High, by agreement “Resolution”, version 1. Counted are the open hours of “Business hours” (Europe/Berlin).');
    expect(resolution.headline).toBe('It was due Tue, Mar 3, 2:10 PM and is over by 1 h 20 min of working time.');
    expect(explained.summary).toBe(`Resolution: ${resolution.headline}`);
    expect(resolution.totals.map(({ label, value, help }) => [label, value, help])).toEqual([
      ['Counted', '9 h 20 min', 'of 8 h'], ['Paused', '11 h 30 min', '0 min of it in business hours'], ['Closed hours', '2 h 30 min', undefined], ['Around the clock', '11 h 50 min', 'without pauses'],
    ]);
    expect(resolution.earlier).toEqual([{
      when: 'Mon, Mar 2, 4:10 PM – Tue, Mar 3, 12:00 PM', promise: 'Within 50 hours for P4 Low', outcome: 'Not broken: 5 h 50 min used, due Mon, Mar 9, 4:10 PM.',
      because: 'The terms changed. Carol Clark set the priority to P2 High: Board meeting (Tue, Mar 3, 12:00 PM)',
    }]);
  });

  it('says what every event did to each clock, and why others did nothing', async () => {
    const explained = await why(ticket.id);
    expect(did(clockOf(explained, 'sla resolution'))).toEqual([
      'Alice Adams reported this → The clock starts. Due Mon, Mar 9, 4:10 PM.',
      'Bob Brown took it → Who works on it makes no difference to this promise.',
      'Bob Brown noted → No effect on this clock.',
      'Bob Brown put it on hold, waiting for: The requester → A pause outside business hours: no effect on the due time.',
      'Alice Adams wrote → Still paused.',
      'Resumed, because the requester answered → The clock runs on. Still due Mon, Mar 9, 4:10 PM.',
      'Carol Clark set the priority to P2 High: Board meeting → New terms: within 8 hours. Due Tue, Mar 3, 2:10 PM instead of Mon, Mar 9, 4:10 PM.',
      'Bob Brown put it on hold, waiting for: A supplier → Being on hold does not pause this clock.',
      'Bob Brown resumed it → No effect on this clock.',
      'Bob Brown assigned it to Service Desk: Hardware → Who works on it makes no difference to this promise.',
    ]);
    expect(did(clockOf(explained, 'sla firstResponse')).slice(1, 4)).toEqual([
      'Bob Brown took it → Who works on it makes no difference to this promise.',
      'Bob Brown noted → An internal note does not count as an answer.',
      'Bob Brown put it on hold, waiting for: The requester → The clock stops, in time.',
    ]);
  });

  it('tells the promises of groups and suppliers, and for whom they wait', async () => {
    const { clocks } = await why(ticket.id);
    expect(clocks.map(({ key }) => key.split(' ').slice(0, 2).join(' '))).toEqual(['sla resolution', 'sla firstResponse', 'ola resolution', 'contract resolution']);
    const [, , ola, contract] = clocks;
    expect(ola?.name).toBe('Resolution by Network');
    expect(ola?.headline).toContain('It runs on when Network has the ticket again.');
    expect(chain(ola as ClockExplanation).at(-1)).toBe('Tue, Mar 3, 3:00 – 3:30 PM | not with Network, not counted | 30 min');
    expect(contract?.promise).toContain('Acme promises us: Resolution within 6 hours for P2 High, by contract “Acme carrier contract”, version 1.');
    expect(chain(contract as ClockExplanation)).toEqual(['Tue, Mar 3, 1:00 – 2:30 PM | counted | 1 h 30 min', 'Tue, Mar 3, 2:30 – 3:30 PM | not with the supplier, not counted | 1 h']);
  });

  it('says who held it; shares add up to exactly 100', async () => {
    const { held } = await why(ticket.id);
    expect(held.shares.map(({ label, open }) => [label, open])).toEqual([
      ['Bob Brown (Network)', '6 h 50 min'], ['Waiting for Acme', '1 h 30 min'], ['Queue of Network', '30 min'], ['Queue of Service Desk', '30 min'], ['Waiting for the requester', '0 min'],
    ]);
    expect(held.groups?.map(({ label, open }) => [label, open]).slice(0, 2)).toEqual([['Network', '7 h 20 min'], ['Waiting for Acme', '1 h 30 min']]);
    for (const shares of [held.shares, held.groups ?? []]) {
      expect(shares.reduce((sum, { openPercent }) => sum + openPercent, 0)).toBe(100);
      expect(shares.reduce((sum, { wallPercent }) => sum + wallPercent, 0)).toBe(100);
    }
  });

  it('speaks German, and every reader’s own zone', async () => {
    const explained = await why(ticket.id, 'bob', 'de');
    const resolution = clockOf(explained, 'sla resolution');
    expect(chain(resolution)[2]).toBe('Mo., 2. März, 20:00 – Di., 3. März, 07:30 | Warten auf die anfragende Person, nicht gezählt | 11 h 30 min');
    expect(resolution.promise).toContain('Lösung innerhalb von 8 Stunden für P2 Hoch, nach Vereinbarung „Resolution“, Version 1.');
    await system('people.change', { zone: 'Asia/Tokyo' }, test.people.carol.id);
    expect(chain(clockOf(await why(ticket.id, 'carol'), 'sla resolution'))[0]).toBe('Tue, Mar 3, 12:10 – 2:00 AM | counted | 1 h 50 min');
  });

  it('gives those who wait plain words, and nothing of what is ours', async () => {
    const answer = await server.as('alice').get(`/api/tickets/${ticket.id}/clocks`);
    const explained = plain(answer.json.explanation as TicketExplanation);
    expect(explained.clocks.map(({ key }) => key)).toEqual(['sla resolution', 'sla firstResponse']);
    expect(clockOf(explained, 'sla resolution').promise).toBe('We solve it within 8 hours. Only service hours count; nights, weekends and waiting for others do not.');
    expect(chain(clockOf(explained, 'sla resolution'))[2]).toContain('waiting for you, not counted');
    expect(explained.held.shares.map(({ label }) => label).sort()).toEqual(['Waiting for others', 'Waiting for you', 'With us']);
    const shown = JSON.stringify(explained);
    const inTicket = JSON.stringify((await server.as('alice').get(`/api/tickets/${ticket.id}`)).json);
    for (const secret of ['noted', 'firmware', 'Carol', 'Board meeting', 'P2', 'P4', 'agreement', 'Vereinbarung', '“Resolution”', 'Network hands over', 'Acme carrier', 'Business hours', 'version', 'SLA0', 'CAL0', 'GRP0', 'PER0']) {
      expect({ secret, isShown: shown.includes(secret) }).toEqual({ secret, isShown: false });
    }
    // Whoever is named in it stands in the ticket as this reader has it anyway.
    for (const name of ['Bob Brown', 'Service Desk', 'Acme']) if (shown.includes(name)) expect(inTicket).toContain(name);
    const seen = new Set((JSON.parse(inTicket) as { record: TicketView }).record.timeline.map(({ seq }) => seq));
    expect(explained.clocks.flatMap(({ events }) => events).filter(({ seq }) => !seen.has(seq))).toEqual([]);
  });
});

describe('who may not read the ticket', () => {
  it('gets the answer of a ticket that is not there, byte for byte', async () => {
    at('03-04T10:00');
    const ticket = await test.report({ title: 'Confidential matter', isRestricted: true });
    const ask = (person: PersonKey, id: string) => server.as(person).get(`/api/tickets/${id}/clocks`);
    const missing = await ask('fay', 'INC9999999');
    expect(missing.status).toBe(404);
    for (const person of ['fay', 'ivy', 'erik'] as const) {
      const hidden = await ask(person, ticket.id);
      expect([hidden.status, hidden.text]).toEqual([404, (await ask(person, 'INC9999999')).text]);
    }
    expect((await ask('bob', ticket.id)).status).toBe(200);
    expect((await ask('bob', test.groups.network.id)).text).toBe(missing.text);
    expect((await ask('bob', encodeURIComponent('../x'))).status).toBe(404);
    expect((await server.client().get(`/api/tickets/${ticket.id}/clocks`)).status).toBe(401);
  });
});

describe('terms that have changed since', () => {
  it('a closed clock is explained by the agreement and the calendar it lived under', async () => {
    at('03-05T09:00');
    const ticket = await test.report({ title: 'Lived under the old terms' });
    await test.perform('bob', 'tickets.take', ticket);
    at('03-06T15:00');
    await test.perform('bob', 'tickets.resolve', ticket.id, { code: 'fixed', notes: 'Done.' });
    const before = clockOf(await why(ticket.id), 'sla resolution');
    const { directory } = test.app.desk;
    const agreement = [...directory.agreements()].find(({ name }) => name === 'Resolution');
    const calendar = [...directory.calendars()][0];
    await system('agreements.change', { name: 'Resolution, faster', targets: { any: { value: 1, unit: 'hours' } } }, agreement?.id);
    await system('calendars.change', { weekly: { mon: [['10:00', '12:00']] } }, calendar?.id);
    const after = clockOf(await why(ticket.id), 'sla resolution');
    expect(after.stretches).toEqual(before.stretches);
    expect([after.headline, after.promise, after.totals]).toEqual([before.headline, before.promise, before.totals]);
    expect(after.events).toEqual(before.events);
    expect(after.notes).toEqual([
      'The agreement has changed since (version 2 now). This clock keeps the terms it lived under, version 1.',
      'The calendar has changed since (version 2 now). This clock keeps the hours it lived under, version 1.',
    ]);
    await system('agreements.retire', {}, agreement?.id);
    expect(clockOf(await why(ticket.id), 'sla resolution').stretches).toEqual(before.stretches);
    await system('agreements.restore', {}, agreement?.id);
  });

  it('a calendar that never opens is told as the error it is, and whom to tell', async () => {
    at('03-09T09:00');
    const calendarId = await system('calendars.add', { name: 'One last day', zone: 'Europe/Berlin', weekly: {}, overrides: { '2026-03-09': [['10:00', '12:00']] } });
    await system('agreements.add', {
      name: 'Ghost promise', type: 'sla', metric: 'resolution', order: 1, calendarSource: 'fixed', calendarId, retarget: 'retroactive', reopen: 'continue', ownerId: test.people.erik.id,
      targets: { any: { value: 2, unit: 'days' } }, conditions: { applies: [[{ field: 'categoryId', is: [test.categories.laptop] }]] },
    });
    at('03-10T09:00');
    const ticket = await test.report({ title: 'Never opens', categoryId: test.categories.laptop });
    const clock = clockOf(await why(ticket.id, 'fay'), 'sla resolution');
    expect(clock.headline).toBe('No due time, because its calendar never opens.');
    expect(clockOf(await why(ticket.id, 'alice'), 'sla resolution').notes).toEqual([
      'A setting of ours is wrong, so there is no due time. We look after your ticket nevertheless; please tell the service desk.',
    ]);
    expect(clock.notes[0]).toBe('The calendar “One last day” does not open within the coming years: an error of configuration. Please tell Erik Evans.');
  });
});
