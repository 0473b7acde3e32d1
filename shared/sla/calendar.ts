import { defineRegister, type RegisterRecord } from '../kernel';
import { canEditServiceLevels } from './agreement';
import { checkCalendar } from './calendar-check';
import { calendarSchema } from './calendar-schema';

export type Calendar = RegisterRecord<typeof calendarSchema>;

/** Business calendars (domain.md 5.1). */
export const calendarsPractice = defineRegister({
  practice: 'calendars',
  prefix: 'CAL',
  schema: calendarSchema,
  canRead: () => true,
  canEdit: canEditServiceLevels,
  check: checkCalendar,
  sortKey: (calendar) => calendar.name.toLowerCase(),
});
