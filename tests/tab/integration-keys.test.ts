// If this fails, administrators cannot give a program a key, lose its secret before they have seen it, or cannot take it back.
import { seriousFindings, showIn, THEMES } from '../_support/browser';
import { withTabDesk } from '../_support/tab-desk';

const desk = withTabDesk();

const opens = async (secret: string): Promise<boolean> => (await desk.server.client({ authorization: `Bearer ${secret}` }).get('/api/lists/tickets.open')).status === 200;

it('a key is made, its secret shown once, rotated and revoked', async () => {
  const page = await desk.openAs('erik', '#/setup/integrationKeys');
  await page.getByText('No integration key yet').waitFor();
  await page.getByRole('button', { name: 'New integration key' }).click();
  await page.getByRole('textbox', { name: 'Name' }).fill('Disk watch');
  await page.getByRole('button', { name: 'Save', exact: true }).click();
  await page.locator('[data-field="personId"]').getByText('Please fill this in.').waitFor();
  await page.getByRole('combobox', { name: 'Acts in the name of' }).fill('Bob');
  await page.getByRole('option', { name: /Bob Brown/ }).click();
  await page.getByRole('combobox', { name: 'May do' }).click();
  await page.getByRole('menuitemcheckbox', { name: 'Add internal note' }).click();
  await page.keyboard.press('Escape');
  await page.getByRole('button', { name: 'Save', exact: true }).click();
  await page.locator('[data-field="reads"]').getByText('“tickets.addNote” works on records that are there already: let the key read them, too.').waitFor();
  await page.getByRole('combobox', { name: 'May read' }).click();
  await page.getByRole('menuitemcheckbox', { name: 'Incidents and requests' }).click();
  await page.keyboard.press('Escape');
  expect(await page.getByRole('spinbutton', { name: 'Valid for days' }).inputValue()).toBe('90');
  await page.getByRole('button', { name: 'Save', exact: true }).click();

  const dialog = page.getByRole('alertdialog');
  const first = (await dialog.getByTestId('secret').textContent()) ?? '';
  expect(first).toMatch(/^bhk_\d{7}_[0-9A-Za-z]{49}$/);
  for (const theme of THEMES) {
    await showIn(page, theme);
    expect({ theme, findings: await seriousFindings(page) }).toEqual({ theme, findings: [] });
  }
  await dialog.getByRole('button', { name: 'I have kept it' }).click();
  await page.locator('[data-words="actions"]').getByText('Incidents and requests: Add internal note').waitFor();
  await page.reload();
  await page.getByRole('heading', { name: 'Disk watch' }).waitFor();
  expect(await page.content()).not.toContain(first);
  expect(await opens(first)).toBe(true);

  await page.getByRole('button', { name: 'Rotate' }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Rotate' }).click();
  const second = (await dialog.getByTestId('secret').textContent()) ?? '';
  await dialog.getByRole('button', { name: 'I have kept it' }).click();
  await page.locator('[data-fact="formerUntil"]').waitFor();
  expect([second === first, await opens(first), await opens(second)]).toEqual([false, true, true]);

  await page.getByRole('button', { name: 'Revoke' }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Revoke' }).click();
  await page.getByText('It was revoked for good: whoever uses it is refused. Make a new key to go on.').waitFor();
  expect([await opens(first), await opens(second)]).toEqual([false, false]);
  expect(await page.getByRole('button', { name: /Rotate|Revoke|Edit/ }).count()).toBe(0);
  // Once the server refused what was not complete.
  expect(desk.opened[0]?.complaints).toEqual([expect.stringContaining('422')]);
});
