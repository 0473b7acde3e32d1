import { createHash } from 'node:crypto';
import { commitEvents, rowKey, type App, type Loaded, type StoredHead } from '../../../shared/app';
import { describedBy, historyOf, inLogOrder, stillToImport, type Applied, type LogRow, type Lookups, type RowProblem } from '../../../shared/import';
import { AppError, type Recorded } from '../../../shared/kernel';
import { ticketsPractice, type Ticket } from '../../../shared/tickets';

/** Kept per case, written with its events: which rows are in, so that the same row is never taken twice. */
interface Claim extends Applied {
  readonly id: string;
  readonly source: string;
  readonly caseId: string;
  /** Of the ticket after the import; another one means that somebody has worked on it since. */
  readonly version: number;
}

export interface CaseDeps {
  readonly app: Pick<App, 'storage' | 'partition' | 'desk' | 'numbers' | 'clock'>;
  readonly source: string;
  readonly lookups: Lookups;
  /** The case's own number, if it may keep it. */
  readonly ownId: (caseId: string) => string | undefined;
}

export interface CaseResult {
  readonly outcome: 'created' | 'continued' | 'unchanged' | 'refused';
  readonly events: number;
  readonly problems: readonly RowProblem[];
}

/** One commit holds head, claim, list rows and feed too, and 100 rows at most. */
const EVENTS_PER_COMMIT = 80;
/** A ticket must open in one page, and leave room for work. */
const MAX_EVENTS = 850;
const ATTEMPTS = 20;

export const claimRow = (source: string, caseId: string): string =>
  rowKey.key(createHash('sha256').update(JSON.stringify(['import', source, caseId])).digest('hex').slice(0, 40));

/** The case as it is stored now. */
interface Stored {
  readonly claim: Claim;
  readonly etag: string;
  readonly current: Loaded | undefined;
}

/**
 * Brings one ticket to where the log is. `offset` rows of the case were handed over before in this run. Safe to be
 * stopped at any moment and to be run again, also by two processes at once.
 */
export async function writeCase(deps: CaseDeps, caseId: string, rows: readonly LogRow[], offset = 0): Promise<CaseResult> {
  const row = claimRow(deps.source, caseId);
  const sorted = inLogOrder(rows);
  let stored = await readStored(deps, row);
  const changed = stored ? 'continued' : 'created';
  let isOwnTaken = false;
  let events = 0;
  for (let failures = 0; failures < ATTEMPTS; ) {
    const { pending, late } = stillToImport(sorted, stored?.claim, offset);
    if (pending.length === 0) return { outcome: events > 0 ? changed : 'unchanged', events, problems: lateProblems(late, caseId) };
    const version = stored?.claim.version ?? 0;
    const refuse = (code: string, params: RowProblem['params']): CaseResult => ({
      outcome: 'refused', events,
      problems: [{ line: pending[0]?.line ?? 0, caseId, effect: 'skipped', code, params: { rows: pending.length, ...params } }],
    });
    if (stored && stored.current?.head.record.version !== version) return refuse('workedOn', { id: stored.claim.id });
    if (version >= MAX_EVENTS) return refuse('caseTooLong', { max: MAX_EVENTS });
    const chunk = pending.slice(0, Math.min(EVENTS_PER_COMMIT, MAX_EVENTS - version));
    const id = stored?.claim.id ?? (isOwnTaken ? undefined : deps.ownId(caseId)) ?? (await deps.app.numbers.next('INC'));
    const written = await writeChunk(deps, { id, row, caseId, chunk, stored });
    if ('claim' in written) {
      events += chunk.length;
      stored = written;
      continue;
    }
    failures += 1;
    if (written.conflict === rowKey.head(id) && !stored) isOwnTaken = true;
    stored = await readStored(deps, row);
  }
  throw new AppError('busy', 'storage.busy', { detail: `case ${caseId} is being changed by others all the time` });
}

function lateProblems(late: readonly LogRow[], caseId: string): readonly RowProblem[] {
  const first = late[0];
  return first ? [{ line: first.line, caseId, effect: 'skipped', code: 'lateRows', params: { rows: late.length } }] : [];
}

async function readStored({ app }: CaseDeps, row: string): Promise<Stored | undefined> {
  const claimed = await app.storage.get(app.partition, row);
  if (!claimed) return undefined;
  const claim = claimed.data as Claim;
  const head = await app.storage.get(app.partition, rowKey.head(claim.id));
  return { claim, etag: claimed.etag, current: head && { head: head.data as StoredHead, etag: head.etag } };
}

interface Chunk {
  readonly id: string;
  readonly row: string;
  readonly caseId: string;
  readonly chunk: readonly LogRow[];
  readonly stored: Stored | undefined;
}

/** Writes up to a commit's worth of rows; `conflict` is the row that somebody else has written meanwhile. */
async function writeChunk(deps: CaseDeps, { id, row, caseId, chunk, stored }: Chunk): Promise<Stored | { readonly conflict: string }> {
  const { app, source, lookups } = deps;
  const ticket = stored?.current?.head.record as Ticket | undefined;
  const history = historyOf(chunk, { id, version: ticket?.version ?? 0, before: ticket && describedBy(ticket), source }, lookups);
  const last = chunk.at(-1) as LogRow;
  const claim: Claim = {
    id, source, caseId,
    version: (history.at(-1) as Recorded).seq,
    digests: [...(stored?.claim.digests ?? []), ...chunk.map(({ digest }) => digest)],
    lastAt: last.at,
    ...(last.order !== undefined && { lastOrder: last.order }),
  };
  const { result, head } = await commitEvents(app.storage, app.partition, app.desk.directory, {
    practice: ticketsPractice, id, history,
    current: stored?.current,
    isQuiet: true,
    committedAt: app.clock.now().toISOString(),
    once: { row, data: claim, ...(stored && { etag: stored.etag }) },
  });
  if (!result.ok) return { conflict: result.row };
  const etag = (key: string): string => result.etags.get(key) ?? '';
  return { claim, etag: etag(row), current: { head, etag: etag(rowKey.head(id)) } };
}
