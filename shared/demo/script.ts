import type { DayAfter } from './stories';

/** When a step happens, as its input may need it. */
export interface Moment {
  /** Local date so many days after the ticket was opened. */
  readonly day: DayAfter;
  /** ISO instant at which somebody wants to look again: after the next step, or after now. */
  readonly followUpAt: string;
}

/** A step without a time of its own: so many open minutes after the one before. */
export interface ScriptStep {
  readonly gapMinutes: number;
  /** Somebody else's time, which nobody on our side can shorten. */
  readonly isWaiting?: boolean;
  readonly by: string;
  readonly action: string;
  readonly input: (moment: Moment) => Readonly<Record<string, unknown>>;
}

/** Where a ticket stands now. */
export type Shape =
  | 'new' | 'assigned' | 'inProgress' | 'onHold' | 'resolved' | 'reopened' | 'closed' | 'withdrawn'
  | 'awaitingApproval' | 'returned' | 'approved' | 'rejected';

export function step(by: string, verb: string, gapMinutes: number, input: object | ScriptStep['input'] = {}, isWaiting = false): ScriptStep {
  const fixed = input as Readonly<Record<string, unknown>>;
  return {
    by,
    action: `tickets.${verb}`,
    gapMinutes,
    input: typeof input === 'function' ? (input as ScriptStep['input']) : () => fixed,
    ...(isWaiting && { isWaiting }),
  };
}
