import type { StoredCard } from '../../shared/app';
import type { TicketView } from '../../shared/tickets';
import type { Audience, CardJson } from '../cards';
import { SendError } from '../teams';
import { actorFor, openFor, openForAll, personalCard, sharedCard } from './card-views';
import type { ChannelViewers } from './channel-viewers';
import type { JobDeps } from './job';

const TRIES = 3;

/** Brings every posted card of a record up to date in place. Cards that show this version already are left alone. */
export async function refreshCards(deps: JobDeps, viewersOf: ChannelViewers, recordId: string): Promise<void> {
  const { app, conversations } = deps;
  const current = await openForAll(app, recordId);
  if (!current) return;
  for (const stored of await conversations.cardsOf(recordId)) {
    if (stored.card.version < current.version) await refresh(deps, viewersOf, stored);
  }
}

async function refresh(deps: JobDeps, viewersOf: ChannelViewers, first: StoredCard): Promise<void> {
  const { bot, conversations } = deps;
  const { recordId, serviceUrl, conversationId, activityId } = first.card;
  let stored: StoredCard | undefined = first;
  for (let tries = 0; stored && tries < TRIES; tries += 1) {
    const drawn = await draw(deps, viewersOf, stored);
    if (!drawn) return;
    try {
      await bot.sender.update(serviceUrl, conversationId, activityId, { card: drawn.card, summary: drawn.card.fallbackText });
    } catch (error) {
      const isGone = error instanceof SendError && (error.problem === 'gone' || error.problem === 'refused');
      if (!isGone) throw error;
      return conversations.forgetCard(stored);
    }
    // Noted after it was shown. When another instance has noted something since, its card may have been overtaken by ours:
    // draw it once more, from what is there now.
    if (await conversations.noteVersion(stored, drawn.version)) return;
    stored = (await conversations.cardsOf(recordId)).find((entry) => entry.row === first.row);
  }
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

function viewers(viewersOf: ChannelViewers, card: StoredCard['card'], view: TicketView): Promise<readonly string[]> {
  return card.kind === 'channel' ? viewersOf(card.serviceUrl, card.conversationId, view.groupId) : Promise.resolve([]);
}
