// If this fails, nobody sees in the tab why they have a ticket, or those who say who gets what set up something else than they meant.
import { systemActor } from '../../shared/kernel';
import type { Page } from 'playwright-core';
import { expectSoon, seriousFindings } from '../_support/browser';
import { withTabDesk } from '../_support/tab-desk';

const desk = withTabDesk();
// Where to put pictures for people to look at; none by default.
const PICTURES = process.env.PICTURES;
const directory = () => desk.test.app.desk.directory;
const save = (page: Page) => page.getByRole('button', { name: 'Save', exact: true }).click();

async function choose(page: Page, name: string, option: string | RegExp): Promise<void> {
  await page.getByRole('combobox', { name, exact: true }).click();
  await page.getByRole('option', { name: option, exact: typeof option === 'string' }).click();
}

async function assigned(input: object = {}): Promise<string> {
  const { id } = await desk.test.report(input);
  await desk.test.app.perform({ action: 'tickets.autoAssign', id, input: {}, actor: systemActor('job') });
  return id;
}

beforeAll(async () => {
  await desk.test.perform('erik', 'groups.change', desk.test.groups.network.id, { strategy: 'leastLoaded' });
});

it('beside the assignee stands why: one sentence, and who else was considered and ruled out', async () => {
  await desk.test.perform('carol', 'people.setAway', desk.test.people.carol.id, { until: '2026-03-09T08:00:00Z' });
  const id = await assigned();
  const page = await desk.openAs('bob', `#/tickets/${id}`);
  await page.getByRole('button', { name: 'Why? Bob Brown' }).click();
  const why = page.getByTestId('picked');
  await why.getByText('Bob Brown: the only one of the group who could take it', { exact: false }).waitFor();
  await why.getByRole('list', { name: 'Ruled out' }).getByText('away until', { exact: false }).waitFor();
  expect(await seriousFindings(page)).toEqual([]);
  await desk.test.perform('carol', 'people.setBack', desk.test.people.carol.id);
});

it('the requester is not told about the people of the group and their work', async () => {
  const id = await assigned();
  const page = await desk.openAs('alice', `#/tickets/${id}`);
  await page.getByText('VPN drops every hour').first().waitFor();
  expect(await page.getByRole('button', { name: /^Why\? (Bob|Carol)/ }).count()).toBe(0);
});

it('an administrator says how a group assigns, and adds a rule that routes the next ticket', async () => {
  const page = await desk.openAs('erik', `#/setup/groups/${desk.test.groups.security.id}`);
  await page.getByRole('button', { name: 'Edit', exact: true }).click();
  await choose(page, 'How work is assigned', /^In turn/);
  await save(page);
  await expectSoon(async () => directory().group(desk.test.groups.security.id)?.strategy, 'roundRobin');

  await page.goto(page.url().replace(/#.*/, '#/setup/routingRules/new'));
  await page.getByRole('heading', { name: 'New routing rule' }).waitFor();
  await page.getByRole('textbox', { name: 'Name' }).fill('Stolen things');
  await choose(page, 'Support group', 'Security');
  await page.getByRole('button', { name: 'Add a condition' }).click();
  await choose(page, 'What is compared', 'Words in the text');
  await page.getByRole('combobox', { name: 'Values of Words in the text' }).click();
  await page.keyboard.type('stolen');
  await page.getByRole('menuitemcheckbox', { name: /stolen/ }).click();
  await page.keyboard.press('Escape');
  await save(page);
  await expectSoon(async () => [...directory().summaries('routingRules')].length, 1);
  expect(await desk.test.report({ title: 'My bag was stolen', categoryId: undefined })).toMatchObject({ groupName: 'Security' });
  expect(await seriousFindings(page)).toEqual([]);
});

it('an administrator says what somebody can do, and what a category takes', async () => {
  const { people, categories, perform } = desk.test;
  const skill = await perform('erik', 'skills.add', undefined, { name: 'Firewalls' });
  const page = await desk.openAs('erik', `#/setup/people/${people.bob.id}`);
  await page.getByRole('button', { name: 'Edit', exact: true }).click();
  await page.getByRole('button', { name: 'Add a skill' }).click();
  await page.getByRole('combobox', { name: 'Level of Firewalls' }).selectOption('4');
  await save(page);
  await expectSoon(async () => directory().person(people.bob.id)?.skills, [{ skillId: skill.id, level: 4 }]);
  await page.goto(page.url().replace(/#.*/, `#/setup/categories/${categories.wifi}`));
  await page.getByRole('heading', { name: 'Wi-Fi' }).waitFor();
  await page.getByRole('button', { name: 'Edit', exact: true }).click();
  await page.getByRole('button', { name: 'Add a skill' }).click();
  await page.getByRole('checkbox', { name: 'Mandatory' }).check();
  await save(page);
  await expectSoon(async () => directory().category(categories.wifi)?.skills, [{ skillId: skill.id, level: 3, isMandatory: true }]);
  await page.getByText('Firewalls, level 3, mandatory').first().waitFor();
  expect(await seriousFindings(page)).toEqual([]);
});

it('an administrator finds somebody among all people, and says what they are here; others find nobody by that', async () => {
  const { people } = desk.test;
  const page = await desk.openAs('erik', '#/setup/people');
  await page.getByRole('searchbox', { name: 'Find by name or number' }).fill('ivy');
  await page.locator(`[data-entry="${people.bob.id}"]`).waitFor({ state: 'detached' });
  await page.locator(`[data-entry="${people.ivy.id}"]`).getByRole('link').click();
  await page.getByRole('button', { name: 'Edit', exact: true }).click();
  await page.getByRole('group', { name: 'Roles' }).getByRole('checkbox', { name: 'Auditor' }).check();
  if (PICTURES) await page.screenshot({ path: `${PICTURES}/person-edit.png`, fullPage: true });
  expect(await seriousFindings(page)).toEqual([]);
  await save(page);
  await expectSoon(async () => directory().person(people.ivy.id)?.roles, ['auditor']);
  await page.goto(page.url().replace(/#.*/, '#/setup/people?role=auditor'));
  await page.locator(`[data-entry="${people.ivy.id}"]`).getByText('Auditor').waitFor();
  expect(await page.locator('[data-entry]').count()).toBe([...directory().people()].filter(({ roles }) => roles?.includes('auditor')).length);
  if (PICTURES) await page.screenshot({ path: `${PICTURES}/people.png` });
  expect(await seriousFindings(page)).toEqual([]);
  const found = async (key: 'alice' | 'bob') => (await desk.server.as(key).get('/api/lists/people?role=auditor')).json.items.map(({ id }: { id: string }) => id);
  expect(await found('alice')).toEqual([]);
  expect(await found('bob')).toContain(people.ivy.id);
});

it('a lead plans who is on call, an agent reads it', async () => {
  const page = await desk.openAs('carol', '#/setup/shifts/new');
  await page.getByRole('textbox', { name: 'Name' }).fill('Network at night');
  await choose(page, 'Support group', 'Network');
  await page.getByRole('radio', { name: 'On call, first' }).check();
  await page.getByRole('combobox', { name: 'People', exact: true }).fill('Bob');
  await page.getByRole('option', { name: /Bob Brown/ }).click();
  await page.locator('[data-day="mon"]').getByRole('button', { name: /Add/ }).click();
  await save(page);
  await expectSoon(async () => [...directory().summaries('shifts')].length, 1);
  const other = await desk.openAs('bob', '#/setup/shifts');
  await other.getByRole('link', { name: 'Network at night' }).waitFor();
});

it('somebody who gets work says in their menu that they are away, and that they are back', async () => {
  const page = await desk.openAs('bob', '#/queue');
  const open = () => page.getByRole('button', { name: /^Signed in as Bob Brown/ }).click();
  await open();
  await page.getByRole('menuitem', { name: /^No new work until Tue/ }).click();
  await expectSoon(async () => directory().person(desk.test.people.bob.id)?.awayUntil, '2026-03-03T08:00:00.000Z');
  await open();
  await page.getByRole('menuitem', { name: /^Back again/ }).click();
  await expectSoon(async () => directory().person(desk.test.people.bob.id)?.awayUntil, undefined);
});
