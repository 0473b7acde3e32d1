import type { AgreementType, ClockView, Metric } from './clock-views';

/**
 * Why a ticket is due then, in the reader's words and zone: what `GET /api/tickets/<id>/clocks` answers. Texts are whole
 * sentences; instants are ISO 8601, UTC. Browser-safe.
 */
export interface TicketExplanation {
  readonly id: string;
  readonly title: string;
  /** When it was explained. */
  readonly now: string;
  /** One question, one answer: what stands on top. */
  readonly summary: string;
  /** The clock that is due next comes first. */
  readonly clocks: readonly ClockExplanation[];
  readonly held: HeldExplanation;
}

/** One stretch of time in words. */
export interface Stretch {
  readonly from: string;
  readonly to: string;
  readonly kind: 'counted' | 'closed' | 'paused';
  /** "Mon, Mar 2, 4:10 – 5:00 PM". */
  readonly when: string;
  /** "counted", "night", "waiting for you, not counted". */
  readonly what: string;
  /** How much counts in it; of the others how long they last. */
  readonly length: string;
  /** Time used when it ends; counted stretches only. */
  readonly total?: string;
  /** Still to come. */
  readonly isExpected?: true;
  /** After the due time. */
  readonly isOverdue?: true;
  /** The due time is where it ends. */
  readonly endsAtDue?: true;
  /** Of several business days in one: each by itself. */
  readonly parts?: readonly Stretch[];
}

export type EffectKind =
  | 'started' | 'paused' | 'resumed' | 'stopped' | 'cancelled' | 'restarted' | 'retargeted' | 'detached' | 'answered' | 'moved' | 'none';

/** What one event did to a clock; `none` says why it did nothing. */
export interface ClockEvent {
  readonly seq: number;
  readonly at: string;
  readonly when: string;
  /** Who did what. */
  readonly line: string;
  readonly effect: EffectKind;
  readonly effectText: string;
}

export interface LabeledValue {
  readonly label: string;
  readonly value: string;
  readonly help?: string;
}

/** Terms or a cycle that came before. */
export interface EarlierTerms {
  readonly when: string;
  readonly promise: string;
  readonly outcome: string;
  readonly because: string;
}

export interface ClockExplanation {
  readonly key: string;
  readonly metric: Metric;
  readonly type: AgreementType;
  readonly name: string;
  readonly state: ClockView['state'];
  readonly isBreached: boolean;
  readonly dueAt?: string;
  /** How it stands, in one sentence. */
  readonly headline: string;
  /** What is promised, in one sentence. */
  readonly promise: string;
  /** What somebody should know besides: an error of configuration, terms that have changed since. */
  readonly notes: readonly string[];
  readonly stretches: readonly Stretch[];
  readonly totals: readonly LabeledValue[];
  readonly earlier: readonly EarlierTerms[];
  readonly events: readonly ClockEvent[];
  /** Said when a history is too long to tell all of it. */
  readonly eventsNote?: string;
}

/** A holder's part of the time. Percents of one list add up to exactly 100. */
export interface HeldShare {
  readonly label: string;
  readonly kind: 'us' | 'waiting';
  /** In open hours of the resolution's calendar. */
  readonly open: string;
  readonly openPercent: number;
  /** Around the clock. */
  readonly wall: string;
  readonly wallPercent: number;
}

export interface HeldExplanation {
  readonly shares: readonly HeldShare[];
  /** Groups as a whole, where several people of one had it. */
  readonly groups?: readonly HeldShare[];
}
