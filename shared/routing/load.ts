/** What an open ticket weighs by its priority (domain.md 6.1, least loaded). */
const WEIGHTS: Readonly<Record<string, number>> = { P1: 4, P2: 3, P3: 2, P4: 1 };

/** An open ticket that somebody works on; on hold it does not count. */
export interface OpenWork {
  readonly priority: string;
  /** How much more or less work than usual it is; 1 is usual. */
  readonly effort: number;
}

/** What somebody has to do now. */
export interface Load {
  readonly open: number;
  readonly urgent: number;
  readonly load: number;
}

export const NO_LOAD: Load = { open: 0, urgent: 0, load: 0 };

export const isUrgent = (priority: string): boolean => priority === 'P1' || priority === 'P2';

export function withWork({ open, urgent, load }: Load, { priority, effort }: OpenWork): Load {
  return { open: open + 1, urgent: urgent + (isUrgent(priority) ? 1 : 0), load: load + (WEIGHTS[priority] ?? 1) * effort };
}
