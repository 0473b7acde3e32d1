/** One comparison of one field. A field that is not there counts as the empty text `''`. */
export interface Condition {
  readonly field: string;
  /** The field has one of these values. */
  readonly is?: readonly string[];
  /** The field has none of these values. */
  readonly isNot?: readonly string[];
  /** The field is a number that is at least, or at most, so large. */
  readonly atLeast?: number;
  readonly atMost?: number;
}

/**
 * Conditions as data: any of the groups must hold, in a group all must. People edit them without code; service-level
 * agreements, approval policies, routing and automation read the same shape. Browser-safe.
 */
export type Conditions = readonly (readonly Condition[])[];

/** What conditions look at: every value is a text, or several of which one must match. */
export type ConditionFields = Readonly<Record<string, string | readonly string[] | undefined>>;

function isWithin(value: string, { atLeast, atMost }: Condition): boolean {
  const number = value === '' ? Number.NaN : Number(value);
  return (atLeast === undefined || number >= atLeast) && (atMost === undefined || number <= atMost);
}

function conditionHolds(condition: Condition, fields: ConditionFields): boolean {
  const { field, is, isNot } = condition;
  const value = fields[field] ?? '';
  const values = typeof value === 'string' ? [value] : value.length > 0 ? value : [''];
  return (!is || values.some((entry) => is.includes(entry))) && !values.some((entry) => isNot?.includes(entry)) && values.some((entry) => isWithin(entry, condition));
}

/** Do the conditions hold? No groups at all never hold; one group without conditions always does. */
export function conditionsHold(conditions: Conditions, fields: ConditionFields): boolean {
  return conditions.some((group) => group.every((condition) => conditionHolds(condition, fields)));
}
