import type { TableClient, TableEntityResult } from '@azure/data-tables';
import type { StoredRow } from '../port';
import { fromProperties } from '../row-codec';

/** A row as Azure keeps it: `d0`, `d1`, … hold the value, `c` the id of the commit that wrote it. */
export type Entity = TableEntityResult<Record<string, unknown>>;

export function toRow(entity: Entity): StoredRow {
  return { row: entity.rowKey ?? '', etag: entity.etag, data: JSON.parse(fromProperties(entity)) as unknown };
}

export async function readEntity(
  client: TableClient,
  partition: string,
  row: string,
  abortSignal: AbortSignal,
): Promise<Entity | undefined> {
  try {
    return await client.getEntity(partition, row, { abortSignal });
  } catch (error) {
    if (errorCode(error) === 'ResourceNotFound') return undefined;
    throw error;
  }
}

/** The service's own name of an error, wherever the SDK has put it. */
export function errorCode(error: unknown): string | undefined {
  const { code, details } = error as { code?: string; details?: { odataError?: { code?: string } } };
  return details?.odataError?.code ?? code;
}
