// If this fails, somebody decides on a change by a card that Teams does not draw, that hides what matters, or whose buttons are not theirs.
import { AUDIENCES, renderChangeCard, type CardContext, type CardJson } from '../../../bot/cards';
import { changeCards } from '../../../bot/cards/changes/change-cards';
import { CARD_VERBS } from '../../../bot/cards/parts/actions';
import { cleanText } from '../../../bot/cards/parts/plain-text';
import { readerOf } from '../../../bot/cards/parts/ticket-words';
import type { ChangeView } from '../../../shared/changes';
import type { Actor, RecordView } from '../../../shared/kernel';
import { translator } from '../../../shared/strings';
import { actionTitles, buttonsOf, cardProblems, cardText, inputIds } from '../../_support/card-check';
import { createChangeDesk, WINDOW, type ChangeDesk, type ChangePerson } from '../../_support/change-desk';

let desk: ChangeDesk;
/** One change per state, by name. */
const changes = new Map<string, string>();
const t = translator('en');

const context = (more: Partial<CardContext> = {}): CardContext => ({
  directory: desk.app.desk.directory, now: desk.clock.now().toISOString(), link: (target) => `https://bellhop.example/tab/#/${target}`, ...more,
});

async function viewFor(name: string, actor: Actor): Promise<ChangeView | undefined> {
  const opened = await desk.app.open(changes.get(name) ?? name, actor);
  return 'record' in opened ? (opened.record as ChangeView) : undefined;
}

async function viewOf(name: string, who: ChangePerson): Promise<ChangeView> {
  const view = await viewFor(name, desk.actor(who));
  if (!view) throw new Error(`${who} may not read ${name}`);
  return view;
}

const cardFor = async (name: string, who: ChangePerson, audience: (typeof AUDIENCES)[number]): Promise<CardJson> =>
  renderChangeCard(await viewOf(name, who), audience, desk.actor(who), context());

const RISKY = { isOutage: true, outageMinutes: 30, reach: 'all', isVendorInvolved: true, isBackoutTested: false, experience: '3', complexity: '3', recoverability: '3', testing: '3', visibility: '3', coordination: '3' };

async function story(name: string, input: object, steps: (id: string) => Promise<unknown>): Promise<void> {
  const { id } = await desk.propose(input);
  changes.set(name, id);
  await steps(id);
}

async function tellStories(): Promise<void> {
  const submit = (id: string) => desk.perform('bob', 'changes.submit', id);
  await story('new', {}, async () => undefined);
  await story('incomplete', { testPlan: '' }, async () => undefined);
  await story('assess', {}, submit);
  await story('high', { ...RISKY, itemIds: [desk.items.payroll, desk.items.database], serviceIds: [desk.services.payroll] }, submit);
  await story('board', { ...RISKY, title: 'Move payroll to another data center' }, async (id) => {
    await submit(id);
    await desk.vote('carol', id);
  });
  await story('rejected', {}, async (id) => {
    await submit(id);
    await desk.vote('carol', id, 'reject', { comment: 'The way back is not clear.' });
  });
  await story('returned', {}, async (id) => {
    await submit(id);
    await desk.vote('carol', id, 'returnForInfo', { comment: 'Who tells the users?' });
  });
  await story('edited', {}, async (id) => {
    await submit(id);
    await desk.vote('carol', id);
    await desk.perform('bob', 'changes.edit', id, { implementationPlan: 'Replace the machine.', plannedEnd: '2026-03-04T23:00:00.000Z' });
  });
  await story('held', {}, async (id) => {
    await submit(id);
    await desk.perform('bob', 'changes.hold', id, { reason: 'supplier', note: 'Parts are late' });
  });
  await story('cancelled', {}, async (id) => desk.perform('bob', 'changes.cancel', id, { reason: 'notNeeded' }));
  const agreed = async (id: string) => {
    await submit(id);
    await desk.vote('carol', id);
    await desk.vote('mona', id);
  };
  const itemId = await desk.add('items', { name: 'WEB-OTHER', class: 'server', environment: 'test', criticality: 'low', groupId: desk.groups.network.id });
  const own = { itemIds: [itemId], implementerId: desk.people.bob.id };
  const at = (day: number) => ({ plannedStart: `2026-03-${day}T20:00:00.000Z`, plannedEnd: `2026-03-${day}T22:00:00.000Z` });
  await story('scheduled', { ...own, ...at(10) }, agreed);
  await story('review', { ...own, ...at(11), type: 'emergency', emergencyReason: 'security' }, async (id) => {
    await submit(id);
    await desk.vote('mona', id);
    desk.clock.set('2026-03-11T20:00:00.000Z');
    await desk.perform('bob', 'changes.start', id);
    await desk.perform('bob', 'changes.addTask', id, { title: 'Tell the users', kind: 'implementation' });
    changes.set('implement', id);
  });
  changes.delete('review');
  await story('done', { ...own, ...at(12) }, async (id) => {
    await agreed(id);
    desk.clock.set('2026-03-12T20:00:00.000Z');
    await desk.perform('bob', 'changes.start', id);
    await desk.perform('bob', 'changes.finish', id, { outcome: 'withIssues', notes: 'Took longer.' });
  });
  desk.clock.set('2026-03-02T09:00:00.000Z');
}

beforeAll(async () => {
  desk = await createChangeDesk();
  await tellStories();
}, 60_000);
afterAll(() => desk.close());

const READERS: readonly ChangePerson[] = ['bob', 'carol', 'mona', 'olga', 'paul', 'gus', 'ivy'];

/** The actions behind the buttons, those that open a form or a dialog included. */
function offeredBy(card: CardJson): readonly string[] {
  const dialogs = ((card.actions ?? []) as { type: string; data?: { card?: { action?: string } } }[]).flatMap(({ type, data }) => (type === 'Action.Submit' ? [data?.card?.action ?? ''] : []));
  return [...dialogs, ...buttonsOf(card).map(({ verb, data }) => (verb === 'card.showForm' ? String((data.card as RecordView).action) : verb))];
}

test('in every state, for every reader, in both languages: drawn by Teams, with no button that is not theirs', async () => {
  let drawn = 0;
  for (const name of changes.keys()) {
    for (const who of READERS) {
      for (const language of ['en', 'de'] as const) {
        const actor = { ...desk.actor(who), language };
        const view = await viewFor(name, actor);
        if (!view) continue;
        for (const audience of AUDIENCES) {
          const own = renderChangeCard(view, audience, actor, context());
          expect({ name, who, audience, language, problems: cardProblems(own) }).toMatchObject({ problems: [] });
          expect(offeredBy(own).filter((verb) => ![...view.can, ...CARD_VERBS].includes(verb))).toEqual([]);
          const shared = renderChangeCard(view, audience, undefined, context({ viewerIds: ['29:a'], language }));
          expect({ name, audience, language, problems: cardProblems(shared) }).toMatchObject({ problems: [] });
          expect(buttonsOf(shared).map(({ verb }) => verb)).toEqual(['card.refresh']);
          drawn += 2;
        }
      }
    }
  }
  expect(drawn).toBeGreaterThan(500);
});

test('an approver sees all that is needed to decide', async () => {
  const card = cardText(await cardFor('high', 'carol', 'approver'));
  for (const text of ['Your decision is needed', 'Update the web server', 'Payroll application', 'DB-01', '30 minutes', 'Bob Brown', 'Install the packages.', 'Restore the snapshot.', 'Security fixes', 'Waits for']) expect(card).toContain(text);
  const view = await viewOf('high', 'carol');
  expect(card).toContain(view.risk.lines[0]?.text);
  expect(card).toContain(view.steps.find(({ id }) => id === view.mySeats[0]?.step)?.because);
});

test('whoever has to decide can do so on every card of theirs, also on one that was laid out for something else', async () => {
  for (const audience of AUDIENCES) expect(actionTitles(await cardFor('assess', 'carol', audience))).toContain('Approve');
  expect(actionTitles(await cardFor('assess', 'bob', 'agent'))).not.toContain('Approve');
});

test('each press carries record, version, step and the token of the own seat', async () => {
  const view = await viewOf('assess', 'carol');
  const [seat] = view.mySeats;
  const card = await cardFor('assess', 'carol', 'approver');
  const votes = buttonsOf(card).filter(({ verb }) => /approve|reject|returnForInfo/.test(verb));
  expect(votes.map(({ verb }) => verb)).toEqual(['changes.approve', 'changes.reject', 'changes.returnForInfo']);
  for (const { data } of votes) expect(data).toMatchObject({ id: view.id, version: view.version, step: seat?.step, token: seat?.token });
  expect(actionTitles(card)).toEqual(expect.arrayContaining([t('action.changes.approve'), t('action.changes.reject'), t('action.changes.returnForInfo'), 'Open in tab']));
});

test('nobody gets the token of somebody else, on no card', async () => {
  const token = (await viewOf('assess', 'carol')).mySeats[0]?.token ?? 'none';
  for (const who of READERS.filter((key) => key !== 'carol')) {
    const view = await viewFor('assess', desk.actor(who));
    for (const audience of AUDIENCES) {
      if (view) expect(JSON.stringify(renderChangeCard(view, audience, desk.actor(who), context()))).not.toContain(token);
    }
  }
  expect(JSON.stringify(renderChangeCard(await viewOf('assess', 'mona'), 'triage', undefined, context({ viewerIds: [] })))).not.toContain(token);
});

test('with a high risk the button opens a dialog, and there is a way without one', async () => {
  const card = await cardFor('board', 'olga', 'approver');
  const [dialog] = (card.actions as { type: string; data: { msteams: object; card: object } }[]).filter(({ type }) => type === 'Action.Submit');
  expect(dialog?.data).toMatchObject({ msteams: { type: 'task/fetch' }, card: { action: 'changes.approve', seat: 'board' } });
  expect(buttonsOf(card).map(({ verb }) => verb)).not.toContain('changes.approve');
  expect(buttonsOf(card).filter(({ verb }) => verb === 'card.showForm').map(({ data }) => data.card)).toContainEqual(expect.objectContaining({ action: 'changes.approve', seat: 'board' }));
});

test('the form without a dialog asks for the reason, and its button is the second confirmation', async () => {
  const view = await viewOf('board', 'olga');
  const actor = desk.actor('olga');
  const form = changeCards.form({ view, audience: 'approver', reader: readerOf(actor, context()), context: context(), action: 'changes.approve', card: { seat: 'board' }, fixed: {} });
  expect(cardProblems(form as CardJson)).toEqual([]);
  expect(inputIds(form as CardJson)).toEqual(['approve.comment']);
  expect(buttonsOf(form as CardJson)[0]).toMatchObject({ verb: 'changes.approve', data: { step: 'board', isConfirmed: true } });
  const outdated = changeCards.form({ view, audience: 'approver', reader: readerOf(actor, context()), context: context(), action: 'changes.approve', card: {}, fixed: {}, values: { step: 'board', token: 'of-former-content' } });
  expect(outdated).toBeUndefined();
});

test('after an edit the card shows what was different, and whose decision no longer counts', async () => {
  const card = cardText(await cardFor('edited', 'carol', 'approver'));
  for (const text of ['Changed by Bob Brown', 'Install the packages.', 'Replace the machine.', 'No longer counts: the decision of Carol Clark']) expect(card).toContain(text);
});

test('the author reads why it came back, and what is missing', async () => {
  expect(cardText(await cardFor('rejected', 'bob', 'requester'))).toContain('The way back is not clear.');
  expect(cardText(await cardFor('returned', 'bob', 'requester'))).toContain('Who tells the users?');
  expect(cardText(await cardFor('incomplete', 'bob', 'requester'))).toContain('Still missing before it can be submitted');
  expect(cardText(await cardFor('held', 'bob', 'requester'))).toContain('Parts are late');
  expect(actionTitles(await cardFor('implement', 'bob', 'agent'))).toContain(t('action.changes.finish'));
});

test('the card of the board tells its channel how it stands, and any other shared card only number and state', async () => {
  const view = await viewOf('board', 'mona');
  const board = renderChangeCard(view, 'triage', undefined, context({ viewerIds: ['29:mona'] }));
  for (const text of ['Move payroll to another data center', 'Carol Clark', 'approved', 'Waits for', 'Olga Olsen']) expect(cardText(board)).toContain(text);
  expect(board.refresh).toMatchObject({ userIds: ['29:mona'] });
  const discreet = renderChangeCard(view, 'requester', undefined, context());
  expect(JSON.stringify(discreet)).not.toMatch(/payroll|Bob|Carol|Olga/i);
});

test('several seats of one person have their own buttons, each with its own token', async () => {
  const view = await viewOf('assess', 'carol');
  const seat = view.mySeats[0]!;
  const seats = [seat, { ...seat, step: 'owner', label: 'Service owner', token: 'second', onBehalfOf: 'Olga Olsen' }];
  const card = renderChangeCard({ ...view, mySeats: seats }, 'approver', desk.actor('carol'), context());
  expect(cardProblems(card)).toEqual([]);
  expect(cardText(card)).toContain('You are asked for Olga Olsen');
  expect(buttonsOf(card).filter(({ verb }) => verb === 'changes.approve').map(({ data }) => data.token)).toEqual([seat.token, 'second']);
});

const HOSTILE = [
  '[Approve](https://evil.example) **bold** <at>Bob</at>', '<script>alert(1)</script>', '{{DATE(2020-01-01T00:00:00Z, SHORT)}}', 'a\u0000b\u202Ecod.exe', '"},{"type":"Action.OpenUrl"}', '# Heading\n- list', '𝕳'.repeat(200), '`code`',
];
const HUGE = ['ä'.repeat(20_000), '\u{1f4a5}'.repeat(9_000), 'word\n'.repeat(4_000), '"\\'.repeat(9_000)];

/** The change with this text wherever people write. */
function withText(view: ChangeView, text: string, count: number): ChangeView {
  const many = <T>(entry: T): readonly T[] => Array.from({ length: count }, () => entry);
  const vote = { personId: 'PER0000099', name: text, byName: text, decision: 'rejected' as const, at: WINDOW.plannedStart, comment: text };
  const person = { id: 'PER0000099', name: text, isRequired: false };
  return {
    ...view, title: text, description: text, reason: text, impact: text, implementationPlan: text, testPlan: text, backoutPlan: text, requesterName: text, implementerName: text, groupName: text, templateName: text, waitsFor: text,
    services: many({ id: 'SVC0000001', name: text }), items: many({ id: 'CIT0000001', name: text, environment: 'test', criticality: 'low' }),
    risk: { ...view.risk, lines: many({ text, points: 3 }) },
    steps: many({ id: 'board', label: text, stage: 1, state: 'requested' as const, quorum: text, because: text, reasons: [], awaited: many(person), votes: many(vote), dueAt: WINDOW.plannedStart, isBoard: true, groupIds: [] }),
    mySeats: view.mySeats.flatMap((seat) => many({ ...seat, label: text, onBehalfOf: text }).slice(0, 3)),
    edits: [{ at: WINDOW.plannedStart, byName: text, differences: many({ field: 'title', label: text, before: text, after: text }), voided: many(text) }],
    collisions: many({ key: 'k', reason: 'sameItem' as const, severity: 'warn' as const, from: WINDOW.plannedStart, to: WINDOW.plannedEnd, text, acceptedBy: text, acceptedReason: text }),
    tasks: many({ id: 't1', title: text, kind: 'test' as const, state: 'open' as const, assigneeName: text }), incidents: many({ id: 'INC0000001', title: text }),
    missing: many({ field: 'title', label: text }), hold: { reason: 'other', note: text, since: WINDOW.plannedStart, keepsSlot: true },
  };
}

/** Everything in a card that Teams would read as Markdown. */
function markdownTexts(value: unknown): string[] {
  if (Array.isArray(value)) return value.flatMap(markdownTexts);
  if (typeof value !== 'object' || value === null) return [];
  const node = value as Record<string, unknown>;
  const own = node.type === 'TextBlock' || node.type === 'FactSet' ? [JSON.stringify(node)] : [];
  return [...own, ...Object.values(node).flatMap(markdownTexts)];
}

test('what people write stays text: no link, no mention, no date, no button', async () => {
  for (const name of ['assess', 'board', 'new', 'implement']) {
    const view = await viewOf(name, 'carol');
    for (const text of HOSTILE) {
      const needle = cleanText(text).split('\n')[0]!.slice(0, 12);
      for (const audience of AUDIENCES) {
        for (const shown of [desk.actor('carol'), undefined]) {
          const card = renderChangeCard(withText(view, text, 3), audience, shown, context());
          expect(cardProblems(card)).toEqual([]);
          expect(markdownTexts(card).filter((markdown) => markdown.includes(JSON.stringify(needle).slice(1, -1)))).toEqual([]);
          expect(JSON.stringify(card)).not.toMatch(/\\u0000|\u202e|\{\{DATE\(2020/i);
          expect(buttonsOf(card).every(({ title }) => !title.includes(needle))).toBe(true);
        }
      }
    }
  }
});

test('huge content is cut below what Teams takes, and every button is still there', async () => {
  for (const name of ['assess', 'board', 'new']) {
    const view = await viewOf(name, 'carol');
    for (const text of HUGE) {
      for (const audience of AUDIENCES) {
        for (const shown of [desk.actor('carol'), undefined]) {
          const card = renderChangeCard(withText(view, text, 60), audience, shown, context());
          expect({ name, audience, problems: cardProblems(card) }).toMatchObject({ problems: [] });
          expect(actionTitles(card)).toContain('Open in tab');
        }
      }
    }
  }
});
