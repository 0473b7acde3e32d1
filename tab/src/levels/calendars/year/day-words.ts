import type { Language } from '../../../../../shared/kernel';
import type { CalendarDay } from '../../../../../shared/sla/calendar-year-views';
import { workingTime } from '../../../../../shared/strings/dates';
import type { Translate } from '../../../lib/texts';
import { localDay } from '../../format';
import { windowsText } from '../describe-calendar';

export type DayKind = 'open' | 'closed' | 'holiday' | 'exception';

/** What a day is for the eye. A holiday on a day that is closed anyway still shows as one. */
export function kindOf({ reason, openMinutes }: CalendarDay): DayKind {
  if (reason === 'override') return 'exception';
  if (reason === 'holiday') return 'holiday';
  return openMinutes > 0 ? 'open' : 'closed';
}

const MINUTE_MS = 60_000;

/** "Thu, Dec 24, 2026: 09:00–12:00, 3 h open. Exception. Christmas Eve." */
export function dayText(day: CalendarDay, language: Language, t: Translate): string {
  const { date, windows, openMinutes, reason, holiday, dayMinutes } = day;
  const hours = openMinutes > 0 ? t('levels.year.open', { windows: windowsText(windows, t), time: workingTime(openMinutes * MINUTE_MS, language) }) : t('levels.closed');
  const notes = [
    reason === 'override' && t('levels.year.exception'),
    holiday !== undefined && (holiday || t('levels.year.holiday')),
    dayMinutes !== undefined && (dayMinutes === 0 ? t('levels.year.skipped') : t('levels.year.clockChange', { time: workingTime(dayMinutes * MINUTE_MS, language) })),
  ].filter(Boolean);
  return [`${localDay(date, language)}: ${hours}`, ...notes].join(' · ');
}
