import { cardWrites, type ClaimedDelivery, type Conversation, type DeliveryPlan, type PostedCard } from '../../shared/app';
import { systemActor, type Language } from '../../shared/kernel';
import type { Person } from '../../shared/people';
import { translator } from '../../shared/strings';
import type { Audience } from '../cards';
import { audienceFor } from '../cards/tickets/ticket-card';
import { SendError, type Outgoing, type Posted } from '../teams';
import { actorFor, openFor, openForAll, personalCard, sharedCard } from './card-views';
import type { ChannelViewers } from './channel-viewers';
import type { JobDeps } from './job';
import { refreshCards } from './refresh-cards';

type NewCard = Omit<PostedCard, 'conversationId' | 'activityId' | 'at'>;

/** Cards that say by themselves why they come: with the question, the resolution, the decision that is asked for. */
const SAID_BY_CARD = ['question', 'resolved', 'returned', 'approval'];

/** Makes one delivery that is claimed, and ends it. Throws SendError when it has to be tried again, or cannot be made. */
export function createSendDelivery(deps: JobDeps, viewersOf: ChannelViewers) {
  const { app, bot, conversations, deliveries } = deps;
  const { directory } = app.desk;

  const wordsOf = ({ delivery }: ClaimedDelivery, language: Language): string =>
    delivery.notice ? translator(language)(`notice.${delivery.notice.what}`, delivery.notice.params) : '';

  /**
   * The place is remembered in the same write that ends the delivery: after a crash in between it is sent once more.
   * `isSuccessor`: older cards in the same chat make room for this one.
   */
  async function finishPosted(claimed: ClaimedDelivery, posted: Posted, card: NewCard | undefined, isSuccessor = false): Promise<void> {
    const at = app.clock.now().toISOString();
    const rows = card ? cardWrites({ ...card, ...posted, at }) : [];
    const { guarded, derived } = deliveries.refreshRows(claimed.delivery.recordId, posted.activityId.replace(/[^\w-]/g, '').slice(0, 64));
    const refresh = isSuccessor ? [...guarded.map(({ row, data }) => ({ kind: 'put' as const, row, data })), ...derived] : [];
    await deliveries.finish(claimed, 'sent', { activityId: posted.activityId }, [...rows, ...refresh]);
  }

  /** Opens a chat with somebody who has not written yet, when Teams lets us. */
  async function openChat(person: Person): Promise<Conversation | undefined> {
    const service = await conversations.service();
    if (!service || !person.aadObjectId) return undefined;
    try {
      const opened = await bot.sender.openPersonal(service, person.aadObjectId);
      await conversations.keepPersonal(person.id, opened);
      return opened;
    } catch (error) {
      // Not installed for this person: they will hear of it when they first write.
      if (error instanceof SendError && error.problem === 'gone') return undefined;
      throw error;
    }
  }

  async function toPerson(claimed: ClaimedDelivery, personId: string): Promise<void> {
    const { recordId, notice } = claimed.delivery;
    const person = directory.person(personId);
    const actor = person && actorFor(app, person);
    const view = actor && (await openFor(app, recordId, actor));
    if (!person || !actor || !view) return deliveries.finish(claimed, 'skipped', { reason: 'notReadable' });
    const known = await conversations.personal(personId);
    const chat = known ?? (await openChat(person));
    if (!chat) return deliveries.wait(claimed, personId, 'notReachable');
    const words = wordsOf(claimed, actor.language);
    const cards = await conversations.cardsOf(recordId);
    const hasCard = cards.some(({ card }) => card.conversationId === chat.id);
    const audience = (notice?.card as Audience | undefined) ?? (hasCard ? undefined : audienceFor(view, actor));
    const headline = notice && SAID_BY_CARD.includes(notice.what) ? undefined : { tone: 'good' as const, text: words };
    const message = audience ? { card: personalCard(deps, view, audience, actor, headline), summary: words } : { text: words };
    const posted = await postOrForget(chat, message, personId, known !== undefined);
    if (!posted) return deliveries.wait(claimed, personId, 'notReachable');
    const card = audience && { recordId, audience, kind: chat.kind, serviceUrl: chat.serviceUrl, personId, version: view.version };
    await finishPosted(claimed, posted, card || undefined, hasCard);
  }

  /** A chat that is gone is forgotten. Undefined when it was only just opened: the person is not there yet, and may come. */
  async function postOrForget(chat: Conversation, message: Outgoing, personId: string, wasKnown: boolean): Promise<Posted | undefined> {
    try {
      return await bot.sender.post(chat, message);
    } catch (error) {
      if (!(error instanceof SendError) || error.problem !== 'gone') throw error;
      await conversations.forgetPersonal(personId);
      if (wasKnown) throw error;
      return undefined;
    }
  }

  async function toChannel(claimed: ClaimedDelivery, groupId: string): Promise<void> {
    const { recordId } = claimed.delivery;
    const view = await openForAll(app, recordId);
    const channel = directory.group(groupId)?.channel;
    if (!view || view.groupId !== groupId) return deliveries.finish(claimed, 'skipped', { reason: 'movedOn' });
    if (!channel) return deliveries.divert(claimed, 'noChannel', leadsOf(groupId, claimed));
    const known = (await conversations.shared(channel.conversationId)) ?? (await conversations.service());
    const place = { ...known, id: channel.conversationId, serviceUrl: channel.serviceUrl, kind: 'channel' as const, botId: known?.botId ?? '' };
    const card = sharedCard(deps, view, 'triage', await viewersOf(channel.serviceUrl, channel.conversationId, groupId));
    try {
      const posted = await bot.sender.post(place, { card, summary: card.fallbackText });
      await finishPosted(claimed, posted, { recordId, audience: 'triage', kind: 'channel', serviceUrl: channel.serviceUrl, version: view.version });
    } catch (error) {
      if (!(error instanceof SendError) || error.problem !== 'gone') throw error;
      await disconnect(groupId);
      await deliveries.divert(claimed, error.message, leadsOf(groupId, claimed));
    }
  }

  function leadsOf(groupId: string, { delivery: { notice } }: ClaimedDelivery): readonly DeliveryPlan[] {
    const group = directory.group(groupId);
    const people = group?.leadIds?.length ? group.leadIds : (group?.memberIds ?? []);
    return people.slice(0, 10).map((personId) => ({ target: { to: 'person', personId }, ...(notice && { notice: { ...notice, card: 'agent' } }) }));
  }

  /** The channel, or the bot's place in it, is no more: the group's leads are told from now on. */
  async function disconnect(groupId: string): Promise<void> {
    const group = directory.group(groupId);
    if (group?.channel) await conversations.forgetShared(group.channel.conversationId);
    await app.perform({ action: 'groups.disconnectChannel', id: groupId, version: group?.version, input: {}, actor: systemActor('job') });
  }

  /** Below the triage card, for everybody in the channel: so never about a ticket that not everybody may know. */
  async function toThread(claimed: ClaimedDelivery): Promise<void> {
    const { recordId } = claimed.delivery;
    const view = await openForAll(app, recordId);
    const triage = (await conversations.cardsOf(recordId)).find(({ card }) => card.audience === 'triage' && card.kind === 'channel');
    if (!view || view.isRestricted || !triage) return deliveries.finish(claimed, 'skipped', { reason: 'noThread' });
    const language = directory.settings().defaultLanguage ?? 'en';
    const { serviceUrl, conversationId } = triage.card;
    const posted = await bot.sender.reply(serviceUrl, conversationId, { text: wordsOf(claimed, language) });
    await finishPosted(claimed, posted, undefined);
  }

  return async function sendDelivery(claimed: ClaimedDelivery): Promise<void> {
    const { target, recordId } = claimed.delivery;
    if (target.to === 'person') return toPerson(claimed, target.personId);
    if (target.to === 'channel') return toChannel(claimed, target.groupId);
    if (target.to === 'thread') return toThread(claimed);
    await refreshCards(deps, viewersOf, recordId);
    await deliveries.finish(claimed, 'sent');
  };
}
