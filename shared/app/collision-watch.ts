import { collisionMarks, collisionsNow, isPlanned, type ChangeSummary } from '../changes';
import { isEqual, systemActor, type Clock } from '../kernel';
import { breathe } from './breathe';
import type { Desk } from './desk';
import type { Performed, PerformRequest } from './perform';

/** A change of these may bring or take collisions of changes that nobody touches. */
const MOVING = new Set(['changes', 'freezes', 'maintenanceWindows', 'items', 'freezeExceptions']);
/** Requests get their turn after so many changes looked at. */
const AT_ONCE = 50;

/**
 * Keeps what changes know of their collisions up to date while the calendar moves around them: a new freeze, a changed window,
 * somebody else's work. Any number of instances may look; each change is written once.
 */
export function createCollisionWatch(desk: Desk, clock: Clock, perform: (request: PerformRequest) => Promise<Performed>) {
  let isMoved = true;
  /** What changes without a place run into, as they were looked at last: they show it, and nothing of it is written down. */
  let drafts = new Map<string, readonly string[]>();
  const movedDrafts = new Set<string>();
  desk.onChange(({ practice, types }) => {
    if (MOVING.has(practice) && !types.includes('CollisionsChecked')) isMoved = true;
  });

  const marksNow = (change: ChangeSummary, now: string): readonly string[] => collisionMarks(collisionsNow(change, desk.directory, now));

  return {
    /** Looks at every change that is still to be done; returns how many were written anew. Nothing to do costs nothing. */
    async runOnce(): Promise<number> {
      if (!isMoved) return 0;
      isMoved = false;
      const now = clock.now().toISOString();
      let looked = 0;
      let written = 0;
      const seen = new Map<string, readonly string[]>();
      for (const summary of [...desk.all('changes')] as ChangeSummary[]) {
        const { id, booking, plannedEnd } = summary;
        if (!isPlanned(summary.state) && !booking) continue;
        if ((booking?.to ?? plannedEnd ?? '') <= now) continue;
        looked += 1;
        if (looked % AT_ONCE === 0) await breathe();
        const marks = marksNow(summary, now);
        if (!booking) {
          seen.set(id, marks);
          if (!isEqual(marks, drafts.get(id) ?? summary.collisionMarks)) movedDrafts.add(id);
          continue;
        }
        if (isEqual(marks, summary.collisionMarks)) continue;
        const performed = await perform({ action: 'changes.checkCollisions', id, version: summary.version, input: {}, actor: systemActor('job') });
        if ('record' in performed) written += 1;
        // Somebody was at it meanwhile: looked at again next time.
        else if (performed.refused.code === 'kernel.stale') isMoved = true;
      }
      drafts = seen;
      return written;
    },
    /** Changes without a place that run into something else than they did at the look before. Each is named once. */
    takeMovedDrafts(): readonly string[] {
      const ids = [...movedDrafts];
      movedDrafts.clear();
      return ids;
    },
  };
}

export type CollisionWatch = ReturnType<typeof createCollisionWatch>;
