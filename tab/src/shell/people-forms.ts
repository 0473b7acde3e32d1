import { awaySchema, quietHoursSchema } from '../../../shared/people/people-schema';
import type { PracticeForms } from '../actions/types';

/** What people say of themselves. */
export const peopleForms: PracticeForms = {
  schemas: { 'people.setAway': awaySchema, 'people.setQuietHours': quietHoursSchema },
  needsRecord: new Set(),
  initialValues: () => ({}),
  hints: () => ({ from: { asTimeOfDay: true }, to: { asTimeOfDay: true } }),
};
