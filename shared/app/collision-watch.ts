import { collisionMarks, collisionsNow, type ChangeSummary } from '../changes';
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
  desk.onChange(({ practice, types }) => {
    if (MOVING.has(practice) && !types.includes('CollisionsChecked')) isMoved = true;
  });

  const hasMoved = (change: ChangeSummary, now: string): boolean => !isEqual(collisionMarks(collisionsNow(change, desk.directory, now)), change.collisionMarks);

  return {
    /** Looks at every change that holds a place; returns how many were written anew. Nothing to do costs nothing. */
    async runOnce(): Promise<number> {
      if (!isMoved) return 0;
      isMoved = false;
      const now = clock.now().toISOString();
      let looked = 0;
      let written = 0;
      for (const summary of [...desk.all('changes')] as ChangeSummary[]) {
        if (!summary.booking || summary.booking.to <= now) continue;
        looked += 1;
        if (looked % AT_ONCE === 0) await breathe();
        if (!hasMoved(summary, now)) continue;
        const performed = await perform({ action: 'changes.checkCollisions', id: summary.id, version: summary.version, input: {}, actor: systemActor('job') });
        if ('record' in performed) written += 1;
        // Somebody was at it meanwhile: looked at again next time.
        else if (performed.refused.code === 'kernel.stale') isMoved = true;
      }
      return written;
    },
  };
}

export type CollisionWatch = ReturnType<typeof createCollisionWatch>;
