import { conditionsHold, type ConditionFields, type Conditions } from './condition';

/**
 * Input schemas are data: one description draws the Adaptive Card form, the tab form, the API validation and the OpenAPI
 * document, and a catalogue offering can store one as its own form. Browser-safe.
 */
export type FieldKind =
  | 'text'
  | 'paragraph'
  | 'number'
  | 'money'
  | 'choice'
  | 'multiChoice'
  | 'yesNo'
  | 'date'
  | 'dateTime'
  | 'person'
  | 'people'
  | 'group'
  | 'category'
  | 'article'
  | 'offering'
  | 'record'
  | 'entry'
  | 'entries'
  | 'files'
  | 'information'
  | 'structured';

export const PATTERNS = ['mail', 'url', 'phone', 'network', 'recordNumber'] as const;
export type PatternName = (typeof PATTERNS)[number];

/** A text key, or the texts themselves where an administrator wrote them. */
export type Label = string | { readonly en: string; readonly de?: string };

export interface Option {
  readonly value: string;
  readonly label: Label;
}

export interface FieldOptions {
  readonly label: Label;
  readonly help?: Label;
  readonly required?: boolean;
  /** Characters for texts, entries for lists. */
  readonly max?: number;
  readonly min?: number;
  /** For `number`. */
  readonly atMost?: number;
  readonly atLeast?: number;
  readonly options?: readonly Option[];
  /**
   * For `entry` and `entries`: the register they are from, by the name of its practice. For `structured`: a list of ids of its
   * records. `boards` on a `group`: boards too.
   */
  readonly of?: string;
  /** Asked for, and required if `required`, only while other answers are like this; whatever is answered to it else is dropped. */
  readonly visibleIf?: Conditions;
  /** Required while other answers are like this. */
  readonly requiredIf?: Conditions;
  /** What a form starts with. A field that was left empty stays empty: it is no answer by itself. */
  readonly default?: unknown;
  /** For `number`: no fractions. */
  readonly isWhole?: boolean;
  /** For `text`: what it must look like. Named, so that nobody can write an expression that never ends. */
  readonly pattern?: PatternName;
  /** For dates: `today`, or the field that has the beginning. */
  readonly notBefore?: string;
  /** At most so many days after `notBefore`. */
  readonly withinDays?: number;
  /** For `money`, ISO 4217; absent: euros. */
  readonly currency?: string;
}

export interface Field<T = unknown, Required extends boolean = boolean> extends FieldOptions {
  readonly kind: FieldKind;
  /** Carries the TypeScript type only; never present at run time. */
  readonly __type?: T;
  readonly __required?: Required;
}

export type Schema = Readonly<Record<string, Field>>;

type RequiredKeys<S extends Schema> = { [K in keyof S]: S[K] extends Field<unknown, true> ? K : never }[keyof S];
type TypeOf<F> = F extends Field<infer T> ? T : never;

/** The TypeScript type of a valid input for this schema. */
export type InputOf<S extends Schema> = { readonly [K in RequiredKeys<S>]: TypeOf<S[K]> } & {
  readonly [K in Exclude<keyof S, RequiredKeys<S>>]?: TypeOf<S[K]>;
};

type IsRequired<O extends FieldOptions> = O extends { readonly required: true; readonly visibleIf?: undefined } ? true : false;

function builder<T>(kind: FieldKind) {
  return <const O extends FieldOptions>(options: O) => ({ kind, ...options }) as Field<T, IsRequired<O>> & O;
}

export const text = builder<string>('text');
export const paragraph = builder<string>('paragraph');
export const number = builder<number>('number');
/** An amount with at most two decimals. */
export const money = builder<number>('money');
export const multiChoice = builder<readonly string[]>('multiChoice');
export const yesNo = builder<boolean>('yesNo');
export const date = builder<string>('date');
export const dateTime = builder<string>('dateTime');
export const person = builder<string>('person');
export const people = builder<readonly string[]>('people');
export const group = builder<string>('group');
export const category = builder<string>('category');
export const article = builder<string>('article');
export const offering = builder<string>('offering');
export const record = builder<string>('record');
/** One entry of a register, or several, by id. */
export const entry = builder<string>('entry');
export const entries = builder<readonly string[]>('entries');
/** Ids of files uploaded before. */
export const files = builder<readonly string[]>('files');
/** A text between the fields: nothing is answered to it. */
export const information = builder<never>('information');
/** JSON with a shape of its own (answers to an offering's form, opening hours); the action that takes it checks the shape. */
export function structured<T>() {
  return builder<T>('structured');
}

/** A choice whose TypeScript type is the union of its values: `choice(['a', 'b'], 'texts.prefix', {...})`. */
export function choice<const V extends string, const O extends Omit<FieldOptions, 'options'>>(
  values: readonly V[],
  labelPrefix: string,
  options: O,
): Field<V, IsRequired<O>> & O {
  const entries = values.map((value) => ({ value, label: `${labelPrefix}.${value}` }));
  return { kind: 'choice', options: entries, ...options };
}

/** The condition that another field has one of these values. */
export function when(field: string, ...values: readonly string[]): Conditions {
  return [[{ field, is: values }]];
}

/** The fields that conditions look at. */
export function governing(conditions: Conditions | undefined): readonly string[] {
  return [...new Set((conditions ?? []).flatMap((group) => group.map(({ field }) => field)))];
}

type Input = Readonly<Record<string, unknown>>;

/** What a value reads as. Objects read as nothing: they may bring a `toString` of their own along, and some have none. */
export function scalarText(value: unknown): string {
  return typeof value === 'string' ? value : typeof value === 'number' || typeof value === 'boolean' ? String(value) : '';
}

/** An answer as conditions see it. */
function answerText(value: unknown): string | readonly string[] {
  return Array.isArray(value) ? value.map(scalarText) : scalarText(value).trim();
}

export interface AskedFields {
  /** Names of the fields that are asked for, given these answers. */
  readonly names: ReadonlySet<string>;
  /** The answers to them, for conditions: what was answered to a hidden field counts as not answered. */
  readonly answers: ConditionFields;
}

/** Which fields are asked for, given the answers so far. A field whose condition leads back to itself is asked of nobody. */
export function askedFields(schema: Schema, input: Input): AskedFields {
  const decided = new Map<string, boolean>();
  const answerOf = (name: string): string | readonly string[] | undefined =>
    isAsked(name) && Object.hasOwn(input, name) ? answerText(input[name]) : undefined;

  function isAsked(name: string): boolean {
    const known = decided.get(name);
    if (known !== undefined) return known;
    // Until it is known; whoever comes here meanwhile has come in a circle.
    decided.set(name, false);
    const conditions = Object.hasOwn(schema, name) ? schema[name]?.visibleIf : undefined;
    const looked = Object.fromEntries(governing(conditions).map((other) => [other, answerOf(other)]));
    const asked = !conditions || conditionsHold(conditions, looked);
    decided.set(name, asked);
    return asked;
  }

  const names = new Set(Object.keys(schema).filter(isAsked));
  const governors = new Set(Object.values(schema).flatMap(({ visibleIf, requiredIf }) => [...governing(visibleIf), ...governing(requiredIf)]));
  return { names, answers: Object.fromEntries([...new Set([...names, ...governors])].map((name) => [name, answerOf(name)])) };
}

/** Is this field asked for, given the answers so far? */
export const isAsked = (schema: Schema, name: string, input: Input): boolean => askedFields(schema, input).names.has(name);

/** Must this field be answered, given the answers to those that are asked for? */
export function isRequired(field: Field, { answers }: AskedFields): boolean {
  return field.required === true || (field.requiredIf !== undefined && conditionsHold(field.requiredIf, answers));
}
