import type { Condition, ConditionFields, Effect, Trigger } from '../kernel';
import type { AutomationRule } from './automation-rule';
import { afterAction, constrain, type Constraints } from './constraints';
import { plainConditions } from './rule-index';
import type { RuleAction } from './rule-schema';
import type { RuledPractice, RuledPractices } from './subject';
import { MAX_DEPTH } from './wanted';

/** One action of a rule that can call for another rule. */
interface Edge {
  readonly to: AutomationRule;
  readonly action: string;
  readonly settles: boolean;
  readonly after: ConditionFields;
  readonly changes: readonly string[];
}

/** Rules that can go round in a circle, by name, the first one again at the end; `actions` lead from each to the next. */
export interface RuleLoop {
  readonly rules: readonly string[];
  readonly actions: readonly string[];
}

/** Two rules that can match the same event and want different things. */
export interface RuleConflict {
  readonly otherId: string;
  readonly otherName: string;
  readonly fact: string;
  readonly value: string;
  readonly otherValue: string;
}

/** Chains that are looked at before giving up: circles are short, and nobody waits for the rest. */
const MOST_CHAINS = 20_000;
const NOTHING: Constraints = new Map();
/** What everything that a rule does has in common. */
const BY_RULE: ConditionFields = { actorRole: 'system', isByRule: 'yes', channel: 'automation' };

const verbOf = (action: string): string => action.slice(action.indexOf('.') + 1);
const groupsOf = (rule: AutomationRule): readonly (readonly Condition[])[] => plainConditions(rule.conditions);

interface Effective extends RuleAction {
  readonly effect: Effect;
  readonly result: ConditionFields;
}

/** Actions of a rule whose effects are known, with what the input says about the record afterwards. A placeholder says nothing. */
function effectsOf(rule: AutomationRule, practice: RuledPractice): readonly Effective[] {
  return rule.actions.flatMap((step) => {
    const effect = practice.automation.effects[verbOf(step.action)];
    if (!effect) return [];
    const known = Object.entries(effect.after?.(step.input) ?? {}).filter(([, value]) => typeof value === 'string' && !value.includes('{{'));
    return [{ ...step, effect, result: Object.fromEntries(known) }];
  });
}

const withConditions = (trigger: Trigger): readonly Condition[] => Object.entries(trigger.with ?? {}).map(([field, value]) => ({ field, is: [value] }));

/** Can the other rule match what this action causes, given what is known of the record? */
function canCallFor(known: Constraints, { effect, result }: Effective, other: AutomationRule, { automation }: RuledPractice): boolean {
  const { facts, triggers } = automation;
  const after = afterAction(known, effect.changes, { ...BY_RULE, ...result });
  const matches = (base: Constraints): boolean => groupsOf(other).some((group) => constrain(base, group, facts) !== undefined);
  const { when } = other;
  if (when.kind === 'event') {
    const possible = triggers.filter((trigger) => when.events.includes(trigger.name) && effect.causes.includes(trigger.type));
    return possible.some((trigger) => {
      const pulled = constrain(after, withConditions(trigger), facts);
      return pulled !== undefined && matches(pulled);
    });
  }
  // A schedule comes round by itself; what has lasted for some time begins anew when something it looks at changes.
  const looksAt = (other.conditions ?? []).flat().map(({ field }) => field);
  return when.kind === 'duration' && looksAt.some((field) => effect.changes.includes(field)) && matches(after);
}

function edgesOf(rule: AutomationRule, rules: readonly AutomationRule[], practice: RuledPractice): readonly Edge[] {
  const bases = groupsOf(rule).flatMap((group) => constrain(NOTHING, group.filter(({ field }) => isOfRecord(field, practice)), practice.automation.facts) ?? []);
  return effectsOf(rule, practice).flatMap((step) =>
    rules
      .filter((other) => other.subject === rule.subject && bases.some((base) => canCallFor(base, step, other, practice)))
      .map((to): Edge => ({ to, action: step.action, settles: step.effect.settles === true, after: step.result, changes: step.effect.changes })),
  );
}

const isOfRecord = (field: string, { automation }: RuledPractice): boolean => automation.facts.some(({ name, of }) => name === field && of === 'record');

/** A circle of actions that are refused the second time ends by itself, unless two of them want the same fact to be different. */
function endsByItself(chain: readonly Edge[]): boolean {
  if (chain.some(({ settles }) => !settles)) return false;
  const wanted = new Map<string, unknown>();
  for (const { after, changes } of chain) {
    for (const fact of changes) {
      const value = after[fact];
      if (wanted.has(fact) && (wanted.get(fact) !== value || value === undefined)) return false;
      wanted.set(fact, value);
    }
  }
  return true;
}

/**
 * A circle through this rule, if there can be one: its action causes what another rule waits for, and so on until it is called
 * for itself. What conditions exclude is no circle; whatever is overlooked ends at the deepest chain allowed.
 */
export function findLoop(rule: AutomationRule, others: readonly AutomationRule[], practices: RuledPractices): RuleLoop | undefined {
  const practice = practices[rule.subject];
  if (!practice) return undefined;
  const rules = [rule, ...others.filter(({ id, retired, isEnabled, subject }) => id !== rule.id && !retired && isEnabled && subject === rule.subject)];
  const edges = new Map<AutomationRule, readonly Edge[]>();
  let looked = 0;

  function search(from: AutomationRule, chain: readonly Edge[]): readonly Edge[] | undefined {
    const known = edges.get(from) ?? edgesOf(from, rules, practice as RuledPractice);
    edges.set(from, known);
    for (const edge of known) {
      looked += 1;
      if (looked > MOST_CHAINS) return undefined;
      const longer = [...chain, edge];
      if (edge.to === rule && !endsByItself(longer)) return longer;
      if (edge.to === rule || longer.length > MAX_DEPTH || chain.some(({ to }) => to === edge.to)) continue;
      const found = search(edge.to, longer);
      if (found) return found;
    }
    return undefined;
  }

  const chain = search(rule, []);
  return chain && { rules: [rule.name, ...chain.map(({ to }) => to.name)], actions: chain.map(({ action }) => action) };
}

/** Is the later one never looked at where the earlier one matches? */
const hides = (a: AutomationRule, b: AutomationRule): boolean => (a.order <= b.order ? a.isLast : b.isLast) === true;

/** Rules that can match the same event as this one and would make something else of it. */
export function findConflicts(rule: AutomationRule, others: readonly AutomationRule[], practices: RuledPractices): readonly RuleConflict[] {
  const practice = practices[rule.subject];
  const { when } = rule;
  if (!practice || when.kind !== 'event') return [];
  const mine = effectsOf(rule, practice);
  return others.flatMap((other) => {
    if (other.id === rule.id || other.retired || !other.isEnabled || other.subject !== rule.subject || other.when.kind !== 'event' || hides(rule, other)) return [];
    const { events } = other.when;
    if (!when.events.some((name) => events.includes(name))) return [];
    const canBoth = groupsOf(rule).some((group) => {
      const known = constrain(NOTHING, group, practice.automation.facts);
      return known && groupsOf(other).some((theirs) => constrain(known, theirs, practice.automation.facts));
    });
    return canBoth ? contradictions(mine, effectsOf(other, practice), other) : [];
  });
}

function contradictions(mine: readonly Effective[], theirs: readonly Effective[], other: AutomationRule): readonly RuleConflict[] {
  const wanted = new Map(mine.flatMap(({ result }) => Object.entries(result)));
  const differing = theirs.flatMap(({ result }) => Object.entries(result)).filter(([fact, value]) => isOfRecordFact(fact) && wanted.has(fact) && wanted.get(fact) !== value);
  return differing.map(([fact, value]) => ({ otherId: other.id, otherName: other.name, fact, value: String(wanted.get(fact)), otherValue: String(value) }));
}

/** Facts of the event itself (who said something) say nothing about the record. */
const isOfRecordFact = (fact: string): boolean => fact !== 'from';
