// If this fails, a group cannot say where it wants its tickets, or the bot greets nobody, or everybody twice.
import { startBotDesk, GROUP_CHAT, NETWORK_CHANNEL, type BotDesk } from '../_support/bot-desk';
import { buttonsOn, wordsOn } from '../_support/teams-client';

let desk: BotDesk;
beforeEach(async () => (desk = await startBotDesk({ withoutChannel: true })));
afterEach(() => desk.close());

const say = async (who: 'alice' | 'bob' | 'carol' | 'erik', text: string): Promise<string> => {
  const { messages } = await desk.person(who).writes(text, { place: NETWORK_CHANNEL });
  return messages.map((message) => message.text ?? wordsOn(message.card)).join('\n');
};
const channelOf = (): string | undefined => desk.test.app.desk.directory.group(desk.test.groups.network.id)?.channel?.conversationId;

test('the lead connects the channel of the group, and its tickets are posted there', async () => {
  expect(await say('carol', 'connect Network')).toContain('Done');
  expect(channelOf()).toBe(NETWORK_CHANNEL.id);
  await desk.test.report();
  await desk.drain();
  expect(wordsOn(desk.channel().at(-1)?.card)).toContain('VPN drops every hour');
  expect(await say('carol', 'connect network')).toContain('already');
  expect(await say('carol', 'disconnect Network')).toContain('no longer');
  expect(channelOf()).toBeFalsy();
});

test('administrators may do it too, members and employees not', async () => {
  expect(await say('bob', 'connect Network')).toContain('Only the leads');
  expect(await say('alice', 'connect Network')).toContain('Only the leads');
  expect(channelOf()).toBeUndefined();
  expect(await say('erik', 'connect Network')).toContain('Done');
});

test('a group that does not exist is answered with those that do', async () => {
  expect(await say('carol', 'connect Netzwork')).toContain('You can connect: Network');
});

test('a report that begins with "connect" is a report', async () => {
  expect(await say('carol', 'connect to the printer fails since Monday')).toMatch(/connect to the printer fails since Monday/i);
  const { messages } = await desk.person('carol').writes('connect Network');
  expect(messages.map(({ text }) => text).join()).not.toContain('Done');
});

test('an installation is greeted once, in personal and in shared scope', async () => {
  await desk.person('alice').installs();
  expect(desk.chat('alice')).toHaveLength(1);
  expect(buttonsOn(desk.chat('alice')[0]?.card).length).toBeGreaterThan(0);
  await desk.person('carol').installs(NETWORK_CHANNEL);
  expect(desk.channel().map(({ text }) => text)).toEqual([expect.stringContaining('@Bellhop connect')]);
  await desk.person('alice').installs(GROUP_CHAT);
  expect(desk.connector.messages(GROUP_CHAT.id)).toHaveLength(1);
});

test('in a group chat the ticket of one is not the business of all', async () => {
  const { messages } = await desk.person('alice').writes('my VPN drops every hour', { place: GROUP_CHAT });
  const draft = messages[0];
  if (!draft) throw new Error('no draft');
  const { card } = await desk.person('alice').presses(draft, 'Create ticket');
  const id = /INC\d{7}/.exec(JSON.stringify(card))?.[0] ?? 'none';
  await desk.drain();
  expect(wordsOn(draft.card)).toContain(id);
  expect(wordsOn(draft.card)).not.toContain('VPN');
});

test('the first contact of somebody new makes them a person, with name and mail from Teams', async () => {
  const alice = desk.person('alice');
  const stranger = { id: '29:nora', name: 'N.', aadObjectId: 'aaaaaaaa-0000-4000-8000-000000000001' };
  desk.connector.open('a:nora', [{ ...stranger, name: 'Nora North', email: 'nora@contoso.example', userPrincipalName: 'nora@contoso.example' }]);
  await alice.send(alice.activity('message', { text: 'help', from: stranger, conversation: { id: 'a:nora', conversationType: 'personal' } }));
  expect(desk.test.app.desk.directory.personByObjectId(stranger.aadObjectId)).toMatchObject({ name: 'Nora North', mail: 'nora@contoso.example' });
});
