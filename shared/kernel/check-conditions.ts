import type { Condition, Conditions } from './condition';
import type { FieldProblem } from './refusal';

const MAX_GROUPS = 20;
const MAX_IN_GROUP = 20;
const MAX_VALUES = 200;
const MAX_CHARS = 200;
const KEYS = new Set(['field', 'is', 'isNot', 'atLeast', 'atMost']);

const isTexts = (value: unknown): boolean =>
  Array.isArray(value) && value.length > 0 && value.length <= MAX_VALUES && value.every((entry) => typeof entry === 'string' && entry.length <= MAX_CHARS);
const isBound = (value: unknown): boolean => typeof value === 'number' && Number.isFinite(value);

function isCondition(value: unknown): value is Condition {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return false;
  const { field, is, isNot, atLeast, atMost } = value as Partial<Condition>;
  if (typeof field !== 'string' || !Object.keys(value).every((key) => KEYS.has(key))) return false;
  const says = [is, isNot, atLeast, atMost].some((part) => part !== undefined);
  return says && [is, isNot].every((list) => list === undefined || isTexts(list)) && [atLeast, atMost].every((bound) => bound === undefined || isBound(bound));
}

/** Has somebody sent conditions that `conditionsHold` can read? They may be empty, and so may their groups. */
export function isConditions(value: unknown): value is Conditions {
  return Array.isArray(value) && value.length <= MAX_GROUPS && value.every((group: unknown) => Array.isArray(group) && group.length <= MAX_IN_GROUP && group.every(isCondition));
}

/** The same where nothing at all says nothing: at least one group, and something in each. */
export const isFilledConditions = (value: unknown): value is Conditions => isConditions(value) && value.length > 0 && value.every((group) => group.length > 0);

/**
 * The first thing that is wrong with conditions that somebody sent as the value of `name`. `known`: the fields that exist;
 * `numbers`: those of them that have bounds, because they are numbers.
 */
export function checkConditions(name: string, conditions: unknown, known: ReadonlySet<string>, numbers: ReadonlySet<string> = new Set()): readonly FieldProblem[] {
  if (!isConditions(conditions)) return [{ field: name, code: 'badConditions' }];
  const all = conditions.flat();
  const unknown = all.find(({ field }) => !known.has(field));
  if (unknown) return [{ field: name, code: 'unknownConditionField', params: { name: unknown.field.slice(0, 40) } }];
  const isBounded = ({ atLeast, atMost }: Condition): boolean => atLeast !== undefined || atMost !== undefined;
  return all.some((condition) => isBounded(condition) && !numbers.has(condition.field)) ? [{ field: name, code: 'badConditions' }] : [];
}
