import type { TurnContext } from 'botbuilder';
import { openDialog, submitDialog, type DialogAnswer, type Press } from '../chat';
import type { BotDeps } from './deps';
import { actorFrom } from './identity';
import { scopeOf, type Places } from './places';
import { answerInvoke } from './presses';
import { ADAPTIVE_CARD } from './sender';
import { turnKey } from './turn-memory';

function bodyOf(answer: DialogAnswer): object {
  if ('message' in answer) return { task: { type: 'message', value: answer.message } };
  const { title, card } = answer;
  return { task: { type: 'continue', value: { title, height: 'large', width: 'medium', card: { contentType: ADAPTIVE_CARD, content: card } } } };
}

async function answerDialog(deps: BotDeps, places: Places, context: TurnContext, answer: (press: Omit<Press, 'verb'>) => Promise<DialogAnswer>): Promise<void> {
  const { activity } = context;
  const actor = await actorFrom(deps, activity, 'card');
  places.note(context, actor.id);
  const data = (activity.value as { readonly data?: unknown } | undefined)?.data;
  await answerInvoke(context, bodyOf(await answer({ data, actor, locale: activity.locale, scope: scopeOf(activity), key: turnKey(activity) })));
}

/** A button of a card asks for a dialog (`task/fetch`). */
export const onDialogOpened = (deps: BotDeps, places: Places, context: TurnContext): Promise<void> =>
  answerDialog(deps, places, context, (press) => openDialog(deps.chat, press));

/** A dialog comes back filled in (`task/submit`). The cards of the record follow by the relay, as after every change. */
export const onDialogSent = (deps: BotDeps, places: Places, context: TurnContext): Promise<void> =>
  answerDialog(deps, places, context, (press) => submitDialog(deps.chat, press));
