import type { RecordStep, RegisterStep } from '../plan';
import { toBoard, toChange, toFreeze, toGroup, toItem, toPerson, toService } from '../reference';
import { changeSteps } from './change-script';
import { momentsAround, type Moments } from './moments';
import { ITEMS, SERVICES } from './register';
import { freezesAround, MAINTENANCE_WINDOWS, POLICIES } from './rules';
import { changesAround } from './stories';
import { TEMPLATES, type DemoTemplate } from './templates';

const ZONE = 'Europe/Berlin';

/** The advisory board: it decides, and works on nothing. */
export const BOARD_GROUP = {
  key: 'cab', name: 'Change Advisory Board', purpose: 'Decides about changes with a high risk, every Thursday.', isBoard: true, leadKeys: ['thomas.lindner'],
  memberKeys: ['thomas.lindner', 'carol.jansen', 'anna.petrova', 'stefan.vogel', 'ulrike.maurer', 'ingrid.solberg', 'marieke.devries'],
} as const;

type Add = (practice: string, key: string, input: RegisterStep['input']) => RegisterStep;

/** Services, items, policies, freezes, windows and the board, each after what it points at. */
export function changeRegisters(now: Date, add: Add): readonly RegisterStep[] {
  const { date } = momentsAround(now);
  const { key, memberKeys, leadKeys, ...group } = BOARD_GROUP;
  return [
    add('groups', `group:${key}`, { ...group, memberIds: memberKeys.map(toPerson), leadIds: leadKeys.map(toPerson) }),
    ...SERVICES.map(({ key: name, ownerKey, groupKey, ...service }) => add('services', `service:${name}`, { ...service, ownerId: toPerson(ownerKey), groupId: toGroup(groupKey) })),
    ...ITEMS.map(({ key: name, groupKey, serviceKeys, parentKeys, ...item }) =>
      add('items', `item:${name}`, { ...item, groupId: toGroup(groupKey), ...(serviceKeys && { serviceIds: serviceKeys.map(toService) }), ...(parentKeys && { parentIds: parentKeys.map(toItem) }) }),
    ),
    ...POLICIES.map(({ key: name, ...policy }) => add('approvalPolicies', `policy:${name}`, { ...policy })),
    ...freezesAround(date).map(({ key: name, ...freeze }) => add('freezes', `freeze:${name}`, { ...freeze, zone: ZONE })),
    ...MAINTENANCE_WINDOWS.map(({ key: name, ...window }) => add('maintenanceWindows', `window:${name}`, { ...window, zone: ZONE })),
    add('boards', 'board:cab', {
      name: 'Change Advisory Board', groupId: toGroup('cab'), chairIds: [toPerson('carol.jansen')], zone: ZONE, occurrences: [{ kind: 'weekly', days: ['thu'], from: '14:00', to: '15:00' }], minutesPerItem: 10,
    }),
  ];
}

function templateSteps({ key, name, nameDe, purpose, classes, groupKey, ownerKey, maxMinutes, plan, tasks, evidence, isOutage, state }: DemoTemplate, moments: Moments): readonly RecordStep[] {
  const record = `template:${key}`;
  const values = {
    reason: purpose, implementationPlan: plan[0], testPlan: plan[1], backoutPlan: plan[2], isBackoutTested: true, impact: isOutage ? 'A short outage in the window.' : 'Nobody should notice.', reach: 'few',
    isOutage: isOutage ?? false, ...(isOutage && { outageMinutes: 15 }), groupId: toGroup(groupKey),
  };
  const input = {
    name, nameDe, purpose, values, lockedFields: ['implementationPlan', 'testPlan', 'backoutPlan', 'groupId'], allowedClasses: classes, maxMinutes, tasks: tasks.join('\n'), evidence, ownerId: toPerson(ownerKey),
  };
  const steps: RecordStep[] = [{ at: moments.workday(-60, '10:00'), by: ownerKey, action: 'changeTemplates.add', record, input }];
  if (state === 'draft') return steps;
  const isNew = state === 'proposed';
  const reason = 'Done this way for years, by the same people, without any trouble that anybody remembers.';
  steps.push({ at: moments.workday(isNew ? -2 : -58, '11:00'), by: ownerKey, action: 'changeTemplates.propose', record, input: { reason } });
  const decider = ownerKey === 'anna.petrova' ? 'carol.jansen' : 'anna.petrova';
  return isNew ? steps : [...steps, { at: moments.workday(-58, '15:30'), by: decider, action: 'changeTemplates.approve', record, input: { comment: 'Fine as a standard change.' }, isVote: true }];
}

/** Found by the network team: a rule that nobody had announced. */
const unauthorized = (moments: Moments): readonly RecordStep[] => [{
  at: moments.workday(-1, '11:20'), by: 'kasia.nowak', action: 'changes.recordDone', record: 'change:found-rule',
  input: {
    title: 'Firewall rule in Rotterdam that nobody had announced', reason: 'Found while looking for something else: a supplier was let in for a test.', itemIds: [toItem('firewall-rtm')], groupId: toGroup('network'),
    actualStart: moments.workday(-8, '16:00'), actualEnd: moments.workday(-8, '16:10'), outcome: 'withIssues', isUnauthorized: true, emergencyReason: 'imminentFailure',
  },
}];

/** The plan of the tax rates was changed after two had agreed; the scanners lie in the peak week. */
const afterwards = (moments: Moments): readonly RecordStep[] => [
  {
    at: moments.before(200), by: 'marco.conti', action: 'changes.edit', record: 'change:erp-tax',
    input: { implementationPlan: 'Import the transport. Run the report that lists all rates. New: also change the rates of the Polish branch.' },
  },
  {
    at: moments.before(160), by: 'pieter.bakker', action: 'freezeExceptions.request', record: 'exception:scanner-profile',
    input: { changeId: toChange('scanner-profile'), freezeId: toFreeze('peak'), reason: 'The old encryption is switched off on the Monday after; without the profile no scanner connects.' },
  },
  {
    at: moments.before(150), by: 'carol.jansen', action: 'meetings.plan', record: 'meeting:next',
    input: { boardId: toBoard('cab'), startsAt: moments.on(moments.daysTo(4, 1), '14:00'), note: 'Please have a look at the switch beforehand.' },
  },
];

/** Templates, changes, exceptions and the next meeting, in the order in which they happened. */
export function planChanges(now: Date): readonly RecordStep[] {
  const moments = momentsAround(now);
  const told = [...TEMPLATES.flatMap((template) => templateSteps(template, moments)), ...changesAround(moments).flatMap((change) => changeSteps(change, moments)), ...unauthorized(moments)];
  // Node sorts stably: what happens at the same moment keeps its order.
  return [...told.sort((left, right) => (left.at < right.at ? -1 : left.at > right.at ? 1 : 0)), ...afterwards(moments)].filter(({ at }) => at <= moments.now);
}
