// If this fails, a decision that is asked for in Teams does not reach those who decide, or the others keep seeing an old card.
import { BOARD_CHANNEL, RISKY, startChangeBotDesk, votesOf, type ChangeBotDesk } from '../_support/change-bot-desk';
import type { BotMessage } from '../_support/fake-connector';
import { startInstance } from '../_support/bot-desk';
import { actionsOf, buttonsOn, chatOf, memberOf, userIdOf, wordsOn } from '../_support/teams-client';

let desk: ChangeBotDesk;
beforeEach(async () => {
  desk = await startChangeBotDesk();
});
afterEach(() => desk.close());

describe('the round trip', () => {
  test('submitted: who is awaited gets a card; decided: the next one gets theirs, and every copy is current', async () => {
    const id = await desk.givenSubmitted();
    const question = desk.last('carol');
    expect(wordsOn(question.card)).toContain('Update the web server');
    expect(desk.chat('mona')).toEqual([]);
    const { card } = await desk.person('carol').presses(question, 'Approve');
    expect(wordsOn(card)).toContain(`You approved ${id}`);
    expect(buttonsOn(card)).not.toContain('Approve');
    await desk.drain();
    expect(wordsOn(question.card)).toContain('Carol Clark: approved');
    expect(buttonsOn(question.card)).not.toContain('Approve');
    const [forMona, forNils] = [desk.last('mona'), desk.last('nils')];
    await desk.person('mona').presses(forMona, 'Approve');
    await desk.drain();
    expect(await desk.now(id)).toMatchObject({ state: 'scheduled' });
    // The other change manager need not decide any more, and sees so.
    for (const message of [question, forMona, forNils]) {
      expect(wordsOn(message.card)).toContain('Scheduled');
      expect(buttonsOn(message.card)).not.toContain('Approve');
    }
    expect(desk.told('bob')).toContain(`${id} is scheduled for`);
    expect(desk.told('carol')).not.toContain('is scheduled for');
  });

  test('the board has its card in its channel: everybody sees how it stands, only those who decide get buttons', async () => {
    const id = await desk.givenBoard();
    const [card, ...others] = desk.boardChannel();
    expect(others).toEqual([]);
    expect(wordsOn(card?.card)).toContain('Move payroll');
    expect(buttonsOn(card?.card)).toEqual(['Show details to me', 'Open in tab']);
    expect([...(card as BotMessage).card.refresh.userIds].sort()).toEqual((['carol', 'mona', 'nils', 'olga', 'paul'] as const).map(userIdOf).sort());
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
    await desk.givenBoard();
    const { userIds } = desk.boardChannel()[0]?.card.refresh as { userIds: readonly string[] };
    expect(userIds).toHaveLength(60);
    expect([...userIds.slice(0, 4)].sort()).toEqual((['mona', 'nils', 'olga', 'paul'] as const).map(userIdOf).sort());
  });

  test('a refusal with its reason reaches the author, and the cards of the others say so', async () => {
    const id = await desk.givenSubmitted();
    const question = desk.last('carol');
    const { card } = await desk.person('carol').presses(question, 'Refuse', { comment: 'The way back is not clear.' });
    expect(wordsOn(card)).toContain(`You refused ${id}`);
    await desk.drain();
    expect(desk.told('bob')).toContain('The way back is not clear.');
    expect(wordsOn(question.card)).toContain('Being written by Bob Brown');
    expect(await desk.now(id)).toMatchObject({ state: 'new' });
  });

  test('asking back is told to the author as a question', async () => {
    const id = await desk.givenSubmitted();
    await desk.person('carol').presses(desk.last('carol'), 'Ask back', { comment: 'Who tells the users?' });
    await desk.drain();
    expect(desk.told('bob')).toContain(`Carol Clark has a question before deciding on ${id}: Who tells the users?`);
  });

  test('a reminder and an escalation bring a card to whoever may decide then, an expiry goes back to the author', async () => {
    const id = await desk.givenSubmitted();
    desk.changes.clock.advance(9 * 3_600_000);
    await desk.drain();
    expect(desk.last('carol').summary).toContain('still awaited');
    desk.changes.clock.advance(64 * 3_600_000);
    await desk.drain();
    expect(desk.told('bob')).toContain(`Nobody has decided on ${id} in time`);
    expect(buttonsOn(desk.last('carol').card)).not.toContain('Approve');
  });
});

test('a substitute gets the card too, decides for whom they stand in for, and it says so', async () => {
  await desk.changes.perform('nils', 'delegations.add', undefined, { toId: desk.changes.people.dora.id, startsAt: '2026-03-01T00:00:00.000Z', endsAt: '2026-04-01T00:00:00.000Z' });
  const id = await desk.givenSubmitted();
  await desk.changes.vote('carol', id);
  await desk.drain();
  const question = desk.last('dora');
  expect(wordsOn(question.card)).toContain('You are asked for Nils Novak');
  await desk.person('dora').presses(question, 'Approve');
  await desk.drain();
  expect(votesOf(await desk.now(id))).toContain('Dora Diaz approved');
  expect(wordsOn(desk.last('nils').card)).toContain('Dora Diaz for Nils Novak: approved');
});

test('whoever does not stand in any more loses the buttons: taken back, or over', async () => {
  const { id: standIn } = await desk.changes.perform('nils', 'delegations.add', undefined, { toId: desk.changes.people.dora.id, startsAt: '2026-03-01T00:00:00.000Z', endsAt: '2026-03-03T00:00:00.000Z' });
  const id = await desk.givenSubmitted();
  await desk.changes.vote('carol', id);
  await desk.drain();
  const question = desk.last('dora');
  expect(buttonsOn(question.card)).toContain('Approve');
  await desk.changes.perform('nils', 'delegations.retire', standIn);
  await desk.drain();
  expect(buttonsOn(question.card)).not.toContain('Approve');
  expect(buttonsOn(desk.last('nils').card)).toContain('Approve');
  await desk.changes.perform('nils', 'delegations.restore', standIn);
  await desk.drain();
  const again = desk.last('dora');
  expect(buttonsOn(again.card)).toContain('Approve');
  desk.changes.clock.set('2026-03-03T00:00:00.000Z');
  await desk.drain();
  expect(buttonsOn(again.card)).not.toContain('Approve');
  expect((await desk.now(id)).version).toBe(3);
});

test('somebody who implements it no longer, and so may decide, has the buttons on the card they have', async () => {
  const { id } = await desk.changes.submitted({ implementerId: desk.changes.people.carol.id }, 'fay');
  await desk.drain();
  expect(buttonsOn(desk.last('carol').card)).not.toContain('Approve');
  desk.changes.clock.advance(1_000);
  await desk.changes.perform('fay', 'changes.edit', id, { implementerId: desk.changes.people.bob.id });
  await desk.drain();
  expect(buttonsOn(desk.last('carol').card)).toContain('Approve');
  expect(desk.last('carol').summary).toContain('needs your decision');
  expect(desk.told('bob')).toContain('(Implementer)');
});

test('whoever brings it about by themselves that they are asked gets the question too, unless they have a card', async () => {
  const id = await desk.givenSubmitted();
  await desk.changes.perform('carol', 'delegations.add', undefined, { toId: desk.changes.people.mona.id, startsAt: '2026-03-01T00:00:00.000Z', endsAt: '2026-04-01T00:00:00.000Z' });
  expect(desk.chat('mona')).toEqual([]);
  await desk.changes.vote('mona', id);
  await desk.drain();
  expect(buttonsOn(desk.last('mona').card)).toContain('Approve');
  const messages = desk.chat('mona').length;
  await desk.changes.perform('mona', 'changes.withdrawVote', id, { step: 'peer' });
  await desk.changes.vote('mona', id);
  await desk.drain();
  expect(desk.chat('mona')).toHaveLength(messages);
  expect(buttonsOn(desk.last('mona').card)).toContain('Approve');
});

test('the card of a change that went back shows what it runs into now', async () => {
  const id = await desk.givenSubmitted();
  const { id: other } = await desk.changes.submitted({ title: 'Move the web server' }, 'fay');
  await desk.drain();
  const newest = (who: 'bob' | 'carol'): BotMessage => desk.chat(who).findLast(({ card }) => card?.fallbackText.includes(id)) as BotMessage;
  await desk.person('carol').presses(newest('carol'), 'Refuse', { comment: 'Not in that week.' });
  await desk.drain();
  const own = newest('bob');
  expect(wordsOn(own.card)).toContain('Move the web server');
  await desk.changes.perform('mona', 'changes.cancel', other, { reason: 'withdrawn' });
  await desk.drain();
  expect(wordsOn(own.card)).not.toContain('Move the web server');
});

test('a card that was on its way while the change was edited is not left as it was', async () => {
  const other = await startInstance(desk.test, await desk.changes.openSecondApp());
  const held = desk.connector.holdAnswer(chatOf('carol').id);
  const { id } = await desk.changes.submitted();
  await held.arrived;
  desk.changes.clock.advance(1_000);
  await desk.changes.perform('bob', 'changes.edit', id, { title: 'Replace the web server' });
  await other.jobs.drain();
  held.release();
  await desk.drain();
  await other.jobs.stop();
  await other.server.close();
  expect(wordsOn(desk.last('carol').card)).toContain('Replace the web server');
});

describe('a substitute who is named after the question was asked', () => {
  const name = (startsAt: string, more: object = {}) =>
    desk.changes.perform('nils', 'delegations.add', undefined, { toId: desk.changes.people.dora.id, startsAt, endsAt: '2026-04-01T00:00:00.000Z', ...more });

  async function givenAsked(): Promise<string> {
    const id = await desk.givenSubmitted();
    await desk.changes.vote('carol', id);
    await desk.drain();
    expect(desk.chat('dora')).toEqual([]);
    return id;
  }

  test('gets it at once, decides, and is not asked a second time by whatever is changed about it', async () => {
    const id = await givenAsked();
    const entry = await name('2026-03-01T00:00:00.000Z');
    await desk.drain();
    const question = desk.last('dora');
    expect(question.announced).toContain(`Nils Novak is away, and you decide instead: ${id}`);
    expect(wordsOn(question.card)).toContain('You are asked for Nils Novak');
    await desk.changes.perform('nils', 'delegations.change', entry.id, { reason: 'Holiday' });
    await desk.drain();
    expect(desk.chat('dora')).toHaveLength(1);
    await desk.person('dora').presses(question, 'Approve');
    await desk.drain();
    expect(votesOf(await desk.now(id))).toContain('Dora Diaz approved');
  });

  test('gets it when their time comes, where that is later, and not when it is called off before', async () => {
    await givenAsked();
    const entry = await name('2026-03-02T12:00:00.000Z');
    await desk.drain();
    expect(desk.chat('dora')).toEqual([]);
    await desk.changes.perform('nils', 'delegations.retire', entry.id);
    desk.changes.clock.advance(4 * 3_600_000);
    await desk.drain();
    expect(desk.chat('dora')).toEqual([]);
    await name('2026-03-02T14:00:00.000Z');
    desk.changes.clock.advance(2 * 3_600_000);
    await desk.drain();
    expect(wordsOn(desk.last('dora').card)).toContain('You are asked for Nils Novak');
    await desk.drain();
    expect(desk.chat('dora')).toHaveLength(1);
  });

  test('gets nothing that is not theirs to decide, or was decided meanwhile', async () => {
    const id = await givenAsked();
    await desk.changes.perform('nils', 'delegations.add', undefined, { toId: desk.changes.people.bob.id, startsAt: '2026-03-01T00:00:00.000Z', endsAt: '2026-04-01T00:00:00.000Z' });
    await desk.drain();
    expect(desk.told('bob')).not.toContain('you decide instead');
    await desk.changes.vote('mona', id);
    await name('2026-03-01T00:00:00.000Z');
    await desk.drain();
    expect(desk.chat('dora')).toEqual([]);
  });
});

test('a review that is overdue is told to whoever can do it, once, and those who manage changes hear of it later', async () => {
  const id = await desk.givenSubmitted();
  await desk.changes.vote('carol', id);
  await desk.changes.vote('mona', id);
  desk.changes.clock.set('2026-03-04T20:00:00.000Z');
  await desk.changes.perform('bob', 'changes.start', id);
  await desk.changes.perform('bob', 'changes.finish', id, { outcome: 'backedOut' });
  await desk.drain();
  // Bob did the work himself, so it is for those who manage changes.
  for (const at of ['2026-03-11T20:00:00.000Z', '2026-03-12T20:00:00.000Z']) {
    desk.changes.clock.set(at);
    await desk.drain();
    expect(desk.chat('mona').filter(({ summary }) => summary?.includes(`The review of ${id} is due`))).toHaveLength(1);
  }
  desk.changes.clock.set('2026-03-13T20:00:00.000Z');
  await desk.drain();
  expect(desk.told('nils')).toContain(`Nobody has reviewed ${id} yet`);
  expect(desk.told('bob')).not.toContain('The review of');
  await desk.changes.perform('mona', 'changes.completeReview', id, { objectivesMet: 'no', rootCause: 'A full disk.' });
  const heard = desk.chat('nils').length;
  desk.changes.clock.set('2026-03-20T20:00:00.000Z');
  await desk.drain();
  expect(desk.chat('nils')).toHaveLength(heard);
});

describe('a high risk', () => {
  test('is confirmed in a dialog, with a reason', async () => {
    const id = await desk.givenBoard();
    const question = desk.last('olga');
    const dialog = await desk.person('olga').opensDialog(question, 'Approve…');
    expect(wordsOn(dialog.card)).toContain('Move payroll');
    await expect(desk.person('olga').sendsDialog(dialog, 'Yes, approve', { isConfirmed: 'true' })).rejects.toThrow('comment is empty');
    const sent = await desk.person('olga').sendsDialog(dialog, 'Yes, approve', { isConfirmed: 'true', comment: 'Tested twice.' });
    expect(wordsOn(sent.card)).toContain(`You approved ${id}`);
    await desk.drain();
    const board = (await desk.now(id)).steps.find(({ id: step }) => step === 'board');
    expect(board?.votes).toMatchObject([{ name: 'Olga Olsen', decision: 'approved', comment: 'Tested twice.' }]);
    expect(wordsOn(question.card)).toContain('Olga Olsen: approved – Tested twice.');
  });

  test('without the second confirmation nothing happens, and the answer asks for it', async () => {
    const id = await desk.givenBoard();
    const question = desk.last('olga');
    const seat = (await desk.changes.open(id, 'olga')).mySeats[0];
    const data = { id, version: (await desk.now(id)).version, step: seat?.step, token: seat?.token, card: { view: 'approver' } };
    const { card } = await desk.forge('olga', question, { type: 'Action.Execute', verb: 'changes.approve', data });
    expect(wordsOn(card)).toContain('confirm once more');
    expect(buttonsOn(card)).toContain('Yes, approve');
    expect(votesOf(await desk.now(id))).toEqual(['Carol Clark approved']);
    question.views.set(userIdOf('olga'), card);
    await desk.person('olga').presses(question, 'Yes, approve', { comment: 'Tested twice.' });
    expect(votesOf(await desk.now(id))).toContain('Olga Olsen approved');
  });

  test('a dialog does not open for somebody else, and sent with their data it decides nothing', async () => {
    const id = await desk.givenBoard();
    const question = desk.last('olga');
    const dialog = await desk.person('olga').opensDialog(question, 'Approve…');
    const [button] = [...actionsOf(dialog.card)].map(({ action }) => action);
    for (const who of ['bob', 'gus', 'fay'] as const) {
      const opened = await desk.person(who).invokes('task/fetch', { data: { id, version: 3, card: { action: 'changes.approve', seat: 'board' } } });
      expect(buttonsOn(opened.body.task.value.card.content)).toEqual([]);
      const sent = await desk.person(who).invokes('task/submit', { data: { ...button.data, 'approve.comment': 'Mine.', 'approve.isConfirmed': 'true' } });
      expect(wordsOn(sent.body.task.value.card.content)).toContain(id);
    }
    expect(votesOf(await desk.now(id))).toEqual(['Carol Clark approved']);
    expect(await desk.refusals(id)).toHaveLength(3);
    const hidden = await desk.person('ivy').invokes('task/fetch', { data: { id, version: 3, card: { action: 'changes.approve', seat: 'board' } } });
    expect(JSON.stringify(hidden.body)).not.toContain('payroll');
  });

  test('a dialog that was open while the plan changed decides nothing, and shows the change as it is now', async () => {
    const id = await desk.givenBoard();
    const dialog = await desk.person('olga').opensDialog(desk.last('olga'), 'Approve…');
    await desk.changes.perform('bob', 'changes.edit', id, { backoutPlan: 'There is none.' });
    const sent = await desk.person('olga').sendsDialog(dialog, 'Yes, approve', { isConfirmed: 'true', comment: 'Tested twice.' });
    expect(wordsOn(sent.card)).toContain('There is none.');
    expect(votesOf(await desk.now(id)).filter((vote) => vote.startsWith('Olga'))).toEqual([]);
    expect(await desk.refusals(id)).toHaveLength(1);
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
    // Carol is on the board too, and has the card from which she voted.
    expect((await desk.deliveries(id)).filter(({ state }) => state !== 'sent')).toMatchObject([{ target: { personId: desk.changes.people.carol.id }, reason: 'hasCard' }]);
  });

  test('a decision is answered at once all the same, and the copies follow when Teams takes them', async () => {
    const id = await desk.givenSubmitted();
    const question = desk.last('carol');
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
    expect(wordsOn(desk.last('mona').card)).toContain('Your decision is needed');
  });
});

test('a board without a channel, or whose channel is gone, is asked in the chats of its members', async () => {
  desk.connector.remove(BOARD_CHANNEL.id);
  const id = await desk.givenBoard();
  expect(desk.boardChannel()).toEqual([]);
  for (const who of ['olga', 'paul', 'mona', 'nils'] as const) expect(wordsOn(desk.last(who).card)).toContain(id);
});
