// If this fails, somebody in Teams who asks why a ticket is due then gets nothing, or a whole channel reads what one person asked for.
import { NETWORK_CHANNEL, startBotDesk, type BotDesk } from '../_support/bot-desk';
import type { BotMessage } from '../_support/fake-connector';
import { buttonsOn, wordsOn } from '../_support/teams-client';

let desk: BotDesk;
let id: string;

beforeAll(async () => {
  desk = await startBotDesk();
  ({ id } = await desk.test.report({}));
  await desk.drain();
});
afterAll(() => desk.close());

test('the requester asks in their own chat, in words', async () => {
  const { status, messages } = await desk.person('alice').writes(`Why is ${id} due then?`);
  expect(status).toBe(200);
  expect(messages).toHaveLength(1);
  expect(wordsOn(messages[0]?.card)).toContain('We answer within 8 hours.');
});

test('an agent presses on the channel card and gets the answer alone; the card stays as it is for everybody else', async () => {
  const triage = desk.channel()[0] as BotMessage;
  const before = JSON.stringify(triage.card);
  const { status, card } = await desk.person('bob').presses(triage, 'Why due then?');
  expect(status).toBe(200);
  expect(wordsOn(card)).toContain('First response within 8 hours for P4 Low');
  expect(buttonsOn(card)).toEqual(['Back to the ticket', 'All of it in the tab']);
  await desk.drain();
  expect(JSON.stringify((desk.channel()[0] as BotMessage).card)).toBe(before);
  expect(desk.channel()).toHaveLength(1);
});

test('asked in a channel, the answer names nothing until somebody presses', async () => {
  const { messages } = await desk.person('bob').writes(`why is ${id} due then`, { place: NETWORK_CHANNEL });
  expect(wordsOn(messages.at(-1)?.card)).not.toContain('within 8 hours');
  const { card } = await desk.person('bob').presses(messages.at(-1) as BotMessage, 'Show');
  expect(wordsOn(card)).toContain('within 8 hours');
});
