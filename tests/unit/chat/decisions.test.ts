// If this fails, words decide about something else than what was read, the wrong person decides, or a substitute stands in on the wrong days.
import type { ChangeView } from '../../../shared/changes';
import { actionTitles, cardText, inputIds } from '../../_support/card-check';
import { openChangeOffice, type ChangeOffice } from './change-office';
import { filled } from './office';

let here: ChangeOffice;
beforeAll(async () => {
  here = await openChangeOffice();
});
afterAll(() => here.close());

let night = 2;
/** A complete change of Bob's, submitted, in a night of its own. */
async function givenSubmitted(input: object = {}): Promise<ChangeView> {
  night += 1;
  const day = `2026-03-${String(night).padStart(2, '0')}`;
  return here.desk.submitted({ plannedStart: `${day}T20:00:00.000Z`, plannedEnd: `${day}T22:00:00.000Z`, ...input });
}
const votes = async (id: string): Promise<readonly string[]> => (await here.desk.open(id, 'bob')).steps.flatMap((step) => step.votes.map((vote) => `${vote.name} ${vote.decision}${vote.comment ? `: ${vote.comment}` : ''}`));

describe('what waits for me', () => {
  test('is one list over all practices, and each row opens the card to decide', async () => {
    const { id } = await givenSubmitted();
    await here.desk.report({ offeringId: here.desk.offerings.laptop, answers: { model: 'light' }, title: 'Laptop for Alice' });
    const card = await here.card('carol', 'what waits for me?');
    expect(cardText(card)).toContain(id);
    expect(cardText(card)).toContain('Low risk');
    const opened = await here.pressed('carol', card, 'Show');
    expect(actionTitles(opened)).toEqual(expect.arrayContaining(['Approve', 'Back']));
    expect(cardText(await here.card('dora', 'Freigaben'))).toContain('Laptop for Alice');
    expect(cardText(await here.card('hugo', 'approvals'))).toContain('Nothing waits for your decision');
  });

  test('where others read along it is shown to whoever presses', async () => {
    const { id, title } = await givenSubmitted();
    const shared = await here.card('carol', 'what waits for me', { scope: 'channel', viewerIds: ['29:carol'] });
    expect(JSON.stringify(shared)).not.toContain(id);
    expect(cardText(await here.pressed('carol', shared, 'Show'))).toContain(title);
  });
});

describe('words decide', () => {
  test('at once, where nothing can have been different', async () => {
    const { id } = await givenSubmitted();
    expect(cardText(await here.card('carol', `approve ${id}: looks good`))).toContain(`You approved ${id}`);
    expect(await votes(id)).toEqual(['Carol Clark approved: looks good']);
    expect(cardText(await here.card('mona', `${id} genehmigen`))).toContain(`You approved ${id}`);
    expect((await here.desk.open(id, 'bob')).state).toBe('scheduled');
  });

  test('the same message twice is one vote', async () => {
    const { id } = await givenSubmitted();
    await here.say('carol', `approve ${id}`, { key: 'twice' });
    await here.say('carol', `approve ${id}`, { key: 'twice' });
    expect(await votes(id)).toHaveLength(1);
  });

  test('a refusal and a question with their reason; without one it is asked for', async () => {
    const { id } = await givenSubmitted();
    const asked = await here.card('carol', `refuse ${id}`);
    expect(inputIds(asked)).toEqual(['reject.comment']);
    expect(await votes(id)).toEqual([]);
    await here.pressed('carol', asked, 'Refuse', { 'reject.comment': 'No back-out' });
    expect((await here.desk.open(id, 'bob')).state).toBe('new');
    const other = await givenSubmitted();
    await here.say('carol', `ask back ${other.id}: who tests it?`);
    expect((await here.desk.open(other.id, 'bob')).state).toBe('new');
  });

  test('with something that sounds like a condition the card comes first, with the comment in it', async () => {
    const { id } = await givenSubmitted();
    const card = await here.card('carol', `approve ${id} only after the month end`);
    expect(await votes(id)).toEqual([]);
    expect(cardText(card)).toContain(`Please look at ${id} before you decide`);
    expect(filled(card)).toEqual({ 'approve.comment': 'only after the month end' });
    await here.pressed('carol', card, 'Approve', filled(card));
    expect(await votes(id)).toEqual(['Carol Clark approved: only after the month end']);
  });

  test('what was edited since it was submitted is looked at first', async () => {
    const { id } = await givenSubmitted();
    await here.desk.vote('carol', id);
    await here.desk.perform('bob', 'changes.edit', id, { implementationPlan: 'Do it in another way.' });
    const card = await here.card('carol', `approve ${id}`);
    expect(await votes(id)).toEqual([]);
    expect(cardText(card)).toContain('Do it in another way.');
    await here.pressed('carol', card, 'Approve');
    expect(await votes(id)).toEqual(['Carol Clark approved']);
  });

  test('a high risk is never decided by words alone', async () => {
    const { id } = await givenSubmitted({ itemIds: [here.desk.items.database], reach: 'all', isOutage: true, outageMinutes: 60, isBackoutTested: false, isVendorInvolved: true });
    const view = await here.desk.open(id, 'carol');
    expect(view.mySeats[0]?.needsConfirmation).toBe(true);
    const card = await here.card('carol', `approve ${id}: fine`);
    expect(await votes(id)).toEqual([]);
    expect(filled(card)).toMatchObject({ 'approve.comment': 'fine' });
  });

  test('nobody decides about their own, nor what does not wait for them', async () => {
    const { id } = await givenSubmitted();
    for (const who of ['bob', 'mona', 'hugo'] as const) {
      const answer = JSON.stringify(await here.say(who, `approve ${id}`));
      expect(answer).not.toContain(`You approved`);
    }
    expect(await votes(id)).toEqual([]);
    expect(JSON.stringify(await here.say('ivy', `approve ${id}`))).not.toContain('Update the web server');
  });

  test('below the card of a change without its number; everything else there is a comment', async () => {
    const { id } = await givenSubmitted();
    const more = { threadRecordId: id, scope: 'channel' as const };
    expect((await here.say('carol', 'The rack is ready', more))[0]?.text).toContain(`on ${id}`);
    expect((await here.desk.open(id, 'bob')).timeline.some((entry) => entry.text === 'The rack is ready')).toBe(true);
    await here.say('carol', 'approve: seen on site', more);
    expect(await votes(id)).toEqual(['Carol Clark approved: seen on site']);
  });

  test('a decision is taken back in words', async () => {
    const { id } = await givenSubmitted();
    await here.desk.vote('carol', id);
    expect(cardText(await here.card('carol', `withdraw my vote on ${id}`))).toContain('taken back');
    expect(await votes(id)).toEqual([]);
  });
});

describe('substitutes', () => {
  test('who and when, to be confirmed; then the substitute decides', async () => {
    const card = await here.card('mona', 'while I am away from 2 Mar to 3 Apr Fay decides for me');
    expect(cardText(card)).toContain('Shall Fay Fischer decide for you?');
    expect(cardText(card)).toMatch(/Mar 2\s–\sFri, Apr 3 \(Europe\/Berlin\)/);
    expect([...here.desk.app.desk.directory.delegations()]).toHaveLength(0);
    const done = await here.pressed('mona', card, 'Yes, Fay Fischer decides for me', filled(card));
    expect(cardText(done)).toContain('Fay Fischer decides for you');
    await here.pressed('mona', card, 'Yes, Fay Fischer decides for me', filled(card));
    const delegations = [...here.desk.app.desk.directory.delegations()];
    expect(delegations).toMatchObject([{ fromId: here.desk.people.mona.id, toId: here.desk.people.fay.id, endsAt: '2026-04-03T22:00:00.000Z' }]);
    const { id } = await givenSubmitted();
    await here.desk.vote('carol', id);
    expect(cardText(await here.card('fay', 'what waits for me'))).toContain('for Mona Meyer');
    await here.say('fay', `approve ${id}`);
    expect((await here.desk.open(id, 'bob')).steps.flatMap((step) => step.votes)).toMatchObject([{ byName: undefined }, { name: 'Mona Meyer', byName: 'Fay Fischer' }].map((vote) => Object.fromEntries(Object.entries(vote).filter(([, value]) => value !== undefined))));
    expect(cardText(await here.card('fay', 'who stands in for me'))).toContain('You decide for');
    expect(cardText(await here.card('mona', 'Vertretung beenden'))).toContain('Fay Fischer no longer decides for you');
    expect(here.desk.actor('fay').actsFor).toEqual([]);
    expect(await here.say('mona', 'end my delegation')).toEqual([{ text: expect.stringContaining('Nobody decides for you') as string }]);
  });

  test('several people of that name are a choice, nobody is, too; dates that lack are asked for', async () => {
    await here.desk.add('people', { name: 'Carol Cooper', mail: 'cooper@contoso.example' });
    const several = await here.card('mona', 'delegate my approvals to Carol until Friday');
    expect(cardText(several)).toContain('That can be Carol Clark, Carol Cooper');
    expect(inputIds(several)).toContain('add.toId');
    const chosen = await here.pressed('mona', several, 'Yes, they decide for me', { ...filled(several), 'add.toId': here.desk.people.carol.id });
    expect(cardText(chosen)).toContain('Carol Clark decides for you');
    await here.pressed('mona', chosen, 'End');
    const nobody = await here.card('mona', 'delegate my approvals to Zacharias');
    expect(cardText(nobody)).toContain('I found nobody by that name');
    expect(cardText(nobody)).toContain('Choose from when until when');
  });

  test('what is refused comes back as it was typed', async () => {
    const card = await here.card('mona', 'Vertretung: Fay vom 20.12. bis 3.1.');
    const wrong = { ...filled(card), 'add.endsAt.date': '2026-12-01', 'add.endsAt.time': '00:00' };
    const again = await here.pressed('mona', card, 'Yes, Fay Fischer decides for me', wrong);
    expect(cardText(again)).toContain('Shall Fay Fischer decide for you?');
    expect(filled(again)).toMatchObject({ 'add.startsAt.date': '2026-12-20', 'add.endsAt.date': '2026-12-01' });
  });

  test('in a channel nobody presses it for themselves by mistake', async () => {
    const card = await here.card('mona', 'delegate my approvals to Fay until Friday', { scope: 'channel' });
    expect(await here.press('nils', card, 'Yes, Fay Fischer decides for me', filled(card))).toEqual({ message: expect.stringContaining('Everybody names their own substitute') as string });
  });
});

describe('work on changes', () => {
  test('by number: show, move, start, finish, comment, hold, resume, cancel', async () => {
    const { id } = await givenSubmitted();
    expect(cardText(await here.card('bob', `CHG${Number(id.slice(3))}`))).toContain('Update the web server');
    expect(cardText(await here.card('bob', `comment ${id}: rack is ready`))).toContain(`Your message is on ${id}`);
    const moved = await here.card('bob', `move ${id} to 20 March 23:00`);
    expect(filled(moved)).toMatchObject({ 'reschedule.plannedStart.date': '2026-03-20', 'reschedule.plannedStart.time': '23:00', 'reschedule.plannedEnd.date': '2026-03-21', 'reschedule.plannedEnd.time': '01:00' });
    await here.pressed('bob', moved, 'Reschedule', filled(moved));
    expect((await here.desk.open(id, 'bob')).plannedStart).toBe('2026-03-20T22:00:00.000Z');
    const hold = await here.card('bob', `hold ${id}`);
    await here.pressed('bob', hold, actionTitles(hold)[0]!, { 'hold.reason': 'supplier' });
    expect((await here.desk.open(id, 'bob')).isOnHold).toBe(true);
    await here.say('bob', `resume ${id}`);
    await here.desk.vote('carol', id);
    await here.desk.vote('mona', id);
    expect(cardText(await here.card('bob', `start ${id}`))).toContain('It may start at most');
    here.desk.clock.set('2026-03-20T22:00:00.000Z');
    expect(cardText(await here.card('bob', `starte ${id}`))).toContain('has started');
    const finish = await here.card('bob', `finish ${id} successful: all went well`);
    expect(filled(finish)).toMatchObject({ 'finish.outcome': 'successful', 'finish.notes': 'all went well' });
    await here.pressed('bob', finish, actionTitles(finish)[0]!, filled(finish));
    expect(await here.desk.open(id, 'bob')).toMatchObject({ state: 'review', outcome: 'successful', finishNotes: 'all went well' });
    here.desk.clock.set('2026-03-02T09:00:00.000Z');
    const other = await givenSubmitted();
    const cancel = await here.card('bob', `cancel ${other.id} not needed any more`);
    await here.pressed('bob', cancel, actionTitles(cancel)[0]!, filled(cancel));
    expect(await here.desk.open(other.id, 'bob')).toMatchObject({ state: 'cancelled' });
    expect(cardText(await here.card('bob', `start ${other.id}`))).toContain('has ended');
  });

  test('what cannot be done says whom it waits for', async () => {
    const { id } = await givenSubmitted();
    expect(cardText(await here.card('bob', `start ${id}`))).toContain('Carol Clark');
  });

  test('a number with something about it is offered as a comment; to others it is a report', async () => {
    const { id } = await givenSubmitted();
    const card = await here.card('fay', `${id} who tells the users?`);
    expect(filled(card)).toEqual({ 'comment.text': 'who tells the users?' });
    expect(cardText(await here.card('alice', `${id} broke my VPN`))).toContain('Shall I create this ticket?');
  });

  test('lists: all, mine', async () => {
    const { id } = await givenSubmitted();
    expect(cardText(await here.card('carol', 'changes'))).toMatch(/CHG\d{7}/);
    const mine = cardText(await here.card('bob', 'my changes'));
    expect(mine).toContain('You do these');
    expect(mine).toContain(id.slice(0, 3));
    expect(cardText(await here.card('bob', 'help'))).toContain('propose a change');
    expect(cardText(await here.card('alice', 'help'))).not.toContain('propose a change');
  });

  test('a number that is not there, or not for the writer, is not found', async () => {
    const { id } = await givenSubmitted();
    expect((await here.say('ivy', id))[0]?.text).toBeDefined();
    expect((await here.say('bob', 'CHG9999999'))[0]?.text).toBeDefined();
    expect((await here.say('bob', 'approve CHG9999999'))[0]?.text).toBeDefined();
  });
});
