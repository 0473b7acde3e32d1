// If this fails, people who see, hear or move differently cannot use the tab in one of Teams' three themes.
import { openTab, seriousFindings, showIn, THEMES } from '../_support/browser';
import type { PersonKey } from '../_support/people';
import { withTabDesk } from '../_support/tab-desk';

const desk = withTabDesk();
let ticketId: string;

beforeAll(async () => {
  ticketId = (await fillDesk()).id;
});

/** Something of everything: all priorities, every kind of due time, a conversation with a note, a hold, a restriction. */
async function fillDesk() {
  const { test } = desk;
  await test.report({ title: 'Whole site offline', reach: 'site', work: 'stopped' });
  await test.report({ title: 'Team cannot print', reach: 'team', work: 'stopped' });
  await test.report({ title: 'Slow laptop', work: 'stopped' });
  await test.report({ title: 'Asked by the boss' }, 'dora');
  await test.report({ title: 'Complaint', isRestricted: true });
  const held = await test.report({ title: 'Waits for an answer' });
  await test.perform('bob', 'tickets.take', held);
  await test.perform('bob', 'tickets.putOnHold', held.id, { reason: 'requester', comment: 'Which one?', followUpAt: '2026-03-05T09:00:00Z' });
  const ticket = await test.report({ title: 'Long conversation', description: 'First line\nSecond line https://example.com/help' });
  await test.perform('bob', 'tickets.take', ticket);
  await test.perform('bob', 'tickets.reply', ticket.id, { text: 'Have you tried the other socket?' });
  await test.perform('alice', 'tickets.reply', ticket.id, { text: 'Yes.' });
  await test.perform('bob', 'tickets.addNote', ticket.id, { text: 'Third time this month.' });
  await test.perform('bob', 'tickets.watch', ticket.id, { personId: test.people.dora.id });
  await test.perform('bob', 'tickets.classify', ticket.id, { reach: 'team' });
  return test.perform('carol', 'tickets.overridePriority', ticket.id, { priority: 'P2', reason: 'Board meeting' });
}

interface Screen {
  readonly name: string;
  readonly person: PersonKey;
  readonly route: () => string;
  readonly isThere: string;
  readonly width?: number;
  /** Opens what is looked at: a menu, a dialog. */
  readonly key?: string;
  readonly opens?: string;
}

const SCREENS: readonly Screen[] = [
  { name: 'the queue', person: 'bob', route: () => '#/queue/all', isThere: '[role="row"][data-row]' },
  { name: 'the queue in the side pane', person: 'bob', route: () => '#/queue/all', isThere: '[data-row]', width: 380 },
  { name: 'an empty view', person: 'hugo', route: () => '#/queue/mine', isThere: 'h2' },
  { name: 'a ticket', person: 'bob', route: () => `#/tickets/${ticketId}`, isThere: '[data-kind="note"]' },
  { name: 'a ticket in the side pane', person: 'bob', route: () => `#/tickets/${ticketId}`, isThere: '[data-kind="note"]', width: 380 },
  { name: 'the form that puts on hold', person: 'bob', route: () => `#/tickets/${ticketId}`, isThere: '[data-kind="note"]', key: 'h', opens: '[role="dialog"] [data-field="followUpAt"]' },
  { name: 'the form that assigns', person: 'bob', route: () => `#/tickets/${ticketId}`, isThere: '[data-kind="note"]', key: 'a', opens: '[role="dialog"] [data-field="assigneeId"]' },
  { name: 'the list of keys', person: 'bob', route: () => '#/queue/all', isThere: '[role="row"][data-row]', key: '?', opens: '[role="dialog"] kbd' },
  { name: 'own tickets', person: 'alice', route: () => '#/my', isThere: '[data-row]' },
  { name: 'a new ticket', person: 'alice', route: () => '#/new?text=VPN%20drops%20every%20hour', isThere: '[data-testid="draft"]' },
  { name: 'an order', person: 'alice', route: () => `#/new/${desk.test.offerings.laptop}`, isThere: '[data-field="model"]' },
  { name: 'the catalog', person: 'alice', route: () => '#/new/order', isThere: 'main ul a' },
  { name: 'the articles', person: 'alice', route: () => '#/knowledge', isThere: 'main ul a' },
  { name: 'an article', person: 'alice', route: () => `#/knowledge/${desk.test.articles.vpn}`, isThere: 'article' },
];

it.each(SCREENS)('$name has no serious barrier in any theme', async ({ person, route, isThere, width = 1400, key, opens }) => {
  const page = await desk.openAs(person, route(), { width });
  await page.locator(isThere).first().waitFor();
  if (key) await page.keyboard.press(key);
  if (opens) await page.locator(opens).first().waitFor();
  for (const theme of THEMES) {
    await showIn(page, theme);
    expect(await page.locator('[data-theme]').getAttribute('data-theme')).toBe(theme);
    expect({ theme, findings: await seriousFindings(page) }).toEqual({ theme, findings: [] });
  }
  expect(desk.opened[0]?.complaints).toEqual([]);
});

it('choosing a person of the demo has no serious barrier', async () => {
  const { page, context } = await openTab(desk.browser, { url: desk.server.url });
  await page.getByRole('button', { name: /Alice Adams/ }).waitFor();
  expect(await seriousFindings(page)).toEqual([]);
  await context.close();
});

it('every control is at least 24 pixels in both directions', async () => {
  for (const route of ['#/queue/all', `#/tickets/${ticketId}`]) {
    const page = await desk.openAs('bob', route);
    await page.locator('[data-row], [data-kind="note"]').first().waitFor();
    const small = await page.evaluate(() =>
      [...document.querySelectorAll<HTMLElement>('button, [role="button"], input, select, textarea')]
        .filter((element) => element.offsetParent !== null && !element.closest('[aria-hidden="true"]'))
        // A field is pressed anywhere within its frame.
        .map((element) => ({ name: element.getAttribute('aria-label') ?? element.innerText, box: (element.closest('.fui-Input, .fui-SearchBox, .fui-Textarea') ?? element).getBoundingClientRect() }))
        .filter(({ box }) => box.width < 23.5 || box.height < 23.5)
        .map(({ name, box }) => `${name}: ${box.width} x ${box.height}`),
    );
    expect(small).toEqual([]);
  }
});
