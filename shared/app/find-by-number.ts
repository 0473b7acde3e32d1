import { readId, type Actor, type Summary } from '../kernel';
import type { App } from './create-app';
import { summaryOfRecord } from './load';
import { practiceNamed, practiceOf } from './registry';

const TICKET_PREFIXES = practiceNamed('tickets')?.prefixes ?? [];
/** Long enough not to be a word that happens to end in a digit. */
const LOOKS_LIKE_NUMBER = /^\S{0,30}\d{4,}$/;

/**
 * What carries this number, ended or not: the record itself, and tickets that had it in the tool they were imported from.
 * Only what the actor may read; nothing, without a storage call, when the text does not look like a number.
 */
export async function findByNumber(app: Pick<App, 'storage' | 'partition' | 'desk' | 'list'>, text: string, actor: Actor): Promise<readonly Summary[]> {
  const number = text.trim();
  if (!LOOKS_LIKE_NUMBER.test(number)) return [];
  const id = readId(number, TICKET_PREFIXES);
  const [own, imported] = await Promise.all([
    id ? summaryOfRecord(app.storage, app.partition, app.desk, id) : undefined,
    app.list({ list: 'tickets.external', filters: { number }, actor }),
  ]);
  const readable = own && practiceOf(own.id)?.canRead(actor, own) ? [own] : [];
  return [...readable, ...('items' in imported ? (imported.items as readonly Summary[]) : [])];
}
