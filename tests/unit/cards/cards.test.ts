// If this fails, people see a card that Teams does not draw, that shows what they may not read, or that offers what they cannot do.
import { renderTicketCard, AUDIENCES, type CardContext, type CardJson } from '../../../bot/cards';
import { knownCard } from '../../../bot/cards/announcements/known-card';
import { helpCard } from '../../../bot/cards/chat/help-card';
import { articleCard } from '../../../bot/cards/knowledge/article-card';
import { articleBlocks } from '../../../bot/cards/knowledge/article-text';
import { CARD_VERBS } from '../../../bot/cards/parts/actions';
import { MAX_CARD_BYTES } from '../../../bot/cards/parts/card';
import { formInputs } from '../../../bot/cards/parts/form';
import { readFormData } from '../../../bot/cards/parts/form-data';
import { cleanText, cutText, excerpt } from '../../../bot/cards/parts/plain-text';
import { readerOf } from '../../../bot/cards/parts/ticket-words';
import { cancelledCard, orderCard, solvedCard } from '../../../bot/cards/tickets/draft-end-cards';
import { draftCard } from '../../../bot/cards/tickets/draft-card';
import type { DraftState } from '../../../bot/cards/tickets/draft-state';
import { ticketFormCard, wishFor } from '../../../bot/cards/tickets/form-card';
import { listCard } from '../../../bot/cards/tickets/list-card';
import type { KnownIssue } from '../../../shared/announcements';
import { ARTICLES } from '../../../shared/demo/articles';
import type { Actor, RecordView, Schema } from '../../../shared/kernel';
import type { Article } from '../../../shared/knowledge';
import type { TicketRow, TicketView } from '../../../shared/tickets';
import { holdSchema, reportSchema } from '../../../shared/tickets/ticket-schema';
import { actionTitles, buttonsOf, cardProblems, cardText, inputIds } from '../../_support/card-check';
import type { PersonKey } from '../../_support/people';
import { createTestApp, type TestApp } from '../../_support/test-app';

let test_: TestApp;
/** One ticket per state, by name. */
const tickets = new Map<string, string>();

const context = (more: Partial<CardContext> = {}): CardContext => ({
  directory: test_.app.desk.directory, now: test_.clock.now().toISOString(), link: (target) => `https://bellhop.example/tab/#/${target}`, ...more,
});

const german = (actor: Actor): Actor => ({ ...actor, language: 'de' });

async function viewOf(name: string, actor: Actor): Promise<TicketView | undefined> {
  const opened = await test_.app.open(tickets.get(name) ?? name, actor);
  return 'record' in opened ? (opened.record as TicketView) : undefined;
}

async function cardFor(name: string, who: PersonKey, audience: (typeof AUDIENCES)[number]): Promise<CardJson> {
  const actor = test_.actor(who);
  return renderTicketCard((await viewOf(name, actor)) as TicketView, audience, actor, context());
}

/** Steps after reporting, each `[who, verb, input]`. */
type Step = readonly [PersonKey, string, object?];

async function story(name: string, steps: readonly Step[], input: object = {}): Promise<void> {
  const { id } = await test_.report({ description: 'It started this morning.\nError 809.', ...input });
  tickets.set(name, id);
  for (const [who, verb, more] of steps) await test_.perform(who, `tickets.${verb}`, id, more ?? {});
}

const tomorrow = '2026-03-03T09:00:00.000Z';
const take: Step = ['bob', 'take'];
const resolve: Step = ['bob', 'resolve', { code: 'fixed', notes: 'Replaced the cable.' }];
const hold = (reason: object): Step => ['bob', 'putOnHold', { followUpAt: tomorrow, ...reason }];

async function tellStories(): Promise<void> {
  await story('new', []);
  await story('assigned', [['carol', 'assign', { assigneeId: test_.people.bob.id }]]);
  await story('inProgress', [take, ['bob', 'reply', { text: 'Which office?' }], ['alice', 'reply', { text: 'Berlin' }], ['bob', 'addNote', { text: 'SECRET note' }]]);
  await story('onHold/requester', [take, hold({ reason: 'requester', comment: 'Which office?' })]);
  await story('onHold/vendor', [take, hold({ reason: 'vendor', supplier: 'Contoso Lines', reference: 'C-1' })]);
  await story('onHold/other', [take, hold({ reason: 'other', why: 'Parts are on their way' })]);
  await story('resolved', [take, resolve]);
  await story('closed', [take, resolve, ['alice', 'close']]);
  await story('rated', [take, resolve, ['alice', 'close'], ['alice', 'rate', { stars: 4, comment: 'Fast' }]]);
  await story('cancelled', [['alice', 'cancel', { reason: 'withdrawn' }]]);
  await story('restricted', [], { isRestricted: true, title: 'SECRET laptop was stolen', description: 'SECRET' });
  await story('P1', [], { reach: 'site', work: 'stopped' });
  const request = { kind: 'request', title: 'A shared mailbox', offeringId: test_.offerings.mailbox, categoryId: test_.categories.vpn, groupId: test_.groups.network.id };
  await story('approved', [], request);
  await story('inFulfillment', [take], request);
  await story('onHold/request', [take, hold({ reason: 'change', reference: 'CHG1' })], request);
  await story('fulfilled', [take, ['bob', 'resolve', { code: 'delivered', notes: 'Here it is.' }]], request);
  const laptop = { ...request, title: 'A laptop', offeringId: test_.offerings.laptop, answers: { model: 'light', reason: 'Mine is old' } };
  await story('awaitingApproval', [], laptop);
  await story('rejected', [['dora', 'reject', { comment: 'Too expensive' }]], laptop);
  await story('returned', [['dora', 'returnForInfo', { comment: 'Which model do you have?' }]], laptop);
}

beforeAll(async () => {
  test_ = await createTestApp();
  await tellStories();
});
afterAll(() => test_.close());

const READERS: readonly PersonKey[] = ['alice', 'bob', 'carol', 'dora', 'fay', 'gus', 'ivy'];

describe('ticket cards in every state, for every reader', () => {
  test('are drawn by Teams, offer only what the reader may do, and fit', async () => {
    let drawn = 0;
    for (const name of tickets.keys()) {
      for (const reader of READERS) {
        for (const actor of [test_.actor(reader), german(test_.actor(reader))]) {
          const view = await viewOf(name, actor);
          if (!view) continue;
          for (const audience of AUDIENCES) {
            for (const [shown, card] of [[actor, renderTicketCard(view, audience, actor, context())], [undefined, renderTicketCard(view, audience, undefined, context({ viewerIds: ['29:a'] }))]] as const) {
              expect({ name, reader, audience, shown: shown?.language, problems: cardProblems(card) }).toMatchObject({ problems: [] });
              const offered = buttonsOf(card).map(({ verb, data }) => (verb === 'card.showForm' ? String((data.card as RecordView).action) : verb));
              const allowed = shown ? [...view.can, ...CARD_VERBS] : CARD_VERBS;
              expect(offered.filter((verb) => !(allowed as readonly string[]).includes(verb))).toEqual([]);
              drawn += 1;
            }
          }
        }
      }
    }
    expect(drawn).toBeGreaterThan(500);
  });

  test.each<[string, PersonKey, 'requester' | 'agent' | 'triage' | 'approver', readonly string[]]>([
    ['new', 'alice', 'requester', ['Add message', 'Send', 'Edit', 'Withdraw', 'Withdraw', 'Ask for more attention', 'Open in tab']],
    ['resolved', 'alice', 'requester', ['It works', 'Reopen', 'Reopen', 'Add message', 'Send', 'Rate', 'Open in tab']],
    ['closed', 'alice', 'requester', ['Send', 'Open in tab']],
    ['rated', 'alice', 'requester', ['Open in tab']],
    ['returned', 'alice', 'requester', ['Submit again', 'Add message', 'Send', 'Edit', 'Withdraw', 'Open in tab']],
    ['new', 'bob', 'triage', ['Take', 'Reply', 'Send', 'Assign to…', 'Add internal note', 'Send', 'Classify', 'Cancel ticket', 'Watch', 'Why due then?', 'Open in tab']],
    ['inProgress', 'bob', 'agent', ['Reply', 'Send', 'Resolve', 'Resolve', 'Put on hold', 'Assign to…', 'Add internal note', 'Classify', 'Cancel ticket', 'Watch', 'Why due then?', 'Open in tab']],
    ['awaitingApproval', 'dora', 'approver', ['Approve', 'Refuse', 'Refuse', 'Ask back', 'Ask back', 'Open in tab']],
    ['inProgress', 'gus', 'requester', ['Open in tab']],
  ])('%s for %s (%s): the buttons', async (name, who, audience, titles) => {
    expect(actionTitles(await cardFor(name, who, audience))).toEqual(titles);
  });

  test('say where it stands in plain words to the requester, without notes, impact or urgency', async () => {
    const card = cardText(await cardFor('inProgress', 'alice', 'requester'));
    expect(card).toContain('Being worked on');
    expect(card).toContain('Bob Brown (Network) is working on it');
    expect(card).toContain('Berlin');
    expect(card).not.toMatch(/SECRET|impact|urgency|P4/i);
    expect(cardText(await cardFor('onHold/requester', 'alice', 'requester'))).toContain('Which office?');
    expect(cardText(await cardFor('resolved', 'alice', 'requester'))).toContain('Replaced the cable.');
    expect(cardText(await cardFor('returned', 'alice', 'requester'))).toContain('Which model do you have?');
  });

  test('show agents priority, requester, due time and notes', async () => {
    const card = cardText(await cardFor('inProgress', 'bob', 'agent'));
    for (const text of ['P4 Low', 'Alice Adams', 'Network › VPN', 'SECRET note', 'Internal note']) expect(card).toContain(text);
  });

  test('give the approver all that is needed to decide', async () => {
    const card = cardText(await cardFor('awaitingApproval', 'dora', 'approver'));
    for (const text of ['Alice Adams (Accountant, Finance)', 'New laptop', 'Light', 'Mine is old', 'Your decision is needed']) expect(card).toContain(text);
  });
});

describe('shared cards', () => {
  const shared = async (name: string, audience: 'triage' | 'requester', viewers = ['29:a', '29:b']): Promise<CardJson> =>
    renderTicketCard((await viewOf(name, test_.actor('hugo'))) ?? ((await viewOf(name, test_.actor('bob'))) as TicketView), audience, undefined, context({ viewerIds: viewers }));

  test('carry no action buttons, and fetch the own view of at most 60 people', async () => {
    const card = await shared('new', 'triage', Array.from({ length: 100 }, (_entry, index) => `29:${index}`));
    expect(buttonsOf(card).map(({ verb }) => verb)).toEqual(['card.refresh']);
    expect(card.refresh).toMatchObject({ action: { verb: 'card.refresh', data: { id: tickets.get('new') } } });
    expect((card.refresh as { userIds: string[] }).userIds).toHaveLength(60);
    expect(cardText(card)).toContain('VPN drops every hour');
  });

  test('name nothing of a confidential ticket, nor of an employee\'s own card in a channel', async () => {
    const restricted = await shared('restricted', 'triage');
    expect(JSON.stringify(restricted)).not.toContain('SECRET');
    const own = await shared('inProgress', 'requester');
    expect(JSON.stringify(own)).not.toMatch(/VPN|Berlin|Alice|SECRET/);
    expect(cardText(own)).toContain(tickets.get('inProgress'));
  });
});

const HOSTILE = [
  '[Approve](https://evil.example) **bold** <at>Bob</at>', '<script>alert(1)</script><a href="https://evil.example">x</a>', '{{DATE(2020-01-01T00:00:00Z, SHORT)}}',
  'a\u0000b\u202Ecod.exe\u200F', '"},{"type":"Action.OpenUrl","url":"https://evil.example"}', '# Heading\n- list\n1. one\n> quote', '𝕳'.repeat(200), '`code` ~~x~~ ![i](https://evil.example/i.png)',
];

/** Everything in a card that Teams would read as Markdown. */
function markdownTexts(value: unknown): string[] {
  if (Array.isArray(value)) return value.flatMap(markdownTexts);
  if (typeof value !== 'object' || value === null) return [];
  const node = value as Record<string, unknown>;
  const own = node.type === 'TextBlock' || node.type === 'FactSet' ? [JSON.stringify(node)] : [];
  return [...own, ...Object.values(node).flatMap(markdownTexts)];
}

function withText(view: TicketView, text: string): TicketView {
  const person = { id: 'PER0000099', name: text };
  return {
    ...view, title: text, description: text, requesterName: text, assigneeName: text, groupName: text, category: text, waitsFor: text, offeringName: text,
    watchers: [person], attachments: [{ id: 'f', name: text, type: 'image/png', bytes: 1, at: tomorrow, by: person.id, isInternal: false }],
    answers: [{ label: text, value: text }], approvers: [{ name: text, decision: 'approved', comment: text }],
    resolution: { code: 'fixed', notes: text, at: tomorrow, by: person.id, byName: text },
    hold: { reason: 'requester', since: tomorrow, followUpAt: tomorrow, comment: text },
    timeline: view.timeline.map((entry) => ({ ...entry, kind: 'message' as const, text, byName: text, line: text, files: [{ id: 'f', name: text, type: 'text/plain', bytes: 1 }] })),
  };
}

describe('hostile and huge content', () => {
  test('what people write stays text: no link, no mention, no date, no button', async () => {
    const actor = test_.actor('bob');
    const view = (await viewOf('inProgress', actor)) as TicketView;
    for (const text of HOSTILE) {
      const needle = cleanText(text).split('\n')[0]!.slice(0, 12);
      for (const audience of AUDIENCES) {
        for (const shown of [actor, undefined]) {
          const card = renderTicketCard(withText(view, text), audience, shown, context());
          expect(cardProblems(card)).toEqual([]);
          expect(markdownTexts(card).filter((markdown) => markdown.includes(JSON.stringify(needle).slice(1, -1)))).toEqual([]);
          expect(JSON.stringify(card)).not.toMatch(/\\u0000|\u202e|\u200f|\{\{DATE\(2020/i);
          expect(buttonsOf(card).every(({ title }) => !title.includes(needle))).toBe(true);
        }
      }
    }
  });

  test('huge content is cut, and the tab has the rest', async () => {
    const actor = test_.actor('bob');
    const view = (await viewOf('inProgress', actor)) as TicketView;
    for (const text of ['ä'.repeat(20_000), '\u{1f4a5}'.repeat(9_000), 'word\n'.repeat(4_000), '"\\'.repeat(9_000)]) {
      const huge = { ...withText(view, text), answers: Array.from({ length: 40 }, () => ({ label: text, value: text })), approvers: Array.from({ length: 40 }, () => ({ name: text, comment: text })) };
      for (const audience of AUDIENCES) {
        const card = renderTicketCard(huge, audience, actor, context());
        expect(cardProblems(card)).toEqual([]);
        expect(actionTitles(card)).toContain('Open in tab');
      }
    }
  });

  test('cutting never splits a character', () => {
    expect(cutText('💥💥💥', 4)).toBe('💥…');
    expect(cutText('one two three', 9)).toBe('one two…');
    expect(excerpt('a\nb\nc', 100, 2)).toEqual({ text: 'a\nb…', isCut: true });
    expect(excerpt('a', 100, 2)).toEqual({ text: 'a', isCut: false });
  });
});

const draft = (more: Partial<DraftState> = {}): DraftState => ({
  draftId: 'd-1', authorId: 'PER0000001', title: 'VPN drops', description: 'Every hour', kind: 'incident', reach: 'me', work: 'workaround', files: [], ...more,
});

const known: KnownIssue = {
  id: 'ANN0000001', version: 1, title: 'VPN is down', statement: 'We are on it.', since: '2026-03-02T08:00:00.000Z', expectedAt: '2026-03-02T12:00:00.000Z', affectedCount: 12, isAffected: false,
};

describe('draft, order and other cards', () => {
  const reader = (who: PersonKey, language: 'en' | 'de' = 'en') => readerOf({ ...test_.actor(who), language }, context());

  test.each(['en', 'de'] as const)('are drawn by Teams in %s', async (language) => {
    const base = { reader: reader('alice', language), context: context() };
    const rows = ((await test_.app.list({ list: 'tickets.open', filters: {}, actor: test_.actor('bob') })) as { items: TicketRow[] }).items;
    const articles = [...test_.app.desk.directory.articles()];
    const full = { preview: { priority: 'P4', groupName: 'Network', dueAt: tomorrow } as const, articles, known: [known], disturbance: { isMajor: false, count: 4, minutes: 30, isAffected: false }, similar: [...rows.slice(0, 2).map((row) => ({ ...row, isOwn: false })), { ...rows[3]!, isOwn: true }], own: rows.slice(3, 6), offerings: [{ id: test_.offerings.laptop, name: 'New laptop' }] };
    const offering = test_.app.desk.directory.offering(test_.offerings.laptop)!;
    const cards = [
      draftCard({ ...base, ...full, state: draft({ files: [{ id: 'file-0001', name: 'a.png', bytes: 2_000_000 }], categoryId: test_.categories.vpn }), notice: { tone: 'warning', text: 'No.' } }),
      draftCard({ ...base, preview: { priority: 'P1' }, articles: [], known: [], similar: [], own: [], offerings: [], state: draft({ title: '', longTextId: 'file-0002' }) }),
      orderCard({ ...base, offering, state: draft() }),
      orderCard({ ...base, offering, state: draft(), answers: { model: 'light', reason: 'old' }, neededBy: '2026-04-01' }),
      solvedCard(draft(), 'VPN drops', base.reader), cancelledCard(draft(), base.reader),
      knownCard([known, { ...known, isAffected: true }], base.reader, context()),
      helpCard(base.reader, context()), helpCard(reader('bob', language), context(), 'Hello'), helpCard(reader('dora', language), context()),
      articleCard(articles[0]!, base.reader, context()),
      listCard({ ...base, list: 'queue', title: 'Queue', isForHandlers: true, page: 'queue', sections: [{ title: 'Mine', rows, total: 99, emptyText: '' }, { title: 'None', rows: [], total: 0, emptyText: 'Nothing' }] }),
    ];
    for (const card of cards) expect(cardProblems(card)).toEqual([]);
  });

  test('a draft can be changed everywhere and created by one press', () => {
    const card = draftCard({ reader: reader('alice'), context: context(), preview: { priority: 'P4' }, articles: [], known: [], similar: [], own: [], offerings: [], state: draft() });
    expect(inputIds(card)).toEqual(['report.title', 'report.reach', 'report.work', 'report.description', 'report.categoryId', 'report.kind']);
    expect(buttonsOf(card).filter(({ verb }) => verb === 'tickets.report')).toHaveLength(1);
    expect(cardText(card)).not.toMatch(/impact|urgency/i);
  });

  test('the largest draft still fits', () => {
    const text = 'ü'.repeat(2_400);
    const row = { id: 'INC0000001', title: 'ü'.repeat(200), state: 'new', version: 1, createdAt: '2026-03-02T08:00:00.000Z' } as const;
    const article = { ...[...test_.app.desk.directory.articles()][0]!, title: 'ü'.repeat(150), body: 'ü '.repeat(9_000) } as Article;
    const files = Array.from({ length: 20 }, (_entry, index) => ({ id: `file-${index}-00000000-0000-4000-8000-000000000000`, name: 'ü'.repeat(40), bytes: 1 }));
    const card = draftCard({
      reader: reader('alice', 'de'), context: context(), preview: { priority: 'P1', groupName: 'G'.repeat(80), dueAt: tomorrow },
      articles: [article, article, article], known: [{ ...known, title: 'ü'.repeat(120), statement: 'ü'.repeat(1_000) }, known], disturbance: { isMajor: true, count: 99, minutes: 30, isAffected: false }, similar: [{ ...row, isOwn: true }, ...['4', '5', '6'].map((digit) => ({ ...row, id: `INC000000${digit}`, isOwn: false }))], own: [row, { ...row, id: 'INC0000002' }, { ...row, id: 'INC0000003' }], offerings: [{ id: 'OFR0000001', name: 'ü'.repeat(100) }],
      state: draft({ title: 'ü'.repeat(200), description: text, files }), notice: { tone: 'warning', text: 'ü'.repeat(300) },
    });
    expect(cardProblems(card)).toEqual([]);
    expect(inputIds(card)).toContain('report.description');
  });

  test.each(ARTICLES.map((article) => [article.title, article] as const))('the article "%s" can be read in the chat', (_title, article) => {
    const card = articleCard({ ...article, id: 'ART0000001' } as unknown as Article, reader('alice'), context());
    expect(cardProblems(card)).toEqual([]);
    expect(articleBlocks(article.body, MAX_CARD_BYTES).isCut).toBe(false);
  });

  test('articles link to the web and to nothing else', () => {
    const { blocks } = articleBlocks('See [ok](https://x.example), [bad](javascript:alert(1)), https://y.example/a. And **bold** `a_b_c`', 5_000);
    const runs = (blocks[0] as unknown as { inlines: { text: string; selectAction?: { url: string } }[] }).inlines;
    expect(runs.flatMap((run) => run.selectAction?.url ?? [])).toEqual(['https://x.example', 'https://y.example/a']);
    expect(runs.map((run) => run.text).join('')).toContain('bold');
  });
});

describe('forms', () => {
  const form = (values?: object) => ({ directory: test_.app.desk.directory, language: 'en' as const, zone: 'Europe/Berlin', prefix: 'x.', values: values as Record<string, unknown> });

  test('every action that a ticket can have has a form that Teams draws', async () => {
    for (const name of ['new', 'inProgress', 'onHold/other', 'resolved', 'awaitingApproval', 'returned']) {
      for (const who of ['alice', 'bob', 'carol', 'dora'] as const) {
        const actor = test_.actor(who);
        const view = await viewOf(name, actor);
        for (const action of view?.can ?? []) {
          const input = { view: view!, audience: 'agent' as const, reader: readerOf(actor, context()), context: context() };
          expect({ action, problems: cardProblems(ticketFormCard({ ...input, wish: wishFor(input, action) })) }).toMatchObject({ problems: [] });
        }
      }
    }
  });

  test('what depends on another answer is asked after it', async () => {
    const actor = test_.actor('bob');
    const input = { view: (await viewOf('inProgress', actor))!, audience: 'agent' as const, reader: readerOf(actor, context()), context: context() };
    const wish = wishFor(input, 'tickets.putOnHold');
    expect(inputIds(ticketFormCard({ ...input, wish }))).toEqual(['putOnHold.reason']);
    expect(inputIds(ticketFormCard({ ...input, wish: { ...wish, fixed: { reason: 'vendor' } } }))).toEqual(['putOnHold.supplier', 'putOnHold.reference', 'putOnHold.followUpAt.date', 'putOnHold.followUpAt.time']);
  });

  test('in a form that is shown at once, the condition stands below the field', () => {
    const inputs = formInputs(holdSchema, form());
    expect(JSON.stringify(inputs)).toContain('Only if “Waiting for” is “A supplier”.');
    expect(formInputs(holdSchema, form({ reason: 'other' })).map((input) => input.id).filter(Boolean)).toEqual(['x.reason', 'x.why']);
  });

  test('pickers show the tree, and as much as fits', () => {
    const category = formInputs(reportSchema, { ...form({ categoryId: test_.categories.vpn }), only: ['categoryId'] })[0] as unknown as { choices: { title: string }[]; value: string };
    expect(category.choices.map((choice) => choice.title)).toContain('Network › VPN');
    expect(category.value).toBe(test_.categories.vpn);
    const many: Schema = { pick: { kind: 'choice', label: 'x', options: Array.from({ length: 2_000 }, (_entry, index) => ({ value: `v${index}`, label: { en: `Choice ${index}` } })) } };
    const [picker, hint] = formInputs(many, form({ pick: 'v1999' })) as unknown as [{ choices: { value: string }[] }, { text: string }];
    expect(Buffer.byteLength(JSON.stringify(picker))).toBeLessThan(7_000);
    expect(picker.choices.some((choice) => choice.value === 'v1999')).toBe(true);
    expect(hint.text).toBe('There are more choices in the tab.');
  });

  test('what a card sends becomes the input of the action', () => {
    const data = { id: 'INC0000001', version: 3, card: { view: 'agent' }, 'putOnHold.reason': 'vendor', 'putOnHold.supplier': 'Lines', 'putOnHold.followUpAt.date': '2026-03-05', 'putOnHold.followUpAt.time': '10:30', 'reply.text': 'other form' };
    expect(readFormData(data, 'putOnHold.', holdSchema, 'Europe/Berlin')).toEqual({ reason: 'vendor', supplier: 'Lines', followUpAt: '2026-03-05T09:30:00.000Z' });
    const types: Schema = { count: { kind: 'number', label: 'x' }, isIt: { kind: 'yesNo', label: 'x' }, many: { kind: 'multiChoice', label: 'x' }, other: { kind: 'record', label: 'x' } };
    expect(readFormData({ 'f.count': '3', 'f.isIt': 'true', 'f.many': 'a,b', other: 'inc 12' }, 'f.', types, 'UTC')).toEqual({ count: 3, isIt: true, many: ['a', 'b'], other: 'INC0000012' });
  });
});
