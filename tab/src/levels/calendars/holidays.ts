import type { Holiday } from '../../../../shared/sla/calendar-year-views';

/** Holidays of a calendar as it keeps them: dates, and names beside them. */
export interface KeptHolidays {
  readonly holidays: readonly string[];
  readonly holidayNames: Readonly<Record<string, string>>;
}

export function listOf({ holidays, holidayNames }: KeptHolidays): readonly Holiday[] {
  return [...holidays].sort().map((date) => ({ date, name: holidayNames[date] ?? '' }));
}

export function keptOf(list: readonly Holiday[]): KeptHolidays {
  const byDate = new Map(list.map(({ date, name }) => [date, name.trim()]));
  const dates = [...byDate.keys()].sort();
  return { holidays: dates, holidayNames: Object.fromEntries(dates.flatMap((date) => (byDate.get(date) ? [[date, byDate.get(date) as string]] : []))) };
}

export const yearOfDate = (date: string): number => Number(date.slice(0, 4));

/** The list with others put in; `replaced` years lose what they had. A new name wins over an old one. */
export function withHolidays(list: readonly Holiday[], added: readonly Holiday[], replaced: { readonly from: number; readonly to: number } | undefined): readonly Holiday[] {
  const stay = replaced ? list.filter(({ date }) => yearOfDate(date) < replaced.from || yearOfDate(date) > replaced.to) : list;
  return [...stay, ...added];
}
