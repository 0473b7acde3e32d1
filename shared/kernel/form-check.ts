import { isFilledConditions } from './check-conditions';
import { isObject, parseInput } from './parse';
import type { FieldProblem } from './refusal';
import { governing, PATTERNS, scalarText, type Field, type FieldKind, type Schema } from './schema';

/** What an order form can ask for (domain.md 9.1). The other kinds belong to actions. */
export const FORM_KINDS = [
  'text', 'paragraph', 'number', 'money', 'date', 'dateTime', 'choice', 'multiChoice', 'yesNo', 'person', 'people', 'group', 'entry', 'entries', 'files', 'information',
] as const satisfies readonly FieldKind[];
export type FormKind = (typeof FORM_KINDS)[number];

/** A request carries the form that it was ordered with: it has to fit beside everything else. */
export const MAX_FORM_CHARS = 20_000;
const MAX_FIELDS = 40;
const MAX_OPTIONS = 60;
const NAME = /^[a-z][A-Za-z0-9]{0,39}$/;
const VALUE = /^[\w-]{1,40}$/;
const REGISTERS = ['services', 'items'];

type Raw = Readonly<Record<string, unknown>>;
type Settings = Readonly<Record<string, (value: unknown, form: Raw) => boolean>>;

const isText = (value: unknown, most: number): boolean => typeof value === 'string' && value.trim() !== '' && value.length <= most;
const isWhole = (value: unknown, least: number, most: number): boolean => Number.isInteger(value) && (value as number) >= least && (value as number) <= most;
const isFinite = (value: unknown): boolean => typeof value === 'number' && Number.isFinite(value);
const isLabel = (value: unknown, most: number): boolean =>
  isObject(value) && isText(value.en, most) && (value.de === undefined || isText(value.de, most)) && Object.keys(value).every((key) => key === 'en' || key === 'de');

function isOptions(value: unknown): boolean {
  if (!Array.isArray(value) || value.length === 0 || value.length > MAX_OPTIONS) return false;
  const isOption = (entry: unknown): boolean => isObject(entry) && typeof entry.value === 'string' && VALUE.test(entry.value) && isLabel(entry.label, 200) && Object.keys(entry).length === 2;
  return value.every(isOption) && new Set(value.map((entry: Raw) => entry.value)).size === value.length;
}

const COMMON: Settings = {
  label: (value) => isLabel(value, 500), help: (value) => isLabel(value, 500), required: (value) => typeof value === 'boolean', visibleIf: isFilledConditions, requiredIf: isFilledConditions, default: () => true,
};
const LENGTHS: Settings = { min: (value) => isWhole(value, 1, 2_000), max: (value) => isWhole(value, 1, 4_000) };
const COUNT: Settings = { min: (value) => isWhole(value, 1, 20), max: (value) => isWhole(value, 1, 20) };
const LIMITS: Settings = { atLeast: isFinite, atMost: isFinite };
const DATES: Settings = {
  notBefore: (value, form) => value === 'today' || (typeof value === 'string' && Object.hasOwn(form, value) && isObject(form[value]) && ['date', 'dateTime'].includes(scalarText(form[value].kind))),
  withinDays: (value) => isWhole(value, 1, 3_650),
};
const OPTIONS: Settings = { options: isOptions };
const OF: Settings = { of: (value) => typeof value === 'string' && REGISTERS.includes(value) };

/** What each kind can be told, beside what all can. */
const SETTINGS: Readonly<Record<FormKind, Settings>> = {
  text: { ...LENGTHS, pattern: (value) => (PATTERNS as readonly unknown[]).includes(value) },
  paragraph: LENGTHS,
  number: { ...LIMITS, isWhole: (value) => typeof value === 'boolean' },
  money: { ...LIMITS, currency: (value) => typeof value === 'string' && /^[A-Z]{3}$/.test(value) },
  date: DATES, dateTime: DATES,
  choice: OPTIONS, multiChoice: { ...OPTIONS, ...COUNT },
  yesNo: {}, person: {}, people: COUNT, group: {}, entry: OF, entries: { ...OF, ...COUNT }, files: COUNT, information: {},
};
const MUST_HAVE: Partial<Record<FormKind, string>> = { choice: 'options', multiChoice: 'options', entry: 'of', entries: 'of' };

const shown = (text: unknown): string => scalarText(text).slice(0, 40);
const problem = (name: string, code: string, params: FieldProblem['params'] = {}): FieldProblem => ({ field: `form.${shown(name)}`, code, params: { name: shown(name), ...params } });

function fieldProblems(name: string, raw: unknown, form: Raw): readonly FieldProblem[] {
  if (!NAME.test(name) || name === 'today') return [problem(name, 'form.badName')];
  if (!isObject(raw)) return [problem(name, 'form.notField')];
  const { kind } = raw;
  if (!(FORM_KINDS as readonly unknown[]).includes(kind)) return [problem(name, 'form.unknownKind', { kind: shown(kind) })];
  const known: Settings = { ...COMMON, ...SETTINGS[kind as FormKind] };
  const wrong = Object.entries(raw).filter(([key, value]) => key !== 'kind' && !(Object.hasOwn(known, key) && known[key]!(value, form)));
  const must = ['label', MUST_HAVE[kind as FormKind]].filter((key) => key !== undefined && raw[key] === undefined);
  return [...wrong.map(([key]) => key), ...must].map((key) => problem(name, 'form.badSetting', { setting: shown(key) }));
}

/** Conditions that look at nothing, at themselves, or at answers that nobody can give. */
function conditionProblems(name: string, field: Field, form: Schema): readonly FieldProblem[] {
  return [...(field.visibleIf ?? []), ...(field.requiredIf ?? [])].flat().flatMap(({ field: other, is = [], isNot = [] }) => {
    const looked = Object.hasOwn(form, other) ? form[other] : undefined;
    if (!looked || other === name || looked.kind === 'information') return [problem(name, 'form.unknownOther', { other: shown(other) })];
    const values = looked.kind === 'yesNo' ? ['true', 'false', ''] : looked.options && [...looked.options.map(({ value }) => value), ''];
    const odd = values && [...is, ...isNot].find((value) => !values.includes(value));
    return odd === undefined ? [] : [problem(name, 'form.unknownValue', { other: shown(other), value: shown(odd) })];
  });
}

/** Fields that are asked for depending, in the end, on themselves. */
function cycles(form: Schema): readonly FieldProblem[] {
  const leadsTo = (name: string, target: string, seen: Set<string>): boolean =>
    governing(form[name]?.visibleIf).some((other) => other === target || (!seen.has(other) && Object.hasOwn(form, other) && leadsTo(other, target, seen.add(other))));
  return Object.keys(form).filter((name) => leadsTo(name, name, new Set())).map((name) => problem(name, 'form.cycle'));
}

function defaultProblems(name: string, field: Field): readonly FieldProblem[] {
  if (field.default === undefined) return [];
  const { visibleIf: _visible, requiredIf: _required, notBefore: _before, ...alone } = field;
  return 'problems' in parseInput({ [name]: alone }, { [name]: field.default }) ? [problem(name, 'form.badSetting', { setting: 'default' })] : [];
}

/** Everything that is wrong with an order form that somebody wants to save; whatever passes can be drawn and answered. */
export function formProblems(raw: unknown): readonly FieldProblem[] {
  if (!isObject(raw)) return [{ field: 'form', code: 'notObject' }];
  const length = JSON.stringify(raw).length;
  if (length > MAX_FORM_CHARS) return [{ field: 'form', code: 'tooLong', params: { length, max: MAX_FORM_CHARS } }];
  const names = Object.keys(raw);
  if (names.length > MAX_FIELDS) return [{ field: 'form', code: 'tooMany', params: { max: MAX_FIELDS } }];
  const shape = names.flatMap((name) => fieldProblems(name, raw[name], raw));
  if (shape.length > 0) return shape;
  const form = raw as Schema;
  const entries = Object.entries(form);
  return [...entries.flatMap(([name, field]) => [...conditionProblems(name, field, form), ...defaultProblems(name, field)]), ...cycles(form)];
}

/** What an empty form starts with. */
export function defaultsOf(form: Schema): Readonly<Record<string, unknown>> {
  return Object.fromEntries(Object.entries(form).flatMap(([name, field]) => (field.default === undefined ? [] : [[name, field.default]])));
}
