// If this fails, employees cannot report, order, accept or rate in the tab, or see words that are meant for the service desk.
import { expectSoon } from '../_support/browser';
import { ticketIn, typeInto, withTabDesk } from '../_support/tab-desk';

const desk = withTabDesk();

it('starts at the own tickets, in sentences, and asks for what only the person can do', async () => {
  const asked = await desk.test.report({ title: 'Printer prints stripes' });
  await desk.test.perform('bob', 'tickets.take', asked);
  await desk.test.perform('bob', 'tickets.putOnHold', asked.id, { reason: 'requester', comment: 'Which printer?', followUpAt: '2026-03-05T09:00:00Z' });
  const running = await desk.test.report({ title: 'Phone rings twice' });
  await desk.test.perform('bob', 'tickets.take', running);
  const page = await desk.openAs('alice');
  const mine = page.getByRole('region', { name: 'Waiting for you' });
  await mine.getByText('We have a question for you.').waitFor();
  await page.getByRole('region', { name: 'In our hands' }).getByText('Bob Brown is working on it.').waitFor();
  expect(await page.getByRole('link', { name: 'Queue' }).count()).toBe(0);
  await ticketIn(page, asked.id).click();
  await page.getByText('Which printer?').waitFor();
  await page.getByTestId('composer').getByRole('textbox').fill('The one in the hallway.');
  await page.getByRole('button', { name: 'Send', exact: true }).click();
  await page.getByTestId('waits-for').getByText('Bob Brown (Network) is working on it').waitFor();
  expect(desk.opened[0]?.complaints).toEqual([]);
});

it('sees a simpler ticket: who has it and until when, no notes, no priorities', async () => {
  const ticket = await desk.test.report({ title: 'Monitor flickers' });
  await desk.test.perform('bob', 'tickets.addNote', ticket, { text: 'She always has something.' });
  const page = await desk.openAs('alice', `#/tickets/${ticket.id}`);
  await page.getByTestId('waits-for').getByText('Waits for somebody of Network to take it').waitFor();
  await page.getByText(/First answer by/).waitFor();
  const words = await page.locator('body').innerText();
  expect(words).not.toContain('She always has something.');
  expect(words).not.toMatch(/P4|impact|urgency|Internal note|Priority/i);
});

it('reports a problem: says who will get it and what may help before anything is sent', async () => {
  const page = await desk.openAs('alice', '#/new');
  await page.getByRole('textbox', { name: 'What is it about?' }).fill('VPN drops every hour');
  const help = page.getByTestId('draft');
  await help.getByText('Network', { exact: true }).waitFor();
  await help.getByRole('button', { name: 'VPN drops every hour: set the reconnect option' }).click();
  await page.getByRole('dialog').getByText('switch on').waitFor();
  await page.getByRole('button', { name: 'Back to my report' }).click();
  await expectSoon(() => page.getByRole('combobox', { name: 'Category' }).inputValue(), 'Network › VPN');
  await page.getByRole('radio', { name: 'No, I cannot work' }).click();
  await page.getByRole('textbox', { name: /What happened/ }).fill('Since this morning.');
  await page.getByRole('button', { name: 'Send', exact: true }).click();
  await page.getByRole('heading', { name: 'VPN drops every hour', level: 1 }).waitFor();
  await page.getByText('Since this morning.').waitFor();
});

it('says before a report that the outage is known; "me too" takes one press, and it goes when it is over', async () => {
  const { id } = await desk.test.perform('bob', 'announcements.add', undefined, { title: 'VPN is down', statement: 'Use the web mail meanwhile.' });
  const page = await desk.openAs('alice', '#/new');
  await page.getByRole('textbox', { name: 'What is it about?' }).fill('VPN does not work');
  const known = page.getByTestId('draft').getByRole('region', { name: 'Known issue' });
  await known.getByText('Use the web mail meanwhile.').waitFor();
  await known.getByRole('button', { name: 'I am affected, too' }).click();
  await known.getByText(/1 person affected/).waitFor();
  await known.getByRole('button', { name: 'I am not affected any more' }).waitFor();
  await page.getByRole('link', { name: 'My tickets' }).click();
  await page.getByRole('region', { name: 'Known issue' }).getByText('You are one of them', { exact: false }).waitFor();
  await desk.test.perform('bob', 'announcements.retire', id);
  await page.getByRole('region', { name: 'Known issue' }).waitFor({ state: 'hidden' });
});

it('shows at each field what is wrong, and loses nothing', async () => {
  const page = await desk.openAs('alice', '#/new');
  await page.getByRole('textbox', { name: 'What is it about?' }).fill('x');
  await page.getByRole('textbox', { name: /What happened/ }).fill('Nothing works here.');
  await page.getByRole('button', { name: 'Send', exact: true }).click();
  await page.locator('[data-field="title"]').getByText('This is too short: at least 3 characters.').waitFor();
  await page.reload();
  await expectSoon(() => page.getByRole('textbox', { name: /What happened/ }).inputValue(), 'Nothing works here.');
});

it('takes a password out of a report and of a message, and says so', async () => {
  const page = await desk.openAs('alice', '#/new');
  const told = page.getByText('I took a password out before saving.', { exact: false });
  await page.getByRole('textbox', { name: 'What is it about?' }).fill('Mail asks for my password');
  await page.getByRole('textbox', { name: /What happened/ }).fill('The password Sommer#2026 is refused.');
  await page.getByRole('button', { name: 'Send', exact: true }).click();
  await told.first().waitFor();
  await page.getByText('The password •••••• (password) is refused.').waitFor();
  await page.getByTestId('composer').getByRole('textbox').fill('Now I have pw: Winter#2026, the same.');
  await page.getByRole('button', { name: 'Send', exact: true }).click();
  await page.getByTestId('timeline').getByText('Now I have pw: •••••• (password), the same.').waitFor();
  await told.nth(1).waitFor();
});

it('orders from the catalog with its form; the manager decides in the tab', async () => {
  const page = await desk.openAs('alice', '#/new/order');
  await page.getByRole('link', { name: /New laptop/ }).click();
  await page.getByText('Has to agree: Manager').waitFor();
  await page.getByRole('button', { name: 'Order', exact: true }).click();
  await page.locator('[data-field="model"]').getByText('Please fill this in.').waitFor();
  await page.getByRole('radio', { name: 'Strong' }).click();
  await page.getByRole('textbox', { name: 'What for?' }).fill('Video editing');
  await page.getByRole('button', { name: 'Order', exact: true }).click();
  await page.getByTestId('waits-for').getByText('Waits for the decision of Dora Diaz').waitFor();
  await page.getByRole('region', { name: 'Order' }).getByText('Strong').waitFor();

  const manager = await desk.openAs('dora', '#/my');
  await manager.getByRole('region', { name: 'Waiting for your decision' }).getByText('New laptop').click();
  await manager.getByTestId('actions').getByRole('button', { name: 'Approve' }).click();
  await manager.getByRole('dialog').getByRole('button', { name: 'Approve' }).click();
  // The one who waits sees it without a reload.
  await page.getByTestId('timeline').getByText('Dora Diaz decided: approved').waitFor();
});

it('accepts or reopens a resolution, and rates', async () => {
  const ticket = await desk.test.report({ title: 'No sound' });
  await desk.test.perform('bob', 'tickets.take', ticket);
  await desk.test.perform('bob', 'tickets.resolve', ticket.id, { code: 'fixed', notes: 'Plugged in.' });
  const page = await desk.openAs('alice', `#/tickets/${ticket.id}`);
  await page.getByTestId('timeline').getByText('Plugged in.').waitFor();
  await page.getByTestId('actions').getByRole('button', { name: 'Reopen' }).click();
  const reopen = page.getByRole('dialog', { name: 'Reopen' });
  await typeInto(reopen.getByRole('textbox'), 'Still silent');
  await reopen.getByRole('button', { name: 'Reopen' }).click();
  await page.getByTestId('waits-for').getByText('Bob Brown (Network) is working on it').waitFor();
  await desk.test.perform('bob', 'tickets.resolve', ticket.id, { code: 'replaced', notes: 'New speaker.' });
  await page.getByTestId('actions').getByRole('button', { name: 'It works, close it' }).click();
  await page.getByText('This ticket has ended.').waitFor();
  await page.getByTestId('rate').getByRole('radio', { name: '4 stars' }).click();
  await page.getByTestId('rate').getByRole('textbox').fill('Quick!');
  await page.getByTestId('rate').getByRole('button', { name: 'Rate' }).click();
  await page.getByRole('region', { name: 'Rating' }).getByText('Quick!').waitFor();
});

it('finds and reads articles; those for agents are not there', async () => {
  const page = await desk.openAs('alice', '#/knowledge');
  await page.getByRole('link', { name: /VPN drops every hour/ }).waitFor();
  expect(await page.getByText('Runbook').count()).toBe(0);
  await page.getByRole('searchbox').fill('reconect');
  await page.getByRole('link', { name: /set the reconnect option/ }).click();
  await page.getByRole('heading', { name: /set the reconnect option/, level: 1 }).waitFor();
  expect(await page.locator('article strong').innerText()).toBe('Settings');
  expect(await page.locator('article em').innerText()).toBe('Reconnect');
  await page.goto(`${desk.server.url}/tab/#/knowledge/${desk.test.articles.runbook}`);
  await page.getByText('We could not find this article').waitFor();
});

it('speaks German to the last word', async () => {
  const ticket = await desk.test.report({ title: 'Bildschirm bleibt schwarz' }, 'ivy');
  const page = await desk.openAs('ivy', '', { locale: 'de-DE' });
  await page.getByRole('heading', { name: 'Meine Tickets' }).waitFor();
  await ticketIn(page, ticket.id).getByText('Network hat es und schaut es sich an.').waitFor();
  await ticketIn(page, ticket.id).click();
  await page.getByRole('button', { name: 'Senden' }).waitFor();
  const words = await page.locator('body').innerText();
  expect(words).not.toMatch(/\btab\.[a-z]|Send\b|Attachments|Waiting/);
  await page.goto(`${desk.server.url}/tab/#/new`);
  await page.getByRole('button', { name: 'Senden' }).click();
  await page.getByText('Bitte', { exact: false }).first().waitFor();
});

it('switches between the people of the demo company', async () => {
  const page = await desk.openAs('alice');
  await page.getByRole('button', { name: /Signed in as Alice/ }).click();
  await page.getByRole('menuitem', { name: 'Be somebody else' }).click();
  await page.getByRole('textbox').fill('bob');
  await page.getByRole('button', { name: /Bob Brown/ }).click();
  await page.getByRole('heading', { name: 'My tickets' }).waitFor();
  await page.getByRole('link', { name: 'Queue' }).click();
  await page.getByRole('heading', { name: 'Assigned to me' }).waitFor();
  await page.reload();
  await page.getByRole('button', { name: /Signed in as Bob/ }).waitFor();
});
