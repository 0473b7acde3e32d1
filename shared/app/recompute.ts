import { randomUUID } from 'node:crypto';
import { AppError, type Clock } from '../kernel';
import type { Storage } from '../storage/port';
import { breathe } from './breathe';
import type { Desk } from './desk';
import { writtenSince } from './feed';
import { openRecord } from './load';
import { BASIS_PRACTICES, basisOf, changedIds, isBehind, stampOf, type Basis } from './recompute-basis';
import { createMarkers, idleProgress, progressOf, type HeldMarker, type RecomputeMarker } from './recompute-marker';
import type { RecomputeCause, RecomputeProgress } from './recompute-views';
import { batchesOf, createRevisions, type Advance, type Revision } from './recompute-write';

export interface Recompute {
  /**
   * When something has changed that clocks depend on: computes the next open tickets anew, a few hundred at most. Returns how
   * many are through; 0 when there is nothing to do, or another instance is at it.
   */
  runOnce(): Promise<number>;
  /** How far it has come, on whatever instance. */
  progress(): Promise<RecomputeProgress>;
  /** Called when this instance gets to know how far it has come. Returns the function that ends it. */
  onProgress(listener: (progress: RecomputeProgress) => void): () => void;
  /** This instance stops: another one may go on at once. */
  release(): Promise<void>;
}

export interface RecomputeDeps {
  readonly storage: Storage;
  readonly partition: string;
  readonly desk: Desk;
  readonly clock: Clock;
  /** Takes over what other instances committed. */
  followFeed(): Promise<number>;
}

const PRACTICE = 'tickets';
/** Tickets that are read and computed in one go; requests get their turn in between. */
const PAGE = 32;
const PAGES_A_RUN = 16;
/** While nothing has to be written the marker is saved now and then only. */
const SAVE_MS = 5_000;
/** By then every instance has heard of a change of terms, or has stopped writing; also how much clocks may differ. */
const GRACE_MS = 10_000;
const NAMED_CAUSES = 20;

interface Page {
  readonly found: readonly Revision[];
  readonly failed: number;
}

/** A run of this instance: the marker as it wrote it last, and the tickets that are left. */
interface Run {
  held: HeldMarker;
  readonly ids: readonly string[];
  next: number;
  savedAt: number;
  /** The page after the present one, computed while that is written. */
  ahead?: Promise<Page> | undefined;
}

/**
 * Computes the clocks of all open tickets anew when agreements, calendars, or who uses which calendar change (domain.md 5.2,
 * rule 14). Any number of instances may do so: one holds the lease, its progress is written in the same transactions as the
 * tickets, and another one goes on where it stopped. A ticket is written only if its clocks really differ.
 */
export function createRecompute({ storage, partition, desk, clock, followFeed }: RecomputeDeps): Recompute {
  const markers = createMarkers(storage, partition, clock, randomUUID());
  const revisions = createRevisions(storage, partition, desk, markers);
  const listeners = new Set<(progress: RecomputeProgress) => void>();
  let run: Run | undefined;
  let known: { readonly basis: Basis; readonly stamp: string } | undefined;
  let seen: HeldMarker | undefined;
  let told = '';
  let running: Promise<number> | undefined;

  desk.onChange(({ practice }) => {
    if (BASIS_PRACTICES.has(practice)) known = undefined;
  });

  function present(): { readonly basis: Basis; readonly stamp: string } {
    if (!known) {
      const basis = basisOf(desk.directory);
      known = { basis, stamp: stampOf(basis) };
    }
    return known;
  }

  function tell(marker: RecomputeMarker): void {
    const progress = progressOf(marker, markers.now());
    const text = JSON.stringify(progress);
    if (text === told) return;
    told = text;
    for (const listener of listeners) listener(progress);
  }

  async function causeOf(id: string): Promise<RecomputeCause> {
    const last = (await openRecord(storage, partition, id))?.history.at(-1);
    const { name = id } = (desk.get(id) ?? {}) as { readonly name?: string };
    return { id, name, by: last?.byName ?? '', at: last?.at ?? '' };
  }

  /** Begins from the first ticket; what a run that was under way was for stays named. */
  async function begin(before: HeldMarker | undefined): Promise<HeldMarker | undefined> {
    const { basis, stamp } = present();
    const ids = before ? changedIds(await markers.basis(), basis) : [];
    const earlier = before?.marker.state === 'running' ? before.marker.because.filter(({ id }) => !ids.includes(id)) : [];
    const because = [...earlier, ...(await Promise.all(ids.slice(0, NAMED_CAUSES).map(causeOf)))];
    const marker: RecomputeMarker = {
      stamp, because, state: 'running', startedAt: markers.now(), total: desk.count(PRACTICE), done: 0, changed: 0, cursor: '',
    };
    return markers.save(markers.leased(marker), before?.etag, basis);
  }

  /** The marker under the lease of this instance, or undefined when there is nothing to do for it. */
  async function claim(): Promise<HeldMarker | undefined> {
    let stored = await markers.read();
    if (stored && (markers.isTakenByOther(stored.marker) || (isDone(stored) && stored.marker.stamp === present().stamp))) return forgo(stored);
    // The definitions must be the newest: whoever lags behind would compute with those of yesterday.
    await followFeed();
    stored = await markers.read();
    if (!stored) return begin(undefined);
    if (markers.isTakenByOther(stored.marker)) return forgo(stored);
    if (stored.marker.stamp !== present().stamp) return isBehind(desk, await markers.basis()) ? forgo(stored) : begin(stored);
    return isDone(stored) ? forgo(stored) : markers.save(markers.leased(stored.marker), stored.etag);
  }

  const isDone = ({ marker }: HeldMarker): boolean => marker.state === 'done';

  function forgo(held: HeldMarker): undefined {
    seen = held;
    tell(held.marker);
    return undefined;
  }

  function isDueAgain(): boolean {
    const { state, stamp, lookAgainAt } = seen?.marker ?? {};
    return state === 'done' && stamp === present().stamp && lookAgainAt !== undefined && lookAgainAt <= markers.now();
  }

  /** Looks again at tickets that were written while not everybody had heard of the new terms. */
  async function lookAgain(held: HeldMarker): Promise<number> {
    const ids = await writtenSince(storage, partition, PRACTICE, new Date(Date.parse(held.marker.startedAt) - GRACE_MS).toISOString());
    const at: Run = { held, ids, next: 0, savedAt: 0 };
    for (; at.next < ids.length; at.next += PAGE) {
      const { found } = await revised(ids.slice(at.next, at.next + PAGE));
      const isKept = await write(at, found, (written) => ({ ...at.held.marker, changed: at.held.marker.changed + written }));
      if (!isKept) return 0;
      await breathe();
    }
    const { lookAgainAt: _done, ...rest } = at.held.marker;
    await markers.save(rest, at.held.etag);
    return ids.length;
  }

  async function revised(ids: readonly string[]): Promise<Page> {
    let failed = 0;
    const found = await Promise.all(ids.map((id) => revisions.revise(id).catch((error: unknown) => {
      // The store does not answer: again later. A single damaged ticket must not hold up all others.
      if (error instanceof AppError) throw error;
      failed += 1;
      return undefined;
    })));
    return { found: found.filter((revision) => revision !== undefined), failed };
  }

  function open(held: HeldMarker): Run {
    const ids = [...desk.all(PRACTICE)].map(({ id }) => id).filter((id) => id > held.marker.cursor).sort();
    tell(held.marker);
    return { held, ids, next: 0, savedAt: clock.now().getTime() };
  }

  /** Writes a page; false when another instance has taken over. */
  async function write(at: Run, found: readonly Revision[], advance: Advance): Promise<boolean> {
    for (const batch of batchesOf(found)) {
      const isLast = batch.at(-1) === found.at(-1);
      const step: Advance = (written, isThrough) => advance(written, isThrough && isLast);
      const held = await revisions.write(batch, at.held, step);
      if (!held) return false;
      if (held.etag !== at.held.etag) at.savedAt = clock.now().getTime();
      at.held = held;
      tell(held.marker);
    }
    return true;
  }

  async function page(at: Run): Promise<boolean> {
    const ids = at.ids.slice(at.next, at.next + PAGE);
    const { found, failed } = await (at.ahead ?? revised(ids));
    const { marker: before } = at.held;
    const through = {
      cursor: ids.at(-1) ?? before.cursor, done: before.done + ids.length, ...(failed > 0 && { failed: (before.failed ?? 0) + failed }),
    };
    const writing = write(at, found, (written, isThrough) => {
      const { marker } = at.held;
      return markers.leased({ ...marker, changed: marker.changed + written, ...(isThrough && through) });
    });
    at.ahead = revised(at.ids.slice(at.next + PAGE, at.next + 2 * PAGE));
    // A fault shows when it is awaited; until then it must not end the process.
    at.ahead.catch(() => undefined);
    if (!(await writing)) return false;
    at.next += ids.length;
    if (found.length === 0) at.held = { ...at.held, marker: { ...at.held.marker, ...through } };
    if (clock.now().getTime() - at.savedAt < SAVE_MS) return true;
    const held = await markers.save(markers.leased(at.held.marker), at.held.etag);
    if (!held) return false;
    Object.assign(at, { held, savedAt: clock.now().getTime() });
    tell(held.marker);
    return true;
  }

  async function finish(at: Run): Promise<void> {
    const { owner: _owner, leaseUntil: _until, ...marker } = at.held.marker;
    const lookAgainAt = new Date(Date.parse(marker.startedAt) + GRACE_MS).toISOString();
    const held = await markers.save({ ...marker, state: 'done', done: marker.total, finishedAt: markers.now(), lookAgainAt }, at.held.etag);
    if (held) tell(held.marker);
  }

  async function step(): Promise<number> {
    if (run && run.held.marker.stamp !== present().stamp) run = undefined;
    if (!run) {
      const held = await claim();
      if (!held) return isDueAgain() ? lookAgain(seen as HeldMarker) : 0;
      run = open(held);
    }
    const at = run;
    const before = at.next;
    for (let pages = 0; pages < PAGES_A_RUN && at.next < at.ids.length; pages += 1) {
      if (!(await page(at))) {
        run = undefined;
        return 1;
      }
      await breathe();
      // Another edit: everything from the beginning, under the newest terms.
      if (at.held.marker.stamp !== present().stamp) return at.next - before;
    }
    if (at.next < at.ids.length) return at.next - before;
    await followFeed();
    if (at.held.marker.stamp === present().stamp) await finish(at);
    run = undefined;
    return Math.max(1, at.next - before);
  }

  return {
    runOnce() {
      running ??= step()
        .catch((error: unknown) => {
          // Whether the last batch was written is not known: the marker says.
          run = undefined;
          throw error;
        })
        .finally(() => (running = undefined));
      return running;
    },
    async progress() {
      const stored = await markers.read();
      return stored ? progressOf(stored.marker, markers.now()) : idleProgress;
    },
    onProgress(listener) {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
    async release() {
      if (!run) return;
      const { held } = run;
      run = undefined;
      await markers.save({ ...held.marker, leaseUntil: markers.now() }, held.etag);
    },
  };
}
