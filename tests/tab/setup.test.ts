// If this fails, change managers cannot keep what changes are planned and decided by, or keep something else than what they see.
import type { Page } from 'playwright-core';
import { expectSoon, seriousFindings, showIn, THEMES } from '../_support/browser';
import type { PersonKey } from '../_support/people';
import { said, withTabDesk } from '../_support/tab-desk';

const desk = withTabDesk();
const ids: Record<string, string> = {};

const directory = () => desk.test.app.desk.directory;
const freezeNamed = (name: string) => [...directory().freezes()].find((freeze) => freeze.name === name)!;
const policyNamed = (name: string) => [...directory().approvalPolicies()].find((policy) => policy.name === name)!;
const itemNamed = (name: string) => [...directory().items()].find((item) => item.name === name)!;

beforeAll(async () => {
  const { groups, people, perform } = desk.test;
  const add = async (key: string, action: string, input: object, by: PersonKey = 'erik') => {
    ids[key] = (await perform(by, action, undefined, input)).id;
  };
  await add('payroll', 'services.add', { name: 'Payroll', description: 'Pays everybody.', tier: 'tier1', isRegulated: true, ownerId: people.dora.id });
  await add('server', 'items.add', { name: 'Server DB-01', class: 'server', environment: 'production', criticality: 'high', groupId: groups.network.id });
  await add('database', 'items.add', { name: 'Payroll database', class: 'database', environment: 'production', criticality: 'missionCritical', parentIds: [ids['server']], serviceIds: [ids['payroll']] });
  await add('freeze', 'freezes.add', { name: 'Audit week', zone: 'Europe/Berlin', occurrences: [{ kind: 'once', from: '2026-03-01T00:00', to: '2026-03-06T18:00' }] });
  await add('window', 'maintenanceWindows.add', { name: 'Sunday night', zone: 'Europe/Berlin', occurrences: [{ kind: 'weekly', days: ['sun'], from: '22:00', to: '04:00' }], serviceIds: [ids['payroll']] });
  await add('low', 'approvalPolicies.add', {
    name: 'Low risk', subject: 'changes', table: 'risk', order: 10, conditions: [[{ field: 'risk', is: ['low'] }]], steps: [{ id: 'peer', stage: 1, from: [{ kind: 'role', role: 'itemGroups' }], quorum: { mode: 'any' } }],
  });
  await add('template', 'changeTemplates.add', {
    name: 'Renew a certificate', purpose: 'Before it expires.', ownerId: people.bob.id, maxMinutes: 60, lockedFields: ['implementationPlan'],
    values: { implementationPlan: 'Order and install it.', testPlan: 'Open the page.', backoutPlan: 'Put the old one back.' },
  }, 'bob');
});

async function choose(page: Page, name: string, option: string | RegExp): Promise<void> {
  await page.getByRole('combobox', { name, exact: true }).click();
  await page.getByRole('option', { name: option, exact: typeof option === 'string' }).click();
}

async function pickEntry(page: Page, name: string, text: string): Promise<void> {
  await page.getByRole('combobox', { name, exact: true }).fill(text);
  await page.getByRole('option', { name: new RegExp(text) }).click();
}

const save = (page: Page) => page.getByRole('button', { name: 'Save', exact: true }).click();

it('is not for employees', async () => {
  const page = await desk.openAs('alice', '#/setup');
  await page.getByText('This page is for those who work on tickets and changes').waitFor();
  expect(await page.getByRole('link', { name: 'Changes', exact: true }).count()).toBe(0);
  expect(await page.getByRole('link', { name: 'Setup', exact: true }).count()).toBe(0);
});

it('is read by agents, who see why they cannot change it', async () => {
  const page = await desk.openAs('bob', `#/setup/${ids['freeze']}`);
  await page.getByRole('heading', { name: 'Audit week' }).waitFor();
  await page.getByText('Change managers and administrators change it.', { exact: false }).waitFor();
  expect(await page.getByRole('button', { name: 'Edit', exact: true }).count()).toBe(0);
  expect(await page.getByRole('link', { name: 'Refused attempts' }).count()).toBe(0);
});

it('a freeze is set up with its next times before it is saved, narrowed, retired and brought back', async () => {
  const page = await desk.openAs('erik', '#/setup/freezes');
  const running = page.locator(`[data-entry="${ids['freeze']}"]`);
  await running.getByText('Now, until').waitFor();
  await page.getByRole('button', { name: 'Add freeze' }).click();
  await page.getByRole('textbox', { name: 'Name', exact: true }).fill('Year end');
  await save(page);
  await page.getByText('field needs another look', { exact: false }).waitFor();
  await page.getByRole('button', { name: 'Add a time' }).click();
  await choose(page, 'How often', 'Yearly');
  await page.getByTestId('next-times').getByText('Tue, Dec 15, 2026').waitFor();
  await page.getByTestId('scope-note').getByText('nothing at all is changed', { exact: false }).waitFor();
  await page.getByRole('combobox', { name: 'Environments' }).click();
  await page.getByRole('menuitemcheckbox', { name: 'Production' }).click();
  await page.keyboard.press('Escape');
  await page.getByTestId('scope-note').getByText('Only for what is chosen here.').waitFor();
  await pickEntry(page, 'Services', 'Payroll');
  await save(page);
  await said(page, 'Year end saved').waitFor();
  await page.locator('[data-words="occurrences"]').getByText('Every year from December 15 to January 6').waitFor();
  await page.locator('[data-words="scope"]').getByRole('link', { name: 'Payroll' }).waitFor();
  expect(freezeNamed('Year end')).toMatchObject({ occurrences: [{ kind: 'yearly', from: '12-15', to: '01-06' }], scope: { environments: ['production'], serviceIds: [ids['payroll']] }, exemptTypes: ['emergency'] });
  await page.getByRole('button', { name: 'Retire' }).click();
  await said(page, 'Year end retired').waitFor();
  await page.getByRole('button', { name: 'Undo' }).click();
  await expectSoon(async () => freezeNamed('Year end').retired, false);
  await page.getByTestId('history').getByText('Version 3').waitFor();
  expect(desk.opened[0]?.complaints.filter((line) => !line.includes('422'))).toEqual([]);
});

it('a policy is written without code, shown as a row of its table, and tried out', async () => {
  const page = await desk.openAs('erik', '#/setup/approvalPolicies/new');
  await page.getByRole('textbox', { name: 'Name', exact: true }).fill('Regulated');
  await page.getByRole('combobox', { name: 'Table' }).fill('extra');
  await page.getByRole('option', { name: 'New table “extra”' }).click();
  const conditions = page.getByRole('group', { name: 'When it applies' });
  await conditions.getByRole('button', { name: 'Add a condition' }).click();
  await conditions.getByRole('combobox', { name: 'What is compared' }).click();
  await page.getByRole('option', { name: 'A regulated service is affected' }).click();
  await conditions.getByRole('combobox', { name: 'Values of A regulated service is affected' }).click();
  await page.getByRole('menuitemcheckbox', { name: 'Yes' }).click();
  await page.keyboard.press('Escape');
  await page.getByRole('button', { name: 'Add a step' }).click();
  const step = page.getByRole('group', { name: 'Step 1' });
  await step.getByRole('combobox', { name: 'Name of the step' }).click();
  await page.getByRole('option', { name: 'Security' }).click();
  await step.getByRole('combobox', { name: 'By' }).click();
  await page.getByRole('option', { name: 'Group', exact: true }).click();
  await step.getByRole('combobox', { name: 'Group', exact: true }).fill('Secur');
  await page.getByRole('option', { name: 'Security' }).click();
  await step.getByRole('spinbutton', { name: 'Remind after' }).fill('4');
  await save(page);
  await said(page, 'Regulated saved').waitFor();
  expect(policyNamed('Regulated')).toMatchObject({
    conditions: [[{ field: 'isRegulated', is: ['true'] }]],
    steps: [{ id: 'security', stage: 1, from: [{ kind: 'group', groupId: desk.test.groups.security.id }], quorum: { mode: 'any' }, remindAfterHours: 4 }],
  });
  await page.getByRole('link', { name: 'Approval policies' }).first().click();
  const row = page.locator(`[data-policy="${policyNamed('Regulated').id}"]`);
  await row.getByText('A regulated service is affected').waitFor();
  await row.getByText('Members of Security: one of them').waitFor();
  await page.getByRole('button', { name: 'Who would have to decide?' }).click();
  const answer = page.getByTestId('try-answer');
  await answer.getByText('One row holds: Low risk').waitFor();
  await pickEntry(page, 'Affected item', 'Payroll database');
  await answer.getByText('2 rows hold', { exact: false }).waitFor();
  await answer.locator('[data-step="security"]').waitFor();
  await row.getByText('Holds', { exact: true }).waitFor();
  expect(desk.opened[0]?.complaints).toEqual([]);
});

it('an item is found, put on what it runs on, and seen from both ends', async () => {
  const page = await desk.openAs('erik', '#/setup/items');
  await page.getByRole('searchbox', { name: /Find by name/ }).fill('payroll');
  await expectSoon(async () => page.locator('[data-entry]').count(), 1);
  await page.getByRole('button', { name: 'Add configuration item' }).click();
  await page.getByRole('textbox', { name: 'Name', exact: true }).fill('Payroll web');
  await choose(page, 'Class', 'Application');
  await pickEntry(page, 'Runs on or is part of', 'Payroll database');
  await save(page);
  await said(page, 'Payroll web saved').waitFor();
  expect(itemNamed('Payroll web')).toMatchObject({ class: 'application', environment: 'production', parentIds: [ids['database']] });
  await page.locator('[data-relation="parents"]').getByRole('link', { name: 'Payroll database' }).click();
  await page.locator('[data-relation="children"]').getByRole('link', { name: 'Payroll web' }).waitFor();
  await page.getByRole('link', { name: 'Sunday night' }).waitFor();
  await page.getByText('No change is open.').waitFor();
  expect(desk.opened[0]?.complaints).toEqual([]);
});

it('a template is written by an agent, with a lock beside what is fixed', async () => {
  const page = await desk.openAs('bob', `#/setup/${ids['template']}`);
  await page.locator('[data-locked="implementationPlan"]').waitFor();
  await page.getByRole('button', { name: 'Edit', exact: true }).click();
  await page.getByRole('button', { name: 'Fix “Test plan” for every change' }).click();
  await save(page);
  await said(page, 'Renew a certificate saved').waitFor();
  await page.locator('[data-locked="testPlan"]').waitFor();
  await page.getByRole('button', { name: 'Propose', exact: false }).first().click();
  await page.getByRole('dialog').waitFor();
});

it('sections are walked with the keyboard, and a link with nothing but a number leads to its entry', async () => {
  const page = await desk.openAs('erik', '#/queue');
  await page.getByRole('link', { name: 'Setup', exact: true }).click();
  await page.getByRole('link', { name: 'Services', exact: true }).click();
  await page.getByRole('link', { name: 'Payroll' }).waitFor();
  await page.getByRole('link', { name: 'Freezes' }).focus();
  await page.keyboard.press('Enter');
  await page.getByRole('link', { name: 'Audit week' }).waitFor();
  expect(await page.title()).toContain('Freezes');
  const other = await desk.openAs('erik', `#/setup/${ids['window']}`);
  await other.getByRole('heading', { name: 'Sunday night' }).waitFor();
  await other.getByTestId('next-times').getByText('Sun, Mar 8', { exact: false }).waitFor();
});

it('the numbers by which changes are judged are the organization\'s own, and what cannot be is told where it stands', async () => {
  const page = await desk.openAs('erik', '#/setup/settings');
  await page.getByRole('button', { name: 'Edit', exact: true }).click();
  await page.getByRole('spinbutton', { name: 'It needs an outage' }).fill('5');
  await page.getByRole('spinbutton', { name: 'High risk', exact: true }).fill('7');
  await save(page);
  await page.getByText('Each level has to begin above the one before it', { exact: false }).waitFor();
  await page.getByRole('spinbutton', { name: 'High risk', exact: true }).fill('12');
  await page.getByRole('combobox', { name: 'Likelihood low, Impact high' }).selectOption('High risk');
  await save(page);
  const numbers = page.getByTestId('change-numbers');
  await numbers.first().getByText('It needs an outage').locator('..').getByText('5', { exact: true }).waitFor();
  await numbers.first().getByRole('row', { name: 'Likelihood low Low Low High' }).waitFor();
});

it('refused attempts are shown to those who look after the rules', async () => {
  const page = await desk.openAs('gus', '#/setup/audit');
  await page.getByText('No attempt was refused').waitFor();
});

interface Screen {
  readonly name: string;
  readonly route: () => string;
  readonly isThere: string;
  readonly isEdited?: boolean;
  readonly person?: PersonKey;
  readonly width?: number;
}

const SCREENS: readonly Screen[] = [
  { name: 'services', route: () => '#/setup/services', isThere: '[data-entry]' },
  { name: 'items in the side pane', route: () => '#/setup/items', isThere: '[data-entry]', width: 420 },
  { name: 'an item', route: () => `#/setup/${ids['database']}`, isThere: '[data-relation="parents"] a' },
  { name: 'a freeze being edited', route: () => `#/setup/${ids['freeze']}`, isThere: '[data-testid="history"] li', isEdited: true },
  { name: 'policies', route: () => '#/setup/approvalPolicies', isThere: '[data-policy]' },
  { name: 'policies in the side pane', route: () => '#/setup/approvalPolicies', isThere: '[data-policy]', width: 420 },
  { name: 'a policy being edited', route: () => `#/setup/${ids['low']}`, isThere: '[data-testid="history"] li', isEdited: true },
  { name: 'a template', route: () => `#/setup/${ids['template']}`, isThere: '[data-locked]', person: 'bob' },
  { name: 'a template being edited', route: () => `#/setup/${ids['template']}`, isThere: '[data-locked]', isEdited: true, person: 'bob' },
  { name: 'the numbers for changes being edited', route: () => '#/setup/settings', isThere: '[data-testid="change-numbers"]', isEdited: true, width: 420 },
  { name: 'scores', route: () => '#/setup/scores', isThere: '[role="tabpanel"] h2' },
];

/** Colors come from the theme and from parts that all pages share: a list, a page and an editor show them all. */
const IN_EVERY_THEME = ['an item', 'policies in the side pane', 'a policy being edited'];

it.each(SCREENS)('$name has no serious barrier', async ({ name, route, isThere, isEdited, person = 'erik', width = 1400 }) => {
  const page = await desk.openAs(person, route(), { width });
  await page.locator(isThere).first().waitFor();
  if (isEdited) {
    await page.getByRole('button', { name: 'Edit', exact: true }).click();
    await page.getByRole('button', { name: 'Save', exact: true }).waitFor();
  }
  for (const theme of IN_EVERY_THEME.includes(name) ? THEMES : (['light'] as const)) {
    await showIn(page, theme);
    expect({ theme, findings: await seriousFindings(page) }).toEqual({ theme, findings: [] });
  }
  expect(desk.opened[0]?.complaints).toEqual([]);
});
