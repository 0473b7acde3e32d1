import type { RecordBase } from '../kernel';
import type { OfferingContent, OfferingSummary } from './offering-views';

/** A catalog item as everybody in the domain sees it: what can be ordered now. */
export type Offering = OfferingSummary;

/** The record: what was published, and what is being written. At least one of them is there. */
export interface OfferingRecord extends RecordBase {
  readonly published?: OfferingContent;
  readonly draft?: OfferingContent;
  readonly edition: number;
  readonly publishedAt?: string;
  readonly isRetired: boolean;
  readonly reviewRemindedOn?: string;
}

export type { OfferingContent };
