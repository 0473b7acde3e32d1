import type { InputOf } from '../../../shared/kernel';
import type { agreementSchema } from '../../../shared/sla/agreement-schema';
import type { calendarSchema } from '../../../shared/sla/calendar-schema';
import type { EntryView } from '../registers/types';

export type AgreementValues = InputOf<typeof agreementSchema>;
export type CalendarValues = InputOf<typeof calendarSchema>;
export type AgreementView = EntryView & AgreementValues;
export type CalendarView = EntryView & CalendarValues;
