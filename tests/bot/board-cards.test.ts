// If this fails, a board does not see in Teams what it has to decide: exceptions from freezes, templates, the agenda of its meeting and what came of it.
import { pressOf, RISKY, startChangeBotDesk, type ChangeBotDesk } from '../_support/change-bot-desk';
import { cardProblems } from '../_support/card-check';
import { buttonsOn, wordsOn } from '../_support/teams-client';

let desk: ChangeBotDesk;
beforeEach(async () => {
  desk = await startChangeBotDesk();
});
afterEach(() => desk.close());

const allCards = (): readonly object[] => (['bob', 'carol', 'mona', 'nils', 'olga', 'paul'] as const).flatMap((who) => desk.chat(who)).concat(desk.boardChannel()).flatMap(({ card }) => (card ? [card as object] : []));
const problems = (): readonly string[] => allCards().flatMap(cardProblems);

async function givenException(): Promise<string> {
  const { changes } = desk;
  const freezeId = await changes.add('freezes', { name: 'Quarter end', zone: 'UTC', occurrences: [{ kind: 'once', from: '2026-03-03T00:00', to: '2026-03-08T00:00' }], approverGroupId: changes.board, approverCount: 2 });
  const { id: changeId } = await changes.propose();
  const asked = await changes.perform('bob', 'freezeExceptions.request', undefined, { changeId, freezeId, reason: 'The hole is used by attackers.' });
  await desk.drain();
  return asked.id;
}

test('an exception from a freeze: a card for each who may decide and one in their channel, decided by two, told to who asked', async () => {
  const id = await givenException();
  const [board] = desk.boardChannel();
  expect(wordsOn(board?.card)).toContain(id);
  expect(buttonsOn(board?.card)).not.toContain('Approve');
  for (const text of ['Quarter end', 'The hole is used by attackers.', 'Bob Brown']) expect(wordsOn(desk.last('olga').card)).toContain(text);
  await desk.person('olga').presses(desk.last('olga'), 'Approve');
  await desk.drain();
  expect(wordsOn(desk.last('paul').card)).toContain('Olga Olsen: approved');
  const { card } = await desk.person('paul').presses(desk.last('paul'), 'Approve');
  expect(wordsOn(card)).toContain(`You approved ${id}`);
  await desk.drain();
  expect(desk.told('bob')).toContain(`${id} is approved`);
  for (const shown of [board?.card, desk.last('olga').card, desk.last('mona').card]) {
    expect(wordsOn(shown)).toContain('Paul Park: approved');
    expect(buttonsOn(shown)).not.toContain('Approve');
  }
  expect(problems()).toEqual([]);
});

test('a refused exception says why; whoever asked cannot decide about it', async () => {
  const id = await givenException();
  const press = pressOf(desk.last('olga').card, 'freezeExceptions.approve');
  const { card } = await desk.forge('bob', desk.last('olga'), press);
  expect(wordsOn(card)).toContain(id);
  expect(await desk.refusals(id)).toEqual(['Bob Brown kernel.notAllowed']);
  for (const who of ['olga', 'paul', 'nils', 'mona'] as const) {
    if (buttonsOn(desk.last(who).card).includes('Refuse')) await desk.person(who).presses(desk.last(who), 'Refuse', { comment: 'It can wait a week.' });
    await desk.drain();
  }
  expect(desk.told('bob')).toContain('It can wait a week.');
  expect(problems()).toEqual([]);
});

test('a template that is proposed: whoever may decide gets a card with what it fixes', async () => {
  const { changes } = desk;
  await changes.add('approvalPolicies', { name: 'Templates', subject: 'changeTemplates', table: 'base', order: 10, steps: [{ id: 'template', stage: 1, from: [{ kind: 'role', role: 'changeManagers' }], quorum: { mode: 'any' } }] });
  const values = { implementationPlan: 'Install the packages, then restart.', testPlan: 'Open the start page.', backoutPlan: 'Restore the snapshot.', groupId: changes.groups.network.id, impact: 'None.', reach: 'few', isOutage: false };
  const template = await changes.perform('bob', 'changeTemplates.add', undefined, { name: 'Monthly patches', ownerId: changes.people.carol.id, purpose: 'Security updates of web servers.', values, lockedFields: ['implementationPlan'], maxMinutes: 120, tasks: 'Tell the users' });
  await changes.perform('bob', 'changeTemplates.propose', template, { reason: 'We have done this by hand for years, and it never went wrong.' });
  await desk.drain();
  for (const text of ['Monthly patches', 'Install the packages, then restart.', 'Template of a change']) expect(wordsOn(desk.last('mona').card)).toContain(text);
  await desk.person('mona').presses(desk.last('mona'), 'Approve');
  await desk.drain();
  expect(desk.told('bob')).toContain(`${template.id} is approved`);
  expect(buttonsOn(desk.last('nils').card)).not.toContain('Approve');
  expect(problems()).toEqual([]);
});

test('a meeting: its agenda in the channel before, its decisions and minutes after', async () => {
  const { changes } = desk;
  const { id } = await changes.submitted({ ...RISKY, title: 'Move payroll' });
  await changes.vote('carol', id);
  const boardId = await changes.add('boards', { name: 'CAB', groupId: changes.board, chairIds: [changes.people.mona.id], zone: 'UTC', minutesPerItem: 10 });
  const meeting = await changes.perform('mona', 'meetings.plan', undefined, { boardId, startsAt: '2026-03-03T09:00:00.000Z', note: 'Bring the test results.' });
  await desk.drain();
  const agenda = desk.boardChannel().find(({ card }) => wordsOn(card).includes(meeting.id));
  for (const text of ['CAB', 'Move payroll', 'Agenda: one change', 'Bring the test results.']) expect(wordsOn(agenda?.card)).toContain(text);
  for (const who of ['olga', 'paul', 'nils'] as const) await changes.vote(who, id);
  changes.clock.set('2026-03-03T09:00:00.000Z');
  await changes.perform('mona', 'meetings.start', meeting.id);
  await changes.perform('mona', 'meetings.setAttendance', meeting.id, { presentIds: [changes.people.olga.id, changes.people.paul.id, changes.people.nils.id] });
  await changes.perform('mona', 'meetings.recordDecision', meeting.id, { changeId: id, decision: 'approved', note: 'With the second test.' });
  await changes.perform('mona', 'meetings.close', meeting.id, { minutes: 'Everybody was prepared.' });
  await desk.drain();
  const after = desk.boardChannel().filter(({ card }) => wordsOn(card).includes(meeting.id));
  expect(after).toHaveLength(2);
  for (const { card } of after) for (const text of ['What was decided', 'Approved', 'With the second test.', 'Everybody was prepared.', 'Olga Olsen']) expect(wordsOn(card)).toContain(text);
  expect(problems()).toEqual([]);
});

test('a pasted link to a change shows only its number, and nothing to those who may not read it', async () => {
  const { id } = await desk.changes.submitted({ title: 'Move payroll' });
  const url = `${desk.server.config.publicUrl}/tab/#/changes/${id}`;
  const unfurled = async (who: 'bob' | 'ivy') => JSON.stringify((await desk.person(who).invokes('composeExtension/queryLink', { url })).body);
  expect(await unfurled('bob')).toContain(id);
  expect(await unfurled('ivy')).not.toContain(id);
});
