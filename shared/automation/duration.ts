import { conditionsHold, type RecordBase } from '../kernel';
import { openTimeOf, type Calendar } from '../sla';
import type { AutomationRule } from './automation-rule';
import { plainConditions } from './rule-index';
import type { RuleTrigger } from './rule-schema';
import { factsFor, type Commit, type RuledPractice } from './subject';

type Duration = Extract<RuleTrigger, { readonly kind: 'duration' }>;

/** Since when the conditions of a rule have held without a break; `seq` is the event that began it. */
export interface Held {
  readonly seq: number;
  /** ISO instant. */
  readonly at: string;
}

const MINUTE_MS = 60_000;
/** A working day, where hours of a calendar are counted. */
const WORKING_DAY_MINUTES = 480;

function minutesOf({ value, unit, calendarId }: Duration): number {
  if (unit === 'minutes') return value;
  if (unit === 'hours') return value * 60;
  return value * (calendarId ? WORKING_DAY_MINUTES : 24 * 60);
}

/** When a rule is due that has held since then; undefined when its calendar is gone or does not open for so long. */
export function dueAt(held: Held, trigger: Duration, calendar: (id: string) => Calendar | undefined): string | undefined {
  const from = Date.parse(held.at);
  const ms = minutesOf(trigger) * MINUTE_MS;
  if (!trigger.calendarId) return new Date(from + ms).toISOString();
  const found = calendar(trigger.calendarId);
  const due = found && openTimeOf(found, calendar).after(from, ms);
  return due === undefined ? undefined : new Date(due).toISOString();
}

const isByPerson = (commit: Commit): boolean => commit.some(({ role, rule }) => role !== 'system' && !rule);

/** Since when a rule holds after one more commit; `record` is the record after it. */
export function heldAfter(rule: AutomationRule, practice: RuledPractice, before: Held | undefined, record: RecordBase, commit: Commit, config: unknown, vocabulary: ReadonlySet<string>): Held | undefined {
  if (!conditionsHold(plainConditions(rule.conditions), factsFor(practice, record, undefined, config, vocabulary))) return undefined;
  const last = commit.at(-1) as Commit[0];
  const now = { seq: last.seq, at: last.at };
  const countsActivity = rule.when.kind === 'duration' && rule.when.since === 'activity';
  return !before || (countsActivity && isByPerson(commit)) ? now : before;
}
