import type { ConditionFields } from '../kernel';
import type { ClockFields, ClockInput } from './facts';
import type { ServiceLevels } from './service-levels';

/** The record right after one fact: the engine walks from step to step. */
export interface Step {
  /** Milliseconds since 1970, not before the start. */
  readonly at: number;
  readonly seq: number;
  readonly fields: ClockFields;
  /** The same object as long as no field changes. */
  readonly described: ConditionFields;
  readonly said?: 'agent' | 'requester';
}

type Mutable = { -readonly [name in keyof ClockFields]: ClockFields[name] };

/**
 * Facts in the order in which they happened (by time, then as recorded), each with the fields as they then were. What is
 * stamped before the receipt counts as then (domain.md 5.2, rule 3); what happens after `until` does not exist yet.
 */
export function stepsOf({ receivedAt, facts }: ClockInput, levels: ServiceLevels, until?: string): readonly Step[] {
  const start = Date.parse(receivedAt);
  const end = until === undefined ? Infinity : Date.parse(until);
  const timed = facts.map((fact) => ({ fact, at: Date.parse(fact.at) })).filter(({ at }) => at <= end);
  // The first fact is the birth of the record, whatever its stamp says; sorting is stable.
  const ordered = timed.slice(1).every(({ at }, index) => at >= (timed[index]?.at ?? at)) ? timed : [...timed.slice(0, 1), ...timed.slice(1).sort((a, b) => a.at - b.at)];
  let fields: ClockFields = {};
  let described: ConditionFields = {};
  return ordered.map(({ fact, at }) => {
    if (fact.set) {
      const next: Mutable = { ...fields };
      for (const [name, value] of Object.entries(fact.set) as [keyof ClockFields, string | null][]) {
        if (value === null) delete next[name];
        else next[name] = value;
      }
      fields = next;
      described = levels.describe(fields);
    }
    return { at: Math.max(at, start), seq: fact.seq, fields, described, ...(fact.said && { said: fact.said }) };
  });
}
