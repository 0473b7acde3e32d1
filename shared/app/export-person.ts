import { refuse, type Recorded, type Refused } from '../kernel';
import { rowsBetween, rowsUnder } from '../storage/port';
import type { App } from './create-app';
import { openRecord } from './load';
import { rowKey, type StoredHead } from './rows';

/** A record in which somebody has a part, with what they did in it and what was said to them. */
export interface PersonalRecord {
  readonly id: string;
  readonly practice: string;
  readonly title?: string;
  readonly state?: string;
  readonly createdAt: string;
  /** Fields of the record that name the person: `requesterId`, `assigneeId`. */
  readonly as: readonly string[];
  readonly events: readonly object[];
}

/** Everything that is stored about one person, as far as it is theirs to see. */
export interface PersonalData {
  readonly format: 'bellhop person';
  readonly version: 1;
  /** ISO instant. */
  readonly at: string;
  readonly person: object;
  readonly history: readonly object[];
  readonly records: readonly PersonalRecord[];
  /** Where the bot reaches them in Teams. */
  readonly reachedAt?: unknown;
  /** What they were told, or are still to be told. */
  readonly told: readonly unknown[];
  /** Attempts to decide that were refused. */
  readonly refusedAttempts: readonly unknown[];
  readonly calendarFeed?: unknown;
  /** What is there and left out, by the reason. */
  readonly leftOut: { readonly internalNotes: number; readonly confidentialRecords: number };
}

/** What opens something is nobody's data. */
const SECRET = new Set(['token', 'hash']);
/** Written by those who handle tickets, for each other (GDPR Art. 15(4)). */
const INTERNAL = new Set(['NoteAdded']);

/** The value without what opens something. */
function readable(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(readable);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).filter(([name]) => !SECRET.has(name)).map(([name, entry]) => [name, readable(entry)]));
}

const names = (value: unknown, personId: string): boolean =>
  typeof value === 'string' ? value === personId : Array.isArray(value) ? value.some((entry) => names(entry, personId)) : typeof value === 'object' && value !== null && Object.values(value).some((entry) => names(entry, personId));

interface Found {
  readonly head: StoredHead;
  readonly history: readonly Recorded[];
}

const isMessage = ({ event }: Recorded): boolean => 'text' in event;

/** Their part in one record; undefined: none. */
function partOf({ head, history }: Found, personId: string, leftOut: { internalNotes: number; confidentialRecords: number }): PersonalRecord | undefined {
  const { id, createdAt, ...fields } = head.record as StoredHead['record'] & { readonly requesterId?: string; readonly title?: unknown; readonly name?: unknown; readonly state?: unknown; readonly isRestricted?: boolean };
  const as = Object.entries(fields).filter(([, value]) => names(value, personId)).map(([name]) => name);
  const isFor = fields.requesterId === personId;
  const theirs = history.filter((entry) => entry.by === personId || names(entry.event, personId) || (isFor && isMessage(entry)));
  if (as.length === 0 && theirs.length === 0) return undefined;
  // That somebody else wrote something confidential about a person is not theirs to learn from here.
  if (fields.isRestricted && !isFor && !history.some(({ by }) => by === personId)) {
    leftOut.confidentialRecords += 1;
    return undefined;
  }
  const isInternal = (entry: Recorded): boolean => INTERNAL.has(entry.event.type) && entry.by !== personId;
  leftOut.internalNotes += theirs.filter(isInternal).length;
  const title = [fields.title, fields.name].find((text) => typeof text === 'string');
  return {
    id, practice: head.practice, createdAt, as, ...(title !== undefined && { title }), ...(typeof fields.state === 'string' && { state: fields.state }),
    events: theirs.filter((entry) => !isInternal(entry)).map((entry) => readable(entry) as object),
  };
}

/** Everything about one person, for whoever is asked for it (GDPR Art. 15 and 20). Contents of attachments stay where they are. */
export async function exportPerson({ storage, partition, clock }: Pick<App, 'storage' | 'partition' | 'clock'>, personId: string): Promise<PersonalData | Refused> {
  const opened = await openRecord(storage, partition, personId);
  if (opened?.practice.name !== 'people') return refuse('kernel.notFound');
  const leftOut = { internalNotes: 0, confidentialRecords: 0 };
  const records: PersonalRecord[] = [];
  let head: StoredHead | undefined;
  let history: Recorded[] = [];
  const take = (): void => {
    const part = head && head.record.id !== personId && partOf({ head, history }, personId, leftOut);
    if (part) records.push(part);
  };
  for await (const { row, data } of rowsUnder(storage, partition, 'r:')) {
    if (row.endsWith(':!')) {
      take();
      [head, history] = [data as StoredHead, []];
    } else if (row.split(':')[2] === 'e') history.push(data as Recorded);
  }
  take();
  const all = async (from: string, to: string, isTheirs: (data: unknown) => boolean): Promise<unknown[]> => {
    const found: unknown[] = [];
    for await (const { data } of rowsBetween(storage, partition, from, to)) if (isTheirs(data)) found.push(readable(data));
    return found;
  };
  const reachedAt = (await storage.get(partition, rowKey.place(personId)))?.data;
  const feeds = await all('y:', 'y;', (data) => (data as { readonly personId?: string }).personId === personId);
  return {
    format: 'bellhop person', version: 1, at: clock.now().toISOString(), person: opened.head.record, history: opened.history, records,
    ...(reachedAt !== undefined && { reachedAt }),
    told: await all('v:', 'v;', (data) => (data as { readonly target?: { readonly personId?: string } }).target?.personId === personId),
    refusedAttempts: await all(rowKey.auditAll, 'a;', (data) => (data as { readonly by?: string }).by === personId),
    ...(feeds.length > 0 && { calendarFeed: feeds[0] }),
    leftOut,
  };
}
