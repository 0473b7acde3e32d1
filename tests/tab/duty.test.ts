// If this fails, whoever leaves cannot hand over in the tab, the next shift cannot accept, or nobody sees who takes whose shift and where the plan has gaps.
import { seriousFindings, showIn, THEMES, expectSoon } from '../_support/browser';
import { withTabDesk } from '../_support/tab-desk';

const desk = withTabDesk();
const summaries = (practice: string) => [...desk.test.app.desk.all(practice)] as unknown as readonly Readonly<Record<string, unknown>>[];

beforeAll(async () => {
  const { test } = desk;
  const { bob, carol, fay } = test.people;
  await test.perform('erik', 'groups.change', test.groups.network.id, { memberIds: [bob.id, carol.id, fay.id] });
  const shift = (name: string, memberIds: readonly string[], weekly: object) =>
    test.perform('carol', 'shifts.add', undefined, { name, groupId: test.groups.network.id, level: 'work', zone: 'Europe/Berlin', weekly, memberIds });
  await shift('Day', [bob.id], { mon: [['09:00', '18:00']], tue: [['09:00', '18:00']], wed: [['09:00', '18:00']] });
  await shift('Night', [carol.id, fay.id], { mon: [['17:30', '24:00']], tue: [['00:00', '08:00'], ['18:00', '24:00']] });
  for (const title of ['Branch office is offline', 'Switch room is hot']) await test.perform('bob', 'tickets.take', await test.report({ title, reach: 'everyone', work: 'stopped' }));
});

test('a shift is handed over on its page and accepted on it', async () => {
  const { test } = desk;
  const page = await desk.openAs('bob', '#/duty');
  await page.getByRole('button', { name: 'Hand over my shift' }).click();
  const handover = page.getByTestId('handover');
  await handover.waitFor();
  const [id] = summaries('handovers').map((entry) => String(entry['id']));
  await page.getByRole('button', { name: /^Note on INC0000001/ }).click();
  await page.getByRole('dialog').getByRole('textbox').fill('The carrier calls back at seven.');
  await page.getByRole('dialog').getByRole('button', { name: 'Add note' }).click();
  await handover.getByText('The carrier calls back at seven.').first().waitFor();
  await handover.locator('[data-item="INC0000002"]').getByRole('checkbox', { name: 'Goes to the next shift' }).click();
  await handover.locator('[data-item="INC0000002"][data-outcome="kept"]').waitFor();
  await page.getByRole('button', { name: 'Hand over', exact: true }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Hand over', exact: true }).click();
  await page.locator('[data-testid="handover"][data-state="handedOver"]').waitFor();

  // The link of a card.
  const other = await desk.openAs('fay', `#/tickets/${id}`);
  await other.getByText('The carrier calls back at seven.').first().waitFor();
  expect(await seriousFindings(other)).toEqual([]);
  await other.getByRole('button', { name: 'Accept INC0000001' }).click();
  await other.locator('[data-item="INC0000001"][data-outcome="accepted"]').waitFor();
  await page.locator('[data-item="INC0000001"][data-outcome="accepted"]').waitFor();
  expect((await test.app.open(id!, test.actor('fay')))).toMatchObject({ record: { state: 'partlyAccepted', openCount: 0 } });
});

test('a swap is proposed, seen and taken; gaps and overlaps are listed', async () => {
  const page = await desk.openAs('bob', '#/duty');
  const group = page.locator(`[data-group="${desk.test.groups.network.id}"]`);
  await group.getByTestId('overlaps').getByText('Day, Night', { exact: false }).first().waitFor();
  await group.getByTestId('gaps').getByRole('listitem').first().waitFor();
  for (const theme of THEMES) {
    await showIn(page, theme);
    expect({ theme, findings: await seriousFindings(page) }).toEqual({ theme, findings: [] });
  }
  await group.getByRole('button', { name: /^Swap: Bob Brown, Wed/ }).click();
  const form = page.getByRole('dialog');
  await form.getByRole('combobox', { name: 'Who takes over' }).click();
  await page.getByRole('option', { name: 'Fay Fischer' }).click();
  await form.getByRole('button', { name: 'Propose a swap' }).click();
  await group.getByTestId('swaps').getByText('Fay Fischer for Bob Brown').waitFor();

  const other = await desk.openAs('fay', '#/duty');
  await other.getByRole('button', { name: 'Take the shift' }).click();
  await expectSoon(async () => summaries('shifts').flatMap((shift) => (shift['swaps'] ?? []) as readonly { readonly inId: string }[]).map(({ inId }) => inId), [desk.test.people.fay.id]);
  await other.getByRole('list', { name: 'On duty: Network' }).getByRole('listitem').filter({ hasText: 'Wed' }).getByText('Fay Fischer').first().waitFor();
});
