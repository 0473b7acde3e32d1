import { systemActor, type Actor, type Channel, type RecordView } from '../../shared/kernel';
import { actorIn } from '../../shared/catalog';
import type { ChangeView } from '../../shared/changes';
import type { Person } from '../../shared/people';
import type { PersonKey } from './people';
import { createTestApp, type TestApp, type TestAppOptions } from './test-app';

export type ChangePerson = PersonKey | 'mona' | 'nils' | 'olga' | 'paul';
export type ItemKey = 'database' | 'payroll' | 'web' | 'firewall';

/** A Wednesday night, two days after `TEST_NOW`. */
export const WINDOW = { plannedStart: '2026-03-04T20:00:00.000Z', plannedEnd: '2026-03-04T22:00:00.000Z' };
export const SECOND_WINDOW = { plannedStart: '2026-03-05T20:00:00.000Z', plannedEnd: '2026-03-05T22:00:00.000Z' };

const CALM = { experience: '0', complexity: '0', recoverability: '0', testing: '0', visibility: '0', coordination: '0' };

export interface ChangeDesk extends Omit<TestApp, 'actor' | 'perform' | 'people'> {
  readonly people: Readonly<Record<ChangePerson, Person>>;
  readonly items: Readonly<Record<ItemKey, string>>;
  readonly services: { readonly payroll: string };
  readonly board: string;
  actor(key: ChangePerson, channel?: Channel): Actor;
  /** Adds an entry of a register as Bellhop itself; returns its id. */
  add(register: string, input: object): Promise<string>;
  /** Performs and returns the record; throws with the refusal. The version is read where none is given. */
  perform(by: ChangePerson, action: string, record: RecordView | string | undefined, input?: object): Promise<ChangeView>;
  /** Like `perform`, but returns the code of the refusal; undefined when it was done. */
  refusal(by: ChangePerson, action: string, record: RecordView | string | undefined, input?: object): Promise<string | undefined>;
  open(id: string, by: ChangePerson): Promise<ChangeView>;
  /** A complete normal change of Bob on the web server: low risk unless the input says otherwise. */
  propose(input?: object, by?: ChangePerson): Promise<ChangeView>;
  /** The same, submitted. */
  submitted(input?: object, by?: ChangePerson): Promise<ChangeView>;
  /** Votes from the seat that is open for this person. */
  vote(by: ChangePerson, id: string, decision?: 'approve' | 'reject' | 'returnForInfo', more?: object, practice?: string): Promise<ChangeView>;
}

const POLICIES = [
  { name: 'Low', order: 10, conditions: [[{ field: 'type', is: ['normal'] }, { field: 'risk', is: ['low'] }]], steps: [
    { id: 'peer', stage: 1, from: [{ kind: 'role', role: 'itemGroups' }], quorum: { mode: 'any' }, binds: ['plan', 'items'], remindAfterHours: 8, escalateAfterHours: 24, expireAfterHours: 72 },
    { id: 'changeManager', stage: 2, from: [{ kind: 'role', role: 'changeManagers' }], quorum: { mode: 'any' } },
  ] },
  { name: 'Moderate', order: 20, conditions: [[{ field: 'type', is: ['normal'] }, { field: 'risk', is: ['moderate'] }]], steps: [
    { id: 'technical', stage: 1, from: [{ kind: 'role', role: 'itemGroups' }], quorum: { mode: 'any' }, binds: ['plan', 'items'] },
    { id: 'owner', stage: 2, from: [{ kind: 'role', role: 'serviceOwners' }], quorum: { mode: 'all' }, binds: ['scope', 'window', 'items', 'risk'] },
    { id: 'changeManager', stage: 2, from: [{ kind: 'role', role: 'changeManagers' }], quorum: { mode: 'any' } },
  ] },
  { name: 'Emergency', order: 5, conditions: [[{ field: 'type', is: ['emergency'] }]], steps: [
    { id: 'emergency', stage: 1, from: [{ kind: 'role', role: 'changeManagers' }], quorum: { mode: 'any' } },
  ] },
];

/** The test organization with people who manage changes, a small register of services and items, and policies for approvals. */
export async function createChangeDesk(options: TestAppOptions = {}): Promise<ChangeDesk> {
  const test = await createTestApp(options);
  const { app } = test;
  const system = systemActor('seed');

  async function add(register: string, input: object): Promise<string> {
    const performed = await app.perform({ action: `${register}.add`, input, actor: system });
    if ('refused' in performed) throw new Error(`${register}.add: ${JSON.stringify(performed.refused)}`);
    return performed.record.id;
  }

  const zone = 'Europe/Berlin';
  const newcomer = (name: string, digit: string, more: object): Promise<string> =>
    add('people', { name, mail: `${name.split(' ')[0]!.toLowerCase()}@contoso.example`, aadObjectId: `00000000-0000-4000-8000-0000000000${digit}`, language: 'en', zone, department: 'IT', ...more });
  const ids = {
    /** Change managers. */
    mona: await newcomer('Mona Meyer', 'a1', { roles: ['changeManager'] }),
    nils: await newcomer('Nils Novak', 'a2', { roles: ['changeManager'] }),
    /** Owns Payroll; on the board. */
    olga: await newcomer('Olga Olsen', 'a3', { managerId: test.people.dora.id }),
    /** On the board, in no other group. */
    paul: await newcomer('Paul Park', 'a4', { managerId: test.people.dora.id }),
  };
  const board = await add('groups', { name: 'Change Advisory Board', isBoard: true, memberIds: [ids.mona, ids.nils, ids.olga, ids.paul, test.people.carol.id], leadIds: [ids.mona] });
  await add('approvalPolicies', { name: 'High', subject: 'changes', table: 'base', order: 30, conditions: [[{ field: 'type', is: ['normal'] }, { field: 'risk', is: ['high', 'veryHigh'] }]], steps: [
    { id: 'technical', stage: 1, from: [{ kind: 'role', role: 'itemGroups' }], quorum: { mode: 'any' }, binds: ['plan', 'items'] },
    { id: 'board', stage: 2, from: [{ kind: 'group', groupId: board }], quorum: { mode: 'majority', atLeast: 3 } },
  ] });
  for (const policy of POLICIES) await add('approvalPolicies', { subject: 'changes', table: 'base', ...policy });
  await add('approvalPolicies', { name: 'Security', subject: 'changes', table: 'security', order: 10, conditions: [[{ field: 'isSecurityRelevant', is: ['true'] }]], steps: [
    { id: 'security', stage: 2, from: [{ kind: 'group', groupId: test.groups.security.id }], quorum: { mode: 'any' }, binds: ['plan', 'scope'] },
  ] });
  const network = test.groups.network.id;
  const payrollService = await add('services', { name: 'Payroll', nameDe: 'Gehaltsabrechnung', tier: 'tier1', ownerId: ids.olga, users: 900 });
  const database = await add('items', { name: 'DB-01', class: 'database', environment: 'production', criticality: 'high', groupId: network, serviceIds: [payrollService] });
  const items = {
    database,
    payroll: await add('items', { name: 'Payroll application', class: 'application', environment: 'production', criticality: 'medium', groupId: network, serviceIds: [payrollService], parentIds: [database] }),
    web: await add('items', { name: 'WEB-TEST', class: 'server', environment: 'test', criticality: 'low', groupId: network }),
    firewall: await add('items', { name: 'FW-01', class: 'network', environment: 'test', criticality: 'low', groupId: network, isSecurityRelevant: true }),
  };
  const people = { ...test.people, ...Object.fromEntries(Object.entries(ids).map(([key, id]) => [key, app.desk.directory.person(id)])) } as Record<ChangePerson, Person>;
  test.storage.takeCounts();

  const actor = (key: ChangePerson, channel: Channel = 'tab'): Actor => actorIn(app.desk.directory, people[key], channel, test.clock.now().toISOString());

  async function request(by: ChangePerson, action: string, record: RecordView | string | undefined, input: object) {
    const who = actor(by);
    const id = typeof record === 'string' ? record : record?.id;
    const current = typeof record === 'string' ? await app.open(record, who) : undefined;
    const version = typeof record === 'object' ? record.version : current && 'record' in current ? current.record.version : undefined;
    return app.perform({ action, id, version, input, actor: who });
  }

  async function perform(by: ChangePerson, action: string, record: RecordView | string | undefined, input: object = {}): Promise<ChangeView> {
    const performed = await request(by, action, record, input);
    if ('refused' in performed) throw new Error(`${by} ${action}: ${JSON.stringify(performed.refused)}`);
    return performed.record as ChangeView;
  }

  async function open(id: string, by: ChangePerson): Promise<ChangeView> {
    const opened = await app.open(id, actor(by));
    if ('refused' in opened) throw new Error(`${by} open ${id}: ${JSON.stringify(opened.refused)}`);
    return opened.record as ChangeView;
  }

  const propose: ChangeDesk['propose'] = (input = {}, by = 'bob') =>
    perform(by, 'changes.propose', undefined, {
      type: 'normal', title: 'Update the web server', reason: 'Security fixes', itemIds: [items.web], groupId: network, implementerId: people.bob.id, ...WINDOW,
      implementationPlan: 'Install the packages.', testPlan: 'Open the start page.', backoutPlan: 'Restore the snapshot.', isBackoutTested: true, impact: 'None.', reach: 'few', isOutage: false,
      ...CALM, ...input,
    });

  return {
    ...test, people, items, services: { payroll: payrollService }, board, actor, add, perform, open, propose,
    async refusal(by, action, record, input = {}) {
      const performed = await request(by, action, record, input);
      return 'refused' in performed ? performed.refused.code : undefined;
    },
    async submitted(input = {}, by = 'bob') {
      return perform(by, 'changes.submit', await propose(input, by));
    },
    async vote(by, id, decision = 'approve', more = {}, practice = 'changes') {
      const view = await open(id, by);
      const seat = view.mySeats[0];
      if (!seat) throw new Error(`${by} has no open seat on ${id}`);
      return perform(by, `${practice}.${decision}`, view, { step: seat.step, token: seat.token, ...(seat.needsConfirmation && decision === 'approve' && { isConfirmed: true }), comment: 'Looked at it.', ...more });
    },
  };
}
