import type { Recorded } from '../kernel';
import type { OfferingContent, OfferingRecord } from './offering';

export type OfferingEvent =
  | { readonly type: 'OfferingAdded'; readonly content: OfferingContent }
  /** On what was published this begins the draft of the next edition. */
  | { readonly type: 'OfferingChanged'; readonly changes: Partial<OfferingContent>; readonly clear: readonly string[] }
  | { readonly type: 'OfferingPublished'; readonly edition: number; readonly reviewOn: string }
  | { readonly type: 'OfferingDraftDiscarded' }
  | { readonly type: 'OfferingRetired'; readonly reason?: string }
  | { readonly type: 'OfferingRestored' }
  | { readonly type: 'OfferingReviewed'; readonly reviewOn: string }
  | { readonly type: 'OfferingReviewReminded'; readonly reviewOn: string; readonly ownerId?: string };

export type RecordedOfferingEvent = Recorded<OfferingEvent>;

function changedContent(content: OfferingContent, { changes, clear }: Extract<OfferingEvent, { type: 'OfferingChanged' }>): OfferingContent {
  return Object.fromEntries(Object.entries({ ...content, ...changes }).filter(([name]) => !clear.includes(name))) as unknown as OfferingContent;
}

function changed(offering: OfferingRecord, { event, at }: RecordedOfferingEvent): OfferingRecord {
  const { draft, published } = offering;
  switch (event.type) {
    case 'OfferingChanged':
      return { ...offering, draft: changedContent((draft ?? published)!, event) };
    case 'OfferingPublished': {
      const { draft: ready, reviewRemindedOn: _reminded, ...rest } = offering;
      return { ...rest, published: { ...(ready ?? published)!, reviewOn: event.reviewOn }, edition: event.edition, publishedAt: at, isRetired: false };
    }
    case 'OfferingDraftDiscarded': {
      const { draft: _gone, ...rest } = offering;
      return rest;
    }
    case 'OfferingRetired':
      return { ...offering, isRetired: true };
    case 'OfferingRestored':
      return { ...offering, isRetired: false };
    case 'OfferingReviewed':
      // Looking at it and finding it right is no new edition.
      return { ...offering, ...(published && { published: { ...published, reviewOn: event.reviewOn } }) };
    case 'OfferingReviewReminded':
      return { ...offering, reviewRemindedOn: event.reviewOn };
    case 'OfferingAdded':
      return offering;
  }
}

/** The only fold of catalog items. */
export function foldOffering(offering: OfferingRecord | undefined, recorded: RecordedOfferingEvent): OfferingRecord {
  const { event, recordId, seq, at } = recorded;
  if (event.type === 'OfferingAdded') return { id: recordId, version: seq, createdAt: at, updatedAt: at, draft: event.content, edition: 0, isRetired: false };
  if (!offering) throw new Error(`history of ${recordId} starts with ${event.type}`);
  return { ...changed(offering, recorded), version: seq, updatedAt: at };
}
