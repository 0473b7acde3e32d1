import { AppError, RELATIONS, type Actor, type Derived, type DomainEvent, type LinkChange, type Recorded, type RecordBase, type Summary } from '../kernel';
import type { Directory } from '../catalog';
import type { CommitResult, DerivedWrite, GuardedWrite, Storage } from '../storage/port';
import type { AnyPractice } from './registry';
import { rowKey, type Change, type LinkRow, type OutboxEntry, type StoredHead } from './rows';
import { marksOf, sealHistory } from './seals';

export interface Loaded {
  readonly head: StoredHead;
  readonly etag: string;
}

export interface EventCommit {
  readonly practice: AnyPractice;
  readonly id: string;
  readonly current: Loaded | undefined;
  readonly history: readonly Recorded[];
  /** When this is written, ISO instant; for imports that is later than when it happened. */
  readonly committedAt: string;
  readonly links?: readonly LinkChange[];
  /** Row that must not exist yet, or not have changed since `etag` was read: makes a repeated request a no-op. */
  readonly once?: { readonly row: string; readonly data: unknown; readonly etag?: string };
  /** The change calendar as the decision saw it: nobody else has taken a place since. */
  readonly fence?: { readonly row: string; readonly data: unknown; readonly etag?: string };
  /** Rows that this action uses up, e.g. pending uploads. */
  readonly dropRows?: readonly string[];
  /** Imports and seeds do not announce their past. */
  readonly isQuiet?: boolean;
}

export interface Committed {
  readonly result: CommitResult;
  readonly head: StoredHead;
  readonly change: Change;
}

/** Puts events into their recorded form, numbered on from the record's version. */
export function record<E extends DomainEvent>(
  events: readonly E[],
  where: { id: string; version: number; at: string; action: string; actor: Actor; inTheNameOf?: ReadonlyMap<DomainEvent, Actor> | undefined; writtenAt?: string },
): readonly Recorded<E>[] {
  return events.map((event, index) => {
    const actor = where.inTheNameOf?.get(event) ?? where.actor;
    return {
      recordId: where.id,
      seq: where.version + index + 1,
      at: where.at,
      by: actor.id,
      byName: actor.name,
      role: actor.roles.at(-1) ?? 'employee',
      channel: actor.channel,
      action: where.action,
      event,
      ...(actor.rule && { rule: actor.rule }),
      ...(actor.key && { key: actor.key.id }),
      ...(where.writtenAt !== undefined && where.version + index === 0 && { writtenAt: where.writtenAt }),
    };
  });
}

function linkWrites(id: string, links: readonly LinkChange[], data: LinkRow): DerivedWrite[] {
  return links.flatMap(({ kind, relation, otherId }): DerivedWrite[] => {
    const rows = [rowKey.link(id, relation, otherId), rowKey.link(otherId, RELATIONS[relation], id)];
    return rows.map((row) => (kind === 'add' ? { kind: 'put', row, data } : { kind: 'drop', row }));
  });
}

/** The rows that a head owns: where lists and timers find the record. They are put anew with every write. */
export function ownedRows(id: string, { lists, active, timers }: Derived, summary: Summary): { readonly rows: readonly string[]; readonly puts: readonly DerivedWrite[] } {
  const listRows = [...lists.map(({ list, sort }) => rowKey.list(list, sort, id)), ...(active ? [rowKey.desk(id)] : [])];
  const timerRows = timers.map(({ at, what }) => rowKey.timer(at, id, what));
  const puts: DerivedWrite[] = [
    ...listRows.map((row): DerivedWrite => ({ kind: 'put', row, data: summary })),
    ...timerRows.map((row): DerivedWrite => ({ kind: 'put', row, data: { id } })),
  ];
  return { rows: [...listRows, ...timerRows], puts };
}

/**
 * The one write of an action: head under its ETag, events, list rows, links, timers, outbox and feed commit in one
 * transaction or not at all (architecture.md, promise 4).
 */
export async function commitEvents(storage: Storage, partition: string, config: Directory, input: EventCommit): Promise<Committed> {
  const { practice, id, current, history } = input;
  const last = history.at(-1);
  if (!last) throw new AppError('bug', 'bug', { detail: 'an action decided on no events' });
  const folded = history.reduce<RecordBase | undefined>((state, entry) => practice.fold(state, entry) as RecordBase, current?.head.record) as RecordBase;
  const derivation = practice.derive(folded, config, current?.head.extra) as Derived;
  const { summary, active, extra = {} } = derivation;
  const change: Change = {
    practice: practice.name, id, version: folded.version, active, summary, types: history.map((entry) => entry.event.type), at: last.at, by: (history[0] ?? last).by,
  };
  const { rows, puts } = ownedRows(id, derivation, summary);
  const { sealed, tip } = sealHistory(current?.head.tip ?? '', history);
  const head: StoredHead = { practice: practice.name, record: folded, extra, rows, tip, marks: marksOf({ extra, rows }, summary) };

  const guarded: [GuardedWrite, ...GuardedWrite[]] = [
    current
      ? { kind: 'replace', row: rowKey.head(id), etag: current.etag, data: head }
      : { kind: 'create', row: rowKey.head(id), data: head },
    ...sealed.map((entry): GuardedWrite => ({ kind: 'create', row: rowKey.event(id, entry.seq), data: entry })),
  ];
  for (const guard of [input.once, input.fence]) {
    if (!guard) continue;
    const { row, data, etag } = guard;
    guarded.push(etag === undefined ? { kind: 'create', row, data } : { kind: 'replace', row, etag, data });
  }
  const outbox: OutboxEntry = { practice: practice.name, id, history };
  const announce: DerivedWrite[] =
    practice.announces && !input.isQuiet ? [{ kind: 'put', row: rowKey.outbox(last.at, id, last.seq), data: outbox }] : [];
  const gone = [...(current?.head.rows ?? []).filter((row) => !rows.includes(row)), ...(input.dropRows ?? [])];
  const derived: DerivedWrite[] = [
    ...puts,
    ...gone.map((row): DerivedWrite => ({ kind: 'drop', row })),
    ...linkWrites(id, input.links ?? [], { at: last.at, by: last.by }),
    ...announce,
    { kind: 'put', row: rowKey.feed(input.committedAt, id, last.seq), data: change },
  ];
  const result = await storage.commit({ partition, guarded, derived });
  return { result, head, change };
}
