import type { Weekly } from '../../sla/calendar-schema';

export interface DemoCalendar {
  readonly key: string;
  readonly name: string;
  readonly zone: string;
  readonly weekly: Weekly;
  readonly holidays: readonly string[];
  readonly holidayNames?: Readonly<Record<string, string>>;
}

const DAY = [['08:00', '18:00']] as const;
const ALL_DAY = [['00:00', '24:00']] as const;

/** Public holidays in Hamburg, also those that fall on a weekend. */
const HAMBURG_HOLIDAYS: Readonly<Record<string, string>> = {
  '2026-01-01': 'New Year’s Day',
  '2026-04-03': 'Good Friday',
  '2026-04-06': 'Easter Monday',
  '2026-05-01': 'Labor Day',
  '2026-05-14': 'Ascension Day',
  '2026-05-25': 'Whit Monday',
  '2026-10-03': 'German Unity Day',
  '2026-10-31': 'Reformation Day',
  '2026-12-25': 'Christmas Day',
  '2026-12-26': 'Second day of Christmas',
  '2027-01-01': 'New Year’s Day',
  '2027-03-26': 'Good Friday',
  '2027-03-29': 'Easter Monday',
  '2027-05-01': 'Labor Day',
  '2027-05-06': 'Ascension Day',
  '2027-05-17': 'Whit Monday',
  '2027-10-03': 'German Unity Day',
  '2027-10-31': 'Reformation Day',
  '2027-12-25': 'Christmas Day',
  '2027-12-26': 'Second day of Christmas',
};

export const CALENDARS: readonly DemoCalendar[] = [
  {
    key: 'business',
    name: 'Business hours (Hamburg)',
    zone: 'Europe/Berlin',
    weekly: { mon: DAY, tue: DAY, wed: DAY, thu: DAY, fri: DAY },
    holidays: Object.keys(HAMBURG_HOLIDAYS),
    holidayNames: HAMBURG_HOLIDAYS,
  },
  {
    key: 'always',
    name: 'Around the clock',
    zone: 'Europe/Berlin',
    weekly: { mon: ALL_DAY, tue: ALL_DAY, wed: ALL_DAY, thu: ALL_DAY, fri: ALL_DAY, sat: ALL_DAY, sun: ALL_DAY },
    holidays: [],
  },
];
