import type { ChangeSummary } from '../changes/change-views';
import type { FreezeException } from './freeze-exception';

const PLANNED: readonly string[] = ['new', 'assess', 'authorize', 'scheduled'];

/** Its work has not begun: where it lies in the calendar can still be decided. */
export const isBeingPlanned = ({ state }: ChangeSummary): boolean => PLANNED.includes(state);

/** It still lies where it lay when the exception was asked for. */
export function isInWindow({ plannedStart, plannedEnd }: ChangeSummary, { from, to }: FreezeException): boolean {
  return plannedStart === from && plannedEnd === to;
}
