import type { TurnContext } from 'botbuilder';
import { answerMessage } from '../chat';
import { sendAnswers } from './answers';
import { connectCommand } from './connect';
import type { BotDeps } from './deps';
import { receiveFiles } from './files';
import { actorFrom } from './identity';
import { scopeOf, type Places } from './places';
import { activityOf } from './sender';
import { writtenIn } from './text';
import { turnKey } from './turn-memory';

/** The record that a message is about: its channel thread, or the card that it quotes. No storage call for a fresh message. */
async function threadRecordOf({ conversations }: BotDeps, context: TurnContext, quotedId: string | undefined): Promise<string | undefined> {
  const { id, conversation } = context.activity;
  const root = conversation.id.split(';messageid=')[1];
  if (root && root !== id) return conversations.recordOfThread(conversation.id);
  return quotedId ? conversations.recordOfThread(conversation.id, quotedId) : undefined;
}

/** Somebody wrote to the bot. */
export async function onMessage(deps: BotDeps, places: Places, context: TurnContext): Promise<void> {
  const { activity } = context;
  const { text, quotedId } = writtenIn(activity);
  const actor = await actorFrom(deps, activity, 'chat');
  places.note(context, actor.id);
  const command = await connectCommand(deps, activity, text, actor);
  if (command) {
    await context.sendActivity(activityOf({ text: command }));
    return;
  }
  const { files, problems } = await receiveFiles(deps, activity, actor);
  if (problems.length > 0) await context.sendActivity(activityOf({ text: problems.join('\n') }));
  // A card that somebody inserted with the message extension arrives as a message without words.
  if (text === '' && files.length === 0) return;
  const threadRecordId = await threadRecordOf(deps, context, quotedId);
  const scope = scopeOf(activity);
  const answers = await answerMessage(deps.chat, {
    text, actor, scope, files, threadRecordId,
    locale: activity.locale,
    key: turnKey(activity),
    ...(scope !== 'personal' && { viewerIds: [activity.from.id] }),
  });
  await sendAnswers(deps, context, answers, actor.id);
}
