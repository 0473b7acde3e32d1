// If this fails, a standard change does what nobody has approved: other items, other plans, longer, or from a template that is over.
import { givenDesk, NOW, type Desk } from './given-changes';
import { PLANS } from './model-moves';
import { ID, ITEM, TIMES, WINDOWS } from './model-world';

const TEMPLATE = 'TPL0000001';
const OTHER = 'CIT0000009';

function deskWith(template: object = {}): Desk {
  const desk = givenDesk();
  desk.put('items', { id: OTHER, name: 'SW-01', class: 'network', environment: 'test', criticality: 'low' });
  desk.put('changeTemplates', {
    id: TEMPLATE, name: 'Patching', state: 'approved', values: { implementationPlan: PLANS[0], backoutPlan: 'Restore.', testPlan: 'Look.', groupId: undefined },
    lockedFields: ['implementationPlan', 'backoutPlan'], allowedClasses: ['database'], maxMinutes: 120, tasks: 'Warn the users\n\n Patch ', expiresAt: '2027-01-01T00:00:00.000Z', ...template,
  });
  return desk;
}

const BARE = { type: 'standard', templateId: TEMPLATE, title: 'Patch', itemIds: [ITEM], implementerId: ID.implementer, ...WINDOWS[0] };
const propose = (desk: Desk, input: object = {}, at: string = NOW) => desk.try(undefined, 'propose', 'requester', { ...BARE, ...input }, at);
const standard = (desk: Desk, input: object = {}) => desk.after(undefined, 'propose', 'requester', { ...BARE, ...input });
const scheduled = (desk: Desk) => desk.after(standard(desk), 'submit', 'requester');

it('starts with the values and tasks of its template and goes straight onto its place', () => {
  const desk = deskWith();
  const change = scheduled(desk);
  expect(change).toMatchObject({ state: 'scheduled', implementationPlan: PLANS[0], approval: { steps: [] } });
  expect(change.tasks.map(({ title, state }) => [title, state])).toEqual([['Warn the users', 'open'], ['Patch', 'open']]);
});

it.each<[string, object, object, string]>([
  ['it is only proposed', { state: 'proposed' }, {}, 'changes.templateNotUsable templateId notFound'],
  ['it is suspended', { state: 'suspended' }, {}, 'changes.templateNotUsable templateId notFound'],
  ['it has expired', { expiresAt: NOW }, {}, 'changes.templateNotUsable templateId notFound'],
  ['the item is of another class', {}, { itemIds: [ITEM, OTHER] }, 'changes.itemNotAllowed itemIds notOffered'],
  ['only one item is allowed', { allowedClasses: undefined, allowedItemIds: [OTHER] }, {}, 'changes.itemNotAllowed itemIds notOffered'],
  ['the window is a minute too long', {}, { plannedEnd: '2026-03-04T22:01:00.000Z' }, 'changes.tooLong plannedEnd tooLate'],
  ['a locked field says something else', {}, { implementationPlan: PLANS[1] }, 'changes.fieldLocked implementationPlan locked'],
])('is refused when %s', (_why, template, input, expected) => {
  const tried = propose(deskWith(template), input);
  expect('refused' in tried ? [tried.refused, ...tried.problems].join(' ') : 'done').toBe(expected);
});

it('takes any item where the template names none, and an item that is allowed by name beside a class', () => {
  expect(propose(deskWith({ allowedClasses: undefined }), { itemIds: [OTHER] })).toHaveProperty('change');
  expect(propose(deskWith({ allowedItemIds: [OTHER] }), { itemIds: [OTHER, ITEM] })).toHaveProperty('change');
});

it('a locked field can be neither rewritten nor emptied later; others can be rewritten', () => {
  const desk = deskWith();
  const change = standard(desk);
  expect(desk.refusal(change, 'edit', 'requester', { implementationPlan: PLANS[1] })).toBe('changes.fieldLocked implementationPlan locked');
  expect(desk.refusal(change, 'edit', 'requester', { clear: ['backoutPlan'] })).toBe('changes.fieldLocked backoutPlan locked');
  expect(desk.refusal(change, 'edit', 'requester', { testPlan: 'Look twice.', clear: ['description'] })).toBe('done');
});

it('what was decided about with a template is not done once that is suspended or over', () => {
  const desk = deskWith();
  const change = scheduled(desk);
  const held = desk.after(change, 'hold', 'requester', { reason: 'supplier' });
  desk.put('changeTemplates', { id: TEMPLATE, state: 'suspended' });
  expect(desk.refusal(change, 'start', 'implementer', {}, TIMES[2])).toBe('changes.templateNotUsable templateId notFound');
  expect(desk.refusal(standard(deskWith()), 'submit', 'requester', {}, '2027-01-01T00:00:00.000Z')).toContain('changes.windowPast');
  desk.put('freezes', { id: 'FRZ0000001', name: 'Now', zone: 'UTC', occurrences: [{ kind: 'once', from: '2026-03-04T00:00', to: '2026-03-05T00:00' }] });
  const resumed = desk.after(held, 'resume', 'requester');
  expect(resumed.state).toBe('authorize');
  expect(desk.refusal(resumed, 'schedule', 'requester')).toBe('changes.templateNotUsable templateId notFound');
});
