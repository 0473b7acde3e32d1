import { once, type Actor, type Summary } from '../kernel';
import type { AnyPractice } from './registry';

/** Names of the actions this person may do on this record now (architecture.md, promise 2). */
export function allowedActions(practice: AnyPractice, actor: Actor, subject: unknown): readonly string[] {
  const reduced = practice.subject(subject);
  return practice.actions
    .filter((action) => !action.creates && !action.internal && action.can(actor, reduced))
    .map((action) => action.name);
}

/** So many readers are remembered for a row: about as many as look at the same queue. */
const MAX_READERS = 16;
const MAX_KNOWN = 10_000;

let nextReader = 0;
const readers = new Map<string, number>();

/** A number for all that is known of a reader: whoever gets another role, group or language is another reader. */
export function readerNumber(actor: Actor): number {
  const text = JSON.stringify(actor);
  let reader = readers.get(text);
  if (reader === undefined) {
    if (readers.size >= MAX_KNOWN) readers.clear();
    readers.set(text, (reader = nextReader));
    nextReader += 1;
  }
  return reader;
}

/** There are few sets of actions, and many rows that have the same one. */
const sets = new Map<string, readonly string[]>();

function shared(names: readonly string[]): readonly string[] {
  const text = names.join(' ');
  const known = sets.get(text);
  if (!known) sets.set(text, names);
  return known ?? names;
}

const remembered = once((_summary: Summary) => new Map<number, readonly string[]>());

/**
 * The same for a summary of active work, decided once for each reader: what may be done follows from nothing but the two, and a
 * queue is looked at much more often than its tickets change. A changed ticket has a new summary, which knows nobody yet.
 */
export function allowedOnRow(practice: AnyPractice, actor: Actor, summary: Summary, reader: number): readonly string[] {
  const known = remembered(summary);
  const names = known.get(reader);
  if (names) return names;
  if (known.size >= MAX_READERS) known.clear();
  const decided = shared(allowedActions(practice, actor, summary));
  known.set(reader, decided);
  return decided;
}
