import { useCallback, useEffect, useRef, useState } from 'react';
import type { ChangeView } from '../../../../shared/changes/change-views';
import { useSession } from '../../lib/session';
import { useStable } from '../../lib/use-stable';
import { announce } from '../../parts/announce';
import { usePlanningWords } from '../words';
import type { Stretch } from './days';
import type { Entry } from './entry';
import { stepped, stepsOfDrag, stepsOfKey, type Grid, type Steps } from './grid';
import { askCollisions } from './use-window-check';
import { votersOf } from './voters';

/** A change that is on its way to another window. */
export interface Moving {
  readonly entry: Entry;
  readonly to: Stretch;
  readonly by: 'keys' | 'pointer';
  /** It is being looked whether anybody has to be asked. */
  readonly isChecking: boolean;
}

/** A move that somebody has to agree to: votes would be void, or it collides. */
export interface MoveQuestion {
  readonly entry: Entry;
  readonly to: Stretch;
}

export interface Move {
  readonly moving?: Moving | undefined;
  readonly question?: MoveQuestion | undefined;
  /** Takes a change up: arrow keys move it from now on. */
  pickUp(entry: Entry, grid: Grid): void;
  /** Begins to follow the pointer; below a few pixels it was a click. */
  press(entry: Entry, event: React.PointerEvent, grid: () => Grid): void;
  /** Asks for the window in a form. */
  ask(entry: Entry): void;
  confirm(): void;
  cancel(): void;
  closeQuestion(): void;
  /** Whether the pointer was dragged just now: the click that follows is none. */
  wasDragged(): boolean;
}

/** How far the pointer goes before it is a drag. */
const SLOP_PX = 5;
const NO_STEPS: Steps = { x: 0, y: 0 };

interface Options {
  perform(entry: Entry, to: Stretch): Promise<boolean>;
  /** Shows the time to which the change was moved. */
  onShow(instant: string): void;
}

/** Moving a change by pointer and by keys, with the same end: nobody's vote is voided without asking. */
export function useMove({ perform, onShow }: Options): Move {
  const { api, t, zone } = useSession();
  const words = usePlanningWords();
  const [moving, setMoving] = useState<Moving>();
  const [question, setQuestion] = useState<MoveQuestion>();
  const steps = useRef<{ grid: Grid; at: Steps }>(undefined);
  const dragged = useRef(false);
  // The newest, also before it is drawn: the pointer is let go sooner than that.
  const held = useRef<Moving>(undefined);
  const end = useRef<() => void>(undefined);

  const show = useCallback((next: Moving | undefined) => {
    held.current = next;
    setMoving(next);
  }, []);

  const stop = useCallback(() => {
    end.current?.();
    end.current = undefined;
    steps.current = undefined;
    show(undefined);
  }, [show]);

  const cancel = useStable(() => {
    if (held.current) announce(t('planning.moveCancelled', { id: held.current.entry.row.id }));
    stop();
  });

  /** Where nothing stands against it, it is done; else somebody is asked. */
  const confirm = useStable(() => {
    if (!held.current || held.current.isChecking) return;
    const { entry, to } = held.current;
    if (to.from === entry.from) return cancel();
    end.current?.();
    show({ ...held.current, isChecking: true });
    void (async () => {
      try {
        const [{ record }, collisions] = await Promise.all([api.get<{ record: ChangeView }>(`/api/changes/${entry.row.id}`), askCollisions(api, entry.row, to)]);
        if (votersOf(record).length > 0 || collisions.length > 0) setQuestion({ entry, to });
        else await perform(entry, to);
      } catch {
        // The form says what is wrong, and can be tried again.
        setQuestion({ entry, to });
      } finally {
        stop();
      }
    })();
  });

  const place = useStable((entry: Entry, grid: Grid, at: Steps, by: Moving['by']) => {
    const to = stepped(entry, grid, at, zone);
    show({ entry, to, by, isChecking: false });
    if (by === 'keys') {
      announce(words.range(to.from, to.to));
      onShow(to.from);
    }
  });

  useEffect(() => {
    if (moving?.by !== 'keys') return undefined;
    const onKey = (event: KeyboardEvent): void => {
      const step = stepsOfKey(event.key);
      const begun = steps.current;
      if (event.key === 'Escape') cancel();
      else if (event.key === 'Enter') {
        // On a button, Enter presses that button.
        if ((event.target as Element).closest('[data-move-bar] button')) return;
        confirm();
      } else if (step && begun) {
        begun.at = { x: begun.at.x + step.x, y: begun.at.y + step.y };
        place(moving.entry, begun.grid, begun.at, 'keys');
      } else return;
      event.preventDefault();
      event.stopPropagation();
    };
    window.addEventListener('keydown', onKey, true);
    return () => window.removeEventListener('keydown', onKey, true);
  }, [moving?.by, moving?.entry, cancel, confirm, place]);

  const pickUp = useStable((entry: Entry, grid: Grid) => {
    steps.current = { grid, at: NO_STEPS };
    show({ entry, to: entry, by: 'keys', isChecking: false });
    announce(t('planning.pickedUp', { id: entry.row.id }));
  });

  const press = useStable((entry: Entry, event: React.PointerEvent, gridOf: () => Grid) => {
    // A finger scrolls; it moves changes through the menu.
    if (event.button !== 0 || event.pointerType === 'touch' || held.current) return;
    const { clientX, clientY } = event;
    const grid = gridOf();
    dragged.current = false;
    let last = NO_STEPS;
    const onMove = (move: PointerEvent): void => {
      const [dx, dy] = [move.clientX - clientX, move.clientY - clientY];
      if (!dragged.current && Math.hypot(dx, dy) < SLOP_PX) return;
      dragged.current = true;
      const at = stepsOfDrag(grid, dx, dy);
      if (at.x !== last.x || at.y !== last.y || !held.current) place(entry, grid, at, 'pointer');
      last = at;
    };
    const onUp = (): void => {
      if (dragged.current) confirm();
      else stop();
    };
    const onKey = (key: KeyboardEvent): void => {
      if (key.key === 'Escape') cancel();
    };
    end.current?.();
    end.current = () => {
      window.removeEventListener('pointermove', onMove);
      window.removeEventListener('pointerup', onUp);
      window.removeEventListener('pointercancel', cancel);
      window.removeEventListener('keydown', onKey);
    };
    window.addEventListener('pointermove', onMove);
    window.addEventListener('pointerup', onUp);
    window.addEventListener('pointercancel', cancel);
    window.addEventListener('keydown', onKey);
  });

  useEffect(() => () => end.current?.(), []);

  return {
    moving, question, pickUp, press, confirm, cancel,
    ask: (entry) => setQuestion({ entry, to: entry }),
    closeQuestion: () => setQuestion(undefined),
    wasDragged: () => {
      const was = dragged.current;
      dragged.current = false;
      return was;
    },
  };
}
