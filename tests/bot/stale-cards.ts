import { AUDIENCES, renderRecordCard, type Audience } from '../../bot/cards';
import { linksFor } from '../../bot/teams/links';
import type { PostedCard } from '../../shared/app';
import { actorIn } from '../../shared/catalog';
import { isRefused, openSteps, seatsFor, systemActor, type RecordView } from '../../shared/kernel';
import type { BotMessage, Json } from '../_support/fake-connector';
import { buttonsOn, pressable, userIdOf } from '../_support/teams-client';
import { readStored } from '../_support/vote-checks';
import { STORM_PEOPLE, type CardStormDesk, type StormPerson } from './card-storm-desk';

const VOTE = /^changes\.(approve|reject|returnForInfo)$/;

/** What a button does, also one that opens a form or a dialog first. */
export const actionOf = ({ verb, data }: Json): string => (verb === undefined || verb === 'card.showForm' ? (data?.card?.action ?? '') : verb);

/** Versions of a record that the buttons of a card carry. */
export const versionsOn = (card: Json, id: string): readonly number[] =>
  pressable(card).flatMap(({ action: { data } }) => (data?.id === id && typeof data.version === 'number' ? [data.version as number] : []));

/** The record that a card is about; it may name others. */
export const recordOn = (card: Json): string | undefined => /CHG\d+/.exec(card?.fallbackText ?? '')?.[0];

const votes = (card: Json, id: string): boolean => pressable(card).some(({ action }) => action.data?.id === id && VOTE.test(actionOf(action)));

const isNotice = (element: Json): boolean => element?.type === 'Container' && element.bleed === true && element.style !== 'emphasis' && element.items?.length === 1 && element.items[0]?.type === 'RichTextBlock';

/** The card as it says how the record stands: without what was on top of it for its reader, and for whom Teams refreshes it. */
function standing({ refresh: _refresh, ...card }: Json, hasNotice: boolean): string {
  return JSON.stringify({ ...card, body: hasNotice ? card.body.slice(1) : card.body });
}

const looksLike = (shown: Json, wanted: Json): boolean =>
  standing(shown, false) === standing(wanted, false) || (isNotice(shown.body?.[0]) && standing(shown, true) === standing(wanted, false));

/** Where two cards differ first, for whoever looks into it. */
function firstDifference(shown: Json, wanted: Json): string {
  const [left, right] = [standing(shown, isNotice(shown.body?.[0]) && !isNotice(wanted.body?.[0])), standing(wanted, false)];
  let at = 0;
  while (at < left.length && left[at] === right[at]) at += 1;
  return `shows …${left.slice(Math.max(0, at - 80), at + 160)}… and not …${right.slice(Math.max(0, at - 80), at + 160)}…`;
}

/**
 * Every copy of a card that does not show how its record stands: compared with the card that would be drawn now, with the
 * words for times ("tomorrow") as of when it was drawn.
 */
export function createStaleCards({ desk, apps, cardsOf, messages }: CardStormDesk) {
  const [app] = apps;
  const link = linksFor(desk.server.config);
  const at = (): string => app.clock.now().toISOString();
  const personOf = (key: StormPerson) => desk.changes.people[key];

  async function viewFor(id: string, personId: string | undefined): Promise<{ view: RecordView; actor?: ReturnType<typeof actorIn> } | undefined> {
    const person = app.desk.directory.person(personId);
    const actor = person && actorIn(app.desk.directory, person, 'job', at());
    const opened = await app.open(id, actor ?? { ...systemActor('job'), language: 'en' });
    return isRefused(opened) ? undefined : { view: opened.record, ...(actor && { actor }) };
  }

  async function wanted(id: string, { personId, audience }: Pick<PostedCard, 'personId' | 'audience'>, drawnAt: number): Promise<Json> {
    const own = await viewFor(id, personId);
    const context = { directory: app.desk.directory, now: new Date(drawnAt).toISOString(), link, ...(!personId && { viewerIds: [] }) };
    if (own) return renderRecordCard(own.view, audience as Audience, own.actor, context);
    const shared = await viewFor(id, undefined);
    return shared && renderRecordCard(shared.view, 'requester', undefined, { ...context, viewerIds: [] });
  }

  /** A card that follows its record. */
  async function copyProblems(id: string, message: BotMessage, card: PostedCard): Promise<readonly string[]> {
    const now = await wanted(id, card, message.changedAt);
    return looksLike(message.card, now) ? [] : [`${message.conversationId} ${message.id} (${card.audience}) ${firstDifference(message.card, now)}`];
  }

  /** What single readers still see instead of the message. */
  async function viewProblems(id: string, message: BotMessage, version: number, isFollowed: boolean): Promise<readonly string[]> {
    const found = await Promise.all([...message.views].map(async ([userId, card]) => {
      const reader = STORM_PEOPLE.find((key) => userIdOf(key) === userId);
      const versions = versionsOn(card, id);
      if (!reader || recordOn(card) !== id) return undefined;
      if (versions.length > 0) return versions.every((seen) => seen === version) ? undefined : `${reader} sees version ${versions[0]} of ${version} in ${message.conversationId} ${message.id}, which ${isFollowed ? 'follows' : 'is left behind'}`;
      const drawn = await Promise.all(AUDIENCES.map((audience) => wanted(id, { personId: personOf(reader).id, audience }, app.clock.now().getTime())));
      return drawn.some((now) => looksLike(card, now)) ? undefined : `${reader} sees something else in ${message.conversationId} ${message.id}: ${firstDifference(card, drawn[0])}`;
    }));
    return found.filter((problem) => problem !== undefined);
  }

  /** Whoever is awaited has a card with which they can decide. */
  async function lackingCards(id: string): Promise<readonly string[]> {
    const { change, history } = await readStored(app, id);
    if (!change.approval || !['assess', 'authorize'].includes(change.state)) return [];
    const approval = change.approval;
    const isAwaited = (key: StormPerson): boolean =>
      openSteps(approval).some((step) => seatsFor(approval, step, { id: personOf(key).id, actsFor: [] }).length > 0);
    return STORM_PEOPLE.filter((key) => isAwaited(key) && !desk.chat(key).some(({ card }) => card && votes(card, id)))
      .map((key) => `${key} is awaited and has no card to decide with, only ${JSON.stringify(desk.chat(key).filter(({ card }) => recordOn(card) === id).map(({ card }) => [card.fallbackText, buttonsOn(card)]))} after ${history.map(({ byName, event }) => `${byName} ${event.type}`).join(', ')}`);
  }

  return async function staleCards(id: string): Promise<{ readonly copies: number; readonly problems: readonly string[] }> {
    const followed = await cardsOf(id);
    const { change: { version } } = await readStored(app, id);
    const problems: string[] = [];
    let copies = 0;
    for (const { message } of messages()) {
      if (recordOn(message.card) !== id) continue;
      copies += 1;
      const stored = followed.find(({ card }) => card.activityId === message.id && card.conversationId === message.conversationId);
      if (stored) problems.push(...(await copyProblems(id, message, stored.card)));
      else if (pressable(message.card).some(({ action }) => action.data?.id === id)) problems.push(`${message.conversationId} ${message.id} has buttons and follows nothing`);
      problems.push(...(await viewProblems(id, message, version, stored !== undefined)));
    }
    problems.push(...(await lackingCards(id)));
    return { copies, problems: problems.map((problem) => `${id} ${version}: ${problem}`) };
  };
}
