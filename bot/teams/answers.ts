import type { TurnContext } from 'botbuilder';
import { followCard, type PostedCard } from '../../shared/app';
import type { ChatAnswer, CardOf } from '../chat';
import type { BotDeps } from './deps';
import { scopeOf } from './places';
import { activityOf } from './sender';

/** Where the card of a turn stands. */
export function postedIn(context: TurnContext, cardOf: CardOf, activityId: string, personId: string, at: string): PostedCard {
  const { conversation, serviceUrl } = context.activity;
  const kind = scopeOf(context.activity);
  return {
    ...cardOf, kind, serviceUrl, activityId, at,
    conversationId: conversation.id,
    ...(kind === 'personal' && { personId }),
  };
}

/** Sends what the chat answers, in order; each card of a record is remembered where it stands. */
export async function sendAnswers(deps: BotDeps, context: TurnContext, answers: ChatAnswer, personId: string): Promise<void> {
  for (const { text, card, cardOf } of answers) {
    // Two messages, because Teams shows a card beside its text only in some clients.
    if (text !== undefined) await context.sendActivity(activityOf({ text }));
    if (!card) continue;
    const sent = await context.sendActivity(activityOf({ card, summary: card.fallbackText }));
    if (!cardOf || !sent?.id) continue;
    const posted = postedIn(context, cardOf, sent.id, personId, deps.app.clock.now().toISOString());
    deps.later(context, 'follow card', () => followCard(deps, posted));
  }
}
