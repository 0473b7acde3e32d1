import { Application } from '@microsoft/teams-ai';
import type { TurnContext } from 'botbuilder';
import type { BotDeps } from './deps';
import { onDialogOpened, onDialogSent } from './dialogs';
import { addExtension } from './extension/routes';
import { onConversationUpdate, onInstallation } from './installs';
import { onMessage } from './messages';
import type { Places } from './places';
import { onPress } from './presses';

const isInvoke = (name: string) => async (context: TurnContext): Promise<boolean> => context.activity.type === 'invoke' && context.activity.name === name;

/**
 * teams-ai as the router of activities, and as nothing else: no turn state (its last writer wins), no typing timer (one for
 * all turns of the process, and on whatever the options say), no card answers of its own (their mode sticks).
 */
export function createRouter(deps: BotDeps, places: Places): Application {
  const router = new Application({ adapter: deps.adapter, removeRecipientMention: true });
  router.startTypingTimer = () => undefined;
  router.addRoute(isInvoke('adaptiveCard/action'), (context) => onPress(deps, places, context), true);
  router.addRoute(isInvoke('task/fetch'), (context) => onDialogOpened(deps, places, context), true);
  router.addRoute(isInvoke('task/submit'), (context) => onDialogSent(deps, places, context), true);
  addExtension(router, deps);
  router.activity('message', (context) => onMessage(deps, places, context));
  router.activity('installationUpdate', (context) => onInstallation(deps, places, context));
  router.activity('conversationUpdate', (context) => onConversationUpdate(deps, places, context));
  return router;
}
