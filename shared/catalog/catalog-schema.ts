import { category, choice, group, number, paragraph, person, structured, text } from '../kernel';
import type { SkillNeed } from '../people/people-schema';
import type { ChangeSettings } from './change-settings-schema';

/** What handling it takes: whom it needs, and how much more or less work than usual it is (domain.md 6.1). */
export const handling = {
  skills: structured<readonly SkillNeed[]>()({ label: 'field.handling.skills', help: 'help.handling.skills', max: 5_000 }),
  /** Absent: 1. */
  effort: number({ label: 'field.handling.effort', help: 'help.handling.effort', atLeast: 0.25, atMost: 20 }),
};

/** What the shipped classifier tells apart (docs/classifier.md). */
export const TOPICS = ['access', 'administrativeRights', 'hardware', 'hrSupport', 'internalProject', 'miscellaneous', 'purchase', 'storage'] as const;
export type Topic = (typeof TOPICS)[number];

/** May the classifier decide on a category, only propose some, or is it off? Absent: it decides. */
export const CLASSIFIER_MODES = ['decide', 'propose', 'off'] as const;

/** Two levels (domain.md 9.2): a category without parent, and subcategories. */
export const categorySchema = {
  name: text({ label: 'field.category.name', required: true, max: 80 }),
  nameDe: text({ label: 'field.category.nameDe', max: 80 }),
  parentId: category({ label: 'field.category.parent' }),
  /** Words that point to this category when an employee writes freely, in any language, separated by commas. */
  keywords: paragraph({ label: 'field.category.keywords', max: 2_000 }),
  /** The topic of the shipped classifier that it stands for, so that it finds tickets from the first day on. */
  topic: choice(TOPICS, 'topic', { label: 'field.category.topic', help: 'help.category.topic' }),
  /** The support group that takes tickets of this category; inherited from the parent when absent. */
  groupId: group({ label: 'field.category.group' }),
  /** For promises that count by the calendar of the service; inherited from the parent when absent. */
  calendarId: text({ label: 'field.calendarOfIts', max: 20 }),
  /** Inherited from the parent when absent. */
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
  classifier: choice(CLASSIFIER_MODES, 'classifierMode', { label: 'field.settings.classifier' }),
  defaultLanguage: choice(['en', 'de'], 'language', { label: 'field.settings.defaultLanguage' }),
};
