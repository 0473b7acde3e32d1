// If this fails, a decision in Teams is not safe: the wrong person decides, on something they did not see, or twice.
import { pressOf, startChangeBotDesk, votesOf, type ChangeBotDesk } from '../_support/change-bot-desk';
import type { Json } from '../_support/fake-connector';
import { buttonsOn, wordsOn, type TeamsKey } from '../_support/teams-client';

let desk: ChangeBotDesk;
beforeEach(async () => {
  desk = await startChangeBotDesk();
});
afterEach(() => desk.close());

describe('an edit in between', () => {
  test('takes the consent away, says so with what was different, and the old card decides nothing any more', async () => {
    const id = await desk.givenSubmitted();
    const question = desk.last('carol');
    const shown = question.card;
    await desk.person('carol').presses(question, 'Approve');
    await desk.drain();
    await desk.changes.perform('bob', 'changes.edit', id, { implementationPlan: 'Replace the machine.' });
    await desk.drain();
    const again = desk.last('carol');
    expect(again.summary).toContain(`Your decision on ${id} no longer counts, because Bob Brown changed what it was about (Implementation plan)`);
    for (const text of ['Install the packages.', 'Replace the machine.', 'No longer counts']) expect(wordsOn(again.card)).toContain(text);
    expect(wordsOn(question.card)).not.toContain('Replace the machine.');
    const { card } = await desk.forge('carol', question, pressOf(shown, 'changes.approve'));
    expect(wordsOn(card)).toContain('That was done already');
    expect(votesOf(await desk.now(id))).toEqual([]);
    await desk.person('carol').presses(again, 'Approve');
    expect(votesOf(await desk.now(id))).toEqual(['Carol Clark approved']);
  });

  test('a press on a card of the former content is refused, audited, and answered with the card as it is now', async () => {
    const id = await desk.givenSubmitted();
    const shown = desk.last('carol').card;
    await desk.changes.perform('bob', 'changes.edit', id, { implementationPlan: 'Replace the machine.' });
    const { card } = await desk.forge('carol', desk.last('carol'), pressOf(shown, 'changes.approve'));
    expect(wordsOn(card)).toContain('Replace the machine.');
    expect(wordsOn(card)).toContain('Bob Brown changed this');
    expect(buttonsOn(card)).toContain('Approve');
    expect(votesOf(await desk.now(id))).toEqual([]);
    expect(await desk.refusals(id)).toEqual(['Carol Clark kernel.stale']);
    // With the version put right by hand the token gives it away.
    const action = pressOf(shown, 'changes.approve');
    const { card: second } = await desk.forge('carol', desk.last('carol'), { ...action, data: { ...action.data, version: (await desk.now(id)).version } });
    expect(wordsOn(second)).toContain('This changed since you saw it');
    expect(votesOf(await desk.now(id))).toEqual([]);
    expect(await desk.refusals(id)).toContain('Carol Clark approvals.outdated');
  });

  test('what somebody typed on an outdated card is not lost, and not cast on the new content either', async () => {
    const id = await desk.givenSubmitted();
    const shown = desk.last('carol').card;
    await desk.changes.perform('bob', 'changes.edit', id, { implementationPlan: 'Replace the machine.' });
    const action = pressOf(shown, 'changes.reject');
    const { card } = await desk.forge('carol', desk.last('carol'), { ...action, data: { ...action.data, 'reject.comment': 'Too risky on a Wednesday.' } });
    expect(wordsOn(card)).toContain('Too risky on a Wednesday.');
    expect(wordsOn(card)).toContain('Replace the machine.');
    expect(votesOf(await desk.now(id))).toEqual([]);
  });
});

describe('refused, audited, and answered with the card as it is', () => {
  test.each<[string, TeamsKey, string]>([
    ['the implementer and requester', 'bob', 'kernel.notAllowed'],
    ['somebody whose turn has not come', 'mona', 'kernel.notAllowed'],
    ['an agent of another group', 'fay', 'kernel.notAllowed'],
    ['an auditor', 'gus', 'kernel.notAllowed'],
  ])('the wrong person: %s', async (_name, who, code) => {
    const id = await desk.givenSubmitted();
    const question = desk.last('carol');
    const { card } = await desk.forge(who, question, pressOf(question.card, 'changes.approve'));
    expect(wordsOn(card)).toContain(id);
    expect(buttonsOn(card)).not.toContain('Approve');
    expect(votesOf(await desk.now(id))).toEqual([]);
    expect(await desk.refusals(id)).toEqual([`${desk.changes.people[who].name} ${code}`]);
  });

  test('somebody who may not read it gets nothing, whatever the card says it is for', async () => {
    const id = await desk.givenSubmitted();
    const question = desk.last('carol');
    for (const view of ['approver', 'triage', 'agent', 'requester', 'everything']) {
      const { card, text } = await desk.forge('ivy', question, { type: 'Action.Execute', verb: 'card.refresh', data: { id, card: { view } } });
      expect(card).toBeUndefined();
      expect(text).not.toMatch(/web server|Bob/);
    }
    const { card } = await desk.forge('ivy', question, pressOf(question.card, 'changes.approve'));
    expect(card).toBeUndefined();
    expect(await desk.refusals(id)).toEqual(['Ivy Iversen kernel.notFound']);
  });

  test('a forged layout shows nothing new: no token and no button of somebody else', async () => {
    const id = await desk.givenSubmitted();
    const question = desk.last('carol');
    const token = pressOf(question.card, 'changes.approve').data.token as string;
    for (const view of ['approver', 'triage', 'agent', 'requester']) {
      const { card } = await desk.forge('mona', question, { type: 'Action.Execute', verb: 'card.showTicket', data: { id, card: { view } } });
      expect(JSON.stringify(card)).not.toContain(token);
      expect(buttonsOn(card)).not.toContain('Approve');
    }
  });

  test('the very same press again answers that it was done; a used token does nothing else', async () => {
    const id = await desk.givenSubmitted();
    const question = desk.last('carol');
    const action = pressOf(question.card, 'changes.approve');
    await desk.forge('carol', question, action);
    const { card } = await desk.forge('carol', question, action);
    expect(wordsOn(card)).toContain('That was done already');
    expect(await desk.refusals(id)).toEqual([]);
    const { card: refused } = await desk.forge('carol', question, { ...action, verb: 'changes.reject', data: { ...action.data, comment: 'No.' } });
    expect(wordsOn(refused)).not.toContain('You refused');
    expect(votesOf(await desk.now(id))).toEqual(['Carol Clark approved']);
    expect(await desk.refusals(id)).toEqual(['Carol Clark kernel.notAllowed']);
  });

  test('somebody else cannot use a token that they have seen', async () => {
    const id = await desk.givenSubmitted();
    await desk.changes.vote('carol', id);
    await desk.drain();
    const forMona = desk.last('mona');
    const token = pressOf(forMona.card, 'changes.approve').data.token as string;
    const forNils = desk.last('nils');
    const own = pressOf(forNils.card, 'changes.approve');
    const { card } = await desk.forge('nils', forNils, { ...own, data: { ...own.data, token } });
    expect(wordsOn(card)).toContain('This changed since you saw it');
    expect(await desk.refusals(id)).toEqual(['Nils Novak approvals.outdated']);
    expect((await desk.now(id)).state).toBe('authorize');
  });

  test.each<[string, (data: Json, other: string) => Json, string]>([
    ['another record', (data, other) => ({ ...data, id: other }), 'approvals.outdated'],
    ['another step', (data) => ({ ...data, step: 'changeManager' }), 'approvals.stepOver'],
    ['a step that is not there', (data) => ({ ...data, step: '__proto__' }), 'approvals.stepOver'],
    ['another token', (data) => ({ ...data, token: 'x'.repeat(22) }), 'approvals.outdated'],
    ['a field that says who decides', (data) => ({ ...data, byId: 'PER0000001', seatId: 'PER0000001' }), 'kernel.unknownField'],
    ['a version of the future', (data) => ({ ...data, version: 99 }), 'kernel.stale'],
  ])('an edited payload: %s', async (_name, edit, code) => {
    const id = await desk.givenSubmitted();
    const question = desk.last('carol');
    const { id: other } = await desk.changes.submitted({ plannedStart: '2026-03-06T20:00:00.000Z', plannedEnd: '2026-03-06T22:00:00.000Z' });
    const action = pressOf(question.card, 'changes.approve');
    const data = edit(action.data, other);
    const { card } = await desk.forge('carol', question, { ...action, data });
    expect(wordsOn(card)).toContain(data.id);
    expect([...votesOf(await desk.now(id)), ...votesOf(await desk.now(other))]).toEqual([]);
    expect(await desk.refusals(data.id as string)).toEqual([`Carol Clark ${code}`]);
  });

  test.each<[string, unknown]>([['no data', undefined], ['a list', [1]], ['an object as token', { token: { $ne: '' } }], ['a list as step', { step: ['peer'] }]])('a payload that is %s changes nothing', async (_name, broken) => {
    const id = await desk.givenSubmitted();
    const question = desk.last('carol');
    const { data } = pressOf(question.card, 'changes.approve');
    const sent = typeof broken === 'object' && !Array.isArray(broken) ? { ...data, ...broken } : broken;
    await desk.forge('carol', question, { type: 'Action.Execute', verb: 'changes.approve', data: sent });
    expect(votesOf(await desk.now(id))).toEqual([]);
  });

  test('a step that has expired', async () => {
    const id = await desk.givenSubmitted();
    const question = desk.last('carol');
    const action = pressOf(question.card, 'changes.approve');
    desk.changes.clock.advance(73 * 3_600_000);
    await desk.drain();
    const { card } = await desk.forge('carol', question, action);
    expect(wordsOn(card)).toContain('Being written by Bob Brown');
    expect(votesOf(await desk.now(id))).toEqual([]);
    expect((await desk.refusals(id)).every((code) => code.startsWith('Carol Clark'))).toBe(true);
    expect(await desk.refusals(id)).toHaveLength(1);
  });

  test('internal actions and unknown ones cannot be pressed', async () => {
    const id = await desk.givenSubmitted();
    for (const verb of ['changes.nudge', 'changes.noteIncident', 'changes.__proto__', 'changes.everything']) {
      const { card } = await desk.forge('mona', desk.last('carol'), { type: 'Action.Execute', verb, data: { id, version: 2 } });
      expect(card).toBeUndefined();
    }
  });
});

test('a press that names a message which is not there takes no card away', async () => {
  const id = await desk.givenSubmitted();
  const question = desk.last('carol');
  const look = { type: 'Action.Execute', verb: 'card.refresh', data: { id, card: { view: 'approver' } } };
  await desk.forge('carol', { ...question, id: String(Number(question.id) + 1_000) }, look);
  await desk.drain();
  expect(buttonsOn(question.card)).toContain('Approve');
});

describe('at the same time', () => {
  test('two approvers of one step: one decides it, the other sees that it is decided', async () => {
    const id = await desk.givenSubmitted();
    await desk.changes.vote('carol', id);
    await desk.drain();
    const [forMona, forNils] = [desk.last('mona'), desk.last('nils')];
    const [mona, nils] = await Promise.all([
      desk.forge('mona', forMona, pressOf(forMona.card, 'changes.approve')), desk.forge('nils', forNils, pressOf(forNils.card, 'changes.reject')),
    ]);
    await desk.drain();
    const view = await desk.now(id);
    expect(votesOf(view).filter((vote) => !vote.startsWith('Carol'))).toHaveLength(1);
    expect(view.state).toBe('scheduled');
    expect(wordsOn(mona.card)).toContain(`You approved ${id}`);
    expect(wordsOn(nils.card)).not.toContain('You refused');
    for (const message of [forMona, forNils]) expect(wordsOn(message.card)).toContain('Scheduled');
  });

  test('two members of the board: both votes count, each once, and no copy stays behind', async () => {
    const id = await desk.givenBoard();
    const members = ['olga', 'paul', 'nils'] as const;
    const answers = await Promise.all(members.map(async (who) => {
      const form = await desk.person(who).presses(desk.last(who), 'Approve without a dialog');
      expect(buttonsOn(form.card)).toContain('Yes, approve');
      return desk.person(who).presses(desk.last(who), 'Yes, approve', { comment: 'Agreed in the meeting.' });
    }));
    for (const { card } of answers) expect(wordsOn(card)).toContain(`You approved ${id}`);
    await desk.drain();
    expect([...votesOf(await desk.now(id))].sort()).toEqual(['Carol Clark approved', 'Nils Novak approved', 'Olga Olsen approved', 'Paul Park approved']);
    const [board] = desk.boardChannel();
    for (const shown of [board?.card, ...members.map((who) => desk.last(who).card)]) expect(wordsOn(shown)).toContain('Scheduled');
  });
});
