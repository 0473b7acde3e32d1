import { randomBytes } from 'node:crypto';
import type { TableClient } from '@azure/data-tables';
import { AppError } from '../../kernel';
import type { PreparedBatch, PreparedWrite } from '../limits';
import type { CommitResult } from '../port';
import { COMMIT_ID_CHARS } from '../row-codec';
import type { Attempts } from './patience';
import { readEntity } from './rows';
import { NO_ROWS_ETAG, submit } from './transaction';

interface Commit {
  readonly client: TableClient;
  readonly batch: PreparedBatch;
  /** Stands in every row that this commit writes, so that it recognizes its own work. */
  readonly id: string;
  readonly call: { readonly abortSignal: AbortSignal; readonly attempts: Attempts };
}

/** Commits a batch. Azure refuses a transaction that deletes a missing row, so drops of missing rows are taken out. */
export async function commitBatch(client: TableClient, batch: PreparedBatch, call: Commit['call']): Promise<CommitResult> {
  const id = randomBytes((COMMIT_ID_CHARS * 3) / 4).toString('base64url');
  let writes = batch.writes;
  for (;;) {
    const submitted = await submit(client, { ...batch, writes }, id, call);
    if (submitted.ok) return submitted;
    const refused = writes[submitted.index];
    if (!refused) throw new AppError('bug', 'storage.failed', { detail: `operation ${submitted.index} of ${writes.length}` });
    if (call.attempts.hasUncertain) {
      const settled = await settle({ client, batch, id, call });
      if (settled) return settled;
    }
    if (refused.kind !== 'drop') return { ok: false, reason: submitted.reason, row: refused.row };
    writes = writes.filter((write) => write !== refused);
  }
}

/**
 * An attempt without an answer may have been carried out, and then the next one is refused because of our own work. The
 * result of that work when it is there; undefined when it is certainly not; `busy` when nobody can tell.
 */
async function settle(commit: Commit): Promise<CommitResult | undefined> {
  for (const write of byEvidence(commit.batch.writes)) {
    const entity = await read(commit, write.row);
    if (entity?.['c'] === commit.id) return { ok: true, etags: await readEtags(commit) };
    // Rows that were created stay (events, records): without our mark this one was not created by us.
    if (write.kind === 'create') return undefined;
    if ('etag' in write && entity?.etag === write.etag) return undefined;
  }
  throw new AppError('busy', 'storage.busy', { detail: 'it is not known whether the commit was carried out' });
}

/** Created rows first: one of them is enough to know. Rows taken away leave nothing to read. */
function byEvidence(writes: readonly PreparedWrite[]): readonly PreparedWrite[] {
  const order = ['create', 'put', 'replace', 'delete'];
  return writes.filter(({ kind }) => kind !== 'drop').sort((a, b) => order.indexOf(a.kind) - order.indexOf(b.kind));
}

async function readEtags(commit: Commit): Promise<ReadonlyMap<string, string>> {
  const rows = commit.batch.writes.filter(({ kind }) => kind === 'create' || kind === 'replace').map(({ row }) => row);
  const etags = await Promise.all(
    rows.map(async (row) => {
      const entity = await read(commit, row);
      // Somebody has already changed it again: whoever writes on top of ours has to read first.
      return [row, entity?.['c'] === commit.id ? entity.etag : NO_ROWS_ETAG] as const;
    }),
  );
  return new Map(etags);
}

function read({ client, batch, call }: Commit, row: string): ReturnType<typeof readEntity> {
  return readEntity(client, batch.partition, row, call.abortSignal);
}
