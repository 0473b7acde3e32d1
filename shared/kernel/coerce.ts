import type { Field, Schema } from './schema';

function coerceField(field: Field, raw: string): unknown {
  const value = raw.trim();
  if (value === '') return undefined;
  switch (field.kind) {
    case 'number':
    case 'money':
      return Number.isNaN(Number(value)) ? raw : Number(value);
    case 'yesNo':
      return value === 'true' ? true : value === 'false' ? false : raw;
    case 'multiChoice':
    case 'people':
    case 'entries':
    case 'files':
      return value.split(',').map((entry) => entry.trim()).filter(Boolean);
    default:
      return raw;
  }
}

/**
 * Query strings and Adaptive Card inputs carry only text: turns it into the types the schema wants. What cannot be
 * converted stays text, so that `parseInput` names the problem. Fields the schema does not know pass through.
 */
export function coerceStrings(schema: Schema, input: Readonly<Record<string, unknown>>): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(input).map(([name, value]) => {
      const field = Object.hasOwn(schema, name) ? schema[name] : undefined;
      return [name, field && typeof value === 'string' ? coerceField(field, value) : value];
    }),
  );
}
