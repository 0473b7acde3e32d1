import type { Priority, Reach, WorkEffect } from './ticket-schema';

/** 1 high, 2 medium, 3 low. */
export type Level = 1 | 2 | 3;

const IMPACT: Record<Reach, Level> = { me: 3, team: 2, site: 1, everyone: 1 };
const URGENCY: Record<WorkEffect, Level> = { stopped: 1, workaround: 2, fine: 3 };

/** Default 3x3 matrix with four results (domain.md 4.2, decision). */
const MATRIX: Record<Level, Record<Level, Priority>> = {
  1: { 1: 'P1', 2: 'P2', 3: 'P3' },
  2: { 1: 'P2', 2: 'P3', 3: 'P4' },
  3: { 1: 'P3', 2: 'P4', 3: 'P4' },
};

export interface Assessment {
  readonly impact: Level;
  readonly urgency: Level;
  readonly priority: Priority;
}

export function priorityOf(impact: Level, urgency: Level): Priority {
  return MATRIX[impact][urgency];
}

/** From the employee's two answers to impact, urgency and priority (domain.md 4.3, steps 2 and 3). */
export function assess(reach: Reach, work: WorkEffect): Assessment {
  const impact = IMPACT[reach];
  const urgency = URGENCY[work];
  return { impact, urgency, priority: priorityOf(impact, urgency) };
}
