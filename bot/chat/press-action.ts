import { createHash } from 'node:crypto';
import { findAction, type PerformRefused } from '../../shared/app';
import { RECORD_ID, type Schema } from '../../shared/kernel';
import type { TicketView } from '../../shared/tickets';
import { renderTicketCard } from '../cards';
import { readFormData } from '../cards/parts/form-data';
import { cutText } from '../cards/parts/plain-text';
import { fitsForm, lostText, ticketFormCard, wishFor } from '../cards/tickets/form-card';
import { audienceFor } from '../cards/tickets/ticket-card';
import { AUDIENCES, type Audience, type CardContext, type Notice } from '../cards/types';
import { listAgain } from './lists';
import { addDraftTo, asObject, createFromDraft, type PressData } from './press-draft';
import { doneText, isTicket, refusalWords, type Turn } from './turn';
import type { CardAnswer } from './types';

/** The layout of the card that was pressed; anything else is as good as nothing. */
export function audienceOf(data: PressData, view: TicketView, turn: Turn): Audience {
  const wanted = asObject(data.card).view;
  return AUDIENCES.find((audience) => audience === wanted) ?? audienceFor(view, turn.actor);
}

export function ticketAnswer(turn: Turn, view: TicketView, audience: Audience, notice?: Notice, backTo?: CardContext['backTo']): CardAnswer {
  return { card: renderTicketCard(view, audience, turn.actor, { ...turn.context, backTo }, notice), cardOf: { recordId: view.id, audience } };
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
  if (!current || !isTicket(current)) return { message: text };
  const audience = audienceOf(data, current, turn);
  const notice: Notice = { tone: 'warning', text };
  const lost = lostText(input);
  const canRetry = current.can.includes(action);
  if (lost && canRetry && !fitsForm(input)) return { message: text };
  if (canRetry && (lost || refused.problems)) {
    const base = { view: current, audience, reader: turn.reader, context: turn.context };
    const wish = wishFor(base, action);
    const fixed = Object.fromEntries(Object.entries(input).filter(([name]) => wish.fixed?.[name] === undefined));
    return { card: ticketFormCard({ ...base, wish, values: fixed, notice }), cardOf: { recordId: current.id, audience } };
  }
  const words = lost ? `${text}\n${turn.t('chat.lostText', { text: cutText(lost, 3_000) })}` : text;
  return ticketAnswer(turn, current, audience, { tone: 'warning', text: words });
}

/** Any action of any practice by its name; who presses comes from the turn, what from the card, and `perform` decides. */
export async function pressAction(turn: Turn, action: string, data: PressData): Promise<CardAnswer> {
  const { app, actor, t } = turn;
  const found = findAction(action);
  if (!found || found.action.internal) return { message: t('chat.press.unknown') };
  if (action === 'tickets.report') return createFromDraft(turn, data);
  const id = data.id;
  if (typeof id !== 'string' || !RECORD_ID.test(id)) return { message: t('chat.press.outdated') };
  const card = asObject(data.card);
  if (action === 'tickets.reply' && typeof card.draft === 'string') return addDraftTo(turn, data, id);
  const schema = found.action.schema as Schema;
  const input = readFormData(data, `${action.split('.')[1]}.`, schema, turn.reader.zone);
  const version = typeof data.version === 'number' ? data.version : undefined;
  const performed = await app.perform({ action, id, version, input, actor, idempotencyKey: keyOf(turn, id, version, action, input) });
  if ('refused' in performed) {
    const list = await listAgain(turn, card.list, { tone: 'warning', text: refusalWords(turn, performed.refused, action) });
    return list && performed.current ? { card: list } : refusedAnswer(turn, data, action, input, performed);
  }
  const text = doneText(turn, action, performed.record.id, performed.isRepeat);
  if (!isTicket(performed.record)) return { message: text };
  const notice: Notice = { tone: 'good', text };
  const list = await listAgain(turn, card.list, notice);
  return list ? { card: list } : ticketAnswer(turn, performed.record, audienceOf(data, performed.record, turn), notice);
}
