import type { InboxRow } from '../../../../shared/changes/planning-views';
import { addDays, dateIn, startOfDay } from '../calendar/days';

export const INBOX_GROUPS = ['overdue', 'today', 'later'] as const;
export type InboxGroup = (typeof INBOX_GROUPS)[number];

/** What is too late, what has to be decided before midnight, and everything else. */
export function groupOf({ decideUntil }: InboxRow, now: string, zone: string): InboxGroup {
  if (decideUntil === undefined) return 'later';
  if (Date.parse(decideUntil) < Date.parse(now)) return 'overdue';
  return Date.parse(decideUntil) < Date.parse(startOfDay(addDays(dateIn(now, zone), 1), zone)) ? 'today' : 'later';
}

const LAST = '~';
const orderOf = ({ decideUntil, plannedStart, id }: InboxRow): string => `${decideUntil ?? LAST} ${plannedStart ?? LAST} ${id}`;

/** The rows as they are shown: group by group, what has to be decided first comes first. */
export function sorted(rows: readonly InboxRow[], now: string, zone: string): readonly { readonly group: InboxGroup; readonly rows: readonly InboxRow[] }[] {
  return INBOX_GROUPS.map((group) => ({ group, rows: rows.filter((row) => groupOf(row, now, zone) === group).sort((left, right) => (orderOf(left) < orderOf(right) ? -1 : 1)) })).filter(
    (entry) => entry.rows.length > 0,
  );
}

const PRACTICES: Readonly<Record<string, string>> = { CHG: 'changes', FEX: 'freezeExceptions', TPL: 'changeTemplates', INC: 'tickets', REQ: 'tickets' };

/** The practice of a record by its number. */
export const practiceOfId = (id: string): string => PRACTICES[id.slice(0, 3)] ?? 'tickets';
