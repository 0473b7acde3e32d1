import { createHash } from 'node:crypto';
import type { Directory } from '../catalog';
import type { Desk } from './desk';

/**
 * What clocks depend on besides the facts of their record (domain.md 5.2, rules 14 and 15): of each definition its version,
 * and what of it matters. People are left out: who moves to another site keeps the promises of their open tickets until
 * something happens to them.
 */
export type Basis = Readonly<Record<string, readonly [version: number, matters: string]>>;

/** Practices whose changes may matter. */
export const BASIS_PRACTICES: ReadonlySet<string> = new Set(['agreements', 'calendars', 'groups', 'categories', 'offerings']);

function calendarOfCategory(directory: Directory, id: string | undefined): string | undefined {
  const category = directory.category(id);
  return category && (category.calendarId ?? calendarOfCategory(directory, category.parentId));
}

export function basisOf(directory: Directory): Basis {
  const basis: Record<string, readonly [number, string]> = {};
  const add = ({ id, version }: { readonly id: string; readonly version: number }, ...matters: readonly (string | number | undefined)[]): void => {
    if (matters.some((value) => value !== undefined)) basis[id] = [version, matters.join(' ')];
  };
  for (const agreement of directory.agreements()) add(agreement, agreement.version);
  for (const calendar of directory.calendars()) add(calendar, calendar.version);
  for (const group of directory.groups()) add(group, group.calendarId);
  for (const category of directory.categories()) add(category, calendarOfCategory(directory, category.id));
  for (const offering of directory.offerings()) {
    add(offering, offering.calendarId ?? calendarOfCategory(directory, offering.categoryId), offering.targetMinutes);
  }
  return basis;
}

/** Short name of a basis: the same for everything clocks depend on, another one otherwise. */
export function stampOf(basis: Basis): string {
  const entries = Object.entries(basis).map(([id, [, matters]]) => `${id} ${matters}`).sort();
  return createHash('sha256').update(entries.join('\n')).digest('hex').slice(0, 20);
}

/** Definitions that differ in what matters. */
export function changedIds(before: Basis, now: Basis): readonly string[] {
  const ids = [...new Set([...Object.keys(before), ...Object.keys(now)])].sort();
  return ids.filter((id) => before[id]?.[1] !== now[id]?.[1]);
}

/** Has this instance not heard yet of something that the basis already takes into account? */
export function isBehind(desk: Desk, basis: Basis): boolean {
  return Object.entries(basis).some(([id, [version]]) => (desk.get(id)?.version ?? 0) < version);
}
