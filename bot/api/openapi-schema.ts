import type { Condition, Conditions, Field, FieldKind, Language, Schema } from '../../shared/kernel';
import { labelText } from '../../shared/strings';

/** JSON Schema 2020-12, as OpenAPI 3.1 embeds it. */
export type JsonSchema = Readonly<Record<string, unknown>>;

const ID_PATTERN = '^[A-Z]{3}\\d{7,10}$';
const DEFAULT_MAX: Partial<Record<FieldKind, number>> = { text: 200, paragraph: 20_000, multiChoice: 50, people: 50, files: 20 };

function listOf(items: JsonSchema, field: Field): JsonSchema {
  return { type: 'array', items, uniqueItems: true, maxItems: field.max ?? DEFAULT_MAX[field.kind] ?? 50 };
}

function shapeOf(field: Field): JsonSchema {
  const values = field.options?.map((option) => option.value) ?? [];
  switch (field.kind) {
    case 'text':
    case 'paragraph':
      return { type: 'string', maxLength: field.max ?? DEFAULT_MAX[field.kind], ...(field.min && { minLength: field.min }) };
    case 'money':
    case 'number':
      return { type: 'number', ...(field.atLeast !== undefined && { minimum: field.atLeast }), ...(field.atMost !== undefined && { maximum: field.atMost }) };
    case 'yesNo':
      return { type: 'boolean' };
    case 'choice':
      return { type: 'string', enum: values };
    case 'multiChoice':
      return listOf({ type: 'string', enum: values }, field);
    case 'date':
      return { type: 'string', format: 'date' };
    case 'dateTime':
      return { type: 'string', format: 'date-time' };
    case 'people':
      return listOf({ type: 'string', pattern: ID_PATTERN }, field);
    case 'files':
      return listOf({ type: 'string', description: 'Id of a file sent to /api/files before.' }, field);
    case 'structured':
      return { type: ['object', 'array'] };
    default:
      return { type: 'string', pattern: ID_PATTERN };
  }
}

function propertyOf(field: Field, language: Language): JsonSchema {
  return {
    title: labelText(field.label, language),
    ...(field.help && { description: labelText(field.help, language) }),
    ...shapeOf(field),
  };
}

/** Fields that are asked for only while another one has certain values. */
function conditionsOf(schema: Schema): readonly JsonSchema[] {
  return Object.entries(schema).flatMap(([name, { visibleIf, required }]) =>
    visibleIf && required ? [{ if: holds(visibleIf, schema), then: { required: [name] } }] : [],
  );
}

const anyOrOnly = (kind: 'anyOf' | 'allOf', parts: readonly JsonSchema[]): JsonSchema => (parts.length === 1 ? parts[0]! : { [kind]: parts });

/** When these conditions hold. What has none of some values may also be absent. */
function holds(conditions: Conditions, schema: Schema): JsonSchema {
  const valuesOf = (field: string, values: readonly string[]): readonly unknown[] => (schema[field]?.kind === 'yesNo' ? values.map((value) => value === 'true') : values);
  const one = ({ field, is, isNot }: Condition): JsonSchema => ({
    properties: { [field]: { ...(is && { enum: valuesOf(field, is) }), ...(isNot && { not: { enum: valuesOf(field, isNot) } }) } }, ...(is && { required: [field] }),
  });
  return anyOrOnly('anyOf', conditions.map((group) => anyOrOnly('allOf', group.map(one))));
}

/** The input of an action; `envelope` adds the record's id and the version that the caller saw. */
export function inputSchemaOf(schema: Schema, language: Language, envelope: { readonly properties: JsonSchema; readonly required: readonly string[] }): JsonSchema {
  const required = Object.entries(schema).filter(([, field]) => field.required && !field.visibleIf).map(([name]) => name);
  const conditions = conditionsOf(schema);
  return {
    type: 'object',
    properties: {
      ...envelope.properties,
      ...Object.fromEntries(Object.entries(schema).map(([name, field]) => [name, propertyOf(field, language)])),
    },
    required: [...envelope.required, ...required],
    additionalProperties: false,
    ...(conditions.length > 0 && { allOf: conditions }),
  };
}

/** Filters of a list as query parameters. */
export function filterParametersOf(schema: Schema, language: Language): readonly object[] {
  return Object.entries(schema).map(([name, field]) => ({
    name,
    in: 'query',
    description: labelText(field.label, language),
    // A list is written with commas: `state=new,assigned`.
    ...(shapeOf(field).type === 'array' && { style: 'form', explode: false }),
    schema: shapeOf(field),
  }));
}
