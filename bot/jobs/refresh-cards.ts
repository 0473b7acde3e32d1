import { isNewer, isSucceeded, type StoredCard } from '../../shared/app';
import type { RecordView } from '../../shared/kernel';
import { titleOf, type Audience, type CardJson } from '../cards';
import { SendError } from '../teams';
import { actorFor, openFor, openForAll, personalCard, sharedCard } from './card-views';
import type { ChannelViewers } from './channel-people';
import type { JobDeps } from './job';
import { leftBehindCard } from './left-behind-card';

const TRIES = 3;

/**
 * Brings every posted card of a record up to date in place. Cards that show this version already are left alone, unless they
 * are to be drawn anew. In a chat one card follows the ticket, the newest: the ones above it say so and are left behind.
 */
export async function refreshCards(deps: JobDeps, viewersOf: ChannelViewers, recordId: string, isAnew = false): Promise<void> {
  const { app, conversations } = deps;
  const current = await openForAll(app, recordId);
  if (!current) return;
  const cards = [...(await conversations.cardsOf(recordId))].sort((left, right) => (isNewer(left.card, right.card) ? -1 : 1));
  // The newest first: when its message turns out to be gone, nothing succeeds the one above it.
  const standing = new Set(cards);
  for (const stored of cards) {
    if (isSucceeded(stored.card, [...standing])) await leaveBehind(deps, stored);
    else if (isAnew || stored.card.version < current.version) {
      if (!(await refresh(deps, viewersOf, stored))) standing.delete(stored);
    }
  }
}

async function leaveBehind({ app, bot, conversations }: JobDeps, first: StoredCard): Promise<void> {
  const { recordId, personId, serviceUrl, conversationId, activityId } = first.card;
  const person = app.desk.directory.person(personId);
  const view = person && (await openFor(app, recordId, actorFor(app, person)));
  const card = leftBehindCard(recordId, view && titleOf(view), person?.language ?? 'en');
  let stored: StoredCard | undefined = first;
  for (let tries = 0; stored && tries < TRIES; tries += 1) {
    try {
      await bot.sender.update(serviceUrl, conversationId, activityId, { card, summary: card.fallbackText });
    } catch (error) {
      if (!isFinal(error)) throw error;
    }
    // Another instance has drawn it meanwhile, maybe over ours.
    if (await conversations.forgetCard(stored)) return;
    stored = (await conversations.cardsOf(recordId)).find((entry) => entry.row === first.row);
  }
}

/** The message is gone, or cannot be changed: there is nothing to follow the record any more. */
const isFinal = (error: unknown): boolean => error instanceof SendError && (error.problem === 'gone' || error.problem === 'refused');

/** False when its message is gone. */
async function refresh(deps: JobDeps, viewersOf: ChannelViewers, first: StoredCard): Promise<boolean> {
  const { bot, conversations } = deps;
  const { recordId, serviceUrl, conversationId, activityId } = first.card;
  let stored: StoredCard | undefined = first;
  for (let tries = 0; stored && tries < TRIES; tries += 1) {
    const drawn = await draw(deps, viewersOf, stored);
    if (!drawn) return true;
    try {
      await bot.sender.update(serviceUrl, conversationId, activityId, { card: drawn.card, summary: drawn.card.fallbackText });
    } catch (error) {
      if (!isFinal(error)) throw error;
      await conversations.forgetCard(stored);
      return false;
    }
    // Noted after it was shown. When another instance has noted something since, its card may have been overtaken by ours:
    // draw it once more, from what is there now.
    if (await conversations.noteVersion(stored, drawn.version)) return true;
    const cards = await conversations.cardsOf(recordId);
    stored = cards.find((entry) => entry.row === first.row);
    if (!stored && isSucceeded(first.card, cards)) await leaveBehind(deps, first);
  }
  return true;
}

/** The card as it should look now. Whoever may not read the record any more sees its number and state, and nothing else. */
async function draw(deps: JobDeps, viewersOf: ChannelViewers, { card }: StoredCard): Promise<{ card: CardJson; version: number } | undefined> {
  const { app } = deps;
  const audience = card.audience as Audience;
  const person = app.desk.directory.person(card.personId);
  const actor = person && actorFor(app, person);
  const own = actor && (await openFor(app, card.recordId, actor));
  if (actor && own) return { card: personalCard(deps, own, audience, actor), version: own.version };
  const view = await openForAll(app, card.recordId);
  if (!view) return undefined;
  if (card.personId) return { card: sharedCard(deps, view, 'requester', []), version: view.version };
  return { card: sharedCard(deps, view, audience, await viewers(viewersOf, card, view)), version: view.version };
}

function viewers(viewersOf: ChannelViewers, card: StoredCard['card'], view: RecordView): Promise<readonly string[]> {
  return card.kind === 'channel' ? viewersOf(card.serviceUrl, card.conversationId, view) : Promise.resolve([]);
}
