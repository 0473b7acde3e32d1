import type { AgendaItem } from '../../../../shared/meetings/meeting-views';

export type TimerMood = 'ok' | 'soon' | 'over';

/** From here on the time for an item is nearly used up. */
const SOON = 0.8;

/** How long an item has been discussed, all turns together, in whole seconds. */
export function secondsOf({ seconds, openedAt }: Pick<AgendaItem, 'seconds' | 'openedAt'>, now: number): number {
  return seconds + (openedAt ? Math.max(0, Math.floor((now - Date.parse(openedAt)) / 1000)) : 0);
}

export function moodOf(seconds: number, minutesPerItem: number): TimerMood {
  const share = seconds / (minutesPerItem * 60);
  return share > 1 ? 'over' : share >= SOON ? 'soon' : 'ok';
}

/** "4:05". */
export const clockText = (seconds: number): string => `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, '0')}`;

/** The item whose turn it is after this one: the next that is not decided yet, from the beginning again if need be. */
export function nextItem(items: readonly AgendaItem[], afterId: string): AgendaItem | undefined {
  const at = items.findIndex(({ changeId }) => changeId === afterId);
  return [...items.slice(at + 1), ...items.slice(0, Math.max(at, 0))].find(({ decision }) => decision === undefined);
}
