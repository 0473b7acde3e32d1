import { number, refuse, text, type InputOf, type Language, type Refused } from '../kernel';
import { dayNumberOf } from './calendar-dates';
import { createHolidayList, type YearRange } from './calendar-holidays';
import type { Holiday, HolidayCountry } from './calendar-year-views';
import { DAY } from './calendar-zone';

const FIRST_YEAR = 1970;
const LAST_YEAR = 2099;
/** Nobody plans further, and a calendar holds no more dates. */
const MAX_YEARS = 20;
/** A public holiday that begins at noon leaves the morning open: no date to close. */
const LEAST_DAY = 0.75 * DAY;

/** A range of years, and what is asked for in it. */
export const yearRangeSchema = {
  from: number({ label: 'field.holidays.from', required: true, atLeast: FIRST_YEAR, atMost: LAST_YEAR }),
  to: number({ label: 'field.holidays.to', required: true, atLeast: FIRST_YEAR, atMost: LAST_YEAR }),
};

/** What is asked of a holiday file; times in UTC are told in the zone. */
export const holidayFileSchema = { ...yearRangeSchema, zone: text({ label: 'field.calendar.zone', max: 60 }) };

export const holidayQuerySchema = {
  country: text({ label: 'field.holidays.country', required: true, max: 2 }),
  /** A region, or a part of one: `BY`, `BY-A`. */
  region: text({ label: 'field.holidays.region', max: 40 }),
  ...yearRangeSchema,
};

export type HolidayQuery = InputOf<typeof holidayQuerySchema>;

/** 800 KB of rules, read when somebody first asks for holidays. */
async function load() {
  return (await import('date-holidays')).default;
}

let loading: ReturnType<typeof load> | undefined;
const library = (): ReturnType<typeof load> => (loading ??= load());

type Names = Readonly<Record<string, string>> | undefined;

/** Names in alphabetical order of the reader's language. */
function inOrder<T extends { readonly name: string }>(entries: readonly T[], language: Language): readonly T[] {
  return [...entries].sort((a, b) => a.name.localeCompare(b.name, language));
}

const listed = new Map<Language, readonly HolidayCountry[]>();

/** Countries whose public holidays are known, with their regions and the parts of these. */
export async function holidayCountries(language: Language): Promise<readonly HolidayCountry[]> {
  const known = listed.get(language);
  if (known) return known;
  const Holidays = await library();
  const rules = new Holidays();
  const countryNames = new Intl.DisplayNames([language], { type: 'region', fallback: 'none' });

  function regionsOf(country: string): HolidayCountry['regions'] {
    const states = Object.entries((rules.getStates(country, language) as Names) ?? {});
    const regions = states.flatMap(([state, name]) => {
      const parts = Object.entries((rules.getRegions(country, state, language) as Names) ?? {});
      return [{ code: state, name }, ...parts.map(([part, partName]) => ({ code: `${state}-${part}`, name: `${name} › ${partName}` }))];
    });
    return inOrder(regions, language);
  }

  const countries = Object.entries(rules.getCountries(language)).map(([code, name]) => ({ code, name: countryNames.of(code) ?? name, regions: regionsOf(code) }));
  const ordered = inOrder(countries, language);
  listed.set(language, ordered);
  return ordered;
}

/** Is this range of years one that holidays are looked up for? Refuses otherwise. */
export function refuseRange({ from, to }: YearRange): Refused | undefined {
  if (!Number.isInteger(from) || !Number.isInteger(to)) return refuse('kernel.invalidInput', undefined, [{ field: Number.isInteger(from) ? 'to' : 'from', code: 'notYear' }]);
  if (to < from) return refuse('kernel.invalidInput', undefined, [{ field: 'to', code: 'yearsBackwards' }]);
  return to - from >= MAX_YEARS ? refuse('kernel.invalidInput', undefined, [{ field: 'to', code: 'tooManyYears', params: { max: MAX_YEARS } }]) : undefined;
}

/**
 * Public holidays of a country or region, substitute days included, as local dates. A holiday of several days is several
 * dates; one of half a day is none, because nothing is closed all day.
 */
export async function publicHolidays(query: HolidayQuery, language: Language): Promise<readonly Holiday[] | Refused> {
  const refusal = refuseRange(query);
  if (refusal) return refusal;
  const country = (await holidayCountries(language)).find(({ code }) => code === query.country);
  if (!country) return refuse('kernel.invalidInput', undefined, [{ field: 'country', code: 'notOffered' }]);
  const isRegion = query.region === undefined || country.regions.some(({ code }) => code === query.region);
  if (!isRegion) return refuse('kernel.invalidInput', undefined, [{ field: 'region', code: 'notOffered' }]);

  const Holidays = await library();
  const [state = '', part = ''] = query.region?.split('-') ?? [];
  const rules = new Holidays(country.code, state, part, { types: ['public'] });
  const list = createHolidayList(query);
  // A holiday of several days may begin in the year before.
  for (let year = query.from - 1; year <= query.to; year += 1) {
    for (const { date, start, end, name } of rules.getHolidays(year, language)) {
      const firstDay = dayNumberOf(date.slice(0, 10));
      const length = end.getTime() - start.getTime();
      if (firstDay !== undefined && length >= LEAST_DAY) list.add(firstDay, Math.round(length / DAY), name);
    }
  }
  return list.holidays();
}
