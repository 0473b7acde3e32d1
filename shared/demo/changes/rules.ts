import type { ApprovalDefinition } from '../../approvals/approval-policy-schema';
import type { Conditions } from '../../kernel';
import type { Occurrence } from '../../scheduling/window-schema';
import { toGroup, toItem, toService, type Reference } from '../reference';

/** Approval definitions that point at people and groups by reference. */
type Source = { readonly kind: string; readonly [name: string]: unknown };
interface DemoDefinition extends Omit<ApprovalDefinition, 'from'> {
  readonly from: readonly Source[];
}

export interface DemoPolicy {
  readonly key: string;
  readonly name: string;
  readonly description: string;
  readonly subject: 'changes' | 'freezeExceptions' | 'changeTemplates';
  readonly table: string;
  readonly order: number;
  readonly conditions?: Conditions;
  readonly steps: readonly DemoDefinition[];
}

/** Between people who are in the office: a reminder in the afternoon, the manager next morning, back to the author after three days. */
const PATIENT = { remindAfterHours: 6, escalateAfterHours: 24, expireAfterHours: 96 };

const peer: DemoDefinition = { id: 'peer', stage: 1, from: [{ kind: 'role', role: 'itemGroups' }], quorum: { mode: 'any' }, binds: ['plan', 'items'], ...PATIENT };
const technical: DemoDefinition = { ...peer, id: 'technical' };
const owner: DemoDefinition = { id: 'owner', stage: 2, from: [{ kind: 'role', role: 'serviceOwners' }], quorum: { mode: 'all' }, binds: ['scope', 'items', 'window', 'risk'], ...PATIENT };
const manager: DemoDefinition = { id: 'changeManager', stage: 2, from: [{ kind: 'role', role: 'changeManagers' }], quorum: { mode: 'any' }, ...PATIENT };
const board = (quorum: ApprovalDefinition['quorum']): DemoDefinition => ({ id: 'board', stage: 3, from: [{ kind: 'group', groupId: toGroup('cab') }], quorum, remindAfterHours: 24, expireAfterHours: 240 });
const director: DemoDefinition = { id: 'director', stage: 3, from: [{ kind: 'group', groupId: toGroup('cab'), part: 'leads' }], quorum: { mode: 'all' }, ...PATIENT };
const emergency: DemoDefinition = { id: 'emergency', stage: 1, from: [{ kind: 'role', role: 'changeManagers' }], quorum: { mode: 'any' }, remindAfterHours: 1, escalateAfterHours: 2, expireAfterHours: 24 };
const security: DemoDefinition = { id: 'security', stage: 2, from: [{ kind: 'group', groupId: toGroup('security') }], quorum: { mode: 'any' }, binds: ['plan', 'scope', 'items'], ...PATIENT };

const normal = (...risk: string[]): Conditions => [[{ field: 'type', is: ['normal'] }, { field: 'risk', is: risk }]];
const policy = (key: string, name: string, table: string, order: number, description: string, conditions: Conditions, steps: readonly DemoDefinition[], subject: DemoPolicy['subject'] = 'changes'): DemoPolicy => ({
  key, name, table, order, description, conditions, steps, subject,
});

/** The decision table of domain.md 3.5. */
export const POLICIES: readonly DemoPolicy[] = [
  policy('emergency', 'Emergency', 'who decides', 5, 'One change manager decides at once; it is always reviewed.', [[{ field: 'type', is: ['emergency'] }]], [emergency]),
  policy('low', 'Normal, low risk', 'who decides', 10, 'A colleague looks at the plan, a change manager decides.', normal('low'), [peer, manager]),
  policy('moderate', 'Normal, moderate risk', 'who decides', 20, 'The owner of the service decides, too.', normal('moderate'), [technical, owner, manager]),
  policy('high', 'Normal, high risk', 'who decides', 30, 'The advisory board votes: a majority, at least three.', normal('high'), [technical, owner, board({ mode: 'majority', atLeast: 3 })]),
  policy('very-high', 'Normal, very high risk', 'who decides', 40, 'The whole board agrees, and the CIO.', normal('veryHigh'), [technical, owner, board({ mode: 'percentage', percent: 75, atLeast: 3 }), director]),
  policy('security', 'Touches security', 'security', 10, 'Firewalls and identity: security looks at the plan.', [[{ field: 'type', is: ['normal', 'emergency'] }, { field: 'isSecurityRelevant', is: ['true'] }]], [security]),
  policy('regulated', 'Regulated service', 'security', 20, 'Law and audit look at these services: security decides, too.', [[{ field: 'type', is: ['normal'] }, { field: 'isRegulated', is: ['true'] }]], [security]),
];

export interface DemoFreeze {
  readonly key: string;
  readonly name: string;
  readonly reason: string;
  readonly occurrences: readonly Occurrence[];
  readonly scope: { readonly serviceIds?: readonly Reference[]; readonly environments?: readonly string[] };
  readonly exemptTypes?: readonly string[];
  readonly approverGroupId?: Reference;
  readonly approverCount?: number;
}

/** `date` tells local dates so many days from now. */
export const freezesAround = (date: (days: number) => string): readonly DemoFreeze[] => [
  {
    key: 'year-end', name: 'Year-end closing', reason: 'Finance closes the books; nothing that accounting touches is changed.', exemptTypes: ['emergency'],
    occurrences: [{ kind: 'yearly', from: '12-28', to: '01-06' }], scope: { serviceIds: ['erp', 'payroll'].map(toService), environments: ['production'] }, approverGroupId: toGroup('cab'), approverCount: 2,
  },
  {
    key: 'peak', name: 'Peak week in the warehouses', reason: 'The busiest days of the season in Rotterdam.',
    occurrences: [{ kind: 'once', from: `${date(9)}T06:00`, to: `${date(14)}T22:00` }], scope: { serviceIds: ['warehouse', 'dispatch'].map(toService) }, approverGroupId: toGroup('cab'), approverCount: 2,
  },
  {
    key: 'payroll-run', name: 'Payroll run', reason: 'Salaries are computed on the last Thursday of the month.', exemptTypes: ['emergency'],
    occurrences: [{ kind: 'monthly', nth: -1, day: 'thu', from: '06:00', to: '20:00' }], scope: { serviceIds: ['payroll'].map(toService) },
  },
];

export interface DemoWindow {
  readonly key: string;
  readonly name: string;
  readonly occurrences: readonly Occurrence[];
  readonly itemIds: readonly Reference[];
}

export const MAINTENANCE_WINDOWS: readonly DemoWindow[] = [
  { key: 'servers', name: 'Servers: Wednesday evening and Sunday morning', occurrences: [{ kind: 'weekly', days: ['wed'], from: '20:00', to: '23:59' }, { kind: 'weekly', days: ['sun'], from: '04:00', to: '10:00' }], itemIds: ['esx', 'san', 'backup', 'files', 'print', 'intranet-web', 'mail-gateway'].map(toItem) },
  { key: 'network', name: 'Networks: Saturday night', occurrences: [{ kind: 'weekly', days: ['sat'], from: '21:00', to: '05:00' }], itemIds: ['core', 'firewall', 'vpn', 'wifi'].map(toItem) },
  { key: 'rotterdam', name: 'Rotterdam: Sunday, when the halls are closed', occurrences: [{ kind: 'weekly', days: ['sun'], from: '02:00', to: '14:00' }], itemIds: ['esx-rtm', 'core-rtm', 'firewall-rtm', 'wms-db', 'wms-app'].map(toItem) },
  { key: 'erp', name: 'ERP: Tuesday evening and second Sunday', occurrences: [{ kind: 'monthly', nth: 2, day: 'sun', from: '06:00', to: '16:00' }, { kind: 'weekly', days: ['tue'], from: '21:00', to: '23:30' }], itemIds: ['erp-db', 'erp-app'].map(toItem) },
];
