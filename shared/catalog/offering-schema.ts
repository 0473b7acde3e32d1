import { category, choice, date, entry, group, multiChoice, number, paragraph, person, structured, text, type Schema } from '../kernel';
import { handling } from './catalog-schema';
import type { CostLine, OfferingAudience, Plan } from './plan-schema';

export const OFFERING_STATES = ['draft', 'published', 'retired'] as const;
export type OfferingState = (typeof OFFERING_STATES)[number];
/** Somebody has to say which it is: an item that nobody approves must not come about by leaving something out. */
export const APPROVAL_RULES = ['none', 'plan'] as const;
export type ApprovalRule = (typeof APPROVAL_RULES)[number];

/** What people can order (domain.md 9.1): everything that belongs to one edition. */
export const offeringFields = {
  name: text({ label: 'field.offering.name', max: 100 }),
  nameDe: text({ label: 'field.offering.nameDe', max: 100 }),
  description: paragraph({ label: 'field.offering.description', max: 1_000 }),
  descriptionDe: paragraph({ label: 'field.offering.descriptionDe', max: 1_000 }),
  /** Words it is found by, besides those of its name. */
  keywords: text({ label: 'field.offering.keywords', help: 'help.offering.keywords', max: 300 }),
  categoryId: category({ label: 'field.offering.category' }),
  serviceId: entry({ label: 'field.offering.service', help: 'help.offering.service', of: 'services' }),
  ownerId: person({ label: 'field.offering.owner', help: 'help.offering.owner' }),
  groupId: group({ label: 'field.offering.group' }),
  audience: structured<OfferingAudience>()({ label: 'field.offering.audience', help: 'help.offering.audience', max: 5_000 }),
  /** The order form: a schema like every other. */
  form: structured<Schema>()({ label: 'field.offering.form', max: 2_000_000 }),
  approvalRule: choice(APPROVAL_RULES, 'approvalRule', { label: 'field.offering.approvalRule', help: 'help.offering.approvalRule' }),
  plan: structured<Plan>()({ label: 'field.offering.plan', max: 2_000_000 }),
  /** Minutes of calendar time until fulfilled. */
  targetMinutes: number({ label: 'field.offering.targetMinutes', atLeast: 1, atMost: 1_000_000, isWhole: true }),
  /** The date of the form on which it has to be there, instead of a time of delivery. */
  targetField: text({ label: 'field.offering.targetField', help: 'help.offering.targetField', max: 40 }),
  /** For promises that count by the calendar of the service; absent: that of the category. */
  calendarId: text({ label: 'field.calendarOfIts', max: 20 }),
  costs: structured<readonly CostLine[]>()({ label: 'field.offering.costs', max: 5_000 }),
  /** ISO 4217; absent: euros. */
  currency: text({ label: 'field.offering.currency', max: 3 }),
  /** Absent: those of the category. */
  ...handling,
  /** When its owner looks at it again; absent: a year after it was published. */
  reviewOn: date({ label: 'field.offering.reviewOn' }),
};

const NEVER_EMPTY = ['name', 'categoryId'];

export const addOfferingSchema = {
  ...offeringFields,
  name: text({ label: 'field.offering.name', required: true, max: 100 }),
  categoryId: category({ label: 'field.offering.category', required: true }),
};
export const changeOfferingSchema = {
  ...offeringFields,
  clear: multiChoice({ label: 'field.clear', options: Object.entries(offeringFields).filter(([name]) => !NEVER_EMPTY.includes(name)).map(([value, { label }]) => ({ value, label })) }),
};
export const retireOfferingSchema = { reason: text({ label: 'field.reason', max: 500 }) };
export const reviewOfferingSchema = { reviewOn: date({ label: 'field.offering.nextReview' }) };
