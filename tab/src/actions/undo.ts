import { changeUndo } from '../changes/change-undo';
import type { Translate } from '../lib/texts';
import type { Values } from '../parts/schema-form/types';
import { ticketUndo } from '../tickets/ticket-undo';
import { practiceOf, type ActedOn, type Undo } from './types';

export type UndoOf = (action: string, before: ActedOn, after: ActedOn, input: Values, t: Translate) => Undo | undefined;

const UNDO: Readonly<Record<string, UndoOf>> = { tickets: ticketUndo, changes: changeUndo };

/** The action that takes this one back, if there is one and this person may do it. History keeps both. */
export function undoOf(action: string, before: ActedOn, after: ActedOn, input: Values, t: Translate): Undo | undefined {
  const undo = UNDO[practiceOf(action)]?.(action, before, after, input, t);
  return undo && after.can.includes(undo.action) ? undo : undefined;
}
