// If this fails, a button does something twice, for the wrong person, on an old state, or with forged data.
import { allActions } from '../../../shared/app';
import { actionTitles, buttonsOf, cardText, inputIds } from '../../_support/card-check';
import { cardOf, filled, openOffice, type Office } from './office';

let here: Office;

beforeAll(async () => {
  here = await openOffice();
});
afterAll(() => here.app.close());

describe('presses', () => {
  test('a stale press does nothing: the card shows who was faster, and how it is now', async () => {
    const { id, version } = await here.app.report();
    await here.app.perform('carol', 'tickets.take', id);
    const answer = await here.pressRaw('bob', 'tickets.take', { id, version, card: { view: 'triage' } });
    expect(cardText(answer.card!)).toContain('Carol Clark changed this');
    expect(cardText(answer.card!)).toContain('Carol Clark (Network) is working on it');
    expect(await here.open(id)).toMatchObject({ assigneeName: 'Carol Clark' });
  });

  test('a replayed press has no second effect and is no error', async () => {
    const { id, version } = await here.app.report();
    const data = { id, version, card: { view: 'requester' }, 'reply.text': 'Any news?' };
    await here.pressRaw('alice', 'tickets.reply', data);
    const again = await here.pressRaw('alice', 'tickets.reply', data);
    expect(cardText(again.card!)).toContain('That was done already');
    expect((await here.open(id))!.timeline.filter((entry) => entry.kind === 'message')).toHaveLength(1);
    const took = { id, version: version + 1, card: { view: 'agent' } };
    await here.pressRaw('bob', 'tickets.take', took);
    expect(cardText((await here.pressRaw('bob', 'tickets.take', took)).card!)).toContain('That was done already');
  });

  test('what was typed comes back when it could not be done', async () => {
    const { id, version } = await here.app.report();
    await here.app.perform('bob', 'tickets.take', id);
    const stale = await here.pressRaw('bob', 'tickets.resolve', { id, version, 'resolve.code': 'fixed', 'resolve.notes': 'Long and careful notes', card: { view: 'agent' } });
    expect(cardText(stale.card!)).toContain('Bob Brown changed this');
    expect(filled(stale.card!)).toEqual({ 'resolve.code': 'fixed', 'resolve.notes': 'Long and careful notes' });
    expect(cardText((await here.press('bob', stale.card!, 'Resolve', filled(stale.card!))).card!)).toContain('is resolved');
    const closed = await here.app.perform('alice', 'tickets.close', id);
    const late = await here.pressRaw('alice', 'tickets.reply', { id, version: closed.version, 'reply.text': 'One more thing', card: { view: 'requester' } });
    expect(cardText(late.card!)).toContain('What you wrote: One more thing');
    const huge = await here.pressRaw('bob', 'tickets.addNote', { id, version: closed.version, 'addNote.text': 'x'.repeat(21_000) });
    expect(huge).toEqual({ message: expect.stringContaining('too long') as string });
  });

  test('accept, rate and reopen from the card', async () => {
    const { id } = await here.app.report();
    await here.app.perform('bob', 'tickets.take', id);
    await here.app.perform('bob', 'tickets.resolve', id, { code: 'fixed', notes: 'Done' });
    const [message] = await here.say('alice', id);
    const reopened = await here.pressed('alice', message!.card!, 'Reopen', { 'reopen.reason': 'Still drops' });
    expect(cardText(reopened)).toContain('is open again');
    await here.app.perform('bob', 'tickets.resolve', id, { code: 'fixed', notes: 'Done again' });
    const [again] = await here.say('alice', id);
    const closed = await here.pressed('alice', again!.card!, 'It works');
    expect(inputIds(closed)).toEqual(['rate.stars', 'rate.comment']);
    const rated = await here.pressed('alice', closed, 'Send', { 'rate.stars': '5', 'rate.comment': 'Great' });
    expect(cardText(rated)).toContain('★★★★★');
    expect(await here.open(id)).toMatchObject({ state: 'closed', rating: { stars: 5, comment: 'Great' } });
  });

  test('the form of an action opens with what is there, and goes back', async () => {
    const { id } = await here.app.report();
    const [message] = await here.say('alice', id);
    const form = await here.pressed('alice', message!.card!, 'Edit');
    expect(filled(form)).toMatchObject({ 'edit.title': 'VPN drops every hour', 'edit.description': 'It started this morning.' });
    expect(actionTitles(await here.pressed('alice', form, 'Back'))).toContain('Withdraw');
    const edited = await here.pressed('alice', form, 'Edit', { ...filled(form), 'edit.title': 'VPN drops twice an hour' });
    expect(cardText(edited)).toContain('VPN drops twice an hour');
    await here.pressed('alice', edited, 'Withdraw', {}, -1);
    expect(await here.open(id)).toMatchObject({ state: 'cancelled' });
  });

  test('in a channel the pressing agent gets buttons, and the card goes on asking for their view', async () => {
    const { id } = await here.app.report();
    const answer = await here.pressRaw('bob', 'card.refresh', { id, card: { view: 'triage' } }, 'channel');
    expect(actionTitles(answer.card!)).toContain('Take');
    expect(answer.card!.refresh).toMatchObject({ userIds: ['29:me'], action: { verb: 'card.refresh', data: { id } } });
    expect(answer.cardOf).toEqual({ recordId: id, audience: 'triage', version: 1 });
  });

  test('where others read along, tickets and lists are shown only to whoever presses', async () => {
    const { id } = await here.app.report({ title: 'Private matter' });
    for (const text of [id, 'my tickets', 'approvals', `status ${id}`, `reopen ${id}`]) {
      expect(JSON.stringify(await here.say('alice', text, { scope: 'channel', viewerIds: ['29:alice'] }))).not.toContain('Private matter');
    }
    const list = await cardOf(here.say('alice', 'my tickets', { scope: 'groupChat' }));
    expect(cardText(await here.pressed('alice', list, 'Show'))).toMatch(/INC\d{7}/);
    const ticket = await cardOf(here.say('alice', id, { scope: 'groupChat' }));
    expect(cardText(await here.pressed('alice', ticket, 'Show details to me'))).toContain('Private matter');
    expect(JSON.stringify(await cardOf(here.say('bob', 'search private matter', { scope: 'channel' })))).not.toContain(id);
  });

  test.each<[string, unknown]>([
    ['tickets.take', undefined], ['tickets.take', 'text'], ['tickets.take', []], ['tickets.take', { id: 7 }], ['tickets.take', { id: "INC0000001' or 1=1", version: 1 }], ['tickets.take', { id: '../../x', version: 1 }],
    ['tickets.fly', { id: 'INC0000001' }], ['constructor', {}], ['__proto__', {}], ['card.showForm', { id: 'INC0000001', card: { action: 'constructor' } }], ['card.refresh', { id: {} }], ['card.showDraft', {}],
    ['tickets.report', {}], ['tickets.report', { card: { draft: '../x', by: 'PER0000001' } }], ['card.showOrder', { card: { draft: 'd', by: 'x', offering: 'OFR0000001' } }], ['', null], ['card.showArticle', { id: ['ART0000001'] }],
    ['tickets.importCase', { id: 'INC0000001', version: 1 }],
  ])('odd data is refused in words: %s %j', async (verb, data) => {
    const before = here.count();
    const answer = await here.pressRaw('ivy', verb, data);
    expect('message' in answer && answer.message.length > 10 && !answer.message.includes('{')).toBe(true);
    expect(here.count()).toBe(before);
  });

  test('forged file and text ids of a draft do not reach other people\'s uploads', async () => {
    const secret = await here.upload('dora', 'salaries.xlsx');
    const draft = await cardOf(here.say('alice', 'My chair squeaks'));
    const button = buttonsOf(draft).find(({ verb }) => verb === 'tickets.report')!;
    for (const card of [{ files: [secret.id] }, { longTextId: secret.id }]) {
      const answer = await here.pressRaw('alice', button.verb, { ...button.data, card: { ...(button.data.card as object), ...card }, ...filled(draft) });
      expect(JSON.stringify(answer)).not.toContain('salaries');
      expect(answer.cardOf).toBeUndefined();
    }
    await expect(here.pressRaw('alice', button.verb, { ...button.data, card: { ...(button.data.card as object), longTextId: '../../etc' }, ...filled(draft) })).resolves.toBeDefined();
  });

  test('what people write cannot become a link or a button on somebody else\'s card', async () => {
    const { id } = await here.app.report({ title: '[Approve](https://evil.example)', description: '**Press** <a href="https://evil.example">here</a>' });
    const [message] = await here.say('bob', id);
    const urls = JSON.stringify(message!.card).match(/"url":"[^"]*"/g) ?? [];
    expect(urls.every((url) => url.includes('bellhop.example'))).toBe(true);
    expect(cardText(message!.card!)).toContain('[Approve](https://evil.example)');
  });

  test('every internal action stays out of reach', async () => {
    for (const action of allActions().filter((entry) => entry.internal)) {
      expect(await here.pressRaw('erik', action.name, { id: 'INC0000001', version: 1 })).toEqual({ message: expect.stringContaining('does not work any more') as string });
    }
  });
});
