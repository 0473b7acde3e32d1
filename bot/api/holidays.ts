import { canReplay } from '../../shared/app';
import { AppError, coerceStrings, isRefused, parseInput, refuse, type InputOf, type Refused, type Schema } from '../../shared/kernel';
import {
  calendarSchema, holidayCountries, holidayFileSchema, holidayQuerySchema, MAX_HOLIDAY_FILE_BYTES, previewYear, publicHolidays,
  readHolidayFile, readYear, yearOf, yearSchema,
} from '../../shared/sla';
import { HttpError } from './errors';
import { ok, type ApiDeps, type ApiRequest, type Caller, type Reply, type Route } from './http';
import { readFilters } from './query';
import { readBody, readJson } from './read-body';
import { refusalReply } from './refusals';

function readQuery<S extends Schema>(request: ApiRequest, schema: S): InputOf<S> | Refused {
  const parsed = parseInput(schema, coerceStrings(schema, readFilters(request.query, [])));
  return 'problems' in parsed ? refuse('kernel.invalidInput', undefined, parsed.problems) : parsed.value;
}

/** Holidays to choose from for a calendar, before it is saved, and calendars as a year to look at. */
export function holidayRoutes({ app }: ApiDeps): readonly Route[] {
  const { directory } = app.desk;

  async function editor(request: ApiRequest): Promise<Caller> {
    const caller = await request.caller();
    // Who may try what a calendar would mean needs to draw one, too.
    if (!canReplay(caller.actor)) throw new AppError('forbidden', 'forbidden');
    return caller;
  }

  const refused = (request: ApiRequest, { refused: refusal }: Refused, schema: Schema): Reply =>
    refusalReply({ refusal, language: request.language(), now: app.clock.now().toISOString(), schema });

  async function countries(request: ApiRequest): Promise<Reply> {
    await editor(request);
    return ok({ countries: await holidayCountries(request.language()) });
  }

  async function holidays(request: ApiRequest): Promise<Reply> {
    await editor(request);
    const query = readQuery(request, holidayQuerySchema);
    if (isRefused(query)) return refused(request, query, holidayQuerySchema);
    const found = await publicHolidays(query, request.language());
    return isRefused(found) ? refused(request, found, holidayQuerySchema) : ok({ holidays: found });
  }

  async function file(request: ApiRequest): Promise<Reply> {
    await editor(request);
    const query = readQuery(request, holidayFileSchema);
    if (isRefused(query)) return refused(request, query, holidayFileSchema);
    const tooLarge = (): HttpError => new HttpError(413, 'fileTooLarge', { megabytes: MAX_HOLIDAY_FILE_BYTES / 1024 / 1024 });
    const content = await readBody(request.raw, MAX_HOLIDAY_FILE_BYTES, tooLarge);
    const read = await readHolidayFile(content, query, query.zone);
    return isRefused(read) ? refused(request, read, holidayFileSchema) : ok(read);
  }

  async function year(request: ApiRequest): Promise<Reply> {
    await request.caller();
    const calendar = directory.calendar(request.params.id);
    if (!calendar) return refused(request, refuse('kernel.notFound'), yearSchema);
    const asked = readYear(Number(request.query.get('year') ?? app.clock.now().getUTCFullYear()));
    return isRefused(asked) ? refused(request, asked, yearSchema) : ok({ year: yearOf(calendar, asked.year, directory.calendar) });
  }

  async function preview(request: ApiRequest): Promise<Reply> {
    await editor(request);
    const body = await readJson(request.raw);
    const found = previewYear(body.calendar, body.year, directory);
    return isRefused(found) ? refused(request, found, { ...calendarSchema, ...yearSchema }) : ok({ year: found });
  }

  return [
    { method: 'get', path: '/api/holidays/countries', handle: countries },
    { method: 'get', path: '/api/holidays', handle: holidays },
    { method: 'post', path: '/api/holidays/icalendar', handle: file },
    { method: 'get', path: '/api/calendars/:id/year', handle: year },
    { method: 'post', path: '/api/calendars/preview-year', handle: preview },
  ];
}
