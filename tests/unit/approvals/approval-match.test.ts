// If this fails, a change is decided by people whom no policy names, or the tab promises others than those who are asked.
import { decidingRows, wantedSteps } from '../../../shared/approvals';
import type { PolicyRow } from '../../../shared/approvals/approval-match-views';

const step = (id: string, stage = 1) => ({ id, stage, from: [{ kind: 'role' as const, role: 'changeManagers' as const }], quorum: { mode: 'any' as const } });
const row = (name: string, more: Partial<PolicyRow>): PolicyRow & { readonly name: string } => ({ id: name, name, subject: 'changes', table: 'risk', order: 1, retired: false, ...more });
const low = row('low', { order: 10, conditions: [[{ field: 'risk', is: ['low'] }]], steps: [step('peer')] });
const rest = row('rest', { order: 20, steps: [step('board', 2)] });
const regulated = row('regulated', { table: 'extra', conditions: [[{ field: 'isRegulated', is: ['true'] }]], steps: [step('security'), step('board', 2)] });
const names = (rows: readonly { readonly name: string }[]) => rows.map(({ name }) => name);

it('of each table the first row that holds counts, in the order of the table', () => {
  expect(names(decidingRows([rest, low], 'changes', { risk: 'low' }))).toEqual(['low']);
  expect(names(decidingRows([rest, low], 'changes', { risk: 'high' }))).toEqual(['rest']);
  expect(names(decidingRows([rest, low, regulated], 'changes', { risk: 'low', isRegulated: 'true' })).sort()).toEqual(['low', 'regulated']);
});

it('retired rows and those about something else do not count', () => {
  expect(decidingRows([row('old', { retired: true }), row('other', { subject: 'freezeExceptions' })], 'changes', {})).toEqual([]);
});

it('steps of one name from several tables are one step, with every reason', () => {
  const wanted = wantedSteps([rest, low, regulated], 'changes', { risk: 'high', isRegulated: 'true' });
  expect(wanted.map(({ id, stage }) => [id, stage])).toEqual([['security', 1], ['board', 2]]);
  expect(wanted[1]?.because).toEqual([{ field: 'isRegulated', value: 'true' }]);
});

it('a row without steps decides that nobody has to decide', () => {
  expect(wantedSteps([row('nobody', { order: 1 }), rest], 'changes', {})).toEqual([]);
});
