// If this fails, people file the same disturbance again and again, or cannot answer what is asked about their order.
import type { TicketView } from '../../shared/tickets';
import { seriousFindings, showIn, THEMES } from '../_support/browser';
import { withTabDesk } from '../_support/tab-desk';

const desk = withTabDesk();
const TEXT = 'Payroll export shows old salaries';

const record = async (id: string): Promise<TicketView> => {
  const opened = await desk.test.app.open(id, desk.test.actor('bob'));
  if ('refused' in opened) throw new Error(opened.refused.code);
  return opened.record as TicketView;
};

it('whoever writes about what others report says "me too"; whoever reported it already adds to it; an agent makes it a part', async () => {
  const [first] = [await desk.test.report({ title: `${TEXT} of May` }, 'dora'), await desk.test.report({ title: TEXT }, 'gus'), await desk.test.report({ title: TEXT }, 'erik')];
  const address = `#/new?text=${encodeURIComponent(TEXT)}`;
  const page = await desk.openAs('alice', address);
  const box = page.locator('[data-known="disturbance"]');
  await box.getByText('3 others reported something like this in the last 30 minutes').waitFor();
  for (const theme of THEMES) {
    await showIn(page, theme);
    expect({ theme, findings: await seriousFindings(page) }).toEqual({ theme, findings: [] });
  }
  await box.getByRole('button', { name: 'I am affected, too' }).click();
  await box.getByRole('button', { name: 'I am not affected any more' }).waitFor();
  expect(await record(first.id)).toMatchObject({ affectedCount: 1 });

  const own = await desk.openAs('dora', address);
  await own.locator(`[data-similar="${first.id}"]`).getByRole('button', { name: `Add this to ${first.id}` }).click();
  await own.getByTestId('timeline').getByText(TEXT, { exact: true }).waitFor();

  const agent = await desk.openAs('bob', address);
  await agent.locator(`[data-similar="${first.id}"]`).getByRole('button', { name: `Report as part of ${first.id}` }).click();
  await agent.getByText('Part of', { exact: true }).waitFor();
  expect((await record(first.id)).links).toMatchObject([{ relation: 'parentOf' }]);
});

it('an order that came back with a question is answered in its form and submitted again', async () => {
  const { test } = desk;
  const order = await test.perform('alice', 'tickets.report', undefined, { title: 'Laptop', offeringId: test.offerings.laptop, answers: { model: 'light' } });
  await test.perform('dora', 'tickets.returnForInfo', order.id, { comment: 'Do you not need the other model?' });
  const page = await desk.openAs('alice', `#/tickets/${order.id}`);
  const form = page.getByTestId('answers');
  await form.getByText('Do you not need the other model?').waitFor();
  expect(await seriousFindings(page)).toEqual([]);
  await form.locator('[data-field="model"]').getByRole('radio').last().click();
  await form.getByRole('button', { name: 'Submit again' }).click();
  await form.waitFor({ state: 'detached' });
  expect(await record(order.id)).toMatchObject({ state: 'awaitingApproval' });
  expect((await record(order.id)).timeline.map(({ type }) => type)).toContain('AnswersChanged');
});

it('what it costs, and when, is written with conditions of several parts', async () => {
  const { test } = desk;
  const words = (en: string) => ({ en });
  const { id } = await test.perform('erik', 'offerings.add', undefined, {
    name: 'Desk', categoryId: test.categories.hardware, groupId: test.groups.serviceDesk.id, ownerId: test.people.erik.id, approvalRule: 'none', targetMinutes: 600,
    form: { count: { kind: 'number', label: words('How many?'), required: true }, color: { kind: 'choice', label: words('Color'), options: [{ value: 'oak', label: words('Oak') }, { value: 'white', label: words('White') }] } },
    costs: [{ amount: 400, times: 'count', per: 'once', conditions: [[{ field: 'count', atLeast: 2 }, { field: 'color', is: ['oak'] }], [{ field: 'color', isNot: ['white'] }]] }],
  });
  const page = await desk.openAs('erik', `#/setup/offerings/${id}`);
  await page.getByText('€400 · × How many? · Once · Only if: How many? is at least 2 and Color is “Oak”; or Color is not “White”').waitFor();
  await page.getByRole('button', { name: 'Edit', exact: true }).click();
  const line = page.getByRole('group', { name: 'Cost line 1' });
  await line.getByRole('group', { name: 'Condition 2' }).waitFor();
  await line.getByRole('group', { name: 'Condition 1' }).getByRole('spinbutton').fill('3');
  await page.getByRole('button', { name: 'Add cost' }).click();
  await page.getByRole('group', { name: 'Cost line 2' }).getByRole('spinbutton', { name: 'Amount' }).fill('25');
  expect(await seriousFindings(page)).toEqual([]);
  await page.getByRole('button', { name: 'Save', exact: true }).click();
  await page.getByRole('button', { name: 'Edit', exact: true }).waitFor();
  const saved = await test.app.open(id, test.actor('erik'));
  expect(saved).toMatchObject({ record: { costs: [
    { amount: 400, times: 'count', per: 'once', conditions: [[{ field: 'count', atLeast: 3 }, { field: 'color', is: ['oak'] }], [{ field: 'color', isNot: ['white'] }]] }, { amount: 25, per: 'once' },
  ] } });
});
