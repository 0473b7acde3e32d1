import { choice, dateTime, multiChoice, number, paragraph, people, person, text, yesNo, structured } from '../kernel';

/** Roles that an administrator gives; everybody is an employee, and agents are made by group membership. */
export const ROLES_TO_GIVE = ['approver', 'manager', 'changeManager', 'administrator', 'auditor'] as const;

/** A skill that somebody holds, at a level from 1 to 5. */
export interface HeldSkill {
  readonly skillId: string;
  readonly level: number;
}

/** A skill that work needs. Without a mandatory one nobody gets it; of the others more is better (domain.md 6.1). */
export interface SkillNeed extends HeldSkill {
  readonly isMandatory?: boolean;
}

export const skillSchema = {
  name: text({ label: 'field.skill.name', required: true, max: 80 }),
  nameDe: text({ label: 'field.skill.nameDe', max: 80 }),
  description: paragraph({ label: 'field.skill.description', max: 500 }),
};

/** How a group gives work to its people (domain.md 6.1). `manual`: nobody is picked, the group is told. */
export const STRATEGIES = ['manual', 'roundRobin', 'leastLoaded', 'skills', 'onCall'] as const;
export type Strategy = (typeof STRATEGIES)[number];

/** What counts where a group or a person says nothing else (domain.md 6.1). */
export const ASSIGNMENT_DEFAULTS = { capacity: 12, urgentCapacity: 2, offerMinutes: 10, urgentOfferMinutes: 2, reminders: 2, urgentReminders: 0 } as const;

/** A person as read from the directory (product.md, "Decisions taken"). */
export const personSchema = {
  name: text({ label: 'field.person.name', required: true }),
  mail: text({ label: 'field.person.mail', required: true }),
  /** Object id in Entra ID; the key by which a verified token finds the person. */
  aadObjectId: text({ label: 'field.person.aadObjectId', max: 60 }),
  title: text({ label: 'field.person.title' }),
  department: text({ label: 'field.person.department' }),
  site: text({ label: 'field.person.site' }),
  managerId: person({ label: 'field.person.manager' }),
  language: choice(['en', 'de'], 'language', { label: 'field.person.language' }),
  /** IANA zone. */
  zone: text({ label: 'field.person.zone', max: 60 }),
  isVip: yesNo({ label: 'field.person.isVip' }),
  roles: multiChoice({ label: 'field.person.roles', help: 'help.person.roles', options: ROLES_TO_GIVE.map((value) => ({ value, label: `role.${value}` })) }),
  skills: structured<readonly HeldSkill[]>()({ label: 'field.person.skills', max: 5_000 }),
  /** Open tickets at the same time, and those of P1 and P2 among them; absent: what the group says. */
  capacity: number({ label: 'field.person.capacity', atLeast: 1, atMost: 200 }),
  urgentCapacity: number({ label: 'field.person.urgentCapacity', atLeast: 1, atMost: 50 }),
  /** No new work before this instant. */
  awayUntil: dateTime({ label: 'field.person.awayUntil', help: 'help.person.awayUntil' }),
  /** `18:00`, in their zone: from then on nothing is sent to their chat that can wait, until the other one. */
  quietFrom: text({ label: 'field.person.quietFrom', help: 'help.person.quietFrom', max: 5 }),
  quietTo: text({ label: 'field.person.quietTo', max: 5 }),
};

export const personFilters = { role: choice(ROLES_TO_GIVE, 'role', { label: 'field.person.role' }) };

/** No new work until then. */
export const awaySchema = { until: dateTime({ label: 'field.person.awayUntil', help: 'help.person.awayUntil', required: true }) };

export const quietHoursSchema = {
  from: text({ label: 'field.person.quietFrom', help: 'help.person.quietFrom', required: true, max: 5 }),
  to: text({ label: 'field.person.quietTo', required: true, max: 5 }),
};

/** Where a support group gets its triage cards. */
export interface GroupChannel {
  readonly conversationId: string;
  readonly serviceUrl: string;
  readonly name?: string;
}

export const groupSchema = {
  name: text({ label: 'field.group.name', required: true }),
  purpose: paragraph({ label: 'field.group.purpose', max: 500 }),
  memberIds: people({ label: 'field.group.members', max: 500 }),
  leadIds: people({ label: 'field.group.leads' }),
  /** For promises that count by the calendar of the group that has the ticket. */
  calendarId: text({ label: 'field.calendarOfIts', max: 20 }),
  /** It decides, and works on nothing: being in it makes nobody an agent. */
  isBoard: yesNo({ label: 'field.group.isBoard', help: 'help.group.isBoard' }),
  channel: structured<GroupChannel>()({ label: 'field.group.channel', max: 2_000 }),
  strategy: choice(STRATEGIES, 'strategy', { label: 'field.group.strategy', help: 'help.group.strategy' }),
  /** First whoever last solved something for the requester. */
  isSticky: yesNo({ label: 'field.group.isSticky', help: 'help.group.isSticky' }),
  /** Who is picked is asked first. */
  offers: yesNo({ label: 'field.group.offers', help: 'help.group.offers' }),
  offerMinutes: number({ label: 'field.group.offerMinutes', atLeast: 1, atMost: 1_440 }),
  urgentOfferMinutes: number({ label: 'field.group.urgentOfferMinutes', atLeast: 1, atMost: 240 }),
  /** On call: how often whoever does not answer is asked again before it goes on (domain.md 6.1). */
  reminders: number({ label: 'field.group.reminders', help: 'help.group.reminders', atLeast: 0, atMost: 10 }),
  urgentReminders: number({ label: 'field.group.urgentReminders', atLeast: 0, atMost: 10 }),
  /** How long before the end of a shift it is put together what goes to the next one. */
  handoverMinutes: number({ label: 'field.group.handoverMinutes', help: 'help.group.handoverMinutes', atLeast: 5, atMost: 240 }),
  /** How long the next shift has to accept it; after as long again the leads are told. */
  acceptMinutes: number({ label: 'field.group.acceptMinutes', atLeast: 5, atMost: 480 }),
  capacity: number({ label: 'field.group.capacity', help: 'help.group.capacity', atLeast: 1, atMost: 200 }),
  urgentCapacity: number({ label: 'field.group.urgentCapacity', atLeast: 1, atMost: 50 }),
};
