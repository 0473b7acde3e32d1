import { AppError } from '../kernel';
import { LIMITS } from './port';

/** The JSON text under which a value is stored. `undefined` members are left out, as JSON does. */
export function encodeData(data: unknown): string {
  const json = jsonText(data);
  if (json === undefined) throw new AppError('bug', 'storage.failed', { detail: 'the value is not JSON' });
  return json.replace(UNSAFE, (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`);
}

// Line separators, C1 controls, byte order marks and noncharacters are valid in JSON, but stores and proxies stumble over
// them (the emulator refuses a transaction with U+2028). Escaped they are the same JSON and plain text to everybody.
const UNSAFE = /[\u007f-\u009f\u2028\u2029\ufeff\ufffe\uffff]/g;

function jsonText(data: unknown): string | undefined {
  try {
    return JSON.stringify(data);
  } catch (cause) {
    throw new AppError('bug', 'storage.failed', { cause, detail: 'the value is not JSON' });
  }
}

/**
 * Splits a text over the properties `d0`, `d1`, … of at most LIMITS.propertyChars UTF-16 characters each. A surrogate pair
 * stays in one property: half of one is not valid UTF-8 on the wire and would come back as a replacement character.
 */
export function toProperties(text: string): Record<string, string> {
  const properties: Record<string, string> = {};
  let start = 0;
  for (let index = 0; start < text.length; index++) {
    let end = Math.min(start + LIMITS.propertyChars, text.length);
    if (end < text.length && isHighSurrogate(text.charCodeAt(end - 1))) end--;
    properties[`d${index}`] = text.slice(start, end);
    start = end;
  }
  return properties;
}

export function fromProperties(properties: Readonly<Record<string, unknown>>): string {
  const parts: string[] = [];
  for (;;) {
    const part = properties[`d${parts.length}`];
    if (typeof part !== 'string') return parts.join('');
    parts.push(part);
  }
}

function isHighSurrogate(code: number): boolean {
  return code >= 0xd800 && code <= 0xdbff;
}

/** Characters of the commit id that every stored row carries in the property `c`. */
export const COMMIT_ID_CHARS = 12;

/**
 * Bytes of one row as Azure Table Storage counts them: 4, two per key character, and for each string property 8, two per
 * character of its name, 4, and two per character of its value.
 */
export function rowBytes(partition: string, row: string, json: string): number {
  const properties = Math.ceil(json.length / (LIMITS.propertyChars - 1));
  const perProperty = 8 + 2 * 'd00'.length + 4;
  return 4 + 2 * (partition.length + row.length) + perProperty * (properties + 1) + 2 * (json.length + COMMIT_ID_CHARS);
}
