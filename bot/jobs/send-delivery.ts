import { followCard, type ClaimedDelivery, type Conversation, type DeliveryPlan, type Notice, type PostedCard, type StoredCard } from '../../shared/app';
import { systemActor, type RecordView } from '../../shared/kernel';
import type { GroupChannel, Person } from '../../shared/people';
import { cardsFor, type Audience } from '../cards';
import { SendError, type Outgoing, type Posted } from '../teams';
import { actorFor, openFor, openForAll, personalCard, sharedCard } from './card-views';
import type { ChannelPeople } from './channel-people';
import type { JobDeps } from './job';
import { noticeWords, type NoticeReader } from './notice-words';
import { refreshCards } from './refresh-cards';

/** Whether this reader's decision on it is awaited: tickets say so by what may be done, the others by the reader's own seats. */
function isAsked(view: RecordView): boolean {
  const { mySeats } = view as { readonly mySeats?: readonly unknown[] };
  return mySeats ? mySeats.length > 0 : view.can.includes(`${view.practice}.approve`);
}

type NewCard = Omit<PostedCard, 'conversationId' | 'activityId' | 'at'>;

/** Makes one delivery that is claimed, and ends it. Throws SendError when it has to be tried again, or cannot be made. */
export function createSendDelivery(deps: JobDeps, { viewersOf, mentionsIn }: ChannelPeople) {
  const { app, bot, conversations, deliveries } = deps;
  const { directory } = app.desk;

  const wordsFor = ({ delivery }: ClaimedDelivery, reader: NoticeReader): string => (delivery.notice ? noticeWords(delivery.notice, reader) : '');

  /**
   * The card is remembered before the delivery ends: after a crash in between it is posted once more, and the first one makes
   * room for it. `isSuccessor`: older cards in the same chat make room for this one.
   */
  async function finishPosted(claimed: ClaimedDelivery, posted: Posted, card: NewCard | undefined, isSuccessor = false): Promise<void> {
    if (card) await followCard(deps, { ...card, ...posted, at: app.clock.now().toISOString() });
    const { guarded, derived } = deliveries.refreshRows(claimed.delivery.recordId, posted.activityId.replace(/[^\w-]/g, '').slice(0, 64));
    const refresh = isSuccessor ? [...guarded.map(({ row, data }) => ({ kind: 'put' as const, row, data })), ...derived] : [];
    await deliveries.finish(claimed, 'sent', { activityId: posted.activityId }, refresh);
  }

  /** Somebody's chat, opened where they have not written yet. `isKnown`: it stood there already. Undefined: Teams does not let us. */
  async function chatWith(person: Person): Promise<{ readonly chat: Conversation; readonly isKnown: boolean } | undefined> {
    const known = await conversations.personal(person.id);
    const chat = known ?? (await openChat(person));
    return chat && { chat, isKnown: known !== undefined };
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
    const drawn = view && cardsFor(view);
    const isWordsOnly = view ? !drawn : notice?.namesNothing;
    if (person && actor && notice && isWordsOnly) return wordsTo(claimed, person, noticeWords(notice, actor));
    if (!person || !actor || !drawn) return deliveries.finish(claimed, 'skipped', { reason: 'notReadable' });
    if (notice?.what === 'decision.substitute' && !isAsked(view)) return deliveries.finish(claimed, 'skipped', { reason: 'movedOn' });
    const reached = await chatWith(person);
    if (!reached) return deliveries.wait(claimed, personId, 'notReachable');
    const { chat, isKnown } = reached;
    const words = wordsFor(claimed, actor);
    const cards = await conversations.cardsOf(recordId);
    const hasCard = cards.some(({ card }) => card.conversationId === chat.id);
    if (hasCard && notice?.isFirstOnly) return deliveries.finish(claimed, 'skipped', { reason: 'hasCard' });
    const audience = (notice?.card as Audience | undefined) ?? (hasCard ? undefined : drawn.audienceFor(view, actor));
    const tone = drawn.headline(notice?.what ?? '');
    const headline = tone && { tone, text: words };
    const message = audience ? { card: personalCard(deps, view, audience, actor, headline), summary: words } : { text: words };
    const posted = await postOrForget(chat, message, personId, isKnown);
    if (!posted) return deliveries.wait(claimed, personId, 'notReachable');
    const card = audience && { recordId, audience, kind: chat.kind, serviceUrl: chat.serviceUrl, personId, version: view.version };
    await finishPosted(claimed, posted, card || undefined, hasCard);
  }

  /** Words alone: about a record that has no card, or that name nothing of one that the person may not read. */
  async function wordsTo(claimed: ClaimedDelivery, person: Person, text: string): Promise<void> {
    const reached = await chatWith(person);
    const posted = reached && (await postOrForget(reached.chat, { text }, person.id, reached.isKnown));
    if (!posted) return deliveries.wait(claimed, person.id, 'notReachable');
    await finishPosted(claimed, posted, undefined);
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
    if (!view || !cardsFor(view)?.channelGroups(view).includes(groupId)) return deliveries.finish(claimed, 'skipped', { reason: 'movedOn' });
    if (!channel) return deliveries.divert(claimed, 'noChannel', cardForLeads(groupId, claimed));
    const place = await channelPlace(channel);
    const card = sharedCard(deps, view, 'triage', await viewersOf(channel.serviceUrl, channel.conversationId, view));
    try {
      const posted = await bot.sender.post(place, { card, summary: card.fallbackText });
      await finishPosted(claimed, posted, { recordId, audience: 'triage', kind: 'channel', serviceUrl: channel.serviceUrl, version: view.version });
    } catch (error) {
      await disconnectOrThrow(error, groupId);
      await deliveries.divert(claimed, (error as Error).message, cardForLeads(groupId, claimed));
    }
  }

  async function channelPlace({ conversationId, serviceUrl }: GroupChannel) {
    const known = (await conversations.shared(conversationId)) ?? (await conversations.service());
    return { ...known, id: conversationId, serviceUrl, kind: 'channel' as const, botId: known?.botId ?? '' };
  }

  /** Words in the channel of a group: below the triage card when it stands there. Of a confidential ticket only its number. */
  async function toChannelWords(claimed: ClaimedDelivery, groupId: string): Promise<void> {
    const { recordId, notice } = claimed.delivery;
    const view = await openForAll(app, recordId);
    const channel = directory.group(groupId)?.channel;
    if (!view) return deliveries.finish(claimed, 'skipped', { reason: 'notReadable' });
    if (!channel) return deliveries.divert(claimed, 'noChannel', insteadOfWords(groupId, claimed));
    const { serviceUrl, conversationId } = channel;
    const language = directory.settings().defaultLanguage ?? 'en';
    const text = wordsFor(claimed, { language, isDiscreet: view.isRestricted === true });
    const wanted = notice?.mentionIds ?? [];
    const found = await mentionsIn(serviceUrl, conversationId, wanted);
    const mentions = [...found.values()];
    // Who is not in the channel would never see it.
    const others = await deliveries.rowsFor(claimed, toPeople(wanted.filter((personId) => !found.has(personId)), notice));
    try {
      const thread = (await triageCardOf(recordId, conversationId))?.card;
      const posted = thread
        ? await bot.sender.reply(thread.serviceUrl, thread.conversationId, { text, mentions })
        : await bot.sender.post(await channelPlace(channel), { text, mentions });
      await deliveries.finish(claimed, 'sent', { activityId: posted.activityId }, others);
    } catch (error) {
      await disconnectOrThrow(error, groupId);
      await deliveries.divert(claimed, (error as Error).message, insteadOfWords(groupId, claimed));
    }
  }

  async function triageCardOf(recordId: string, channelId?: string): Promise<StoredCard | undefined> {
    const cards = await conversations.cardsOf(recordId);
    return cards.find(({ card }) => card.audience === 'triage' && card.kind === 'channel' && (!channelId || card.conversationId.startsWith(channelId)));
  }

  /** Those who would have been mentioned are told in their own chats, or else the leads. */
  function insteadOfWords(groupId: string, { delivery: { notice } }: ClaimedDelivery): readonly DeliveryPlan[] {
    return toPeople(notice?.mentionIds?.length ? notice.mentionIds : leadsOf(groupId), notice);
  }

  const toPeople = (personIds: readonly string[], notice: Notice | undefined): readonly DeliveryPlan[] =>
    personIds.map((personId) => ({ target: { to: 'person', personId }, ...(notice && { notice }) }));

  function leadsOf(groupId: string): readonly string[] {
    const group = directory.group(groupId);
    return (group?.leadIds?.length ? group.leadIds : (group?.memberIds ?? [])).slice(0, 10);
  }

  /** The triage card, in the chats of the leads. */
  const cardForLeads = (groupId: string, { delivery: { notice } }: ClaimedDelivery): readonly DeliveryPlan[] =>
    toPeople(leadsOf(groupId), notice && { ...notice, card: 'agent' });

  /** The channel, or the bot's place in it, is no more: the group's leads are told from now on. */
  async function disconnectOrThrow(error: unknown, groupId: string): Promise<void> {
    if (!(error instanceof SendError) || error.problem !== 'gone') throw error;
    const group = directory.group(groupId);
    if (group?.channel) await conversations.forgetShared(group.channel.conversationId);
    await app.perform({ action: 'groups.disconnectChannel', id: groupId, version: group?.version, input: {}, actor: systemActor('job') });
  }

  /** Below the triage card, for everybody in the channel: so never about a ticket that not everybody may know. */
  async function toThread(claimed: ClaimedDelivery): Promise<void> {
    const { recordId } = claimed.delivery;
    const view = await openForAll(app, recordId);
    const triage = await triageCardOf(recordId);
    if (!view || view.isRestricted || !triage) return deliveries.finish(claimed, 'skipped', { reason: 'noThread' });
    const language = directory.settings().defaultLanguage ?? 'en';
    const { serviceUrl, conversationId } = triage.card;
    const posted = await bot.sender.reply(serviceUrl, conversationId, { text: wordsFor(claimed, { language }) });
    await finishPosted(claimed, posted, undefined);
  }

  return async function sendDelivery(claimed: ClaimedDelivery): Promise<void> {
    const { target, recordId } = claimed.delivery;
    if (target.to === 'person') return toPerson(claimed, target.personId);
    if (target.to === 'channel') return toChannel(claimed, target.groupId);
    if (target.to === 'words') return toChannelWords(claimed, target.groupId);
    if (target.to === 'thread') return toThread(claimed);
    // Told by a relay of its own.
    if (target.to === 'webhook') return;
    if (target.also) await conversations.rememberCard(target.also);
    await refreshCards(deps, viewersOf, recordId, target.isAnew);
    await deliveries.finish(claimed, 'sent');
  };
}
