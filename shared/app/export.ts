import type { Attachment } from '../tickets';
import { rowsUnder, type Storage } from '../storage/port';
import type { LinkRow, StoredHead } from './rows';
import type { Recorded } from '../kernel';

/**
 * One line of an export. Records come in the order of their ids, each followed by its history, its links and its
 * attachments, so that two exports of the same data are the same file.
 */
export type ExportLine =
  | { readonly kind: 'export'; readonly format: 'bellhop'; readonly version: 1; readonly tenant: string }
  | { readonly kind: 'record'; readonly id: string; readonly practice: string; readonly record: StoredHead['record'] }
  | ({ readonly kind: 'event' } & Recorded)
  | ({ readonly kind: 'link'; readonly recordId: string; readonly relation: string; readonly otherId: string } & LinkRow)
  | ({ readonly kind: 'file'; readonly recordId: string } & Omit<Attachment, 'id'> & { readonly fileId: string });

/**
 * Everything a tenant has, confidential records too; contents of attachments stay where they are. Memory does not grow
 * with the store.
 */
export async function* exportStore(storage: Storage, partition: string): AsyncGenerator<ExportLine> {
  yield { kind: 'export', format: 'bellhop', version: 1, tenant: partition };
  let files: readonly Attachment[] = [];
  let owner = '';
  for await (const { row, data } of rowsUnder(storage, partition, 'r:')) {
    const [, recordId = '', kind, relation = '', otherId = ''] = row.split(':');
    if (kind === '!') {
      yield* fileLines(owner, files);
      const head = data as StoredHead;
      owner = recordId;
      files = (head.record as { readonly attachments?: readonly Attachment[] }).attachments ?? [];
      yield { kind: 'record', id: recordId, practice: head.practice, record: head.record };
    } else if (kind === 'e') {
      yield { kind: 'event', ...(data as Recorded) };
    } else if (kind === 'l') {
      yield { kind: 'link', recordId, relation, otherId, ...(data as LinkRow) };
    }
  }
  yield* fileLines(owner, files);
}

function* fileLines(recordId: string, files: readonly Attachment[]): Generator<ExportLine> {
  for (const { id: fileId, ...file } of files) yield { kind: 'file', recordId, fileId, ...file };
}
