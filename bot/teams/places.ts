import type { Activity, TurnContext } from 'botbuilder';
import type { Conversation } from '../../shared/app';
import type { BotDeps } from './deps';
import { tenantOf } from './incoming';

export type Scope = Conversation['kind'];

/** Playground and Teams name the kind of a conversation; other channels are personal unless they say group. */
export function scopeOf(activity: Activity): Scope {
  const kind = activity.conversation.conversationType;
  if (kind === 'channel' || kind === 'groupChat') return kind;
  return activity.conversation.isGroup ? 'groupChat' : 'personal';
}

/** The conversation an activity came from; a channel without its thread. */
export function placeOf(activity: Activity): Conversation {
  const kind = scopeOf(activity);
  const tenantId = tenantOf(activity);
  const data = activity.channelData as { channel?: { name?: string }; team?: { name?: string } } | undefined;
  const name = kind === 'personal' ? undefined : [data?.team?.name, data?.channel?.name ?? activity.conversation.name].filter(Boolean).join(' › ');
  return {
    id: activity.conversation.id.split(';messageid=')[0] as string,
    serviceUrl: activity.serviceUrl,
    kind,
    botId: activity.recipient.id,
    ...(kind === 'personal' && { userId: activity.from.id }),
    ...(tenantId && { tenantId }),
    ...(name && { name }),
  };
}

const REMEMBERED = 20_000;
/** Another instance, or the relay, may have removed a row since. */
const TRUST_MS = 5 * 60_000;

/**
 * Remembers where people and channels are reached. What this process has stored already costs nothing, so that a turn makes
 * no storage call for it.
 */
export function createPlaces({ app, conversations, deliveries, later }: Pick<BotDeps, 'app' | 'conversations' | 'deliveries' | 'later'>) {
  const known = new Map<string, { readonly value: string; readonly until: number }>();

  function isNews(key: string, conversation: object): boolean {
    const value = JSON.stringify(conversation);
    const now = app.clock.now().getTime();
    const before = known.get(key);
    if (before?.value === value && before.until > now) return false;
    known.set(key, { value, until: now + TRUST_MS });
    const oldest = known.keys().next().value;
    if (known.size > REMEMBERED && oldest !== undefined) known.delete(oldest);
    return true;
  }

  return {
    /** Notes the conversation of an activity, and its sender when it is their personal chat. `isFresh`: nothing is taken for known. */
    note(context: TurnContext, personId?: string, isFresh = false): void {
      const place = placeOf(context.activity);
      if (isFresh) known.delete(personId ?? place.id);
      const { serviceUrl, botId, tenantId } = place;
      const service = { serviceUrl, botId, ...(tenantId && { tenantId }) };
      if (isNews('@service', service)) later(context, 'keep service', () => conversations.keepService(service));
      if (place.kind !== 'personal') {
        // The name comes with few activities only; what is known must not be overwritten by nothing.
        if (place.name && isNews(place.id, place)) later(context, 'keep conversation', () => conversations.keepShared(place));
        return;
      }
      if (!personId || !isNews(personId, place)) return;
      later(context, 'keep person', async () => {
        await conversations.keepPersonal(personId, place);
        await deliveries.wake(personId);
      });
    },
    /** The bot was removed there. */
    forget(context: TurnContext, personId?: string): void {
      const place = placeOf(context.activity);
      known.delete(personId ?? place.id);
      later(context, 'forget place', () => (personId ? conversations.forgetPersonal(personId) : conversations.forgetShared(place.id)));
    },
  };
}

export type Places = ReturnType<typeof createPlaces>;
