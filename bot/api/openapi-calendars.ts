import type { Language } from '../../shared/kernel';
import { calendarSchema, holidayFileSchema, holidayQuerySchema, yearSchema } from '../../shared/sla';
import { failure, success } from './openapi-components';
import { filterParametersOf, inputSchemaOf } from './openapi-schema';

const text = { type: 'string' };
const date = { type: 'string', format: 'date' };
const minutes = { type: 'number', minimum: 0 };
const listOf = (items: object): object => ({ type: 'array', items });
const record = (properties: Readonly<Record<string, object>>, optional: readonly string[] = []): object => ({
  type: 'object', properties, required: Object.keys(properties).filter((name) => !optional.includes(name)),
});

const PLACE = { code: text, name: text };
const HOLIDAYS = listOf(record({ date, name: text }));
const DAY = record(
  {
    date,
    reason: { type: 'string', enum: ['weekly', 'holiday', 'override', 'union'] },
    windows: listOf({ type: 'array', items: text, minItems: 2, maxItems: 2 }),
    holiday: text,
    openMinutes: minutes,
    dayMinutes: { ...minutes, description: 'Only of days that are not 24 hours long.' },
  },
  ['holiday', 'dayMinutes'],
);
const YEAR = record({ year: record({ year: { type: 'integer' }, zone: text, openMinutes: minutes, days: listOf(DAY) }) });

/** Holidays to import, and calendars as a year to look at. */
export function calendarPaths(language: Language): Readonly<Record<string, object>> {
  const get = (operationId: string, summary: string, parameters: readonly object[], answer: object): object => ({
    get: { operationId, tags: ['calendars'], summary, parameters, responses: { 200: success(summary, answer), ...failure(401, 403, 404, 422, 500, 503) } },
  });
  const post = (operationId: string, summary: string, parameters: readonly object[], content: object, answer: object): object => ({
    post: {
      operationId, tags: ['calendars'], summary, parameters, requestBody: { required: true, content },
      responses: { 200: success(summary, answer), ...failure(400, 401, 403, 413, 415, 422, 500, 503) },
    },
  });
  const id = { name: 'id', in: 'path', required: true, schema: text };
  const draft = { ...inputSchemaOf(calendarSchema, language, { properties: {}, required: [] }), required: ['zone', 'weekly'] };
  return {
    '/api/holidays/countries': get('holidays.countries', 'Countries and regions whose public holidays are known', [], record({ countries: listOf(record({ ...PLACE, regions: listOf(record(PLACE)) })) })),
    '/api/holidays': get('holidays.list', 'Public holidays of a country or region', filterParametersOf(holidayQuerySchema, language), record({ holidays: HOLIDAYS })),
    '/api/holidays/icalendar': post(
      'holidays.readFile', 'Holidays in an iCalendar file; nothing is saved', filterParametersOf(holidayFileSchema, language), { 'text/calendar': { schema: text } },
      record({ holidays: HOLIDAYS, leftOut: { type: 'integer', description: 'Events that cover only a part of a day.' } }),
    ),
    '/api/calendars/{id}/year': get('calendarYear', 'A calendar day by day over a year', [id, ...filterParametersOf(yearSchema, language)], YEAR),
    '/api/calendars/preview-year': post(
      'calendarYear.preview', 'The year of a calendar that is not saved', [],
      { 'application/json': { schema: { ...record({ year: { type: 'integer' }, calendar: draft }), additionalProperties: false } } }, YEAR,
    ),
  };
}
