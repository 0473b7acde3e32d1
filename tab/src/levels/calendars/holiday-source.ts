import type { Holiday, HolidayCountry, HolidayFile } from '../../../../shared/sla/calendar-year-views';
import type { Api } from '../../lib/api';

/** Years, both included. */
export interface Years {
  readonly from: number;
  readonly to: number;
}

const query = (values: Readonly<Record<string, string | number | undefined>>): string =>
  new URLSearchParams(Object.entries(values).filter(([, value]) => value !== undefined && value !== '').map(([name, value]) => [name, String(value)])).toString();

export async function loadCountries(api: Api): Promise<readonly HolidayCountry[]> {
  return (await api.get<{ countries: readonly HolidayCountry[] }>('/api/holidays/countries')).countries;
}

export async function loadHolidays(api: Api, country: string, region: string, { from, to }: Years): Promise<readonly Holiday[]> {
  return (await api.get<{ holidays: readonly Holiday[] }>(`/api/holidays?${query({ country, region, from, to })}`)).holidays;
}

/** Days of a file as they fall in the zone of the calendar. */
export async function readHolidayFile(api: Api, file: Blob, zone: string, { from, to }: Years): Promise<HolidayFile> {
  const response = await api.ask(`/api/holidays/icalendar?${query({ from, to, zone })}`, file);
  return (await response.json()) as HolidayFile;
}
