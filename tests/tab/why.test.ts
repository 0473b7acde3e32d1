// If this fails, people cannot find out in the tab why a ticket is due then: not by mouse, not by keyboard, not with a screen reader, or not in their theme.
import type { Page } from 'playwright-core';
import type { TicketView } from '../../shared/tickets';
import { expectSoon, seriousFindings, showIn, THEMES } from '../_support/browser';
import { withTabDesk } from '../_support/tab-desk';
import { TEST_NOW } from '../_support/test-app';

const desk = withTabDesk();
let ticket: TicketView;

beforeAll(async () => {
  const { test } = desk;
  const at = (instant: string): void => test.clock.set(`2026-${instant}:00.000Z`);
  at('02-12T15:10');
  ticket = await test.report({ title: 'VPN drops every hour' });
  at('02-12T15:40');
  await test.perform('bob', 'tickets.take', ticket);
  await test.perform('bob', 'tickets.addNote', ticket.id, { text: 'Firmware nobody wanted.' });
  at('02-13T08:00');
  await test.perform('bob', 'tickets.putOnHold', ticket.id, { reason: 'requester', comment: 'Which router?', followUpAt: '2026-03-20T09:00:00.000Z' });
  at('02-16T09:20');
  await test.perform('alice', 'tickets.reply', ticket.id, { text: 'The blue one.' });
  test.clock.set(TEST_NOW);
});

const panel = (page: Page) => page.getByRole('dialog', { name: `Why is ${ticket.id} due then?` });
const badge = (page: Page) => page.getByRole('banner').or(page.locator('header')).getByRole('button', { name: /^Resolution: .*Why due then\?$/ });
const hasFocus = (page: Page, name: RegExp) => page.evaluate(() => document.activeElement?.getAttribute('aria-label') ?? document.activeElement?.textContent ?? '').then((text) => name.test(text));

async function openTicket(...[person, more = {}]: [person: 'bob' | 'alice', more?: object]): Promise<Page> {
  const page = await desk.openAs(person, `#/tickets/${ticket.id}`, more);
  await page.getByRole('heading', { name: ticket.title, level: 1 }).waitFor();
  return page;
}

it('opens with a press on the badge: how it stands, the chain with its due time, sums, events, holders', async () => {
  const page = await openTicket('bob');
  await badge(page).click();
  await panel(page).getByTestId('why-headline').getByText('It was due Fri, Feb 20, 5:30', { exact: false }).waitFor();
  const chain = panel(page).getByTestId('why-chain');
  await chain.getByText('waiting for the requester, not counted').waitFor();
  await chain.getByText('Due here').waitFor();
  expect(await chain.getByRole('listitem').count()).toBeGreaterThan(6);
  await panel(page).getByText('in all 50 h', { exact: true }).waitFor();
  await panel(page).getByRole('row', { name: /Bob Brown \(Network\)/ }).waitFor();
  expect(await panel(page).getByRole('heading', { level: 3 }).allInnerTexts()).toEqual(['Minute by minute', 'What happened', 'Who had it for how long']);
  expect(desk.opened[0]?.complaints).toEqual([]);
});

it('days that are folded can be opened, and events that changed nothing can be shown', async () => {
  const page = await openTicket('bob');
  await badge(page).click();
  const days = panel(page).getByRole('button', { name: 'Show the days' }).first();
  await days.click();
  await panel(page).getByRole('button', { name: 'Hide the days', expanded: true }).waitFor();
  await panel(page).getByTestId('why-chain').getByText('Tue, Feb 17, 8:00', { exact: false }).first().waitFor();
  const events = panel(page).getByTestId('why-events');
  await expectSoon(() => events.getByText('Bob Brown noted').count(), 0);
  await panel(page).getByRole('switch', { name: /Also what changed nothing/ }).click();
  await events.getByText('Bob Brown noted').waitFor();
  await events.getByText('Who works on it makes no difference to this promise.').waitFor();
});

it('works by keyboard alone, and gives the focus back to the badge', async () => {
  const page = await openTicket('bob');
  await badge(page).focus();
  await page.keyboard.press('Enter');
  await panel(page).getByTestId('why-headline').waitFor();
  const first = panel(page).getByRole('tab', { name: 'First response' });
  await panel(page).getByRole('tab', { name: 'Resolution' }).focus();
  await page.keyboard.press('ArrowRight');
  await page.keyboard.press('Enter');
  await expectSoon(() => first.getAttribute('aria-selected'), 'true');
  await panel(page).getByTestId('why-headline').getByText('Kept: done', { exact: false }).waitFor();
  await page.keyboard.press('Escape');
  await panel(page).waitFor({ state: 'detached' });
  await expectSoon(() => hasFocus(page, /^Resolution: .*Why due then\?$/), true);
});

it('is one press away in the preview of the queue', async () => {
  const page = await desk.openAs('bob', '#/queue/all');
  await page.locator(`[data-row="${ticket.id}"]`).first().click();
  await page.getByTestId('preview').getByRole('button', { name: /Why due then\?$/ }).click();
  await panel(page).getByTestId('why-headline').waitFor();
});

it('tells what happened meanwhile without being asked again', async () => {
  const { test } = desk;
  const fresh = await test.report({ title: 'Changes under the eyes' });
  await test.perform('bob', 'tickets.take', fresh);
  const page = await desk.openAs('bob', `#/tickets/${fresh.id}`);
  await page.getByRole('button', { name: /^Resolution: / }).first().click();
  await page.getByTestId('why-headline').getByText('Due Mon, Mar 9', { exact: false }).waitFor();
  await test.perform('bob', 'tickets.putOnHold', fresh.id, { reason: 'requester', comment: 'Which one?', followUpAt: '2026-03-20T09:00:00.000Z' });
  await page.getByTestId('why-headline').getByText('It runs on when the requester answers.', { exact: false }).waitFor();
});

it('employees get plain words about what was promised to them, and nothing of what is ours', async () => {
  const page = await openTicket('alice');
  await page.getByRole('button', { name: 'Why due then?' }).click();
  await panel(page).getByText('We solve it within 50 hours.', { exact: false }).waitFor();
  await panel(page).getByText('waiting for you, not counted').waitFor();
  const text = await panel(page).innerText();
  for (const secret of ['agreement', 'version', 'Business hours (', 'P4', 'noted', 'Firmware', 'Queue of']) expect(text).not.toContain(secret);
});

it('a clock that stopped too late gets no later; while a ticket waits for its requester they may ask why', async () => {
  const { test } = desk;
  test.clock.set('2026-02-02T09:00:00.000Z');
  const answered = await test.report({ title: 'Answered too late' });
  test.clock.set('2026-02-03T09:00:00.000Z');
  await test.perform('bob', 'tickets.take', answered);
  await test.perform('bob', 'tickets.putOnHold', answered.id, { reason: 'requester', comment: 'Which one?', followUpAt: '2026-03-20T09:00:00.000Z' });
  test.clock.set(TEST_NOW);
  const page = await desk.openAs('bob', `#/tickets/${answered.id}`);
  await page.getByRole('button', { name: 'First response: 16h late. Why due then?' }).first().waitFor();
  const own = await desk.openAs('alice', `#/tickets/${answered.id}`);
  await own.getByRole('button', { name: 'Why due then?' }).click();
  await own.getByTestId('why-headline').getByText('It runs on when you answer.', { exact: false }).waitFor();
});

it('speaks German', async () => {
  const page = await openTicket('bob', { locale: 'de-DE' });
  await page.getByRole('button', { name: /^Lösung: .*Warum dann fällig\?$/ }).first().click();
  const german = page.getByRole('dialog', { name: `Warum ist ${ticket.id} dann fällig?` });
  await german.getByText('Warten auf die anfragende Person, nicht gezählt').waitFor();
  expect(await german.getByRole('heading', { level: 3 }).allInnerTexts()).toEqual(['Minute für Minute', 'Was geschah', 'Wer es wie lange hatte']);
});

it('a lost connection is told, and asked again on demand', async () => {
  const page = await openTicket('bob');
  await page.route('**/clocks', (route) => route.abort());
  await badge(page).click();
  const retry = panel(page).getByRole('button', { name: 'Try again' });
  await retry.waitFor();
  await page.unroute('**/clocks');
  await retry.click();
  await panel(page).getByTestId('why-headline').waitFor();
});

it('is not part of the first screen', async () => {
  const page = await desk.openAs('bob', '#/queue/all');
  await page.locator('[data-row]').first().waitFor();
  const early = desk.opened.at(-1)?.arrived.filter((address) => /Why/.test(address)) ?? [];
  expect(early).toEqual([]);
});

it.each([1400, 380])('has no serious barrier and nothing cut off at %i pixels, in any theme', async (width) => {
  const page = await openTicket('bob', { width, height: 1_200 });
  await badge(page).click();
  await panel(page).getByTestId('why-headline').waitFor();
  await panel(page).getByRole('button', { name: 'Show the days' }).first().click();
  await panel(page).getByRole('switch').click();
  for (const theme of THEMES) {
    await showIn(page, theme);
    expect({ theme, findings: await seriousFindings(page) }).toEqual({ theme, findings: [] });
    const wide = await panel(page).evaluate((root) => [root, ...root.querySelectorAll('*')].filter((node) => node.scrollWidth > node.clientWidth + 1 && getComputedStyle(node).overflowX !== 'visible').map((node) => node.getAttribute('class')));
    expect(wide).toEqual([]);
  }
});
