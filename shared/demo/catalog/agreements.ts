import type { AgreementConditions, EscalationStep, Targets } from '../../sla/agreement-schema';
import type { AgreementType, Metric } from '../../sla/clock-views';

export interface DemoAgreement {
  readonly key: string;
  readonly name: string;
  readonly description: string;
  readonly type: AgreementType;
  readonly metric: Metric;
  readonly updateMode?: 'betweenUpdates' | 'afterRequester';
  readonly order: number;
  readonly targets: Targets;
  readonly dayMinutes?: number;
  readonly conditions?: AgreementConditions;
  readonly ladder?: readonly (Omit<EscalationStep, 'groupId'>)[];
  readonly calendarKey: string;
  readonly groupKey?: string;
}

/** Minutes of one business day of ten hours. */
export const BUSINESS_DAY_MINUTES = 600;

const minutes = (value: number) => ({ value, unit: 'minutes' as const });
const days = (value: number) => ({ value, unit: 'days' as const });

/** A hold for a vendor does not stop the customer's clock; waiting for the requester does. */
const PAUSES: AgreementConditions = { pause: [[{ field: 'state', is: ['onHold'] }, { field: 'holdReason', is: ['requester'] }]] };

const CALM: DemoAgreement['ladder'] = [
  { percent: 75, act: 'notify', whom: ['assignee', 'group'] },
  { percent: 90, act: 'notify', whom: ['assignee', 'leads'] },
  { percent: 100, act: 'notify', whom: ['assignee', 'leads'] },
];
const URGENT: DemoAgreement['ladder'] = [
  { percent: 50, act: 'mention', whom: ['group'] },
  { percent: 90, act: 'mention', whom: ['assignee', 'leads'] },
  { percent: 100, act: 'notify', whom: ['leads', 'owner'] },
];

/** Promises by priority (domain.md 5.2, sample default targets), and what groups and vendors promise the desk. */
export const AGREEMENTS: readonly DemoAgreement[] = [
  {
    key: 'answer-critical', name: 'First answer, critical', description: 'Somebody answers at any hour.', type: 'sla', metric: 'firstResponse', order: 10,
    targets: { P1: minutes(15) }, calendarKey: 'always', ladder: URGENT,
  },
  {
    key: 'answer', name: 'First answer', description: 'A person answers, not a machine.', type: 'sla', metric: 'firstResponse', order: 20,
    targets: { P2: minutes(30), P3: minutes(240), P4: minutes(480) }, calendarKey: 'business', ladder: CALM,
  },
  {
    key: 'resolution-critical', name: 'Resolution, critical', description: 'Work goes on around the clock.', type: 'sla', metric: 'resolution', order: 30,
    targets: { P1: minutes(240) }, calendarKey: 'always', conditions: PAUSES, ladder: URGENT,
  },
  {
    key: 'resolution', name: 'Resolution', description: 'In business hours; waiting for the requester does not count.', type: 'sla', metric: 'resolution', order: 40,
    targets: { P2: minutes(480), P3: days(3), P4: days(5) }, dayMinutes: BUSINESS_DAY_MINUTES, calendarKey: 'business', conditions: PAUSES, ladder: CALM,
  },
  {
    key: 'next-reply', name: 'Next reply', description: 'Whoever writes back hears from us within a business day.', type: 'sla', metric: 'nextReply', order: 50,
    targets: { any: minutes(480) }, calendarKey: 'business', ladder: CALM,
  },
  {
    key: 'updates-critical', name: 'Updates on critical incidents', description: 'A word every four hours, even when there is nothing new.', type: 'sla', metric: 'periodicUpdate',
    updateMode: 'betweenUpdates', order: 60, targets: { P1: minutes(240) }, calendarKey: 'always', conditions: { applies: [[{ field: 'kind', is: ['incident'] }]] },
  },
  {
    key: 'network-ola', name: 'Network works on it', description: 'What Network promises the service desk.', type: 'ola', metric: 'resolution', order: 70, groupKey: 'network',
    targets: { P1: minutes(120), P2: minutes(300), P3: days(2), P4: days(3) }, dayMinutes: BUSINESS_DAY_MINUTES, calendarKey: 'business', conditions: PAUSES,
  },
  {
    key: 'vendor', name: 'Vendors answer', description: 'What vendors promise in their contracts.', type: 'contract', metric: 'resolution', order: 80,
    targets: { P1: minutes(240), P2: days(1), P3: days(5), P4: days(10) }, dayMinutes: BUSINESS_DAY_MINUTES, calendarKey: 'business',
  },
];
