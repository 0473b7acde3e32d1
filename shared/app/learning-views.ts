/** What learning from own tickets looks like from outside; browser-safe. Instants are ISO 8601, UTC; shares are 0 to 1. */
export interface LearnedModel {
  /** Counts up with every model that replaced another one. */
  readonly version: number;
  readonly at: string;
  readonly tickets: number;
  readonly categories: number;
  /** Of tickets that were held back: how many it was right about, and how many it could have decided by itself. */
  readonly accuracy: number;
  readonly coverage: number;
  /** From this confidence on it decides; absent: it only proposes. */
  readonly threshold?: number;
}

export interface LearningProgress {
  /** `waiting`: somebody asked for it, or the instance that was at it is gone; an instance takes it up within a minute. */
  readonly state: 'idle' | 'waiting' | 'running';
  readonly share: number;
  readonly startedAt?: string;
}

/** How looking for something to learn ended last. */
export interface LearningOutcome {
  readonly at: string;
  readonly what: 'learned' | 'worse' | 'nothingNew' | 'notEnough' | 'failed';
  /** Tickets there were to learn from. */
  readonly tickets: number;
}

/** What became of the newest tickets whose text was looked at. */
export interface FindingFigures {
  readonly tickets: number;
  /** Found by a classifier that was sure; those where somebody was asked; those that only words spoke for. */
  readonly decided: number;
  readonly asked: number;
  readonly words: number;
  /** Decided ones that have another category now. */
  readonly changed: number;
  /** Where it errs most: by the category it decided on, at most ten. */
  readonly perCategory: readonly { readonly categoryId: string; readonly decided: number; readonly changed: number }[];
}

/** `GET /api/classifier`. */
export interface ClassifierView {
  readonly mode: 'decide' | 'propose' | 'off';
  /** The shipped model: is it in memory here, and how many categories stand for one of its topics. */
  readonly shipped: { readonly isLoaded: boolean; readonly categories: number };
  readonly own?: LearnedModel;
  readonly progress: LearningProgress;
  readonly last?: LearningOutcome;
  readonly figures: FindingFigures;
  /** The settings record, for whoever may change the mode. */
  readonly settings?: { readonly id: string; readonly version: number };
}
