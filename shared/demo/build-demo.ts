import { planAnnouncement } from './announcement';
import { planChanges } from './changes/changes-plan';
import type { DemoPlan } from './plan';
import { planRegisters } from './registers-plan';
import { randomFrom } from './random';
import { tellTickets } from './tickets-plan';

export interface DemoOptions {
  readonly seed: number;
  /** The history ends here. */
  readonly now: Date;
}

/** The demo company, six weeks of its tickets and what it changes: the same for the same seed and the same `now`. */
export function buildDemo({ seed, now }: DemoOptions): DemoPlan {
  return { registers: planRegisters(now), steps: tellTickets(now, randomFrom(seed)), later: [...planChanges(now), ...planAnnouncement(now)] };
}
