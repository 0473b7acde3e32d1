const PLACEHOLDER = /\{\{\s*([A-Za-z][A-Za-z0-9.]{0,60})\s*\}\}/g;
const LONGEST_VALUE = 300;
const DURATION = /^P(?:(\d{1,3})D|T(\d{1,4})(H|M))$/;
const MINUTE_MS = 60_000;

/** Names that a text asks for. */
export const placeholdersIn = (text: string): readonly string[] => [...text.matchAll(PLACEHOLDER)].map(([, name]) => name as string);

/**
 * Puts values into a text, once: braces in a value stay braces, so nobody can make a title ask for what it must not know.
 * A name without a value leaves nothing.
 */
export function fillIn(text: string, values: Readonly<Record<string, string>>): string {
  return text.replace(PLACEHOLDER, (_whole, name: string) => (Object.hasOwn(values, name) ? (values[name] ?? '') : '').slice(0, LONGEST_VALUE));
}

/** An instant that is so far after `now`; undefined where the text does not say how far. */
export function instantAfter(text: string, now: string): string | undefined {
  const match = DURATION.exec(text);
  if (!match) return undefined;
  const [, days, count, unit] = match;
  const minutes = days ? Number(days) * 24 * 60 : Number(count) * (unit === 'H' ? 60 : 1);
  return new Date(Date.parse(now) + minutes * MINUTE_MS).toISOString();
}

/** An input with everything filled in that depends on record and moment. Lists and nested values too. */
export function fillInput(input: unknown, values: Readonly<Record<string, string>>, now: string): unknown {
  if (typeof input === 'string') return instantAfter(input, now) ?? fillIn(input, values);
  if (Array.isArray(input)) return input.map((entry) => fillInput(entry, values, now));
  if (typeof input !== 'object' || input === null) return input;
  return Object.fromEntries(Object.entries(input).map(([name, value]) => [name, fillInput(value, values, now)]));
}

/** Every placeholder anywhere in an input. */
export function placeholdersOf(input: unknown): readonly string[] {
  if (typeof input === 'string') return placeholdersIn(input);
  if (typeof input !== 'object' || input === null) return [];
  return Object.values(input).flatMap(placeholdersOf);
}
