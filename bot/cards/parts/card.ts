import type { CardJson } from '../types';
import type { CardAction } from './actions';
import { plainText, type Element } from './elements';
import { bytesOf, cutText, oneLine } from './plain-text';

/** Teams takes 28 KB for a message with a card; the rest is for what surrounds the card. */
export const MAX_CARD_BYTES = 25_000;
/** More than 60 people cannot have a view of their own (Teams, user-specific views). */
export const MAX_VIEWERS = 60;

export interface CardParts {
  /** Read out, and shown where cards cannot be drawn. */
  readonly fallbackText: string;
  readonly body: readonly (Element | undefined)[];
  readonly actions?: readonly (CardAction | undefined)[];
  readonly refresh?: { readonly action: CardAction; readonly viewerIds: readonly string[] | undefined };
  /** Said when the card was too large and lost its end. */
  readonly moreText: string;
}

const present = <T>(entries: readonly (T | undefined)[] | undefined): T[] => (entries ?? []).filter((entry): entry is T => entry !== undefined);

/** Puts a card together, below the size that Teams takes: parts have their own limits, and as a last resort the end is left out. */
export function createCard(parts: CardParts): CardJson {
  const actions = present(parts.actions);
  const { refresh } = parts;
  const viewerIds = refresh?.viewerIds?.slice(0, MAX_VIEWERS);
  const frame = {
    type: 'AdaptiveCard' as const,
    version: '1.5' as const,
    fallbackText: cutText(oneLine(parts.fallbackText), 300),
    ...(actions.length > 0 && { actions }),
    ...(refresh && { refresh: { action: refresh.action, ...(viewerIds && { userIds: viewerIds }) } }),
  };
  const body = present(parts.body);
  if (bytesOf({ ...frame, body }) <= MAX_CARD_BYTES) return { ...frame, body };
  const more = plainText(parts.moreText, { isSubtle: true });
  while (body.length > 1 && bytesOf({ ...frame, body: [...body, more] }) > MAX_CARD_BYTES) body.pop();
  return { ...frame, body: [...body, more] };
}
