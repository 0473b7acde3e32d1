import { findCards } from './cards';
import { findPasswords } from './passwords';
import { SECRET_KINDS, type Found, type SecretKind } from './secret';
import { findTokens } from './tokens';

/** The same in every language, and nothing to Markdown and cards. None of it is taken for a secret again. */
const SIGNS: Readonly<Record<SecretKind, string>> = {
  password: '•••••• (password)', token: '•••••• (token)', cardNumber: '•••••• (card number)', privateKey: '•••••• (private key)',
};

export interface Masked<T> {
  readonly value: T;
  /** What was taken out, each kind once; empty where nothing was. */
  readonly kinds: readonly SecretKind[];
}

const inOrder = (kinds: ReadonlySet<SecretKind>): readonly SecretKind[] => SECRET_KINDS.filter((kind) => kinds.has(kind));

/** The text with a sign in place of every secret that is recognised, all other words as they were. */
export function maskText(text: string): Masked<string> {
  const found = [...findTokens(text), ...findPasswords(text), ...findCards(text)].sort((left, right) => left.start - right.start || right.end - left.end);
  const kinds = new Set<SecretKind>();
  const parts: string[] = [];
  let at = 0;
  const take = ({ kind, start, end }: Found): void => {
    // What stands within another one is gone with it.
    if (start >= at) {
      parts.push(text.slice(at, start), SIGNS[kind]);
      kinds.add(kind);
    }
    at = Math.max(at, end);
  };
  found.forEach(take);
  return kinds.size === 0 ? { value: text, kinds: [] } : { value: parts.join('') + text.slice(at), kinds: inOrder(kinds) };
}

/** A text that stands under a label: `Password`, with `Hunter2!` in the field below, says the same as `Password: Hunter2!`. */
export function maskUnder(label: string, text: string): Masked<string> {
  const lead = `${label.replace(/[\s:?*]+$/, '')}: `;
  const { value, kinds } = maskText(lead + text);
  // In what is asked nobody hides a secret, but some of it may look like one.
  return value.startsWith(lead) ? { value: value.slice(lead.length), kinds } : maskText(text);
}

/** Deeper than anything that is sent on purpose. */
const DEEPEST = 20;

/** Every text within a value from outside. */
export function maskAll<T>(value: T): Masked<T> {
  const kinds = new Set<SecretKind>();
  const walk = (part: unknown, depth: number): unknown => {
    if (typeof part === 'string') {
      const masked = maskText(part);
      masked.kinds.forEach((kind) => kinds.add(kind));
      return masked.value;
    }
    if (typeof part !== 'object' || part === null || depth > DEEPEST) return part;
    if (Array.isArray(part)) return part.map((entry) => walk(entry, depth + 1));
    return Object.fromEntries(Object.entries(part).map(([name, entry]) => [name, walk(entry, depth + 1)]));
  };
  const masked = walk(value, 0) as T;
  return { value: masked, kinds: inOrder(kinds) };
}
