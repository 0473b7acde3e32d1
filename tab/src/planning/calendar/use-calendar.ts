import { useCallback } from 'react';
import type { ChangeRow } from '../../../../shared/changes/change-views';
import type { CalendarView } from '../../../../shared/changes/planning-views';
import type { ApiError } from '../../lib/api';
import { useFollowed } from '../use-followed';

const FOLLOWED = ['changes', 'freezes', 'maintenanceWindows'] as const;

export interface CalendarState {
  readonly view?: CalendarView | undefined;
  readonly error?: ApiError | undefined;
  /** What is shown is not what was asked for. */
  readonly isOld: boolean;
  reload(): void;
  /** Shows at once what an own action answered. */
  patch(row: Partial<ChangeRow> & Pick<ChangeRow, 'id' | 'version'>): void;
}

/** The change calendar between two instants, kept fresh while it is shown. */
export function useCalendar(from: string, to: string, itemId: string | undefined): CalendarState {
  const query = new URLSearchParams({ from, to, ...(itemId && { itemId }) });
  const { value, error, isOld, reload, change } = useFollowed<CalendarView>(`/api/calendar?${query}`, FOLLOWED);
  const patch = useCallback<CalendarState['patch']>(
    (fresh) => change((view) => ({ ...view, changes: view.changes.map((row) => (row.id === fresh.id && fresh.version >= row.version ? { ...row, ...fresh } : row)) })),
    [change],
  );
  return { view: value, error, isOld, reload, patch };
}
