// If this fails, administrators cannot tell another system what happens here, or cannot see what a workflow does by itself before they publish it.
import { withTabDesk } from '../_support/tab-desk';
import { isSignedBy, startWebhookReceiver, type WebhookReceiver } from '../_support/webhook-receiver';

const desk = withTabDesk({ webhooks: { secrets: ['a test secret of enough characters'], hosts: ['127.0.0.1'] } });
let receiver: WebhookReceiver;
beforeAll(async () => (receiver = await startWebhookReceiver()));
afterAll(() => receiver.close());

it('a webhook is added, tried out and verified; a workflow that calls it is drawn, with what is still missing', async () => {
  const page = await desk.openAs('erik', '#/setup/webhooks');
  await page.getByText('No webhook yet').waitFor();
  await page.getByRole('button', { name: 'Add webhook' }).click();
  await page.getByRole('textbox', { name: 'Name' }).fill('Stock');
  await page.getByRole('textbox', { name: 'Address' }).fill('http://stock.example/');
  await page.getByRole('button', { name: 'Save', exact: true }).click();
  await page.getByText('The address has to begin with https://.').first().waitFor();
  await page.getByRole('textbox', { name: 'Address' }).fill(`${receiver.url}/hook`);
  await page.getByRole('checkbox', { name: 'Yes' }).first().check();
  await page.getByRole('button', { name: 'Save', exact: true }).click();
  await page.getByRole('button', { name: 'Send a sample' }).click();
  await page.getByTestId('sample').getByText('It was taken (204).').waitFor();
  await page.getByRole('button', { name: 'Show the key' }).click();
  const key = (await page.getByTestId('signing-key').textContent()) ?? '';
  expect(receiver.received.map((message) => isSignedBy(key, message))).toEqual([true]);
  await page.getByRole('button', { name: 'Hide' }).click();
  await page.getByRole('button', { name: 'Show the key' }).waitFor();

  await page.goto(`${desk.server.url}/tab/#/setup/offerings/${desk.test.offerings.mailbox}`);
  await page.getByRole('button', { name: 'Edit', exact: true }).click();
  await page.getByRole('button', { name: 'Add stage' }).click();
  await page.getByRole('textbox', { name: 'Stage', exact: true }).fill('Order it');
  await page.getByRole('button', { name: 'Call a webhook' }).click();
  const flow = page.getByTestId('flow');
  await flow.getByText('Stage “stage1”: automatic action 1 is not complete, or names what is not there.').waitFor();
  await page.getByRole('combobox', { name: 'Webhook' }).fill('Sto');
  await page.getByRole('option', { name: 'Stock' }).click();
  await flow.getByText('Call webhook: Stock').waitFor();
  expect(await flow.getByRole('alert').count()).toBe(0);
  await page.getByRole('button', { name: 'Call an action' }).click();
  await page.getByRole('combobox', { name: 'If it is not possible' }).last().click();
  await page.getByRole('option', { name: 'stop until somebody has looked' }).click();
  await flow.getByText('Assign · stops if it is not possible').waitFor();
});

it('is called by hand on a ticket, where there is one', async () => {
  for (const webhook of desk.test.app.desk.directory.summaries('webhooks')) await desk.test.perform('erik', 'webhooks.retire', webhook.id);
  const { id } = await desk.test.report({ title: 'Out of paper' });
  await desk.test.perform('bob', 'tickets.take', id);
  const menuOf = async (page: Awaited<ReturnType<typeof desk.openAs>>) => {
    await page.getByRole('button', { name: 'More actions' }).click();
    await page.getByRole('menuitem', { name: 'Link', exact: true }).waitFor();
    return page.getByRole('menuitem', { name: 'Call webhook' });
  };
  // One that is switched off cannot be called either.
  const { id: webhookId } = await desk.test.perform('erik', 'webhooks.add', undefined, { name: 'Paper', address: `${receiver.url}/hook` });
  const before = await menuOf(await desk.openAs('bob', `#/tickets/${id}`));
  expect(await before.count()).toBe(0);
  await desk.test.perform('erik', 'webhooks.change', webhookId, { isEnabled: true });
  const page = await desk.openAs('bob', `#/tickets/${id}`);
  await (await menuOf(page)).click();
  const form = page.getByRole('dialog', { name: 'Call webhook' });
  await form.getByRole('combobox', { name: 'Webhook' }).click();
  await page.getByRole('option', { name: 'Paper' }).click();
  await form.getByRole('textbox', { name: 'What has happened' }).fill('paper.out');
  await form.getByRole('button', { name: 'Call webhook' }).click();
  await page.getByTestId('timeline').getByText('Bob Brown called the webhook “Paper”').waitFor();
});
