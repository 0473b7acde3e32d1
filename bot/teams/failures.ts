import type { TurnContext } from 'botbuilder';
import { AppError } from '../../shared/kernel';
import { hasText, pickLanguage, translator } from '../../shared/strings';
import type { BotDeps } from './deps';
import { answerInvoke, messageBody } from './presses';
import { activityOf } from './sender';
import { originOf } from './turn';

/** What a failed turn tells the person, and the log. A bug gets a number that leads from one to the other. */
function explain({ app }: BotDeps, context: TurnContext, error: unknown): string {
  const { activity } = context;
  const { log, correlationId } = originOf(context);
  const person = app.desk.directory.personByObjectId(activity.from.aadObjectId ?? '');
  const t = translator(person?.language ?? pickLanguage(activity.locale));
  const where = { activityId: activity.id, type: activity.type, name: activity.name };
  if (error instanceof AppError && error.kind !== 'bug' && hasText(`error.${error.code}`)) {
    log.warn({ err: error, ...where }, 'turn refused');
    return t(`error.${error.code}`);
  }
  log.error({ err: error, ...where }, 'turn failed');
  // As much of it as people type without mistakes; it leads to the lines in the log all the same.
  return t('error.bug', { correlationId: correlationId.slice(0, 8) });
}

/**
 * A turn that fails is answered, never run again: what it has stored is stored. The connector hears that all is well, or it
 * would deliver the activity once more.
 */
export async function answerFailure(deps: BotDeps, context: TurnContext, error: unknown): Promise<void> {
  const text = explain(deps, context, error);
  const { type, name } = context.activity;
  try {
    if (type === 'message') await context.sendActivity(activityOf({ text }));
    else if (type === 'invoke') await answerInvoke(context, invokeBody(name, text));
  } catch (sendError) {
    originOf(context).log.error({ err: sendError }, 'the failure could not be told either');
  }
}

function invokeBody(name: string | undefined, text: string): object {
  if (name === 'task/fetch' || name === 'task/submit') return { task: { type: 'message', value: text } };
  if (name === 'composeExtension/submitAction' || name === 'composeExtension/fetchTask') return { task: { type: 'message', value: text } };
  if (name?.startsWith('composeExtension/')) return { composeExtension: { type: 'message', text } };
  return messageBody(text);
}
