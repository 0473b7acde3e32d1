import { dateTime, entries, multiChoice, number, paragraph, person, record, structured, text } from '../kernel';
import { changeFields } from '../changes/change-schema';
import { ITEM_CLASSES } from '../configuration/configuration-schema';

export const TEMPLATE_STATES = ['draft', 'proposed', 'approved', 'renewing', 'suspended', 'retired'] as const;
export type TemplateState = (typeof TEMPLATE_STATES)[number];

/** Fields that a template may fix for every change made from it. */
export const LOCKABLE = ['implementationPlan', 'testPlan', 'backoutPlan', 'impact', 'reach', 'isOutage', 'outageMinutes', 'groupId', 'serviceIds', 'itemIds', 'isVendorInvolved'] as const;

/** A pre-approved way of changing something: a standard change (ITIL 4; domain.md 3.5 and 9.4). */
export const templateFields = {
  name: text({ label: 'field.changeTemplate.name', max: 100 }),
  nameDe: text({ label: 'field.changeTemplate.nameDe', max: 100 }),
  purpose: paragraph({ label: 'field.changeTemplate.purpose', max: 2_000 }),
  /** What changes made from it start with, by the names of `changeFields`. */
  values: structured<Readonly<Record<string, unknown>>>()({ label: 'field.changeTemplate.values', max: 30_000 }),
  lockedFields: multiChoice({ label: 'field.changeTemplate.lockedFields', options: LOCKABLE.map((value) => ({ value, label: changeFields[value].label })) }),
  /** Which items it may be used for; absent: all. */
  allowedItemIds: entries({ label: 'field.changeTemplate.allowedItems', of: 'items', max: 100 }),
  allowedClasses: multiChoice({ label: 'field.changeTemplate.allowedClasses', options: ITEM_CLASSES.map((value) => ({ value, label: `itemClass.${value}` })) }),
  maxMinutes: number({ label: 'field.changeTemplate.maxMinutes', atLeast: 5, atMost: 10_080 }),
  /** One task per line. */
  tasks: paragraph({ label: 'field.changeTemplate.tasks', max: 2_000 }),
  /** What has to be attached or noted when it is done. */
  evidence: paragraph({ label: 'field.changeTemplate.evidence', max: 1_000 }),
  ownerId: person({ label: 'field.changeTemplate.owner' }),
};

export const addTemplateSchema = { ...templateFields, name: text({ label: 'field.changeTemplate.name', required: true, max: 100 }) };
export const editTemplateSchema = {
  ...templateFields,
  clear: multiChoice({ label: 'field.clear', options: Object.entries(templateFields).filter(([name]) => name !== 'name').map(([value, { label }]) => ({ value, label })) }),
};
/** Changes that were done this way before are the evidence that it can be pre-approved. */
export const proposeTemplateSchema = {
  sampleIds: structured<readonly string[]>()({ label: 'field.changeTemplate.samples', of: 'changes', max: 2_000 }),
  sampleId: record({ label: 'field.changeTemplate.sample' }),
  reason: paragraph({ label: 'field.reason', required: true, max: 2_000 }),
  /** Until when it may be used; absent: a year. */
  expiresAt: dateTime({ label: 'field.changeTemplate.expiresAt' }),
};
/** The same content for another period: what was learned since shows that it still holds. Absent end: a year more. */
export const renewTemplateSchema = proposeTemplateSchema;
/** One use of it failed, or somebody doubts it: nobody uses it until it has been looked at. */
export const suspendTemplateSchema = {
  /** Needed where no change says why. */
  reason: paragraph({ label: 'field.reason', max: 2_000 }),
  /** The change that failed. */
  changeId: record({ label: 'field.changeTemplate.failedChange' }),
};
