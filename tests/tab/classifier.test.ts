// If this fails, administrators cannot see or change what finds categories, or employees are not asked what their problem is about.
import { expectSoon, seriousFindings, showIn, THEMES } from '../_support/browser';
import { addAreas, handled, TINY, toolsWith, type Areas } from '../_support/learning';
import { said, withTabDesk } from '../_support/tab-desk';

const desk = withTabDesk();
let areas: Areas;

beforeAll(async () => {
  areas = await addAreas(desk.test);
  await handled(desk.test, areas, 52, 1);
});

it('an administrator has it learn, sees how good it is, and lets it only propose', async () => {
  const page = await desk.openAs('erik', '#/setup/classifier');
  await page.getByText('Nothing is learned yet.').waitFor();
  await page.getByRole('button', { name: 'Learn now' }).click();
  await page.getByTestId('learning').getByText('Learning begins within a minute.').waitFor();
  expect(await desk.test.app.learning.runOnce(toolsWith(TINY))).toBe(1);
  await page.getByText('from 52 tickets of 4 categories').waitFor();
  await page.getByTestId('learned-last').getByText('Learned from 52 tickets').waitFor();

  // It decides one wrongly, and somebody changes that.
  const wrong = await desk.test.report({ title: 'invoice and quote of the supplier', description: '', categoryId: undefined, groupId: desk.test.groups.serviceDesk.id });
  await desk.test.perform('fay', 'tickets.classify', wrong, { categoryId: areas.Access });
  await page.reload();
  await page.getByTestId('errs').getByRole('row', { name: 'Area three 1 1' }).waitFor();

  await page.getByRole('radio', { name: 'Only propose: always ask' }).click();
  await said(page, 'Saved.').waitFor();
  expect(desk.test.app.desk.directory.settings().classifier).toBe('propose');
  for (const theme of THEMES) {
    await showIn(page, theme);
    expect({ theme, findings: await seriousFindings(page) }).toEqual({ theme, findings: [] });
  }
  expect(desk.opened[0]?.complaints).toEqual([]);
});

it('an employee is asked what it is about and says it by one press', async () => {
  const page = await desk.openAs('alice', '#/new', { width: 420 });
  await page.getByRole('textbox', { name: 'What is it about?' }).fill('password and invoice of the laptop');
  const question = page.getByTestId('category-question');
  const answers = question.locator('button[aria-pressed]');
  await expectSoon(() => answers.count(), 3);
  const chosen = answers.filter({ hasText: 'Area two' });
  await chosen.click();
  await expectSoon(() => chosen.getAttribute('aria-pressed'), 'true');
  await expectSoon(() => page.getByRole('combobox', { name: 'Category' }).inputValue(), 'Area two');
  await question.getByRole('button', { name: 'Something else' }).click();
  await expectSoon(() => page.evaluate(() => document.activeElement?.closest('[data-field]')?.getAttribute('data-field')), 'categoryId');
  await page.keyboard.press('Escape');
  await showIn(page, 'light');
  expect(await seriousFindings(page)).toEqual([]);
  await page.getByRole('button', { name: 'Send', exact: true }).click();
  await page.getByRole('heading', { name: 'password and invoice of the laptop', level: 1 }).waitFor();
  const [ticket] = [...desk.test.app.desk.all('tickets')].slice(-1) as unknown as { categoryId: string; found: object }[];
  expect(ticket).toMatchObject({ categoryId: areas.Access, found: { how: 'likeliest', categoryId: areas.Access } });
});
