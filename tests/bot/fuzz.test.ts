// If this fails, somebody brings the bot down with an odd activity, learns how it is built, or sees what they must not.
//
// BELLHOP_FUZZ=20000 tries so many; BELLHOP_SEED=7 tries others.
import { verifyStore } from '../../shared/app';
import { NETWORK_CHANNEL, startBotDesk, type BotDesk } from '../_support/bot-desk';
import { brokenText, hostileValue, leaksIn, mutated } from '../_support/hostile';
import { randomFrom, type Random } from '../_support/random';
import { chatOf, opensADialog, pressable, type TeamsKey } from '../_support/teams-client';
import type { Json } from '../_support/fake-connector';

const INPUTS = Number(process.env.BELLHOP_FUZZ ?? 200);
const PER_DESK = 200;
const SECRET = 'Kassandra-Komplex-4711';
const BUG_LEVEL = 50;
const PEOPLE = ['alice', 'bob', 'carol', 'ivy'] as const satisfies readonly TeamsKey[];

const INVOKES = ['adaptiveCard/action', 'composeExtension/query', 'composeExtension/queryLink', 'composeExtension/fetchTask', 'composeExtension/submitAction', 'task/fetch', 'task/submit', 'signin/verifyState', 'fileConsent/invoke', 'message/submitAction'] as const;

/** An activity as Teams sends it: words, a press on a card that stands somewhere, an invoke, an installation. */
function activityOf(desk: BotDesk, who: (typeof PEOPLE)[number], random: Random): Json {
  const person = desk.person(who);
  const cards = [...desk.chat('alice'), ...desk.chat('bob'), ...desk.chat('carol'), ...desk.channel()].filter(({ card }) => card);
  const message = cards.length > 0 ? random.pick(cards) : undefined;
  const buttons = message ? pressable(message.card).filter(({ action }) => action.type === 'Action.Execute' || action.type === 'Action.Submit') : [];
  const button = buttons.length > 0 ? random.pick(buttons) : undefined;
  const answers = (): Json => Object.fromEntries((button?.inputs ?? []).map(({ id }) => [id, random.once(3) ? hostileValue(random) : 'It works']));
  if (button && message && random.once(2)) {
    const data = { ...button.action.data, ...answers() };
    if (opensADialog(button)) return person.activity('invoke', { name: 'task/fetch', replyToId: message.id, value: { data } });
    return person.activity('invoke', { name: 'adaptiveCard/action', replyToId: message.id, value: { action: { type: 'Action.Execute', verb: button.action.verb, data } } });
  }
  if (random.once(3)) return person.activity('invoke', { name: random.pick(INVOKES), value: { commandId: 'createTicket', data: button?.action.data ?? {}, parameters: [{ name: 'q', value: 'vpn' }], url: 'https://bellhop.contoso.example/#/tickets/INC0000001' } });
  if (random.once(8)) return person.activity('conversationUpdate', { membersAdded: [{ id: '28:bellhop' }] });
  return person.activity('message', { text: random.pick(['My VPN drops every hour', 'status INC0000002', 'INC0000002', 'help', 'my tickets', 'I am away until Friday', 'approve', 'order laptop', 'stop watching INC0000001', String(JSON.stringify(hostileValue(random))).slice(0, 30_000)]) });
}

test('whatever is sent to the bot is answered, says nothing about its inside, and leaves the store whole', async () => {
  const random = randomFrom(Number(process.env.BELLHOP_SEED ?? 1));
  const problems: string[] = [];
  const statuses = new Map<number, number>();
  for (let tried = 0; tried < INPUTS && problems.length === 0; tried += PER_DESK) {
    const desk = await startBotDesk();
    try {
      problems.push(...(await attack(desk, random, Math.min(PER_DESK, INPUTS - tried), statuses)));
    } finally {
      await desk.close();
    }
    if (INPUTS > PER_DESK) process.stderr.write(`tried ${tried + PER_DESK}: ${JSON.stringify(Object.fromEntries(statuses))}\n`);
  }
  expect(problems).toEqual([]);
  expect(statuses.get(200) ?? 0).toBeGreaterThan(INPUTS / 10);
}, 7_200_000);

async function attack(desk: BotDesk, random: Random, count: number, statuses: Map<number, number>): Promise<readonly string[]> {
  await desk.test.report();
  const hidden = await desk.test.report({ title: `Complaint ${SECRET}`, description: SECRET, isRestricted: true }, 'dora');
  await desk.drain();
  const problems: string[] = [];
  for (let index = 0; index < count && problems.length === 0; index += 1) {
    const who = random.pick(PEOPLE);
    const real = activityOf(desk, who, random);
    const sent = random.once(4) ? real : { ...mutated(real, random), ...(random.once(2) && { type: real.type, from: real.from, conversation: real.conversation, serviceUrl: real.serviceUrl, channelId: real.channelId }) };
    const text = JSON.stringify(sent);
    const body = random.once(20) ? brokenText(text, random) : text;
    const before = desk.connector.requests.length;
    const response = await fetch(`${desk.server.url}/api/messages`, { method: 'POST', headers: { 'content-type': 'application/json' }, body: body as BodyInit, signal: AbortSignal.timeout(20_000) });
    const answer = await response.text();
    // Others are told something all the while.
    const places = [encodeURIComponent(chatOf(who).id), encodeURIComponent(NETWORK_CHANNEL.id)];
    const posted = desk.connector.requests.slice(before).filter(({ path }) => places.some((place) => path.includes(place)));
    const told = [answer, ...posted.map((request) => JSON.stringify(request.body ?? ''))].join('\n');
    statuses.set(response.status, (statuses.get(response.status) ?? 0) + 1);
    const what = `${who} ${text.slice(0, 900)}`;
    if (response.status >= 500 && response.status !== 501 && response.status !== 503) problems.push(`${response.status} ${what} -> ${told.slice(0, 300)}`);
    const isOutsider = who === 'alice' || who === 'ivy';
    const leaks = leaksIn(told, isOutsider ? [SECRET] : []).filter((leak) => !text.includes(leak));
    if (leaks.length > 0) problems.push(`told ${leaks.join()} to ${what}`);
    if (index % 50 === 0) await desk.drain();
  }
  // Teams saying no to a message that is not there is no bug.
  const bugs = desk.server.logLines.filter((line) => {
    const { level, err } = JSON.parse(line) as { level: number; err?: { type?: string } };
    return level >= BUG_LEVEL && !['SendError', 'RestError'].includes(err?.type ?? '');
  });
  const { problems: stored } = await verifyStore(desk.test.app.storage, desk.test.tenant);
  const isStillHidden = 'refused' in (await desk.test.app.open(hidden.id, desk.test.actor('alice')));
  return [...problems, ...bugs.slice(0, 3), ...stored.slice(0, 3).map((problem) => JSON.stringify(problem)), ...(isStillHidden ? [] : ['the confidential ticket is open to others'])];
}
