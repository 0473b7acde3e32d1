// If this fails, an agent cannot answer, hand over or resolve on the ticket page, or loses what they have written.
import { truncateSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Locator, Page } from 'playwright-core';
import { expectSoon } from '../_support/browser';
import type { PersonKey } from '../_support/people';
import { said, ticketIn, typeInto, withTabDesk } from '../_support/tab-desk';
import type { TicketView } from '../../shared/tickets';

const desk = withTabDesk();

async function openTicket(person: PersonKey, ticket: TicketView): Promise<Page> {
  const page = await desk.openAs(person, `#/tickets/${ticket.id}`);
  await page.getByRole('heading', { name: ticket.title, level: 1 }).waitFor();
  return page;
}

const actions = (page: Page): Locator => page.getByTestId('actions');
const timeline = (page: Page): Locator => page.getByTestId('timeline');
const box = (page: Page): Locator => page.getByTestId('composer').getByRole('textbox');
const read = async (ticket: TicketView, person: PersonKey = 'bob'): Promise<TicketView> => {
  const answer = await desk.server.as(person).get(`/api/tickets/${ticket.id}`);
  return answer.json.record as TicketView;
};

it('goes from taken to resolved: reply, internal note, hold with a question, resume, resolution', async () => {
  const ticket = await desk.test.report({ title: 'Tunnel closes every hour' });
  const page = await openTicket('bob', ticket);
  await page.getByTestId('waits-for').getByText('Waits for somebody of Network to take it').waitFor();
  await actions(page).getByRole('button', { name: 'Take' }).click();
  await page.getByTestId('waits-for').getByText('Bob Brown (Network) is working on it').waitFor();

  await page.keyboard.press('r');
  await typeInto(box(page), 'Hello Alice, since when?');
  await page.keyboard.press('Control+Enter');
  await timeline(page).locator('[data-kind="message"]', { hasText: 'Hello Alice, since when?' }).waitFor();
  await expectSoon(() => box(page).inputValue(), '');

  await box(page).blur();
  await page.keyboard.press('n');
  await page.getByText('Only your colleagues see this').waitFor();
  await typeInto(box(page), 'Looks like the firmware of March.');
  await page.getByRole('button', { name: 'Add note' }).click();
  await timeline(page).locator('[data-kind="note"]', { hasText: 'firmware of March' }).waitFor();

  await actions(page).getByRole('button', { name: 'Put on hold' }).click();
  const hold = page.getByRole('dialog', { name: 'Put on hold' });
  // The cursor waits where something must be said.
  await typeInto(hold.getByRole('textbox', { name: 'Question to the requester' }), 'Which router do you have at home?');
  await hold.getByRole('button', { name: 'In 3 working days' }).click();
  await hold.getByRole('button', { name: 'Put on hold' }).click();
  await page.getByTestId('waits-for').getByText('Waits for the requester', { exact: false }).waitFor();
  await actions(page).getByRole('button', { name: 'Resume' }).click();
  await page.getByTestId('waits-for').getByText('is working on it', { exact: false }).waitFor();

  await page.getByTestId('composer').getByRole('button', { name: 'Reply' }).click();
  await box(page).fill('We updated your router from here.');
  await page.getByRole('button', { name: 'Send in another way' }).click();
  await page.getByRole('menuitem', { name: 'Resolve with these words' }).click();
  const resolve = page.getByRole('dialog', { name: 'Resolve' });
  await expectSoon(() => resolve.getByRole('textbox', { name: 'What was done' }).inputValue(), 'We updated your router from here.');
  await resolve.getByRole('button', { name: 'Resolve' }).click();
  await resolve.getByText('Please fill this in.').waitFor();
  await resolve.getByRole('combobox', { name: 'How was it resolved?' }).click();
  await page.getByRole('option', { name: 'Fixed' }).click();
  await resolve.getByRole('button', { name: 'Resolve' }).click();
  await timeline(page).getByText('Bob Brown resolved it: Fixed').waitFor();
  await expectSoon(() => box(page).inputValue(), '');

  const after = await read(ticket);
  expect([after.state, after.resolution?.notes]).toEqual(['resolved', 'We updated your router from here.']);
  expect(after.timeline.map((entry) => entry.channel)).toContain('tab');
  expect(desk.opened[0]?.complaints).toEqual([]);
});

it('shows what somebody else did meanwhile, keeps the text, and sends it on the second try', async () => {
  const ticket = await desk.test.report({ title: 'Two at the same time' });
  await desk.test.perform('bob', 'tickets.take', ticket);
  const page = await openTicket('bob', ticket);
  await actions(page).getByRole('button', { name: 'Resolve' }).click();
  const dialog = page.getByRole('dialog', { name: 'Resolve' });
  await dialog.getByRole('combobox', { name: 'How was it resolved?' }).click();
  await page.getByRole('option', { name: 'Workaround provided' }).click();
  await dialog.getByRole('textbox', { name: 'What was done' }).fill('A long explanation that took ten minutes.');
  await desk.test.perform('carol', 'tickets.classify', ticket.id, { work: 'stopped' });
  await dialog.getByRole('button', { name: 'Resolve' }).click();
  const conflict = page.getByTestId('conflict');
  await conflict.getByText('Carol Clark changed this', { exact: false }).waitFor();
  await conflict.getByText('Carol Clark changed category or effect', { exact: false }).waitFor();
  await expectSoon(() => dialog.getByRole('textbox', { name: 'What was done' }).inputValue(), 'A long explanation that took ten minutes.');
  await dialog.getByRole('button', { name: 'Resolve anyway' }).click();
  await timeline(page).getByText('Bob Brown resolved it', { exact: false }).waitFor();
  expect((await read(ticket)).resolution?.notes).toBe('A long explanation that took ten minutes.');
});

it('keeps the text to copy when the thing is no longer possible', async () => {
  const ticket = await desk.test.report({ title: 'Withdrawn under my hands' });
  const page = await openTicket('bob', ticket);
  await actions(page).getByRole('button', { name: 'Assign' }).click();
  const dialog = page.getByRole('dialog', { name: 'Assign' });
  await desk.test.perform('alice', 'tickets.cancel', ticket.id, { reason: 'withdrawn' });
  await dialog.getByRole('combobox', { name: 'Assignee' }).click();
  await page.getByRole('option', { name: 'Bob Brown' }).click();
  await dialog.getByRole('button', { name: 'Assign' }).click();
  await page.getByTestId('conflict').getByText('This is no longer possible', { exact: false }).waitFor();
  await expectSoon(() => dialog.getByRole('button', { name: /Assign/ }).last().isDisabled(), true);
});

it('keeps a draft over a reload, reply and note apart, until it is sent', async () => {
  const ticket = await desk.test.report({ title: 'Interrupted by a phone call' });
  const page = await openTicket('bob', ticket);
  await box(page).fill('Half a reply');
  await page.getByRole('button', { name: 'Internal note' }).click();
  await box(page).fill('Half a note');
  await page.reload();
  await box(page).waitFor();
  await expectSoon(() => box(page).inputValue(), 'Half a reply');
  await page.getByRole('button', { name: 'Internal note' }).click();
  await expectSoon(() => box(page).inputValue(), 'Half a note');
  await page.getByTestId('composer').getByRole('button', { name: 'Reply' }).click();
  await page.getByRole('button', { name: 'Send', exact: true }).click();
  await said(page, 'Reply sent').waitFor();
  await page.reload();
  await box(page).waitFor();
  await expectSoon(() => box(page).inputValue(), '');
});

it('keeps the reply when it cannot be sent, and sends it when the connection is back', async () => {
  const ticket = await desk.test.report({ title: 'On a train' });
  const page = await openTicket('bob', ticket);
  await expectArrived('/Toasts-');
  await box(page).fill('Written in a tunnel');
  await desk.opened[0]?.context.setOffline(true);
  await page.keyboard.press('Control+Enter');
  await page.getByText('No connection. Nothing is lost', { exact: false }).first().waitFor();
  await expectSoon(() => box(page).inputValue(), 'Written in a tunnel');
  await desk.opened[0]?.context.setOffline(false);
  await page.keyboard.press('Control+Enter');
  await timeline(page).getByText('Written in a tunnel').waitFor();
  expect((await read(ticket)).timeline.filter((entry) => entry.text === 'Written in a tunnel')).toHaveLength(1);
});

it('takes files by button and by pasting, refuses what is too large, and gives them back', async () => {
  const ticket = await desk.test.report({ title: 'Error on the screen' });
  const page = await openTicket('bob', ticket);
  await page.getByTestId('composer').locator('input[type="file"]').setInputFiles({ name: 'steps.txt', mimeType: 'text/plain', buffer: Buffer.from('one, two, three') });
  await page.getByTestId('composer').getByText('steps.txt').waitFor();
  await box(page).focus();
  await page.evaluate(() => {
    const pixel = Uint8Array.from(atob('iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg=='), (character) => character.charCodeAt(0));
    const data = new DataTransfer();
    data.items.add(new File([pixel], 'screenshot.png', { type: 'image/png' }));
    document.activeElement?.dispatchEvent(new ClipboardEvent('paste', { clipboardData: data, bubbles: true, cancelable: true }));
  });
  await page.getByTestId('composer').getByText('screenshot.png').waitFor();
  const huge = join(desk.test.dataDirectory, 'huge.iso');
  writeFileSync(huge, '');
  truncateSync(huge, 26 * 1024 * 1024);
  await page.getByTestId('composer').locator('input[type="file"]').setInputFiles(huge);
  await said(page, 'huge.iso was not uploaded').waitFor();
  await box(page).fill('Both attached.');
  await page.getByRole('button', { name: 'Send', exact: true }).click();
  await timeline(page).getByRole('button', { name: /screenshot.png/ }).click();
  await page.getByRole('dialog').getByRole('img', { name: 'screenshot.png' }).waitFor();
  expect(await page.getByRole('dialog').getByRole('img').evaluate((image) => (image as HTMLImageElement).naturalWidth)).toBe(1);
  await page.keyboard.press('Escape');
  const [download] = await Promise.all([page.waitForEvent('download'), timeline(page).getByRole('button', { name: /steps.txt/ }).click()]);
  expect(download.suggestedFilename()).toBe('steps.txt');
  expect(desk.opened[0]?.complaints).toEqual([]);
});

it('shows hostile text as text', async () => {
  const attack = '<img src=x onerror="window.hacked=1"><script>window.hacked=1</script>';
  const ticket = await desk.test.report({ title: `Title ${attack}`.slice(0, 190), description: `${attack}\n[press me](javascript:window.hacked=1) javascript:window.hacked=1 https://example.com/?q=<b>` });
  await desk.test.perform('bob', 'tickets.take', ticket);
  await desk.test.perform('bob', 'tickets.reply', ticket.id, { text: `**bold** ${attack}` });
  const page = await openTicket('bob', ticket);
  await timeline(page).getByText('**bold** <img', { exact: false }).waitFor();
  await page.goto(`${desk.server.url}/tab/#/queue/all?q=Title`);
  await ticketIn(page, ticket.id).waitFor();
  await page.getByTestId('preview').getByText('<script>', { exact: false }).first().waitFor();
  expect(await page.evaluate(() => (window as unknown as { hacked?: number }).hacked)).toBeUndefined();
  expect(await page.locator('img[src="x"], a[href^="javascript"]').count()).toBe(0);
  expect(desk.opened[0]?.complaints).toEqual([]);
});

it('draws exactly the actions that the server allows', async () => {
  const ticket = await desk.test.report({ title: 'Only what is possible' });
  const page = await openTicket('fay', ticket);
  // Fay works in another group: she can read and help, not take.
  await page.getByTestId('composer').waitFor();
  expect(await actions(page).getByRole('button', { name: 'Take' }).count()).toBe(0);
  await actions(page).getByRole('button', { name: 'More actions' }).click();
  expect(await page.getByRole('menuitem').allInnerTexts()).toEqual(['Watch', 'Link']);
  await page.getByRole('menuitem', { name: 'Watch' }).click();
  await said(page, `Watching ${ticket.id}`).waitFor();
  await page.getByRole('region', { name: 'Watchers' }).getByText('Fay Fischer').waitFor();
});

it('links tickets, adds watchers and shows a priority set by hand', async () => {
  const other = await desk.test.report({ title: 'The same thing last week' });
  const ticket = await desk.test.report({ title: 'Tied to another' });
  const page = await openTicket('carol', ticket);
  await page.getByRole('button', { name: 'Link a ticket' }).click();
  const dialog = page.getByRole('dialog', { name: 'Link' });
  await dialog.getByRole('combobox', { name: 'Other ticket' }).fill(other.id);
  await page.getByRole('option', { name: new RegExp(other.id) }).click();
  await dialog.getByRole('button', { name: 'Link' }).click();
  await page.getByRole('region', { name: 'Linked tickets' }).getByRole('link', { name: other.id }).waitFor();
  await page.getByRole('button', { name: 'Add a watcher' }).click();
  await page.getByRole('combobox', { name: 'Watcher' }).fill('Dora');
  await page.getByRole('option', { name: /Dora Diaz/ }).click();
  await page.getByRole('region', { name: 'Watchers' }).getByText('Dora Diaz').waitFor();
  await actions(page).getByRole('button', { name: 'More actions' }).click();
  await page.getByRole('menuitem', { name: 'Override priority' }).click();
  const priority = page.getByRole('dialog', { name: 'Override priority' });
  await priority.getByRole('radio', { name: 'P1 Critical' }).click();
  await priority.getByRole('textbox', { name: 'Why another priority?' }).fill('The board meets today');
  await priority.getByRole('button', { name: 'Override priority' }).click();
  await page.getByText('set by hand').waitFor();
});

it('gives the keyboard back after a form, and takes it to the page after a link', async () => {
  const ticket = await desk.test.report({ title: 'Where was I' });
  const page = await openTicket('bob', ticket);
  const focused = (): Promise<string> => page.evaluate(() => document.activeElement?.id || (document.activeElement as HTMLElement).innerText);
  await expectSoon(focused, 'main');
  await expectSoon(() => page.title(), `${ticket.id} · Where was I`);
  const assign = actions(page).getByRole('button', { name: 'Assign' });
  await assign.focus();
  await page.keyboard.press('Enter');
  await page.getByRole('dialog', { name: 'Assign' }).waitFor();
  await page.getByRole('dialog', { name: 'Assign' }).getByRole('button', { name: 'Back' }).click();
  await page.getByRole('dialog', { name: 'Assign' }).waitFor({ state: 'detached' });
  await expectSoon(focused, 'Assign');
  await page.getByRole('link', { name: 'Knowledge' }).click();
  await page.getByRole('heading', { name: 'Knowledge' }).waitFor();
  await expectSoon(() => page.title(), 'Knowledge · Bellhop');
});

it('takes a file dropped anywhere on the page', async () => {
  const ticket = await desk.test.report({ title: 'Dragged and dropped' });
  const page = await openTicket('bob', ticket);
  await page.getByTestId('composer').waitFor();
  await page.evaluate(() => {
    const data = new DataTransfer();
    data.items.add(new File(['log'], 'trace.log', { type: 'text/plain' }));
    document.querySelector('h1')?.dispatchEvent(new DragEvent('drop', { dataTransfer: data, bubbles: true, cancelable: true }));
  });
  await page.getByTestId('composer').getByText('trace.log').waitFor();
});

it('moves on to the next ticket of the queue and back', async () => {
  const first = await desk.test.report({ title: 'Stepping one', work: 'stopped' });
  const second = await desk.test.report({ title: 'Stepping two' });
  const page = await desk.openAs('bob', '#/queue/unassigned?q=Stepping');
  await ticketIn(page, first.id).getByRole('link').click();
  await page.getByRole('heading', { name: 'Stepping one', level: 1 }).waitFor();
  await page.getByText('1 of 2').waitFor();
  await page.keyboard.press('j');
  await page.getByRole('heading', { name: 'Stepping two', level: 1 }).waitFor();
  await page.getByRole('link', { name: 'Back to the queue' }).click();
  await ticketIn(page, second.id).waitFor();
});

const expectArrived = (part: string): Promise<void> => expectSoon(async () => desk.opened[0]?.arrived.some((address) => address.includes(part)), true);
