/** Record ids are typed by their prefix: INC, REQ, PER, GRP, CAT, CAL, OFR, ART. Gaps are allowed, duplicates impossible. */
export const RECORD_ID = /^([A-Z]{3})(\d{7,10})$/;

/** `formatId('INC', 123)` -> `INC0000123`. */
export function formatId(prefix: string, number: number): string {
  return `${prefix}${String(number).padStart(7, '0')}`;
}

/** The prefix of a well-formed id, else undefined. */
export function prefixOf(id: string): string | undefined {
  return RECORD_ID.exec(id)?.[1];
}

/** Turns what people type (`inc 123`, `INC0000123`) into an id, else undefined. */
export function readId(text: string, prefixes: readonly string[]): string | undefined {
  const match = /^\s*#?([a-z]{3})[\s-]?0*(\d{1,10})\s*$/i.exec(text);
  const prefix = match?.[1]?.toUpperCase();
  return match && prefix && prefixes.includes(prefix) ? formatId(prefix, Number(match[2])) : undefined;
}
