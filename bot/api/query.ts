import { AppError } from '../../shared/kernel';

/** A whole number from a query string; `fallback` when it is not given. Throws AppError `invalid`. */
export function readInteger(query: URLSearchParams, name: string, { fallback, max }: { fallback: number; max: number }): number {
  const text = query.get(name);
  if (text === null || text === '') return fallback;
  const value = Number(text);
  if (!Number.isInteger(value) || value < 1 || value > max) throw new AppError('invalid', 'badLimit');
  return value;
}

/** The first value of a name, without spaces around it; undefined when there is none. */
export function readText(query: URLSearchParams, name: string): string | undefined {
  return query.get(name)?.trim() || undefined;
}

/** Everything but the `reserved` names; a name that is given several times becomes one comma-separated value. */
export function readFilters(query: URLSearchParams, reserved: readonly string[]): Record<string, string> {
  const names = [...new Set(query.keys())].filter((name) => !reserved.includes(name));
  return Object.fromEntries(names.map((name) => [name, query.getAll(name).join(',')]));
}
