import { LANGUAGES, translator } from '../../shared/strings';
import { RESOLUTION_CODES, type ResolutionCode } from '../../shared/tickets';

/** Every way to name a code: its key, its key as words, and its label in each language; the longest first. */
const NAMES: readonly (readonly [name: string, code: ResolutionCode])[] = RESOLUTION_CODES.flatMap((code) => {
  const words = code.replace(/([A-Z])/g, ' $1');
  return [code, words, ...LANGUAGES.map((language) => translator(language)(`resolution.${code}`))].map((name) => [name.toLowerCase(), code] as const);
}).sort(([left], [right]) => right.length - left.length);

export interface ResolutionText {
  readonly code?: ResolutionCode;
  readonly notes: string;
}

/**
 * `fixed Replaced the cable`, `behoben: Kabel getauscht`, `Replaced the cable`: a code may stand first. Where it runs on as a
 * sentence ("Replaced the cable"), it is the code and stays in the notes.
 */
export function readResolution(text: string): ResolutionText {
  const plain = text.trim();
  const lower = plain.toLowerCase();
  const found = NAMES.find(([name]) => lower.startsWith(name) && !/^[\p{L}\p{N}]/u.test(lower.slice(name.length)));
  if (!found) return { notes: plain };
  const [name, code] = found;
  const rest = plain.slice(name.length);
  const notes = rest.replace(/^[\s:,.;–-]+/, '');
  const isSentence = /^\s+\p{Ll}/u.test(rest);
  return { code, notes: isSentence ? plain : notes };
}

/** Does the text start with the name of a code? */
export const startsWithCode = (text: string): boolean => readResolution(text).code !== undefined;
