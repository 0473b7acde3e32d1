import type { Stretch } from './days';
import { moved } from './days';

/** What one step in a direction means. */
export interface Step {
  readonly days: number;
  readonly minutes: number;
  /** How many pixels it is; 0: that direction means nothing here. */
  readonly px: number;
}

export interface Grid {
  readonly x: Step;
  readonly y: Step;
}

/** Whole steps to the right and down. */
export interface Steps {
  readonly x: number;
  readonly y: number;
}

const ARROWS: Readonly<Record<string, Steps>> = { ArrowRight: { x: 1, y: 0 }, ArrowLeft: { x: -1, y: 0 }, ArrowDown: { x: 0, y: 1 }, ArrowUp: { x: 0, y: -1 } };

/** The step that an arrow key makes. */
export const stepsOfKey = (key: string): Steps | undefined => ARROWS[key];

/** The whole steps nearest to where the pointer was dragged to. */
export function stepsOfDrag(grid: Grid, dx: number, dy: number): Steps {
  const of = (step: Step, distance: number): number => (step.px > 0 ? Math.round(distance / step.px) : 0);
  // Never -0: it would be no step and yet not equal to none.
  return { x: of(grid.x, dx) + 0, y: of(grid.y, dy) + 0 };
}

/** Where a stretch lies after so many steps. */
export function stepped(stretch: Stretch, grid: Grid, steps: Steps, zone: string): Stretch {
  const days = grid.x.days * steps.x + grid.y.days * steps.y;
  return moved(stretch, days, grid.x.minutes * steps.x + grid.y.minutes * steps.y, zone);
}
