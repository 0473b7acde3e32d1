import dayjs, { type Dayjs } from 'dayjs';
import dayjsBusinessTime from 'dayjs-business-time';
import timezone from 'dayjs/plugin/timezone';
import utc from 'dayjs/plugin/utc';
import moment from 'moment';
// It has no types: see business-time.d.ts.
import 'moment-business-time';
import { openTimeOf } from '../../../shared/sla';
import type { VectorCalendar } from '../../../shared/sla/vectors';

/** The two things that all of them can do. Instants are milliseconds since 1970. */
export interface BusinessTime {
  add(from: number, minutes: number): number;
  minutesBetween(from: number, to: number): number;
}

type Make = (calendar: VectorCalendar) => BusinessTime;

const MINUTE = 60_000;
const DAYS = [['sun', 'sunday'], ['mon', 'monday'], ['tue', 'tuesday'], ['wed', 'wednesday'], ['thu', 'thursday'], ['fri', 'friday'], ['sat', 'saturday']] as const;

function withMoment({ timeZone, weekly, holidays }: VectorCalendar): BusinessTime {
  // It counts in the zone of the process.
  process.env.TZ = timeZone;
  const workinghours = Object.fromEntries(DAYS.map(([short], day) => [day, weekly[short]?.length ? weekly[short].flat().map((time) => `${time}:00`) : null]));
  moment.updateLocale('en', { workinghours, holidays });
  return {
    add: (from, minutes) => moment(from).addWorkingTime(minutes, 'minutes').valueOf(),
    minutesBetween: (from, to) => moment(to).workingDiff(moment(from), 'minutes'),
  };
}

function withDayjs({ weekly, holidays }: VectorCalendar, make: (instant: number) => Dayjs): BusinessTime {
  dayjs.extend(dayjsBusinessTime);
  const windows = DAYS.map(([short, long]) => [long, weekly[short]?.length ? weekly[short].map(([start, end]) => ({ start: `${start}:00`, end: `${end}:00` })) : null]);
  dayjs.setBusinessTime(Object.fromEntries(windows) as Parameters<typeof dayjs.setBusinessTime>[0]);
  dayjs.setHolidays([...holidays]);
  return {
    add: (from, minutes) => make(from).addBusinessMinutes(minutes).valueOf(),
    minutesBetween: (from, to) => make(from).businessMinutesDiff(make(to)),
  };
}

function withBellhop({ timeZone, ...calendar }: VectorCalendar): BusinessTime {
  const time = openTimeOf({ id: 'CAL0000001', name: 'Bench', version: 1, createdAt: '', updatedAt: '', retired: false, zone: timeZone, ...calendar }, () => undefined);
  return {
    add: (from, minutes) => time.after(from, minutes * MINUTE) ?? Number.NaN,
    minutesBetween: (from, to) => time.between(from, to) / MINUTE,
  };
}

/** Each as its documentation says; Day.js also with its own plugin for zones. */
export const LIBRARIES: Readonly<Record<string, Make>> = {
  'Bellhop': withBellhop,
  'moment-business-time': withMoment,
  'dayjs-business-time': (calendar) => {
    process.env.TZ = calendar.timeZone;
    return withDayjs(calendar, (instant) => dayjs(instant));
  },
  'dayjs-business-time, timezone plugin': (calendar) => {
    dayjs.extend(utc);
    dayjs.extend(timezone);
    return withDayjs(calendar, (instant) => dayjs(instant).tz(calendar.timeZone));
  },
};
