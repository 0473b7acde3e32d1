import { conditionsHold, plainWords, type Condition, type ConditionFields, type Conditions, type Trigger } from '../kernel';
import type { AutomationRule } from './automation-rule';

/** Facts that are words of a text: their values are compared as plain words. */
export const WORD_FACTS: readonly string[] = ['words', 'eventWords'];

/** Conditions of one group that must all hold, in the order in which they are looked at. */
type Group = readonly Condition[];

interface Entry {
  readonly rule: AutomationRule;
  readonly group: Group;
  /** Place of the rule among all rules. */
  readonly place: number;
}

/** Rules that wait for one trigger, found by a value that each of them needs. */
interface Shelf {
  readonly always: Entry[];
  readonly byValue: Map<string, Map<string, Entry[]>>;
}

/** Rules in their order, ready to be asked which of them match. */
export interface RuleIndex {
  readonly rules: readonly AutomationRule[];
  /** Names of the triggers that some rule of this practice waits for. */
  waitsFor(subject: string, trigger: string): boolean;
  /** Rules that look at time, of this practice. */
  timed(subject: string, kind: 'duration' | 'schedule'): readonly AutomationRule[];
  /** Words that rules look for: only these are looked for in texts. */
  readonly vocabulary: ReadonlySet<string>;
  /** Rules that match, in their order; nothing after one that is the last to be looked at. */
  match(subject: string, triggers: readonly string[], facts: ConditionFields): readonly AutomationRule[];
}

const byOrder = (a: AutomationRule, b: AutomationRule): number => a.order - b.order || (a.id < b.id ? -1 : 1);

/** Conditions with their words made plain, as texts are. */
export function plainConditions(conditions: Conditions | undefined): Conditions {
  if (!conditions) return [[]];
  const plain = (values: readonly string[] | undefined): readonly string[] | undefined => values?.map(plainWords);
  return conditions.map((group) =>
    group.map((entry) => {
      if (!WORD_FACTS.includes(entry.field)) return entry;
      const { is, isNot, ...rest } = entry;
      return { ...rest, ...(is && { is: plain(is) as readonly string[] }), ...(isNot && { isNot: plain(isNot) as readonly string[] }) };
    }),
  );
}

const vocabularyOf = (conditions: Conditions): readonly string[] =>
  conditions.flat().filter(({ field }) => WORD_FACTS.includes(field)).flatMap(({ is = [], isNot = [] }) => [...is, ...isNot]);

/** Which values occur how often: a value that few rules need tells most of them apart. */
function countsOf(groups: readonly Group[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const { field, is = [] } of groups.flat()) {
    for (const value of is) counts.set(`${field}\n${value}`, (counts.get(`${field}\n${value}`) ?? 0) + 1);
  }
  return counts;
}

/** The condition of a group that the fewest other rules share; undefined when no condition names values. */
function mostSelective(group: Group, counts: ReadonlyMap<string, number>): Condition | undefined {
  const costOf = ({ field, is = [] }: Condition): number => is.reduce((sum, value) => sum + (counts.get(`${field}\n${value}`) ?? 0), 0);
  const named = group.filter(({ is }) => is !== undefined && is.length > 0);
  return named.reduce<Condition | undefined>((best, entry) => (!best || costOf(entry) < costOf(best) ? entry : best), undefined);
}

function shelve(shelf: Shelf, entry: Entry, counts: ReadonlyMap<string, number>): void {
  const selective = mostSelective(entry.group, counts);
  // An empty text stands for a field that is not there, which has no value to be found by.
  if (!selective || selective.is?.includes('')) {
    shelf.always.push(entry);
    return;
  }
  const values = shelf.byValue.get(selective.field) ?? new Map<string, Entry[]>();
  shelf.byValue.set(selective.field, values);
  for (const value of new Set(selective.is)) values.set(value, [...(values.get(value) ?? []), entry]);
}

function* candidatesIn(shelf: Shelf, facts: ConditionFields): Iterable<Entry> {
  yield* shelf.always;
  for (const [field, values] of shelf.byValue) {
    const value = facts[field];
    for (const known of typeof value === 'string' ? [value] : (value ?? [])) yield* values.get(known) ?? [];
  }
}

/** Builds the index over rules that are switched on; takes time in proportion to their conditions. */
export function createRuleIndex(all: Iterable<AutomationRule>): RuleIndex {
  const rules = [...all].filter(({ retired, isEnabled }) => !retired && isEnabled === true).sort(byOrder);
  const shelves = new Map<string, Shelf>();
  const grouped = rules.map((rule, place) => ({ rule, place, conditions: plainConditions(rule.conditions) }));
  const counts = countsOf(grouped.flatMap(({ conditions }) => conditions));
  for (const { rule, place, conditions } of grouped) {
    if (rule.when.kind !== 'event') continue;
    for (const trigger of new Set(rule.when.events)) {
      const key = `${rule.subject} ${trigger}`;
      const shelf = shelves.get(key) ?? { always: [], byValue: new Map<string, Map<string, Entry[]>>() };
      shelves.set(key, shelf);
      for (const group of conditions) shelve(shelf, { rule, group, place }, counts);
    }
  }

  return {
    rules,
    vocabulary: new Set(grouped.flatMap(({ conditions }) => vocabularyOf(conditions))),
    waitsFor: (subject, trigger) => shelves.has(`${subject} ${trigger}`),
    timed: (subject, kind) => rules.filter((rule) => rule.subject === subject && rule.when.kind === kind),
    match(subject, triggers, facts) {
      const found = new Map<number, AutomationRule>();
      for (const trigger of triggers) {
        const shelf = shelves.get(`${subject} ${trigger}`);
        if (!shelf) continue;
        for (const { rule, group, place } of candidatesIn(shelf, facts)) {
          if (!found.has(place) && conditionsHold([group], facts)) found.set(place, rule);
        }
      }
      const inOrder = [...found].sort(([a], [b]) => a - b).map(([, rule]) => rule);
      const last = inOrder.findIndex(({ isLast }) => isLast);
      return last < 0 ? inOrder : inOrder.slice(0, last + 1);
    },
  };
}

/** Triggers of a practice that an event with these facts pulls. */
export function triggersPulled(triggers: readonly Trigger[], type: string, facts: ConditionFields): readonly string[] {
  const pulls = (trigger: Trigger): boolean =>
    trigger.type === type && Object.entries(trigger.with ?? {}).every(([field, value]) => facts[field] === value);
  return triggers.filter(pulls).map(({ name }) => name);
}
