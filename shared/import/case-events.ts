import { isEqual, type Recorded } from '../kernel';
import { priorityOf, type ImportedChanges, type Ticket, type TicketEvent } from '../tickets';
import type { LogRow } from './log-row';

/** How names of the log are known here; undefined when they are not. */
export interface Lookups {
  group(name: string): string | undefined;
  person(name: string): string | undefined;
}

/** A ticket as the log describes it after one of its rows. */
export interface Described {
  readonly fields: ImportedChanges & Pick<Ticket, 'title' | 'state' | 'requesterName'>;
  readonly values: Readonly<Record<string, string>>;
}

/** Actor of everything that people did in another tool. */
export const EXTERNAL = 'external';
const UNKNOWN = 'Unknown';
const FOLLOW_UP_MS = 7 * 86_400_000;

const FIELDS = [
  'state', 'title', 'description', 'impact', 'urgency', 'priority', 'groupId', 'requesterId', 'requesterName', 'assigneeId', 'assigneeName',
  'categoryName', 'hold', 'resolution', 'reassignmentCount', 'reopenCount', 'closedAt', 'respondedAt',
] as const satisfies readonly (keyof ImportedChanges)[];

const iso = (ms: number): string => new Date(ms).toISOString();
const without = <T extends object>(fields: T): T => Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined)) as T;

/** What an imported ticket says now; the next row continues from there. */
export function describedBy(ticket: Ticket): Described {
  const fields = Object.fromEntries(FIELDS.map((field) => [field, ticket[field]]));
  return { fields: without(fields) as Described['fields'], values: ticket.external?.values ?? {} };
}

/** The ticket after one more row: each row describes it whole, so that nothing of the row before stays that this one does not say. */
export function describedAfter(before: Described | undefined, row: LogRow, lookups: Lookups): Described {
  const last = before?.fields;
  const at = iso(row.at);
  const state = row.step?.state ?? last?.state ?? 'new';
  const impact = row.impact ?? 3;
  const urgency = row.urgency ?? 3;
  const groupId = row.group && lookups.group(row.group);
  const isEnded = state === 'closed' || state === 'cancelled';
  const fields = {
    state,
    title: row.title ?? row.caseId,
    description: row.description ?? '',
    impact, urgency,
    priority: row.priority ?? priorityOf(impact, urgency),
    groupId,
    requesterId: row.requester && lookups.person(row.requester),
    requesterName: row.requester ?? UNKNOWN,
    assigneeId: row.assignee && lookups.person(row.assignee),
    assigneeName: row.assignee,
    categoryName: row.category,
    hold: state === 'onHold' ? holdOf(last, row) : undefined,
    resolution: state === 'resolved' || state === 'closed' ? resolutionOf(last, row) : undefined,
    reassignmentCount: row.reassignments ?? last?.reassignmentCount ?? 0,
    reopenCount: row.reopens ?? last?.reopenCount ?? 0,
    closedAt: isEnded ? (row.closedAt === undefined ? (last?.closedAt ?? at) : iso(row.closedAt)) : undefined,
    // Logs do not say when somebody first answered; the first sign of work stands for it.
    respondedAt: last?.respondedAt ?? (state === 'new' ? undefined : at),
  };
  return { fields: without(fields) as Described['fields'], values: row.values };
}

function holdOf(last: Described['fields'] | undefined, row: LogRow): Ticket['hold'] {
  const reason = row.step?.hold ?? last?.hold?.reason ?? 'other';
  const since = last?.hold?.reason === reason ? last.hold.since : iso(row.at);
  return {
    reason, since, isImported: true,
    followUpAt: new Date(Date.parse(since) + FOLLOW_UP_MS).toISOString(),
    ...(reason === 'vendor' && row.supplier && { supplier: row.supplier }),
    ...(reason === 'problem' && row.reference && { reference: row.reference }),
  };
}

function resolutionOf(last: Described['fields'] | undefined, row: LogRow): Ticket['resolution'] {
  const at = row.resolvedAt === undefined ? (last?.resolution?.at ?? iso(row.at)) : iso(row.resolvedAt);
  return {
    code: row.resolutionCode ?? 'fixed',
    notes: row.resolutionNotes ?? '',
    at,
    by: EXTERNAL,
    byName: row.resolvedBy ?? last?.resolution?.byName ?? row.actor ?? UNKNOWN,
    isImported: true,
  };
}

/** The event that leads from one description to the next. */
function eventBetween(before: Described | undefined, after: Described, row: LogRow, source: string): TicketEvent {
  if (!before) {
    const receivedAt = iso(row.openedAt ?? row.at);
    return { type: 'TicketImported', source, externalId: row.caseId, values: after.values, set: { ...after.fields, receivedAt } };
  }
  const changed = FIELDS.filter((field) => !isEqual(before.fields[field], after.fields[field]));
  const clear = changed.filter((field) => after.fields[field] === undefined);
  const set = Object.fromEntries(changed.filter((field) => after.fields[field] !== undefined).map((field) => [field, after.fields[field]]));
  const labels = [...new Set([...Object.keys(before.values), ...Object.keys(after.values)])];
  const values = labels.filter((label) => before.values[label] !== after.values[label]).map((label) => [label, after.values[label] ?? ''] as const);
  return { type: 'ImportedChange', values: Object.fromEntries(values), set, ...(clear.length > 0 && { clear }) };
}

/** The history that these rows of one case add, numbered on from `version`. */
export function historyOf(
  rows: readonly LogRow[],
  from: { readonly id: string; readonly version: number; readonly before: Described | undefined; readonly source: string },
  lookups: Lookups,
): readonly Recorded<TicketEvent>[] {
  let before = from.before;
  return rows.map((row, index) => {
    const after = describedAfter(before, row, lookups);
    const event = eventBetween(before, after, row, from.source);
    before = after;
    return {
      recordId: from.id,
      seq: from.version + index + 1,
      at: iso(row.at),
      by: (row.actor && lookups.person(row.actor)) ?? EXTERNAL,
      byName: row.actor ?? UNKNOWN,
      role: 'agent',
      channel: 'import',
      action: 'tickets.import',
      event,
    };
  });
}
