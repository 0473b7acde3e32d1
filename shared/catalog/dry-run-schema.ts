import { number, offering, structured, type Schema } from '../kernel';
import type { CostLine, Plan } from './plan-schema';

/** What would have been under another plan. What is not given is as in the draft of the item, or as it is published. */
export const dryRunSchema = {
  offeringId: offering({ label: 'field.ticket.offering', required: true }),
  form: structured<Schema>()({ label: 'field.offering.form', max: 30_000 }),
  plan: structured<Plan>()({ label: 'field.offering.plan', max: 30_000 }),
  costs: structured<readonly CostLine[]>()({ label: 'field.offering.costs', max: 5_000 }),
  limit: number({ label: 'field.dryRun.limit', atLeast: 1, atMost: 50, isWhole: true }),
};
