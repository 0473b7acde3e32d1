// If this fails, an edit leaves consent to something that is no longer written, or takes away consent that has nothing to do with it.
import { changeFields, type Change } from '../../../shared/changes';
import { givenDesk } from './given-changes';
import { answers } from './model-moves';
import { ID, ITEM, NETWORK, WINDOWS } from './model-world';

const PARTS = ['plan', 'scope', 'items', 'window', 'risk'] as const;

/** For each field another value than it has, and whose consent goes with it. `all` agreed to everything, `nothing` to none of it. */
const TABLE: Readonly<Record<keyof typeof changeFields, readonly [input: object, voided: readonly string[]]>> = {
  title: [{ title: 'Other' }, []],
  description: [{ description: 'Other' }, []],
  reason: [{ reason: 'Other' }, []],
  categoryId: [{ categoryId: 'CAT0000001' }, []],
  groupId: [{ groupId: 'GRP0000003' }, []],
  implementerId: [{ implementerId: ID.second }, []],
  serviceIds: [{ serviceIds: ['SVC0000001'] }, ['items', 'all']],
  itemIds: [{ itemIds: [ITEM, 'CIT0000002'] }, ['items', 'all']],
  plannedStart: [{ plannedStart: '2026-03-04T20:30:00.000Z' }, ['window', 'all']],
  plannedEnd: [{ plannedEnd: '2026-03-04T21:30:00.000Z' }, ['window', 'all']],
  implementationPlan: [{ implementationPlan: 'Other' }, ['plan', 'all']],
  testPlan: [{ testPlan: 'Other' }, ['plan', 'all']],
  backoutPlan: [{ backoutPlan: 'Other' }, ['plan', 'all']],
  isBackoutTested: [{ isBackoutTested: false }, ['plan', 'all']],
  impact: [{ impact: 'Other' }, ['scope', 'all']],
  reach: [{ reach: 'many' }, ['scope', 'all']],
  isOutage: [{ isOutage: true }, ['scope', 'all']],
  outageMinutes: [{ outageMinutes: 7 }, ['scope', 'all']],
  isVendorInvolved: [{ isVendorInvolved: true }, ['scope', 'all']],
  experience: [{ experience: '1' }, ['risk', 'all']],
  complexity: [{ complexity: '1' }, ['risk', 'all']],
  recoverability: [{ recoverability: '1' }, ['risk', 'all']],
  testing: [{ testing: '1' }, ['risk', 'all']],
  visibility: [{ visibility: '1' }, ['risk', 'all']],
  coordination: [{ coordination: '1' }, ['risk', 'all']],
};

function agreed(field = '') {
  const desk = givenDesk();
  const step = (id: string, binds?: readonly string[]) => ({ id, stage: 1, from: [{ kind: 'person', personId: ID.manager1 }], quorum: { mode: 'any' }, ...(binds && { binds }) });
  desk.put('approvalPolicies', { id: 'POL0000001', conditions: undefined, steps: [...PARTS.map((part) => step(part, [part])), step('all'), step('nothing', [])] });
  desk.put('approvalPolicies', { id: 'POL0000002', retired: true });
  desk.put('settings', { id: 'SET0000001', changes: { thresholds: { moderate: 50, high: 60, veryHigh: 70 }, confirmFrom: 'never', samplePercent: 0 } });
  desk.put('categories', { id: 'CAT0000001', name: 'Other' });
  desk.put('groups', { id: 'GRP0000003', name: 'Other', memberIds: [ID.implementer] });
  desk.put('items', { id: 'CIT0000002', name: 'DB-02', class: 'database', environment: 'test', criticality: 'low', groupId: NETWORK });
  const open = desk.submitted({ isOutage: field !== 'isOutage', ...(field !== 'isOutage' && { outageMinutes: 5 }) });
  const scheduled = [...PARTS, 'all', 'nothing'].reduce<Change>((change, id) => desk.vote(change, 'manager1', id), open);
  return { desk, scheduled };
}

const voidedIn = (change: Change): readonly string[] => (change.approval?.steps ?? []).filter(({ votes }) => votes.length === 0).map(({ id }) => id);

it('knows every field', () => {
  expect(Object.keys(TABLE).sort()).toEqual(Object.keys(changeFields).sort());
});

it.each(Object.entries(TABLE))('%s', (field, [input, voided]) => {
  const { desk, scheduled } = agreed(field);
  expect([scheduled.state, voidedIn(scheduled)]).toEqual(['scheduled', []]);
  const more = field === 'isOutage' ? { outageMinutes: 5 } : {};
  const edited = desk.after(scheduled, 'edit', 'requester', { ...more, ...input });
  expect(voidedIn(edited)).toEqual(voided);
  expect(edited.state).toBe(voided.length > 0 ? 'authorize' : 'scheduled');
  expect(edited.edits.map(({ voided: lost }) => lost.map(({ stepId }) => stepId))).toEqual(voided.length > 0 ? [voided] : []);
  // Cards of those who decide again are new ones; the others may keep theirs.
  const tokens = (change: Change) => new Map(change.approval?.steps.map(({ id, seats }) => [id, seats[0]?.token]));
  const changed = [...tokens(edited)].filter(([id, token]) => tokens(scheduled).get(id) !== token).map(([id]) => id);
  expect(changed).toEqual(voided);
});

it('emptying a field is a change of it, too', () => {
  const { desk, scheduled } = agreed();
  expect(voidedIn(desk.after(scheduled, 'edit', 'requester', { clear: ['experience'] }))).toEqual(['risk', 'all']);
});

it('another level of risk is a change of the risk, whatever it came from', () => {
  const { desk, scheduled } = agreed();
  desk.put('settings', { id: 'SET0000001', changes: { thresholds: { moderate: 2, high: 60, veryHigh: 70 }, confirmFrom: 'never', samplePercent: 0 } });
  expect(voidedIn(desk.after(scheduled, 'edit', 'requester', { reach: 'many' }))).toEqual(['scope', 'risk', 'all']);
});

it('the same values again change nothing', () => {
  const { desk, scheduled } = agreed();
  expect(desk.refusal(scheduled, 'edit', 'requester', { ...answers('0'), ...WINDOWS[0] })).toBe('kernel.nothingChanged');
  expect(desk.refusal(scheduled, 'reschedule', 'requester', WINDOWS[0])).toBe('kernel.nothingChanged');
});
