// If this fails, a decision in Teams is not safe: the wrong person decides, on something they did not see, twice, or the others keep seeing an old card.
import type { ChangeView } from '../../shared/changes';
import { BOARD_CHANNEL, startChangeBotDesk, type ChangeBotDesk } from '../_support/change-bot-desk';
import type { BotMessage, Json } from '../_support/fake-connector';
import { actionsOf, buttonsOn, memberOf, userIdOf, wordsOn, type TeamsKey } from '../_support/teams-client';

let desk: ChangeBotDesk;
beforeEach(async () => {
  desk = await startChangeBotDesk();
});
afterEach(() => desk.close());

/** Low risk: one colleague of the item's group, then one change manager. */
async function givenSubmitted(input: object = {}): Promise<string> {
  const { id } = await desk.changes.submitted(input);
  await desk.drain();
  return id;
}

const RISKY = { isOutage: true, outageMinutes: 30, reach: 'all', isVendorInvolved: true, isBackoutTested: false, experience: '3', complexity: '3', recoverability: '3', testing: '3', visibility: '3', coordination: '3' };

/** High risk, and its turn for the board. */
async function givenBoard(): Promise<string> {
  const { id } = await desk.changes.submitted({ ...RISKY, title: 'Move payroll' });
  await desk.changes.vote('carol', id);
  await desk.drain();
  return id;
}

const last = (who: TeamsKey): BotMessage => desk.chat(who).at(-1) as BotMessage;
const now = (id: string): Promise<ChangeView> => desk.changes.open(id, 'mona');
const told = (who: TeamsKey): string => desk.chat(who).map(({ text, summary, card }) => `${text} ${summary} ${wordsOn(card)}`).join('\n');
const votesOf = ({ steps }: ChangeView): readonly string[] => steps.flatMap(({ votes }) => votes.map(({ name, byName, decision }) => `${byName ?? name} ${decision}`));
const codesOf = async (id: string): Promise<readonly string[]> => (await desk.changes.app.audit.list(50, id)).map(({ byName, code }) => `${byName} ${code}`);

/** The press that a button of this card makes, as the client sends it. */
function pressOf(card: Json, verb: string): Json {
  const found = [...actionsOf(card)].find(({ action }) => action.verb === verb);
  if (!found) throw new Error(`no button for ${verb}, only: ${buttonsOn(card).join(', ')}`);
  return { type: 'Action.Execute', verb, data: found.action.data };
}

/** Sends a press that no card offers to this person. */
async function forge(who: TeamsKey, message: BotMessage, action: Json): Promise<{ card: Json; text: string | undefined }> {
  const person = desk.person(who);
  const { body, status } = await person.send(person.activity('invoke', { name: 'adaptiveCard/action', replyToId: message.id, value: { action, trigger: 'manual' } }));
  expect(status).toBe(200);
  return { card: body.type === 'application/vnd.microsoft.card.adaptive' ? body.value : undefined, text: typeof body.value === 'string' ? body.value : undefined };
}

describe('the round trip', () => {
  test('submitted: who is awaited gets a card; decided: the next one gets theirs, and every copy is current', async () => {
    const id = await givenSubmitted();
    const question = last('carol');
    expect(wordsOn(question.card)).toContain('Update the web server');
    expect(desk.chat('mona')).toEqual([]);
    const { card } = await desk.person('carol').presses(question, 'Approve');
    expect(wordsOn(card)).toContain(`You approved ${id}`);
    expect(buttonsOn(card)).not.toContain('Approve');
    await desk.drain();
    expect(wordsOn(question.card)).toContain('Carol Clark: approved');
    expect(buttonsOn(question.card)).not.toContain('Approve');
    const [forMona, forNils] = [last('mona'), last('nils')];
    await desk.person('mona').presses(forMona, 'Approve');
    await desk.drain();
    expect(await now(id)).toMatchObject({ state: 'scheduled' });
    // The other change manager need not decide any more, and sees so.
    for (const message of [question, forMona, forNils]) {
      expect(wordsOn(message.card)).toContain('Scheduled');
      expect(buttonsOn(message.card)).not.toContain('Approve');
    }
    expect(told('bob')).toContain(`${id} is scheduled for`);
    expect(told('carol')).not.toContain('is scheduled for');
  });

  test('the board has its card in its channel: everybody sees how it stands, only those who decide get buttons', async () => {
    const id = await givenBoard();
    const [card, ...others] = desk.boardChannel();
    expect(others).toEqual([]);
    expect(wordsOn(card?.card)).toContain('Move payroll');
    expect(buttonsOn(card?.card)).toEqual(['Show details to me', 'Open in tab']);
    expect([...card?.card.refresh.userIds].sort()).toEqual((['carol', 'mona', 'nils', 'olga', 'paul'] as const).map(userIdOf).sort());
    expect(buttonsOn(await desk.person('olga').sees(card as BotMessage))).toContain('Approve…');
    // Gus looks over it and decides nothing; Ivy may not read it at all.
    expect(buttonsOn(await desk.person('gus').sees(card as BotMessage))).not.toContain('Approve…');
    const looked = await desk.person('ivy').presses(card as BotMessage, 'Show details to me');
    expect(looked.card).toBeUndefined();
    expect(looked.text).not.toContain('payroll');
    await desk.changes.vote('olga', id);
    await desk.drain();
    expect(wordsOn(card?.card)).toContain('Olga Olsen: approved');
  });

  test('in a channel with more people than Teams takes, those who decide are among the 60 whose view comes by itself', async () => {
    const crowd = await Promise.all(Array.from({ length: 70 }, async (_entry, index) => {
      const aadObjectId = `00000000-0000-4000-8000-0000000001${String(index).padStart(2, '0')}`;
      const mail = `agent${index}@contoso.example`;
      const id = await desk.changes.add('people', { name: `Agent ${index}`, mail, aadObjectId, language: 'en', zone: 'UTC' });
      return { id, member: { id: `29:agent${index}`, aadObjectId, name: `Agent ${index}`, email: mail, userPrincipalName: mail } };
    }));
    await desk.changes.add('groups', { name: 'Operations', memberIds: crowd.slice(0, 50).map(({ id }) => id) });
    await desk.changes.add('groups', { name: 'Night shift', memberIds: crowd.slice(50).map(({ id }) => id) });
    desk.connector.open(BOARD_CHANNEL.id, [...crowd.map(({ member }) => member), ...(['mona', 'nils', 'olga', 'paul'] as const).map(memberOf)]);
    await givenBoard();
    const { userIds } = desk.boardChannel()[0]?.card.refresh as { userIds: readonly string[] };
    expect(userIds).toHaveLength(60);
    expect([...userIds.slice(0, 4)].sort()).toEqual((['mona', 'nils', 'olga', 'paul'] as const).map(userIdOf).sort());
  });

  test('a refusal with its reason reaches the author, and the cards of the others say so', async () => {
    const id = await givenSubmitted();
    const question = last('carol');
    const { card } = await desk.person('carol').presses(question, 'Refuse', { comment: 'The way back is not clear.' });
    expect(wordsOn(card)).toContain(`You refused ${id}`);
    await desk.drain();
    expect(told('bob')).toContain('The way back is not clear.');
    expect(wordsOn(question.card)).toContain('Being written by Bob Brown');
    expect(await now(id)).toMatchObject({ state: 'new' });
  });

  test('asking back is told to the author as a question', async () => {
    const id = await givenSubmitted();
    await desk.person('carol').presses(last('carol'), 'Ask back', { comment: 'Who tells the users?' });
    await desk.drain();
    expect(told('bob')).toContain(`Carol Clark has a question before deciding on ${id}: Who tells the users?`);
  });

  test('a reminder and an escalation bring a card to whoever may decide then, an expiry goes back to the author', async () => {
    const id = await givenSubmitted();
    desk.changes.clock.advance(9 * 3_600_000);
    await desk.drain();
    expect(last('carol').summary).toContain('still awaited');
    desk.changes.clock.advance(64 * 3_600_000);
    await desk.drain();
    expect(told('bob')).toContain(`Nobody has decided on ${id} in time`);
    expect(buttonsOn(last('carol').card)).not.toContain('Approve');
  });
});

describe('an edit in between', () => {
  test('takes the consent away, says so with what was different, and the old card decides nothing any more', async () => {
    const id = await givenSubmitted();
    const question = last('carol');
    const shown = question.card;
    await desk.person('carol').presses(question, 'Approve');
    await desk.drain();
    await desk.changes.perform('bob', 'changes.edit', id, { implementationPlan: 'Replace the machine.' });
    await desk.drain();
    const again = last('carol');
    expect(again.summary).toContain(`Your decision on ${id} no longer counts, because Bob Brown changed what it was about (Implementation plan)`);
    for (const text of ['Install the packages.', 'Replace the machine.', 'No longer counts']) expect(wordsOn(again.card)).toContain(text);
    expect(wordsOn(question.card)).not.toContain('Replace the machine.');
    const { card } = await forge('carol', question, pressOf(shown, 'changes.approve'));
    expect(wordsOn(card)).toContain('That was done already');
    expect(votesOf(await now(id))).toEqual([]);
    await desk.person('carol').presses(again, 'Approve');
    expect(votesOf(await now(id))).toEqual(['Carol Clark approved']);
  });

  test('a press on a card of the former content is refused, audited, and answered with the card as it is now', async () => {
    const id = await givenSubmitted();
    const shown = last('carol').card;
    await desk.changes.perform('bob', 'changes.edit', id, { implementationPlan: 'Replace the machine.' });
    const { card } = await forge('carol', last('carol'), pressOf(shown, 'changes.approve'));
    expect(wordsOn(card)).toContain('Replace the machine.');
    expect(wordsOn(card)).toContain('Bob Brown changed this');
    expect(buttonsOn(card)).toContain('Approve');
    expect(votesOf(await now(id))).toEqual([]);
    expect(await codesOf(id)).toEqual(['Carol Clark kernel.stale']);
    // With the version put right by hand the token gives it away.
    const action = pressOf(shown, 'changes.approve');
    const { card: second } = await forge('carol', last('carol'), { ...action, data: { ...action.data, version: (await now(id)).version } });
    expect(wordsOn(second)).toContain('This changed since you saw it');
    expect(votesOf(await now(id))).toEqual([]);
    expect(await codesOf(id)).toContain('Carol Clark approvals.outdated');
  });

  test('what somebody typed on an outdated card is not lost, and not cast on the new content either', async () => {
    const id = await givenSubmitted();
    const shown = last('carol').card;
    await desk.changes.perform('bob', 'changes.edit', id, { implementationPlan: 'Replace the machine.' });
    const action = pressOf(shown, 'changes.reject');
    const { card } = await forge('carol', last('carol'), { ...action, data: { ...action.data, 'reject.comment': 'Too risky on a Wednesday.' } });
    expect(wordsOn(card)).toContain('Too risky on a Wednesday.');
    expect(wordsOn(card)).toContain('Replace the machine.');
    expect(votesOf(await now(id))).toEqual([]);
  });
});

describe('refused, audited, and answered with the card as it is', () => {
  test.each<[string, TeamsKey, string]>([
    ['the implementer and requester', 'bob', 'kernel.notAllowed'],
    ['somebody whose turn has not come', 'mona', 'kernel.notAllowed'],
    ['an agent of another group', 'fay', 'kernel.notAllowed'],
    ['an auditor', 'gus', 'kernel.notAllowed'],
  ])('the wrong person: %s', async (_name, who, code) => {
    const id = await givenSubmitted();
    const question = last('carol');
    const { card } = await forge(who, question, pressOf(question.card, 'changes.approve'));
    expect(wordsOn(card)).toContain(id);
    expect(buttonsOn(card)).not.toContain('Approve');
    expect(votesOf(await now(id))).toEqual([]);
    expect(await codesOf(id)).toEqual([`${desk.changes.people[who].name} ${code}`]);
  });

  test('somebody who may not read it gets nothing, whatever the card says it is for', async () => {
    const id = await givenSubmitted();
    const question = last('carol');
    for (const view of ['approver', 'triage', 'agent', 'requester', 'everything']) {
      const { card, text } = await forge('ivy', question, { type: 'Action.Execute', verb: 'card.refresh', data: { id, card: { view } } });
      expect(card).toBeUndefined();
      expect(text).not.toMatch(/web server|Bob/);
    }
    const { card } = await forge('ivy', question, pressOf(question.card, 'changes.approve'));
    expect(card).toBeUndefined();
    expect(await codesOf(id)).toEqual(['Ivy Iversen kernel.notFound']);
  });

  test('a forged layout shows nothing new: no token and no button of somebody else', async () => {
    const id = await givenSubmitted();
    const question = last('carol');
    const token = pressOf(question.card, 'changes.approve').data.token as string;
    for (const view of ['approver', 'triage', 'agent', 'requester']) {
      const { card } = await forge('mona', question, { type: 'Action.Execute', verb: 'card.showTicket', data: { id, card: { view } } });
      expect(JSON.stringify(card)).not.toContain(token);
      expect(buttonsOn(card)).not.toContain('Approve');
    }
  });

  test('the very same press again answers that it was done; a used token does nothing else', async () => {
    const id = await givenSubmitted();
    const question = last('carol');
    const action = pressOf(question.card, 'changes.approve');
    await forge('carol', question, action);
    const { card } = await forge('carol', question, action);
    expect(wordsOn(card)).toContain('That was done already');
    expect(await codesOf(id)).toEqual([]);
    const { card: refused } = await forge('carol', question, { ...action, verb: 'changes.reject', data: { ...action.data, comment: 'No.' } });
    expect(wordsOn(refused)).not.toContain('You refused');
    expect(votesOf(await now(id))).toEqual(['Carol Clark approved']);
    expect(await codesOf(id)).toEqual(['Carol Clark kernel.notAllowed']);
  });

  test('somebody else cannot use a token that they have seen', async () => {
    const id = await givenSubmitted();
    await desk.changes.vote('carol', id);
    await desk.drain();
    const forMona = last('mona');
    const token = pressOf(forMona.card, 'changes.approve').data.token as string;
    const forNils = last('nils');
    const own = pressOf(forNils.card, 'changes.approve');
    const { card } = await forge('nils', forNils, { ...own, data: { ...own.data, token } });
    expect(wordsOn(card)).toContain('This changed since you saw it');
    expect(await codesOf(id)).toEqual(['Nils Novak approvals.outdated']);
    expect((await now(id)).state).toBe('authorize');
  });

  test.each<[string, (data: Json, other: string) => Json, string]>([
    ['another record', (data, other) => ({ ...data, id: other }), 'approvals.outdated'],
    ['another step', (data) => ({ ...data, step: 'changeManager' }), 'approvals.stepOver'],
    ['a step that is not there', (data) => ({ ...data, step: '__proto__' }), 'approvals.stepOver'],
    ['another token', (data) => ({ ...data, token: 'x'.repeat(22) }), 'approvals.outdated'],
    ['a field that says who decides', (data) => ({ ...data, byId: 'PER0000001', seatId: 'PER0000001' }), 'kernel.unknownField'],
    ['a version of the future', (data) => ({ ...data, version: 99 }), 'kernel.stale'],
  ])('an edited payload: %s', async (_name, edit, code) => {
    const id = await givenSubmitted();
    const question = last('carol');
    const { id: other } = await desk.changes.submitted({ plannedStart: '2026-03-06T20:00:00.000Z', plannedEnd: '2026-03-06T22:00:00.000Z' });
    const action = pressOf(question.card, 'changes.approve');
    const data = edit(action.data, other);
    const { card } = await forge('carol', question, { ...action, data });
    expect(wordsOn(card)).toContain(data.id);
    expect([...votesOf(await now(id)), ...votesOf(await now(other))]).toEqual([]);
    expect(await codesOf(data.id as string)).toEqual([`Carol Clark ${code}`]);
  });

  test.each<[string, unknown]>([['no data', undefined], ['a list', [1]], ['an object as token', { token: { $ne: '' } }], ['a list as step', { step: ['peer'] }]])('a payload that is %s changes nothing', async (_name, broken) => {
    const id = await givenSubmitted();
    const question = last('carol');
    const { data } = pressOf(question.card, 'changes.approve');
    const sent = typeof broken === 'object' && !Array.isArray(broken) ? { ...data, ...broken } : broken;
    await forge('carol', question, { type: 'Action.Execute', verb: 'changes.approve', data: sent });
    expect(votesOf(await now(id))).toEqual([]);
  });

  test('a step that has expired', async () => {
    const id = await givenSubmitted();
    const question = last('carol');
    const action = pressOf(question.card, 'changes.approve');
    desk.changes.clock.advance(73 * 3_600_000);
    await desk.drain();
    const { card } = await forge('carol', question, action);
    expect(wordsOn(card)).toContain('Being written by Bob Brown');
    expect(votesOf(await now(id))).toEqual([]);
    expect((await codesOf(id)).every((code) => code.startsWith('Carol Clark'))).toBe(true);
    expect(await codesOf(id)).toHaveLength(1);
  });

  test('internal actions and unknown ones cannot be pressed', async () => {
    const id = await givenSubmitted();
    for (const verb of ['changes.nudge', 'changes.noteIncident', 'changes.__proto__', 'changes.everything']) {
      const { card } = await forge('mona', last('carol'), { type: 'Action.Execute', verb, data: { id, version: 2 } });
      expect(card).toBeUndefined();
    }
  });
});

describe('at the same time', () => {
  test('two approvers of one step: one decides it, the other sees that it is decided', async () => {
    const id = await givenSubmitted();
    await desk.changes.vote('carol', id);
    await desk.drain();
    const [forMona, forNils] = [last('mona'), last('nils')];
    const [mona, nils] = await Promise.all([
      forge('mona', forMona, pressOf(forMona.card, 'changes.approve')), forge('nils', forNils, pressOf(forNils.card, 'changes.reject')).catch((error: Error) => ({ card: undefined, text: error.message })),
    ]);
    await desk.drain();
    const view = await now(id);
    expect(votesOf(view).filter((vote) => !vote.startsWith('Carol'))).toHaveLength(1);
    expect(view.state).toBe('scheduled');
    expect(wordsOn(mona.card)).toContain(`You approved ${id}`);
    expect(wordsOn(nils.card)).not.toContain('You refused');
    for (const message of [forMona, forNils]) expect(wordsOn(message.card)).toContain('Scheduled');
  });

  test('two members of the board: both votes count, each once, and no copy stays behind', async () => {
    const id = await givenBoard();
    const members = ['olga', 'paul', 'nils'] as const;
    const answers = await Promise.all(members.map(async (who) => {
      const form = await desk.person(who).presses(last(who), 'Approve without a dialog');
      expect(buttonsOn(form.card)).toContain('Yes, approve');
      return desk.person(who).presses(last(who), 'Yes, approve', { comment: 'Agreed in the meeting.' });
    }));
    for (const { card } of answers) expect(wordsOn(card)).toContain(`You approved ${id}`);
    await desk.drain();
    expect([...votesOf(await now(id))].sort()).toEqual(['Carol Clark approved', 'Nils Novak approved', 'Olga Olsen approved', 'Paul Park approved']);
    const [board] = desk.boardChannel();
    for (const shown of [board?.card, ...members.map((who) => last(who).card)]) expect(wordsOn(shown)).toContain('Scheduled');
  });
});

test('a substitute gets the card too, decides for whom they stand in for, and it says so', async () => {
  await desk.changes.perform('nils', 'delegations.add', undefined, { toId: desk.changes.people.dora.id, startsAt: '2026-03-01T00:00:00.000Z', endsAt: '2026-04-01T00:00:00.000Z' });
  const id = await givenSubmitted();
  await desk.changes.vote('carol', id);
  await desk.drain();
  const question = last('dora');
  expect(wordsOn(question.card)).toContain('You are asked for Nils Novak');
  await desk.person('dora').presses(question, 'Approve');
  await desk.drain();
  expect(votesOf(await now(id))).toContain('Dora Diaz approved');
  expect(wordsOn(last('nils').card)).toContain('Dora Diaz for Nils Novak: approved');
});

describe('a high risk', () => {
  test('is confirmed in a dialog, with a reason', async () => {
    const id = await givenBoard();
    const question = last('olga');
    const dialog = await desk.person('olga').opensDialog(question, 'Approve…');
    expect(wordsOn(dialog.card)).toContain('Move payroll');
    await expect(desk.person('olga').sendsDialog(dialog, 'Yes, approve', { isConfirmed: 'true' })).rejects.toThrow('comment is empty');
    const sent = await desk.person('olga').sendsDialog(dialog, 'Yes, approve', { isConfirmed: 'true', comment: 'Tested twice.' });
    expect(wordsOn(sent.card)).toContain(`You approved ${id}`);
    await desk.drain();
    const board = (await now(id)).steps.find(({ id: step }) => step === 'board');
    expect(board?.votes).toMatchObject([{ name: 'Olga Olsen', decision: 'approved', comment: 'Tested twice.' }]);
    expect(wordsOn(question.card)).toContain('Olga Olsen: approved – Tested twice.');
  });

  test('without the second confirmation nothing happens, and the answer asks for it', async () => {
    const id = await givenBoard();
    const question = last('olga');
    const seat = (await desk.changes.open(id, 'olga')).mySeats[0];
    const data = { id, version: (await now(id)).version, step: seat?.step, token: seat?.token, card: { view: 'approver' } };
    const { card } = await forge('olga', question, { type: 'Action.Execute', verb: 'changes.approve', data });
    expect(wordsOn(card)).toContain('confirm once more');
    expect(buttonsOn(card)).toContain('Yes, approve');
    expect(votesOf(await now(id))).toEqual(['Carol Clark approved']);
    question.views.set(userIdOf('olga'), card);
    await desk.person('olga').presses(question, 'Yes, approve', { comment: 'Tested twice.' });
    expect(votesOf(await now(id))).toContain('Olga Olsen approved');
  });

  test('a dialog does not open for somebody else, and sent with their data it decides nothing', async () => {
    const id = await givenBoard();
    const question = last('olga');
    const dialog = await desk.person('olga').opensDialog(question, 'Approve…');
    const [button] = [...actionsOf(dialog.card)].map(({ action }) => action);
    for (const who of ['bob', 'gus', 'fay'] as const) {
      const opened = await desk.person(who).invokes('task/fetch', { data: { id, version: 3, card: { action: 'changes.approve', seat: 'board' } } });
      expect(buttonsOn(opened.body.task.value.card.content)).toEqual([]);
      const sent = await desk.person(who).invokes('task/submit', { data: { ...button.data, 'approve.comment': 'Mine.', 'approve.isConfirmed': 'true' } });
      expect(wordsOn(sent.body.task.value.card.content)).toContain(id);
    }
    expect(votesOf(await now(id))).toEqual(['Carol Clark approved']);
    expect(await codesOf(id)).toHaveLength(3);
    const hidden = await desk.person('ivy').invokes('task/fetch', { data: { id, version: 3, card: { action: 'changes.approve', seat: 'board' } } });
    expect(JSON.stringify(hidden.body)).not.toContain('payroll');
  });

  test('a dialog that was open while the plan changed decides nothing, and shows the change as it is now', async () => {
    const id = await givenBoard();
    const dialog = await desk.person('olga').opensDialog(last('olga'), 'Approve…');
    await desk.changes.perform('bob', 'changes.edit', id, { backoutPlan: 'There is none.' });
    const sent = await desk.person('olga').sendsDialog(dialog, 'Yes, approve', { isConfirmed: 'true', comment: 'Tested twice.' });
    expect(wordsOn(sent.card)).toContain('There is none.');
    expect(votesOf(await now(id)).filter((vote) => vote.startsWith('Olga'))).toEqual([]);
    expect(await codesOf(id)).toHaveLength(1);
  });

  test.each<[string, unknown]>([['nothing', undefined], ['a text', 'x'], ['no record', { card: { action: 'changes.approve' } }], ['no action', { id: 'CHG0000001' }]])('a dialog with %s is answered', async (_name, data) => {
    for (const name of ['task/fetch', 'task/submit']) {
      const { status, body } = await desk.person('olga').invokes(name, { data });
      expect({ name, status, type: body.task.type }).toEqual({ name, status: 200, type: 'message' });
    }
  });
});

describe('when Teams is too busy', () => {
  test('cards come once each, in their order, and nobody writes before the time that Teams asked for', async () => {
    desk.connector.throttle(6, 2);
    const { id } = await desk.changes.submitted({ ...RISKY, title: 'Move payroll' });
    await desk.changes.vote('carol', id);
    for (let round = 0; round < 20; round += 1) {
      await desk.drain();
      desk.changes.clock.advance(2_000);
    }
    await desk.drain();
    for (const who of ['olga', 'paul', 'mona', 'nils'] as const) expect(desk.chat(who)).toHaveLength(1);
    expect(desk.boardChannel()).toHaveLength(1);
    expect(desk.connector.impatient()).toBe(0);
    expect((await desk.deliveries(id)).filter(({ state }) => state !== 'sent')).toEqual([]);
  });

  test('a decision is answered at once all the same, and the copies follow when Teams takes them', async () => {
    const id = await givenSubmitted();
    const question = last('carol');
    desk.connector.throttle(20, 1);
    const { card } = await desk.person('carol').presses(question, 'Approve');
    expect(wordsOn(card)).toContain(`You approved ${id}`);
    await desk.drain();
    expect(wordsOn(question.card)).not.toContain('approved');
    for (let round = 0; round < 30; round += 1) {
      desk.changes.clock.advance(60_000);
      await desk.drain();
    }
    expect(wordsOn(question.card)).toContain('Carol Clark: approved');
    expect(wordsOn(last('mona').card)).toContain('Your decision is needed');
  });
});

test('a board without a channel, or whose channel is gone, is asked in the chats of its members', async () => {
  desk.connector.remove(BOARD_CHANNEL.id);
  const id = await givenBoard();
  expect(desk.boardChannel()).toEqual([]);
  for (const who of ['olga', 'paul', 'mona', 'nils'] as const) expect(wordsOn(last(who).card)).toContain(id);
});
