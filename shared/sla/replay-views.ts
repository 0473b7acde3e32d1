import type { AgreementType, Metric } from './clock-views';

/** What came of a promise: `open` is not decided yet, `none` means that nothing was promised. */
export type Outcome = 'met' | 'missed' | 'open' | 'none';

/** Tickets by what came of one promise; those without it are not counted. */
export interface Tally {
  readonly met: number;
  readonly missed: number;
  readonly open: number;
}

/** The same tickets three times: as it was decided then, under today's terms, and under the proposed ones. */
export interface ReplayRow {
  readonly type: AgreementType;
  readonly metric: Metric;
  /** The priority or the id of the group; absent in the row over all. */
  readonly of?: string;
  readonly asItWas: Tally;
  readonly today: Tally;
  readonly proposed: Tally;
}

/** One clock of a ticket under one set of terms. Instants are ISO 8601, UTC. */
export interface ReplayClock {
  readonly outcome: Exclude<Outcome, 'none'>;
  readonly agreementId: string;
  readonly calendarId: string;
  readonly targetMinutes: number;
  readonly usedMinutes: number;
  readonly dueAt?: string;
}

/** What is different in the terms; `terms`: neither of the others, such as another pause. */
export type ReplayReason = 'agreement' | 'target' | 'calendar' | 'terms';

/** `toMissed` and `toMet` flip, `moved` are open and due at another time, `gained` and `lost` a promise. */
export const CHANGE_KINDS = ['toMissed', 'toMet', 'moved', 'gained', 'lost'] as const;
export type ChangeKind = (typeof CHANGE_KINDS)[number];

/** A ticket that goes another way under the proposed terms. */
export interface ReplayChange {
  readonly kind: ChangeKind;
  readonly isOpen: boolean;
  readonly id: string;
  readonly title: string;
  readonly priority: string;
  readonly groupId?: string;
  /** Names the clock within the ticket. */
  readonly key: string;
  readonly type: AgreementType;
  readonly metric: Metric;
  readonly before?: ReplayClock;
  readonly after?: ReplayClock;
  readonly because: readonly ReplayReason[];
}

export interface ChangeCount {
  readonly open: number;
  readonly ended: number;
}

/** How often another tool's verdict, kept with imported tickets, is the same as that of the proposed terms. */
export interface ReplayComparison {
  readonly priority: string;
  readonly bothMet: number;
  readonly onlyTheirsMet: number;
  readonly onlyOursMet: number;
  readonly bothMissed: number;
  /** The target with which most verdicts would be the same, everything else as proposed. */
  readonly best: { readonly targetMinutes: number; readonly same: number };
}

/** How the tickets of a period would have gone under proposed terms. */
export interface ReplayView {
  /** Tickets received in `(from, until]`. */
  readonly from: string;
  readonly until: string;
  readonly tickets: { readonly ended: number; readonly open: number };
  readonly total: readonly ReplayRow[];
  readonly byPriority: readonly ReplayRow[];
  readonly byGroup: readonly ReplayRow[];
  /** How many promises change, readable or not. */
  readonly counts: Readonly<Record<ChangeKind, ChangeCount>>;
  /** Those the reader may see, the first few hundred of each kind; open tickets first. */
  readonly changes: readonly ReplayChange[];
  /** Tickets whose outcome then was another than under today's terms: these have been changed since. */
  readonly decidedOtherwise: number;
  /** Tickets whose proposed calendar never opens: nothing of theirs is ever due. */
  readonly neverOpens: number;
  readonly comparison?: readonly ReplayComparison[];
  /** Of the agreements, calendars and groups that the view names by id. */
  readonly names: Readonly<Record<string, string>>;
}

/** Share of the decided promises that was kept, percent; undefined when none was decided. */
export function attainment({ met, missed }: Tally): number | undefined {
  return met + missed === 0 ? undefined : (met * 100) / (met + missed);
}
