import { isHandoverEnded, type HandoverSummary } from '../../../shared/handovers';
import { isRefused, type RecordView } from '../../../shared/kernel';
import { shortTime } from '../../../shared/strings';
import { privateCard } from '../../cards/chat/private-card';
import { renderRecordCard } from '../../cards';
import { execute } from '../../cards/parts/actions';
import { cardOf, refusalWords, type Turn } from '../turn';
import type { ChatAnswer, Message } from '../types';

const running = ({ app }: Turn): readonly HandoverSummary[] =>
  ([...app.desk.all('handovers')] as HandoverSummary[]).filter(({ state }) => !isHandoverEnded(state)).sort((left, right) => (left.endsAt < right.endsAt ? 1 : -1));

/** Its card; where others read along, on a press. */
function shown({ actor, context, reader, isShared, t }: Turn, record: RecordView): ChatAnswer {
  if (isShared) return [{ card: privateCard(t('card.kind.handover'), execute(t('card.button.show'), 'card.showTicket', { id: record.id }), reader) }];
  return [{ card: renderRecordCard(record, 'agent', actor, context), cardOf: cardOf(record, 'agent') }];
}

async function openShown(turn: Turn, id: string): Promise<ChatAnswer> {
  const opened = await turn.app.open(id, turn.actor);
  return isRefused(opened) ? [{ text: refusalWords(turn, opened.refused) }] : shown(turn, opened.record);
}

/** `hand over`: what whoever writes has to hand over; put together now where it was not yet. */
export async function handOverAnswer(turn: Turn, message: Message): Promise<ChatAnswer> {
  const { app, actor } = turn;
  const own = running(turn).find(({ state, fromIds }) => state === 'prepared' && fromIds.includes(actor.id));
  if (own) return openShown(turn, own.id);
  const performed = await app.perform({ action: 'handovers.prepare', input: {}, actor, idempotencyKey: message.key && `message:${message.key}` });
  if (!('refused' in performed)) return shown(turn, performed.record);
  // It was handed over before the shift has ended: what became of it says more than a no.
  const { code, params } = performed.refused;
  if (code === 'handovers.preparedAlready' && typeof params?.id === 'string') return openShown(turn, params.id);
  return [{ text: refusalWords(turn, performed.refused, 'handovers.prepare') }];
}

/** `what was handed over?`: the last one to whoever asks, and which others are open. */
export async function handedOverAnswer(turn: Turn): Promise<ChatAnswer> {
  const { actor, reader, t } = turn;
  const [last, ...others] = running(turn).filter(({ state, toIds }) => state !== 'prepared' && toIds.includes(actor.id));
  if (!last) return [{ text: t('chat.handover.none') }];
  const answer = await openShown(turn, last.id);
  const line = ({ id, groupName, endsAt, openCount }: HandoverSummary): string =>
    t('chat.handover.line', { id, group: groupName, at: shortTime(endsAt, reader.language, reader.zone), count: openCount });
  return others.length === 0 ? answer : [...answer, { text: [t('chat.handover.others'), ...others.slice(0, 10).map(line)].join('\n') }];
}
