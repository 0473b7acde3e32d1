import { agendaItemSchema, cancelMeetingSchema, closeMeetingSchema, planMeetingSchema } from '../../../../shared/meetings/meeting-schema';
import type { PracticeForms } from '../../actions/types';

/** Forms of the actions on meetings; what is done on the page itself needs none. */
export const meetingForms: PracticeForms = {
  schemas: {
    'meetings.plan': planMeetingSchema,
    'meetings.addItem': agendaItemSchema,
    'meetings.close': closeMeetingSchema,
    'meetings.cancel': cancelMeetingSchema,
  },
  needsRecord: new Set(),
  initialValues: () => ({}),
  hints: (action, _meeting, _values, { me }) => {
    // Others plan for the boards that they chair; the server decides.
    const isManager = me.roles.includes('changeManager') || me.roles.includes('administrator');
    const chairs = (entry: Readonly<Record<string, unknown>>): boolean => isManager || (Array.isArray(entry['chairIds']) && entry['chairIds'].includes(me.id));
    return action === 'meetings.plan' ? { boardId: { accepts: chairs }, startsAt: { asMoment: true } } : {};
  },
};
