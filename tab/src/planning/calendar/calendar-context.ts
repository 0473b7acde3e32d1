import { createContext, useContext } from 'react';
import type { Entry } from './entry';
import type { Grid } from './grid';
import type { Moving } from './use-move';

/** What every bar of the calendar needs, whatever view it is in. */
export interface CalendarContextValue {
  readonly moving?: Moving | undefined;
  /** The change that the tab key reaches. */
  readonly currentId: string | undefined;
  setCurrent(id: string): void;
  /** Shows what a change is about, beside its bar. */
  open(entry: Entry, target: HTMLElement): void;
  pickUp(entry: Entry, grid: Grid): void;
  press(entry: Entry, event: React.PointerEvent, grid: () => Grid): void;
  wasDragged(): boolean;
  /** Shows changes that did not fit. */
  unfold(title: string, entries: readonly Entry[], target: HTMLElement): void;
}

export const CalendarContext = createContext<CalendarContextValue | undefined>(undefined);

export function useCalendarContext(): CalendarContextValue {
  const value = useContext(CalendarContext);
  if (!value) throw new Error('no calendar');
  return value;
}
