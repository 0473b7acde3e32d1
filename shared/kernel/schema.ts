/**
 * Input schemas are data: one description draws the Adaptive Card form, the tab form, the API validation and the OpenAPI
 * document, and a catalogue offering can store one as its own form. Browser-safe.
 */
export type FieldKind =
  | 'text'
  | 'paragraph'
  | 'number'
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
  | 'structured';

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
  /** Shown, and required if `required`, only while another field has one of these values. */
  readonly visibleIf?: { readonly field: string; readonly in: readonly string[] };
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

/** Is this field asked for, given the answers so far? */
export function isVisible(field: Field, input: Readonly<Record<string, unknown>>): boolean {
  return !field.visibleIf || field.visibleIf.in.includes(String(input[field.visibleIf.field] ?? ''));
}
