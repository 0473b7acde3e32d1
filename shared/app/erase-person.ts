import { AppError, isEqual, refuse, systemActor, type Recorded, type Refused, type RegisterEvent, type Summary } from '../kernel';
import { erasedMailOf, erasedNameOf, type Person } from '../people';
import { LIMITS, rowsBetween, rowsUnder, type GuardedWrite, type Storage, type StoredRow } from '../storage/port';
import type { Conversation } from './conversations';
import type { App } from './create-app';
import type { Delivery } from './delivery';
import { openRecord } from './load';
import { onceRowOf } from './perform';
import { createEraser, isTelling, valuesOf, type Traces } from './personal-traces';
import { reseal, type Resealed, type SealedRows } from './reseal';
import { rowKey, type StoredHead } from './rows';

/** What was found of somebody, and taken out unless it was only counted. */
export interface ErasedReport {
  readonly personId: string;
  /** Heads of records and events in which something is changed. */
  readonly records: number;
  readonly events: number;
  /** Other rows that are changed: lists, what was told, what rules did, refused attempts. */
  readonly rows: number;
  /** Rows that are about nothing but the person, and go. */
  readonly removed: number;
  /** Files that the person attached; nothing is looked into. */
  readonly files: number;
  /** The name alone tells nothing, or others have it: in texts it is left alone. */
  readonly isNameUnclear: boolean;
}

type Eraser = Pick<App, 'storage' | 'partition' | 'desk' | 'anchors' | 'instances' | 'perform'>;
type Counts = { -readonly [name in 'records' | 'events' | 'rows' | 'removed' | 'files']: number };

const TRIES = 8;
/** Characters of what one batch holds, as JSON: two bytes each, and room for what surrounds them. */
const BATCH_CHARS = LIMITS.batchBytes / 8;
const EVERY_ROW = ['!', '~'] as const;

/** By what the person can be recognised. Read from where they are reached and the history of the entry, which go last. */
export async function tracesOf({ storage, partition, desk }: Eraser, personId: string, history: readonly Recorded[]): Promise<Traces> {
  const place = (await storage.get(partition, rowKey.place(personId)))?.data as Conversation | undefined;
  const names = valuesOf(history, 'name').filter((name) => name !== erasedNameOf(personId));
  const others = new Set([...desk.directory.people()].filter(({ id }) => id !== personId).map(({ name }) => name.toLowerCase()));
  return {
    personId, names,
    exact: [...valuesOf(history, 'mail'), ...valuesOf(history, 'aadObjectId'), ...[place?.id, place?.userId].filter((id) => id !== undefined)].filter((text) => text !== erasedMailOf(personId)),
    isNameUnclear: names.some((name) => !isTelling(name) || others.has(name.toLowerCase())),
  };
}

/** Rows that are about this person and nothing else. `joined`: by which first sign-in they became known. */
function isOwnRow({ row, data }: StoredRow, personId: string, joined: ReadonlySet<string>): boolean {
  const { personId: of, id, summary } = (data ?? {}) as { readonly personId?: string; readonly id?: string; readonly summary?: Pick<Person, 'erasedAt'> };
  // Other instances have to hear that somebody is erased.
  const isNewsOfThem = row.startsWith('f:') && id === personId && summary?.erasedAt === undefined;
  const isTheirs = isNewsOfThem || ((row.startsWith('c:') || row.startsWith('y:')) && of === personId);
  return isTheirs || row === rowKey.calendarFeedOf(personId) || row.startsWith(rowKey.waitingFor(personId)) || joined.has(row);
}

/** What waits until the person first talks to the bot is told to nobody any more. */
function settled(data: unknown, personId: string): unknown {
  const { waitsFor, ...delivery } = (data ?? {}) as Partial<Delivery>;
  return waitsFor === personId ? { ...delivery, state: 'skipped', reason: 'outdated' } : data;
}

const filesBy = (data: unknown, personId: string): number =>
  ((data as { readonly record?: { readonly attachments?: readonly { readonly by?: string }[] } }).record?.attachments ?? []).filter(({ by }) => by === personId).length;

/** Writes changed rows, each under the etag it was read with; where somebody was faster, what is there now is looked at again. */
function createWriter(storage: Storage, partition: string, change: (stored: StoredRow) => GuardedWrite | undefined) {
  let waiting: GuardedWrite[] = [];
  let chars = 0;

  async function writeOne(write: GuardedWrite): Promise<void> {
    let next: GuardedWrite | undefined = write;
    for (let tries = 0; tries < TRIES && next; tries += 1) {
      if ((await storage.commit({ partition, guarded: [next] })).ok) return;
      const stored = await storage.get(partition, write.row);
      next = stored && change(stored);
    }
  }

  async function flush(): Promise<void> {
    const [first, ...rest] = waiting;
    waiting = [];
    chars = 0;
    if (!first || (await storage.commit({ partition, guarded: [first, ...rest] })).ok) return;
    for (const write of [first, ...rest]) await writeOne(write);
  }

  return {
    flush,
    async put(write: GuardedWrite): Promise<void> {
      const size = write.kind === 'delete' ? 0 : JSON.stringify(write.data).length;
      if (waiting.length === LIMITS.batchRows || chars + size > BATCH_CHARS) await flush();
      waiting.push(write);
      chars += size;
    },
  };
}

/** Rows one by one, but those of a record that are sealed together. */
async function* sealedTogether(rows: AsyncIterable<StoredRow>): AsyncGenerator<StoredRow | SealedRows> {
  let record: { id: string; head: StoredRow; events: StoredRow[] } | undefined;
  for await (const stored of rows) {
    const [kind, id = '', what] = stored.row.split(':');
    const isHead = kind === 'r' && what === '!';
    if (record && kind === 'r' && id === record.id && what === 'e') {
      record.events.push(stored);
      continue;
    }
    if (record) yield record;
    record = isHead ? { id, head: stored, events: [] } : undefined;
    if (!isHead) yield stored;
  }
  if (record) yield record;
}

/** A record with what it says changed, and sealed again. */
async function resealed({ storage, partition }: Eraser, record: SealedRows, change: (data: unknown) => unknown): Promise<Resealed> {
  const listed = (record.head.data as StoredHead).rows.find((row) => row.startsWith('x:'));
  const summary = listed === undefined ? undefined : (await storage.get(partition, listed))?.data;
  return reseal(record, change, change(summary) as Summary | undefined);
}

/** Everything but the entry of the person itself; with one line for every event that was sealed again. */
async function eraseElsewhere(app: Eraser, traces: Traces, isDryRun: boolean): Promise<{ readonly counts: Counts; readonly lines: readonly string[] }> {
  const { storage, partition } = app;
  const { personId, exact } = traces;
  const erase = createEraser(traces);
  const lines: string[] = [];
  const joined = new Set(exact.map((id) => onceRowOf(systemActor('job').id, 'people.add', `join:${id}`)));
  const counts: Counts = { records: 0, events: 0, rows: 0, removed: 0, files: 0 };
  const own = rowKey.record(personId);
  const change = (stored: StoredRow): GuardedWrite | undefined => {
    const { row, etag } = stored;
    if (/^r:[^:]+:[!e]/.test(row)) throw new AppError('busy', 'storage.busy', { detail: `${row} was written meanwhile: stop the server first` });
    if (isOwnRow(stored, personId, joined)) return { kind: 'delete', row, etag };
    const data = erase(row.startsWith('v:') ? settled(stored.data, personId) : stored.data);
    return isEqual(data, stored.data) ? undefined : { kind: 'replace', row, etag, data };
  };
  const writer = createWriter(storage, partition, change);
  for await (const stored of sealedTogether(rowsBetween(storage, partition, ...EVERY_ROW))) {
    if ('head' in stored) {
      if (stored.id === personId) continue;
      counts.files += filesBy(stored.head.data, personId);
      const { writes, events, isHeadChanged, lines: more } = await resealed(app, stored, erase);
      counts.events += events;
      if (isHeadChanged) counts.records += 1;
      lines.push(...more);
      if (!isDryRun) for (const write of writes) await writer.put(write);
      continue;
    }
    const { row } = stored;
    if (row.startsWith(own) || row === rowKey.desk(personId)) continue;
    if (row === rowKey.place(personId)) {
      counts.removed += 1;
      continue;
    }
    const write = change(stored);
    if (!write) continue;
    counts[write.kind === 'delete' ? 'removed' : 'rows'] += 1;
    if (!isDryRun) await writer.put(write);
  }
  await writer.flush();
  return { counts, lines };
}

/** What the entry said is in no event any more; the last one says that, and the fold ends where it ended. */
function emptied({ event, ...recorded }: Recorded<RegisterEvent>, personId: string): Recorded<RegisterEvent> {
  if (event.type === 'EntryAdded') return { ...recorded, event: { type: event.type, values: { name: erasedNameOf(personId), mail: erasedMailOf(personId) } } };
  return { ...recorded, event: event.type === 'EntryChanged' ? { type: event.type, changes: {} } : event };
}

const isOwnEvent = (data: unknown): data is Recorded<RegisterEvent> => typeof data === 'object' && data !== null && 'event' in data;

async function eraseEntry(app: Eraser, traces: Traces, resealedHash: string): Promise<number> {
  const { storage, partition } = app;
  const { personId } = traces;
  const opened = await openRecord(storage, partition, personId);
  if (opened && (opened.head.record as Person).erasedAt === undefined) {
    const performed = await app.perform({ action: 'people.erase', id: personId, input: { resealed: resealedHash }, actor: systemActor('cli') });
    if ('refused' in performed) throw new Error(`people.erase: ${performed.refused.code}`);
  }
  const erase = createEraser(traces);
  // The head says nothing of the person any more; its events are emptied by what they are.
  const change = (data: unknown): unknown => erase(isOwnEvent(data) ? emptied(data, personId) : data);
  let events = 0;
  for await (const record of sealedTogether(rowsUnder(storage, partition, rowKey.record(personId)))) {
    if (!('head' in record)) continue;
    const { writes, events: changed } = await resealed(app, record, change);
    events += changed;
    const [first, ...rest] = writes;
    if (first && !(await storage.commit({ partition, guarded: [first, ...rest] })).ok) throw new AppError('busy', 'storage.busy', { detail: `${personId} was written meanwhile: stop the server first` });
  }
  const place = await storage.get(partition, rowKey.place(personId));
  if (place) await storage.commit({ partition, guarded: [{ kind: 'delete', row: place.row, etag: place.etag }] });
  return events;
}

/**
 * Takes out of all rows by what somebody can be recognised; their number stays, by which history knows them. For people who are
 * retired. After an interruption it is run again and goes on: the entry, from which it knows what to look for, comes last. Refused
 * while a server runs: it has the name in memory and would write it once more. `isDryRun`: counts, and changes nothing.
 */
export async function erasePerson(app: Eraser, personId: string, isDryRun: boolean): Promise<ErasedReport | Refused> {
  const opened = await openRecord(app.storage, app.partition, personId);
  if (opened?.practice.name !== 'people') return refuse('kernel.notFound');
  if (!(opened.head.record as Person).retired) return refuse('people.notRetired');
  if (!isDryRun && (await app.instances.others()) > 0) return refuse('storage.inUse');
  const traces = await tracesOf(app, personId, opened.history);
  const { counts, lines } = await eraseElsewhere(app, traces, true);
  if (isDryRun) return { personId, ...counts, events: counts.events + opened.history.length, isNameUnclear: traces.isNameUnclear };
  // Before anything is written: after an interruption nobody could tell any more what the former seals were.
  const resealedHash = await app.anchors.noteResealed(personId, lines);
  await eraseElsewhere(app, traces, false);
  const own = await eraseEntry(app, traces, resealedHash);
  return { personId, ...counts, events: counts.events + own, isNameUnclear: traces.isNameUnclear };
}

/** The person with this number, or with this mail address. */
export function personNamed({ desk }: Pick<App, 'desk'>, text: string): readonly Person[] {
  const wanted = text.trim().toLowerCase();
  return [...desk.directory.people()].filter(({ id, mail }) => id.toLowerCase() === wanted || mail.toLowerCase() === wanted);
}
