import type { LinearModel } from './linear';
import type { PhraseModel } from './phrases';
import type { Pool } from './pool';
import type { ReaderModel } from './reader';
import type { Vocabulary } from './terms';

/** What was found out about a model while it was made, on tickets that were held back from it. Shares are 0 to 1. */
export interface Training {
  readonly tickets: number;
  /** Of texts and labels, in any order: recognizes the tickets that the model was made from. */
  readonly fingerprint: string;
  readonly heldOut: {
    readonly tickets: number;
    readonly accuracy: number;
    /** How far confidence and accuracy lie apart on average (expected calibration error). */
    readonly calibrationError: number;
    /** The share of tickets with at least the confidence of the threshold. */
    readonly coverage: number;
  };
}

/** A trained classifier. Plain data: made by training or read from a file, never changed. */
export interface ClassifierModel {
  readonly labels: readonly string[];
  readonly vocabulary: Vocabulary;
  readonly linear: LinearModel;
  readonly phrases: readonly PhraseModel[];
  readonly reader: ReaderModel;
  readonly pool: Pool;
  /** From this confidence on it is right in 95 of 100 cases; undefined when there is no such confidence. */
  readonly threshold: number | undefined;
  readonly training: Training;
}

/** How often a decision without a person has to be right. */
export const WANTED_ACCURACY = 0.95;
