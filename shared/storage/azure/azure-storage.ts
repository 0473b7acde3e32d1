import { odata, TableClient, type TableServiceClientOptions } from '@azure/data-tables';
import { AppError } from '../../kernel';
import { checkKey, prepareBatch } from '../limits';
import { encodeContinuation, readPageQuery } from '../pages';
import type { RangePage, RangeQuery, Storage } from '../port';
import { commitBatch } from './commit';
import { guardedDeletePolicy } from './guarded-deletes';
import { attemptPolicy, PATIENCE, withPatience, type Patience } from './patience';
import { readEntity, toRow, type Entity } from './rows';

/** A connection string holds its own key; an account URL is opened with the identity of the process. */
export type AzureAccount = { readonly connectionString: string } | { readonly url: string };

/** Rows in one table of Azure Table Storage (or Cosmos DB for Table), created when it is not there. */
export async function openAzureStorage(account: AzureAccount, table: string, patience: Patience = PATIENCE): Promise<Storage> {
  const client = await connect(account, table, patience);
  await withPatience(patience, ({ abortSignal }) => client.createTable({ abortSignal }));
  return {
    async get(partition, row) {
      checkKey(partition);
      checkKey(row);
      const entity = await withPatience(patience, ({ abortSignal }) => readEntity(client, partition, row, abortSignal));
      return entity && toRow(entity);
    },
    async range(query) {
      return withPatience(patience, ({ abortSignal }) => readRange(client, query, abortSignal));
    },
    async commit(batch) {
      const prepared = prepareBatch(batch);
      return withPatience(patience, (call) => commitBatch(client, prepared, call));
    },
    async ping() {
      await withPatience(patience, ({ abortSignal }) => readEntity(client, 'ping', 'ping', abortSignal));
    },
    async close() {
      // Nothing to close: connections end by themselves when they are idle.
    },
  };
}

async function connect(account: AzureAccount, table: string, patience: Patience): Promise<TableClient> {
  const { maxRetries, retryDelayMs, maxRetryDelayMs } = patience;
  const options: TableServiceClientOptions = {
    retryOptions: { maxRetries, retryDelayInMs: retryDelayMs, maxRetryDelayInMs: maxRetryDelayMs },
    additionalPolicies: [
      { policy: guardedDeletePolicy(), position: 'perCall' },
      { policy: attemptPolicy(patience), position: 'perRetry' },
    ],
  };
  if ('url' in account) {
    const { DefaultAzureCredential } = await import('@azure/identity');
    return new TableClient(account.url, table, new DefaultAzureCredential(), options);
  }
  // Emulators speak plain http; an account in Azure has https in its connection string.
  const allowInsecureConnection = /http:\/\/|protocol=http;/i.test(account.connectionString);
  try {
    return TableClient.fromConnectionString(account.connectionString, table, { ...options, allowInsecureConnection });
  } catch (error) {
    // Without the error itself: it may hold the connection string, and with it the key.
    throw new AppError('invalid', 'storage.badSetting', { detail: (error as Error).message });
  }
}

/** Azure may cut a page short at any row: the service is asked until the page is full or the range ends. */
async function readRange(client: TableClient, query: RangeQuery, abortSignal: AbortSignal): Promise<RangePage> {
  const { partition, from, to, limit, after } = readPageQuery(query);
  const start = after === undefined ? odata`RowKey ge ${from}` : odata`RowKey gt ${after}`;
  const filter = odata`PartitionKey eq ${partition} and ` + `${start} and ` + odata`RowKey lt ${to}`;
  const entities: Entity[] = [];
  let hasMore = false;
  const found = client.listEntities<Record<string, unknown>>({ queryOptions: { filter }, abortSignal });
  for await (const page of found.byPage({ maxPageSize: limit })) {
    entities.push(...page);
    hasMore = entities.length > limit || (page as { continuationToken?: string }).continuationToken !== undefined;
    if (entities.length >= limit) break;
  }
  const rows = entities.slice(0, limit).map(toRow);
  const last = rows.at(-1);
  return hasMore && last ? { rows, continuation: encodeContinuation(last.row) } : { rows };
}
