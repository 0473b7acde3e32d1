import { IANAZone } from 'luxon';
import type { Directory } from '../catalog';
import { checkConditions, isObject, MAX_PHRASE_WORDS, plainWords, type Condition, type Conditions, type Fact, type FieldProblem } from '../kernel';
import { occurrencesProblems } from '../scheduling';
import type { AutomationRule } from './automation-rule';
import { actionsProblems } from './check-actions';
import { findLoop } from './rule-graph';
import { DURATION_STARTS, DURATION_UNITS } from './rule-schema';
import type { RuledPractice, RuledPractices } from './subject';
import { WORD_FACTS } from './rule-index';

const MAX_VALUES = 100;
const MAX_CHARS = 200;
const MAX_DURATION = 100_000;

type Raw = Readonly<Record<string, unknown>>;
const isTexts = (value: unknown): value is readonly string[] =>
  Array.isArray(value) && value.length > 0 && value.length <= MAX_VALUES && value.every((entry) => typeof entry === 'string' && entry.length <= MAX_CHARS);
const only = (value: Raw, names: readonly string[]): boolean => Object.keys(value).every((name) => names.includes(name));

function valueProblem({ field, is = [], isNot = [] }: Condition, fact: Fact): FieldProblem | undefined {
  const values = [...is, ...isNot];
  if (WORD_FACTS.includes(field)) {
    const odd = values.find((value) => plainWords(value) === '' || plainWords(value).split(' ').length > MAX_PHRASE_WORDS);
    return odd === undefined ? undefined : { field: 'conditions', code: 'rule.badPhrase', params: { phrase: odd.slice(0, 60), max: MAX_PHRASE_WORDS } };
  }
  const offered = fact.options?.map(({ value }) => value) ?? (fact.kind === 'yesNo' ? ['yes', 'no'] : undefined);
  const unknown = offered && values.find((value) => value !== '' && !offered.includes(value));
  return unknown === undefined ? undefined : { field: 'conditions', code: 'rule.unknownValue', params: { value: unknown.slice(0, 60) } };
}

/** What the checker of conditions finds, in words about rules. */
const CODES: Readonly<Record<string, string>> = { badConditions: 'rule.badConditions', unknownConditionField: 'rule.unknownFact' };

function conditionsProblem(conditions: unknown, facts: readonly Fact[]): FieldProblem | undefined {
  if (conditions === undefined) return undefined;
  const names = (chosen: readonly Fact[]): ReadonlySet<string> => new Set(chosen.map(({ name }) => name));
  const [wrong] = checkConditions('conditions', conditions, names(facts), names(facts.filter(({ kind }) => kind === 'number')));
  if (wrong) return { ...wrong, code: CODES[wrong.code] ?? wrong.code };
  return (conditions as Conditions).flat().flatMap((condition) => valueProblem(condition, facts.find(({ name }) => name === condition.field) as Fact) ?? [])[0];
}

function whenProblem(when: unknown, { automation }: RuledPractice, config: Directory): Omit<FieldProblem, 'field'> | undefined {
  const bad = { code: 'rule.badTrigger' };
  if (!isObject(when)) return bad;
  if (when.kind === 'event') {
    if (!isTexts(when.events) || !only(when, ['kind', 'events'])) return { code: 'rule.noEvent' };
    const unknown = when.events.find((name) => !automation.triggers.some((trigger) => trigger.name === name));
    return unknown === undefined ? undefined : { code: 'rule.unknownEvent', params: { name: unknown.slice(0, 60) } };
  }
  if (when.kind === 'duration') {
    const { value, unit, calendarId, since = 'true' } = when;
    const isWhole = Number.isInteger(value) && (value as number) >= 1 && (value as number) <= MAX_DURATION;
    const isShaped = isWhole && (DURATION_UNITS as readonly unknown[]).includes(unit) && (DURATION_STARTS as readonly unknown[]).includes(since) && only(when, ['kind', 'value', 'unit', 'calendarId', 'since']);
    if (!isShaped) return { code: 'rule.badDuration' };
    const isKnown = calendarId === undefined || (typeof calendarId === 'string' && config.calendar(calendarId)?.retired === false);
    return isKnown ? undefined : { code: 'rule.unknownCalendar' };
  }
  if (when.kind !== 'schedule' || !only(when, ['kind', 'zone', 'occurrences'])) return bad;
  return scheduleProblem(when.zone, when.occurrences);
}

/** What is wrong with times that come round. */
export function scheduleProblem(zone: unknown, occurrences: unknown): Omit<FieldProblem, 'field'> | undefined {
  if (typeof zone !== 'string' || !IANAZone.isValidZone(zone)) return { code: 'notZone' };
  return occurrencesProblems(occurrences, zone)[0];
}

/** Everything that is wrong with a rule as it would be. One that is switched on must not go round in circles with others. */
export function checkRule(values: Raw, practices: RuledPractices, config: Directory): readonly FieldProblem[] {
  const practice = practices[String(values.subject)];
  if (!practice) return [{ field: 'subject', code: 'notOffered' }];
  const isEvent = isObject(values.when) && values.when.kind === 'event';
  const facts = practice.automation.facts.filter(({ of }) => isEvent || of === 'record');
  const when = whenProblem(values.when, practice, config);
  const conditions = conditionsProblem(values.conditions, facts);
  const problems = [...(when ? [{ field: 'when', ...when }] : []), ...(conditions ? [conditions] : []), ...actionsProblems(values.actions, practice, config)];
  if (problems.length > 0 || values.isEnabled !== true) return problems;
  const rule = { id: '', retired: false, ...values } as unknown as AutomationRule;
  const loop = findLoop(rule, [...config.summaries('automationRules')] as unknown as readonly AutomationRule[], practices);
  return loop ? [{ field: 'actions', code: 'rule.loop', params: { chain: loop.rules.map((name) => `“${name}”`).join(' → ') } }] : [];
}
