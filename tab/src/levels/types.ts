import type { InputOf, RecordView } from '../../../shared/kernel';
import type { agreementSchema } from '../../../shared/sla/agreement-schema';
import type { calendarSchema } from '../../../shared/sla/calendar-schema';

interface Entry {
  readonly createdAt: string;
  readonly updatedAt: string;
  readonly retired: boolean;
}

export type AgreementValues = InputOf<typeof agreementSchema>;
export type CalendarValues = InputOf<typeof calendarSchema>;
export type AgreementView = RecordView & AgreementValues & Entry;
export type CalendarView = RecordView & CalendarValues & Entry;

/** Field -> what is wrong with it, in words. */
export type Problems = Readonly<Record<string, string>>;
