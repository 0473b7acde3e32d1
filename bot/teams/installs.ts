import type { TurnContext } from 'botbuilder';
import { translator } from '../../shared/strings';
import { answerMessage } from '../chat';
import { sendAnswers } from './answers';
import type { BotDeps } from './deps';
import { actorFrom } from './identity';
import { scopeOf, type Places } from './places';
import { activityOf } from './sender';
import { turnKey } from './turn-memory';

/**
 * The app was installed for a person, a chat or a team, or removed there. Only this event greets: `conversationUpdate` comes
 * with it, and two greetings are one too many.
 */
export async function onInstallation(deps: BotDeps, places: Places, context: TurnContext): Promise<void> {
  const { activity } = context;
  const scope = scopeOf(activity);
  const actor = await actorFrom(deps, activity, 'chat');
  if (activity.action === 'remove' || activity.action === 'remove-upgrade') {
    return places.forget(context, scope === 'personal' ? actor.id : undefined);
  }
  places.note(context, actor.id, true);
  if (activity.action !== 'add') return;
  if (scope === 'channel') {
    await context.sendActivity(activityOf({ text: translator(actor.language)('bot.welcome.channel') }));
    return;
  }
  const answers = await answerMessage(deps.chat, { text: 'help', actor, scope, files: [], locale: activity.locale, key: turnKey(activity) });
  await sendAnswers(deps, context, answers, actor.id);
}

/** Members came or went. Nothing to say, but a person or channel may be reachable from now on. */
export async function onConversationUpdate(deps: BotDeps, places: Places, context: TurnContext): Promise<void> {
  const { activity } = context;
  if (scopeOf(activity) !== 'personal') return places.note(context);
  const isPerson = activity.from.aadObjectId !== undefined && activity.from.id !== activity.recipient.id;
  if (isPerson) places.note(context, (await actorFrom(deps, activity, 'chat')).id);
}
