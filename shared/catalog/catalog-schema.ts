import { category, choice, group, multiChoice, number, paragraph, person, structured, text, type Schema } from '../kernel';
import type { SkillNeed } from '../people/people-schema';
import type { ChangeSettings } from './change-settings-schema';

/** What handling it takes: whom it needs, and how much more or less work than usual it is (domain.md 6.1). */
const handling = {
  skills: structured<readonly SkillNeed[]>()({ label: 'field.handling.skills', help: 'help.handling.skills', max: 5_000 }),
  /** Absent: 1. */
  effort: number({ label: 'field.handling.effort', help: 'help.handling.effort', atLeast: 0.25, atMost: 20 }),
};

/** Two levels (domain.md 9.2): a category without parent, and subcategories. */
export const categorySchema = {
  name: text({ label: 'field.category.name', required: true, max: 80 }),
  nameDe: text({ label: 'field.category.nameDe', max: 80 }),
  parentId: category({ label: 'field.category.parent' }),
  /** Words that point to this category when an employee writes freely, in any language, separated by commas. */
  keywords: paragraph({ label: 'field.category.keywords', max: 2_000 }),
  /** The support group that takes tickets of this category; inherited from the parent when absent. */
  groupId: group({ label: 'field.category.group' }),
  /** For promises that count by the calendar of the service; inherited from the parent when absent. */
  calendarId: text({ label: 'field.calendarOfIts', max: 20 }),
  /** Inherited from the parent when absent. */
  ...handling,
};

const APPROVAL_OPTIONS = ['manager', 'systemOwner', 'security', 'budget'].map((value) => ({ value, label: `approval.${value}` }));

/** What people can order (domain.md 9.1). */
export const offeringSchema = {
  name: text({ label: 'field.offering.name', required: true, max: 100 }),
  nameDe: text({ label: 'field.offering.nameDe', max: 100 }),
  description: paragraph({ label: 'field.offering.description', max: 1_000 }),
  descriptionDe: paragraph({ label: 'field.offering.descriptionDe', max: 1_000 }),
  categoryId: category({ label: 'field.offering.category', required: true }),
  groupId: group({ label: 'field.offering.group' }),
  /** The order form: a schema like every other. */
  form: structured<Schema>()({ label: 'field.offering.form' }),
  approvals: multiChoice({ label: 'field.offering.approvals', options: APPROVAL_OPTIONS }),
  /** One fulfillment task per line. */
  tasks: paragraph({ label: 'field.offering.tasks', max: 2_000 }),
  /** For promises that count by the calendar of the service; absent: that of the category. */
  calendarId: text({ label: 'field.calendarOfIts', max: 20 }),
  /** Minutes of calendar time until fulfilled; absent: by priority. */
  targetMinutes: number({ label: 'field.offering.targetMinutes', atLeast: 1, atMost: 1_000_000 }),
  /** Absent: those of the category. */
  ...handling,
};

export const settingsSchema = {
  name: text({ label: 'field.settings.name', required: true }),
  /** Days from resolution to automatic closing, and the reopen window (domain.md 3.1). */
  autoCloseDays: number({ label: 'field.settings.autoCloseDays', atLeast: 1, atMost: 60 }),
  /** Takes tickets that no category routes. */
  fallbackGroupId: group({ label: 'field.settings.fallbackGroup' }),
  companyName: text({ label: 'field.settings.companyName' }),
  ownerId: person({ label: 'field.settings.owner' }),
  /** What differs from the usual way of judging changes. */
  changes: structured<Partial<ChangeSettings>>()({ label: 'field.settings.changes', max: 5_000 }),
  defaultLanguage: choice(['en', 'de'], 'language', { label: 'field.settings.defaultLanguage' }),
};
