import type { Random } from './random';

/* eslint-disable @typescript-eslint/no-explicit-any */

/** What nobody sends by accident: each has broken some program somewhere. */
const HOSTILE: readonly unknown[] = [
  null, true, false, 0, -1, 1.5, 1e308, -0, Number.MAX_SAFE_INTEGER, '', ' ', '\u0000', '\ud800', '\u202e', 'null', 'undefined', 'NaN', '__proto__', 'constructor', '../../etc/passwd', '..%2f..%2f', 'C:\\con',
  '<script>alert(1)</script>', '<at>everyone</at>', '[a](javascript:alert(1))', "' OR 1=1 --", '${7*7}', '{{constructor}}', '%s%n', '=cmd|calc', 'a'.repeat(70_000), '😀'.repeat(5_000), '\n'.repeat(3_000),
  '2026-02-30T25:61:61Z', '9999-12-31T23:59:59Z', '0000-00-00', '-271821-04-20T00:00:00Z', 'INC0000001', 'INC9999999', 'PER0000001', 'r:x:!', 'x:desk:INC0000001', 'INC0000001:e:000001', [], {}, [[]], [null], { $ne: 1 },
  { __proto__: null, toString: 'x' }, { length: 1e9 }, ['a', 'a'], { '': '' }, Array.from({ length: 2_000 }, (_none, index) => index),
];

const deep = (levels: number): unknown => Array.from({ length: levels }).reduce<unknown>((inner) => [inner], 'deep');

export function hostileValue(random: Random): unknown {
  if (random.once(60)) return deep(3_000);
  return random.pick(HOSTILE);
}

/** A value that a JSON schema describes, now and then not. */
export function valueFor(schema: any, random: Random, ids: readonly string[]): unknown {
  if (!schema || random.once(12)) return hostileValue(random);
  if (schema.enum) return random.pick(schema.enum);
  const type = Array.isArray(schema.type) ? random.pick(schema.type) : schema.type;
  if (type === 'object') return objectFor(schema, random, ids);
  if (type === 'array') return Array.from({ length: random.below(4) }, () => valueFor(schema.items, random, ids));
  if (type === 'integer' || type === 'number') return random.below(50) - 5;
  if (type === 'boolean') return random.once(2);
  if (schema.format === 'date-time') return new Date(Date.UTC(2026, 2, 1 + random.below(60), random.below(24))).toISOString();
  if (type === 'string') return random.once(3) ? random.pick(['VPN', 'It does not work', 'ä ß 漢字', 'a b c']) : random.pick(ids);
  return hostileValue(random);
}

export function objectFor(schema: any, random: Random, ids: readonly string[]): Record<string, unknown> {
  const required = new Set(schema.required ?? []);
  const entries = Object.entries(schema.properties ?? {}).filter(([name]) => required.has(name) ? !random.once(20) : random.once(4)).map(([name, part]) => [name, name === 'version' ? 1 + random.below(3) : valueFor(part, random, ids)]);
  if (random.once(12)) entries.push([random.pick(['__proto__', 'constructor', 'actor', 'by', 'roles', 'isAdmin', 'toString']), hostileValue(random)]);
  return Object.fromEntries(entries) as Record<string, unknown>;
}

/** The same JSON with something in it replaced, left out or added. */
export function mutated(value: any, random: Random): any {
  if (typeof value !== 'object' || value === null || random.once(12)) return hostileValue(random);
  const copy: any = Array.isArray(value) ? [...value] : { ...value };
  const names = Object.keys(copy);
  if (names.length === 0) return hostileValue(random);
  const name = random.pick(names);
  if (random.once(4)) delete copy[name];
  else copy[name] = mutated(copy[name], random);
  return random.once(3) ? mutated(copy, random) : copy;
}

/** JSON text that is cut, doubled or has bytes that no text has. */
export function brokenText(text: string, random: Random): Buffer {
  const bytes = Buffer.from(text);
  if (random.once(3)) return bytes.subarray(0, random.below(bytes.length + 1));
  for (let count = 1 + random.below(4); count > 0 && bytes.length > 0; count -= 1) bytes[random.below(bytes.length)] = random.below(256);
  return bytes;
}

/** What an answer must never hold: where the code lies, what it is made of, how it failed. */
const INNER = /node_modules|\/(?:home|root|work|usr|tmp)\/|bellhop-test-|\bat (?:async )?[\w.<>]+ \(|lmdb|TypeError|RangeError|SyntaxError|Cannot read prop/i;

export const leaksIn = (text: string, secrets: readonly string[]): readonly string[] => [...(INNER.exec(text) ?? []).slice(0, 1), ...secrets.filter((secret) => text.includes(secret))];
