import { dateTime, number, paragraph, person, structured, text } from '../kernel';

/** What can be changed of a key while programs use it. */
export const integrationKeySchema = {
  name: text({ label: 'field.integrationKey.name', help: 'help.integrationKey.name', required: true, max: 100 }),
  description: paragraph({ label: 'field.integrationKey.description', max: 500 }),
  /** Names of practices; `*`: everything that its person may read. */
  reads: structured<readonly string[]>()({ label: 'field.integrationKey.reads', help: 'help.integrationKey.reads', max: 2_000 }),
  /** Names of actions; `tickets.*`: all of that practice. */
  actions: structured<readonly string[]>()({ label: 'field.integrationKey.actions', help: 'help.integrationKey.actions', max: 10_000 }),
};

/** Longer nobody remembers what a key is for. */
export const MOST_DAYS = 365;
export const SUGGESTED_DAYS = 90;
/** Time to bring the new secret to every program that has the old one. */
export const SUGGESTED_OVERLAP_HOURS = 24;
export const MOST_OVERLAP_HOURS = 168;

const days = number({ label: 'field.integrationKey.days', help: 'help.integrationKey.days', required: true, atLeast: 1, atMost: MOST_DAYS, isWhole: true, default: SUGGESTED_DAYS });

export const newIntegrationKeySchema = {
  ...integrationKeySchema,
  personId: person({ label: 'field.integrationKey.person', help: 'help.integrationKey.person', required: true }),
  days,
};

export const rotateKeySchema = {
  days,
  overlapHours: number({
    label: 'field.integrationKey.overlapHours', help: 'help.integrationKey.overlapHours', required: true, atLeast: 0, atMost: MOST_OVERLAP_HOURS, isWhole: true, default: SUGGESTED_OVERLAP_HOURS,
  }),
};

/** What versions of a key name beside what can be changed. */
export const keyVersionSchema = {
  expiresAt: dateTime({ label: 'field.integrationKey.expiresAt' }),
  secretNumber: number({ label: 'field.integrationKey.secretNumber' }),
};

export const emptySchema = {};
