// If this fails, somebody in Teams cannot plan, decide or be stood in for by writing: nothing is scheduled, or a channel reads what was for one person.
import type { ChangeView } from '../../shared/changes';
import { BOARD_CHANNEL, startChangeBotDesk, type ChangeBotDesk } from '../_support/change-bot-desk';
import { NETWORK_CHANNEL } from '../_support/bot-desk';
import type { BotMessage, Json } from '../_support/fake-connector';
import { actionsOf, buttonsOn, wordsOn, type TeamsKey } from '../_support/teams-client';

let desk: ChangeBotDesk;
beforeEach(async () => {
  desk = await startChangeBotDesk();
});
afterEach(() => desk.close());

/** Writes, and expects one card back. */
async function asks(who: TeamsKey, text: string, more: object = {}): Promise<BotMessage> {
  const { status, messages } = await desk.person(who).writes(text, more);
  expect(status).toBe(200);
  return messages.at(-1) as BotMessage;
}
const idIn = (card: Json): string => /CHG\d{7}/.exec(wordsOn(card))?.[0] ?? '';
const now = (id: string): Promise<ChangeView> => desk.changes.open(id, 'mona');

/** A change that went well: the evidence that it can be done that way. */
async function givenDone(): Promise<string> {
  const { changes } = desk;
  const { id } = await changes.submitted({ plannedStart: '2026-03-02T09:00:00.000Z', plannedEnd: '2026-03-02T10:00:00.000Z' });
  while ((await now(id)).state !== 'scheduled') {
    const [step] = (await now(id)).steps.filter(({ state }) => state === 'requested');
    const who = (['carol', 'mona', 'olga'] as const).find((key) => step?.awaited.some((person) => person.id === changes.people[key].id));
    if (!who) throw new Error(`nobody to ask about ${id}`);
    await changes.vote(who, id);
  }
  await changes.perform('bob', 'changes.start', id);
  await changes.perform('bob', 'changes.finish', id, { outcome: 'successful' });
  const needsReview = (await now(id)).reviewReasons.length > 0;
  await changes.perform('mona', needsReview ? 'changes.completeReview' : 'changes.close', id, needsReview ? { objectivesMet: 'yes' } : {});
  return id;
}

/** A template that a change manager has agreed to. */
async function givenTemplate(): Promise<string> {
  const { changes } = desk;
  const { network } = changes.groups;
  const values = { implementationPlan: 'Install the certificate.', testPlan: 'Open the page.', backoutPlan: 'Put the old one back.', isBackoutTested: true, impact: 'None.', reach: 'few', isOutage: false, groupId: network.id, reason: 'It expires.' };
  const added = await changes.perform('bob', 'changeTemplates.add', undefined, { name: 'Renew and install a TLS certificate', nameDe: 'TLS-Zertifikat erneuern', purpose: 'Certificates that expire.', ownerId: changes.people.carol.id, values, lockedFields: ['implementationPlan', 'backoutPlan'], maxMinutes: 120 });
  await changes.perform('bob', 'changeTemplates.propose', added, { reason: 'Done often.', sampleId: await givenDone() });
  for (let tries = 0; tries < 3; tries += 1) {
    for (const who of ['carol', 'mona', 'nils', 'olga', 'paul'] as const) {
      const view = await changes.open(added.id, who).catch(() => undefined);
      const seat = view?.mySeats[0];
      if (view && seat) await changes.perform(who, 'changeTemplates.approve', view, { step: seat.step, token: seat.token, ...(seat.needsConfirmation && { isConfirmed: true }), comment: 'Fine.' });
    }
  }
  expect(await changes.open(added.id, 'mona')).toMatchObject({ state: 'approved' });
  return added.id;
}

test('one sentence and one press: a standard change from its template is scheduled', async () => {
  const templateId = await givenTemplate();
  const draft = await asks('bob', 'propose a change: renew the TLS certificate of WEB-TEST Saturday 22:00 for 1 h');
  expect(wordsOn(draft.card)).toContain('agreed beforehand with the template “Renew and install a TLS certificate”');
  expect(wordsOn(draft.card)).toContain('Everything that is needed is there');
  const { card } = await desk.person('bob').presses(draft, 'Propose and submit');
  const id = idIn(card);
  expect(wordsOn(card)).toContain(`${id} is scheduled`);
  expect(await now(id)).toMatchObject({
    type: 'standard', templateId, state: 'scheduled', title: 'Renew the TLS certificate of WEB-TEST', implementationPlan: 'Install the certificate.', implementerId: desk.changes.people.bob.id,
    plannedStart: '2026-03-07T21:00:00.000Z', plannedEnd: '2026-03-07T22:00:00.000Z',
  });
  await desk.drain();
  // The draft itself has become the change for good.
  expect(wordsOn(desk.chat('bob').find((message) => message.id === draft.id)?.card)).toContain(id);
});

test('the template by its name, and what it does not allow comes back with everything typed', async () => {
  await givenTemplate();
  const draft = await asks('bob', 'new change from template certificate: WEB-TEST on Saturday 20:00 for 3 hours');
  expect(wordsOn(draft.card)).toContain('Standard change');
  const { card } = await desk.person('bob').presses(draft, 'Propose', { 'propose.title': 'Typed with care' });
  expect(wordsOn(card)).toContain('at most 120 minutes');
  expect(JSON.stringify(card)).toContain('Typed with care');
});

test('a normal change: what is missing is asked for, decided by a substitute in words, and stands in the calendar', async () => {
  const draft = await asks('bob', 'propose a change: update WEB-TEST on Saturday 22:00 for 2 hours because of CVE-2026-1');
  await desk.person('bob').presses(draft, 'Propose and submit');
  const plan = { 'edit.implementationPlan': 'Install it', 'edit.testPlan': 'Open it', 'edit.backoutPlan': 'Restore it', 'edit.impact': 'None', 'edit.reach': 'few', 'edit.isOutage': 'false' };
  const { card } = await desk.person('bob').presses(draft, 'Save and submit', plan);
  const id = idIn(card);
  expect((await now(id)).state).toBe('assess');

  const delegation = await asks('carol', 'Fay decides for me until Friday');
  expect(wordsOn(delegation.card)).toContain('Shall Fay Fischer decide for you?');
  expect(wordsOn((await desk.person('carol').presses(delegation, 'Yes, Fay Fischer decides for me')).card)).toContain('Fay Fischer decides for you');
  // What waits already is sent to her now; it comes by itself, in the middle of what she asks otherwise.
  await desk.drain();

  const inbox = await asks('fay', 'what waits for me');
  expect(wordsOn(inbox.card)).toContain('for Carol Clark');
  const opened = await desk.person('fay').presses(inbox, 'Show');
  expect(buttonsOn(opened.card)).toContain('Approve');
  const decided = await asks('fay', `approve ${id}: looks good`);
  // The card follows the change at once, so the word of thanks on it may be gone already.
  expect(wordsOn(decided.card)).toContain('Fay Fischer for Carol Clark: approved – looks good');
  expect((await now(id)).steps[0]?.votes).toMatchObject([{ name: 'Carol Clark', byName: 'Fay Fischer', comment: 'looks good' }]);
  await asks('mona', `genehmige ${id}`);
  // Its risk decides who else is asked; here it was agreed to by everybody.
  expect((await now(id)).state).toBe('scheduled');
  expect(wordsOn((await asks('carol', 'what is changing this week')).card)).toContain(id);
});

test('when can it be done: the reason for every time that is not possible, and one press drafts it', async () => {
  await desk.changes.add('freezes', { name: 'Spring freeze', zone: 'Europe/Berlin', occurrences: [{ kind: 'once', from: '2026-03-02T00:00', to: '2026-03-08T00:00' }] });
  const slots = await asks('bob', 'when can I patch DB-01 for 2h this week or later from today?');
  expect(wordsOn(slots.card)).toContain('Spring freeze');
  const press = [...actionsOf(slots.card)].find(({ action }) => action.title === 'Take it');
  expect(press).toBeDefined();
  const { card } = await desk.person('bob').presses(slots, 'Take it');
  expect(wordsOn(card)).toContain('Shall I propose this change?');
  expect(JSON.stringify(card)).toContain('2026-03-08');
});

test('in a channel nothing private stands there, and only the author goes on with a draft', async () => {
  const { id } = await desk.changes.submitted({ title: 'Confidential plan' });
  await desk.drain();
  for (const text of ['what waits for me', 'my changes', 'who stands in for me', 'what is changing this week']) {
    const answer = await asks('carol', text, { place: NETWORK_CHANNEL });
    expect(wordsOn(answer.card)).not.toContain('Confidential plan');
  }
  const inbox = await asks('carol', 'approvals', { place: NETWORK_CHANNEL });
  const own = await desk.person('carol').presses(inbox, 'Show');
  expect(wordsOn(own.card)).toContain('Confidential plan');
  const draft = await asks('carol', 'propose a change: restart WEB-TEST tomorrow 22:00', { place: NETWORK_CHANNEL });
  const pressed = await desk.person('bob').presses(draft, 'Propose');
  expect(pressed.text).toContain('Only the person who wrote this');
  const decided = await asks('carol', `approve ${id}`, { place: BOARD_CHANNEL });
  expect(decided.text).toContain(`You approved ${id}`);
  expect((await now(id)).steps[0]?.votes).toMatchObject([{ name: 'Carol Clark' }]);
});

test('an employee’s words about changes are a report', async () => {
  const draft = await asks('alice', 'propose a change: my password please');
  expect(wordsOn(draft.card)).toContain('Shall I create this ticket?');
  const reported = await asks('bob', 'ich möchte mein Passwort ändern');
  expect(wordsOn(reported.card)).toContain('Shall I create this ticket?');
});
