// If this fails, a change drafted in the chat loses what was typed, hides what it collides with, or is proposed for somebody else.
import { actionTitles, buttonsOf, cardText, inputIds } from '../../_support/card-check';
import { openChangeOffice, type ChangeOffice } from './change-office';
import { filled } from './office';

let here: ChangeOffice;
beforeAll(async () => {
  here = await openChangeOffice();
});
afterAll(() => here.close());

const SENTENCE = 'propose a change: update WEB-TEST on Saturday 22:00 for 2 hours because of CVE-2026-1';

describe('a sentence becomes a draft', () => {
  test('items by name, the window by its words, who does it, and what is missing', async () => {
    const card = await here.card('bob', SENTENCE);
    expect(filled(card)).toMatchObject({
      'propose.title': 'Update WEB-TEST', 'propose.itemIds': here.desk.items.web, 'propose.type': 'normal',
      'propose.plannedStart.date': '2026-03-07', 'propose.plannedStart.time': '22:00', 'propose.plannedEnd.date': '2026-03-08', 'propose.plannedEnd.time': '00:00',
    });
    const text = cardText(card);
    expect(text).toContain('Nothing stands in the way in this window');
    expect(text).toContain('Earliest free windows for 2 h');
    expect(text).toMatch(/Before it can be submitted: .+/);
    const details = await here.pressed('bob', card, 'Plan and details', filled(card));
    expect(filled(details)).toMatchObject({ 'propose.reason': 'CVE-2026-1', 'propose.groupId': here.desk.groups.network.id, 'propose.implementerId': here.desk.people.bob.id });
  });

  test('proposed once, with everything that was typed on both cards', async () => {
    const first = await here.card('bob', SENTENCE);
    const details = await here.pressed('bob', first, 'Plan and details', { ...filled(first), 'propose.title': 'Update the web server' });
    const typed = { ...filled(details), 'propose.implementationPlan': 'Install it', 'propose.impact': 'None' };
    const back = await here.pressed('bob', details, 'Back', typed);
    expect(filled(back)['propose.title']).toBe('Update the web server');
    const before = here.desk.app.desk.count('changes');
    const one = await here.press('bob', back, 'Propose', filled(back));
    const two = await here.press('bob', back, 'Propose', filled(back));
    expect(here.desk.app.desk.count('changes')).toBe(before + 1);
    expect(JSON.stringify(one)).toMatch(/CHG\d{7}/);
    expect(JSON.stringify(two)).toContain('done already');
    const id = /CHG\d{7}/.exec(JSON.stringify(one))![0];
    expect(await here.desk.open(id, 'bob')).toMatchObject({
      state: 'new', title: 'Update the web server', implementationPlan: 'Install it', impact: 'None', reason: 'CVE-2026-1', implementerId: here.desk.people.bob.id,
      plannedStart: '2026-03-07T21:00:00.000Z', plannedEnd: '2026-03-07T23:00:00.000Z', requesterId: here.desk.people.bob.id,
    });
  });

  test('what is missing is asked for, and then it goes to those who decide', async () => {
    const card = await here.card('bob', SENTENCE);
    const asked = await here.pressed('bob', card, 'Propose and submit', filled(card));
    expect(cardText(asked)).toContain('is proposed. This is missing');
    expect(inputIds(asked)).toEqual(expect.arrayContaining(['edit.implementationPlan', 'edit.testPlan', 'edit.backoutPlan', 'edit.impact', 'edit.reach', 'edit.isOutage']));
    expect(inputIds(asked)).not.toContain('edit.title');
    const some = { 'edit.implementationPlan': 'Install it', 'edit.testPlan': 'Open it', 'edit.backoutPlan': 'Restore it', 'edit.impact': 'None', 'edit.reach': 'few' };
    const again = await here.pressed('bob', asked, 'Save and submit', some);
    expect(inputIds(again)).toContain('edit.isOutage');
    const done = await here.press('bob', again, 'Save and submit', { ...filled(again), 'edit.isOutage': 'false' });
    const id = /CHG\d{7}/.exec(JSON.stringify(done))![0];
    expect(await here.desk.open(id, 'bob')).toMatchObject({ state: 'assess', isOutage: false, implementationPlan: 'Install it' });
  });

  test('a long plan comes through whole, and an emptied one is gone', async () => {
    const card = await here.card('bob', SENTENCE);
    const details = await here.pressed('bob', card, 'Plan and details', filled(card));
    const long = 'Step by step. '.repeat(280).trim();
    const back = await here.pressed('bob', details, 'Back', { ...filled(details), 'propose.implementationPlan': long, 'propose.testPlan': 'Open it' });
    expect(JSON.stringify(back)).not.toContain('Step by step');
    const kept = await here.pressed('bob', back, 'Plan and details', filled(back));
    expect(filled(kept)).toMatchObject({ 'propose.implementationPlan': long, 'propose.testPlan': 'Open it' });
    const answer = await here.press('bob', kept, 'Propose', { ...filled(kept), 'propose.testPlan': '' });
    const id = /CHG\d{7}/.exec(JSON.stringify(answer))![0];
    const change = await here.desk.open(id, 'bob');
    expect(change.implementationPlan).toBe(long);
    expect(change.testPlan).toBeUndefined();
  });

  test('an impossible window is refused with everything else still there', async () => {
    const card = await here.card('bob', SENTENCE);
    const wrong = { ...filled(card), 'propose.plannedEnd.date': '2026-03-07', 'propose.plannedEnd.time': '21:00', 'propose.title': 'Typed with care' };
    const again = await here.pressed('bob', card, 'Propose', wrong);
    expect(cardText(again)).toMatch(/after the start/);
    expect(filled(again)).toMatchObject({ 'propose.title': 'Typed with care', 'propose.plannedStart.time': '22:00' });
  });

  test('names that nobody knows are told before anything is proposed', async () => {
    const card = await here.card('bob', 'new change: restart it tomorrow at 22:00');
    expect(filled(card)['propose.itemIds']).toBeUndefined();
    const before = here.desk.app.desk.count('changes');
    const told = await here.pressed('bob', card, 'Propose', { ...filled(card), 'planNames.names': 'DB-01, Quantum mainframe' });
    expect(cardText(told)).toContain('no service or item called “Quantum mainframe”');
    expect(filled(told)['propose.itemIds']).toBe(here.desk.items.database);
    expect(here.desk.app.desk.count('changes')).toBe(before);
  });

  test('similar names are offered, not chosen', async () => {
    const card = await here.card('bob', 'new change: restart payrol tomorrow at 22:00');
    expect(JSON.stringify(card)).toContain('"title":"Payroll application"');
    expect(filled(card)['propose.itemIds']).toBeUndefined();
  });

  test('only its author proposes it', async () => {
    const card = await here.card('bob', SENTENCE, { scope: 'channel' });
    const answer = await here.press('carol', card, 'Propose', filled(card));
    expect(answer).toEqual({ message: expect.stringContaining('Only the person who wrote this') as string });
  });

  test('cancel, and back again', async () => {
    const card = await here.card('bob', SENTENCE);
    const cancelled = await here.pressed('bob', card, 'Cancel', filled(card));
    expect(cardText(cancelled)).toContain('No change was proposed');
    expect(filled(await here.pressed('bob', cancelled, 'Back to the draft'))).toMatchObject({ 'propose.title': 'Update WEB-TEST', 'propose.plannedStart.time': '22:00' });
  });

  test('it was meant as a ticket', async () => {
    const card = await here.card('bob', 'new change: give Anna a new chair');
    expect(cardText(await here.pressed('bob', card, 'Report it as a ticket'))).toContain('Shall I create this ticket?');
  });

  test('for an employee it is a report', async () => {
    expect(cardText(await here.card('alice', SENTENCE))).toContain('Shall I create this ticket?');
    expect(cardText(await here.card('dora', SENTENCE))).toContain('Shall I create this ticket?');
  });

  test('in German, for who reads German', async () => {
    const actor = { ...here.desk.actor('bob', 'chat'), language: 'de' as const };
    await here.desk.perform('erik', 'people.change', here.desk.people.bob.id, { language: 'de' });
    const card = await here.card('bob', 'Änderung vorschlagen: Gehaltsabrechnung am 7.3. von 22 bis 24 Uhr aktualisieren wegen CVE-2026-1', { actor });
    expect(filled(card)).toMatchObject({ 'propose.serviceIds': here.desk.services.payroll, 'propose.plannedStart.date': '2026-03-07', 'propose.plannedEnd.date': '2026-03-08', 'propose.title': 'Gehaltsabrechnung aktualisieren' });
    expect(actionTitles(card)).toContain('Vorschlagen und einreichen');
    await here.desk.perform('erik', 'people.change', here.desk.people.bob.id, { language: 'en' });
  });

  test.each<[string, unknown]>([
    ['card.showPlan', {}], ['card.showPlan', { card: { plan: '../x', by: 'PER0000001' } }], ['card.planDetails', { card: [] }], ['changes.propose', { card: { plan: 'x', by: 7 } }], ['card.showSlots', null], ['delegations.add', { toId: 'PER0000001' }],
    ['delegations.retire', { id: 'DEL0000001', version: 1 }],
  ])('odd data is refused in words: %s %j', async (verb, data) => {
    const answer = await here.pressRaw('bob', verb, data);
    expect('message' in answer && answer.message.length > 10 && !answer.message.includes('{')).toBe(true);
  });

  test('forged values of a draft break nothing', async () => {
    const card = await here.card('bob', SENTENCE);
    const button = buttonsOf(card).find(({ title }) => title === 'Check again')!;
    const forged = { ...(button.data.card as object), minutes: -5, near: ['x', 7], from: 'yesterday', until: {}, longId: '../../etc', fields: { serviceIds: 'x', itemIds: [1, '<script>'], requesterId: 'PER0000001', isOutage: { a: 1 } }, slot: 'never' };
    for (const verb of ['card.showPlan', 'card.planDetails', 'card.showSlots', 'card.cancelPlan']) await expect(here.pressRaw('bob', verb, { card: forged })).resolves.toBeDefined();
    const answer = await here.pressRaw('bob', 'changes.propose', { card: forged });
    expect(JSON.stringify(answer)).not.toContain('requesterId');
  });
});

describe('windows', () => {
  test('what blocks is named, and the earliest windows are one press away', async () => {
    await here.desk.add('freezes', { name: 'Spring freeze', zone: 'Europe/Berlin', occurrences: [{ kind: 'once', from: '2026-03-14T00:00', to: '2026-03-16T00:00' }] });
    const card = await here.card('bob', 'propose a change: patch DB-01 on 14 March at 22:00 for 2 hours');
    expect(cardText(card)).toContain('In this window nothing may be changed');
    expect(cardText(card)).toContain('Spring freeze');
    const slots = buttonsOf(card).filter(({ data }) => (data.card as { slot?: string } | undefined)?.slot !== undefined);
    // The first one, and the wished hour on the nights after it.
    expect(slots.map(({ data }) => (data.card as { slot: string }).slot)).toEqual(['2026-03-15T23:00:00.000Z', '2026-03-16T21:00:00.000Z', '2026-03-17T21:00:00.000Z']);
    const [slot] = slots;
    const moved = await here.pressed('bob', card, slot!.title, filled(card));
    expect(cardText(moved)).toContain('Nothing stands in the way');
    expect(filled(moved)).toMatchObject({ 'propose.title': 'Patch DB-01', 'propose.plannedStart.date': '2026-03-16', 'propose.plannedStart.time': '00:00', 'propose.plannedEnd.time': '02:00' });
  });

  test('slots by question, with the reason for every time before them; one press drafts the change', async () => {
    const card = await here.card('bob', 'when can I patch DB-01 for 2h from 14 March?');
    const text = cardText(card);
    expect(text).toContain('Free windows for DB-01, 2 h');
    expect(text).toContain('Not possible before that, because');
    expect(text).toContain('Spring freeze');
    const draft = await here.pressed('bob', card, 'Take it', {}, 0);
    expect(filled(draft)).toMatchObject({ 'propose.itemIds': here.desk.items.database, 'propose.plannedStart.date': '2026-03-16' });
  });

  test('a name that is not quite right is offered', async () => {
    const card = await here.card('bob', 'slots for payrol 2 hours');
    expect(cardText(card)).toContain('Which one do you mean?');
    const chosen = await here.pressed('bob', card, 'Payroll application');
    expect(cardText(chosen)).toContain('Free windows for Payroll application, 2 h');
  });

  test('nothing free in the time that was asked for is said so', async () => {
    const card = await here.card('bob', 'slots for DB-01 on 15 March 2 hours');
    expect(cardText(card)).toContain('No window is free');
    expect(cardText(card)).toContain('Spring freeze');
  });

  test('the next seven days, with freezes', async () => {
    here.desk.clock.set('2026-03-10T09:00:00.000Z');
    const text = cardText(await here.card('carol', 'is there a freeze?'));
    expect(text).toContain('Spring freeze');
    expect(cardText(await here.card('carol', 'what is changing this week'))).toContain('What is changed in the next 7 days');
    here.desk.clock.set('2026-03-02T09:00:00.000Z');
  });
});
