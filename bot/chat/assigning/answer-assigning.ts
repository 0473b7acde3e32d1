import { RECORD_ID, isRefused } from '../../../shared/kernel';
import { onCallNow, type OnCall } from '../../../shared/routing';
import { shortTime } from '../../../shared/strings';
import { leftBehind, type TicketView } from '../../../shared/tickets';
import { privateCard } from '../../cards/chat/private-card';
import { execute } from '../../cards/parts/actions';
import { cutText } from '../../cards/parts/plain-text';
import { pickedCard } from '../../cards/tickets/picked-card';
import { readWhen } from '../planning/read-time';
import { asObject, type PressData } from '../press-draft';
import { isTicket, refusalWords, type Turn } from '../turn';
import type { CardAnswer, ChatAnswer, Message } from '../types';
import { handedOverAnswer, handOverAnswer } from './answer-handover';
import type { AssigningIntent } from './understand-assigning';

const MOST_LISTED = 15;

/** Whose groups are named in the text, or all. */
function namedGroups(turn: Turn, text: string, entries: readonly OnCall[]): readonly OnCall[] {
  const said = text.toLowerCase();
  const named = entries.filter(({ groupId }) => said.includes((turn.app.desk.directory.group(groupId)?.name ?? '\n').toLowerCase()));
  return named.length > 0 ? named : entries;
}

function onCallAnswer(turn: Turn, text: string): ChatAnswer {
  const { app, reader, context, t } = turn;
  const { directory } = app.desk;
  const entries = namedGroups(turn, text, onCallNow(directory, context.now));
  if (entries.length === 0) return [{ text: t('chat.onCall.none') }];
  const lines = entries.map(({ groupId, level, personId, until }) => {
    const params = { group: directory.group(groupId)?.name ?? groupId, level: t(`dutyLevel.${level}`), person: directory.person(personId)?.name ?? personId };
    return until ? t('chat.onCall.until', { ...params, until: shortTime(until, reader.language, reader.zone) }) : t('chat.onCall.line', params);
  });
  return [{ text: lines.join('\n') }];
}

async function awayAnswer(turn: Turn, message: Message, text: string): Promise<ChatAnswer> {
  const { app, actor, reader, context, t } = turn;
  const when = readWhen(text, { now: context.now, zone: reader.zone, isDayFirst: reader.language === 'de' });
  const until = when.until ?? when.end ?? (when.days ? new Date(Date.parse(context.now) + when.days * 86_400_000).toISOString() : when.start);
  if (!until) return [{ text: t('chat.away.untilWhen') }];
  const performed = await app.perform({ action: 'people.setAway', id: actor.id, input: { until }, actor, idempotencyKey: message.key && `message:${message.key}` });
  return [{ text: 'refused' in performed ? refusalWords(turn, performed.refused, 'people.setAway') : t('chat.away.done', { until: shortTime(until, reader.language, reader.zone) }) }];
}

async function backAnswer(turn: Turn, message: Message): Promise<ChatAnswer> {
  const { app, actor, t } = turn;
  const performed = await app.perform({ action: 'people.setBack', id: actor.id, input: {}, actor, idempotencyKey: message.key && `message:${message.key}` });
  return [{ text: 'refused' in performed ? refusalWords(turn, performed.refused) : t('chat.away.back') }];
}

/** What falls due while whoever has it is away: for those who lead, and never where others read along. */
function rebalanceAnswer({ app, actor, reader, context, isShared, t }: Turn): ChatAnswer {
  if (isShared) return [{ text: t('chat.rebalance.alone') }];
  const found = leftBehind(app.desk.directory, actor, context.now);
  if (found.length === 0) return [{ text: t('chat.rebalance.none') }];
  const time = (at: string): string => shortTime(at, reader.language, reader.zone);
  const lines = found.slice(0, MOST_LISTED).map(({ ticket, dueAt, awayUntil }) =>
    t('chat.rebalance.line', { id: ticket.id, title: cutText(ticket.title, 80), due: time(dueAt), person: ticket.assigneeName ?? '', until: time(awayUntil) }),
  );
  const more = found.length > MOST_LISTED ? [t('chat.rebalance.more', { count: found.length - MOST_LISTED })] : [];
  return [{ text: [...lines, ...more].join('\n') }];
}

async function openTicket({ app, actor }: Turn, id: string): Promise<TicketView | undefined> {
  const opened = await app.open(id, actor);
  return isRefused(opened) || !isTicket(opened.record) ? undefined : opened.record;
}

/** Why somebody has it, to those who may see the people of the group and their work. Where others read along, on a press. */
async function whyMeAnswer(turn: Turn, id: string): Promise<ChatAnswer> {
  const { reader, context, isShared, t } = turn;
  const view = await openTicket(turn, id);
  if (!view) return [{ text: refusalWords(turn, { code: 'kernel.notFound' }) }];
  if (!view.picked) return [{ text: t('card.whyMe.byHand', { id }) }];
  if (isShared) return [{ card: privateCard(t('card.button.whyMe'), execute(t('card.button.show'), 'card.showWhyMe', { id }), reader) }];
  return [{ card: pickedCard({ view, picked: view.picked, reader, context }) }];
}

/** The same after a press. */
export async function showWhyMe(turn: Turn, data: PressData): Promise<CardAnswer> {
  const { reader, context, t } = turn;
  const { id } = data;
  if (typeof id !== 'string' || !RECORD_ID.test(id)) return { message: t('chat.press.outdated') };
  const view = await openTicket(turn, id);
  if (!view) return { message: refusalWords(turn, { code: 'kernel.notFound' }) };
  if (!view.picked) return { message: t('card.whyMe.byHand', { id }) };
  const { view: layout } = asObject(data.card);
  return { card: pickedCard({ view, picked: view.picked, reader, context, layout: typeof layout === 'string' ? layout.slice(0, 20) : undefined }) };
}

/** Answers what is about who gets what. */
export async function answerAssigning(turn: Turn, message: Message, intent: AssigningIntent): Promise<ChatAnswer> {
  switch (intent.kind) {
    case 'onCall':
      return onCallAnswer(turn, intent.text);
    case 'away':
      return awayAnswer(turn, message, intent.text);
    case 'rebalance':
      return rebalanceAnswer(turn);
    case 'handOver':
      return handOverAnswer(turn, message);
    case 'handedOver':
      return handedOverAnswer(turn);
    case 'backAgain':
      return backAnswer(turn, message);
    case 'whyMe':
      return whyMeAnswer(turn, intent.id ?? message.threadRecordId ?? '');
  }
}
