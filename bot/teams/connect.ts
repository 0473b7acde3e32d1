import type { Activity } from 'botbuilder';
import { hasRole, type Actor } from '../../shared/kernel';
import type { Group } from '../../shared/people';
import { refusalText, translator } from '../../shared/strings';
import type { BotDeps } from './deps';
import { placeOf, scopeOf } from './places';

const COMMAND = /^(connect|disconnect|verbinde|trenne)\s+(?:(?:group|gruppe)\s+)?["'„“]?(.{1,80}?)["'“”]?$/iu;

/**
 * `@Bellhop connect Network` in a channel: triage cards of that group are posted there from now on. Undefined when the text
 * is not such a command, so that "connect to the printer fails" stays a report.
 */
export async function connectCommand(deps: BotDeps, activity: Activity, text: string, actor: Actor): Promise<string | undefined> {
  const match = scopeOf(activity) === 'channel' ? COMMAND.exec(text) : undefined;
  if (!match?.[1] || !match[2]) return undefined;
  const t = translator(actor.language);
  const groups = [...deps.app.desk.directory.groups()].filter((group) => !group.retired);
  const group = groups.find((entry) => entry.name.toLowerCase() === match[2]?.toLowerCase());
  if (!group) {
    const mine = connectable(groups, actor).map((entry) => entry.name);
    const isCommand = mine.length > 0 && match[2].split(/\s+/).length <= 3;
    return isCommand ? t('bot.connect.unknownGroup', { name: match[2], groups: mine.join(', ') }) : undefined;
  }
  const isConnect = /^(connect|verbinde)$/i.test(match[1]);
  return change(deps, activity, group, actor, isConnect);
}

function connectable(groups: readonly Group[], actor: Actor): readonly Group[] {
  return groups.filter((group) => hasRole(actor, 'administrator') || actor.leadsGroupIds.includes(group.id));
}

async function change({ app, conversations }: BotDeps, activity: Activity, group: Group, actor: Actor, isConnect: boolean): Promise<string> {
  const t = translator(actor.language);
  const place = placeOf(activity);
  const channel = { conversationId: place.id, serviceUrl: place.serviceUrl, ...(place.name && { name: place.name }) };
  const performed = await app.perform({
    action: isConnect ? 'groups.connectChannel' : 'groups.disconnectChannel',
    id: group.id,
    version: group.version,
    input: isConnect ? { channel } : {},
    actor,
  });
  if (!('refused' in performed)) {
    if (isConnect) await conversations.keepShared(place);
    return t(isConnect ? 'bot.connect.done' : 'bot.connect.ended', { group: group.name });
  }
  const { code } = performed.refused;
  if (code === 'kernel.notAllowed') return t('bot.connect.notAllowed', { group: group.name });
  if (code === 'kernel.nothingChanged') return t(isConnect ? 'bot.connect.already' : 'bot.connect.notConnected', { group: group.name });
  return refusalText(performed.refused, actor.language, app.clock.now().toISOString());
}
