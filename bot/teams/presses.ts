import type { TurnContext } from 'botbuilder';
import { hasMovedOn, isSucceeded, type PostedCard } from '../../shared/app';
import { pressCard, type CardAnswer } from '../chat';
import { answered } from './turn';
import { postedIn } from './answers';
import type { BotDeps } from './deps';
import { actorFrom } from './identity';
import { scopeOf, type Places } from './places';
import { ADAPTIVE_CARD } from './sender';
import { turnKey } from './turn-memory';

const MESSAGE = 'application/vnd.microsoft.activity.message';
const ERROR = 'application/vnd.microsoft.error';

/** As long as an answer may be on its way to whoever pressed. */
const ANSWER_MS = 2_000;

interface ExecuteValue {
  readonly action?: { readonly type?: unknown; readonly verb?: unknown; readonly data?: unknown };
  readonly trigger?: unknown;
}

/** Answers an invoke within its turn. Sent by ourselves: the SDK's own way keeps the mode of one answer for all later ones. */
export async function answerInvoke(context: TurnContext, body: object, status = 200): Promise<void> {
  await context.sendActivity({ type: 'invokeResponse', value: { status, body } });
}

/** What Teams shows to the person who pressed, and to nobody else. */
export const messageBody = (text: string): object => ({ statusCode: 200, type: MESSAGE, value: text });

function bodyOf(answer: CardAnswer): object {
  if (answer.card) return { statusCode: 200, type: ADAPTIVE_CARD, value: answer.card };
  return messageBody('message' in answer ? answer.message : '');
}

/** `Action.Execute` was pressed, or a card asks for this reader's own view. */
export async function onPress(deps: BotDeps, places: Places, context: TurnContext): Promise<void> {
  const { activity } = context;
  const { action, trigger } = (activity.value ?? {}) as ExecuteValue;
  if (typeof action?.verb !== 'string' || action.verb.length > 200) {
    const value = { code: 'BadRequest', message: 'An Action.Execute with a verb is expected.' };
    return answerInvoke(context, { statusCode: 400, type: ERROR, value });
  }
  const actor = await actorFrom(deps, activity, 'card');
  places.note(context, actor.id);
  const scope = scopeOf(activity);
  const answer = await pressCard(deps.chat, {
    verb: action.verb, data: action.data, actor, scope,
    locale: activity.locale,
    key: turnKey(activity),
    ...(scope !== 'personal' && { viewerIds: [activity.from.id] }),
  });
  await answerInvoke(context, bodyOf(answer));
  if (trigger !== 'automatic') settlePressed(deps, context, answer, actor.id);
}

/** Has its record moved on from what the answer shows, or does a newer card stand in the same chat, which leaves this one behind? */
async function isBeingChanged(deps: BotDeps, pressed: PostedCard, shownVersion: number): Promise<boolean> {
  if (await hasMovedOn(deps, pressed.recordId, shownVersion)) return true;
  return isSucceeded(pressed, await deps.conversations.cardsOf(pressed.recordId));
}

/**
 * The answer is shown to the presser only, and until their client forgets it. The message itself is changed afterwards: by
 * the relay when it shows a record from now on (a confirmed draft), else right here, where nobody but the presser reads it.
 */
function settlePressed(deps: BotDeps, context: TurnContext, { card, cardOf }: CardAnswer, personId: string): void {
  const { replyToId: activityId, conversation, serviceUrl } = context.activity;
  if (!activityId) return;
  if (cardOf) {
    // Only the presser sees it yet: what the message itself shows is not known.
    const posted = { ...postedIn(context, cardOf, activityId, personId, deps.app.clock.now().toISOString()), version: 0 };
    const refresh = deps.deliveries.refreshRows(cardOf.recordId, activityId.replace(/[^\w-]/g, '').slice(0, 64));
    deps.later(context, 'settle pressed card', async () => {
      await answered(context);
      await deps.conversations.rememberCard(posted, refresh);
      // The message may be changed before the answer comes to stand over it: then it is changed once more afterwards.
      if (await isBeingChanged(deps, posted, cardOf.version)) {
        await deps.deliveries.refresh(cardOf.recordId, { to: 'cards', isAnew: true, also: posted }, ANSWER_MS);
      }
    });
    return;
  }
  if (!card || scopeOf(context.activity) !== 'personal') return;
  deps.later(context, 'keep pressed card', async () => {
    await answered(context);
    await deps.conversations.forgetMessage(conversation.id, activityId);
    await deps.sender.update(serviceUrl, conversation.id, activityId, { card, summary: card.fallbackText });
  });
}
