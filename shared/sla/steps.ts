import type { ConditionFields } from '../kernel';
import type { ClockFields, ClockInput } from './facts';
import type { ServiceLevels } from './service-levels';

/** The record right after one fact: the engine walks from step to step. */
export interface Step {
  /** Milliseconds since 1970, not before the start. */
  readonly at: number;
  readonly seq: number;
  /** With what is known of the requester; the same object as long as nothing changes. */
  readonly fields: ClockFields & ConditionFields;
  readonly said?: 'agent' | 'requester';
}

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
  let fields: Step['fields'] = {};
  return ordered.map(({ fact, at }, index) => {
    const { set } = fact;
    if (set) {
      const about = set.requesterId === undefined ? {} : levels.describe(set.requesterId ?? undefined);
      // What was cleared counts as absent. Copied as it is: this runs for every fact of every record.
      fields = { ...fields, ...about, ...set } as Step['fields'];
    }
    // A record exists from its receipt on, however late it was written down.
    return { at: index === 0 ? start : Math.max(at, start), seq: fact.seq, fields, ...(fact.said && { said: fact.said }) };
  });
}
