// If this fails, the bot does not answer what people ask, or shows in a chat what is not for its reader.
import { cardText, inputIds } from '../../_support/card-check';
import { cardOf, filled, numberIn, textOf, openOffice, type Office } from './office';

let here: Office;

beforeAll(async () => {
  here = await openOffice();
});
afterAll(() => here.app.close());

describe('small talk, help and lists', () => {
  test.each<[string, string]>([['hi', 'Hello Alice'], ['help', 'What I can do for you'], ['...', 'I did not understand that'], ['hlep', 'Did you mean “help”?']])('%s', async (text, expected) => {
    expect(cardText(await cardOf(here.say('alice', text)))).toContain(expected);
  });

  test('thanks and ok are answered without a card, and nothing makes a ticket by itself', async () => {
    const before = here.count();
    expect(await textOf(here.say('alice', 'thank you'))).toBe('You are welcome. Write to me whenever you need something.');
    expect(await textOf(here.say('ivy', 'danke'))).toBe('Gern. Schreib mir, wenn du etwas brauchst.');
    for (const text of ['ok', '👍', 'hi', 'INC9999999', 'tkae INC1', 'new', 'search', 'take']) await here.say('bob', text);
    expect(here.count()).toBe(before);
  });

  test('my tickets, the queue and one ticket; an employee has no queue', async () => {
    const ticket = await here.app.report({ title: 'Headset is broken' });
    const mine = await cardOf(here.say('alice', 'my tickets'));
    expect(cardText(mine)).toContain('Headset is broken');
    expect(cardText(await here.pressed('alice', mine, 'Show', {}, 0))).toContain(numberIn(mine));
    expect(cardText(await cardOf(here.say('ivy', 'meine Tickets')))).toContain('Du hast keine offenen Tickets');
    expect(cardText(await cardOf(here.say('alice', 'queue')))).toContain('The queue is for agents');
    const queue = await cardOf(here.say('bob', 'queue'));
    expect(cardText(queue)).toContain('Not taken yet in your groups');
    const taken = await here.pressed('bob', queue, 'Take', {}, 0);
    expect(cardText(taken)).toContain('is yours now');
    expect(cardText(taken)).toContain('Assigned to you (');
    const [message] = await here.say('alice', ticket.id.toLowerCase());
    expect(message).toMatchObject({ cardOf: { recordId: ticket.id, audience: 'requester' } });
  });

  test('what ended lately is shown when nothing is open', async () => {
    const ticket = await here.app.report({ title: 'Fay needs a cable' }, 'fay');
    await here.app.perform('fay', 'tickets.cancel', ticket.id, { reason: 'withdrawn' });
    const card = cardText(await cardOf(here.say('fay', 'my tickets')));
    expect(card).toContain('Lately ended');
    expect(card).toContain('Fay needs a cable');
  });

  test('search finds articles for their readers', async () => {
    expect(cardText(await cardOf(here.say('bob', 'search VPN')))).toContain('Runbook');
    const employee = await cardOf(here.say('ivy', 'suche VPN'));
    expect(cardText(employee)).not.toContain('Runbook');
    expect(cardText(await here.pressed('ivy', employee, 'Zeigen', {}, 0))).toContain('Reconnect');
    expect(await here.pressRaw('ivy', 'card.showArticle', { id: here.app.articles.runbook })).toEqual({ message: 'Diesen Artikel gibt es nicht mehr.' });
    expect(cardText(await cardOf(here.say('alice', 'search unicorns')))).toContain('I found nothing');
  });

  test('decisions that wait are listed', async () => {
    const { id } = await here.app.report({ offeringId: here.app.offerings.laptop, answers: { model: 'light' }, title: 'Laptop for Alice' });
    const card = await cardOf(here.say('dora', 'approvals'));
    expect(cardText(card)).toContain('Laptop for Alice');
    const [message] = await here.say('dora', id);
    expect(message).toMatchObject({ cardOf: { audience: 'approver' } });
    const approved = await here.pressed('dora', message!.card!, 'Approve');
    expect(cardText(approved)).toContain(`You approved ${id}`);
  });

  test('the language is that of the reader, else of their Teams', async () => {
    expect(cardText(await cardOf(here.say('ivy', 'help')))).toContain('Was ich für dich tun kann');
    expect(cardText(await cardOf(here.say('alice', 'Hilfe', { locale: 'de-DE' })))).toContain('What I can do for you');
    const stranger = { ...here.app.actor('alice'), id: 'PER0009999' };
    expect(cardText(await cardOf(here.say('alice', 'help', { actor: stranger, locale: 'de-DE' })))).toContain('Was ich für dich tun kann');
  });
});

describe('commands of agents', () => {
  test('take, note, reply, assign and resolve in words', async () => {
    const { id } = await here.app.report();
    expect(cardText(await cardOf(here.say('bob', `take ${id}`)))).toContain(`${id} is yours now`);
    expect(cardText(await cardOf(here.say('bob', `note ${id} Cable was loose`)))).toContain('Only agents see it');
    await here.say('bob', `reply ${id} Please restart\nand tell me`);
    await here.say('bob', `assign ${id} to carol`);
    expect(await here.open(id)).toMatchObject({ assigneeName: 'Carol Clark' });
    expect(cardText(await cardOf(here.say('carol', `resolve ${id} fixed Replaced the cable`)))).toContain('The requester is asked whether it works');
    const ticket = (await here.open(id))!;
    expect(ticket).toMatchObject({ state: 'resolved', resolution: { code: 'fixed', notes: 'Replaced the cable' } });
    expect(ticket.timeline.filter((entry) => entry.kind !== 'change').map((entry) => [entry.kind, entry.text])).toEqual([['note', 'Cable was loose'], ['message', 'Please restart\nand tell me']]);
    const german = await here.app.report();
    await here.say('bob', `${german.id} übernehmen`);
    await here.say('bob', `löse ${german.id} Behoben: Kabel getauscht`);
    expect(await here.open(german.id)).toMatchObject({ state: 'resolved', resolution: { code: 'fixed', notes: 'Kabel getauscht' } });
  });

  test('what is missing is asked for in a form; a form in steps', async () => {
    const { id } = await here.app.report();
    await here.say('bob', `take ${id}`);
    const form = await cardOf(here.say('bob', `resolve ${id}`));
    expect(inputIds(form)).toEqual(['resolve.code', 'resolve.notes']);
    const hold = await cardOf(here.say('bob', `hold ${id}`));
    const second = await here.pressed('bob', hold, 'Next', { 'putOnHold.reason': 'vendor' });
    const held = await here.pressed('bob', second, 'Put on hold', { 'putOnHold.supplier': 'Lines Ltd', 'putOnHold.reference': 'C-7', 'putOnHold.followUpAt.date': '2026-03-05', 'putOnHold.followUpAt.time': '10:00' });
    expect(cardText(held)).toContain('is on hold');
    expect((await here.open(id))!.hold).toMatchObject({ reason: 'vendor', supplier: 'Lines Ltd', reference: 'C-7', followUpAt: '2026-03-05T09:00:00.000Z' });
  });

  test('assigning to a group, to somebody of another group, to nobody known', async () => {
    const { id } = await here.app.report();
    await here.say('bob', `assign ${id} to Service Desk: not a network thing`);
    expect(await here.open(id)).toMatchObject({ groupName: 'Service Desk' });
    const card = await cardOf(here.say('fay', `assign ${id} to Zaphod`));
    expect(cardText(card)).toContain('I found nobody and no group called “Zaphod”');
    await here.say('fay', `assign ${id} to me`);
    expect(await here.open(id)).toMatchObject({ assigneeName: 'Fay Fischer' });
    const reason = await cardOf(here.say('fay', `weise ${id} Carol zu`));
    expect(cardText(reason)).toContain('Say why the ticket moves to another group');
    expect(filled(reason)).toMatchObject({ 'assign.groupId': here.app.groups.network.id });
    await here.pressed('fay', reason, 'Assign', { ...filled(reason), 'assign.reason': 'It is the network after all' });
    expect(await here.open(id)).toMatchObject({ assigneeName: 'Carol Clark', groupName: 'Network' });
  });

  test('an employee cannot do what only agents may, and sees why', async () => {
    const { id } = await here.app.report();
    expect(cardText(await cardOf(here.say('alice', `take ${id}`)))).toContain('You cannot do this now');
    expect(await here.open(id)).toMatchObject({ state: 'new' });
  });

  test('a number that is not there and one that is not for this reader look the same', async () => {
    const hidden = await here.app.report({ isRestricted: true, title: 'Stolen laptop' });
    for (const text of ['%', 'take %', 'reply % hello', 'what about %?', '% any news?', 'status %']) {
      const answers = await Promise.all([hidden.id, 'INC9999999'].map(async (id) => (await textOf(here.say('ivy', text.replace('%', id)))).replace(id, '')));
      expect(answers[0]).toContain('Das haben wir nicht gefunden');
      expect(answers[0]).toBe(answers[1]);
    }
    for (const verb of ['card.showTicket', 'card.refresh', 'card.showForm', 'tickets.take', 'tickets.reply']) {
      const answer = await here.pressRaw('ivy', verb, { id: hidden.id, version: hidden.version, text: 'x', card: { view: 'triage', action: 'tickets.take' } });
      expect(answer).toEqual({ message: expect.stringContaining('Das haben wir nicht gefunden') as string });
    }
  });
});

describe('in the thread of a ticket', () => {
  test('a message lands on the ticket, once, with its files, and resumes what waits for the requester', async () => {
    const { id } = await here.app.report();
    await here.app.perform('bob', 'tickets.take', id);
    await here.app.perform('bob', 'tickets.putOnHold', id, { reason: 'requester', comment: 'Which office?', followUpAt: '2026-03-09T09:00:00Z' });
    const file = await here.upload('alice', 'desk.png');
    const message = { threadRecordId: id, files: [file], key: 'activity-1', scope: 'groupChat' as const };
    expect(await textOf(here.say('alice', 'Berlin, see the picture', message))).toBe(`Your message is on ${id}.`);
    await here.say('alice', 'Berlin, see the picture', message);
    const ticket = (await here.open(id))!;
    expect(ticket.state).toBe('inProgress');
    expect(ticket.timeline.filter((entry) => entry.text === 'Berlin, see the picture')).toHaveLength(1);
    expect(ticket.attachments.map((entry) => entry.name)).toEqual(['desk.png']);
    expect(await textOf(here.say('alice', '', { threadRecordId: id, files: [await here.upload('alice', 'second.png')] }))).toContain('The file is on');
    expect((await here.open(id))!.attachments).toHaveLength(2);
  });

  test('agents command without the number; a slip is never sent to the requester', async () => {
    const { id } = await here.app.report();
    const below = { threadRecordId: id, scope: 'channel' as const };
    expect(await textOf(here.say('bob', 'take', below))).toBe(`${id} is yours now.`);
    await here.say('bob', 'note customer is on leave', below);
    expect(await textOf(here.say('bob', 'ntoe customer is angry', below))).toContain('Nothing was sent');
    await here.say('bob', 'Please restart the client', below);
    await here.say('alice', 'solved', { threadRecordId: id });
    await here.say('bob', 'resolve fixed Restarted the gateway', below);
    const ticket = (await here.open(id))!;
    expect(ticket.state).toBe('resolved');
    expect(ticket.timeline.filter((entry) => entry.kind !== 'change').map((entry) => [entry.kind, entry.text])).toEqual([['note', 'customer is on leave'], ['message', 'Please restart the client'], ['message', 'solved']]);
  });

  test('an ended ticket gets a follow-up that is linked', async () => {
    const { id } = await here.app.report();
    await here.app.perform('alice', 'tickets.cancel', id, { reason: 'withdrawn' });
    const answer = here.say('alice', 'It happens again', { threadRecordId: id });
    expect(await textOf(answer)).toContain('This ticket has ended');
    const draft = await cardOf(answer);
    const card = await here.pressed('alice', draft, 'Create ticket', filled(draft));
    expect((await here.open(numberIn(card), 'fay'))!.links).toMatchObject([{ relation: 'followUpOf', id }]);
  });

  test('whoever may not read the ticket cannot write on it', async () => {
    const { id, version } = await here.app.report({ isRestricted: true });
    expect(await textOf(here.say('ivy', 'Let me in', { threadRecordId: id }))).toContain('Das haben wir nicht gefunden');
    expect(await here.open(id)).toMatchObject({ version });
  });
});
