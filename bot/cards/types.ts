import type { Directory } from '../../shared/catalog';
import type { Language } from '../../shared/kernel';

/** An Adaptive Card 1.5 as JSON, ready to be an attachment's `content`. */
export interface CardJson {
  readonly type: 'AdaptiveCard';
  readonly version: '1.5';
  readonly fallbackText: string;
  readonly body: readonly object[];
  readonly [property: string]: unknown;
}

/**
 * Whom the card of a record is laid out for: who asked for it, the channel of a group, who works on it, who decides about it. It
 * chooses the layout only: texts come from the reader's view, buttons from its `can`, so a forged audience shows nothing new.
 */
export type Audience = 'requester' | 'triage' | 'agent' | 'approver';

export const AUDIENCES: readonly Audience[] = ['requester', 'triage', 'agent', 'approver'];

/** What a card needs besides the view. */
export interface CardContext {
  readonly directory: Directory;
  /** UTC instant, ISO 8601. */
  readonly now: string;
  /** Deep link into the tab: a record id (`INC0000123`, `ART0000001`) or a page (`queue`, `my`, `new`). */
  readonly link: (target: string) => string;
  /**
   * Teams user ids (`29:…`) for whom a shared card asks for their own view by itself, at most 60. Only for cards that stand
   * in a group chat or channel; absent in personal chats.
   */
  readonly viewerIds?: readonly string[] | undefined;
  /** The list that the record was opened from. */
  readonly backTo?: 'card.showMine' | 'card.showQueue' | 'card.showApprovals' | undefined;
  /** For shared cards, which have no single reader. Default: the organization's language and UTC. */
  readonly language?: Language | undefined;
  readonly zone?: string | undefined;
}

/** A short, visible word on top of a card: why something was refused, or what was done. */
export interface Notice {
  readonly tone: 'warning' | 'good';
  readonly text: string;
}
