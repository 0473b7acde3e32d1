import { createDesk } from '../../../shared/app/desk';
import type { Directory } from '../../../shared/catalog';
import { systemActor, type Actor, type Role, type Summary } from '../../../shared/kernel';

/** The instants between which a model moves: before everything, just before the first window and in it, then the same of the second, then after. */
export const TIMES = [
  '2026-03-02T09:00:00.000Z', '2026-03-04T19:50:00.000Z', '2026-03-04T20:30:00.000Z', '2026-03-05T19:50:00.000Z', '2026-03-05T20:30:00.000Z', '2026-03-05T21:30:00.000Z',
  '2026-03-07T09:00:00.000Z',
] as const;

export interface Window {
  readonly plannedStart: string;
  readonly plannedEnd: string;
}
export const WINDOWS: readonly [first: Window, second: Window] = [
  { plannedStart: '2026-03-04T20:00:00.000Z', plannedEnd: '2026-03-04T22:00:00.000Z' },
  { plannedStart: '2026-03-05T20:00:00.000Z', plannedEnd: '2026-03-05T22:00:00.000Z' },
];

/** The freeze ends where the first window begins, and covers the second one. */
export const FROZEN: readonly (readonly [from: string, to: string])[] = [
  ['2026-03-04T19:00:00.000Z', '2026-03-04T20:00:00.000Z'], ['2026-03-05T00:00:00.000Z', '2026-03-06T00:00:00.000Z'],
];
/** The exception is for the second window, and does not live until its end. */
export const EXCEPTION = { from: WINDOWS[1].plannedStart, to: WINDOWS[1].plannedEnd, expiresAt: '2026-03-05T21:00:00.000Z' };

export const NETWORK = 'GRP0000001';
export const ITEM = 'CIT0000001';
export const CHANGE = 'CHG0000001';
const SERVICE = 'SVC0000001';
const DESK = 'GRP0000002';

export type Who = 'requester' | 'implementer' | 'second' | 'peer' | 'manager1' | 'manager2' | 'owner' | 'forPeer' | 'forManager' | 'forOwner' | 'outsider' | 'system';

/** Decided the exception, and may become the implementer: then it is none. */
export const EXCEPTION_DECIDER: Who = 'second';

interface Sketch {
  readonly roles?: readonly Role[];
  readonly groupIds?: readonly string[];
  /** Who named them as a substitute. */
  readonly actsFor?: readonly Who[];
  readonly managedBy?: Who;
}

/**
 * `second` is a peer and may become the implementer. The requester and the implementer are substitutes of people who decide, and
 * managers of such people: whoever does not answer in time is passed over to them.
 */
const PEOPLE: Readonly<Record<Exclude<Who, 'system'>, Sketch>> = {
  requester: { groupIds: [DESK], actsFor: ['manager1', 'owner', 'peer'] },
  implementer: { groupIds: [NETWORK], actsFor: ['manager2', 'peer'] },
  second: { groupIds: [NETWORK], actsFor: ['manager1'] },
  peer: { groupIds: [NETWORK], managedBy: 'requester' },
  manager1: { roles: ['changeManager'], managedBy: 'implementer' },
  manager2: { roles: ['changeManager'], managedBy: 'second' },
  owner: { managedBy: 'outsider' },
  forPeer: { groupIds: [DESK], actsFor: ['peer'] },
  forManager: { actsFor: ['manager1', 'manager2'] },
  forOwner: { actsFor: ['owner'] },
  outsider: {},
};

const names = Object.keys(PEOPLE) as Exclude<Who, 'system'>[];
export const ID = Object.fromEntries(names.map((who, index) => [who, `PER00000${String(index + 1).padStart(2, '0')}`])) as Readonly<Record<Who, string>>;

export const ACTORS: ReadonlyMap<Who, Actor> = new Map<Who, Actor>([
  ...names.map((who): [Who, Actor] => {
    const { roles = [], groupIds = [], actsFor = [] } = PEOPLE[who];
    const all: readonly Role[] = ['employee', ...(groupIds.length > 0 ? (['agent'] as const) : []), ...roles];
    return [who, { id: ID[who], name: who, roles: all, groupIds, leadsGroupIds: [], actsFor: actsFor.map((other) => ID[other]), channel: 'card', language: 'en', zone: 'UTC' }];
  }),
  ['system', systemActor('job')],
]);

/** Who decides each step, as the policies below say: told again by hand, for the check. */
export const SEATS: Readonly<Record<string, readonly Who[]>> = { peer: ['implementer', 'second', 'peer'], changeManager: ['manager1', 'manager2'], owner: ['owner'] };
export const STEPS: Readonly<Record<'low' | 'veryHigh', readonly { readonly id: string; readonly binds: readonly string[]; readonly needs: number }[]>> = {
  low: [{ id: 'peer', binds: ['plan', 'items'], needs: 1 }, { id: 'changeManager', binds: ['plan', 'items', 'window', 'risk'], needs: 1 }],
  veryHigh: [
    { id: 'peer', binds: ['plan', 'items'], needs: 1 }, { id: 'owner', binds: ['window', 'risk'], needs: 1 },
    { id: 'changeManager', binds: ['plan', 'items', 'window', 'risk'], needs: 2 },
  ],
};
/** Whose substitutes and, once nobody answered in time, whose managers may vote instead of them. */
export const substitutesOf = (who: Who): readonly Who[] => names.filter((other) => PEOPLE[other].actsFor?.includes(who));
export const managerOf = (who: Who): Who | undefined => (who === 'system' ? undefined : PEOPLE[who].managedBy);

const TIMED = { remindAfterHours: 8, escalateAfterHours: 24, expireAfterHours: 72 };
const peers = { id: 'peer', stage: 1, from: [{ kind: 'role', role: 'itemGroups' }], quorum: { mode: 'any' }, binds: ['plan', 'items'], ...TIMED };
const POLICIES = [
  { risk: ['low', 'moderate'], steps: [peers, { id: 'changeManager', stage: 2, from: [{ kind: 'role', role: 'changeManagers' }], quorum: { mode: 'any' }, escalateAfterHours: 24 }] },
  { risk: ['high', 'veryHigh'], steps: [
    peers, { id: 'owner', stage: 2, from: [{ kind: 'role', role: 'serviceOwners' }], quorum: { mode: 'all' }, binds: ['window', 'risk'] },
    { id: 'changeManager', stage: 2, from: [{ kind: 'role', role: 'changeManagers' }], quorum: { mode: 'nOf', count: 2 }, escalateAfterHours: 24 },
  ] },
];

/** What can be different around the change. */
export interface Around {
  readonly isFrozen: boolean;
  readonly isExcepted: boolean;
  /** Somebody else works on the same item in the first window. */
  readonly hasRival: boolean;
}

export type Put = (practice: string, entry: Record<string, unknown> & { readonly id: string }) => void;

/** The organization, with the calendar as it is around the change; `put` adds to it or changes it. */
export function organizationFor(around: Around): { readonly directory: Directory; readonly put: Put } {
  const desk = createDesk();
  let versions = 0;
  const put: Put = (practice, entry) => {
    versions += 1;
    const summary = { createdAt: TIMES[0], updatedAt: TIMES[0], retired: false, ...desk.get(entry.id), ...entry, version: versions, practice } as unknown as Summary;
    desk.apply({ practice, id: entry.id, version: versions, active: true, summary, types: [], at: TIMES[0], by: 'system' });
  };
  for (const who of names) {
    const { roles, managedBy } = PEOPLE[who];
    put('people', { id: ID[who], name: who, mail: `${who}@x.example`, ...(roles && { roles }), ...(managedBy && { managerId: ID[managedBy] }) });
  }
  const memberIds = (groupId: string): readonly string[] => names.filter((who) => PEOPLE[who].groupIds?.includes(groupId)).map((who) => ID[who]);
  put('groups', { id: NETWORK, name: 'Network', memberIds: memberIds(NETWORK) });
  put('groups', { id: DESK, name: 'Service Desk', memberIds: memberIds(DESK) });
  put('services', { id: SERVICE, name: 'Payroll', tier: 'tier2', ownerId: ID.owner });
  put('items', { id: ITEM, name: 'DB-01', class: 'database', environment: 'test', criticality: 'low', groupId: NETWORK, serviceIds: [SERVICE] });
  POLICIES.forEach(({ risk, steps }, index) => {
    put('approvalPolicies', { id: `POL000000${index + 1}`, name: risk[0], subject: 'changes', table: 'base', order: index + 1, conditions: [[{ field: 'risk', is: risk }]], steps });
  });
  put('settings', { id: 'SET0000001', name: 'main', changes: { samplePercent: 0 } });
  const local = (instant: string): string => instant.slice(0, 16);
  if (around.isFrozen) {
    put('freezes', { id: 'FRZ0000001', name: 'Year end', zone: 'UTC', occurrences: FROZEN.map(([from, to]) => ({ kind: 'once', from: local(from), to: local(to) })) });
  }
  if (around.isExcepted) {
    put('freezeExceptions', { id: 'FEX0000001', state: 'approved', exemption: { exceptionId: 'FEX0000001', changeId: CHANGE, freezeId: 'FRZ0000001', deciderIds: [ID[EXCEPTION_DECIDER]], ...EXCEPTION } });
  }
  if (around.hasRival) {
    const [{ plannedStart: from, plannedEnd: to }] = WINDOWS;
    put('changes', { id: 'CHG0000002', itemIds: [ITEM], booking: { changeId: 'CHG0000002', itemIds: [ITEM], from, to } });
  }
  return { directory: desk.directory, put };
}

const built = new Map<string, Directory>();

export function directoryFor(around: Around): Directory {
  const key = JSON.stringify([around.isFrozen, around.isExcepted, around.hasRival]);
  const known = built.get(key) ?? organizationFor(around).directory;
  built.set(key, known);
  return known;
}
