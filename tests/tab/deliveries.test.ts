// If this fails, nobody sees in the tab that a message did not arrive, or can send it again, and nobody gets their quiet hours.
import { mkdirSync } from 'node:fs';
import { createDeliveries, rowKey } from '../../shared/app';
import { seriousFindings } from '../_support/browser';
import { said, withTabDesk } from '../_support/tab-desk';

const desk = withTabDesk();
const PICTURES = process.env.PICTURES;

/** A reply that never reached Alice: her chat is gone for Bellhop. */
async function givenLost(): Promise<string> {
  const { app, tenant } = desk.test;
  const { id } = await desk.test.report({ title: 'VPN drops every hour' });
  await desk.test.perform('bob', 'tickets.reply', id, { text: 'Please restart the client.' });
  const deliveries = createDeliveries(app.storage, tenant, app.clock);
  for (const entry of await deliveries.outbox()) {
    const isReply = entry.row.includes(id) && JSON.stringify(entry.data).includes('Please restart');
    await deliveries.expand(entry, isReply ? [{ target: { to: 'person', personId: desk.test.people.alice.id }, notice: { what: 'replied', params: { by: 'Bob Brown', name: id, id, title: 'VPN drops every hour', text: 'Please restart the client.' } } }] : []);
  }
  for (const due of await deliveries.due()) {
    const claimed = await deliveries.claim(due, 60_000);
    if (typeof claimed === 'object') await deliveries.finish(claimed, 'failed', { reason: 'gone: 403' });
  }
  return id;
}

it('shows on the ticket who was told, with the reason, and sends again what did not arrive', async () => {
  const id = await givenLost();
  const page = await desk.openAs('bob', `#/tickets/${id}`);
  await page.getByRole('button', { name: 'Show who was told' }).click();
  const row = page.getByTestId('deliveries').locator('li', { hasText: 'Alice Adams' });
  await row.getByText('Did not arrive').waitFor();
  await row.getByText('Bellhop was removed from it', { exact: false }).waitFor();
  if (PICTURES) {
    mkdirSync(PICTURES, { recursive: true });
    await row.scrollIntoViewIfNeeded();
    await page.screenshot({ path: `${PICTURES}/told.png` });
  }
  await row.getByRole('button', { name: 'Send again' }).click();
  await said(page, 'It is sent again.').waitFor();
  await row.getByText('On its way').waitFor();
  expect(await desk.test.storage.range({ partition: desk.test.tenant, from: rowKey.undeliveredAll, to: 'z;' })).toMatchObject({ rows: [] });
});

it('lists for administrators what reached nobody', async () => {
  const id = await givenLost();
  const page = await desk.openAs('erik', '#/setup/undelivered');
  const row = page.getByTestId('deliveries').locator('li', { hasText: id });
  await row.getByRole('link', { name: id }).waitFor();
  if (PICTURES) await page.screenshot({ path: `${PICTURES}/undelivered.png` });
  expect(await seriousFindings(page)).toEqual([]);
  await row.getByRole('button', { name: 'Send again' }).press('Enter');
  await row.waitFor({ state: 'detached' });
});

it('offers quiet hours to those who get work', async () => {
  const page = await desk.openAs('bob', '#/queue/mine');
  await page.getByRole('button', { name: /Bob Brown/ }).click();
  await page.getByRole('menuitem', { name: 'Quiet from 18:00 to 08:00' }).click();
  await said(page, 'Nothing that can wait is sent to your chat between 18:00 and 08:00').waitFor();
  await page.getByRole('button', { name: /Bob Brown/ }).click();
  await page.getByRole('menuitem', { name: 'No quiet hours any more' }).click();
  await said(page, 'Messages reach you at any time again').waitFor();
  await page.getByRole('button', { name: /Bob Brown/ }).click();
  await page.getByRole('menuitem', { name: 'Other quiet hours' }).click();
  const form = page.getByRole('dialog', { name: 'Set quiet hours' });
  expect(await form.getByLabel('Quiet hours from').inputValue()).toBe('18:00');
  await form.getByLabel('Quiet hours from').fill('20:30');
  await form.getByLabel('Quiet hours until').fill('20:30');
  await form.getByRole('button', { name: 'Set quiet hours' }).click();
  await form.getByRole('alert').getByText('the beginning and the end must differ').first().waitFor();
  if (PICTURES) await page.screenshot({ path: `${PICTURES}/quiet-hours.png` });
  expect(await seriousFindings(page)).toEqual([]);
  await form.getByLabel('Quiet hours until').fill('06:15');
  await form.getByRole('button', { name: 'Set quiet hours' }).press('Enter');
  await said(page, 'Your quiet hours are set').waitFor();
  expect(desk.test.app.desk.directory.person(desk.test.people.bob.id)).toMatchObject({ quietFrom: '20:30', quietTo: '06:15' });
});

it('lets them say until when they are away, to the minute', async () => {
  const page = await desk.openAs('bob', '#/queue/mine');
  await page.getByRole('button', { name: /Bob Brown/ }).click();
  await page.getByRole('menuitem', { name: 'No new work until another time' }).click();
  const form = page.getByRole('dialog', { name: 'Set away' });
  await form.getByLabel('Away until').fill('2026-03-04T13:45');
  await form.getByRole('button', { name: 'Set away' }).click();
  await said(page, 'You get no new work until then').waitFor();
  expect(desk.test.app.desk.directory.person(desk.test.people.bob.id)).toMatchObject({ awayUntil: expect.stringMatching(/^2026-03-04T/) });
});
