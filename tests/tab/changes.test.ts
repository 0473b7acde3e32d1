// If this fails, a change cannot be proposed, completed, decided or moved in the tab, or somebody approves what has changed meanwhile.
import type { Locator, Page } from 'playwright-core';
import type { ChangeView } from '../../shared/changes';
import { expectSoon, seriousFindings, START_MS } from '../_support/browser';
import { WINDOW, type ChangePerson } from '../_support/change-desk';
import { withChangeTab } from '../_support/change-tab';
import { said, typeInto, untilFocused } from '../_support/tab-desk';

const tab = withChangeTab();

const row = (page: Page, id: string): Locator => page.locator(`[data-row="${id}"]`);
const actions = (page: Page): Locator => page.getByTestId('actions');
const card = (page: Page, name: string): Locator => page.getByTestId(name);
const field = (root: Page | Locator, name: string): Locator => root.locator(`[data-field="${name}"]`);
const stateOf = async (id: string): Promise<string> => (await tab.desk.open(id, 'bob')).state;

async function openChange(person: ChangePerson, change: Pick<ChangeView, 'id' | 'title'>): Promise<Page> {
  const page = await tab.openAs(person, `#/changes/${change.id}`);
  await page.getByRole('heading', { name: change.title, level: 1 }).waitFor();
  return page;
}

/** Types ahead for an entry of a register and takes it. */
async function pick(root: Locator, name: string, words: string, option: string): Promise<void> {
  const page = root.page();
  await field(root, name).getByRole('combobox').fill(words);
  await page.getByRole('option', { name: option }).first().click();
}

/** Whoever is asked about a template agrees. */
async function approveTemplate(id: string): Promise<void> {
  for (const person of ['carol', 'mona', 'nils'] as const) {
    const view = await tab.desk.open(id, person).catch(() => undefined);
    const seat = view?.mySeats[0];
    if (seat) await tab.desk.perform(person, 'changeTemplates.approve', id, { step: seat.step, token: seat.token, comment: 'Fine.' });
  }
}

it('goes from a title to its place in the calendar: proposed, completed, submitted, decided', async () => {
  const page = await tab.openAs('bob', '#/changes');
  await page.getByRole('button', { name: 'New change' }).click();
  // The first window of a server waits for everything to be compressed once.
  await page.getByRole('link', { name: 'Normal change' }).click({ timeout: START_MS });
  const form = page.getByRole('form', { name: 'Normal change' });
  await field(form, 'title').getByRole('textbox').fill('Replace the core switch');
  await pick(form, 'itemIds', 'web', 'WEB-TEST');
  await form.getByText('Choose start and end', { exact: false }).waitFor();
  await field(form, 'plannedStart').locator('input').fill('2026-03-04T21:00');
  await field(form, 'plannedEnd').locator('input').fill('2026-03-04T23:00');
  await form.getByText('Nothing stands in the way at that time.').waitFor();
  await form.getByRole('button', { name: 'Keep as a draft' }).click();
  await page.getByRole('heading', { name: 'Replace the core switch', level: 1 }).waitFor();
  const id = /CHG\d+/.exec(page.url())?.[0] ?? '';

  await actions(page).getByRole('button', { name: 'Submit' }).click();
  await said(page, 'Submit: not done').waitFor();
  const missing = card(page, 'missing');
  await missing.getByText('Implementation plan').waitFor();
  await missing.getByRole('button', { name: 'Fill in what is missing' }).click();
  for (const [name, text] of [['reason', 'It is out of support.'], ['implementationPlan', 'Mount, cable, switch over.'], ['testPlan', 'Ping every floor.'], ['backoutPlan', 'The old one stays mounted.'], ['impact', 'A minute without network.']] as const) {
    await field(missing, name).getByRole('textbox').fill(text);
  }
  await pick(missing, 'groupId', 'Netw', 'Network');
  await pick(missing, 'implementerId', 'Bob', 'Bob Brown');
  await field(missing, 'reach').getByRole('radio', { name: 'Up to 50 people' }).check();
  await field(missing, 'isOutage').getByRole('radio', { name: 'No' }).check();
  await missing.getByRole('button', { name: 'Save' }).click();
  await missing.waitFor({ state: 'detached' });
  await card(page, 'plan').getByText('The old one stays mounted.').waitFor();
  await actions(page).getByRole('button', { name: 'Submit' }).click();
  await page.getByTestId('waits-for').getByText('Carol Clark', { exact: false }).waitFor();
  expect(await tab.desk.open(id, 'bob')).toMatchObject({ state: 'assess', plannedStart: WINDOW.plannedStart, isOutage: false });

  const peer = await openChange('carol', { id, title: 'Replace the core switch' });
  await card(peer, 'decision').getByRole('textbox').fill('Looks good.');
  await card(peer, 'decision').getByRole('button', { name: 'Approve' }).click();
  await card(peer, 'decision').waitFor({ state: 'detached' });
  // The window of the author follows by itself.
  await page.getByTestId('approvals').getByText('Looks good.').waitFor();
  const manager = await openChange('mona', { id, title: 'Replace the core switch' });
  await card(manager, 'decision').getByRole('button', { name: 'Approve' }).click();
  // The last consent gives it its place in the calendar.
  await page.getByTestId('waits-for').getByText('Scheduled for', { exact: false }).waitFor();
  expect(await stateOf(id)).toBe('scheduled');
  // The author's own window was told once that something is missing; a browser notes every such answer.
  for (const window of tab.opened.slice(1)) expect(window.complaints).toEqual([]);
});

it('an edit voids the vote it is about, and shows those who decide again what is different', async () => {
  const change = await tab.desk.submitted({ title: 'Patch the proxy', implementationPlan: 'Install.\nRestart.', plannedStart: '2026-03-10T20:00:00.000Z', plannedEnd: '2026-03-10T21:00:00.000Z' });
  await tab.desk.vote('carol', change.id);
  const author = await openChange('bob', change);
  const plan = card(author, 'plan');
  await plan.getByRole('button', { name: 'Edit: Plan' }).click();
  await field(plan, 'implementationPlan').getByRole('textbox').fill('Install.\nReboot.');
  await plan.getByRole('button', { name: 'Save' }).click();
  await plan.getByText('Reboot.').waitFor();
  const peer = await openChange('carol', change);
  const edits = card(peer, 'edits');
  await edits.getByText('no longer counts: Carol Clark', { exact: false }).waitFor();
  expect((await edits.innerText()).replaceAll('\n', ' ')).toMatch(/− Removed: Restart\. \+ Added: Reboot\./);
  // A description is no part of what is decided about.
  await tab.desk.vote('carol', change.id);
  await tab.desk.perform('bob', 'changes.edit', change.id, { description: 'Typo' });
  await card(peer, 'decision').waitFor({ state: 'detached' });
});

it('a press on what has changed meanwhile counts for nothing, and shows how it is now', async () => {
  const change = await tab.desk.submitted({ title: 'Two at once', plannedStart: '2026-03-11T20:00:00.000Z', plannedEnd: '2026-03-11T21:00:00.000Z' });
  const page = await openChange('carol', change);
  await card(page, 'decision').getByRole('textbox').fill('Fine with me.');
  // What is on the screen is no longer what is written, and the news has not arrived yet.
  await page.route('**/api/changes/**', (route) => route.abort());
  await tab.desk.perform('bob', 'changes.edit', change.id, { backoutPlan: 'None.' });
  await card(page, 'decision').getByRole('button', { name: 'Approve' }).click();
  const conflict = page.getByTestId('conflict');
  await conflict.getByText('Bob Brown changed: Back-out plan', { exact: false }).waitFor();
  await card(page, 'plan').getByText('None.').waitFor();
  expect(await card(page, 'decision').getByRole('textbox').inputValue()).toBe('Fine with me.');
  expect((await tab.desk.open(change.id, 'carol')).steps[0]?.votes).toEqual([]);
  await page.unroute('**/api/changes/**');
  await card(page, 'decision').getByRole('button', { name: 'Approve' }).click();
  await expectSoon(async () => (await tab.desk.open(change.id, 'carol')).steps[0]?.votes.length, 1);
});

it('a high risk is confirmed a second time, with a reason', async () => {
  const change = await tab.desk.submitted({
    title: 'Upgrade the payroll database', serviceIds: [tab.desk.services.payroll], itemIds: [tab.desk.items.database], reach: 'all', isOutage: true, outageMinutes: 30, isBackoutTested: false,
    experience: '3', complexity: '3', recoverability: '3', testing: '3', visibility: '3', coordination: '3', plannedStart: '2026-03-12T20:00:00.000Z', plannedEnd: '2026-03-12T22:00:00.000Z',
  });
  const page = await openChange('carol', change);
  await page.getByRole('button', { name: /show what it comes from/ }).click();
  await page.getByRole('dialog').getByText('A critical item is affected').waitFor();
  await page.keyboard.press('Escape');
  await card(page, 'decision').getByRole('button', { name: 'Approve' }).click();
  const dialog = page.getByRole('dialog', { name: 'Approve' });
  await dialog.getByRole('button', { name: 'Approve' }).click();
  await expectSoon(() => dialog.getByText('Please fill this in.').count(), 2);
  await field(dialog, 'comment').getByRole('textbox').fill('The restore was tried on Monday.');
  await field(dialog, 'isConfirmed').getByRole('checkbox').check();
  await dialog.getByRole('button', { name: 'Approve' }).click();
  await dialog.waitFor({ state: 'detached' });
  await page.getByTestId('approvals').getByText('The restore was tried on Monday.').waitFor();
});

it('the vote of a board is closed on the page: those who were there count, and no others', async () => {
  const change = await tab.desk.submitted({
    title: 'Move payroll to another cluster', serviceIds: [tab.desk.services.payroll], itemIds: [tab.desk.items.database], reach: 'all', isOutage: true, outageMinutes: 30, isBackoutTested: false,
    experience: '3', complexity: '3', recoverability: '3', testing: '3', visibility: '3', coordination: '3', plannedStart: '2026-04-16T20:00:00.000Z', plannedEnd: '2026-04-16T22:00:00.000Z',
  });
  await tab.desk.vote('carol', change.id);
  await tab.desk.vote('nils', change.id);
  await tab.desk.vote('olga', change.id, 'reject');
  await tab.desk.vote('mona', change.id);
  // Two of five agree: that is no majority, but one of the three who were there.
  const page = await openChange('mona', change);
  const board = page.locator('[data-step="board"]');
  await board.getByRole('button', { name: 'Close the vote' }).click();
  const present = board.getByRole('group', { name: 'Who is present?' });
  for (const name of ['Mona Meyer', 'Nils Novak', 'Olga Olsen']) expect(await present.getByRole('checkbox', { name }).isChecked()).toBe(true);
  for (const name of ['Paul Park', 'Carol Clark']) expect(await present.getByRole('checkbox', { name }).isChecked()).toBe(false);
  expect(await seriousFindings(page)).toEqual([]);
  await present.getByRole('button', { name: 'Close the vote' }).click();
  await said(page, 'The vote is closed').waitFor();
  await page.locator('[data-step="board"][data-state="approved"]').waitFor();
  expect((await tab.desk.open(change.id, 'mona')).steps.find(({ id }) => id === 'board')?.state).toBe('approved');
  expect(tab.opened[0]?.complaints).toEqual([]);
});

it('works from the keyboard alone: find it, open it, decide, come back', async () => {
  const change = await tab.desk.submitted({ title: 'Keys only', plannedStart: '2026-03-13T20:00:00.000Z', plannedEnd: '2026-03-13T21:00:00.000Z' });
  const page = await tab.openAs('carol', '#/changes/waiting');
  await row(page, change.id).waitFor();
  await page.keyboard.press('/');
  await typeInto(page.locator('[data-search] input'), 'Keys only');
  await page.keyboard.press('Enter');
  await expectSoon(() => page.locator('[role="row"][data-row]').count(), 1);
  await untilFocused(page.getByRole('grid'));
  await page.keyboard.press('Enter');
  await page.getByRole('heading', { name: 'Keys only', level: 1 }).waitFor();
  await page.keyboard.press('a');
  await typeInto(card(page, 'decision').getByRole('textbox'), 'From the keyboard.');
  await page.keyboard.press('Tab');
  await page.keyboard.press('Enter');
  await page.getByTestId('approvals').getByText('From the keyboard.').waitFor();
  await page.locator('h1').evaluate(() => (document.activeElement as HTMLElement | null)?.blur());
  await page.keyboard.press('Escape');
  await page.getByRole('heading', { name: 'Waits for me' }).waitFor();
  await row(page, change.id).waitFor({ state: 'detached' });
});

it('what stands in the way is told while it is written: a manager accepts a warning, a freeze takes an exception', async () => {
  const at = { plannedStart: '2026-03-24T20:00:00.000Z', plannedEnd: '2026-03-24T21:00:00.000Z' };
  await tab.desk.add('freezes', { name: 'Quarter end', zone: 'Europe/Berlin', occurrences: [{ kind: 'once', from: '2026-03-24T00:00', to: '2026-03-26T00:00' }] });
  const first = await tab.desk.submitted({ title: 'First in the slot', plannedStart: '2026-03-26T20:00:00.000Z', plannedEnd: '2026-03-26T21:00:00.000Z' });
  const second = await tab.desk.submitted({ title: 'Second in the slot', plannedStart: '2026-03-26T20:30:00.000Z', plannedEnd: '2026-03-26T21:30:00.000Z' });
  const manager = await openChange('mona', second);
  const collisions = card(manager, 'collisions');
  await collisions.getByText(first.id, { exact: false }).first().waitFor();
  await collisions.getByRole('button', { name: 'Accept all' }).click();
  const accept = manager.getByRole('dialog', { name: 'Accept collisions' });
  await typeInto(accept.getByRole('textbox', { name: 'Reason' }), 'Bob does both.');
  await accept.getByRole('button', { name: 'Accept collisions' }).click();
  await collisions.getByText('Mona Meyer accepted it: Bob does both.').first().waitFor();
  expect((await tab.desk.open(second.id, 'mona')).collisions.every(({ acceptedBy }) => acceptedBy === 'Mona Meyer')).toBe(true);

  const page = await tab.openAs('bob', '#/changes/new/normal');
  const form = page.getByRole('form', { name: 'Normal change' });
  await pick(form, 'itemIds', 'web', 'WEB-TEST');
  await field(form, 'plannedStart').locator('input').fill('2026-03-24T21:00');
  await field(form, 'plannedEnd').locator('input').fill('2026-03-24T22:00');
  await form.locator('[data-severity="block"]').getByText('Quarter end', { exact: false }).waitFor();

  const frozen = await tab.desk.submitted({ title: 'In the freeze', ...at });
  const author = await openChange('bob', frozen);
  await card(author, 'collisions').getByRole('button', { name: 'Ask for an exception' }).first().click();
  const ask = author.getByRole('dialog');
  await typeInto(field(ask, 'reason').getByRole('textbox'), 'The hole is used by attackers.');
  await ask.getByRole('button').last().click();
  await said(author, 'asks for the exception').waitFor();
});

it('a standard change starts with what its template says, and what the template fixes stays', async () => {
  const { network } = tab.desk.groups;
  const values = { implementationPlan: 'Install the certificate.', testPlan: 'Open the page.', backoutPlan: 'Put the old one back.', isBackoutTested: true, impact: 'None.', reach: 'few', isOutage: false, groupId: network.id, reason: 'It expires.' };
  await tab.desk.add('approvalPolicies', { name: 'Templates', subject: 'changeTemplates', table: 'base', order: 10, steps: [{ id: 'template', stage: 1, from: [{ kind: 'role', role: 'changeManagers' }], quorum: { mode: 'any' } }] });
  const template = await tab.desk.perform('bob', 'changeTemplates.add', undefined, { name: 'Renew a certificate', purpose: 'Certificates that expire.', ownerId: tab.desk.people.carol.id, values, lockedFields: ['implementationPlan'], maxMinutes: 120 });
  await tab.desk.perform('bob', 'changeTemplates.add', undefined, { name: 'Only a draft', ownerId: tab.desk.people.carol.id, values });
  await tab.desk.perform('bob', 'changeTemplates.propose', template.id, { reason: 'By hand for years, and it never went wrong.' });
  await approveTemplate(template.id);
  const page = await tab.openAs('bob', '#/changes/new/standard');
  await page.getByRole('link', { name: 'Renew a certificate' }).waitFor();
  expect(await page.getByRole('link', { name: 'Only a draft' }).count()).toBe(0);
  await page.getByRole('link', { name: 'Renew a certificate' }).click();
  const form = page.getByRole('form', { name: 'Standard change' });
  expect(await field(form, 'implementationPlan').getByRole('textbox').isDisabled()).toBe(true);
  await field(form, 'title').getByRole('textbox').fill('Certificate of the portal');
  await pick(form, 'itemIds', 'web', 'WEB-TEST');
  await pick(form, 'implementerId', 'Bob', 'Bob Brown');
  await field(form, 'plannedStart').locator('input').fill('2026-03-30T21:00');
  await field(form, 'plannedEnd').locator('input').fill('2026-03-30T22:00');
  await form.getByText('Nothing stands in the way at that time.').waitFor();
  await form.getByRole('button', { name: 'Propose and submit' }).click();
  await page.getByRole('heading', { name: 'Certificate of the portal', level: 1 }).waitFor();
  await page.getByTestId('waits-for').getByText('Scheduled for', { exact: false }).waitFor();
});

describe('the board', () => {
  it('offers exactly what the server allows, by menu, by keys and by hand', async () => {
    const change = await tab.desk.propose({ title: 'On the board', plannedStart: '2026-03-17T20:00:00.000Z', plannedEnd: '2026-03-17T21:00:00.000Z' });
    const page = await tab.openAs('bob', '#/changes/board?q=On+the+board');
    await page.locator('[data-column="new"]').locator(`[data-row="${change.id}"]`).waitFor();
    await row(page, change.id).dragTo(page.locator('[data-column="assess"]'));
    await page.locator('[data-column="assess"]').locator(`[data-row="${change.id}"]`).waitFor();
    expect(await stateOf(change.id)).toBe('assess');

    await row(page, change.id).focus();
    await page.keyboard.press('m');
    const offered = await page.getByRole('menuitem').allInnerTexts();
    expect(offered).toEqual(['Back to draft', 'Cancel change', 'Open']);
    await page.getByRole('menuitem', { name: 'Back to draft' }).click();
    const dialog = page.getByRole('dialog', { name: 'Back to draft' });
    await typeInto(dialog.getByRole('textbox', { name: 'Reason' }), 'Not yet.');
    await dialog.getByRole('button', { name: 'Back to draft' }).click();
    await page.locator('[data-column="new"]').locator(`[data-row="${change.id}"]`).waitFor();
    // Nothing leads from a draft straight to the work.
    await row(page, change.id).dragTo(page.locator('[data-column="implement"]'));
    expect(await stateOf(change.id)).toBe('new');
    expect(await page.getByRole('dialog').count()).toBe(0);
  });
});

it('work that is done: tasks, outcome, review', async () => {
  const change = await tab.desk.submitted({ title: 'Done tonight', plannedStart: '2026-03-02T09:05:00.000Z', plannedEnd: '2026-03-02T11:00:00.000Z' });
  for (const person of ['carol', 'mona'] as const) await tab.desk.vote(person, change.id);
  await tab.desk.perform('bob', 'changes.start', change.id);
  const page = await openChange('bob', change);
  await card(page, 'tasks').getByRole('button', { name: 'Add task' }).click();
  const add = page.getByRole('dialog', { name: 'Add task' });
  await typeInto(add.getByRole('textbox', { name: 'What is to be done' }), 'Label the cables');
  await add.getByRole('button', { name: 'Add task' }).click();
  await card(page, 'tasks').getByRole('button', { name: 'Close task “Label the cables”' }).click();
  await page.getByRole('dialog', { name: 'Close task' }).getByRole('button', { name: 'Close task' }).click();
  await card(page, 'tasks').getByText('1 of 1', { exact: false }).waitFor();
  await actions(page).getByRole('button', { name: 'Finish implementation' }).click();
  const finish = page.getByRole('dialog', { name: 'Finish implementation' });
  await field(finish, 'outcome').getByRole('combobox').click();
  await page.getByRole('option', { name: 'Successful with issues' }).click();
  await finish.getByRole('button', { name: 'Finish implementation' }).click();
  await card(page, 'result').getByText('it did not go as planned', { exact: false }).waitFor();
  await page.getByTestId('composer').getByRole('textbox').fill('One port is dead.');
  await page.getByRole('button', { name: 'Add comment' }).click();
  await page.getByTestId('timeline').getByText('One port is dead.').waitFor();
  const manager = await openChange('mona', change);
  await actions(manager).getByRole('button', { name: 'Complete review' }).click();
  const review = manager.getByRole('dialog', { name: 'Complete review' });
  await field(review, 'objectivesMet').getByRole('radio', { name: 'Partly' }).check();
  await review.getByRole('button', { name: 'Complete review' }).click();
  await card(manager, 'result').getByText('Mona Meyer', { exact: false }).waitFor();
  expect(await stateOf(change.id)).toBe('closed');
});

it('those who have nothing to do with changes do not see the pages; approvers see what they decide', async () => {
  const employee = await tab.openAs('alice', '#/my');
  await employee.getByRole('link', { name: 'My tickets' }).waitFor();
  expect(await employee.getByRole('link', { name: 'Changes' }).count()).toBe(0);
  const approver = await tab.openAs('dora', '#/my');
  await approver.getByRole('link', { name: 'Approvals' }).waitFor();
});

const PAGES: readonly { readonly name: string; readonly person: ChangePerson; readonly route: (change: ChangeView, draft: ChangeView) => string; readonly isThere: string; readonly width?: number; readonly theme?: 'light' | 'dark' | 'contrast' }[] = [
  { name: 'the list', person: 'bob', route: () => '#/changes', isThere: '[data-row]' },
  { name: 'the list in the side pane, dark', person: 'bob', route: () => '#/changes', isThere: '[data-row]', width: 380, theme: 'dark' },
  { name: 'the board', person: 'mona', route: () => '#/changes/board', isThere: '[data-row]' },
  { name: 'the board in high contrast', person: 'mona', route: () => '#/changes/board', isThere: '[data-row]', theme: 'contrast' },
  { name: 'a change to decide about', person: 'carol', route: ({ id }) => `#/changes/${id}`, isThere: '[data-testid="decision"]' },
  { name: 'a change in the side pane', person: 'carol', route: ({ id }) => `#/changes/${id}`, isThere: '[data-testid="decision"]', width: 380 },
  { name: 'a change in the dark', person: 'carol', route: ({ id }) => `#/changes/${id}`, isThere: '[data-testid="decision"]', theme: 'dark' },
  { name: 'a draft', person: 'bob', route: (_change, { id }) => `#/changes/${id}`, isThere: '[data-testid="missing"]' },
  { name: 'a new change', person: 'bob', route: () => '#/changes/new/normal', isThere: '[data-section="risk"]' },
  { name: 'the kinds of changes', person: 'bob', route: () => '#/changes/new', isThere: '[data-kind]', width: 380 },
];

describe('everybody can read and use', () => {
  let change: ChangeView;
  let draft: ChangeView;
  beforeAll(async () => {
    change = await tab.desk.submitted({ title: 'A page to read', plannedStart: '2026-03-18T20:00:00.000Z', plannedEnd: '2026-03-18T21:00:00.000Z' });
    await tab.desk.vote('carol', change.id);
    await tab.desk.perform('bob', 'changes.edit', change.id, { implementationPlan: 'Another way.' });
    draft = await tab.desk.perform('bob', 'changes.propose', undefined, { type: 'normal', title: 'A draft' });
  });

  it.each(PAGES)('$name', async ({ person, route, isThere, width, theme }) => {
    const page = await tab.openAs(person, route(change, draft), { ...(width && { width }), ...(theme && { theme }) });
    await page.locator(isThere).first().waitFor();
    expect(await page.evaluate(() => document.documentElement.scrollWidth <= window.innerWidth)).toBe(true);
    expect(await seriousFindings(page)).toEqual([]);
    expect(tab.opened.at(-1)?.complaints).toEqual([]);
  });
});
