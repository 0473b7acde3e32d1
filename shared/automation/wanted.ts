import type { RecordBase } from '../kernel';
import type { AutomationRule } from './automation-rule';
import { fillInput } from './placeholders';
import { triggersPulled, type RuleIndex } from './rule-index';
import type { RuleAction } from './rule-schema';
import { factsFor, type Commit, type RuledPractice } from './subject';

/** Rules that follow one another go no deeper: whatever goes round in circles ends here, and says so. */
export const MAX_DEPTH = 5;

/** What a rule is about to do to a record: its actions with everything filled in. */
export interface WantedRun {
  readonly ruleId: string;
  readonly name: string;
  readonly version: number;
  readonly steps: readonly RuleAction[];
}

/** What came of one step. After a refusal the rest of that rule is left undone. */
export interface StepOutcome {
  readonly action: string;
  readonly result: 'done' | 'refused' | 'skipped' | 'tooDeep';
  /** Why it was refused. */
  readonly code?: string;
}

/** The run of a rule on a record as it is now. `now` is an ISO instant. */
export function runOf({ id, name, version, actions }: AutomationRule, { automation }: RuledPractice, record: RecordBase, config: unknown, now: string): WantedRun {
  const values = automation.placeholderValues(record, config);
  const steps = actions.map(({ action, input }) => ({ action, input: fillInput(input, values, now) as RuleAction['input'] }));
  return { ruleId: id, name, version, steps };
}

/**
 * Which rules a commit calls for, with what they will do; `record` is the record after it. The only place that decides so: what
 * happens live and what a dry run shows cannot differ.
 */
export function wantedRuns(index: RuleIndex, practice: RuledPractice, record: RecordBase, commit: Commit, config: unknown): readonly WantedRun[] {
  const { name, automation } = practice;
  const found = new Map<string, AutomationRule>();
  for (const recorded of commit) {
    const possible = automation.triggers.filter((trigger) => trigger.type === recorded.event.type && index.waitsFor(name, trigger.name));
    if (possible.length === 0) continue;
    const facts = factsFor(practice, record, recorded, config, index.vocabulary);
    for (const rule of index.match(name, triggersPulled(possible, recorded.event.type, facts), facts)) found.set(rule.id, rule);
  }
  return [...found.values()].map((rule) => runOf(rule, practice, record, config, commit[0].at));
}

/** How many rules stand before this commit in the chain. */
export const depthOf = (commit: Commit): number => commit[0].rule?.depth ?? 0;
