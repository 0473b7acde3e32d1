// If this fails, changes cannot be planned, moved or decided in the tab, or a move voids votes without anybody being asked.
import type { Locator, Page } from 'playwright-core';
import type { MeetingView } from '../../shared/meetings/meeting-views';
import { expectSoon, seriousFindings } from '../_support/browser';
import { SECOND_WINDOW, WINDOW } from '../_support/change-desk';
import { withChangeTab } from '../_support/change-tab';
import { said } from '../_support/tab-desk';

const tab = withChangeTab();

const bar = (page: Page, id: string): Locator => page.locator(`[data-change="${id}"]`);
const windowOf = async (id: string) => {
  const { plannedStart, plannedEnd } = await tab.desk.open(id, 'bob');
  return { plannedStart, plannedEnd };
};
/** What of the printed part would be missing on paper, because something around it is shorter than it. */
const cutOff = (page: Page): Promise<readonly string[]> =>
  page.evaluate(() => {
    const around: string[] = [];
    for (let element = document.querySelector('[data-printed]'); element; element = element.parentElement) {
      const { overflowY } = getComputedStyle(element);
      if (overflowY !== 'visible' && element.scrollHeight > element.clientHeight + 1) around.push(`${element.tagName} ${element.className}`);
    }
    return around;
  });
const stateOf = async (id: string): Promise<string> => (await tab.desk.open(id, 'mona')).state;
const HIGH = { serviceIds: [] as string[], reach: 'all', isOutage: true, outageMinutes: 30, isBackoutTested: false, isVendorInvolved: true, experience: '3', complexity: '3', recoverability: '3', testing: '3', visibility: '3', coordination: '3' };

describe('the change calendar', () => {
  it('shows a change where it is planned, with the zone named, and moves it by keyboard; undo brings it back', async () => {
    const change = await tab.desk.submitted({ title: 'Moved by keys' });
    const page = await tab.openAs('bob', '#/calendar');
    await page.getByText('All times are in Europe/Berlin').waitFor();
    await bar(page, change.id).focus();
    await page.keyboard.press('Space');
    await page.getByRole('group', { name: `Moving ${change.id}` }).waitFor();
    await page.keyboard.press('ArrowRight');
    await page.getByTestId('move-to').getByText('Mar 5').waitFor();
    await page.keyboard.press('Enter');
    await said(page, `${change.id} is now planned for`).waitFor();
    expect(await windowOf(change.id)).toEqual(SECOND_WINDOW);
    await page.getByRole('button', { name: 'Undo' }).click();
    await expectSoon(() => windowOf(change.id), WINDOW);
    expect(await seriousFindings(page)).toEqual([]);
    expect(tab.opened[0]?.complaints).toEqual([]);
  });

  it('leaves a change where it was when a move is given up', async () => {
    const change = await tab.desk.submitted({ title: 'Stays', plannedStart: '2026-03-11T20:00:00.000Z', plannedEnd: '2026-03-11T21:00:00.000Z' });
    const page = await tab.openAs('bob', '#/calendar?view=week&date=2026-03-11');
    await bar(page, change.id).focus();
    await page.keyboard.press('Space');
    await page.keyboard.press('ArrowDown');
    await page.getByTestId('move-to').getByText('9:15').waitFor();
    await page.keyboard.press('Escape');
    await page.locator('[data-move-bar]').waitFor({ state: 'detached' });
    expect((await windowOf(change.id)).plannedStart).toBe('2026-03-11T20:00:00.000Z');
    expect(await seriousFindings(page)).toEqual([]);
  });

  it('moves by drag, and asks first where votes or other changes stand against it', async () => {
    const other = await tab.desk.submitted({ title: 'In the way', plannedStart: '2026-03-19T20:00:00.000Z', plannedEnd: '2026-03-19T22:00:00.000Z' });
    const change = await tab.desk.submitted({ title: 'Moved by hand', plannedStart: '2026-03-17T20:00:00.000Z', plannedEnd: '2026-03-17T22:00:00.000Z' });
    await tab.desk.vote('carol', change.id);
    const page = await tab.openAs('bob', '#/calendar');
    const from = await bar(page, change.id).boundingBox();
    const to = await page.locator('[data-day="2026-03-19"]').boundingBox();
    const start = await page.locator('[data-day="2026-03-17"]').boundingBox();
    const x = from!.x + from!.width / 2;
    const y = from!.y + from!.height / 2;
    await page.mouse.move(x, y);
    await page.mouse.down();
    await page.mouse.move(x + 20, y);
    await page.mouse.move(x + to!.x - start!.x, y);
    await page.mouse.up();
    const dialog = page.getByRole('dialog', { name: `Move ${change.id}` });
    await dialog.getByTestId('void-votes').getByText('Carol Clark').waitFor();
    await dialog.getByText(other.id).first().waitFor();
    expect((await windowOf(change.id)).plannedStart).toBe('2026-03-17T20:00:00.000Z');
    expect(await seriousFindings(page)).toEqual([]);
    await dialog.getByRole('button', { name: 'Move anyway' }).click();
    await said(page, `${change.id} is now planned for`).waitFor();
    expect((await windowOf(change.id)).plannedStart).toBe('2026-03-19T20:00:00.000Z');
  });

  it('moves by drag in a week too, by day and hour; Escape lets go of it where it was', async () => {
    const change = await tab.desk.submitted({ title: 'Moved in its week', plannedStart: '2026-03-31T08:00:00.000Z', plannedEnd: '2026-03-31T10:00:00.000Z' });
    const page = await tab.openAs('bob', '#/calendar?view=week&date=2026-03-31');
    const drag = async (): Promise<void> => {
      const box = (await bar(page, change.id).boundingBox())!;
      const [day, nextDay] = await Promise.all(['2026-03-31', '2026-04-01'].map((date) => page.locator(`[data-day="${date}"]`).boundingBox()));
      const [x, y] = [box.x + box.width / 2, box.y + box.height / 2];
      await page.mouse.move(x, y);
      await page.mouse.down();
      await page.mouse.move(x + 20, y);
      // The bar is two hours high.
      await page.mouse.move(x + nextDay!.x - day!.x, y + box.height / 2);
    };
    await drag();
    await page.locator('[data-part="ghost"]').waitFor();
    await page.keyboard.press('Escape');
    await page.locator('[data-part="ghost"]').waitFor({ state: 'detached' });
    await page.mouse.up();
    expect((await windowOf(change.id)).plannedStart).toBe('2026-03-31T08:00:00.000Z');
    await drag();
    await page.mouse.up();
    await said(page, `${change.id} is now planned for`).waitFor();
    expect(await windowOf(change.id)).toEqual({ plannedStart: '2026-04-01T09:00:00.000Z', plannedEnd: '2026-04-01T11:00:00.000Z' });
    expect(tab.opened[0]?.complaints).toEqual([]);
  });

  it('moves by drag along the line of its item, by the hour', async () => {
    const change = await tab.desk.submitted({ title: 'Moved on its line', plannedStart: '2026-04-07T08:00:00.000Z', plannedEnd: '2026-04-07T10:00:00.000Z' });
    const page = await tab.openAs('bob', '#/calendar?view=timeline&date=2026-04-06');
    await page.getByTestId('timeline').waitFor();
    const box = (await bar(page, change.id).boundingBox())!;
    const day = (await page.locator('[data-day="2026-04-07"]').boundingBox())!;
    const [x, y] = [box.x + box.width / 2, box.y + box.height / 2];
    await page.mouse.move(x, y);
    await page.mouse.down();
    await page.mouse.move(x + 20, y);
    await page.mouse.move(x + day.width * 1.25, y);
    await page.mouse.up();
    await said(page, `${change.id} is now planned for`).waitFor();
    expect(await windowOf(change.id)).toEqual({ plannedStart: '2026-04-08T14:00:00.000Z', plannedEnd: '2026-04-08T16:00:00.000Z' });
  });

  it('is followed by an address of one’s own, which shows nothing any more once it is taken back', async () => {
    const change = await tab.desk.submitted({ title: 'Seen in Outlook', plannedStart: '2026-03-12T09:00:00.000Z', plannedEnd: '2026-03-12T10:00:00.000Z' });
    const page = await tab.openAs('bob', '#/calendar');
    await page.getByRole('button', { name: 'Subscribe' }).click();
    const dialog = page.getByRole('dialog', { name: 'Changes in your own calendar' });
    await dialog.getByRole('button', { name: 'Create address' }).click();
    const address = await dialog.getByRole('textbox', { name: 'Address of the calendar' }).inputValue();
    expect(await seriousFindings(page)).toEqual([]);
    const file = new URL(address).pathname;
    const shown = await tab.server.client().get(file);
    expect(shown.headers.get('content-type')).toContain('text/calendar');
    expect(shown.text).toContain(`${change.id} Seen in Outlook`);
    await dialog.getByRole('button', { name: 'Take it back' }).click();
    await said(page, 'Your calendar address no longer works').waitFor();
    expect((await tab.server.client().get(file)).status).toBe(404);
    await dialog.getByRole('button', { name: 'Create address' }).waitFor();
    expect(tab.opened[0]?.complaints).toEqual([]);
  });

  it('finds a free slot from the form, with what blocks the time before, and follows what others do', async () => {
    const change = await tab.desk.submitted({ title: 'Looks for room', plannedStart: '2026-03-25T20:00:00.000Z', plannedEnd: '2026-03-25T22:00:00.000Z' });
    const page = await tab.openAs('bob', '#/calendar');
    await bar(page, change.id).click();
    await page.getByTestId('change-card').getByRole('button', { name: 'Move to …' }).click();
    const dialog = page.getByRole('dialog', { name: `Move ${change.id}` });
    await dialog.getByRole('button', { name: 'Find a free slot' }).click();
    await dialog.getByTestId('slots').getByRole('button', { name: /^Take / }).first().click();
    await dialog.getByText('Nothing stands against this time.').waitFor();
    await dialog.getByRole('button', { name: 'Back' }).click();
    const fresh = await tab.desk.submitted({ title: 'Appears by itself', plannedStart: '2026-03-26T20:00:00.000Z', plannedEnd: '2026-03-26T22:00:00.000Z' });
    await bar(page, fresh.id).waitFor();
    expect(await bar(page, fresh.id).getAttribute('aria-label')).toContain('Appears by itself');
  });

  it('is a list where seven columns do not fit, and a line per item by choice', async () => {
    const change = await tab.desk.submitted({ title: 'Seen in every view', plannedStart: '2026-03-10T09:00:00.000Z', plannedEnd: '2026-03-10T10:00:00.000Z' });
    const narrow = await tab.openAs('bob', '#/calendar', { width: 420 });
    await narrow.getByTestId('agenda').locator(`[data-change="${change.id}"]`).waitFor();
    expect(await seriousFindings(narrow)).toEqual([]);
    const page = await tab.openAs('bob', '#/calendar?view=timeline');
    await page.locator(`[data-item="${tab.desk.items.web}"] [data-change="${change.id}"]`).waitFor();
    expect(await seriousFindings(page)).toEqual([]);
  });
});

describe('the inbox', () => {
  it('decides by keyboard, one after the other, until nothing waits', async () => {
    const first = await tab.desk.submitted({ title: 'First to decide', plannedStart: '2026-04-07T20:00:00.000Z', plannedEnd: '2026-04-07T22:00:00.000Z' });
    const second = await tab.desk.submitted({ title: 'Second to decide', plannedStart: '2026-04-08T20:00:00.000Z', plannedEnd: '2026-04-08T22:00:00.000Z' });
    const page = await tab.openAs('carol', `#/approvals/${first.id}`);
    const detail = page.getByTestId('detail');
    await detail.getByText('Install the packages.').waitFor();
    expect(await seriousFindings(page)).toEqual([]);
    await page.locator('h1').click();
    await page.keyboard.press('a');
    await page.locator(`[data-inbox="${first.id}"]`).waitFor({ state: 'detached' });
    expect((await tab.desk.open(first.id, 'bob')).state).toBe('authorize');
    // The next one has come up by itself; others may stand before the second.
    await detail.getByRole('heading', { level: 2 }).first().waitFor();
    await page.locator(`[data-inbox="${second.id}"]`).click();
    await detail.getByText('Second to decide').waitFor();
    await page.locator('h1').click();
    await page.keyboard.press('r');
    // A refusal needs a reason: the cursor is where it is written.
    await page.keyboard.type('Not before the audit.');
    await detail.locator('[data-verb="reject"]').click();
    await page.locator(`[data-inbox="${second.id}"]`).waitFor({ state: 'detached' });
    expect((await tab.desk.open(second.id, 'bob')).state).toBe('new');
  });

  it('decides about an exception from a freeze and about a template, with all that is needed to decide', async () => {
    const { desk } = tab;
    const freezeId = await desk.add('freezes', { name: 'Spring sale', zone: 'Europe/Berlin', occurrences: [{ kind: 'once', from: '2026-04-20T00:00', to: '2026-04-24T00:00' }], approverGroupId: desk.board, approverCount: 1 });
    const { id: changeId } = await desk.propose({ title: 'Close the hole', plannedStart: '2026-04-21T20:00:00.000Z', plannedEnd: '2026-04-21T21:00:00.000Z' });
    const exception = await desk.perform('bob', 'freezeExceptions.request', undefined, { changeId, freezeId, reason: 'The hole is used by attackers.' });
    await desk.add('approvalPolicies', { name: 'Templates', subject: 'changeTemplates', table: 'base', order: 10, steps: [{ id: 'template', stage: 1, from: [{ kind: 'role', role: 'changeManagers' }], quorum: { mode: 'any' } }] });
    const values = { implementationPlan: 'Install the certificate.', testPlan: 'Open the page.', backoutPlan: 'Put the old one back.' };
    const template = await desk.perform('bob', 'changeTemplates.add', undefined, { name: 'Renew a certificate', purpose: 'Certificates that expire.', ownerId: desk.people.bob.id, values, maxMinutes: 60 });
    await desk.perform('bob', 'changeTemplates.propose', template.id, { reason: 'By hand for years, and it never went wrong.' });

    const page = await tab.openAs('mona', `#/approvals/${exception.id}`);
    const detail = page.getByTestId('detail');
    for (const text of ['Spring sale', 'Close the hole', 'The hole is used by attackers.', 'Bob Brown']) await detail.getByText(text, { exact: false }).first().waitFor();
    expect(await seriousFindings(page)).toEqual([]);
    await detail.locator('[data-verb="approve"]').click();
    await page.locator(`[data-inbox="${exception.id}"]`).waitFor({ state: 'detached' });
    expect(await stateOf(exception.id)).toBe('approved');

    await page.locator(`[data-inbox="${template.id}"]`).click();
    for (const text of ['Certificates that expire.', 'Install the certificate.', 'Put the old one back.']) await detail.getByText(text).waitFor();
    expect(await seriousFindings(page)).toEqual([]);
    await detail.locator('[data-verb="reject"]').click();
    // A refusal without a reason helps nobody.
    await detail.getByText('Please say why.').waitFor();
    await detail.getByRole('textbox', { name: 'Comment' }).fill('The way back takes too long.');
    await detail.locator('[data-verb="reject"]').click();
    await page.locator(`[data-inbox="${template.id}"]`).waitFor({ state: 'detached' });
    expect((await desk.open(template.id, 'nils')).steps[0]?.votes).toMatchObject([{ name: 'Mona Meyer', decision: 'rejected', comment: 'The way back takes too long.' }]);
    expect(tab.opened[0]?.complaints).toEqual([]);
  });

  it('says when nothing waits, and names a substitute while somebody is away', async () => {
    const page = await tab.openAs('olga', '#/approvals');
    await page.getByText('Nothing waits for you.').waitFor();
    await page.getByRole('button', { name: 'While I am away' }).click();
    const dialog = page.getByRole('dialog', { name: 'While I am away' });
    await dialog.getByRole('combobox').first().fill('Paul');
    await page.getByRole('option', { name: /Paul Park/ }).click();
    await dialog.locator('[data-field="startsAt"] input').fill('2026-03-02T08:00');
    await dialog.locator('[data-field="endsAt"] input').fill('2026-03-09T08:00');
    await dialog.getByRole('button', { name: 'Name as substitute' }).click();
    await dialog.getByTestId('delegations').getByText('Paul Park decides for you').waitFor();
    expect(tab.desk.actor('paul').actsFor).toContain(tab.desk.people.olga.id);
    expect(await seriousFindings(page)).toEqual([]);
    await dialog.getByRole('button', { name: 'End now' }).click();
    await dialog.getByTestId('delegations').waitFor({ state: 'detached' });
    expect(tab.desk.actor('paul').actsFor).toEqual([]);
  });
});

describe('a meeting', () => {
  it('runs from planning to minutes: attendance, votes on the spot, closing the vote, decision, next', async () => {
    const { desk } = tab;
    await desk.add('boards', { name: 'CAB', groupId: desk.board, chairIds: [desk.people.mona.id], zone: 'Europe/Berlin', minutesPerItem: 10 });
    const window = { plannedStart: '2026-04-14T20:00:00.000Z', plannedEnd: '2026-04-14T22:00:00.000Z' };
    const change = await desk.submitted({ ...HIGH, ...window, title: 'Big one', itemIds: [desk.items.database], serviceIds: [desk.services.payroll] });
    await desk.vote('carol', change.id);
    const page = await tab.openAs('mona', '#/meetings');
    await page.getByRole('button', { name: 'Plan a meeting' }).click();
    const form = page.getByRole('dialog');
    await form.getByRole('combobox').fill('CAB');
    await page.getByRole('option', { name: 'CAB' }).click();
    await form.locator('[data-field="startsAt"] input').fill('2026-03-02T10:30');
    await form.locator('button[type="submit"]').click();
    await page.getByTestId('agenda').getByText('Big one').waitFor();
    expect(await seriousFindings(page)).toEqual([]);
    await page.getByRole('button', { name: 'Start the meeting' }).click();
    await page.getByTestId('open-item').getByText('Install the packages.').waitFor();
    for (const name of ['Mona Meyer (chair)', 'Nils Novak', 'Olga Olsen']) {
      const box = page.getByTestId('attendance').getByRole('checkbox', { name });
      await box.click();
      await expectSoon(() => box.isChecked(), true);
      await expectSoon(() => box.isEnabled(), true);
    }
    // Two members vote where they sit; the chair sees it live.
    await desk.vote('nils', change.id);
    await desk.vote('olga', change.id, 'reject');
    await page.locator('[data-step="board"]').getByText('Olga Olsen').waitFor();
    await desk.vote('mona', change.id);
    // Two of five agree: no majority of the board, but one of those who are there.
    expect((await desk.open(change.id, 'mona')).state).toBe('authorize');
    await page.locator('[data-step="board"]').getByText('Mona Meyer').first().waitFor();
    await page.getByRole('button', { name: 'Close the vote' }).click();
    await page.locator('[data-step="board"][data-state="approved"]').waitFor();
    await page.getByRole('radio', { name: /^Approved/ }).check();
    await page.getByLabel('Note').fill('With a look at the backup.');
    expect(await seriousFindings(page)).toEqual([]);
    await page.getByRole('button', { name: /^Record/ }).click();
    await page.getByTestId('agenda').getByText('With a look at the backup.').waitFor();
    await page.getByRole('button', { name: 'Close the meeting' }).click();
    await page.getByRole('dialog').locator('button[type="submit"]').click();
    const minutes = page.getByTestId('minutes');
    await minutes.getByText('Present: Mona Meyer, Nils Novak, Olga Olsen').waitFor();
    await minutes.getByRole('row').getByText('With a look at the backup.').waitFor();
    // On paper there are the minutes, as long as they are, and no buttons.
    await page.emulateMedia({ media: 'print' });
    expect(await page.getByRole('navigation').first().isVisible()).toBe(false);
    expect(await page.getByRole('button', { name: 'Print' }).isVisible()).toBe(false);
    expect(await cutOff(page)).toEqual([]);
    await page.emulateMedia({ media: 'screen' });
    expect(await seriousFindings(page)).toEqual([]);
    const [meeting] = [...desk.app.desk.directory.summaries('meetings')] as unknown as readonly MeetingView[];
    expect(meeting === undefined || meeting.state === 'closed').toBe(true);
    expect(tab.opened[0]?.complaints).toEqual([]);
  });
});
