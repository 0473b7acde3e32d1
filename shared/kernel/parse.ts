import { dayIn, type Moment } from './clock';
import type { FieldProblem } from './refusal';
import { askedFields, isRequired, type Field, type InputOf, type PatternName, type Schema } from './schema';
import { RECORD_ID } from './ids';

const DEFAULT_MAX: Partial<Record<Field['kind'], number>> = { text: 200, paragraph: 20_000, multiChoice: 50, people: 50, files: 20, entries: 100 };
const DATE = /^\d{4}-\d{2}-\d{2}$/;
const INSTANT = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(:\d{2}(\.\d{1,3})?)?(Z|[+-]\d{2}:\d{2})$/;
// Everything below space except tab and line feed, and the C1 block: invisible, and never typed on purpose.
// eslint-disable-next-line no-control-regex
const CONTROL = /[\u0000-\u0008\u000b-\u001f\u007f-\u009f]/;

/** Every one takes time in proportion to the text, which is short. */
const PATTERNS: Readonly<Record<PatternName, { readonly matches: RegExp; readonly code: string }>> = {
  mail: { matches: /^[^\s@]{1,64}@[a-z0-9-]+(\.[a-z0-9-]+)+$/i, code: 'notMail' },
  url: { matches: /^https?:\/\/[^\s/]+(\/\S*)?$/i, code: 'notUrl' },
  phone: { matches: /^\+?[\d ()/.-]{5,30}$/, code: 'notPhone' },
  network: { matches: /^[a-z0-9.:_-]+(\/\d{1,3})?$/i, code: 'notNetwork' },
  recordNumber: { matches: /^(INC|REQ|CHG)\d{7,10}$/i, code: 'notRecordNumber' },
};

type Checked = { readonly value: unknown } | Omit<FieldProblem, 'field'>;

const problem = (code: string, params?: Record<string, string | number>): Checked => ({ code, ...(params && { params }) });

function checkText(field: Field, raw: unknown): Checked {
  if (typeof raw !== 'string') return problem('notText');
  const value = raw.replace(/\r\n?/g, '\n').trim();
  const max = field.max ?? DEFAULT_MAX[field.kind] ?? 200;
  if (value.length > max) return problem('tooLong', { max, length: value.length });
  if (CONTROL.test(value)) return problem('controlCharacters');
  if (field.kind === 'text' && value.includes('\n')) return problem('oneLine');
  if (field.min && value.length > 0 && value.length < field.min) return problem('tooShort', { min: field.min });
  const pattern = field.pattern && PATTERNS[field.pattern];
  return pattern && !pattern.matches.test(value) ? problem(pattern.code) : { value };
}

function checkNumber(field: Field, raw: unknown): Checked {
  if (typeof raw !== 'number' || !Number.isFinite(raw)) return problem('notNumber');
  if (field.isWhole && !Number.isSafeInteger(raw)) return problem('notWhole');
  if (field.kind === 'money' && Math.round(raw * 100) / 100 !== raw) return problem('notMoney');
  if (field.atLeast !== undefined && raw < field.atLeast) return problem('tooSmall', { min: field.atLeast });
  if (field.atMost !== undefined && raw > field.atMost) return problem('tooLarge', { max: field.atMost });
  return { value: raw };
}

function checkList(field: Field, raw: unknown, check: (entry: string) => boolean): Checked {
  if (!Array.isArray(raw) || raw.some((entry) => typeof entry !== 'string')) return problem('notList');
  const value = [...new Set(raw as string[])];
  const max = field.max ?? DEFAULT_MAX[field.kind] ?? 50;
  if (value.length > max) return problem('tooMany', { max });
  if (field.min && value.length < field.min) return problem('tooFew', { min: field.min });
  return value.every(check) ? { value } : problem('notOffered');
}

function isOption(field: Field, value: unknown): boolean {
  return field.options?.some((option) => option.value === value) ?? false;
}

const isFileId = (value: string): boolean => /^[a-z0-9-]{8,64}$/.test(value);

function checkRecordId(raw: unknown): Checked {
  return typeof raw === 'string' && RECORD_ID.test(raw) ? { value: raw } : problem('notFound');
}

/** Browsers disagree about days that no month has, so it is counted here. */
function isDay(text: string): boolean {
  const [year = 0, month = 0, day = 0] = text.split('-').map(Number);
  return month >= 1 && month <= 12 && day >= 1 && day <= new Date(Date.UTC(year, month, 0)).getUTCDate();
}

function checkInstant(raw: unknown, pattern: RegExp): Checked {
  if (typeof raw !== 'string' || !pattern.test(raw) || !isDay(raw.slice(0, 10)) || Number.isNaN(Date.parse(raw))) {
    return problem(pattern === DATE ? 'notDate' : 'notDateTime');
  }
  return { value: pattern === DATE ? raw : new Date(raw).toISOString() };
}

const DAY_MS = 86_400_000;

/** Is the day, or moment, after the one it must not lie before, and close enough to it? Nothing to compare with: nothing is wrong. */
function checkOrder(field: Field, value: unknown, answers: Readonly<Record<string, unknown>>, moment: Moment | undefined): Checked {
  const { kind, notBefore, withinDays } = field;
  if (!notBefore || typeof value !== 'string') return { value };
  const today = moment && (kind === 'date' ? dayIn(moment) : moment.now);
  const start = notBefore === 'today' ? today : answers[notBefore];
  if (typeof start !== 'string') return { value };
  const length = Math.min(start.length, value.length);
  if (value.slice(0, length) < start.slice(0, length)) return problem(notBefore === 'today' ? 'isOver' : 'beforeStart');
  const days = (Date.parse(value) - Date.parse(start)) / DAY_MS;
  return withinDays !== undefined && days > withinDays ? problem('tooFar', { days: withinDays }) : { value };
}

function checkStructured(field: Field, raw: unknown): Checked {
  if (typeof raw !== 'object' || raw === null) return problem('notStructured');
  const max = field.max ?? 30_000;
  return JSON.stringify(raw).length <= max ? { value: raw } : problem('tooLong', { max, length: JSON.stringify(raw).length });
}

/** Checks one present value against its field. */
function checkField(field: Field, raw: unknown): Checked {
  switch (field.kind) {
    case 'text':
    case 'paragraph':
      return checkText(field, raw);
    case 'number':
    case 'money':
      return checkNumber(field, raw);
    case 'yesNo':
      return typeof raw === 'boolean' ? { value: raw } : problem('notYesNo');
    case 'choice':
      return isOption(field, raw) ? { value: raw } : problem('notOffered');
    case 'multiChoice':
      return checkList(field, raw, (entry) => isOption(field, entry));
    case 'people':
    case 'entries':
      return checkList(field, raw, (entry) => RECORD_ID.test(entry));
    case 'files':
      return checkList(field, raw, isFileId);
    case 'date':
      return checkInstant(raw, DATE);
    case 'dateTime':
      return checkInstant(raw, INSTANT);
    case 'structured':
      return checkStructured(field, raw);
    default:
      return checkRecordId(raw);
  }
}

/** Whether a value from outside is one with named parts, and no list. */
export function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

const isEmpty = (value: unknown): boolean =>
  value === undefined || value === null || (typeof value === 'string' && value.trim() === '') || (Array.isArray(value) && value.length === 0);

/**
 * Checks an input completely and reports every problem at once (domain.md 3, rule R3). Unknown fields are refused, so a
 * misspelled name is never silently lost. Empty values count as absent; hidden fields are dropped. Days that must not be over
 * are looked at only where `moment` says what time it is, and where.
 */
export function parseInput<S extends Schema>(
  schema: S,
  input: unknown,
  moment?: Moment,
): { readonly value: InputOf<S> } | { readonly problems: readonly FieldProblem[] } {
  if (!isObject(input)) return { problems: [{ field: '', code: 'notObject' }] };
  const problems: FieldProblem[] = [];
  const value: Record<string, unknown> = {};
  for (const name of Object.keys(input)) {
    if (!Object.hasOwn(schema, name)) problems.push({ field: name.slice(0, 60), code: 'unknownField' });
  }
  const asked = askedFields(schema, input);
  for (const [name, field] of Object.entries(schema)) {
    const raw = Object.hasOwn(input, name) ? input[name] : undefined;
    if (!asked.names.has(name) || field.kind === 'information') continue;
    if (isEmpty(raw)) {
      if (isRequired(field, asked)) problems.push({ field: name, code: 'required' });
      continue;
    }
    const checked = checkField(field, raw);
    if ('value' in checked) value[name] = checked.value;
    else problems.push({ field: name, ...checked });
  }
  for (const [name, field] of Object.entries(schema)) {
    const checked = checkOrder(field, value[name], value, moment);
    if (!('value' in checked)) problems.push({ field: name, ...checked });
  }
  return problems.length > 0 ? { problems } : { value: value as InputOf<S> };
}
