// If this fails, an outage drowns the desk: everybody files a ticket of their own, and nobody is told when it is over.
import { startBotDesk, type BotDesk } from '../_support/bot-desk';
import { buttonsOn, wordsOn, type TeamsPerson } from '../_support/teams-client';
import type { BotMessage } from '../_support/fake-connector';

let desk: BotDesk;
let alice: TeamsPerson;
beforeEach(async () => {
  desk = await startBotDesk();
  alice = desk.person('alice');
});
afterEach(() => desk.close());

const last = (messages: readonly BotMessage[]): BotMessage => messages.at(-1) as BotMessage;
const said = ({ card, text }: BotMessage): string => `${text ?? ''} ${card ? wordsOn(card) : ''}`;

async function seenBy(who: 'alice' | 'bob', id: string): Promise<object> {
  const opened = await desk.test.app.open(id, desk.test.actor(who));
  return 'record' in opened ? opened.record : opened;
}

async function givenAnnounced(more: object = {}): Promise<{ readonly incidentId: string; readonly id: string }> {
  const { id: incidentId } = await desk.test.report({ title: 'VPN gateway in Hamburg does not answer', categoryId: desk.test.categories.vpn }, 'carol');
  const { id } = await desk.test.perform('bob', 'announcements.add', undefined, { title: 'VPN is down', titleDe: 'VPN geht nicht', statement: 'Use the web mail meanwhile.', keywords: 'remote access', incidentId, ...more });
  return { incidentId, id };
}

test('whoever writes about it is told before a ticket exists, and one press is enough', async () => {
  const { id } = await givenAnnounced();
  const draft = last((await alice.writes('VPN does not work')).messages);
  expect(wordsOn(draft.card)).toContain('Use the web mail meanwhile.');
  const { card } = await alice.presses(draft, 'I am affected, too');
  expect(wordsOn(card)).toContain('you need no ticket');
  expect(buttonsOn(card)).toContain('I am not affected any more');
  const seen = await seenBy('bob', id);
  expect(seen).toMatchObject({ affectedCount: 1, isAffected: false });
  expect(JSON.stringify(seen)).not.toContain(desk.test.people.alice.id);
});

test('something else is still a ticket, and something unlike it is not bothered', async () => {
  await givenAnnounced();
  const draft = last((await alice.writes('VPN drops every hour')).messages);
  expect(buttonsOn(draft.card)).toContain('Create ticket');
  expect(wordsOn(last((await alice.writes('The printer on floor 3 is out of toner')).messages).card)).not.toContain('VPN is down');
});

test('who is affected hears of news, and that it is over when the incident is resolved', async () => {
  const { id, incidentId } = await givenAnnounced();
  await desk.test.perform('alice', 'announcements.join', id);
  await desk.test.perform('bob', 'announcements.change', id, { statement: 'A new part arrives at noon.' });
  await desk.drain();
  expect(said(last(desk.chat('alice')))).toContain('A new part arrives at noon.');
  await desk.test.perform('bob', 'tickets.take', incidentId);
  await desk.test.perform('bob', 'tickets.resolve', incidentId, { code: 'fixed', notes: 'New part.' });
  await desk.drain();
  await desk.drain();
  expect(said(last(desk.chat('alice')))).toContain('“VPN is down” is over');
  expect(await seenBy('bob', id)).toMatchObject({ retired: true });
  expect(wordsOn(last((await alice.writes('VPN does not work')).messages).card)).not.toContain('Use the web mail meanwhile.');
});

test('everybody may ask what is known, and reads nothing about the incident behind it', async () => {
  expect(said(last((await alice.writes('known issues')).messages))).toContain('no known issues');
  const { id, incidentId } = await givenAnnounced();
  const card = last((await alice.writes('known issues')).messages).card;
  expect(wordsOn(card)).toContain('VPN is down');
  expect(JSON.stringify(card)).not.toContain(incidentId);
  expect(JSON.stringify(await seenBy('alice', id))).not.toContain(incidentId);
});

test('a restricted incident cannot be announced, and the answer does not say why', async () => {
  const { id: incidentId } = await desk.test.report({ title: 'Somebody read the mail of the board', categoryId: desk.test.categories.vpn }, 'carol');
  await desk.test.perform('bob', 'tickets.restrict', incidentId, { reason: 'Security' });
  const refused = await desk.test.app.perform({ action: 'announcements.add', input: { title: 'Mail', statement: 'Mail is slow.', incidentId }, actor: desk.test.actor('bob') });
  const unknown = await desk.test.app.perform({ action: 'announcements.add', input: { title: 'Mail', statement: 'Mail is slow.', incidentId: 'INC0009999' }, actor: desk.test.actor('bob') });
  expect(refused).toMatchObject({ refused: { code: 'kernel.invalidInput' } });
  expect(unknown).toMatchObject({ refused: { code: 'kernel.invalidInput' } });
});

test('employees announce nothing', async () => {
  const refused = await desk.test.app.perform({ action: 'announcements.add', input: { title: 'VPN', statement: 'Broken.' }, actor: desk.test.actor('alice') });
  expect(refused).toMatchObject({ refused: { code: 'kernel.notAllowed' } });
});
