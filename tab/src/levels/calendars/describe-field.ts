import type { Language } from '../../../../shared/kernel';
import type { Weekly, Window } from '../../../../shared/sla/calendar-schema';
import type { Translate } from '../../lib/texts';
import { localDay } from '../format';
import { weeklyLines, windowsText } from './describe-calendar';

interface Words {
  readonly t: Translate;
  readonly language: Language;
  calendarName(id: string): string;
}

/** A value of one field of a calendar in words, one line per part. */
export function describeCalendarField({ t, language, calendarName }: Words, field: string, value: unknown): readonly string[] {
  const listed = (entries: readonly string[]): readonly string[] => [new Intl.ListFormat(language).format(entries)];
  switch (field) {
    case 'weekly':
      return weeklyLines(value as Weekly, language, t);
    case 'holidays':
      return [t('levels.calendar.holidayCount', { count: (value as readonly string[]).length })];
    case 'holidayNames':
      return [t('levels.calendar.holidayCount', { count: Object.keys(value as object).length })];
    case 'overrides':
      return Object.entries(value as Readonly<Record<string, readonly Window[]>>).sort().map(([date, windows]) => `${localDay(date, language)}: ${windowsText(windows, t)}`);
    case 'memberIds':
      return listed((value as readonly string[]).map(calendarName));
    case 'sites':
      return listed(value as readonly string[]);
    default:
      return [String(value)];
  }
}
