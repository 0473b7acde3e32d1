import type { InputOf } from '../../shared/kernel';
import type { personSchema } from '../../shared/people/people-schema';

export type PersonKey = 'alice' | 'bob' | 'carol' | 'dora' | 'erik' | 'fay' | 'gus' | 'hugo' | 'ivy';
/** Who comes to the test organization with changes; what they do there stands in `change-desk.ts`. */
export const CHANGE_PEOPLE = {
  mona: { name: 'Mona Meyer', mail: 'mona@contoso.example', aadObjectId: '00000000-0000-4000-8000-0000000000a1' },
  nils: { name: 'Nils Novak', mail: 'nils@contoso.example', aadObjectId: '00000000-0000-4000-8000-0000000000a2' },
  olga: { name: 'Olga Olsen', mail: 'olga@contoso.example', aadObjectId: '00000000-0000-4000-8000-0000000000a3' },
  paul: { name: 'Paul Park', mail: 'paul@contoso.example', aadObjectId: '00000000-0000-4000-8000-0000000000a4' },
} as const;

export type GroupKey = 'network' | 'serviceDesk' | 'security';

type PersonInput = InputOf<typeof personSchema>;

const zone = 'Europe/Berlin';
const objectId = (digit: number): string => `00000000-0000-4000-8000-00000000000${digit}`;

/** The people of every test. Who they report to and which groups they work in stands in `test-app.ts`. */
export const TEST_PEOPLE: Readonly<Record<PersonKey, PersonInput>> = {
  /** Employee; her manager is Dora. */
  alice: { name: 'Alice Adams', mail: 'alice@contoso.example', aadObjectId: objectId(1), title: 'Accountant', department: 'Finance', language: 'en', zone },
  /** Agent of Network. */
  bob: { name: 'Bob Brown', mail: 'bob@contoso.example', aadObjectId: objectId(2), title: 'Network Engineer', department: 'IT', language: 'en', zone },
  /** Leads Network, and works there. */
  carol: { name: 'Carol Clark', mail: 'carol@contoso.example', aadObjectId: objectId(3), title: 'Network Lead', department: 'IT', language: 'en', zone },
  /** Manager of Alice. */
  dora: { name: 'Dora Diaz', mail: 'dora@contoso.example', aadObjectId: objectId(4), title: 'Head of Finance', department: 'Finance', language: 'en', zone, roles: ['approver', 'manager'], isVip: true },
  /** Administrator, in no group. */
  erik: { name: 'Erik Evans', mail: 'erik@contoso.example', aadObjectId: objectId(5), title: 'Platform Administrator', department: 'IT', language: 'en', zone, roles: ['administrator'] },
  /** Agent of Service Desk. */
  fay: { name: 'Fay Fischer', mail: 'fay@contoso.example', aadObjectId: objectId(6), title: 'Service Desk Analyst', department: 'IT', language: 'en', zone },
  /** Auditor. */
  gus: { name: 'Gus Grant', mail: 'gus@contoso.example', aadObjectId: objectId(7), title: 'Auditor', department: 'Audit', language: 'en', zone, roles: ['auditor'] },
  /** Agent of Security, leads it too. */
  hugo: { name: 'Hugo Hall', mail: 'hugo@contoso.example', aadObjectId: objectId(8), title: 'Security Analyst', department: 'IT', language: 'en', zone },
  /** Employee who reads German and has nothing to do with the others. */
  ivy: { name: 'Ivy Iversen', mail: 'ivy@contoso.example', aadObjectId: objectId(9), title: 'Designer', department: 'Marketing', language: 'de', zone },
};

export const MANAGERS: Readonly<Partial<Record<PersonKey, PersonKey>>> = { alice: 'dora' };

export const TEST_GROUPS: Readonly<Record<GroupKey, { name: string; purpose: string; members: readonly PersonKey[]; leads: readonly PersonKey[] }>> = {
  network: { name: 'Network', purpose: 'VPN, Wi-Fi and cables.', members: ['bob', 'carol'], leads: ['carol'] },
  serviceDesk: { name: 'Service Desk', purpose: 'Everything that has no group of its own.', members: ['fay'], leads: [] },
  security: { name: 'Security', purpose: 'Phishing, malware and lost devices.', members: ['hugo'], leads: ['hugo'] },
};
