import type { Clock } from '../kernel';
import type { Storage } from '../storage/port';
import type { LearnedModel, LearningOutcome, LearningProgress } from './learning-views';
import { rowKey } from './rows';

/** The model in use, with where its contents lie. */
export interface StoredModel extends LearnedModel {
  readonly key: string;
  /** Of the tickets it was made from: the same ones teach nothing new. */
  readonly fingerprint: string;
  /** It knows of nothing that was said about a category later than that. */
  readonly learnedUntil: string;
}

/** The one row about learning. Whoever is at it holds it by a lease; a crash leaves the former model in use. */
export interface LearningRow {
  readonly model?: StoredModel;
  readonly run?: { readonly owner: string; readonly leaseUntil: string; readonly startedAt: string; readonly share: number };
  /** Somebody wants it now; gone when it has been done. */
  readonly askedAt?: string;
  /** When it was last looked whether there is enough to learn from. */
  readonly lookedAt?: string;
  readonly last?: LearningOutcome;
}

const LEASE_MS = 60_000;
const RETRIES = 8;

export function progressOf({ run, askedAt }: LearningRow, now: string): LearningProgress {
  if (run && run.leaseUntil > now) return { state: 'running', share: run.share, startedAt: run.startedAt };
  return { state: run || askedAt ? 'waiting' : 'idle', share: 0 };
}

export function createLearningRow(storage: Storage, partition: string, clock: Clock, owner: string) {
  const row = rowKey.learning;
  const now = (): string => clock.now().toISOString();

  async function read(): Promise<LearningRow> {
    return ((await storage.get(partition, row))?.data as LearningRow | undefined) ?? {};
  }

  /** Replaces the row by what `change` makes of it; undefined when that wants nothing written, or others were faster each time. */
  async function change(next: (known: LearningRow) => LearningRow | undefined): Promise<LearningRow | undefined> {
    for (let attempt = 0; attempt < RETRIES; attempt += 1) {
      const stored = await storage.get(partition, row);
      const data = next((stored?.data as LearningRow | undefined) ?? {});
      if (!data) return undefined;
      const result = await storage.commit({ partition, guarded: [stored ? { kind: 'replace', row, etag: stored.etag, data } : { kind: 'create', row, data }] });
      if (result.ok) return data;
    }
    return undefined;
  }

  const isMine = ({ run }: LearningRow): boolean => run?.owner === owner;
  const leaseUntil = (): string => new Date(clock.now().getTime() + LEASE_MS).toISOString();

  return {
    read, change, now,
    isTakenByOther: (known: LearningRow): boolean => known.run !== undefined && !isMine(known) && known.run.leaseUntil > now(),
    /** Takes the lease; undefined when another instance has it. */
    claim(isDue: (known: LearningRow) => boolean): Promise<LearningRow | undefined> {
      return change((known) => (isDue(known) ? { ...known, run: { owner, leaseUntil: leaseUntil(), startedAt: now(), share: 0 } } : undefined));
    },
    /** Says how far it is and keeps the lease; undefined when it is lost. */
    goOn(share: number): Promise<LearningRow | undefined> {
      return change((known) => (isMine(known) && known.run ? { ...known, run: { ...known.run, leaseUntil: leaseUntil(), share } } : undefined));
    },
    /** Ends it, while it is still this instance's; undefined when it is not. */
    finish(last: LearningOutcome, model?: StoredModel): Promise<LearningRow | undefined> {
      return change((known) => {
        const { run: _run, askedAt: _asked, ...rest } = known;
        return isMine(known) ? { ...rest, lookedAt: now(), last, ...(model && { model }) } : undefined;
      });
    },
    /** Leaves it to others: what was asked for is still to be done. */
    release(): Promise<LearningRow | undefined> {
      return change(({ run, ...rest }) => (run?.owner === owner ? rest : undefined));
    },
  };
}
