import {
  conditionsHold, isRefused, parseInput, systemActor, type Actor, type DecideContext, type DomainEvent, type Link, type Recorded, type RecordBase, type Relation, type RuleMark, type Schema, type Summary,
} from '../kernel';
import type { Directory } from '../catalog';
import type { AutomationRule } from './automation-rule';
import { dueAt, heldAfter, type Held } from './duration';
import { createRuleIndex, plainConditions, type RuleIndex } from './rule-index';
import type { RuleAction } from './rule-schema';
import { commitsOf, factsFor, type Commit, type RuledPractice } from './subject';
import { depthOf, MAX_DEPTH, runOf, wantedRuns, type StepOutcome, type WantedRun } from './wanted';

/** One time a rule would have acted on a record. */
export interface DryRunHit {
  /** When, ISO instant. */
  readonly at: string;
  /** Types of the events that called for it; none where time did. */
  readonly because: readonly string[];
  readonly steps: readonly (StepOutcome & { readonly input: RuleAction['input'] })[];
}

export interface DryRunInput {
  readonly practice: RuledPractice;
  /** As it would be saved; it counts as switched on. */
  readonly rule: AutomationRule;
  /** The whole history of one record, in order. */
  readonly history: readonly Recorded[];
  /** The rule is switched on then, and off again at `until`. ISO instants. */
  readonly from: string;
  readonly until: string;
  /** For a schedule: when it comes round, in order. */
  readonly occurrences: readonly string[];
  readonly config: Directory;
  /** Records that inputs point at. */
  readonly other: (id: string) => Summary | undefined;
}

interface Simulated {
  readonly record: RecordBase;
  readonly links: readonly Link[];
}

/** The actor of a rule: the system, in its name. */
export function ruleActor(rule: RuleMark): Actor {
  return { ...systemActor('automation'), rule };
}

function linksAfter(links: readonly Link[], { event, at, by }: Recorded): readonly Link[] {
  const { type, relation, otherId } = event as { readonly type: string; readonly relation?: Relation; readonly otherId?: string };
  if (!relation || !otherId) return links;
  const others = links.filter((link) => link.relation !== relation || link.otherId !== otherId);
  return type === 'LinkAdded' ? [...others, { relation, otherId, at, by }] : others;
}

function folded(practice: RuledPractice, before: Simulated | undefined, commit: Commit): Simulated {
  const record = commit.reduce<RecordBase | undefined>((state, entry) => practice.fold(state, entry) as RecordBase, before?.record) as RecordBase;
  return { record, links: commit.reduce(linksAfter, before?.links ?? []) };
}

/** What `perform` would make of one step on this record, without writing it. */
function tryStep(input: DryRunInput, { record, links }: Simulated, step: RuleAction, mark: RuleMark, now: string): { readonly commit: Commit } | { readonly code: string } {
  const { practice, config, other } = input;
  const action = practice.actions.find(({ name }) => name === step.action);
  const actor = ruleActor(mark);
  if (!action) return { code: 'kernel.unknownAction' };
  if (!action.can(actor, practice.subject(record))) return { code: 'kernel.notAllowed' };
  const parsed = parseInput(action.schema as Schema, step.input);
  if ('problems' in parsed) return { code: 'kernel.invalidInput' };
  const others = new Map(Object.values(parsed.value).flatMap((id) => (typeof id === 'string' && other(id) ? [[id, other(id) as Summary] as const] : [])));
  const context: DecideContext<Directory> = { actor, now, config, files: [], others, links, extra: {}, turns: {}, newToken: () => '' };
  const decided = action.decide(record, parsed.value, context);
  if (isRefused(decided)) return { code: decided.refused.code };
  const events = decided.events as readonly DomainEvent[];
  const commit = events.map((event, place): Recorded => ({
    recordId: record.id, seq: record.version + place + 1, at: now, by: actor.id, byName: actor.name, role: 'system', channel: 'automation', action: action.name, event, rule: mark,
  }));
  return { commit: commit as unknown as Commit };
}

/** One record's past, lived again with the rule: people do what they did, and the rule does what it would. */
function createSimulation(input: DryRunInput, index: RuleIndex) {
  const { practice, rule, config, from } = input;
  const hits: DryRunHit[] = [];
  let now: Simulated | undefined;
  let held: Held | undefined;
  let done: Held | undefined;

  function take(commit: Commit): Simulated {
    now = folded(practice, now, commit);
    if (rule.when.kind === 'duration') held = heldAfter(rule, practice, held, now.record, commit, config, index.vocabulary);
    return now;
  }

  function runSteps(run: WantedRun, at: string, depth: number, because: readonly string[]): readonly { readonly commit: Commit; readonly after: Simulated }[] {
    const made: { readonly commit: Commit; readonly after: Simulated }[] = [];
    const steps: DryRunHit['steps'][number][] = [];
    const mark: RuleMark = { id: run.ruleId, name: run.name, depth };
    let isStopped = false;
    for (const { action, input: values } of run.steps) {
      if (depth > MAX_DEPTH || isStopped) {
        steps.push({ action, input: values, result: depth > MAX_DEPTH ? 'tooDeep' : 'skipped' });
        continue;
      }
      const tried = tryStep(input, now as Simulated, { action, input: values }, mark, at);
      isStopped = 'code' in tried;
      if ('commit' in tried) made.push({ commit: tried.commit, after: take(tried.commit) });
      steps.push({ action, input: values, ...('code' in tried ? { result: 'refused' as const, code: tried.code } : { result: 'done' as const }) });
    }
    hits.push({ at, because, steps });
    return made;
  }

  /** What the commit calls for, and what that calls for in turn, in the order in which the outbox would bring it. */
  function react(commit: Commit, after: Simulated): void {
    const queue = [{ commit, after }];
    for (let entry = queue.shift(); entry; entry = queue.shift()) {
      const { at } = entry.commit[0];
      for (const run of wantedRuns(index, practice, entry.after.record, entry.commit, config)) {
        queue.push(...runSteps(run, at, depthOf(entry.commit) + 1, entry.commit.map(({ event }) => event.type)));
      }
    }
  }

  function act(at: string): void {
    if (!now) return;
    for (const made of runSteps(runOf(rule, practice, now.record, config, at), at, 1, [])) react(made.commit, made.after);
  }

  function dueBefore(end: string): string | undefined {
    if (!held || held === done || rule.when.kind !== 'duration') return undefined;
    const due = dueAt(held, rule.when, (id) => config.calendar(id));
    // Overdue when it is switched on: done at once, but only to what is still worked on.
    const isOverdue = due !== undefined && due < from;
    if (isOverdue && now && !practice.automation.isActive(now.record)) return undefined;
    const at = isOverdue ? from : due;
    return at !== undefined && at <= end ? at : undefined;
  }

  return {
    hits,
    /** Lets time pass until an instant: what is due then comes before what people do then. */
    passTo(end: string): void {
      for (let due = dueBefore(end); due !== undefined; due = dueBefore(end)) {
        done = held;
        act(due);
      }
    },
    comesRound(at: string): void {
      if (!now || !practice.automation.isActive(now.record)) return;
      if (conditionsHold(plainConditions(rule.conditions), factsFor(practice, now.record, undefined, config, index.vocabulary))) act(at);
    },
    happens(commit: Commit): void {
      const after = take(commit);
      if (commit[0].at >= from) react(commit, after);
    },
  };
}

/**
 * What a rule would have done to one record between two instants: its past is lived again with the same functions that run
 * live. What the rule itself did in that past is left out, so a rule that is switched on already is measured like a new one.
 */
export function dryRun(input: DryRunInput): readonly DryRunHit[] {
  const rule = { ...input.rule, isEnabled: true, retired: false };
  const simulation = createSimulation({ ...input, rule }, createRuleIndex([rule]));
  const rounds = [...input.occurrences];
  const roundsBefore = (end: string): void => {
    while (rounds[0] !== undefined && rounds[0] <= end) simulation.comesRound(rounds.shift() as string);
  };
  const commits = commitsOf(input.history.filter((entry) => entry.rule?.id !== rule.id));
  for (const commit of commits.filter(([first]) => first.at <= input.until)) {
    simulation.passTo(commit[0].at);
    roundsBefore(commit[0].at);
    simulation.happens(commit);
  }
  simulation.passTo(input.until);
  roundsBefore(input.until);
  return simulation.hits;
}
