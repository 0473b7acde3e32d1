// If this fails, people cannot fill a cart, see how far their order has come, do their part of it, or write what can be ordered.
import { withTabDesk } from '../_support/tab-desk';

const desk = withTabDesk();

/** Prepared by two people one after the other, without anybody having to agree. */
async function offerDesk(): Promise<string> {
  const { test } = desk;
  const words = (en: string) => ({ en });
  const added = await test.perform('erik', 'offerings.add', undefined, {
    name: 'Desk', nameDe: 'Schreibtisch', description: 'A desk that moves up and down.', categoryId: test.categories.hardware, groupId: test.groups.serviceDesk.id, ownerId: test.people.erik.id, approvalRule: 'none', targetMinutes: 600,
    costs: [{ amount: 400, times: 'count', per: 'once' }],
    form: { count: { kind: 'number', label: words('How many?'), required: true, isWhole: true, atLeast: 1, default: 1 }, isWide: { kind: 'yesNo', label: words('Wide') }, width: { kind: 'number', label: words('How wide?'), required: true, visibleIf: [[{ field: 'isWide', is: ['true'] }]] } },
    plan: [{ id: 'deliver', name: words('Delivery'), tasks: [{ id: 'a', title: words('Carry it up') }, { id: 'b', title: words('Plug it in'), after: ['a'] }] }],
  });
  await test.perform('erik', 'offerings.publish', added.id);
  return added.id;
}

it('two things are collected and ordered at once; the desk does one task after the other, and the requester watches', async () => {
  await offerDesk();
  const page = await desk.openAs('alice', '#/new/order');
  await page.getByRole('link', { name: /Desk/ }).click();
  await page.getByText('Costs €400 in the first year').waitFor();
  await page.getByRole('checkbox').click();
  await page.locator('[data-field="width"]').waitFor();
  await page.getByRole('button', { name: 'Add to cart' }).click();
  await page.locator('[data-field="width"]').getByText('Please fill this in.').waitFor();
  await page.locator('[data-field="isWide"]').getByRole('checkbox').click();
  await page.getByRole('button', { name: 'Add to cart' }).click();
  await page.getByRole('button', { name: 'Look for more' }).click();
  await page.getByRole('link', { name: /Shared mailbox/ }).click();
  await page.getByRole('button', { name: 'Add to cart' }).click();
  await page.getByRole('button', { name: 'Order all 2' }).click();
  const stages = page.getByTestId('stages');
  await stages.locator('[data-task="deliver.a"]').waitFor();
  await stages.locator('[data-task="deliver.b"]').getByText(/Waits for others/).waitFor();
  const id = (await page.evaluate(() => window.location.hash)).split('/').at(-1)!;

  const agent = await desk.openAs('fay', `#/tickets/${id}`);
  await agent.locator('[data-task="deliver.a"]').getByRole('button', { name: 'Begin' }).click();
  await agent.locator('[data-task="deliver.a"]').getByRole('button', { name: 'Done' }).click();
  await agent.getByRole('dialog').getByRole('button', { name: 'Close task' }).click();
  await agent.locator('[data-task="deliver.b"]').getByRole('button', { name: 'Done' }).click();
  await agent.getByRole('dialog').getByRole('button', { name: 'Close task' }).click();
  await page.getByTestId('timeline').getByText('All 2 tasks are done.').waitFor();
});

it('an item is written, its plan is drawn with what is wrong with it, and it is published', async () => {
  const id = await offerDesk();
  const page = await desk.openAs('erik', `#/setup/offerings/${id}`);
  await page.getByTestId('flow').getByText('Carry it up').waitFor();
  await page.getByRole('button', { name: 'Edit', exact: true }).click();
  await page.getByRole('button', { name: 'Add stage' }).click();
  await page.getByRole('textbox', { name: 'Stage', exact: true }).last().fill('Check');
  await page.getByTestId('flow').getByText(/nothing is done and nobody decides/).waitFor();
  await page.getByRole('button', { name: 'Remove stage' }).last().click();
  await page.getByRole('textbox', { name: 'Name', exact: true }).fill('Standing desk');
  await page.getByRole('button', { name: 'Save', exact: true }).click();
  await page.getByText('Edition 2 is being written.').waitFor();
  await page.getByRole('button', { name: 'Publish' }).click();
  await page.getByText('Edition 2 can be ordered').waitFor();
  await page.getByRole('button', { name: 'Try it on the last 20' }).click();
  await page.getByTestId('dry-run').waitFor();
});
