import { choice, dateTime, entries, entry, number, person, record } from '../kernel';
import { CHANGE_TYPES } from '../scheduling/window-schema';

/** Work that is looked at before it is written down anywhere. */
const workFields = {
  changeId: record({ label: 'field.change.change' }),
  type: choice(CHANGE_TYPES, 'changeType', { label: 'field.change.type', required: true }),
  templateId: entry({ label: 'field.change.template', of: 'changeTemplates' }),
  serviceIds: entries({ label: 'field.change.services', of: 'services', max: 20 }),
  itemIds: entries({ label: 'field.change.items', of: 'items', max: 50 }),
  implementerId: person({ label: 'field.change.implementer' }),
};

/** `POST /api/collisions`. */
export const collisionsSchema = {
  ...workFields,
  plannedStart: dateTime({ label: 'field.change.plannedStart', required: true }),
  plannedEnd: dateTime({ label: 'field.change.plannedEnd', required: true }),
};

/** `POST /api/slots`. */
export const slotsSchema = {
  ...workFields,
  minutes: number({ label: 'field.planning.minutes', required: true, atLeast: 5, atMost: 20_160 }),
  earliest: dateTime({ label: 'field.planning.earliest' }),
  count: number({ label: 'field.planning.count', atLeast: 1, atMost: 20 }),
};

/** `GET /api/calendar`. */
export const calendarRangeSchema = {
  from: dateTime({ label: 'field.planning.from', required: true }),
  to: dateTime({ label: 'field.planning.to', required: true }),
  itemId: entry({ label: 'field.change.item', of: 'items' }),
};

/** `GET /api/change-scores`. */
export const scoresSchema = {
  by: choice(['group', 'type', 'template'], 'scoreBy', { label: 'field.planning.by', required: true }),
  days: number({ label: 'field.planning.days', atLeast: 1, atMost: 366 }),
};
