// If this fails, an approver cannot decide on a change in Microsoft's own client: the card is not drawn, or its buttons do nothing.
import type { ChangeView } from '../../shared/changes';
import { createChangeDesk } from '../_support/change-desk';
import type { Playground } from '../_support/playground';
import { readUntil, withPlaygroundDesk } from '../_support/playground-desk';

const desk = withPlaygroundDesk(createChangeDesk);
let carol: Playground;

beforeAll(async () => {
  carol = await desk.open('carol');
});

const inDays = (days: number, hours: number): string => new Date(desk.test.clock.now().getTime() + days * 86_400_000 + hours * 3_600_000).toISOString();
const becomes = (id: string, state: ChangeView['state']): Promise<ChangeView> => readUntil(() => desk.test.open(id, 'mona'), (view) => view.state === state);

test('the question arrives in the personal chat with all that is needed, and one press decides', async () => {
  await carol.see(/my tickets/i);
  const { id } = await desk.test.submitted({ plannedStart: inDays(2, 0), plannedEnd: inDays(2, 2), title: 'Update the web server' });
  await carol.see('Your decision is needed');
  await carol.see('Install the packages.');
  await carol.picture('1-question');
  await carol.press('Approve');
  await carol.see('Carol Clark: approved');
  await carol.picture('2-approved');
  const view = await becomes(id, 'authorize');
  expect(view.steps[0]?.votes).toMatchObject([{ name: 'Carol Clark', decision: 'approved' }]);
});

test('a refusal is written in the card, and reaches the change', async () => {
  const { id } = await desk.test.submitted({ plannedStart: inDays(4, 0), plannedEnd: inDays(4, 2), title: 'Replace the web server' });
  await carol.see('Replace the web server');
  await carol.press('Refuse');
  await carol.fill('Reason', 'The way back is not clear.');
  await carol.picture('3-refusing');
  await carol.press('Refuse');
  await carol.see('Carol Clark: refused – The way back is not clear.');
  await carol.picture('4-refused');
  const view = await becomes(id, 'new');
  expect(view.steps[0]?.votes).toMatchObject([{ name: 'Carol Clark', decision: 'rejected', comment: 'The way back is not clear.' }]);
});

test('the high risk is confirmed in the card, because this client has no dialogs', async () => {
  const risky = { isOutage: true, outageMinutes: 30, reach: 'all', isVendorInvolved: true, isBackoutTested: false, experience: '3', complexity: '3', recoverability: '3', testing: '3', visibility: '3', coordination: '3' };
  const { id } = await desk.test.submitted({ ...risky, plannedStart: inDays(6, 0), plannedEnd: inDays(6, 2), title: 'Move payroll' });
  await carol.see('Move payroll');
  await carol.picture('5-risky');
  await carol.page.getByText('...', { exact: true }).last().click();
  await carol.page.getByText('Approve without a dialog').last().click();
  await carol.fill('Comment', 'Tested twice.');
  await carol.picture('6-confirming');
  await carol.press('Yes, approve');
  await carol.see('Carol Clark: approved – Tested twice.');
  const view = await becomes(id, 'authorize');
  expect(view.steps[0]?.votes).toMatchObject([{ name: 'Carol Clark', comment: 'Tested twice.' }]);
});
