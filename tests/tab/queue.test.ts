// If this fails, agents cannot work their queue: they miss what comes in, see what they may not, or need the mouse for everything.
import type { Page } from 'playwright-core';
import { expectSoon } from '../_support/browser';
import { said, ticketIn, withTabDesk } from '../_support/tab-desk';
import { TEST_NOW } from '../_support/test-app';

const desk = withTabDesk();

const current = (page: Page): Promise<string | null> => page.locator('[role="row"][aria-selected="true"]').getAttribute('data-row');
const countOf = (page: Page, view: string): Promise<string> => page.locator(`[data-view="${view}"]`).innerText();

it('is worked by keyboard alone: move, preview, take, search, open, come back to the same row', async () => {
  const first = await desk.test.report({ title: 'Keyboard one', work: 'stopped' });
  const second = await desk.test.report({ title: 'Keyboard two' });
  const page = await desk.openAs('bob', '#/queue/unassigned?q=Keyboard');
  await ticketIn(page, first.id).waitFor();
  await expectSoon(() => current(page), first.id);
  await page.keyboard.press('j');
  await expectSoon(() => current(page), second.id);
  await page.getByTestId('preview').getByRole('heading', { name: 'Keyboard two' }).waitFor();
  await page.keyboard.press('ArrowUp');
  await expectSoon(() => current(page), first.id);
  await page.keyboard.press('t');
  await said(page, `${first.id} is yours now`).waitFor();
  // Taken tickets leave "Unassigned"; the next one takes the place.
  await ticketIn(page, first.id).waitFor({ state: 'detached' });
  await expectSoon(() => current(page), second.id);
  await page.keyboard.press('/');
  await expectSoon(() => page.evaluate(() => document.activeElement?.getAttribute('placeholder')), 'Search or number');
  await page.keyboard.press('Control+A');
  await page.keyboard.type('two');
  await page.keyboard.press('Enter');
  await page.keyboard.press('Enter');
  await page.getByRole('heading', { name: 'Keyboard two', level: 1 }).waitFor();
  await page.keyboard.press('Escape');
  await ticketIn(page, second.id).waitFor();
  await expectSoon(() => current(page), second.id);
  expect(desk.opened[0]?.complaints).toEqual([]);
});

it('shows what others do without a reload, says it to screen readers, and keeps the counters right', async () => {
  const page = await desk.openAs('bob', '#/queue/groups');
  await page.getByRole('heading', { name: 'My groups' }).waitFor();
  await page.locator('[data-view="groups"]', { hasText: /\d/ }).waitFor();
  const before = Number((await countOf(page, 'groups')).replace(/\D/g, ''));
  const arrived = await desk.test.report({ title: 'Comes in while Bob looks' });
  await ticketIn(page, arrived.id).waitFor();
  await page.getByTestId('live-region').getByText('Comes in while Bob looks', { exact: false }).waitFor({ state: 'attached' });
  await page.locator('[data-view="groups"]', { hasText: String(before + 1) }).waitFor();
  await desk.test.perform('carol', 'tickets.take', arrived);
  await ticketIn(page, arrived.id).locator('[data-column="state"]').getByText('In progress').waitFor();
  await desk.test.perform('carol', 'tickets.resolve', arrived.id, { code: 'fixed', notes: 'Done.' });
  await ticketIn(page, arrived.id).waitFor({ state: 'detached' });
});

it('says more about a cell that is pointed at, to screen readers at any time, and no longer than the row is there', async () => {
  const ticket = await desk.test.report({ title: 'Somebody points at it', work: 'stopped' });
  const page = await desk.openAs('bob', '#/queue/all?q=points');
  const due = ticketIn(page, ticket.id).locator('[data-mood]');
  const more = /^First response · .+ · due .+2026/;
  expect(await due.getAttribute('aria-description')).toMatch(more);
  await due.hover();
  await page.getByRole('tooltip').getByText(more).waitFor();
  await page.keyboard.press('Escape');
  await page.getByRole('tooltip').waitFor({ state: 'detached' });
  await ticketIn(page, ticket.id).locator('[data-column="title"]').hover();
  await due.hover();
  await page.getByRole('tooltip').waitFor();
  // Whoever points at the hint may read it to its end, and copy from it.
  await page.getByRole('tooltip').hover();
  await page.waitForTimeout(600);
  expect(await page.getByRole('tooltip').count()).toBe(1);
  await desk.test.perform('carol', 'tickets.take', ticket);
  await desk.test.perform('carol', 'tickets.resolve', ticket.id, { code: 'fixed', notes: 'Done.' });
  await ticketIn(page, ticket.id).waitFor({ state: 'detached' });
  await page.mouse.move(5, 5);
  await page.getByRole('tooltip').waitFor({ state: 'detached' });
});

it('never shows a confidential ticket to those outside, and takes it away the moment it becomes one', async () => {
  const page = await desk.openAs('fay', '#/queue/all');
  const open = await desk.test.report({ title: 'Salary list in the wrong folder' });
  await ticketIn(page, open.id).waitFor();
  const hidden = await desk.test.report({ title: 'Complaint about a manager', isRestricted: true });
  await desk.test.perform('bob', 'tickets.restrict', open, { reason: 'Personal data' });
  await ticketIn(page, open.id).waitFor({ state: 'detached' });
  const later = await desk.test.report({ title: 'Something ordinary' });
  await ticketIn(page, later.id).waitFor();
  expect(await ticketIn(page, hidden.id).count()).toBe(0);
  await page.goto(`${desk.server.url}/tab/#/tickets/${hidden.id}`);
  await page.getByRole('heading', { name: `We could not find ${hidden.id}` }).waitFor();
  expect(await page.getByText('Complaint about a manager').count()).toBe(0);
});

it('narrows by filters that the address keeps, and saves them as a view of one’s own', async () => {
  const urgent = await desk.test.report({ title: 'Whole floor offline', reach: 'site', work: 'stopped' });
  const minor = await desk.test.report({ title: 'Mouse pad worn out', work: 'fine' });
  const page = await desk.openAs('bob', '#/queue/all');
  await ticketIn(page, minor.id).waitFor();
  await page.getByRole('button', { name: 'Priority' }).click();
  await page.getByRole('menuitemcheckbox', { name: 'P1 Critical' }).click();
  await page.keyboard.press('Escape');
  await ticketIn(page, minor.id).waitFor({ state: 'detached' });
  await ticketIn(page, urgent.id).waitFor();
  expect(page.url()).toContain('priority=P1');
  await page.getByRole('button', { name: 'Category' }).click();
  await page.getByRole('combobox', { name: 'Category' }).fill('wi-f');
  await page.keyboard.press('Enter');
  await page.getByText('No ticket matches').waitFor();
  await page.getByRole('button', { name: 'Network › Wi-Fi' }).click();
  await page.getByRole('option', { name: 'Any' }).click();
  await ticketIn(page, urgent.id).waitFor();
  await page.getByRole('button', { name: 'Save as view' }).click();
  await page.getByRole('textbox', { name: 'Name of the view' }).fill('Fires');
  await page.keyboard.press('Enter');
  await page.getByRole('heading', { name: 'Fires' }).waitFor();
  await page.reload();
  await page.getByRole('link', { name: /Fires/ }).waitFor();
  await ticketIn(page, urgent.id).waitFor();
  expect(await ticketIn(page, minor.id).count()).toBe(0);
});

it('sorts by a column, both ways', async () => {
  const page = await desk.openAs('bob', '#/queue/all?q=Sorted');
  await desk.test.report({ title: 'Sorted apple' });
  await desk.test.report({ title: 'Sorted zebra' });
  await page.getByText('Sorted zebra').first().waitFor();
  const titles = (): Promise<string[]> => page.locator('[data-column="title"]').allInnerTexts();
  await page.getByRole('columnheader', { name: 'Title' }).getByRole('button').click();
  await page.locator('[role="columnheader"][aria-sort="ascending"]', { hasText: 'Title' }).waitFor();
  await expectSoon(titles, ['Sorted apple', 'Sorted zebra']);
  await page.getByRole('columnheader', { name: 'Title' }).getByRole('button').click();
  await expectSoon(titles, ['Sorted zebra', 'Sorted apple']);
});

it('assigns from the queue to a member of the group', async () => {
  const ticket = await desk.test.report({ title: 'Somebody else should do this' });
  const page = await desk.openAs('bob', '#/queue/unassigned?q=Somebody');
  await ticketIn(page, ticket.id).waitFor();
  await page.keyboard.press('a');
  const dialog = page.getByRole('dialog', { name: 'Assign' });
  await dialog.getByRole('combobox', { name: 'Assignee' }).click();
  // Only those who work in the group are offered.
  await page.getByRole('option', { name: 'Carol Clark' }).waitFor();
  expect(await page.getByRole('option').allInnerTexts()).not.toContain('Fay Fischer');
  await page.getByRole('option', { name: 'Carol Clark' }).click();
  await dialog.getByRole('button', { name: 'Assign' }).click();
  await said(page, `${ticket.id} is with Carol Clark now`).waitFor();
});

it('offers to undo what can be undone', async () => {
  const ticket = await desk.test.report({ title: 'Taken from a colleague' });
  await desk.test.perform('carol', 'tickets.take', ticket);
  const page = await desk.openAs('bob', `#/tickets/${ticket.id}`);
  await page.getByTestId('actions').getByRole('button', { name: 'Take' }).click();
  await page.getByRole('button', { name: 'Undo' }).waitFor();
  // Also for those who want nothing to move, as here.
  expect(await page.locator('[data-timer-status]').evaluate((timer) => getComputedStyle(timer).animationDuration)).toBe('15s');
  await page.getByRole('button', { name: 'Undo' }).click();
  await said(page, `${ticket.id} is with Carol Clark now`).waitFor();
  await page.getByTestId('waits-for').getByText('Carol Clark (Network) is working on it').waitFor();
});

it('becomes a list of cards in the side pane of Teams', async () => {
  const ticket = await desk.test.report({ title: 'Readable at 360 pixels' });
  const page = await desk.openAs('bob', '#/queue/unassigned?q=Readable', { width: 360, height: 780 });
  await ticketIn(page, ticket.id).waitFor();
  expect(await page.locator('[role="grid"]').count()).toBe(0);
  const isWide = await page.evaluate(() => document.documentElement.scrollWidth > window.innerWidth);
  expect(isWide).toBe(false);
  await page.getByRole('button', { name: /View: Unassigned/ }).click();
  await page.getByRole('menuitemradio', { name: /All open/ }).click();
  await ticketIn(page, ticket.id).click();
  await page.getByRole('heading', { name: 'Readable at 360 pixels', level: 1 }).waitFor();
});

it('says what is overdue and what is at risk, in words and not only in color', async () => {
  const ticket = await desk.test.report({ title: 'Promise about to break' });
  // A first answer within eight hours of service time is due at 17:00; three quarters of them are gone at 15:00.
  const almost = '2026-03-02T15:30:00.000Z';
  const after = '2026-03-02T17:40:00.000Z';
  desk.test.clock.set(almost);
  const page = await desk.openAs('bob', '#/queue/unassigned?q=Promise', { now: almost });
  await ticketIn(page, ticket.id).locator('[data-mood="risk"]').waitFor();
  desk.test.clock.set(after);
  const later = await desk.openAs('bob', '#/queue/overdue?q=Promise', { now: after });
  await ticketIn(later, ticket.id).locator('[data-mood="breached"]').getByText('40m late').waitFor();
  desk.test.clock.set(TEST_NOW);
});

it('helps when there is nothing, and when the connection is away', async () => {
  const page = await desk.openAs('hugo', '#/queue/mine');
  await page.getByRole('heading', { name: 'Nothing is assigned to you' }).waitFor();
  await page.getByText('press t on a ticket to take it', { exact: false }).waitFor();
  // The page fetches what it may need later a moment after it is there.
  await expectSoon(async () => desk.opened[0]?.arrived.some((address) => address.includes('/Notice-')), true);
  await desk.opened[0]?.context.setOffline(true);
  await page.getByText('You are offline.').waitFor();
  await desk.opened[0]?.context.setOffline(false);
  await page.getByText('You are offline.').waitFor({ state: 'detached' });
  const missed = await desk.test.report({ title: 'Came after the gap', categoryId: desk.test.categories.security });
  await page.getByRole('link', { name: /Unassigned/ }).click();
  await ticketIn(page, missed.id).waitFor();
});

it('explains its keys, and lets people who dictate switch them off', async () => {
  const ticket = await desk.test.report({ title: 'Spoken by accident' });
  const page = await desk.openAs('bob', '#/queue/unassigned?q=Spoken');
  await ticketIn(page, ticket.id).waitFor();
  await page.keyboard.press('?');
  await page.getByRole('switch', { name: 'Single-key shortcuts' }).click();
  await page.getByRole('button', { name: 'Close' }).click();
  await page.getByRole('dialog').waitFor({ state: 'detached' });
  await page.keyboard.press('t');
  await page.getByRole('link', { name: /All open/ }).click();
  await ticketIn(page, ticket.id).waitFor();
  expect(await ticketIn(page, ticket.id).locator('[data-column="state"]').innerText()).toBe('New');
});

it('loads more as somebody scrolls, draws only what is on the screen, and opens any ticket by its number', async () => {
  for (let index = 0; index < 150; index += 1) await desk.test.report({ title: `Bulk ${String(index).padStart(3, '0')}`, categoryId: desk.test.categories.laptop }, 'ivy');
  const page = await desk.openAs('fay', '#/queue/all?q=Bulk&sort=title');
  await page.getByText('Bulk 000').first().waitFor();
  expect(await page.getByTestId('total').innerText()).toBe('150 tickets');
  expect(await page.locator('[data-column="title"]').count()).toBeLessThan(60);
  await page.getByTestId('queue').focus();
  // The end of what is there; more comes, and so on until the very end.
  const atEnd = async (): Promise<string> => {
    await page.keyboard.press('End');
    return page.locator('[role="row"][aria-selected="true"] [data-column="title"]').innerText();
  };
  await expectSoon(atEnd, 'Bulk 149');
  const ended = await desk.test.report({ title: 'Closed long ago' });
  await desk.test.perform('alice', 'tickets.cancel', ended, { reason: 'withdrawn' });
  await page.getByPlaceholder('Search or number').fill(ended.id.replace(/^INC0*/, 'inc '));
  await page.keyboard.press('Enter');
  await page.getByRole('heading', { name: 'Closed long ago', level: 1 }).waitFor();
});
