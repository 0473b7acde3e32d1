// If this fails, an outage drowns the desk in tickets about the same, nobody is asked whether it is a major incident, or somebody reads a ticket of a colleague.
import { isRefused } from '../../shared/kernel';
import type { TicketView } from '../../shared/tickets';
import { startBotDesk, startInstance, type BotDesk } from '../_support/bot-desk';
import type { BotMessage, Json } from '../_support/fake-connector';
import type { PersonKey } from '../_support/people';
import { buttonsOn, wordsOn } from '../_support/teams-client';

const MINUTE = 60_000;
const TEXT = 'VPN tunnel breaks when Outlook starts';

let desk: BotDesk;
beforeEach(async () => {
  desk = await startBotDesk();
});
afterEach(() => desk.close());

const last = (messages: readonly BotMessage[]): BotMessage => messages.at(-1) as BotMessage;
const draftOf = async (who: PersonKey, text = TEXT): Promise<BotMessage> => last((await desk.person(who).writes(text)).messages);
const reportedBy = async (...people: readonly PersonKey[]): Promise<TicketView[]> => {
  const tickets: TicketView[] = [];
  for (const who of people) tickets.push(await desk.test.report({ title: `${TEXT} (${who})`, reach: 'me' }, who));
  return tickets;
};
async function seen(id: string, who: PersonKey = 'bob'): Promise<TicketView> {
  const opened = await desk.test.app.open(id, desk.test.actor(who));
  if (isRefused(opened)) throw new Error(opened.refused.code);
  return opened.record as TicketView;
}
const types = async (id: string): Promise<string[]> => (await seen(id)).timeline.map(({ type }) => type);

test('whoever reported it already adds to it with one press', async () => {
  const [own] = await reportedBy('alice');
  const draft = await draftOf('alice');
  expect(wordsOn(draft.card)).toContain('You have reported this already');
  const { card } = await desk.person('alice').presses(draft, 'Add it here');
  expect(wordsOn(card)).toContain(own!.id);
  expect((await seen(own!.id)).timeline.at(-1)).toMatchObject({ type: 'ReplyAdded', text: TEXT });
  expect(desk.test.app.desk.count('tickets')).toBe(1);
});

test('three others are several: one is told how many and nothing more, and "me too" counts without a ticket', async () => {
  const tickets = await reportedBy('dora', 'gus');
  expect(wordsOn((await draftOf('alice')).card)).not.toContain('reported something like this');
  tickets.push(...(await reportedBy('erik')));
  const draft = await draftOf('alice');
  expect(wordsOn(draft.card)).toContain('3 others reported something like this in the last 30 minutes');
  for (const { id, title } of tickets) {
    expect(JSON.stringify(draft.card)).not.toContain(id);
    expect(JSON.stringify(draft.card)).not.toContain(title);
  }
  const { card } = await desk.person('alice').presses(draft, 'I am affected, too');
  expect(wordsOn(card)).toContain('You hear from us as soon as it is over');
  expect(desk.test.app.desk.count('tickets')).toBe(3);
  const first = tickets[0]!.id;
  expect(await seen(first)).toMatchObject({ affectedCount: 1, priority: 'P4' });
  expect(isRefused(await desk.test.app.open(first, desk.test.actor('alice')))).toBe(true);

  await desk.test.perform('bob', 'tickets.take', first);
  await desk.test.perform('bob', 'tickets.resolve', first, { code: 'fixed', notes: 'New certificate.' });
  await desk.drain();
  const told = desk.chat('alice').map(({ text }) => text ?? '').join('\n');
  expect(told).toContain('is over');
  expect(told).not.toContain(first);
});

test('half an hour later it is not the same any more', async () => {
  await reportedBy('dora', 'gus', 'erik');
  desk.test.clock.advance(31 * MINUTE);
  expect(wordsOn((await draftOf('alice')).card)).not.toContain('reported something like this');
});

test('whoever pressed "me too" by mistake takes it back', async () => {
  const [first] = await reportedBy('dora', 'gus', 'erik');
  await desk.person('alice').presses(await draftOf('alice'), 'I am affected, too');
  await desk.person('alice').presses(await draftOf('alice'), 'I am not affected any more');
  expect((await seen(first!.id)).affectedCount).toBeUndefined();
});

test('five people within half an hour: the impact is high, and a lead is asked once whether it is a major incident', async () => {
  const [first] = await reportedBy('dora', 'gus', 'erik', 'hugo');
  await desk.drain();
  expect(await types(first!.id)).not.toContain('MajorIncidentProposed');
  await reportedBy('ivy');
  await desk.drain();
  const raised = await seen(first!.id);
  expect(raised).toMatchObject({ major: 'proposed', priority: 'P2' });
  expect(raised.timeline.map(({ line }) => line)).toContain('Proposed as a major incident, because 5 people reported something similar within 30 minutes');
  await reportedBy('alice');
  await desk.drain();
  expect((await types(first!.id)).filter((type) => type === 'MajorIncidentProposed' || type === 'ImpactRaised')).toEqual(['ImpactRaised', 'MajorIncidentProposed']);

  const asked = desk.chat('carol').filter(({ text, card }) => `${text} ${card ? wordsOn(card) : ''}`.includes('may be a major incident'));
  expect(asked).toHaveLength(1);
  expect(desk.channel().some(({ text }) => text?.includes('may be a major incident'))).toBe(true);
  const inChannel = desk.channel().find(({ card }) => card && wordsOn(card).includes(first!.id));
  expect(buttonsOn(await desk.person('carol').sees(inChannel!))).toEqual(expect.arrayContaining(['Make it a major incident', 'Not a major incident']));
  const { card } = await desk.person('carol').presses(asked[0]!, 'Make it a major incident', {});
  expect(wordsOn(card)).toContain('is a major incident now');
  expect(await seen(first!.id)).toMatchObject({ major: 'promoted' });
});

test('one person alone raises nothing, however often they write', async () => {
  const [first] = await reportedBy('alice', 'alice', 'alice', 'alice', 'alice', 'alice');
  await desk.drain();
  expect(await seen(first!.id)).toMatchObject({ priority: 'P4' });
  expect((await seen(first!.id)).major).toBeUndefined();
});

test('two instances that see half of it each propose it once', async () => {
  const other = await desk.test.openSecondApp();
  const second = await startInstance(desk.test, other);
  try {
    const people: readonly PersonKey[] = ['dora', 'gus', 'erik', 'hugo', 'ivy', 'alice'];
    const ids: string[] = [];
    for (const [index, who] of people.entries()) {
      const app = index % 2 === 0 ? desk.test.app : other;
      const done = await app.perform({ action: 'tickets.report', input: { title: TEXT, reach: 'me', work: 'workaround', categoryId: desk.test.categories.vpn }, actor: desk.test.actor(who) });
      if ('record' in done) ids.push(done.record.id);
    }
    await Promise.all([desk.drain(), second.jobs.drain()]);
    const all = await Promise.all(ids.map(types));
    expect(all.flat().filter((type) => type === 'MajorIncidentProposed')).toHaveLength(1);
    expect(all.flat().filter((type) => type === 'ImpactRaised')).toHaveLength(1);
  } finally {
    await second.jobs.stop();
    await second.server.close();
  }
});

test('a major incident is offered without any announcement, and with its statement where there is one', async () => {
  const [first] = await reportedBy('dora');
  await desk.test.perform('bob', 'tickets.proposeMajor', first!.id, { reason: 'The gateway is down.' });
  await desk.test.perform('carol', 'tickets.promoteMajor', first!.id);
  desk.test.clock.advance(120 * MINUTE);
  const draft = await draftOf('alice');
  expect(wordsOn(draft.card)).toContain('A major incident that looks like this is being worked on');
  expect(JSON.stringify(draft.card)).not.toContain(first!.id);
  await desk.test.perform('bob', 'announcements.add', undefined, { title: 'Remote access', statement: 'Use the web mail meanwhile.', incidentId: first!.id });
  const later = await draftOf('alice');
  expect(wordsOn(later.card)).toContain('Use the web mail meanwhile.');
  expect(wordsOn(later.card)).not.toContain('A major incident that looks like this');
});

test('"me too" on an announcement raises the impact of its incident', async () => {
  const [incident] = await reportedBy('dora');
  const { id } = await desk.test.perform('bob', 'announcements.add', undefined, { title: 'VPN is down', statement: 'We are on it.', incidentId: incident!.id });
  for (const who of ['alice', 'gus', 'erik', 'ivy'] as const) await desk.test.perform(who, 'announcements.join', id);
  await desk.drain();
  const raised = await seen(incident!.id);
  expect(raised.timeline.map(({ line }) => line)).toContain('5 people are affected: the impact is High now, priority P2 High');
  expect(raised.major).toBeUndefined();
});

test('an agent sees what is open already and makes the new one a part of it', async () => {
  const [whole] = await reportedBy('dora');
  const draft = await draftOf('bob');
  expect(wordsOn(draft.card)).toContain(whole!.title);
  const { card } = await desk.person('bob').presses(draft, 'Create as part of it');
  expect(wordsOn(card)).toContain('INC0000002');
  expect((await seen('INC0000002')).links).toMatchObject([{ relation: 'childOf', id: whole!.id }]);
});

const options = (node: Json): string[] => {
  if (Array.isArray(node)) return node.flatMap(options);
  if (typeof node !== 'object' || node === null) return [];
  return [...(node.id === 'instead' ? node.choices.map((choice: Json) => choice.title) : []), ...Object.values(node).flatMap(options)];
};

test('the dialog of the message extension offers the same, and takes it', async () => {
  const tickets = await reportedBy('dora', 'gus', 'erik');
  const opened = await desk.person('alice').invokes('composeExtension/fetchTask', { commandId: 'createTicket', commandContext: 'message', messagePayload: { body: { contentType: 'text', content: TEXT } } });
  const { content } = opened.body.task.value.card;
  expect(options(content)).toEqual(['Create a new ticket', 'No ticket, I am affected, too: 3 others report something like this']);
  const data = { commandId: 'createTicket', instead: 'meToo', 'report.title': TEXT };
  const sent = await desk.person('alice').invokes('composeExtension/submitAction', { commandId: 'createTicket', data });
  expect(wordsOn(sent.body.task.value.card.content)).toContain('You hear from us as soon as it is over');
  expect(await seen(tickets[0]!.id)).toMatchObject({ affectedCount: 1 });

  const forged = await desk.person('alice').invokes('composeExtension/submitAction', { commandId: 'createTicket', data: { ...data, instead: `add ${tickets[0]!.id}` } });
  expect(wordsOn(forged.body.task.value.card.content)).not.toContain(tickets[0]!.title);
  expect(desk.test.app.desk.count('tickets')).toBe(3);
  expect(buttonsOn(content)).not.toEqual([]);
});
