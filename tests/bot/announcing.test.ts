// If this fails, people are not told about their tickets, are told twice, or agents look at cards that no longer say how a ticket stands.
import { startBotDesk, NETWORK_CHANNEL, type BotDesk } from '../_support/bot-desk';
import { buttonsOn, memberOf, userIdOf, wordsOn } from '../_support/teams-client';

let desk: BotDesk;
beforeEach(async () => (desk = await startBotDesk()));
afterEach(() => desk.close());

const states = async (recordId: string): Promise<readonly string[]> => (await desk.deliveries(recordId)).map(({ id, state }) => `${id.split('-')[1]} ${state}`);

test('a new ticket becomes one triage card in the channel of its group, and nothing in the chat of the person who wrote it', async () => {
  const ticket = await desk.test.report();
  await desk.drain();
  const [card, ...more] = desk.channel();
  expect(more).toEqual([]);
  expect(wordsOn(card?.card)).toContain('VPN drops every hour');
  expect(card?.card.refresh.userIds).toEqual([userIdOf('bob'), userIdOf('carol'), userIdOf('fay')]);
  expect(desk.chat('alice')).toEqual([]);
  expect(await states(ticket.id)).toEqual([`${desk.test.groups.network.id} sent`, 'cards sent']);
});

test('a channel with more agents than Teams gives own views to is posted to all the same', async () => {
  const many = Array.from({ length: 70 }, (_, index) => ({ id: `29:a${index}`, aadObjectId: `00000000-0000-4000-9000-0000000000${10 + index}`, name: `Agent ${index}` }));
  const ids: string[] = [];
  for (const { name, aadObjectId } of many) {
    const added = await desk.test.app.perform({ action: 'people.add', input: { name, mail: `${aadObjectId}@x.example`, aadObjectId }, actor: desk.test.actor('erik') });
    if ('refused' in added) throw new Error(added.refused.code);
    ids.push(added.record.id);
  }
  await desk.test.perform('erik', 'groups.change', desk.test.groups.security.id, { memberIds: ids });
  desk.connector.open(NETWORK_CHANNEL.id, [...many, memberOf('bob')].map((member) => ({ email: '', userPrincipalName: '', ...member })));
  await desk.test.report();
  await desk.drain();
  const { userIds } = desk.channel()[0]?.card.refresh ?? {};
  expect(userIds).toHaveLength(60);
  expect(userIds[0]).toBe(userIdOf('bob'));
});

test('without a channel the leads of the group get the card in their chat', async () => {
  await desk.test.perform('carol', 'groups.disconnectChannel', desk.test.groups.network.id);
  await desk.test.report();
  await desk.drain();
  expect(desk.channel()).toEqual([]);
  expect(desk.chat('bob')).toEqual([]);
  expect(desk.chat('carol').map(({ card }) => buttonsOn(card)[0])).toEqual(['Take']);
});

test('the triage card follows the ticket in place', async () => {
  const ticket = await desk.test.report();
  await desk.drain();
  const taken = await desk.test.perform('bob', 'tickets.take', ticket.id);
  await desk.drain();
  expect(wordsOn(desk.channel()[0]?.card)).toContain('Bob Brown');
  await desk.test.perform('bob', 'tickets.resolve', taken, { code: 'fixed', notes: 'New profile rolled out.' });
  await desk.drain();
  expect(desk.channel()).toHaveLength(1);
  expect(wordsOn(desk.channel()[0]?.card)).toContain('Resolved');
});

test('several changes at once are one update, to the newest state', async () => {
  const ticket = await desk.test.report();
  await desk.drain();
  await desk.jobs.stop();
  await desk.test.perform('bob', 'tickets.take', ticket.id);
  await desk.test.perform('bob', 'tickets.addNote', ticket.id, { text: 'Certificate?' });
  await desk.test.perform('bob', 'tickets.putOnHold', ticket.id, { reason: 'vendor', supplier: 'Telco', reference: 'T-77', followUpAt: '2026-03-03T09:00:00Z' });
  await desk.drain();
  expect(desk.channel()[0]).toMatchObject({ updates: 1 });
  expect(wordsOn(desk.channel()[0]?.card)).toContain('On hold');
});

test('the requester hears in the own chat: taken, answered, asked, resolved', async () => {
  const ticket = await desk.test.report();
  await desk.test.perform('bob', 'tickets.take', ticket.id);
  await desk.drain();
  expect(wordsOn(desk.chat('alice')[0]?.card)).toContain('Bob Brown');
  await desk.test.perform('bob', 'tickets.reply', ticket.id, { text: 'Please restart <b>the client</b>.' });
  await desk.drain();
  expect(desk.chat('alice')[1]?.text).toBe(`Bob Brown answered on ${ticket.id} (VPN drops every hour):\nPlease restart <b>the client</b>.`);
  await desk.test.perform('bob', 'tickets.putOnHold', ticket.id, { reason: 'requester', comment: 'Which network are you on?', followUpAt: '2026-03-05T09:00:00Z' });
  await desk.drain();
  expect(wordsOn(desk.chat('alice')[2]?.card)).toContain('Which network are you on?');
  await desk.test.perform('alice', 'tickets.reply', ticket.id, { text: 'The guest one.' });
  await desk.test.perform('bob', 'tickets.resolve', ticket.id, { code: 'fixed', notes: 'Use the office network.' });
  await desk.drain();
  expect(desk.chat('alice')).toHaveLength(4);
  expect(buttonsOn(desk.chat('alice')[3]?.card)).toEqual(expect.arrayContaining(['It works', 'Reopen', 'Rate']));
  expect(wordsOn(desk.chat('alice')[3]?.card)).toContain('Use the office network.');
});

test('in a chat one card follows the ticket, the newest; the ones above it have no buttons left', async () => {
  const ticket = await desk.test.report();
  await desk.test.perform('bob', 'tickets.take', ticket.id);
  await desk.drain();
  await desk.test.perform('bob', 'tickets.resolve', ticket.id, { code: 'fixed', notes: 'New profile.' });
  await desk.drain();
  const [above, below] = desk.chat('alice');
  expect(buttonsOn(above?.card)).toEqual([]);
  expect(wordsOn(above?.card)).toContain(ticket.id);
  const updates = above?.updates;
  await desk.test.perform('alice', 'tickets.close', ticket.id);
  await desk.drain();
  expect(above?.updates).toBe(updates);
  expect(wordsOn(below?.card)).toContain('How did we do?');
});

test('word from the requester goes to the assignee; while nobody has it, below the triage card', async () => {
  const ticket = await desk.test.report();
  await desk.drain();
  await desk.test.perform('alice', 'tickets.reply', ticket.id, { text: 'Now it is every ten minutes.' });
  await desk.drain();
  const [root, answer] = desk.channel();
  expect(answer?.text).toContain('Now it is every ten minutes.');
  expect(answer?.conversationId).toBe(root?.conversationId);
  await desk.test.perform('bob', 'tickets.take', ticket.id);
  await desk.test.perform('alice', 'tickets.reply', ticket.id, { text: 'And my colleague has it too.' });
  await desk.drain();
  expect(desk.channel()).toHaveLength(2);
  expect(desk.chat('bob').map(({ text, card }) => `${text} ${wordsOn(card)}`).join()).toContain('And my colleague has it too.');
});

test('nobody is told what they did themselves', async () => {
  const ticket = await desk.test.report({}, 'bob');
  await desk.test.perform('bob', 'tickets.take', ticket.id);
  await desk.test.perform('bob', 'tickets.reply', ticket.id, { text: 'Note to myself.' });
  await desk.drain();
  expect(desk.chat('bob')).toEqual([]);
});

test('an order waits for the manager first, and reaches its group when she has approved it', async () => {
  const order = await desk.test.report({
    title: 'New laptop', categoryId: undefined, reach: undefined, work: undefined, offeringId: desk.test.offerings.laptop, answers: { model: 'light' },
  });
  await desk.drain();
  expect(desk.chat('fay')).toEqual([]);
  expect(buttonsOn(desk.chat('dora')[0]?.card)).toEqual(expect.arrayContaining(['Approve', 'Refuse']));
  await desk.test.perform('dora', 'tickets.approve', order.id);
  await desk.drain();
  expect(wordsOn(desk.chat('alice')[0]?.card)).toContain('Dora Diaz approved');
  expect(desk.chat('fay')).toHaveLength(1);
  expect(buttonsOn(desk.chat('dora')[0]?.card)).not.toContain('Approve');
});

test('notices are in the language of their reader', async () => {
  const ivy = desk.person('ivy');
  await ivy.installs();
  const ticket = await desk.test.report({}, 'ivy');
  await desk.test.perform('bob', 'tickets.take', ticket.id);
  await desk.test.perform('bob', 'tickets.reply', ticket.id, { text: 'Hallo!' });
  await desk.drain();
  expect(desk.chat('ivy').map(({ text }) => text)).toContain(`Bob Brown hat zu ${ticket.id} (VPN drops every hour) geantwortet:\nHallo!`);
});

test('a confidential ticket shows its channel nothing but number and state, before and after it was made so', async () => {
  const open = await desk.test.report();
  const secret = await desk.test.report({ title: 'Payroll leak', isRestricted: true });
  await desk.drain();
  await desk.test.perform('alice', 'tickets.reply', secret.id, { text: 'The leak is in March.' });
  await desk.test.perform('bob', 'tickets.restrict', open.id, { reason: 'Names in the log' });
  await desk.drain();
  const shown = desk.channel().map(({ card, text, summary }) => `${text} ${summary} ${wordsOn(card)}`).join('\n');
  expect(shown).toContain(secret.id);
  for (const word of ['Payroll', 'leak', 'March', 'VPN', 'Alice']) expect(shown).not.toContain(word);
});

test('somebody who may no longer read a ticket keeps no card that tells about it', async () => {
  const ticket = await desk.test.report();
  await desk.test.perform('bob', 'tickets.watch', ticket.id, { personId: desk.test.people.fay.id });
  await desk.drain();
  expect(wordsOn(desk.chat('fay')[0]?.card)).toContain('VPN drops');
  await desk.test.perform('bob', 'tickets.unwatch', ticket.id, { personId: desk.test.people.fay.id });
  await desk.test.perform('bob', 'tickets.restrict', ticket.id, { reason: 'Names in the log' });
  await desk.drain();
  expect(wordsOn(desk.chat('fay')[0]?.card)).not.toContain('VPN drops');
});
