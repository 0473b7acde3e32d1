import type { TableClient, TransactionAction } from '@azure/data-tables';
import type { PreparedBatch, PreparedWrite } from '../limits';
import { toProperties } from '../row-codec';
import type { Attempts, Operation } from './patience';
import { errorCode } from './rows';

/** What one entity group transaction came to. `index` is the write that Azure refused, and with it the whole. */
export type Submitted =
  | { readonly ok: true; readonly etags: ReadonlyMap<string, string> }
  | { readonly ok: false; readonly reason: 'exists' | 'stale' | 'missing'; readonly index: number };

/** Sends a batch as one transaction in which every written row carries `commitId`. */
export async function submit(
  client: TableClient,
  { partition, writes }: PreparedBatch,
  commitId: string,
  call: { readonly abortSignal: AbortSignal; readonly attempts: Attempts },
): Promise<Submitted> {
  call.attempts.operations = writes.map(toOperation);
  try {
    const actions = writes.map((write) => toAction(partition, write, commitId));
    const { subResponses } = await client.submitTransaction(actions, { abortSignal: call.abortSignal });
    const etags = new Map<string, string>();
    writes.forEach(({ kind, row }, index) => {
      const etag = subResponses[index]?.etag;
      if ((kind === 'create' || kind === 'replace') && etag) etags.set(row, etag);
    });
    return { ok: true, etags };
  } catch (error) {
    const refused = asRefusal(error);
    if (!refused) throw error;
    return refused;
  }
}

function toAction(partitionKey: string, write: PreparedWrite, commitId: string): TransactionAction {
  const rowKey = write.row;
  if (write.kind === 'delete' || write.kind === 'drop') return ['delete', { partitionKey, rowKey }];
  const entity = { partitionKey, rowKey, c: commitId, ...toProperties(write.json) };
  if (write.kind === 'create') return ['create', entity];
  if (write.kind === 'put') return ['upsert', entity, 'Replace'];
  return ['update', entity, 'Replace', { etag: validEtag(write.etag) }];
}

function toOperation(write: PreparedWrite): Operation {
  if (write.kind === 'create') return { method: 'POST', deleteEtag: undefined };
  if (write.kind === 'delete') return { method: 'DELETE', deleteEtag: validEtag(write.etag) };
  return { method: write.kind === 'drop' ? 'DELETE' : 'PUT', deleteEtag: undefined };
}

/** An etag that no row has: Azure answers to it "stale" or "missing", as it should to an etag that is not one of its own. */
export const NO_ROWS_ETAG = `W/"datetime'1601-01-01T00%3A00%3A00.0000000Z'"`;

function validEtag(etag: string): string {
  return /^W\/"[\x20-\x7e]+"$/.test(etag) ? etag : NO_ROWS_ETAG;
}

const REASONS = new Map([
  ['EntityAlreadyExists', 'exists'],
  ['UpdateConditionNotSatisfied', 'stale'],
  ['ConditionNotMet', 'stale'],
  ['ResourceNotFound', 'missing'],
  ['EntityNotFound', 'missing'],
] as const);

/** The message of a refused transaction starts with the index of the operation: `2:The update condition …`. */
function asRefusal(error: unknown): Submitted | undefined {
  const reason = REASONS.get(errorCode(error) as never);
  const index = /^(\d+):/.exec((error as Error).message)?.[1];
  return reason && index !== undefined ? { ok: false, reason, index: Number(index) } : undefined;
}
