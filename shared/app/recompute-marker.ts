import type { Clock } from '../kernel';
import type { GuardedWrite, Storage } from '../storage/port';
import type { Basis } from './recompute-basis';
import type { RecomputeCause, RecomputeProgress } from './recompute-views';
import { rowKey } from './rows';

/**
 * The one row that says where recomputing stands. Every batch of a run replaces it under its etag together with the tickets:
 * whoever has lost the lease can write nothing more, and what is counted as done is done.
 */
export interface RecomputeMarker {
  /** Names what the clocks are computed from, and when it is done were. */
  readonly stamp: string;
  readonly state: 'running' | 'done';
  readonly because: readonly RecomputeCause[];
  readonly startedAt: string;
  readonly finishedAt?: string;
  readonly total: number;
  readonly done: number;
  readonly changed: number;
  readonly failed?: number;
  /** Every ticket up to this id is through. */
  readonly cursor: string;
  /** The instance at work, and until when nobody else may go on. */
  readonly owner?: string;
  readonly leaseUntil?: string;
  /** When to look again at tickets that somebody wrote who had not heard of the change. */
  readonly lookAgainAt?: string;
}

export interface HeldMarker {
  readonly marker: RecomputeMarker;
  readonly etag: string;
}

const LEASE_MS = 30_000;

export const idleProgress: RecomputeProgress = { state: 'idle', because: [], total: 0, done: 0, changed: 0 };

export function progressOf(marker: RecomputeMarker, now: string): RecomputeProgress {
  const { because, total, done, changed, failed, startedAt, finishedAt } = marker;
  const isLeft = (marker.leaseUntil ?? '') <= now;
  const state = marker.state === 'done' ? 'idle' : isLeft ? 'waiting' : 'running';
  return { state, because, total, done: Math.min(done, total), changed, startedAt, ...(failed && { failed }), ...(finishedAt && { finishedAt }) };
}

export function createMarkers(storage: Storage, partition: string, clock: Clock, owner: string) {
  const row = rowKey.recompute;
  const basisRow = rowKey.recomputeBasis;
  const now = (): string => clock.now().toISOString();
  const leased = (marker: RecomputeMarker): RecomputeMarker => ({
    ...marker, owner, leaseUntil: new Date(clock.now().getTime() + LEASE_MS).toISOString(),
  });

  return {
    row,
    now,
    leased,
    isTakenByOther: ({ state, owner: holder, leaseUntil = '' }: RecomputeMarker): boolean => state === 'running' && holder !== owner && leaseUntil > now(),

    async read(): Promise<HeldMarker | undefined> {
      const stored = await storage.get(partition, row);
      return stored && { marker: stored.data as RecomputeMarker, etag: stored.etag };
    },

    /** What the clocks were, or are being, computed from; empty before the first run. */
    async basis(): Promise<Basis> {
      return ((await storage.get(partition, basisRow))?.data as Basis | undefined) ?? {};
    },

    /** Replaces the marker, or makes it; undefined when somebody else was faster. */
    async save(marker: RecomputeMarker, etag: string | undefined, basis?: Basis): Promise<HeldMarker | undefined> {
      const write: GuardedWrite = etag === undefined ? { kind: 'create', row, data: marker } : { kind: 'replace', row, etag, data: marker };
      const result = await storage.commit({ partition, guarded: [write], derived: basis ? [{ kind: 'put', row: basisRow, data: basis }] : [] });
      return result.ok ? { marker, etag: result.etags.get(row) ?? '' } : undefined;
    },
  };
}

export type Markers = ReturnType<typeof createMarkers>;
