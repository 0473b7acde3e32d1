import { DateTime } from 'luxon';
import { coerceStrings, scalarText, readId, type Schema } from '../../../shared/kernel';

const RESERVED = new Set(['id', 'version', 'card']);
const PREFIXES = ['INC', 'REQ', 'PER', 'GRP', 'CAT', 'OFR', 'ART'];

function instant(date: unknown, time: unknown, zone: string): string {
  const text = `${scalarText(date)}T${typeof time === 'string' && time !== '' ? time : '09:00'}`;
  const at = DateTime.fromISO(text, { zone });
  return at.isValid ? at.toUTC().toISO() : text;
}

/** The two inputs of a date with time become one UTC instant; the reader typed them in `zone`. */
function joinTimes(entries: ReadonlyMap<string, unknown>, zone: string): Record<string, unknown> {
  const joined: Record<string, unknown> = {};
  for (const [name, value] of entries) {
    if (name.endsWith('.time') && entries.has(name.replace(/\.time$/, '.date'))) continue;
    if (!name.endsWith('.date')) joined[name] = value;
    else if (value !== '') joined[name.slice(0, -'.date'.length)] = instant(value, entries.get(name.replace(/\.date$/, '.time')), zone);
  }
  return joined;
}

function readRecordIds(schema: Schema, input: Readonly<Record<string, unknown>>): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(input).map(([name, value]) => {
      const isRecord = Object.hasOwn(schema, name) && schema[name]?.kind === 'record';
      return [name, isRecord && typeof value === 'string' ? (readId(value, PREFIXES) ?? value) : value];
    }),
  );
}

/**
 * From what a card sends to the input of an action: plain keys as in the API, and the inputs whose id starts with `prefix`,
 * which win. Inputs of other forms on the same card are left out. Nothing is checked here: `perform` does.
 */
export function readFormData(data: Readonly<Record<string, unknown>>, prefix: string, schema: Schema, zone: string): Readonly<Record<string, unknown>> {
  const entries = new Map<string, unknown>();
  for (const [name, value] of Object.entries(data)) if (!RESERVED.has(name) && !name.includes('.')) entries.set(name, value);
  for (const [name, value] of Object.entries(data)) if (name.startsWith(prefix)) entries.set(name.slice(prefix.length), value);
  return readRecordIds(schema, coerceStrings(schema, joinTimes(entries, zone)));
}
