import { newestFirst, type RecordBase, type Recorded, type Summary } from '../kernel';

/** The head row of a record. `rows` names the derived rows it owns, so that the next write can replace exactly those. */
export interface StoredHead {
  readonly practice: string;
  readonly record: RecordBase;
  /** How often it was computed anew since this version; absent: never. */
  readonly revision?: number;
  readonly extra: Readonly<Record<string, unknown>>;
  readonly rows: readonly string[];
  /** Hash of the last event, which stands for the whole history. */
  readonly tip: string;
  /** What proves the rest of the head and the list rows; the record itself is proven by its history. */
  readonly marks: HeadMarks;
}

export interface HeadMarks {
  readonly extra: string;
  readonly rows: string;
  /** Of the summary in each list row; absent: no list has the record. */
  readonly summary?: string;
}

/** What the change feed tells other instances; they need no further read. */
export interface Change {
  readonly practice: string;
  readonly id: string;
  readonly version: number;
  readonly revision?: number;
  /** Inactive records leave the desk view. */
  readonly active: boolean;
  readonly summary: Summary;
  readonly types: readonly string[];
  readonly at: string;
  readonly by: string;
}

/**
 * What the change feed tells of records that were computed anew under changed terms, many at once. Instances read the
 * summaries themselves: thousands of them in the feed would be read again and again by everybody.
 */
export interface RevisedChange {
  readonly at: string;
  readonly revised: readonly (readonly [id: string, version: number, revision: number])[];
}

/** One row per action: the relay turns it into notifications, card updates, webhooks. */
export interface OutboxEntry {
  readonly practice: string;
  readonly id: string;
  readonly history: readonly Recorded[];
}

export interface LinkRow {
  readonly at: string;
  readonly by: string;
}

const instant = (at: string): string => String(Date.parse(at)).padStart(13, '0');
const sequence = (seq: number): string => String(seq).padStart(6, '0');

/** Row keys; the table of stored rows is in docs/stored-rows.md. */
export const rowKey = {
  record: (id: string) => `r:${id}:`,
  head: (id: string) => `r:${id}:!`,
  event: (id: string, seq: number) => `r:${id}:e:${sequence(seq)}`,
  link: (id: string, relation: string, otherId: string) => `r:${id}:l:${relation}:${otherId}`,
  list: (list: string, sort: string, id: string) => `x:${list}:${sort}:${id}`,
  desk: (id: string) => `x:desk:${id}`,
  timer: (at: string, id: string, what: string) => `t:${instant(at)}:${id}:${what}`,
  timersUntil: (at: string) => `t:${instant(at)}`,
  outbox: (at: string, id: string, seq: number) => `o:${instant(at)}:${id}-${sequence(seq)}`,
  feed: (at: string, id: string, seq: number) => `f:${instant(at)}:${id}-${sequence(seq)}`,
  feedOfRevised: (at: string, id: string, version: number, revision: number) => `f:${instant(at)}:${id}-${sequence(version)}.${revision}`,
  feedFrom: (at: string) => `f:${instant(at)}`,
  key: (hash: string) => `k:${hash}`,
  /** Where recomputing after a change of terms stands. */
  recompute: 'j:recompute',
  /** What the clocks were computed from last. */
  recomputeBasis: 'j:recompute:basis',
  /** The organization's own classifier, and where learning it stands. */
  learning: 'j:classifier',
  /** The places taken last in the change calendar; the work assigned last. */
  fence: (name: 'calendar' | 'assignment') => `j:${name}`,
  /** Refused attempts to decide, newest first. */
  audit: (at: string, name: string) => `a:${newestFirst(at)}:${name}`,
  auditAll: 'a:',
  /** What rules did, newest first; `name` says to what and why, so that no two instances begin the same. */
  automationRun: (at: string, name: string) => `l:${newestFirst(at)}:${name}`,
  automationRunsUntil: (at: string) => `l:${newestFirst(at)}`,
  automationRunsAll: 'l:',
  /** When a rule about time has to be looked at again for a record. */
  ruleTimer: (at: string, id: string, ruleId: string) => `h:${instant(at)}:${id}:${ruleId}`,
  ruleTimersUntil: (at: string) => `h:${instant(at)}`,
  ruleTimersAll: 'h:',
  /** Rules about time that were looked at for every open record, by version. */
  ruleScan: 'j:rules',
  /** What history was at an instant, once a day. */
  anchor: (until: string) => `s:${instant(until)}`,
  anchorsAll: 's:',
  lastAnchor: 'j:anchor',
  /** A server at work on the store. */
  instance: (id: string) => `j:instance:${id}`,
  instances: 'j:instance:',
  /** A restore that has not come to its end. */
  restore: 'j:restore',
  /** Addresses of calendar feeds, by the hash of their key, and by person. */
  calendarFeed: (hash: string) => `y:${hash}`,
  calendarFeedOf: (personId: string) => `y:${personId}`,
  /** On which day an integration key was used last. */
  keyUse: (keyId: string) => `g:${keyId}`,
  keyUses: 'g:',
  numbers: (prefix: string) => `n:${prefix}`,
  numbersSetAside: (prefix: string) => `n:${prefix}:aside`,
  upload: (fileId: string) => `u:${fileId}`,
  uploads: 'u:',
  outboxAll: 'o:',
  timersAll: 't:',
  /** Where a person, a channel or a chat is reached; `name` is a record id or starts with `@`. */
  place: (name: string) => `p:${name}`,
  cards: (recordId: string) => `c:${recordId}:`,
  card: (recordId: string, message: string) => `c:${recordId}:${message}`,
  thread: (message: string) => `m:${message}`,
  deliveries: (recordId: string) => `v:${recordId}:`,
  delivery: (recordId: string, deliveryId: string) => `v:${recordId}:${deliveryId}`,
  due: (at: string, recordId: string, deliveryId: string) => `d:${instant(at)}:${recordId}:${deliveryId}`,
  dueAll: 'd:',
  dueUntil: (at: string) => `d:${instant(at)}`,
  /** Deliveries to webhooks that are due: a receiver that is slow must not hold up what people are told. */
  webhookDue: (at: string, recordId: string, deliveryId: string) => `q:${instant(at)}:${recordId}:${deliveryId}`,
  webhookDueAll: 'q:',
  webhookDueUntil: (at: string) => `q:${instant(at)}`,
  /** What one webhook was told, newest first. */
  webhookCall: (webhookId: string, at: string, name: string) => `b:${webhookId}:${newestFirst(at)}:${name}`,
  webhookCalls: (webhookId: string) => `b:${webhookId}:`,
  webhookCallsUntil: (webhookId: string, at: string) => `b:${webhookId}:${newestFirst(at)}`,
  /** Deliveries that did not arrive, newest first. */
  undelivered: (at: string, recordId: string, deliveryId: string) => `z:${newestFirst(at)}:${recordId}:${deliveryId}`,
  undeliveredUntil: (at: string) => `z:${newestFirst(at)}`,
  undeliveredAll: 'z:',
  waiting: (personId: string, recordId: string, deliveryId: string) => `w:${personId}:${recordId}:${deliveryId}`,
  waitingFor: (personId: string) => `w:${personId}:`,
} as const;
