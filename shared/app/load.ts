import type { Actor, Link, Recorded, RecordView, Relation, Summary } from '../kernel';
import type { Storage } from '../storage/port';
import { endOf, pagesBetween } from '../storage/port';
import { translator } from '../strings';
import { canReadInternal } from '../tickets';
import { allowedActions } from './allowed';
import type { Loaded } from './commit-events';
import type { Desk } from './desk';
import { practiceNamed, practiceOf, type AnyPractice } from './registry';
import { rowKey, type LinkRow, type StoredHead } from './rows';

/** A record with its history and links: one range read. */
export interface OpenRecord extends Loaded {
  readonly practice: AnyPractice;
  readonly history: readonly Recorded[];
  readonly links: readonly Link[];
}

export async function openRecord(storage: Storage, partition: string, id: string): Promise<OpenRecord | undefined> {
  const practice = practiceOf(id);
  if (!practice) return undefined;
  let loaded: Loaded | undefined;
  const history: Recorded[] = [];
  const links: Link[] = [];
  const own = rowKey.record(id);
  for await (const rows of pagesBetween(storage, partition, own, endOf(own))) {
    for (const { row, etag, data } of rows) {
      const [, , kind, relation, otherId] = row.split(':');
      if (kind === '!') loaded = { head: data as StoredHead, etag };
      else if (kind === 'e') history.push(data as Recorded);
      else if (kind === 'l') links.push({ relation: relation as Relation, otherId: otherId as string, ...(data as LinkRow) });
    }
  }
  return loaded && { ...loaded, practice, history, links };
}

/** The summary of any record: from memory when active, else one read. */
export async function summaryOfRecord(storage: Storage, partition: string, desk: Desk, id: string): Promise<Summary | undefined> {
  const known = desk.get(id);
  if (known) return known;
  const row = await storage.get(partition, rowKey.head(id));
  const head = row?.data as StoredHead | undefined;
  const practice = head && practiceNamed(head.practice);
  return practice && (practice.derive(head.record, desk.directory, head.extra).summary as Summary);
}

export interface ViewContext {
  readonly storage: Storage;
  readonly partition: string;
  readonly desk: Desk;
  readonly actor: Actor;
  readonly now: string;
}

/** Every record that a link or the history names (`otherId`, also of links that are gone), if this actor may read it. */
async function readableOthers(context: ViewContext, { links, history }: Pick<OpenRecord, 'links' | 'history'>): Promise<Map<string, Summary>> {
  const { storage, partition, desk, actor } = context;
  const named = history.flatMap(({ event }) => ('otherId' in event ? [String(event.otherId)] : []));
  const ids = [...new Set([...links.map((link) => link.otherId), ...named])];
  const found = await Promise.all(ids.map((id) => summaryOfRecord(storage, partition, desk, id)));
  const readable = found.filter((summary) => summary !== undefined && practiceNamed(summary.practice)?.canRead(actor, summary) === true) as Summary[];
  return new Map(readable.map((summary) => [summary.id, summary]));
}

/** What a program did in somebody's name says so, to those who look after the work. */
function namingKeys({ actor, desk }: ViewContext, history: readonly Recorded[]): readonly Recorded[] {
  if (!history.some(({ key }) => key) || !canReadInternal(actor)) return history;
  const t = translator(actor.language);
  const nameOf = (key: string): string => String((desk.directory.summary(key) as { readonly name?: string } | undefined)?.name ?? key);
  return history.map((entry) => (entry.key ? { ...entry, byName: t('history.byKey', { name: entry.byName, key: nameOf(entry.key) }) } : entry));
}

/** The record as this reader may see it. */
export async function viewRecord(context: ViewContext, opened: Omit<OpenRecord, 'etag'>): Promise<RecordView> {
  const { practice, head, links } = opened;
  const { actor, desk, now } = context;
  const history = namingKeys(context, opened.history);
  const others = await readableOthers(context, opened);
  const view = practice.view({
    record: head.record,
    extra: head.extra,
    history,
    others,
    links: links.flatMap((link) => {
      const other = others.get(link.otherId);
      return other ? [{ link, other }] : [];
    }),
    actor,
    config: desk.directory,
    now,
  });
  return {
    ...view,
    id: head.record.id,
    practice: practice.name,
    version: head.record.version,
    ...(head.revision && { revision: head.revision }),
    can: allowedActions(practice, actor, head.record),
  };
}
