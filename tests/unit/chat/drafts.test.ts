// If this fails, what people write gets lost on its way to a ticket, becomes two tickets, or goes out in somebody else's name.
import { buttonsOf, cardText, inputIds } from '../../_support/card-check';
import { cardOf, filled, numberIn, openOffice, type Office } from './office';

let here: Office;

beforeAll(async () => {
  here = await openOffice();
});
afterAll(() => here.app.close());

describe('from a sentence to a ticket', () => {
  test('one message and one press: the draft says what it understood, the card becomes the ticket', async () => {
    here.app.storage.takeCounts();
    const before = here.count();
    const draft = await cardOf(here.say('alice', 'VPN drops every hour, I cannot work at all'));
    const { get, range, commit } = here.app.storage.takeCounts();
    expect([get.calls, range.calls, commit.calls]).toEqual([0, 0, 0]);
    expect(here.count()).toBe(before);
    for (const text of ['VPN drops every hour', 'Network', 'This may help right away', 'VPN drops every hour: set the reconnect option']) expect(cardText(draft)).toContain(text);
    const answer = await here.press('alice', draft, 'Create ticket', filled(draft));
    expect(answer.cardOf).toEqual({ recordId: expect.stringMatching(/^INC/) as string, audience: 'requester', version: 1 });
    const ticket = (await here.open(answer.cardOf!.recordId))!;
    expect(ticket).toMatchObject({ title: 'VPN drops every hour, I cannot work at all', state: 'new', requesterName: 'Alice Adams', groupName: 'Network', channel: 'card', work: 'stopped' });
    expect(cardText(answer.card!)).toContain(`Your ticket is ${ticket.id}`);
  });

  test('pressing twice, even at the same time, creates one ticket', async () => {
    const draft = await cardOf(here.say('alice', 'My keyboard has no letter E'));
    const before = here.count();
    const inputs = filled(draft);
    const answers = await Promise.all([here.press('alice', draft, 'Create ticket', inputs), here.press('alice', draft, 'Create ticket', inputs), here.press('alice', draft, 'Create ticket', inputs)]);
    expect(new Set(answers.map((answer) => answer.cardOf?.recordId)).size).toBe(1);
    expect(here.count()).toBe(before + 1);
    expect(cardText((await here.pressed('alice', draft, 'Create ticket', inputs)))).toContain('already');
  });

  test('everything in the draft can be changed', async () => {
    const draft = await cardOf(here.say('alice', 'The Wi-Fi is slow'));
    const card = await here.pressed('alice', draft, 'Create ticket', {
      'report.title': 'Wi-Fi in Berlin is slow', 'report.description': 'Third floor', 'report.kind': 'request', 'report.reach': 'site', 'report.work': 'stopped', 'report.categoryId': here.app.categories.laptop,
    });
    expect(await here.open(numberIn(card), 'fay')).toMatchObject({ title: 'Wi-Fi in Berlin is slow', description: 'Third floor', kind: 'request', priority: 'P1', category: 'Hardware › Laptop', groupName: 'Service Desk' });
  });

  test('what is wrong with the draft stands on the draft, and nothing typed is lost', async () => {
    const draft = await cardOf(here.say('alice', 'The Wi-Fi is slow'));
    const card = await here.pressed('alice', draft, 'Create ticket', { ...filled(draft), 'report.title': 'no', 'report.description': 'Third floor' });
    expect(cardText(card)).toMatch(/Title: This is too short/);
    expect(cardText(card)).toContain('Third floor');
    await here.pressed('alice', card, 'Create ticket', { ...filled(card), 'report.title': 'Slow Wi-Fi' });
  });

  test('an article that solves it makes a ticket unnecessary, and the way back is open', async () => {
    const before = here.count();
    const draft = await cardOf(here.say('alice', 'VPN drops every hour'));
    const solved = await here.pressed('alice', draft, 'This solved it', filled(draft));
    expect(cardText(solved)).toContain('No ticket was created');
    const again = await here.pressed('alice', solved, 'I still need help');
    expect(filled(again)['report.title']).toBe('VPN drops every hour');
    const cancelled = await here.pressed('alice', again, 'Cancel', filled(again));
    expect(cardText(cancelled)).toContain('No ticket was created');
    expect(here.count()).toBe(before);
  });

  test('screenshots land on the ticket', async () => {
    const file = await here.upload('alice');
    const draft = await cardOf(here.say('alice', 'The screen flickers', { files: [file] }));
    expect(cardText(draft)).toContain('screenshot.png');
    const preview = await here.pressed('alice', draft, 'Update preview', filled(draft));
    expect(cardText(preview)).toContain('screenshot.png');
    const card = await here.pressed('alice', preview, 'Create ticket', filled(preview));
    expect((await here.open(numberIn(card), 'fay'))!.attachments.map((entry) => entry.name)).toEqual(['screenshot.png']);
  });

  test('a screenshot without a word can go to a ticket that is there already', async () => {
    const ticket = await here.app.report({ title: 'Screen is dark' });
    const draft = await cardOf(here.say('alice', '', { files: [await here.upload('alice')] }));
    const row = buttonsOf(draft).find(({ verb, data }) => verb === 'tickets.reply' && data.id === ticket.id)!;
    const answer = await here.pressRaw('alice', row.verb, { ...row.data, ...filled(draft) });
    expect(cardText(answer.card!)).toContain('The file is on');
    expect((await here.open(ticket.id))!.attachments).toHaveLength(1);
  });

  test('a text that belongs to an older ticket goes there, once', async () => {
    const ticket = await here.app.report({ title: 'Mouse is dead' });
    const draft = await cardOf(here.say('alice', 'The mouse is still dead after a new battery'));
    const row = buttonsOf(draft).find(({ verb, data }) => verb === 'tickets.reply' && data.id === ticket.id)!;
    await here.pressRaw('alice', row.verb, { ...row.data, ...filled(draft) });
    await here.pressRaw('alice', row.verb, { ...row.data, ...filled(draft) });
    expect((await here.open(ticket.id))!.timeline.filter((entry) => entry.kind === 'message')).toHaveLength(1);
  });

  test('what is probably an answer is offered to the ticket that waits for it, first', async () => {
    const ticket = await here.app.report({ title: 'Monitor stays black' });
    await here.app.perform('bob', 'tickets.take', ticket.id);
    await here.app.perform('bob', 'tickets.putOnHold', ticket.id, { reason: 'requester', comment: 'Which model?', followUpAt: '2026-03-09T09:00:00Z' });
    const draft = await cardOf(here.say('alice', 'It is the curved one'));
    expect(buttonsOf(draft).filter(({ verb }) => verb === 'tickets.reply').map(({ data }) => data.id)).toContain(ticket.id);
    expect(JSON.stringify(draft)).toContain('"id":"own","isVisible":true');
  });

  test.each([[8_000, 0], [19_000, 0], [40_000, 1]])('a text of %d characters arrives whole', async (length, attachments) => {
    const text = `The build is broken. ${'Line with details äöü. '.repeat(length / 20)}`.slice(0, length).trim();
    const draft = await cardOf(here.say('alice', text));
    const card = await here.pressed('alice', draft, 'Create ticket', filled(draft));
    const ticket = (await here.open(numberIn(card), 'fay'))!;
    expect(ticket.title).toBe('The build is broken');
    expect(ticket.attachments).toHaveLength(attachments);
    if (attachments === 0) expect(ticket.description).toBe(text);
    else expect(await here.app.app.uploads.read(ticket.attachments[0]!.id)).toEqual(Buffer.from(text));
  });

  test('a catalog item is ordered in the chat, with its own form', async () => {
    const draft = await cardOf(here.say('alice', 'I need a new laptop'));
    const order = await here.pressed('alice', draft, 'Order', filled(draft));
    expect(inputIds(order)).toEqual(['answers.model', 'answers.reason', 'report.neededBy']);
    const incomplete = await here.pressed('alice', order, 'Order', { 'answers.reason': 'Mine is old' });
    expect(cardText(incomplete)).toMatch(/Please fill this in/);
    expect(cardText(incomplete)).toContain('Mine is old');
    const card = await here.pressed('alice', incomplete, 'Order', { 'answers.model': 'strong', 'answers.reason': 'Mine is old', 'report.neededBy': '2026-04-01' });
    expect(await here.open(numberIn(card), 'fay')).toMatchObject({ kind: 'request', state: 'awaitingApproval', offeringName: 'New laptop', neededBy: '2026-04-01', answers: [{ value: 'Strong' }, { value: 'Mine is old' }] });
  });

  test('somebody else cannot create a draft that stands in a channel, and a payload cannot name another requester', async () => {
    const draft = await cardOf(here.say('alice', 'The printer on floor 2 is jammed', { scope: 'channel', viewerIds: ['29:alice'] }));
    const before = here.count();
    expect(await here.press('ivy', draft, 'Create ticket', filled(draft))).toEqual({ message: expect.stringContaining('Nur wer das geschrieben hat') as string });
    expect(here.count()).toBe(before);
    const forged = { ...filled(draft), requesterId: here.app.people.dora.id, reporterId: here.app.people.dora.id, 'report.requesterId': here.app.people.dora.id };
    const card = await here.pressed('alice', draft, 'Create ticket', forged);
    expect(await here.open(numberIn(card), 'fay')).toMatchObject({ requesterName: 'Alice Adams' });
  });

  test('where others read along, a draft names no tickets of its author', async () => {
    await here.app.report({ title: 'VPN secret project' });
    const personal = JSON.stringify(await cardOf(here.say('alice', 'VPN secret project drops')));
    const channel = JSON.stringify(await cardOf(here.say('alice', 'VPN secret project drops', { scope: 'channel' })));
    expect(personal).toMatch(/INC\d{7}/);
    expect(channel).not.toMatch(/INC\d{7}/);
  });
});
