// If this fails, administrators cannot build a rule without code or see what it would have done, and agents cannot press a macro or insert a text.
import type { Page } from 'playwright-core';
import { expectSoon, seriousFindings } from '../_support/browser';
import { said, withTabDesk } from '../_support/tab-desk';

const desk = withTabDesk();
let ticketId: string;

beforeAll(async () => {
  const { test } = desk;
  ticketId = (await test.report({ title: 'VPN drops every hour' })).id;
  await test.report({ title: 'Printer jams' });
  await test.perform('carol', 'macros.add', undefined, { name: 'Take and ask', groupId: test.groups.network.id, actions: [{ action: 'tickets.take', input: {} }, { action: 'tickets.addNote', input: { text: 'Asked {{requester.name}}.' } }] });
  await test.perform('erik', 'cannedResponses.add', undefined, { name: 'First steps', text: 'Hi {{requester.firstName}}, restart it, please.' });
});

const rules = () => [...desk.test.app.desk.all('automationRules')] as unknown as readonly { readonly name: string; readonly isEnabled?: boolean; readonly conditions?: unknown; readonly actions: unknown }[];

async function choose(page: Page, name: string, option: string): Promise<void> {
  await page.getByRole('combobox', { name, exact: true }).click();
  await page.getByRole('option', { name: option, exact: true }).click();
}

it('a rule is built without code, tried out before it is saved, and switched on', async () => {
  const page = await desk.openAs('erik', '#/setup/automationRules');
  await page.getByRole('button', { name: 'Add rule' }).click();
  await page.getByRole('textbox', { name: 'Name', exact: true }).fill('VPN to Security');
  const conditions = page.getByRole('group', { name: 'If', exact: true });
  await conditions.getByRole('button', { name: 'Add a condition' }).click();
  await conditions.getByRole('combobox', { name: 'What is compared' }).click();
  await page.getByRole('option', { name: 'Words in title and description' }).click();
  const values = conditions.getByRole('combobox', { name: 'Values of Words in title and description' });
  await values.click();
  await values.fill('vpn');
  await page.getByRole('menuitemcheckbox', { name: 'vpn' }).click();
  await page.keyboard.press('Escape');
  await page.getByRole('button', { name: 'Add an action' }).click();
  await choose(page, 'Action 1', 'Add internal note');
  const action = page.getByRole('group', { name: 'Action 1' });
  await action.getByRole('textbox', { name: 'Internal note' }).fill('Look at the gateway first.');
  await page.getByRole('button', { name: 'Show what it would have done' }).click();
  const shown = page.getByTestId('dry-run');
  await shown.getByText('It would have acted once on one record', { exact: false }).waitFor();
  await shown.getByRole('link', { name: ticketId }).waitFor();
  expect(rules()).toHaveLength(0);
  await page.getByRole('button', { name: 'Save', exact: true }).click();
  await said(page, 'VPN to Security saved').waitFor();
  await page.locator('[data-words="conditions"]').getByText('Words in title and description is “vpn”').waitFor();
  expect(rules()).toMatchObject([{ name: 'VPN to Security', conditions: [[{ field: 'words', is: ['vpn'] }]], actions: [{ action: 'tickets.addNote', input: { text: 'Look at the gateway first.' } }] }]);
  await page.getByRole('link', { name: 'Rules', exact: true }).first().click();
  await page.getByRole('switch', { name: 'Switch “VPN to Security” on or off' }).click();
  await expectSoon(() => Promise.resolve(rules()[0]?.isEnabled), true);
  expect(await seriousFindings(page)).toEqual([]);
});

it('a rule can name people by what they are to the record', async () => {
  const page = await desk.openAs('erik', '#/setup/automationRules/new');
  await page.getByRole('textbox', { name: 'Name', exact: true }).fill('Requesters watch');
  await page.getByRole('button', { name: 'Add an action' }).click();
  await choose(page, 'Action 1', 'Watch');
  await page.getByRole('group', { name: 'Action 1' }).getByRole('combobox', { name: 'Watcher' }).click();
  await page.getByRole('option', { name: 'The requester' }).click();
  await page.getByRole('button', { name: 'Save', exact: true }).click();
  await page.locator('[data-words="actions"]').getByText('The requester').waitFor();
  expect(rules()).toMatchObject([{}, { actions: [{ action: 'tickets.watch', input: { personId: '{{requester.id}}' } }] }]);
});

it('an agent presses a macro, and inserts a text that is filled in', async () => {
  const page = await desk.openAs('bob', `#/tickets/${ticketId}`);
  await page.getByRole('button', { name: 'Insert a canned response' }).click();
  await page.getByRole('menuitem', { name: 'First steps' }).click();
  await expectSoon(() => page.getByTestId('composer').getByRole('textbox').inputValue(), 'Hi Alice, restart it, please.');
  await page.getByRole('button', { name: 'Macros' }).click();
  await page.getByRole('menuitem', { name: 'Take and ask' }).click();
  await page.getByText('Asked Alice Adams.').waitFor();
  await expectSoon(() => Promise.resolve((desk.test.app.desk.get(ticketId) as unknown as { readonly assigneeName?: string }).assigneeName), 'Bob Brown');
});

it('is read by agents, and rules stay with administrators', async () => {
  const page = await desk.openAs('bob', '#/setup/automationRules');
  await page.getByRole('link', { name: 'VPN to Security' }).waitFor();
  expect(await page.getByRole('button', { name: 'Add rule' }).count()).toBe(0);
  expect(await page.getByRole('link', { name: 'What rules did' }).count()).toBe(0);
});
