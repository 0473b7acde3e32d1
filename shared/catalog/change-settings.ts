import type { FieldProblem } from '../kernel';
import type { Settings } from './catalog';
import { RISK_RULES, withDefaults, type ChangeSettings } from './change-settings-schema';

const RESULTS: readonly unknown[] = ['low', 'moderate', 'high', 'veryHigh'];
const isWhole = (value: unknown, least: number, most: number): boolean => Number.isInteger(value) && (value as number) >= least && (value as number) <= most;

/** Each part by itself: whoever changes the matrix need not write down everything else. */
const CHECKS: Readonly<Record<keyof ChangeSettings, (value: unknown) => boolean>> = {
  points: (value) => typeof value === 'object' && value !== null && Object.entries(value).every(([rule, points]) => (RISK_RULES as readonly string[]).includes(rule) && isWhole(points, 0, 20)),
  thresholds: (value) => {
    const { moderate, high, veryHigh } = (value ?? {}) as Partial<ChangeSettings['thresholds']>;
    return isWhole(moderate, 1, 200) && isWhole(high, 1, 200) && isWhole(veryHigh, 1, 200) && moderate! < high! && high! < veryHigh!;
  },
  matrix: (value) => Array.isArray(value) && value.length === 3 && value.every((row: unknown) => Array.isArray(row) && row.length === 3 && row.every((result) => RESULTS.includes(result))),
  confirmFrom: (value) => value === 'never' || RESULTS.includes(value),
  toleranceMinutes: (value) => isWhole(value, 0, 24 * 60),
  reviewDays: (value) => isWhole(value, 1, 90),
  samplePercent: (value) => isWhole(value, 0, 100),
};

/** What is wrong with an organization's own numbers for changes, part by part. */
export function checkChangeSettings({ changes }: Readonly<Record<string, unknown>>): readonly FieldProblem[] {
  if (changes === undefined) return [];
  return Object.entries(changes as object).flatMap(([name, value]): readonly FieldProblem[] => {
    if (!Object.hasOwn(CHECKS, name)) return [{ field: 'changes', code: 'notStructured' }];
    if (CHECKS[name as keyof ChangeSettings](value)) return [];
    return [{ field: `changes.${name}`, code: name === 'thresholds' ? 'badThresholds' : 'notStructured' }];
  });
}

/** The numbers that count here: the organization's own where it has any. */
export const changeSettings = ({ changes }: Partial<Settings>): ChangeSettings => withDefaults(changes);
