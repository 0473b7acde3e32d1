import { choice, multiChoice, paragraph, people, person, text, yesNo, structured } from '../kernel';

const ROLE_OPTIONS = ['approver', 'manager', 'changeManager', 'administrator', 'auditor'].map((value) => ({ value, label: `role.${value}` }));

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
  /** Everybody is an employee; agents are made by group membership. */
  roles: multiChoice({ label: 'field.person.roles', options: ROLE_OPTIONS }),
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
};
