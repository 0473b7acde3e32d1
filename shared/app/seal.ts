import { hash } from 'node:crypto';

/**
 * What proves that a value is the one that was written, after all that was written before it: a SHA-256 over the hash before
 * and the value as JSON. Behind it stand three characters for each member, which are no proof and say where it was altered.
 */
export type Seal = string;

/** SHA-256 in base64url. */
const HASH_CHARS = 43;
const SUM_CHARS = 3;
const ALPHABET = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_';
/** Odd: another character at any place makes another sum. */
const FACTOR = 31;
/** Members of members are looked at by themselves; what is deeper, together. */
const DEEPEST = 2;

const QUOTE = 0x22;
const COMMA = 0x2c;
const BACKSLASH = 0x5c;
const OPEN_BRACKET = 0x5b;
const CLOSE_BRACKET = 0x5d;
const OPEN_BRACE = 0x7b;
const CLOSE_BRACE = 0x7d;

interface Piece {
  readonly text: string;
  /** How deep it begins. */
  readonly depth: number;
  readonly sum: string;
}

const charsOf = (sum: number): string => `${ALPHABET[sum & 63]}${ALPHABET[(sum >> 6) & 63]}${ALPHABET[(sum >> 12) & 63]}`;

/** Splits JSON at the commas between members, in one pass: this is done with every write. */
function scan(json: string, onPiece: (start: number, end: number, depth: number, sum: number) => void): void {
  let start = 0;
  let startDepth = 0;
  let depth = 0;
  let sum = 0;
  let isText = false;
  for (let at = 0; at < json.length; at += 1) {
    const char = json.charCodeAt(at);
    if (char === COMMA && !isText && depth <= DEEPEST) {
      onPiece(start, at, startDepth, sum);
      start = at + 1;
      startDepth = depth;
      sum = 0;
      continue;
    }
    sum = Math.imul(sum, FACTOR) + char;
    if (char === QUOTE) isText = !isText;
    else if (isText && char === BACKSLASH) {
      at += 1;
      sum = Math.imul(sum, FACTOR) + json.charCodeAt(at);
    } else if (isText) continue;
    else if (char === OPEN_BRACE || char === OPEN_BRACKET) depth += 1;
    else if (char === CLOSE_BRACE || char === CLOSE_BRACKET) depth -= 1;
  }
  onPiece(start, json.length, startDepth, sum);
}

/** The part of a seal that the next one is built upon. */
export const hashOf = (seal: Seal): string => seal.slice(0, HASH_CHARS);

/** Seals a value behind what was sealed before it (`''`: nothing). */
export function sealOf(before: string, value: object): Seal {
  const json = JSON.stringify(value);
  let sums = '';
  scan(json, (_start, _end, _depth, sum) => (sums += charsOf(sum)));
  return hash('sha256', `${before}\n${json}`, 'base64url') + sums;
}

/** The first member that is not as it was sealed; `seal` when only the seal is wrong, or what came before; undefined when all is right. */
export function alteredMember(before: string, value: object, seal: unknown): string | undefined {
  if (sealOf(before, value) === seal) return undefined;
  const json = JSON.stringify(value);
  const sums = typeof seal === 'string' ? seal.slice(HASH_CHARS) : '';
  const pieces: Piece[] = [];
  scan(json, (start, end, depth, sum) => pieces.push({ text: json.slice(start, end), depth, sum: charsOf(sum) }));
  const wrong = pieces.findIndex(({ sum }, at) => sum !== sums.slice(at * SUM_CHARS, (at + 1) * SUM_CHARS));
  return wrong < 0 ? 'seal' : pathOf(pieces, wrong);
}

/** `event.text`: the member that a piece holds, below the one in which it stands. */
function pathOf(pieces: readonly Piece[], at: number): string {
  const namesIn = ({ text }: Piece): readonly string[] => [...text.matchAll(/(?:^|[{[])"((?:[^"\\]|\\.)*)":/g)].map(([, name = '']) => name);
  const { depth } = pieces[at] as Piece;
  const own = namesIn(pieces[at] as Piece);
  const outer = depth < DEEPEST ? [] : namesIn(pieces.slice(0, at).findLast((piece) => piece.depth < DEEPEST) as Piece).slice(0, 1);
  return [...outer, ...own].slice(0, DEEPEST).join('.') || 'seal';
}

/** 132 bits of a SHA-256 over a value as JSON: equal for equal values only. */
export const markOf = (value: unknown): string => hash('sha256', String(JSON.stringify(value)), 'base64url').slice(0, 22);
