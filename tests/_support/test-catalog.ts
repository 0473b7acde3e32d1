import type { Schema } from '../../shared/kernel';
import type { GroupKey } from './people';

export type CategoryKey = 'network' | 'vpn' | 'wifi' | 'hardware' | 'laptop' | 'security';
export type OfferingKey = 'laptop' | 'mailbox';
export type ArticleKey = 'vpn' | 'runbook';

export interface TestCategory {
  readonly name: string;
  readonly nameDe: string;
  readonly keywords: string;
  readonly parent?: CategoryKey;
  readonly group?: GroupKey;
}

/** Parents come before their children. */
export const CATEGORIES: Readonly<Record<CategoryKey, TestCategory>> = {
  network: { name: 'Network', nameDe: 'Netzwerk', keywords: 'network, internet, netzwerk', group: 'network' },
  vpn: { name: 'VPN', nameDe: 'VPN', keywords: 'vpn, tunnel, remote access, fernzugriff', parent: 'network' },
  wifi: { name: 'Wi-Fi', nameDe: 'WLAN', keywords: 'wifi, wlan, wireless', parent: 'network' },
  hardware: { name: 'Hardware', nameDe: 'Hardware', keywords: 'hardware, device, gerät', group: 'serviceDesk' },
  laptop: { name: 'Laptop', nameDe: 'Laptop', keywords: 'laptop, notebook, keyboard, screen, tastatur', parent: 'hardware' },
  security: { name: 'Security', nameDe: 'Sicherheit', keywords: 'phishing, malware, virus, stolen, gestohlen', group: 'security' },
};

const laptopForm: Schema = {
  model: {
    kind: 'choice', label: { en: 'Model', de: 'Modell' }, required: true,
    options: [{ value: 'light', label: { en: 'Light', de: 'Leicht' } }, { value: 'strong', label: { en: 'Strong', de: 'Stark' } }],
  },
  reason: { kind: 'paragraph', label: { en: 'What for?', de: 'Wofür?' }, max: 500 },
};

export const OFFERINGS = {
  /** Needs the manager's approval and has a form. */
  laptop: {
    name: 'New laptop', nameDe: 'Neuer Laptop', description: 'A laptop with everything on it.', descriptionDe: 'Ein fertig eingerichteter Laptop.',
    category: 'laptop' as CategoryKey, form: laptopForm, approvalRule: 'plan', targetMinutes: 3_000,
    plan: [{ id: 'consent', name: { en: 'Approval', de: 'Genehmigung' }, approvals: [{ id: 'manager', from: [{ kind: 'manager' }] }] }],
  },
  /** Needs neither. */
  mailbox: {
    name: 'Shared mailbox', nameDe: 'Gemeinsames Postfach', description: 'One address for a team.', descriptionDe: 'Eine Adresse für ein Team.',
    category: 'hardware' as CategoryKey, approvalRule: 'none', targetMinutes: 3_000,
  },
};

export const ARTICLES = {
  vpn: {
    title: 'VPN drops every hour: set the reconnect option', body: 'Open the VPN client, choose **Settings** and switch on *Reconnect*.', language: 'en',
    category: 'vpn' as CategoryKey, keywords: 'vpn reconnect timeout', audience: 'everyone',
  },
  runbook: {
    title: 'Runbook: restart the VPN concentrator', body: 'Drain the node first, then restart the tunnel service.', language: 'en',
    category: 'vpn' as CategoryKey, keywords: 'vpn concentrator', audience: 'agents',
  },
};

const DAY = [['08:00', '18:00']];

export const CALENDAR = {
  name: 'Business hours', zone: 'Europe/Berlin', weekly: { mon: DAY, tue: DAY, wed: DAY, thu: DAY, fri: DAY }, holidays: ['2026-04-03'],
};

/** Waiting for the requester does not count. */
const PAUSES = { pause: [[{ field: 'state', is: ['onHold'] }, { field: 'holdReason', is: ['requester'] }]] };

const byPriority = (...minutes: readonly number[]) => Object.fromEntries(minutes.map((value, index) => [`P${index + 1}`, { value, unit: 'minutes' }]));

const COMMON = { type: 'sla', calendarSource: 'fixed', retarget: 'retroactive', reopen: 'continue' };

/** What is promised to customers, for incidents and requests alike. */
export const AGREEMENTS = [
  { ...COMMON, name: 'First answer', metric: 'firstResponse', order: 10, targets: byPriority(15, 30, 240, 480) },
  { ...COMMON, name: 'Resolution', metric: 'resolution', order: 20, targets: byPriority(240, 480, 1_800, 3_000), conditions: PAUSES },
];
