import { choice, date, text } from '../kernel';
import { METRICS } from './agreement-schema';
import { ATTAINMENT_GROUPINGS, ATTAINMENT_OUTCOMES, ATTAINMENT_STEPS, MISS_REASONS } from './attainment-views';

/** Which promises to add up: local dates of the reader, both included; by default the last 90 days. */
export const attainmentSchema = {
  from: date({ label: 'field.attainment.from' }),
  to: date({ label: 'field.attainment.to' }),
  by: choice(ATTAINMENT_GROUPINGS, 'attainmentBy', { label: 'field.attainment.by' }),
  metric: choice(METRICS, 'metric', { label: 'field.agreement.metric' }),
  /** Of the course over time; by default what gives a readable number of steps. */
  step: choice(ATTAINMENT_STEPS, 'attainmentStep', { label: 'field.attainment.step' }),
};

/** Which of them to list: those behind one figure. */
export const attainmentTicketsSchema = {
  ...attainmentSchema,
  /** Of a row: a priority or the id of a group, offering, category or agreement; `none` for the row without one. */
  key: text({ label: 'field.attainment.key', max: 40 }),
  outcome: choice(ATTAINMENT_OUTCOMES, 'attainmentOutcome', { label: 'field.attainment.outcome' }),
  reason: choice(MISS_REASONS, 'missReason', { label: 'field.attainment.reason' }),
};
