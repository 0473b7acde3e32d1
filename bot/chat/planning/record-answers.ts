import type { RecordView } from '../../../shared/kernel';
import { cardsFor, titleOf } from '../../cards';
import { lookCard } from '../../cards/planning/look-card';
import type { Notice } from '../../cards/types';
import { cardOf, doneText, refusalWords, type Turn } from '../turn';
import type { ChatAnswer, ChatMessage, Message } from '../types';

/** A record as a message. Where others read along, everybody's card stands there and the writer's view comes by refresh. */
export function recordMessage(turn: Turn, view: RecordView, notice?: Notice): ChatMessage {
  const { actor, context, reader, isShared } = turn;
  const cards = cardsFor(view);
  if (!cards) {
    const title = titleOf(view);
    const waitsFor = typeof view.waitsFor === 'string' ? view.waitsFor : undefined;
    return { card: lookCard({ id: view.id, reader, context, ...(!isShared && { title, waitsFor, notice }) }) };
  }
  const audience = cards.audienceFor(view, actor);
  // Everybody reads a shared card, so it speaks the language of the organization, not the writer's.
  const shared = { ...context, language: context.directory.settings().defaultLanguage ?? reader.language };
  const card = isShared ? cards.render(view, audience, undefined, shared) : cards.render(view, audience, actor, context, notice);
  return { card, cardOf: cardOf(view, audience) };
}

/** The same with a word about it, which a shared card cannot carry. */
export function toldWith(turn: Turn, view: RecordView, notice: Notice): ChatAnswer {
  return [{ ...(turn.isShared && { text: notice.text }), ...recordMessage(turn, view, notice) }];
}

export interface Asked {
  readonly action: string;
  readonly values: Readonly<Record<string, unknown>>;
  /** How to draw: the seat that a vote is cast from. */
  readonly card?: Readonly<Record<string, string>>;
  readonly notice?: Notice | undefined;
}

/** The form of an action with what is known already. Where others read along, the writer opens it for themselves. */
export function askFor(turn: Turn, view: RecordView, { action, values, card = {}, notice }: Asked): ChatAnswer {
  const cards = cardsFor(view);
  if (turn.isShared || !cards) return notice ? toldWith(turn, view, notice) : [recordMessage(turn, view)];
  const audience = cards.audienceFor(view, turn.actor);
  const form = cards.form({ view, audience, reader: turn.reader, context: turn.context, action, card: { view: audience, action, ...card }, fixed: {}, values, notice });
  return form ? [{ card: form, cardOf: cardOf(view, audience) }] : [recordMessage(turn, view, notice)];
}

export interface Wanted {
  readonly action: string;
  readonly input: Readonly<Record<string, unknown>>;
}

/** Does one action that was asked for in words, on the record as it is now. What was typed comes back when it could not be done. */
export async function actOn(turn: Turn, message: Message, view: RecordView, { action, input }: Wanted): Promise<ChatAnswer> {
  const { app, actor, isShared } = turn;
  const idempotencyKey = message.key ? `message:${message.key}` : undefined;
  const performed = await app.perform({ action, id: view.id, version: view.version, input, actor, idempotencyKey });
  if ('refused' in performed) {
    const text = refusalWords(turn, performed.refused, action);
    const { current } = performed;
    if (!current || isShared) return [{ text }];
    const isFixable = performed.refused.problems !== undefined && current.can.includes(action);
    return isFixable ? askFor(turn, current, { action, values: input, notice: { tone: 'warning', text } }) : toldWith(turn, current, { tone: 'warning', text });
  }
  const text = doneText(turn, action, view.id, performed.isRepeat);
  return isShared || message.threadRecordId === view.id ? [{ text }] : toldWith(turn, performed.record, { tone: 'good', text });
}
