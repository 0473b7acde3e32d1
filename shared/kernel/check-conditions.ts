import type { Condition } from './condition';
import type { FieldProblem } from './refusal';

const MAX_GROUPS = 20;
const MAX_IN_GROUP = 20;
const MAX_VALUES = 200;
const MAX_CHARS = 200;

const isTexts = (value: unknown): boolean =>
  Array.isArray(value) && value.length > 0 && value.length <= MAX_VALUES && value.every((entry) => typeof entry === 'string' && entry.length <= MAX_CHARS);

function isCondition(value: unknown): value is Condition {
  if (typeof value !== 'object' || value === null) return false;
  const { field, is, isNot, ...rest } = value as Partial<Condition>;
  const areValues = [is, isNot].every((values) => values === undefined || isTexts(values));
  return typeof field === 'string' && areValues && (is !== undefined || isNot !== undefined) && Object.keys(rest).length === 0;
}

/** The first thing that is wrong with conditions that somebody sent as the value of `name`; `known`: the fields that exist. */
export function checkConditions(name: string, conditions: unknown, known: ReadonlySet<string>): readonly FieldProblem[] {
  const isShaped = Array.isArray(conditions) && conditions.length <= MAX_GROUPS
    && conditions.every((group: unknown) => Array.isArray(group) && group.length <= MAX_IN_GROUP && group.every(isCondition));
  if (!isShaped) return [{ field: name, code: 'badConditions' }];
  const unknown = (conditions as readonly (readonly Condition[])[]).flat().find(({ field }) => !known.has(field));
  return unknown ? [{ field: name, code: 'unknownConditionField', params: { name: unknown.field.slice(0, 40) } }] : [];
}
