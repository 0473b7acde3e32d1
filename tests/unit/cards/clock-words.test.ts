// If this fails, cards say nothing or something wrong about what was promised: agents work on the wrong ticket first, employees wait without knowing.
import { renderTicketCard, type Audience } from '../../../bot/cards';
import type { Actor } from '../../../shared/kernel';
import type { TicketView } from '../../../shared/tickets';
import { cardProblems, cardText } from '../../_support/card-check';
import type { PersonKey } from '../../_support/people';
import { createTestApp, type TestApp } from '../../_support/test-app';

let desk: TestApp;
beforeEach(async () => (desk = await createTestApp()));
afterEach(() => desk.close());

/** Four hours for a whole site: 75 % at 12:00, due at 13:00 (UTC, 14:00 in Berlin); first answers within 15 minutes. */
const URGENT = { reach: 'site', work: 'stopped' };
const at = (time: string): void => desk.clock.set(`2026-03-02T${time}:00.000Z`);

async function card(id: string, who: PersonKey, audience: Audience, change: Partial<Actor> = {}, isShared = false): Promise<string> {
  const actor = { ...desk.actor(who), ...change };
  const opened = await desk.app.open(id, actor);
  if (!('record' in opened)) throw new Error(opened.refused.code);
  const context = { directory: desk.app.desk.directory, now: desk.clock.now().toISOString(), link: (target: string) => `https://bellhop.example/${target}`, ...(isShared && { viewerIds: [] }) };
  const drawn = renderTicketCard(opened.record as TicketView, audience, isShared ? undefined : actor, context);
  expect(cardProblems(drawn)).toEqual([]);
  return cardText(drawn);
}

test('agents see every promise: due, at risk, overdue, paused with what is left, kept or broken', async () => {
  const { id } = await desk.report(URGENT);
  expect(await card(id, 'bob', 'agent')).toMatch(/First response\W+Due Mon, Mar 2, 10:15 AM/);
  expect(await card(id, 'bob', 'agent')).toMatch(/Resolution\W+Due Mon, Mar 2, 2:00 PM/);
  at('09:12');
  expect(await card(id, 'bob', 'agent')).toMatch(/First response\W+At risk, due Mon, Mar 2, 10:15 AM/);
  at('09:20');
  expect(await card(id, 'bob', 'agent')).toMatch(/First response\W+Overdue since Mon, Mar 2, 10:15 AM/);
  await desk.perform('bob', 'tickets.take', id);
  await desk.perform('bob', 'tickets.putOnHold', id, { reason: 'requester', comment: 'Since when?', followUpAt: '2026-03-03T09:00:00Z' });
  at('11:00');
  const held = await card(id, 'bob', 'agent');
  expect(held).toMatch(/First response\W+Broken: done Mon, Mar 2, 10:20 AM, due Mon, Mar 2, 10:15 AM/);
  expect(held).toMatch(/Resolution\W+Paused, 3 h 40 min left/);
  await desk.perform('bob', 'tickets.resolve', id, { code: 'fixed', notes: 'New profile.' });
  expect(await card(id, 'bob', 'agent')).toMatch(/Resolution\W+Kept, done Mon, Mar 2, 12:00 PM/);
});

test('employees read in plain words what they may count on, and never what groups promise each other', async () => {
  await desk.perform('erik', 'agreements.add', undefined, {
    name: 'Network for others', type: 'ola', metric: 'resolution', groupId: desk.groups.network.id, order: 50, targets: { any: { value: 2, unit: 'hours' } },
    calendarSource: 'fixed', calendarId: [...desk.app.desk.directory.calendars()][0]?.id, retarget: 'retroactive', reopen: 'continue',
  });
  const { id } = await desk.report(URGENT);
  const fresh = await card(id, 'alice', 'requester');
  expect(fresh).toContain('You get a first answer by Mon, Mar 2, 10:15 AM.');
  expect(fresh).toContain('We want this solved by Mon, Mar 2, 2:00 PM.');
  expect(fresh).not.toContain('Network for others');
  expect(await card(id, 'bob', 'agent')).toMatch(/Network for others\W+Due Mon, Mar 2, 12:00 PM/);
  at('13:30');
  expect(await card(id, 'alice', 'requester')).toContain('We are late: this should have been solved by Mon, Mar 2, 2:00 PM.');
  expect(await card(id, 'alice', 'requester', { language: 'de' })).toContain('Wir sind zu spät: Das hätte bis Mo., 2. März, 14:00 gelöst sein sollen.');
});

test('employees read that the time stands still while their answer is awaited', async () => {
  const { id } = await desk.report(URGENT);
  await desk.perform('bob', 'tickets.take', id);
  await desk.perform('bob', 'tickets.putOnHold', id, { reason: 'requester', comment: 'Since when?', followUpAt: '2026-03-03T09:00:00Z' });
  expect(await card(id, 'alice', 'requester')).toContain('the time is paused while we wait for your answer');
  expect(await card(id, 'alice', 'requester')).not.toContain('first answer');
});

test('a triage card says which promise is due next, in the time of each reader', async () => {
  const { id } = await desk.report(URGENT);
  expect(await card(id, 'carol', 'triage', {}, true)).toContain('First response: due {{DATE(2026-03-02T09:15:00Z, SHORT)}} {{TIME(2026-03-02T09:15:00Z)}}');
  await desk.perform('bob', 'tickets.take', id);
  await desk.perform('bob', 'tickets.putOnHold', id, { reason: 'requester', comment: 'Since when?', followUpAt: '2026-03-03T09:00:00Z' });
  expect(await card(id, 'carol', 'triage', {}, true)).toContain('Resolution: paused, 4 h left');
});
