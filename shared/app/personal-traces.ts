import type { Recorded, RegisterEvent } from '../kernel';
import { erasedMailOf, erasedNameOf } from '../people';

/** By what somebody can be recognised in what is stored, and what stands there instead afterwards. */
export interface Traces {
  readonly personId: string;
  /** All names the person has had here. */
  readonly names: readonly string[];
  /** Addresses of mail, ids in the directory and in Teams. */
  readonly exact: readonly string[];
  /** The name tells nothing by itself, or somebody else has it, too: in texts nobody can tell who is meant. */
  readonly isNameUnclear: boolean;
}

const LEAST_EXACT = 4;

/** Everything that the entry of a person has ever said of these fields. */
export function valuesOf(history: readonly Recorded[], field: string): readonly string[] {
  const values = (history as readonly Recorded<RegisterEvent>[]).map(({ event }) =>
    event.type === 'EntryAdded' ? event.values[field] : event.type === 'EntryChanged' ? event.changes[field] : undefined,
  );
  return [...new Set(values.filter((value): value is string => typeof value === 'string' && value.trim() !== ''))];
}

/** One word may be anything: a name in a text is one of two words and more. */
export const isTelling = (name: string): boolean => name.trim().split(/\s+/).length > 1;

const escaped = (text: string): string => text.replace(/[.*+?^${}()|[\]\\/]/g, '\\$&');

/** A name with any blanks between its words, also as directories write it: `Adams, Alice`. */
function patternsOf(name: string): readonly string[] {
  const words = name.trim().split(/\s+/).map(escaped);
  const last = words.at(-1) ?? '';
  return [words.join('\\s+'), `${last},\\s*${words.slice(0, -1).join('\\s+')}`];
}

/** One expression for all of them, the longest first; undefined where there is nothing to look for. */
function anyOf(patterns: readonly string[], before: string, after: string): RegExp | undefined {
  const known = [...new Set(patterns)].sort((left, right) => right.length - left.length);
  return known.length === 0 ? undefined : new RegExp(`(?<!${before})(?:${known.join('|')})(?!${after})`, 'giu');
}

/**
 * Makes a function that takes the traces out of any stored value and leaves everything else as it is; done twice it changes nothing more.
 * Names that stand beside the person's number go in any case.
 */
export function createEraser({ personId, names, exact, isNameUnclear }: Traces): (value: unknown) => unknown {
  const alias = erasedNameOf(personId);
  const composed = (text: string): readonly string[] => [text.normalize('NFC'), text.normalize('NFD')];
  const marks = exact.filter((text) => text.length >= LEAST_EXACT);
  const inMails = anyOf(marks.filter((text) => text.includes('@')).flatMap(composed).map(escaped), '[\\p{L}\\p{N}._%+-]', '[\\p{L}\\p{N}-]');
  const inIds = anyOf(marks.filter((text) => !text.includes('@')).map(escaped), '[\\p{L}\\p{N}-]', '[\\p{L}\\p{N}-]');
  const inNames = isNameUnclear ? undefined : anyOf(names.flatMap(composed).flatMap(patternsOf), '[\\p{L}\\p{N}]', '[\\p{L}\\p{N}]');

  function text(value: string): string {
    let left = value;
    if (inMails) left = left.replace(inMails, erasedMailOf(personId));
    if (inIds) left = left.replace(inIds, alias);
    return inNames ? left.replace(inNames, alias) : left;
  }

  /** The member that has the name for a member that has the number: `byName` for `by`, `requesterName` for `requesterId`. */
  const namesBeside = (entries: readonly (readonly [string, unknown])[]): ReadonlySet<string> =>
    new Set(entries.filter(([, value]) => value === personId).map(([key]) => (key.endsWith('Id') ? `${key.slice(0, -2)}Name` : `${key}Name`)));

  function erase(value: unknown): unknown {
    if (typeof value === 'string') return text(value);
    if (Array.isArray(value)) return value.map(erase);
    if (typeof value !== 'object' || value === null) return value;
    const entries = Object.entries(value);
    const named = namesBeside(entries);
    return Object.fromEntries(entries.map(([key, entry]) => [text(key), named.has(key) && typeof entry === 'string' ? alias : erase(entry)]));
  }

  return erase;
}
