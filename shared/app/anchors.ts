import { createHash } from 'node:crypto';
import type { Clock, Recorded } from '../kernel';
import { getEach, rowsBetween, type BlobStore, type Storage } from '../storage/port';
import { rowKey, type Change, type RevisedChange } from './rows';
import { hashOf } from './seal';

/**
 * What the history of every record was at one moment. Seals show that somebody has altered an event and not what follows;
 * an anchor whose hash is kept where they cannot write shows that they have made the whole history anew, or taken it away.
 */
export interface Anchor {
  /** What was written before this instant is in it, by the clocks of the instances that wrote it. */
  readonly until: string;
  /** Records that were written since the anchor before. */
  readonly records: number;
  /** The blob with one line for each: id, version, hash of that event. */
  readonly key: string;
  /** SHA-256 of these lines. */
  readonly lines: string;
  /** Hash of the anchor before; empty for the first. */
  readonly previous: string;
  /** Over all of it: what is worth keeping elsewhere. */
  readonly hash: string;
}

/** Commits become visible out of order, and clocks of instances differ. */
const SETTLED_MS = 60_000;
const OVERLAP_MS = 10 * 60_000;
/** More are left to the next anchor: the list is held in memory. */
const MOST_ROWS = 100_000;

const sha256 = (content: string): string => createHash('sha256').update(content).digest('base64url');
const dayOf = (instant: string): string => instant.slice(0, 10);

/** What an anchor's hash has to be. */
export const anchorHash = ({ until, records, lines, previous }: Omit<Anchor, 'hash' | 'key'>): string => sha256(JSON.stringify([until, records, lines, previous]));

export const linesHash = sha256;

/** Where it stands which events were sealed again when somebody was erased. */
export const resealedKey = (personId: string): string => `erasures/${personId}`;

/** Anchors history once a day (UTC), whichever instance comes first. */
export function createAnchors(storage: Storage, blobs: BlobStore, partition: string, clock: Clock) {
  const before = (instant: string | number, ms: number): string => new Date(new Date(instant).getTime() - ms).toISOString();
  let known: Anchor | undefined;

  async function readLatest(): Promise<{ readonly latest: Anchor | undefined; readonly etag: string | undefined }> {
    const row = await storage.get(partition, rowKey.lastAnchor);
    known = row?.data as Anchor | undefined;
    return { latest: known, etag: row?.etag };
  }

  /** Newest version of every record that was written since, as the change feed knows it, and how far that goes. */
  async function changedSince(since: string | undefined, settled: string): Promise<{ readonly versions: ReadonlyMap<string, number>; readonly until: string }> {
    const from = since === undefined ? 'f:' : rowKey.feedFrom(before(since, OVERLAP_MS));
    const versions = new Map<string, number>();
    let rows = 0;
    for await (const { row, data } of rowsBetween(storage, partition, from, rowKey.feedFrom(settled))) {
      if ((rows += 1) > MOST_ROWS) return { versions, until: new Date(Number(row.split(':')[1])).toISOString() };
      const entry = data as Change | RevisedChange;
      if ('revised' in entry) continue;
      versions.set(entry.id, Math.max(versions.get(entry.id) ?? 0, entry.version));
    }
    return { versions, until: settled };
  }

  async function linesOf(versions: ReadonlyMap<string, number>): Promise<readonly string[]> {
    const records = [...versions].sort(([a], [b]) => (a < b ? -1 : 1));
    const lines: string[] = [];
    for await (const event of getEach(storage, partition, records.map(([id, version]) => rowKey.event(id, version)))) {
      if (!event) continue;
      const { recordId, seq, seal = '' } = event.data as Recorded;
      lines.push(`${recordId} ${seq} ${hashOf(seal)}\n`);
    }
    return lines;
  }

  return {
    /**
     * Keeps which events are sealed again because somebody is erased, so that anchors made before still hold; lines as `reseal` makes
     * them. Returns their hash.
     */
    async noteResealed(personId: string, lines: readonly string[]): Promise<string> {
      const key = resealedKey(personId);
      const known = (await blobs.get(key))?.toString() ?? '';
      const content = known + lines.filter((line) => !known.includes(line)).join('');
      await blobs.put(key, Buffer.from(content));
      return sha256(content);
    },

    /** The lists of anchors and erasures, for whoever checks them. */
    readBlob: (key: string) => blobs.get(key),

    /** The anchor made last, by whichever instance. */
    latest: async (): Promise<Anchor | undefined> => (await readLatest()).latest,

    /** Makes today's anchor, when there is none. Returns it; undefined when nothing was due or another instance was faster. */
    async anchor(): Promise<Anchor | undefined> {
      const settled = before(clock.now().getTime(), SETTLED_MS);
      const isDone = (last: Anchor | undefined): boolean => last !== undefined && dayOf(last.until) >= dayOf(settled);
      if (isDone(known)) return undefined;
      const { latest, etag } = await readLatest();
      if (isDone(latest)) return undefined;
      const { versions, until } = await changedSince(latest?.until, settled);
      const list = await linesOf(versions);
      const content = list.join('');
      const fields = { until, records: list.length, lines: linesHash(content), previous: latest?.hash ?? '' };
      const data: Anchor = { ...fields, key: `anchors/${dayOf(until)}-${fields.lines.slice(0, 16)}`, hash: anchorHash(fields) };
      await blobs.put(data.key, Buffer.from(content));
      const row = rowKey.lastAnchor;
      const result = await storage.commit({
        partition,
        guarded: [etag === undefined ? { kind: 'create', row, data } : { kind: 'replace', row, etag, data }, { kind: 'create', row: rowKey.anchor(until), data }],
      });
      if (!result.ok) return undefined;
      known = data;
      return data;
    },
  };
}

export type Anchors = ReturnType<typeof createAnchors>;
