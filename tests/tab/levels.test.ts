// If this fails, promises cannot be set up, checked by eye or judged in the tab, or a wrong one is saved without anybody being told.
import type { Page } from 'playwright-core';
import { expectSoon, seriousFindings, showIn, THEMES } from '../_support/browser';
import type { PersonKey } from '../_support/people';
import { said, ticketIn, withTabDesk } from '../_support/tab-desk';
import { TEST_NOW } from '../_support/test-app';

const desk = withTabDesk();

const HOUR = 3_600_000;
const agreementNamed = (name: string) => [...desk.test.app.desk.directory.agreements()].find((agreement) => agreement.name === name)!;
const calendar = () => [...desk.test.app.desk.directory.calendars()][0]!;
const agreementRoute = (name: string): string => `#/levels/agreements/${agreementNamed(name).id}`;
const figure = (page: Page, name: string) => page.locator(`[data-figure="${name}"]`);

async function edit(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Edit', exact: true }).click();
  await page.getByRole('button', { name: 'Save' }).waitFor();
}

const target = (page: Page, priority: string) => page.getByRole('spinbutton', { name: `Target for ${priority}` });

describe('agreements', () => {
  it('say in sentences what is promised, and are found by what is promised', async () => {
    const page = await desk.openAs('bob', '#/levels/agreements');
    const row = page.locator(`[data-agreement="${agreementNamed('Resolution').id}"]`);
    await row.getByText('4 hours').waitFor();
    await row.getByRole('link', { name: 'Resolution' }).click();
    const sentences = page.getByTestId('sentences');
    await sentences.getByText('The time counts on “Business hours”.').waitFor();
    await sentences.getByText('The clock pauses while State is “On hold” and On-hold reason is “The requester”.').waitFor();
    await sentences.getByText(/When the priority changes: The new target counts from the beginning/).waitFor();
  });

  it('are read by agents and changed by administrators only; employees do not get there', async () => {
    const page = await desk.openAs('bob', agreementRoute('Resolution'));
    await page.getByText('You can read this. Administrators change it.').waitFor();
    expect(await page.getByRole('button', { name: 'Edit', exact: true }).count()).toBe(0);
    const other = await desk.openAs('alice', '#/levels');
    await other.getByText('This page is for those who work on tickets').waitFor();
    expect(await other.getByRole('link', { name: 'Service levels' }).count()).toBe(0);
  });

  it('are changed with problems told at the field, kept as versions, and open tickets follow', async () => {
    const open = await desk.test.report({ title: 'Open while the promise changes', work: 'fine' });
    const { priority } = open;
    const page = await desk.openAs('erik', agreementRoute('Resolution'));
    await edit(page);
    const name = { P1: 'P1 Critical', P2: 'P2 High', P3: 'P3 Moderate', P4: 'P4 Low' }[priority];
    await target(page, name).fill('0');
    await page.getByRole('button', { name: 'Save' }).click();
    await page.locator('[data-field="targets"]').getByText(/too short|at least/i).waitFor();
    await page.getByText('One field needs another look.').waitFor();
    await target(page, name).fill('60');
    await page.getByRole('button', { name: 'Save' }).click();
    await said(page, 'Resolution saved').waitFor();
    const latest = page.getByTestId('history').locator('li').first();
    await latest.getByText('Version 2').waitFor();
    await latest.getByText('Erik Evans').waitFor();
    await latest.locator('del').getByText(/P4 50 hours|P3 30 hours/).waitFor();
    await desk.test.app.recompute.runOnce();
    await page.getByTestId('recompute-done').getByText(/Open tickets are computed anew: \d+ of \d+ follow the new terms\./).waitFor();
    const after = await desk.test.app.open(open.id, desk.test.actor('bob'));
    expect('record' in after && after.record['resolutionDueAt']).not.toBe(open.resolutionDueAt);
    expect(desk.opened[0]?.complaints.filter((line) => !line.includes('422'))).toEqual([]);
  });

  it('get conditions from real values, are retired and come back with one press', async () => {
    const page = await desk.openAs('erik', '#/levels/agreements/new');
    await page.getByRole('textbox', { name: 'Name', exact: true }).fill('Network answers');
    await page.getByRole('combobox', { name: 'Calendar' }).click();
    await page.getByRole('option', { name: 'Business hours' }).click();
    const applies = page.getByRole('group', { name: 'Which tickets' });
    await applies.getByRole('button', { name: 'Add a condition' }).click();
    await applies.getByRole('combobox', { name: 'What is compared' }).click();
    await page.getByRole('option', { name: 'Group', exact: true }).click();
    await applies.getByRole('combobox', { name: 'Values of Group' }).click();
    await page.getByRole('menuitemcheckbox', { name: 'Network' }).click();
    await page.keyboard.press('Escape');
    await page.getByRole('button', { name: 'Save' }).click();
    await said(page, 'Network answers saved').waitFor();
    await page.getByTestId('sentences').getByText('It applies where Group is “Network”.').waitFor();
    expect(agreementNamed('Network answers').conditions?.applies).toEqual([[{ field: 'groupId', is: [desk.test.groups.network.id] }]]);
    await page.getByRole('button', { name: 'Retire' }).click();
    await said(page, 'Network answers retired').waitFor();
    await page.getByRole('button', { name: 'Undo' }).click();
    await expectSoon(async () => agreementNamed('Network answers').retired, false);
    await page.getByRole('button', { name: 'Retire' }).click();
    await expectSoon(async () => agreementNamed('Network answers').retired, true);
  });
});

describe('calendars', () => {
  const day = (page: Page, date: string) => page.getByTestId('year').locator(`[data-date="${date}"]`);

  it('get holidays of a country after a look at them, and a year to check by eye while they are edited', async () => {
    const page = await desk.openAs('erik', `#/levels/calendars/${calendar().id}`);
    await day(page, '2026-03-02').waitFor();
    expect(await day(page, '2026-03-02').getAttribute('aria-label')).toBe('Mon, Mar 2, 2026: 08:00–18:00, 10 h open');
    expect(await day(page, '2026-03-29').getAttribute('aria-label')).toContain('clocks change, this day has 23 h');
    await edit(page);
    await page.getByRole('button', { name: 'From a country' }).click();
    await page.getByTestId('holiday-preview').getByText('Labour Day').first().waitFor();
    await page.getByRole('button', { name: /^Add \d+ holidays$/ }).click();
    await expectSoon(() => day(page, '2026-05-01').getAttribute('data-kind'), 'holiday');
    expect(await day(page, '2026-05-01').getAttribute('aria-label')).toContain('Labour Day');
    const exceptions = page.locator('[data-field="overrides"]');
    await exceptions.getByLabel('Date', { exact: true }).fill('2026-12-24');
    await exceptions.getByRole('button', { name: 'Add a date' }).click();
    await expectSoon(() => day(page, '2026-12-24').getAttribute('data-kind'), 'exception');
    expect(await day(page, '2026-12-24').getAttribute('aria-label')).toContain('09:00–12:00, 3 h open · exception');
    await page.getByRole('button', { name: 'Save' }).click();
    await said(page, 'Business hours saved').waitFor();
    expect(calendar().holidays).toContain('2027-05-01');
    expect(calendar().holidayNames?.['2026-05-01']).toBe('Labour Day');
    expect(desk.opened[0]?.complaints).toEqual([]);
  });

  it('are walked day by day with the keyboard, over the ends of months', async () => {
    const page = await desk.openAs('bob', `#/levels/calendars/${calendar().id}`);
    await day(page, '2026-03-02').focus();
    for (const key of ['PageDown', 'ArrowLeft', 'ArrowLeft', 'ArrowDown']) await page.keyboard.press(key);
    const focused = () => page.evaluate(() => document.activeElement?.getAttribute('data-date'));
    await expectSoon(focused, '2026-04-07');
    await page.getByRole('tooltip').getByText('Tue, Apr 7, 2026').waitFor();
    await page.getByRole('button', { name: 'Next year' }).click();
    await day(page, '2027-01-01').waitFor();
  });

  it('take holidays from an iCalendar file, and tell what is wrong with another one', async () => {
    const page = await desk.openAs('erik', '#/levels/calendars/new');
    await page.getByRole('button', { name: 'From an iCalendar file' }).click();
    const file = page.locator('input[type="file"]');
    await file.setInputFiles({ name: 'notes.ics', mimeType: 'text/calendar', buffer: Buffer.from('just some notes') });
    await page.getByText('This is not an iCalendar file, or it is damaged.', { exact: false }).waitFor();
    const lines = ['BEGIN:VCALENDAR', 'VERSION:2.0', 'PRODID:-//x//y//EN', 'BEGIN:VEVENT', 'UID:1', 'DTSTAMP:20260101T000000Z', 'DTSTART;VALUE=DATE:20260615', 'SUMMARY:Founding day', 'END:VEVENT', 'END:VCALENDAR', ''];
    await file.setInputFiles({ name: 'days.ics', mimeType: 'text/calendar', buffer: Buffer.from(lines.join('\r\n')) });
    await page.getByTestId('holiday-preview').getByText('Founding day').waitFor();
    await page.getByRole('button', { name: 'Add 1 holiday' }).click();
    await expectSoon(() => day(page, '2026-06-15').getAttribute('data-kind'), 'holiday');
  });

  it('refuse hours that run backwards, at the hours', async () => {
    const page = await desk.openAs('erik', '#/levels/calendars/new');
    await page.getByRole('textbox', { name: 'Name', exact: true }).fill('Backwards');
    const closes = page.getByRole('textbox', { name: 'Monday closes at' });
    await closes.fill('8');
    await closes.press('Tab');
    expect(await closes.inputValue()).toBe('08:00');
    await page.getByRole('button', { name: 'Save' }).click();
    await page.getByText('One field needs another look.').waitFor();
    expect(await page.locator('section', { hasText: 'Opening hours per weekday' }).getByRole('alert').innerText()).toMatch(/09:00/);
  });
});

describe('what-if', () => {
  it('is open to managers, who may not save', async () => {
    const page = await desk.openAs('dora', agreementRoute('Resolution'));
    await page.getByRole('button', { name: 'Try a change' }).click();
    await target(page, 'P2 High').fill('30');
    await page.getByRole('button', { name: 'What would change?' }).click();
    await page.getByRole('button', { name: 'Compute' }).click();
    await page.getByTestId('what-if-summary').waitFor();
    expect(await page.getByRole('button', { name: 'Save' }).count()).toBe(0);
  });

  it('shows before saving which tickets would have gone another way, with the explanation', async () => {
    desk.test.clock.set(TEST_NOW);
    const ticket = await desk.test.report({ title: 'Solved within an hour' });
    await desk.test.perform('bob', 'tickets.take', ticket.id);
    desk.test.clock.advance(HOUR / 2);
    await desk.test.perform('bob', 'tickets.resolve', ticket.id, { code: 'fixed', notes: 'Done.' });
    const before = agreementNamed('Resolution').version;
    const page = await desk.openAs('erik', agreementRoute('Resolution'));
    await edit(page);
    for (const name of ['P1 Critical', 'P2 High', 'P3 Moderate', 'P4 Low']) await target(page, name).fill('5');
    await page.getByRole('button', { name: 'What would change?' }).click();
    await page.getByRole('button', { name: 'Compute' }).click();
    await page.getByTestId('what-if-summary').waitFor();
    await page.getByRole('tab', { name: /Met to missed/ }).click();
    const change = page.locator(`[data-change="${ticket.id}"]`);
    await change.getByText('Solved within an hour').waitFor();
    await change.getByRole('button', { name: `Why does ${ticket.id} go another way?` }).click();
    await change.getByTestId('why-headline').waitFor();
    expect(await figure(page, 'flipMissed').or(figure(page, 'breaches')).first().innerText()).toMatch(/\d/);
    expect(agreementNamed('Resolution').version).toBe(before);
    expect(desk.opened[0]?.complaints).toEqual([]);
  });
});

describe('attainment', () => {
  it('counts kept and missed promises, and each figure leads to its tickets', async () => {
    desk.test.clock.set(TEST_NOW);
    const late = await desk.test.report({ title: 'Answered too late', work: 'stopped', reach: 'everyone' });
    desk.test.clock.advance(5 * HOUR);
    await desk.test.perform('bob', 'tickets.take', late.id);
    await desk.test.perform('bob', 'tickets.resolve', late.id, { code: 'fixed', notes: 'Done.' });
    const page = await desk.openAs('gus', '#/levels');
    const missed = figure(page, 'missed').getByRole('button');
    await missed.waitFor();
    expect(await page.getByTestId('attainment-table').locator('tbody tr').count()).toBeGreaterThan(0);
    await missed.click();
    const list = page.getByTestId('attainment-tickets');
    await list.locator(`[data-promise="${late.id}"]`).first().getByText('Answered too late').waitFor();
    await page.keyboard.press('Escape');
    await list.waitFor({ state: 'detached' });
    await page.getByTestId('trend').waitFor();
    await page.getByRole('button', { name: 'Show as a table' }).click();
    await page.getByRole('columnheader', { name: 'Share met' }).first().waitFor();
    expect(desk.opened[0]?.complaints).toEqual([]);
  });
});

describe('views of the queue', () => {
  it('show what is late, at risk, due next and paused, with why and until when', async () => {
    desk.test.clock.set(TEST_NOW);
    const urgent = await desk.test.report({ title: 'Nobody answered', work: 'stopped', reach: 'everyone' });
    const held = await desk.test.report({ title: 'Waits for the requester' });
    await desk.test.perform('bob', 'tickets.take', held.id);
    await desk.test.perform('bob', 'tickets.reply', held.id, { text: 'I am on it.' });
    await desk.test.perform('bob', 'tickets.putOnHold', held.id, { reason: 'requester', comment: 'Which one?', followUpAt: '2026-03-05T09:00:00Z' });
    desk.test.clock.advance(HOUR);
    const later = new Date(Date.parse(TEST_NOW) + HOUR).toISOString();
    const page = await desk.openAs('bob', '#/queue/overdue', { now: later });
    await ticketIn(page, urgent.id).waitFor();
    expect(await ticketIn(page, held.id).count()).toBe(0);
    await page.locator('[data-view="paused"]').click();
    await ticketIn(page, held.id).getByText(/The requester, until Mar 5/).waitFor();
    expect(await ticketIn(page, urgent.id).count()).toBe(0);
    await page.locator('[data-view="next"]').click();
    await page.getByRole('heading', { name: 'Due next' }).waitFor();
    expect(await ticketIn(page, urgent.id).count()).toBe(0);
  });
});

interface Screen {
  readonly name: string;
  readonly person: PersonKey;
  readonly route: () => string;
  readonly isThere: string;
  readonly isEdited?: boolean;
  readonly width?: number;
}

const SCREENS: readonly Screen[] = [
  { name: 'attainment', person: 'carol', route: () => '#/levels', isThere: '[data-testid="attainment-table"]' },
  { name: 'attainment in the side pane', person: 'carol', route: () => '#/levels/attainment?by=group', isThere: '[data-testid="attainment-table"]', width: 380 },
  { name: 'the agreements', person: 'erik', route: () => '#/levels/agreements?retired=true', isThere: '[data-agreement]' },
  { name: 'an agreement', person: 'bob', route: () => agreementRoute('Resolution'), isThere: '[data-testid="history"] li' },
  { name: 'an agreement being edited', person: 'erik', route: () => agreementRoute('Resolution'), isThere: '[data-testid="history"] li', isEdited: true },
  { name: 'the calendars', person: 'erik', route: () => '#/levels/calendars', isThere: '[data-calendar]' },
  { name: 'a calendar being edited', person: 'erik', route: () => `#/levels/calendars/${calendar().id}`, isThere: '[data-testid="year"] td', isEdited: true },
  { name: 'a calendar in the side pane', person: 'bob', route: () => `#/levels/calendars/${calendar().id}`, isThere: '[data-testid="year"] td', width: 380 },
];

describe('everybody can read and use', () => {
  beforeAll(async () => {
    const ticket = await desk.test.report({ title: 'Gives the figures something to count' });
    await desk.test.perform('bob', 'tickets.take', ticket.id);
    await desk.test.perform('bob', 'tickets.resolve', ticket.id, { code: 'fixed', notes: 'Done.' });
  });

  it.each(SCREENS)('$name, in any theme', async ({ person, route, isThere, isEdited, width = 1400 }) => {
    const page = await desk.openAs(person, route(), { width });
    await page.locator(isThere).first().waitFor();
    if (isEdited) await edit(page);
    for (const theme of THEMES) {
      await showIn(page, theme);
      expect({ theme, findings: await seriousFindings(page) }).toEqual({ theme, findings: [] });
    }
    expect(desk.opened[0]?.complaints).toEqual([]);
  });
});
