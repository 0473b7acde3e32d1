// If this fails, people who write to the bot or press its buttons lose what they wrote, do something twice, or see what is not theirs.
import { answerMessage, pressCard, type CardAnswer, type ChatDeps, type Message } from '../../../bot/chat';
import type { CardJson } from '../../../bot/cards';
import { allActions } from '../../../shared/app';
import type { TicketView } from '../../../shared/tickets';
import { actionTitles, buttonsOf, cardProblems, cardText, inputIds } from '../../_support/card-check';
import type { PersonKey } from '../../_support/people';
import { createTestApp, type TestApp } from '../../_support/test-app';

let office: TestApp;
let deps: ChatDeps;
let ids = 0;

beforeAll(async () => {
  office = await createTestApp();
  deps = { app: office.app, link: (target) => `https://bellhop.example/tab/#/${target}`, newId: () => `draft-${(ids += 1)}` };
});
afterAll(() => office.close());

const say = (who: PersonKey, text: string, more: Partial<Message> = {}) =>
  answerMessage(deps, { text, actor: office.actor(who, 'chat'), scope: 'personal', files: [], ...more });

/** The only card of an answer, checked against what Teams draws. */
async function cardOf(answer: ReturnType<typeof say>): Promise<CardJson> {
  const card = (await answer).find((message) => message.card)?.card;
  if (!card) throw new Error(`no card: ${JSON.stringify(await answer)}`);
  expect(cardProblems(card)).toEqual([]);
  return card;
}

const textOf = async (answer: ReturnType<typeof say>): Promise<string> => (await answer).map((message) => message.text ?? '').join('\n');

async function pressRaw(who: PersonKey, verb: string, data: unknown, scope: Message['scope'] = 'personal'): Promise<CardAnswer> {
  const answer = await pressCard(deps, { verb, data, actor: office.actor(who, 'card'), scope, ...(scope !== 'personal' && { viewerIds: ['29:me'] }) });
  if (answer.card) expect(cardProblems(answer.card)).toEqual([]);
  return answer;
}

/** Presses the button with this title, as a client does: its data, and the inputs it was asked to send. */
async function press(who: PersonKey, card: CardJson, title: string, inputs: object = {}, index = -1): Promise<CardAnswer> {
  const button = buttonsOf(card).filter((entry) => entry.title === title).at(index);
  if (!button) throw new Error(`no button ${title} among ${actionTitles(card).join(', ')}`);
  return pressRaw(who, button.verb, { ...button.data, ...inputs });
}

async function pressed(...args: Parameters<typeof press>): Promise<CardJson> {
  const answer = await press(...args);
  if (!answer.card) throw new Error(JSON.stringify(answer));
  return answer.card;
}

const open = async (id: string, who: PersonKey = 'carol') => {
  const opened = await office.app.open(id, office.actor(who));
  return 'record' in opened ? (opened.record as TicketView) : undefined;
};

/** What a client sends for a draft that nobody changed: the values that stand in its inputs. */
function filled(card: CardJson): Record<string, string> {
  const values: Record<string, string> = {};
  JSON.stringify(card, (_key, node: unknown) => {
    const { type, id, value } = (typeof node === 'object' && node !== null ? node : {}) as Record<string, unknown>;
    if (typeof type === 'string' && type.startsWith('Input.') && typeof value === 'string') values[String(id)] = value;
    return node;
  });
  return values;
}

const numberIn = (card: CardJson): string => /\b(?:INC|REQ)\d{7}\b/.exec(cardText(card))![0];
const count = () => office.app.desk.count('tickets');

async function upload(who: PersonKey, name = 'screenshot.png') {
  const stored = await office.app.uploads.store({ name, type: 'image/png', content: Buffer.from('png') }, office.actor(who));
  if ('refused' in stored) throw new Error('upload');
  return stored;
}

describe('from a sentence to a ticket', () => {
  test('one message and one press: the draft says what it understood, the card becomes the ticket', async () => {
    office.storage.takeCounts();
    const before = count();
    const draft = await cardOf(say('alice', 'VPN drops every hour, I cannot work at all'));
    const { get, range, commit } = office.storage.takeCounts();
    expect([get.calls, range.calls, commit.calls]).toEqual([0, 0, 0]);
    expect(count()).toBe(before);
    for (const text of ['VPN drops every hour', 'Network', 'This may help right away', 'VPN drops every hour: set the reconnect option']) expect(cardText(draft)).toContain(text);
    const answer = await press('alice', draft, 'Create ticket', filled(draft));
    expect(answer.cardOf).toEqual({ recordId: expect.stringMatching(/^INC/) as string, audience: 'requester' });
    const ticket = (await open(answer.cardOf!.recordId))!;
    expect(ticket).toMatchObject({ title: 'VPN drops every hour, I cannot work at all', state: 'new', requesterName: 'Alice Adams', groupName: 'Network', channel: 'card', work: 'stopped' });
    expect(cardText(answer.card!)).toContain(`Your ticket is ${ticket.id}`);
  });

  test('pressing twice, even at the same time, creates one ticket', async () => {
    const draft = await cardOf(say('alice', 'My keyboard has no letter E'));
    const before = count();
    const inputs = filled(draft);
    const answers = await Promise.all([press('alice', draft, 'Create ticket', inputs), press('alice', draft, 'Create ticket', inputs), press('alice', draft, 'Create ticket', inputs)]);
    expect(new Set(answers.map((answer) => answer.cardOf?.recordId)).size).toBe(1);
    expect(count()).toBe(before + 1);
    expect(cardText((await pressed('alice', draft, 'Create ticket', inputs)))).toContain('already');
  });

  test('everything in the draft can be changed', async () => {
    const draft = await cardOf(say('alice', 'The Wi-Fi is slow'));
    const card = await pressed('alice', draft, 'Create ticket', {
      'report.title': 'Wi-Fi in Berlin is slow', 'report.description': 'Third floor', 'report.kind': 'request', 'report.reach': 'site', 'report.work': 'stopped', 'report.categoryId': office.categories.laptop,
    });
    expect(await open(numberIn(card), 'fay')).toMatchObject({ title: 'Wi-Fi in Berlin is slow', description: 'Third floor', kind: 'request', priority: 'P1', category: 'Hardware › Laptop', groupName: 'Service Desk' });
  });

  test('what is wrong with the draft stands on the draft, and nothing typed is lost', async () => {
    const draft = await cardOf(say('alice', 'The Wi-Fi is slow'));
    const card = await pressed('alice', draft, 'Create ticket', { ...filled(draft), 'report.title': 'no', 'report.description': 'Third floor' });
    expect(cardText(card)).toMatch(/Title: This is too short/);
    expect(cardText(card)).toContain('Third floor');
    await pressed('alice', card, 'Create ticket', { ...filled(card), 'report.title': 'Slow Wi-Fi' });
  });

  test('an article that solves it makes a ticket unnecessary, and the way back is open', async () => {
    const before = count();
    const draft = await cardOf(say('alice', 'VPN drops every hour'));
    const solved = await pressed('alice', draft, 'This solved it', filled(draft));
    expect(cardText(solved)).toContain('No ticket was created');
    const again = await pressed('alice', solved, 'I still need help');
    expect(filled(again)['report.title']).toBe('VPN drops every hour');
    const cancelled = await pressed('alice', again, 'Cancel', filled(again));
    expect(cardText(cancelled)).toContain('No ticket was created');
    expect(count()).toBe(before);
  });

  test('screenshots land on the ticket', async () => {
    const file = await upload('alice');
    const draft = await cardOf(say('alice', 'The screen flickers', { files: [file] }));
    expect(cardText(draft)).toContain('screenshot.png');
    const preview = await pressed('alice', draft, 'Update preview', filled(draft));
    expect(cardText(preview)).toContain('screenshot.png');
    const card = await pressed('alice', preview, 'Create ticket', filled(preview));
    expect((await open(numberIn(card), 'fay'))!.attachments.map((entry) => entry.name)).toEqual(['screenshot.png']);
  });

  test('a screenshot without a word can go to a ticket that is there already', async () => {
    const ticket = await office.report({ title: 'Screen is dark' });
    const draft = await cardOf(say('alice', '', { files: [await upload('alice')] }));
    const row = buttonsOf(draft).find(({ verb, data }) => verb === 'tickets.reply' && data.id === ticket.id)!;
    const answer = await pressRaw('alice', row.verb, { ...row.data, ...filled(draft) });
    expect(cardText(answer.card!)).toContain('The file is on');
    expect((await open(ticket.id))!.attachments).toHaveLength(1);
  });

  test('a text that belongs to an older ticket goes there, once', async () => {
    const ticket = await office.report({ title: 'Mouse is dead' });
    const draft = await cardOf(say('alice', 'The mouse is still dead after a new battery'));
    const row = buttonsOf(draft).find(({ verb, data }) => verb === 'tickets.reply' && data.id === ticket.id)!;
    await pressRaw('alice', row.verb, { ...row.data, ...filled(draft) });
    await pressRaw('alice', row.verb, { ...row.data, ...filled(draft) });
    expect((await open(ticket.id))!.timeline.filter((entry) => entry.kind === 'message')).toHaveLength(1);
  });

  test.each([[8_000, 0], [19_000, 0], [40_000, 1]])('a text of %d characters arrives whole', async (length, attachments) => {
    const text = `The build is broken. ${'Line with details äöü. '.repeat(length / 20)}`.slice(0, length).trim();
    const draft = await cardOf(say('alice', text));
    const card = await pressed('alice', draft, 'Create ticket', filled(draft));
    const ticket = (await open(numberIn(card), 'fay'))!;
    expect(ticket.title).toBe('The build is broken');
    expect(ticket.attachments).toHaveLength(attachments);
    if (attachments === 0) expect(ticket.description).toBe(text);
    else expect(await office.app.uploads.read(ticket.attachments[0]!.id)).toEqual(Buffer.from(text));
  });

  test('a catalog item is ordered in the chat, with its own form', async () => {
    const draft = await cardOf(say('alice', 'I need a new laptop'));
    const order = await pressed('alice', draft, 'Order: New laptop', filled(draft));
    expect(inputIds(order)).toEqual(['answers.model', 'answers.reason', 'report.neededBy']);
    const incomplete = await pressed('alice', order, 'Order', { 'answers.reason': 'Mine is old' });
    expect(cardText(incomplete)).toMatch(/Please fill this in/);
    expect(cardText(incomplete)).toContain('Mine is old');
    const card = await pressed('alice', incomplete, 'Order', { 'answers.model': 'strong', 'answers.reason': 'Mine is old', 'report.neededBy': '2026-04-01' });
    expect(await open(numberIn(card), 'fay')).toMatchObject({ kind: 'request', state: 'awaitingApproval', offeringName: 'New laptop', neededBy: '2026-04-01', answers: [{ value: 'Strong' }, { value: 'Mine is old' }] });
  });

  test('somebody else cannot create a draft that stands in a channel, and a payload cannot name another requester', async () => {
    const draft = await cardOf(say('alice', 'The printer on floor 2 is jammed', { scope: 'channel', viewerIds: ['29:alice'] }));
    const before = count();
    expect(await press('ivy', draft, 'Create ticket', filled(draft))).toEqual({ message: expect.stringContaining('Nur wer das geschrieben hat') as string });
    expect(count()).toBe(before);
    const forged = { ...filled(draft), requesterId: office.people.dora.id, reporterId: office.people.dora.id, 'report.requesterId': office.people.dora.id };
    const card = await pressed('alice', draft, 'Create ticket', forged);
    expect(await open(numberIn(card), 'fay')).toMatchObject({ requesterName: 'Alice Adams' });
  });

  test('where others read along, a draft names no tickets of its author', async () => {
    await office.report({ title: 'VPN secret project' });
    const personal = JSON.stringify(await cardOf(say('alice', 'VPN secret project drops')));
    const channel = JSON.stringify(await cardOf(say('alice', 'VPN secret project drops', { scope: 'channel' })));
    expect(personal).toMatch(/INC\d{7}/);
    expect(channel).not.toMatch(/INC\d{7}/);
  });
});

describe('small talk, help and lists', () => {
  test.each<[string, string]>([['hi', 'Hello Alice'], ['help', 'What I can do for you'], ['...', 'I did not understand that'], ['hlep', 'Did you mean “help”?']])('%s', async (text, expected) => {
    expect(cardText(await cardOf(say('alice', text)))).toContain(expected);
  });

  test('thanks and ok are answered without a card, and nothing makes a ticket by itself', async () => {
    const before = count();
    expect(await textOf(say('alice', 'thank you'))).toBe('You are welcome. Write to me whenever you need something.');
    expect(await textOf(say('ivy', 'danke'))).toBe('Gern. Schreib mir, wenn du etwas brauchst.');
    for (const text of ['ok', '👍', 'hi', 'INC9999999', 'tkae INC1', 'new', 'search', 'take']) await say('bob', text);
    expect(count()).toBe(before);
  });

  test('my tickets, the queue and one ticket; an employee has no queue', async () => {
    const ticket = await office.report({ title: 'Headset is broken' });
    const mine = await cardOf(say('alice', 'my tickets'));
    expect(cardText(mine)).toContain('Headset is broken');
    expect(cardText(await pressed('alice', mine, 'Show', {}, 0))).toContain(numberIn(mine));
    expect(cardText(await cardOf(say('ivy', 'meine Tickets')))).toContain('Du hast keine offenen Tickets');
    expect(cardText(await cardOf(say('alice', 'queue')))).toContain('The queue is for agents');
    const queue = await cardOf(say('bob', 'queue'));
    expect(cardText(queue)).toContain('Not taken yet in your groups');
    const taken = await pressed('bob', queue, 'Take', {}, 0);
    expect(cardText(taken)).toContain('is yours now');
    expect(cardText(taken)).toContain('Assigned to you (');
    const [message] = await say('alice', ticket.id.toLowerCase());
    expect(message).toMatchObject({ cardOf: { recordId: ticket.id, audience: 'requester' } });
  });

  test('what ended lately is shown when nothing is open', async () => {
    const ticket = await office.report({ title: 'Fay needs a cable' }, 'fay');
    await office.perform('fay', 'tickets.cancel', ticket.id, { reason: 'withdrawn' });
    const card = cardText(await cardOf(say('fay', 'my tickets')));
    expect(card).toContain('Lately ended');
    expect(card).toContain('Fay needs a cable');
  });

  test('search finds articles for their readers', async () => {
    expect(cardText(await cardOf(say('bob', 'search VPN')))).toContain('Runbook');
    const employee = await cardOf(say('ivy', 'suche VPN'));
    expect(cardText(employee)).not.toContain('Runbook');
    expect(cardText(await pressed('ivy', employee, 'Zeigen', {}, 0))).toContain('Reconnect');
    expect(await pressRaw('ivy', 'card.showArticle', { id: office.articles.runbook })).toEqual({ message: 'Diesen Artikel gibt es nicht mehr.' });
    expect(cardText(await cardOf(say('alice', 'search unicorns')))).toContain('I found nothing');
  });

  test('decisions that wait are listed', async () => {
    const { id } = await office.report({ offeringId: office.offerings.laptop, answers: { model: 'light' }, title: 'Laptop for Alice' });
    const card = await cardOf(say('dora', 'approvals'));
    expect(cardText(card)).toContain('Laptop for Alice');
    const [message] = await say('dora', id);
    expect(message).toMatchObject({ cardOf: { audience: 'approver' } });
    const approved = await pressed('dora', message!.card!, 'Approve');
    expect(cardText(approved)).toContain(`You approved ${id}`);
  });

  test('the language is that of the reader, else of their Teams', async () => {
    expect(cardText(await cardOf(say('ivy', 'help')))).toContain('Was ich für dich tun kann');
    expect(cardText(await cardOf(say('alice', 'Hilfe', { locale: 'de-DE' })))).toContain('What I can do for you');
    const stranger = { ...office.actor('alice'), id: 'PER0009999' };
    expect(cardText(await cardOf(say('alice', 'help', { actor: stranger, locale: 'de-DE' })))).toContain('Was ich für dich tun kann');
  });
});

describe('commands of agents', () => {
  test('take, note, reply, assign and resolve in words', async () => {
    const { id } = await office.report();
    expect(cardText(await cardOf(say('bob', `take ${id}`)))).toContain(`${id} is yours now`);
    expect(cardText(await cardOf(say('bob', `note ${id} Cable was loose`)))).toContain('Only agents see it');
    await say('bob', `reply ${id} Please restart\nand tell me`);
    await say('bob', `assign ${id} to carol`);
    expect(await open(id)).toMatchObject({ assigneeName: 'Carol Clark' });
    expect(cardText(await cardOf(say('carol', `resolve ${id} fixed Replaced the cable`)))).toContain('The requester is asked whether it works');
    const ticket = (await open(id))!;
    expect(ticket).toMatchObject({ state: 'resolved', resolution: { code: 'fixed', notes: 'Replaced the cable' } });
    expect(ticket.timeline.filter((entry) => entry.kind !== 'change').map((entry) => [entry.kind, entry.text])).toEqual([['note', 'Cable was loose'], ['message', 'Please restart\nand tell me']]);
    const german = await office.report();
    await say('bob', `${german.id} übernehmen`);
    await say('bob', `löse ${german.id} Behoben: Kabel getauscht`);
    expect(await open(german.id)).toMatchObject({ state: 'resolved', resolution: { code: 'fixed', notes: 'Kabel getauscht' } });
  });

  test('what is missing is asked for in a form; a form in steps', async () => {
    const { id } = await office.report();
    await say('bob', `take ${id}`);
    const form = await cardOf(say('bob', `resolve ${id}`));
    expect(inputIds(form)).toEqual(['resolve.code', 'resolve.notes']);
    const hold = await cardOf(say('bob', `hold ${id}`));
    const second = await pressed('bob', hold, 'Next', { 'putOnHold.reason': 'vendor' });
    const held = await pressed('bob', second, 'Put on hold', { 'putOnHold.supplier': 'Lines Ltd', 'putOnHold.reference': 'C-7', 'putOnHold.followUpAt.date': '2026-03-05', 'putOnHold.followUpAt.time': '10:00' });
    expect(cardText(held)).toContain('is on hold');
    expect((await open(id))!.hold).toMatchObject({ reason: 'vendor', supplier: 'Lines Ltd', reference: 'C-7', followUpAt: '2026-03-05T09:00:00.000Z' });
  });

  test('assigning to a group, to somebody of another group, to nobody known', async () => {
    const { id } = await office.report();
    await say('bob', `assign ${id} to Service Desk: not a network thing`);
    expect(await open(id)).toMatchObject({ groupName: 'Service Desk' });
    const card = await cardOf(say('fay', `assign ${id} to Zaphod`));
    expect(cardText(card)).toContain('I found nobody and no group called “Zaphod”');
    await say('fay', `assign ${id} to me`);
    expect(await open(id)).toMatchObject({ assigneeName: 'Fay Fischer' });
    const reason = await cardOf(say('fay', `weise ${id} Carol zu`));
    expect(cardText(reason)).toContain('Say why the ticket moves to another group');
    expect(filled(reason)).toMatchObject({ 'assign.groupId': office.groups.network.id });
    await pressed('fay', reason, 'Assign', { ...filled(reason), 'assign.reason': 'It is the network after all' });
    expect(await open(id)).toMatchObject({ assigneeName: 'Carol Clark', groupName: 'Network' });
  });

  test('an employee cannot do what only agents may, and sees why', async () => {
    const { id } = await office.report();
    expect(cardText(await cardOf(say('alice', `take ${id}`)))).toContain('You cannot do this now');
    expect(await open(id)).toMatchObject({ state: 'new' });
  });

  test('a number that is not there and one that is not for this reader look the same', async () => {
    const hidden = await office.report({ isRestricted: true, title: 'Stolen laptop' });
    for (const text of ['%', 'take %', 'reply % hello', 'what about %?', '% any news?', 'status %']) {
      const answers = await Promise.all([hidden.id, 'INC9999999'].map(async (id) => (await textOf(say('ivy', text.replace('%', id)))).replace(id, '')));
      expect(answers[0]).toContain('Das haben wir nicht gefunden');
      expect(answers[0]).toBe(answers[1]);
    }
    for (const verb of ['card.showTicket', 'card.refresh', 'card.showForm', 'tickets.take', 'tickets.reply']) {
      const answer = await pressRaw('ivy', verb, { id: hidden.id, version: hidden.version, text: 'x', card: { view: 'triage', action: 'tickets.take' } });
      expect(answer).toEqual({ message: expect.stringContaining('Das haben wir nicht gefunden') as string });
    }
  });
});

describe('in the thread of a ticket', () => {
  test('a message lands on the ticket, once, with its files, and resumes what waits for the requester', async () => {
    const { id } = await office.report();
    await office.perform('bob', 'tickets.take', id);
    await office.perform('bob', 'tickets.putOnHold', id, { reason: 'requester', comment: 'Which office?', followUpAt: '2026-03-09T09:00:00Z' });
    const file = await upload('alice', 'desk.png');
    const message = { threadRecordId: id, files: [file], key: 'activity-1', scope: 'groupChat' as const };
    expect(await textOf(say('alice', 'Berlin, see the picture', message))).toBe(`Your message is on ${id}.`);
    await say('alice', 'Berlin, see the picture', message);
    const ticket = (await open(id))!;
    expect(ticket.state).toBe('inProgress');
    expect(ticket.timeline.filter((entry) => entry.text === 'Berlin, see the picture')).toHaveLength(1);
    expect(ticket.attachments.map((entry) => entry.name)).toEqual(['desk.png']);
    expect(await textOf(say('alice', '', { threadRecordId: id, files: [await upload('alice', 'second.png')] }))).toContain('The file is on');
    expect((await open(id))!.attachments).toHaveLength(2);
  });

  test('agents command without the number; a slip is never sent to the requester', async () => {
    const { id } = await office.report();
    const here = { threadRecordId: id, scope: 'channel' as const };
    expect(await textOf(say('bob', 'take', here))).toBe(`${id} is yours now.`);
    await say('bob', 'note customer is on leave', here);
    expect(await textOf(say('bob', 'ntoe customer is angry', here))).toContain('Nothing was sent');
    await say('bob', 'Please restart the client', here);
    await say('alice', 'solved', { threadRecordId: id });
    await say('bob', 'resolve fixed Restarted the gateway', here);
    const ticket = (await open(id))!;
    expect(ticket.state).toBe('resolved');
    expect(ticket.timeline.filter((entry) => entry.kind !== 'change').map((entry) => [entry.kind, entry.text])).toEqual([['note', 'customer is on leave'], ['message', 'Please restart the client'], ['message', 'solved']]);
  });

  test('an ended ticket gets a follow-up that is linked', async () => {
    const { id } = await office.report();
    await office.perform('alice', 'tickets.cancel', id, { reason: 'withdrawn' });
    const answer = say('alice', 'It happens again', { threadRecordId: id });
    expect(await textOf(answer)).toContain('This ticket has ended');
    const draft = await cardOf(answer);
    const card = await pressed('alice', draft, 'Create ticket', filled(draft));
    expect((await open(numberIn(card), 'fay'))!.links).toMatchObject([{ relation: 'followUpOf', id }]);
  });

  test('whoever may not read the ticket cannot write on it', async () => {
    const { id, version } = await office.report({ isRestricted: true });
    expect(await textOf(say('ivy', 'Let me in', { threadRecordId: id }))).toContain('Das haben wir nicht gefunden');
    expect(await open(id)).toMatchObject({ version });
  });
});

describe('presses', () => {
  test('a stale press does nothing: the card shows who was faster, and how it is now', async () => {
    const { id, version } = await office.report();
    await office.perform('carol', 'tickets.take', id);
    const answer = await pressRaw('bob', 'tickets.take', { id, version, card: { view: 'triage' } });
    expect(cardText(answer.card!)).toContain('Carol Clark changed this');
    expect(cardText(answer.card!)).toContain('Carol Clark (Network) is working on it');
    expect(await open(id)).toMatchObject({ assigneeName: 'Carol Clark' });
  });

  test('a replayed press has no second effect and is no error', async () => {
    const { id, version } = await office.report();
    const data = { id, version, card: { view: 'requester' }, 'reply.text': 'Any news?' };
    await pressRaw('alice', 'tickets.reply', data);
    const again = await pressRaw('alice', 'tickets.reply', data);
    expect(cardText(again.card!)).toContain('That was done already');
    expect((await open(id))!.timeline.filter((entry) => entry.kind === 'message')).toHaveLength(1);
    const took = { id, version: version + 1, card: { view: 'agent' } };
    await pressRaw('bob', 'tickets.take', took);
    expect(cardText((await pressRaw('bob', 'tickets.take', took)).card!)).toContain('That was done already');
  });

  test('what was typed comes back when it could not be done', async () => {
    const { id, version } = await office.report();
    await office.perform('bob', 'tickets.take', id);
    const stale = await pressRaw('bob', 'tickets.resolve', { id, version, 'resolve.code': 'fixed', 'resolve.notes': 'Long and careful notes', card: { view: 'agent' } });
    expect(cardText(stale.card!)).toContain('Bob Brown changed this');
    expect(filled(stale.card!)).toEqual({ 'resolve.code': 'fixed', 'resolve.notes': 'Long and careful notes' });
    expect(cardText((await press('bob', stale.card!, 'Resolve', filled(stale.card!))).card!)).toContain('is resolved');
    const closed = await office.perform('alice', 'tickets.close', id);
    const late = await pressRaw('alice', 'tickets.reply', { id, version: closed.version, 'reply.text': 'One more thing', card: { view: 'requester' } });
    expect(cardText(late.card!)).toContain('What you wrote: One more thing');
    const huge = await pressRaw('bob', 'tickets.addNote', { id, version: closed.version, 'addNote.text': 'x'.repeat(21_000) });
    expect(huge).toEqual({ message: expect.stringContaining('too long') as string });
  });

  test('accept, rate and reopen from the card', async () => {
    const { id } = await office.report();
    await office.perform('bob', 'tickets.take', id);
    await office.perform('bob', 'tickets.resolve', id, { code: 'fixed', notes: 'Done' });
    const [message] = await say('alice', id);
    const reopened = await pressed('alice', message!.card!, 'Reopen', { 'reopen.reason': 'Still drops' });
    expect(cardText(reopened)).toContain('is open again');
    await office.perform('bob', 'tickets.resolve', id, { code: 'fixed', notes: 'Done again' });
    const [again] = await say('alice', id);
    const closed = await pressed('alice', again!.card!, 'It works');
    expect(inputIds(closed)).toEqual(['rate.stars', 'rate.comment']);
    const rated = await pressed('alice', closed, 'Send', { 'rate.stars': '5', 'rate.comment': 'Great' });
    expect(cardText(rated)).toContain('★★★★★');
    expect(await open(id)).toMatchObject({ state: 'closed', rating: { stars: 5, comment: 'Great' } });
  });

  test('the form of an action opens with what is there, and goes back', async () => {
    const { id } = await office.report();
    const [message] = await say('alice', id);
    const form = await pressed('alice', message!.card!, 'Edit');
    expect(filled(form)).toMatchObject({ 'edit.title': 'VPN drops every hour', 'edit.description': 'It started this morning.' });
    expect(actionTitles(await pressed('alice', form, 'Back'))).toContain('Withdraw');
    const edited = await pressed('alice', form, 'Edit', { ...filled(form), 'edit.title': 'VPN drops twice an hour' });
    expect(cardText(edited)).toContain('VPN drops twice an hour');
    await pressed('alice', edited, 'Withdraw', {}, -1);
    expect(await open(id)).toMatchObject({ state: 'cancelled' });
  });

  test('in a channel the pressing agent gets buttons, and the card goes on asking for their view', async () => {
    const { id } = await office.report();
    const answer = await pressRaw('bob', 'card.refresh', { id, card: { view: 'triage' } }, 'channel');
    expect(actionTitles(answer.card!)).toContain('Take');
    expect(answer.card!.refresh).toMatchObject({ userIds: ['29:me'], action: { verb: 'card.refresh', data: { id } } });
    expect(answer.cardOf).toEqual({ recordId: id, audience: 'triage' });
  });

  test('where others read along, tickets and lists are shown only to whoever presses', async () => {
    const { id } = await office.report({ title: 'Private matter' });
    for (const text of [id, 'my tickets', 'approvals', `status ${id}`, `reopen ${id}`]) {
      expect(JSON.stringify(await say('alice', text, { scope: 'channel', viewerIds: ['29:alice'] }))).not.toContain('Private matter');
    }
    const list = await cardOf(say('alice', 'my tickets', { scope: 'groupChat' }));
    expect(cardText(await pressed('alice', list, 'Show'))).toContain('Private matter');
    expect(JSON.stringify(await cardOf(say('bob', 'search private matter', { scope: 'channel' })))).not.toContain(id);
  });

  test.each<[string, unknown]>([
    ['tickets.take', undefined], ['tickets.take', 'text'], ['tickets.take', []], ['tickets.take', { id: 7 }], ['tickets.take', { id: "INC0000001' or 1=1", version: 1 }], ['tickets.take', { id: '../../x', version: 1 }],
    ['tickets.fly', { id: 'INC0000001' }], ['constructor', {}], ['__proto__', {}], ['card.showForm', { id: 'INC0000001', card: { action: 'constructor' } }], ['card.refresh', { id: {} }], ['card.showDraft', {}],
    ['tickets.report', {}], ['tickets.report', { card: { draft: '../x', by: 'PER0000001' } }], ['card.showOrder', { card: { draft: 'd', by: 'x', offering: 'OFR0000001' } }], ['', null], ['card.showArticle', { id: ['ART0000001'] }],
    ['tickets.importCase', { id: 'INC0000001', version: 1 }],
  ])('odd data is refused in words: %s %j', async (verb, data) => {
    const before = count();
    const answer = await pressRaw('ivy', verb, data);
    expect('message' in answer && answer.message.length > 10 && !answer.message.includes('{')).toBe(true);
    expect(count()).toBe(before);
  });

  test('forged file and text ids of a draft do not reach other people\'s uploads', async () => {
    const secret = await upload('dora', 'salaries.xlsx');
    const draft = await cardOf(say('alice', 'My chair squeaks'));
    const button = buttonsOf(draft).find(({ verb }) => verb === 'tickets.report')!;
    for (const card of [{ files: [secret.id] }, { longTextId: secret.id }]) {
      const answer = await pressRaw('alice', button.verb, { ...button.data, card: { ...(button.data.card as object), ...card }, ...filled(draft) });
      expect(JSON.stringify(answer)).not.toContain('salaries');
      expect(answer.cardOf).toBeUndefined();
    }
    await expect(pressRaw('alice', button.verb, { ...button.data, card: { ...(button.data.card as object), longTextId: '../../etc' }, ...filled(draft) })).resolves.toBeDefined();
  });

  test('what people write cannot become a link or a button on somebody else\'s card', async () => {
    const { id } = await office.report({ title: '[Approve](https://evil.example)', description: '**Press** <a href="https://evil.example">here</a>' });
    const [message] = await say('bob', id);
    const urls = JSON.stringify(message!.card).match(/"url":"[^"]*"/g) ?? [];
    expect(urls.every((url) => url.includes('bellhop.example'))).toBe(true);
    expect(cardText(message!.card!)).toContain('[Approve](https://evil.example)');
  });

  test('every internal action stays out of reach', async () => {
    for (const action of allActions().filter((entry) => entry.internal)) {
      expect(await pressRaw('erik', action.name, { id: 'INC0000001', version: 1 })).toEqual({ message: expect.stringContaining('does not work any more') as string });
    }
  });
});
