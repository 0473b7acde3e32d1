// If this fails, people on a slow connection see tickets as they were, or their keys go astray while a form is being fetched.
import { setTimeout } from 'node:timers/promises';
import type { Page, Route } from 'playwright-core';
import { expectSoon } from '../_support/browser';
import type { PersonKey } from '../_support/people';
import { ticketIn, typeInto, withTabDesk } from '../_support/tab-desk';

const desk = withTabDesk();

interface HeldBack {
  /** Resolves when it was asked for and is being held. */
  readonly isHeld: Promise<void>;
  letGo(): void;
  /** For `openAs`: holds from the very first request on. */
  before(page: Page): Promise<void>;
}

function signal(): { readonly given: Promise<void>; give(): void } {
  let give = (): void => undefined;
  const given = new Promise<void>((resolve) => (give = resolve));
  return { given, give: () => give() };
}

/**
 * Holds back the first request for an address: what is asked for itself (`request`), or the answer as it is at this moment
 * (`answer`). Everything later passes.
 */
function holdBack(address: string, what: 'request' | 'answer'): HeldBack {
  const held = signal();
  const released = signal();
  let isFirst = true;
  const hold = async (route: Route): Promise<void> => {
    if (!isFirst) return route.fallback();
    isFirst = false;
    const response = what === 'answer' ? await route.fetch() : undefined;
    held.give();
    await released.given;
    await (response ? route.fulfill({ response }) : route.continue());
  };
  return { isHeld: held.given, letGo: released.give, before: async (page) => void (await page.route(address, hold)) };
}

/** How long a list is made to take. */
const ANSWER_MS = 300;
const LIST = '**/api/lists/tickets.open?*';
const COUNTS = '**/api/counts/tickets.open?*';
const STREAM = '**/api/stream';

const FILTERS = { unassigned: { scope: 'unassigned' }, all: {} } as const;

/** Waits until the counter of a view says what the server says at this moment. */
async function expectCount(page: Page, person: PersonKey, view: keyof typeof FILTERS): Promise<void> {
  const answer = await desk.server.as(person).get(`/api/counts/tickets.open?views=${encodeURIComponent(JSON.stringify([FILTERS[view]]))}`);
  const [wanted] = (answer.json as { counts: readonly number[] }).counts;
  await page.locator(`[data-view="${view}"]`, { hasText: new RegExp(`\\D${wanted}$`) }).waitFor();
}

it('shows what came in between the first list and the beginning of live updates, with the right counters', async () => {
  const stream = holdBack(STREAM, 'request');
  const there = await desk.test.report({ title: 'Opening one' });
  const page = await desk.openAs('bob', '#/queue/unassigned?q=Opening', { before: stream.before });
  await stream.isHeld;
  await ticketIn(page, there.id).waitFor();
  await expectCount(page, 'bob', 'unassigned');
  const missed = await desk.test.report({ title: 'Opening two' });
  stream.letGo();
  await ticketIn(page, missed.id).waitFor();
  await expectCount(page, 'bob', 'unassigned');
});

it('shows what came in while the list was on its way', async () => {
  const answer = holdBack(LIST, 'answer');
  const there = await desk.test.report({ title: 'Slow list' });
  const page = await desk.openAs('bob', '#/queue/unassigned?q=Slow', { before: answer.before });
  await answer.isHeld;
  await expectCount(page, 'bob', 'unassigned');
  const missed = await desk.test.report({ title: 'Slow list, second' });
  // The counter tells that the page has heard of it.
  await expectCount(page, 'bob', 'unassigned');
  answer.letGo();
  await ticketIn(page, there.id).waitFor();
  await ticketIn(page, missed.id).waitFor();
});

it('counts what came in while the counters were on their way', async () => {
  const answer = holdBack(COUNTS, 'answer');
  const page = await desk.openAs('bob', '#/queue/unassigned?q=Counted', { before: answer.before });
  await answer.isHeld;
  const missed = await desk.test.report({ title: 'Counted' });
  await ticketIn(page, missed.id).waitFor();
  answer.letGo();
  await expectCount(page, 'bob', 'unassigned');
});

it('takes a ticket away that became confidential while the list was on its way', async () => {
  const secret = await desk.test.report({ title: 'Hidden meanwhile' });
  const other = await desk.test.report({ title: 'Hidden not at all' });
  const answer = holdBack(LIST, 'answer');
  const page = await desk.openAs('fay', '#/queue/all?q=Hidden', { before: answer.before });
  await answer.isHeld;
  await expectCount(page, 'fay', 'all');
  await desk.test.perform('bob', 'tickets.restrict', secret, { reason: 'Personal data' });
  await expectCount(page, 'fay', 'all');
  answer.letGo();
  await ticketIn(page, other.id).waitFor();
  await ticketIn(page, secret.id).waitFor({ state: 'detached' });
});

it('shows an employee what happened to the own ticket before live updates began', async () => {
  const stream = holdBack(STREAM, 'request');
  const ticket = await desk.test.report({ title: 'Mine from the start' });
  const page = await desk.openAs('alice', '#/my', { before: stream.before });
  await ticketIn(page, ticket.id).waitFor();
  await stream.isHeld;
  await desk.test.perform('bob', 'tickets.take', ticket);
  stream.letGo();
  await ticketIn(page, ticket.id).getByText('Bob Brown is working on it.').waitFor();
});

it('shows an answer that was written while the ticket was being fetched, and before live updates began', async () => {
  const ticket = await desk.test.report({ title: 'Answered meanwhile' });
  const [record, stream] = [holdBack(`**/api/tickets/${ticket.id}`, 'answer'), holdBack(STREAM, 'request')];
  const page = await desk.openAs('alice', `#/tickets/${ticket.id}`, {
    async before(opening) {
      await record.before(opening);
      await stream.before(opening);
    },
  });
  await Promise.all([record.isHeld, stream.isHeld]);
  await desk.test.perform('bob', 'tickets.reply', ticket.id, { text: 'First answer' });
  record.letGo();
  await page.getByRole('heading', { name: ticket.title, level: 1 }).waitFor();
  await desk.test.perform('bob', 'tickets.reply', ticket.id, { text: 'Second answer' });
  stream.letGo();
  await page.getByTestId('timeline').getByText('First answer').waitFor();
  await page.getByTestId('timeline').getByText('Second answer').waitFor();
});

it('does not keep an old ticket that arrives when the reader has moved on', async () => {
  const first = await desk.test.report({ title: 'Looked away one', work: 'stopped' });
  const second = await desk.test.report({ title: 'Looked away two' });
  const answer = holdBack(`**/api/tickets/${first.id}`, 'answer');
  const page = await desk.openAs('bob', '#/queue/unassigned?q=Looked', { before: answer.before });
  await ticketIn(page, second.id).waitFor();
  await answer.isHeld;
  await page.keyboard.press('j');
  await page.getByTestId('preview').getByRole('heading', { name: second.title }).waitFor();
  await desk.test.perform('alice', 'tickets.reply', first.id, { text: 'It is urgent now' });
  // What the page heard of the change shows in the row.
  await desk.test.perform('carol', 'tickets.classify', first.id, { reach: 'site' });
  await ticketIn(page, first.id).getByText('P1').waitFor();
  const arrived = page.waitForResponse(`**/api/tickets/${first.id}`);
  answer.letGo();
  await arrived;
  await page.keyboard.press('k');
  await page.getByTestId('preview').getByText('It is urgent now').waitFor();
});

it('comes back by itself when the first list could not be had', async () => {
  let isAway = true;
  const page = await desk.openAs('bob', '#/queue/unassigned?q=Back', {
    before: async (opening) => void (await opening.route(LIST, (route) => (isAway ? route.abort('internetdisconnected') : route.continue()))),
  });
  await page.getByRole('button', { name: 'Try again' }).waitFor();
  isAway = false;
  const ticket = await desk.test.report({ title: 'Back again' });
  await ticketIn(page, ticket.id).waitFor();
});

it('keeps what is scrolled to when somebody else changes something meanwhile', async () => {
  for (let index = 0; index < 100; index += 1) await desk.test.report({ title: `Long ${String(index).padStart(3, '0')}`, categoryId: desk.test.categories.laptop }, 'ivy');
  const page = await desk.openAs('fay', '#/queue/all?q=Long&sort=title');
  await page.getByText('Long 000').first().waitFor();
  const more = holdBack('**/api/lists/tickets.open?*cursor=*', 'answer');
  await more.before(page);
  await page.getByTestId('queue').focus();
  await page.keyboard.press('End');
  await more.isHeld;
  const arrived = await desk.test.report({ title: 'Long 030 and a half', categoryId: desk.test.categories.laptop }, 'ivy');
  await page.locator('[data-view="all"]', { hasText: /\d/ }).waitFor();
  more.letGo();
  await expectSoon(async () => {
    await page.keyboard.press('End');
    return page.locator('[role="row"][aria-selected="true"] [data-column="title"]').innerText();
  }, 'Long 099');
  await page.keyboard.press('Home');
  await page.getByTestId('total').getByText('101 tickets').waitFor();
  expect(arrived.title).toBe('Long 030 and a half');
});

it('does nothing with the keys that somebody types before a form is there, then takes them where they belong', async () => {
  const ticket = await desk.test.report({ title: 'Quick fingers' });
  const form = holdBack('**/assets/ActionDialog-*.js', 'request');
  const page = await desk.openAs('bob', `#/tickets/${ticket.id}`, { before: form.before });
  await page.getByTestId('actions').getByRole('button', { name: 'Take' }).waitFor();
  await page.getByTestId('actions').getByRole('button', { name: 'Assign' }).click();
  await form.isHeld;
  await page.getByRole('dialog', { name: 'Loading …' }).waitFor();
  // Take, resolve, the next ticket, the button once more: shortcuts of the page behind.
  await page.keyboard.type('ts j');
  form.letGo();
  const dialog = page.getByRole('dialog', { name: 'Assign' });
  await typeInto(dialog.getByRole('combobox', { name: 'Assignee' }), 'Carol');
  await page.getByRole('option', { name: 'Carol Clark' }).click();
  await dialog.getByRole('button', { name: 'Assign' }).click();
  await page.getByTestId('waits-for').getByText('Carol Clark', { exact: false }).waitFor();
  expect((await desk.server.as('bob').get(`/api/tickets/${ticket.id}`)).json.record).toMatchObject({ state: 'assigned', assigneeName: 'Carol Clark' });
});

it('lets people give up on a form that does not come', async () => {
  const ticket = await desk.test.report({ title: 'Changed my mind' });
  const form = holdBack('**/assets/ActionDialog-*.js', 'request');
  const page = await desk.openAs('bob', `#/tickets/${ticket.id}`, { before: form.before });
  const assign = page.getByTestId('actions').getByRole('button', { name: 'Assign' });
  await assign.click();
  await page.getByRole('dialog', { name: 'Loading …' }).waitFor();
  await page.keyboard.press('Escape');
  await page.getByRole('dialog').waitFor({ state: 'detached' });
  await expectSoon(() => assign.evaluate((button) => button === document.activeElement), true);
  form.letGo();
});

it('asks less often where answers take long, and shows everything in the end', async () => {
  const there = await desk.test.report({ title: 'Busy desk' });
  const asked: number[] = [];
  const page = await desk.openAs('bob', '#/queue/unassigned?q=Busy', {
    before: async (opening) => void (await opening.route(LIST, async (route) => {
      asked.push(performance.now());
      await setTimeout(ANSWER_MS);
      await route.continue();
    })),
  });
  await ticketIn(page, there.id).waitFor();
  let last = there;
  for (let count = 0; count < 20; count += 1) {
    last = await desk.test.report({ title: `Busy desk ${count}` });
    await setTimeout(100);
  }
  await ticketIn(page, last.id).waitFor();
  // The first ones come by themselves: the list, live updates that begin, and one before it is known how long answers take.
  const lasted = (asked.at(-1) as number) - (asked[0] as number);
  expect(asked.length).toBeLessThanOrEqual(4 + lasted / (4 * ANSWER_MS));
});
