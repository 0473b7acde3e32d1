import { createHash } from 'node:crypto';
import { findAction, type PerformRefused } from '../../shared/app';
import { RECORD_ID, type RecordView, type Schema } from '../../shared/kernel';
import { cardsFor, renderRecordCard } from '../cards';
import { readFormData } from '../cards/parts/form-data';
import { cutText } from '../cards/parts/plain-text';
import { fitsForm, lostText } from '../cards/parts/record-form';
import { AUDIENCES, type Audience, type CardContext, type Notice } from '../cards/types';
import { listAgain } from './lists';
import { tellMasked } from './masked';
import { pressDelegation } from './planning/delegate';
import { completeAndSubmit, isPlan, proposeFromPlan } from './planning/press-plan';
import { addDraftTo, asObject, createFromDraft, type PressData } from './press-draft';
import { cardOf, doneText, refusalWords, type Turn } from './turn';
import type { CardAnswer } from './types';

/** The layout of the card that was pressed; anything else is as good as nothing. */
export function audienceOf(data: PressData, view: RecordView, turn: Turn): Audience {
  const wanted = asObject(data.card).view;
  return AUDIENCES.find((audience) => audience === wanted) ?? cardsFor(view)?.audienceFor(view, turn.actor) ?? 'requester';
}

export function recordAnswer(turn: Turn, view: RecordView, audience: Audience, notice?: Notice, backTo?: CardContext['backTo']): CardAnswer {
  return { card: renderRecordCard(view, audience, turn.actor, { ...turn.context, backTo }, notice), cardOf: cardOf(view, audience) };
}

/**
 * The same press twice (a double click, a retry of Teams) is one press: same record, same version seen, same input. A button
 * without a version is known by its activity.
 */
function keyOf(turn: Turn, id: string, version: number | undefined, action: string, input: PressData): string | undefined {
  if (version === undefined) return turn.key && `press:${turn.key}`;
  return `press:${createHash('sha256').update(JSON.stringify([id, version, action, input])).digest('hex').slice(0, 32)}`;
}

/** A "no" on the card as it is now. What was typed comes back in its form, or at least as text to copy. */
function refusedAnswer(turn: Turn, data: PressData, action: string, input: PressData, { refused, current }: PerformRefused): CardAnswer {
  const text = refusalWords(turn, refused, action);
  const cards = current && cardsFor(current);
  if (!cards) return { message: text };
  const audience = audienceOf(data, current, turn);
  const notice: Notice = { tone: 'warning', text };
  const lost = lostText(input);
  const canRetry = current.can.includes(action);
  if (lost && canRetry && !fitsForm(input)) return { message: text };
  const form = canRetry && (lost || refused.problems || cards.asksAgain?.(refused))
    ? cards.form({ view: current, audience, reader: turn.reader, context: turn.context, action, card: asObject(data.card), fixed: {}, values: input, notice })
    : undefined;
  if (form) return { card: form, cardOf: cardOf(current, audience) };
  const words = lost ? `${text}\n${turn.t('chat.lostText', { text: cutText(lost, 3_000) })}` : text;
  return recordAnswer(turn, current, audience, { tone: 'warning', text: words });
}

/** Any action of any practice by its name; who presses comes from the turn, what from the card, and `perform` decides. */
export async function pressAction(turn: Turn, action: string, data: PressData): Promise<CardAnswer> {
  const { app, actor, t } = turn;
  const found = findAction(action);
  if (!found || found.action.internal) return { message: t('chat.press.unknown') };
  if (action === 'tickets.report') return createFromDraft(turn, data);
  if (action === 'changes.propose' && isPlan(data)) return proposeFromPlan(turn, data);
  if (found.practice.name === 'delegations') return pressDelegation(turn, action, data);
  const id = data.id;
  if (typeof id !== 'string' || !RECORD_ID.test(id)) return { message: t('chat.press.outdated') };
  const card = asObject(data.card);
  if (action === 'tickets.reply' && typeof card.draft === 'string') return addDraftTo(turn, data, id);
  const schema = found.action.schema as Schema;
  const input = readFormData(data, `${action.split('.')[1]}.`, schema, turn.reader.zone);
  const submitted = action === 'changes.edit' && card.then === 'submit' ? await completeAndSubmit(turn, data, input) : undefined;
  if (submitted) return submitted;
  const version = typeof data.version === 'number' ? data.version : undefined;
  const performed = await app.perform({ action, id, version, input, actor, idempotencyKey: keyOf(turn, id, version, action, input) });
  if ('refused' in performed) {
    const list = await listAgain(turn, card.list, { tone: 'warning', text: refusalWords(turn, performed.refused, action) });
    return list && performed.current ? { card: list } : refusedAnswer(turn, data, action, input, performed);
  }
  const text = doneText(turn, action, performed.record.id, performed.isRepeat);
  if (!cardsFor(performed.record)) return { message: text };
  const notice: Notice = { tone: 'good', text };
  const list = await listAgain(turn, card.list, notice);
  return tellMasked(turn, list ? { card: list } : recordAnswer(turn, performed.record, audienceOf(data, performed.record, turn), notice), performed.masked ?? []);
}
