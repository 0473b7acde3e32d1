import { isEqual, isObject, prefixOf, RELATIONS, type Recorded, type RecordBase, type Relation } from '../kernel';
import { rowsUnder, type Storage, type StoredRow } from '../storage/port';
import { practiceNamed, practiceOf } from './registry';
import { rowKey, type StoredHead } from './rows';
import { hashOf, markOf } from './seal';
import { findAltered } from './seals';
import { anchorProblems, type AnchorCheck, type AnchorsSeen, type Erasure } from './verify-anchors';
import { brokenInEvent, brokenInHead } from './verify-shape';

/** A place where the store disagrees with itself. */
export interface StoreProblem {
  /** Names the kind of disagreement; a text key below `cli.verify.`. */
  readonly code:
    | 'noHead' | 'unreadable' | 'gap' | 'altered' | 'badEvent' | 'field' | 'alteredHead' | 'alteredRow' | 'missingRow' | 'staleRow' | 'orphanRow' | 'oneWayLink' | 'numberFree'
    | 'missingFile' | 'anchor' | 'anchoredEvent' | 'anchorUnknown';
  /** The record. */
  readonly id: string;
  readonly seq?: number;
  /** The field of the record, `hold.reason` for nested ones. */
  readonly field?: string;
  readonly row?: string;
  readonly expected?: string;
  readonly found?: string;
  readonly detail?: string;
}

export interface VerifyReport {
  readonly records: number;
  readonly events: number;
  readonly links: number;
  readonly listRows: number;
  readonly timers: number;
  readonly anchors: number;
  /** Hash of the newest anchor; absent: there is none, or nobody asked. */
  readonly anchor?: string;
  /** The first hundred; `onProblem` gets them all. */
  readonly problems: readonly StoreProblem[];
  readonly problemCount: number;
}

export interface VerifyOptions {
  readonly onProblem?: (problem: StoreProblem) => void;
  /** Reads the content of an attachment; given, every attachment is looked for. */
  readonly readFile?: (fileId: string) => Promise<Buffer | undefined>;
  /** Given, the anchors are checked, too. */
  readonly anchors?: AnchorCheck;
}

const KEPT_PROBLEMS = 100;
/** A record that is written while it is checked looks wrong; looked at again, it is not. */
const LOOKS = 3;

/** A record's rows as they lie in the store. */
interface RecordRows {
  readonly id: string;
  head?: StoredHead;
  readonly events: { readonly row: string; readonly event: Recorded }[];
  readonly links: { readonly relation: Relation; readonly otherId: string; readonly data: unknown }[];
  /** Rows that are nothing of a record. */
  readonly strange: string[];
  /** The first row that lacks what everything else is read from. */
  broken?: StoreProblem;
}

/**
 * Checks that the history of every record is what was written and folds to its stored head without gaps, that its list rows,
 * timers and links are there as they were written, and that none of them is left over; and that what was anchored is still
 * there. Memory does not grow with the store; safe while others write.
 */
export async function verifyStore(storage: Storage, partition: string, options: VerifyOptions = {}): Promise<VerifyReport> {
  const totals = { records: 0, events: 0, links: 0, owned: 0 };
  const highest = new Map<string, string>();
  const erasures: Erasure[] = [];
  const problems: StoreProblem[] = [];
  let problemCount = 0;
  const report = (found: readonly StoreProblem[]): void => {
    for (const problem of found) {
      problemCount += 1;
      if (problems.length < KEPT_PROBLEMS) problems.push(problem);
      options.onProblem?.(problem);
    }
  };

  for await (const rows of recordsOf(storage, partition)) {
    totals.records += 1;
    for (const { event } of rows.events) {
      const { type, resealed } = event.event as { readonly type: string; readonly resealed?: string };
      if (type === 'PersonErased' && resealed) erasures.push({ personId: rows.id, resealed });
    }
    totals.events += rows.events.length;
    totals.links += rows.links.length;
    totals.owned += rows.head?.rows.length ?? 0;
    const prefix = prefixOf(rows.id);
    if (prefix && (highest.get(prefix)?.length ?? 0) <= rows.id.length) highest.set(prefix, rows.id);
    report(await lookAgain(storage, partition, rows, options));
  }
  for (const [prefix, id] of highest) report(await numberProblems(storage, partition, prefix, id));
  const derived = await derivedRows(storage, partition);
  // Every owned row was seen above and they are distinct: only more rows than that can be orphans.
  if (derived.listRows + derived.timers !== totals.owned) report(await orphans(storage, partition));
  const seen: AnchorsSeen = { count: 0 };
  if (options.anchors) for await (const problem of anchorProblems(storage, partition, options.anchors, erasures, seen)) report([problem]);
  const { records, events, links } = totals;
  return { records, events, links, ...derived, anchors: seen.count, ...(seen.last && { anchor: seen.last.hash }), problems, problemCount };
}

async function* recordsOf(storage: Storage, partition: string): AsyncGenerator<RecordRows> {
  let current: RecordRows | undefined;
  for await (const row of rowsUnder(storage, partition, 'r:')) {
    const id = row.row.split(':')[1] ?? '';
    if (current?.id !== id) {
      if (current) yield current;
      current = { id, events: [], links: [], strange: [] };
    }
    takeRow(current, row);
  }
  if (current) yield current;
}

function takeRow(record: RecordRows, { row, data }: StoredRow): void {
  const [, , kind, relation, otherId] = row.split(':');
  if (kind === '!') takeHead(record, data);
  else if (kind === 'e') takeEvent(record, row, data);
  else if (kind === 'l') record.links.push({ relation: relation as Relation, otherId: otherId ?? '', data });
  else record.strange.push(row);
}

function takeHead(record: RecordRows, data: unknown): void {
  const field = brokenInHead(data);
  if (field === undefined) record.head = data as StoredHead;
  else record.broken ??= { code: 'alteredHead', id: record.id, field };
}

function takeEvent(record: RecordRows, row: string, data: unknown): void {
  const field = brokenInEvent(data);
  if (field === undefined) record.events.push({ row, event: data as Recorded });
  else record.broken ??= { code: 'altered', id: record.id, seq: Number(row.split(':').at(-1)), field };
}

async function lookAgain(storage: Storage, partition: string, first: RecordRows, options: VerifyOptions): Promise<readonly StoreProblem[]> {
  let rows = first;
  let found = await recordProblems(storage, partition, rows, options);
  for (let look = 1; look < LOOKS && found.length > 0; look += 1) {
    rows = { id: first.id, events: [], links: [], strange: [] };
    for await (const row of rowsUnder(storage, partition, rowKey.record(first.id))) takeRow(rows, row);
    found = await recordProblems(storage, partition, rows, options);
  }
  return found;
}

async function recordProblems(storage: Storage, partition: string, rows: RecordRows, options: VerifyOptions): Promise<readonly StoreProblem[]> {
  const { id, head, broken } = rows;
  if (broken) return [broken];
  if (!head) return [{ code: 'noHead', id }];
  const folded = historyProblems(rows, head);
  if (folded.length > 0) return folded;
  const altered = headProblems(rows, head);
  return [
    ...rows.strange.map((row): StoreProblem => ({ code: 'orphanRow', id, row })),
    // A list of rows that was altered leads anywhere, even to what is no key.
    ...(altered.length > 0 ? altered : await ownedRowProblems(storage, partition, head)),
    ...(await linkProblems(storage, partition, rows)),
    ...(options.readFile ? await fileProblems(id, head, options.readFile) : []),
  ];
}

/** Does the history have every number once, is each event what was written, and does it fold to the head? */
function historyProblems({ id, events }: RecordRows, head: StoredHead): readonly StoreProblem[] {
  const practice = practiceNamed(head.practice);
  if (!practice) return [{ code: 'unreadable', id }];
  if (practiceOf(id) !== practice) return [{ code: 'alteredHead', id, field: 'practice' }];
  const gap = events.findIndex(({ row, event }, index) => row !== rowKey.event(id, index + 1) || event.recordId !== id);
  if (gap >= 0) return [{ code: 'gap', id, seq: events[gap]?.event.seq ?? 0, expected: String(gap + 1) }];
  const altered = findAltered(events.map(({ event }) => event));
  if (altered) return [{ code: 'altered', id, ...altered }];
  let record: RecordBase | undefined;
  for (const { event } of events) {
    try {
      record = practice.fold(record, event) as RecordBase;
    } catch (error) {
      return [{ code: 'badEvent', id, seq: event.seq, detail: (error as Error).message }];
    }
  }
  return fieldProblems(id, plain(record) ?? {}, plain(head.record) ?? {}, '', events.length);
}

/** As it would be stored: members that are `undefined` are left out. */
const plain = (value: unknown): Record<string, unknown> | undefined =>
  value === undefined ? undefined : (JSON.parse(JSON.stringify(value)) as Record<string, unknown>);

function fieldProblems(id: string, expected: Record<string, unknown>, found: Record<string, unknown>, path: string, seq: number): StoreProblem[] {
  return [...new Set([...Object.keys(expected), ...Object.keys(found)])].flatMap((name) => {
    const [left, right] = [expected[name], found[name]];
    if (isEqual(left, right)) return [];
    const field = path ? `${path}.${name}` : name;
    if (isObject(left) && isObject(right)) return fieldProblems(id, left, right, field, seq);
    return [{ code: 'field' as const, id, seq, field, expected: short(left), found: short(right) }];
  });
}

const short = (value: unknown): string => (value === undefined ? 'nothing' : JSON.stringify(value)).slice(0, 200);

/** Is the rest of the head what was written? */
function headProblems({ id, events }: RecordRows, { extra, rows, tip, marks }: StoredHead): readonly StoreProblem[] {
  const parts = { tip: tip === hashOf(events.at(-1)?.event.seal ?? ''), extra: marks.extra === markOf(extra), rows: marks.rows === markOf(rows) };
  return Object.entries(parts).flatMap(([field, isRight]) => (isRight ? [] : [{ code: 'alteredHead' as const, id, field }]));
}

async function ownedRowProblems(storage: Storage, partition: string, head: StoredHead): Promise<readonly StoreProblem[]> {
  const { id, version } = head.record;
  const found = await Promise.all(
    head.rows.map(async (row): Promise<StoreProblem | undefined> => {
      const stored = await storage.get(partition, row);
      if (!stored) return { code: 'missingRow', id, row };
      const { data } = stored;
      if (!row.startsWith('x:')) return isEqual(data, { id }) ? undefined : { code: 'alteredRow', id, row };
      const found = isObject(data) ? data.version : undefined;
      if (found !== version) return { code: 'staleRow', id, row, expected: String(version), found: String(found) };
      return markOf(data) === head.marks.summary ? undefined : { code: 'alteredRow', id, row };
    }),
  );
  return found.filter((problem) => problem !== undefined);
}

async function linkProblems(storage: Storage, partition: string, { id, links }: RecordRows): Promise<readonly StoreProblem[]> {
  const found = await Promise.all(
    links.map(async ({ relation, otherId, data }): Promise<StoreProblem | undefined> => {
      const other = await storage.get(partition, rowKey.link(otherId, RELATIONS[relation], id));
      const row = `${relation} ${otherId}`;
      if (!other) return { code: 'oneWayLink', id, row };
      return isEqual(other.data, data) ? undefined : { code: 'alteredRow', id, row };
    }),
  );
  return found.filter((problem) => problem !== undefined);
}

async function fileProblems(id: string, head: StoredHead, readFile: NonNullable<VerifyOptions['readFile']>): Promise<readonly StoreProblem[]> {
  const files = (head.record as { readonly attachments?: readonly { readonly id: string; readonly name: string }[] }).attachments ?? [];
  const problems: StoreProblem[] = [];
  // One after the other: each may be 25 MB.
  for (const file of files) if (!(await readFile(file.id))) problems.push({ code: 'missingFile', id, row: file.name });
  return problems;
}

/** A number that is in use must never be handed out again. */
async function numberProblems(storage: Storage, partition: string, prefix: string, highestId: string): Promise<readonly StoreProblem[]> {
  const row = rowKey.numbers(prefix);
  const last = ((await storage.get(partition, row))?.data as { readonly last: number } | undefined)?.last ?? 0;
  return Number(highestId.slice(prefix.length)) > last ? [{ code: 'numberFree', id: highestId, row }] : [];
}

async function derivedRows(storage: Storage, partition: string): Promise<{ readonly listRows: number; readonly timers: number }> {
  let [listRows, timers] = [0, 0];
  for await (const _row of rowsUnder(storage, partition, 'x:')) listRows += 1;
  for await (const _row of rowsUnder(storage, partition, 't:')) timers += 1;
  return { listRows, timers };
}

async function orphans(storage: Storage, partition: string): Promise<readonly StoreProblem[]> {
  const problems: StoreProblem[] = [];
  for (const prefix of ['x:', 't:']) {
    for await (const { row } of rowsUnder(storage, partition, prefix)) {
      const parts = row.split(':');
      const id = (prefix === 'x:' ? parts.at(-1) : parts[2]) ?? '';
      const owner = await storage.get(partition, rowKey.head(id));
      const isOwned = owner !== undefined && brokenInHead(owner.data) === undefined && (owner.data as StoredHead).rows.includes(row);
      // Gone meanwhile: it was taken away with its owner's next version.
      if (!isOwned && (await storage.get(partition, row))) problems.push({ code: 'orphanRow', id, row });
    }
  }
  return problems;
}
