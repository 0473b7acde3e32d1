import type { FieldProblem } from '../kernel';

/** Zone and occurrences of a freeze or a maintenance window. */
export function checkWindow(_values: Readonly<Record<string, unknown>>): readonly FieldProblem[] {
  return [];
}
