import { joinDisturbance } from '../../shared/app';
import { coerceStrings, scalarText, type Refusal, type Schema } from '../../shared/kernel';
import { refusalText } from '../../shared/strings';
import { reportSchema } from '../../shared/tickets/ticket-schema';
import { isOrderableBy, offeringText, reachOf, type Offering } from '../../shared/catalog';
import { readFormData } from '../cards/parts/form-data';
import { askedOnCard, cancelledCard, meTooCard, orderCard, solvedCard } from '../cards/tickets/draft-end-cards';
import { readDraft, type DraftState } from '../cards/tickets/draft-state';
import { renderTicketCard } from '../cards';
import { audienceFor } from '../cards/tickets/ticket-card';
import { fitOnCard, newDraft, showDraft, textOf, wholeDescription } from './drafts';
import { tellMasked } from './masked';
import { cardOf, doneText, isTicket, refusalWords, type Turn } from './turn';
import type { CardAnswer } from './types';

export type PressData = Readonly<Record<string, unknown>>;

export const asObject = (value: unknown): PressData => (typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as PressData) : {});

const PREFIX = 'report.';

/** The draft that a button belongs to, or why it does not work for this person. */
async function draftOf(turn: Turn, data: PressData): Promise<DraftState | CardAnswer> {
  const { t, actor, reader } = turn;
  const state = readDraft(asObject(data.card), readFormData(data, PREFIX, reportSchema, reader.zone));
  if (!state) return { message: t('chat.press.outdated') };
  return state.authorId === actor.id ? state : { message: t('chat.press.notYours') };
}

const isState = (value: DraftState | CardAnswer): value is DraftState => 'draftId' in value;

/** What was typed into the order form, as the form types it; files are those of the message that the order began with. */
function answersOf({ reader }: Turn, data: PressData, form: Schema, state: DraftState): PressData {
  const typed = Object.fromEntries(Object.entries(data).filter(([name]) => name.startsWith('answers.')));
  const forFiles = Object.entries(form).find(([, { kind }]) => kind === 'files')?.[0];
  return { ...readFormData(typed, 'answers.', form, reader.zone), ...(forFiles && state.files.length > 0 && { [forFiles]: state.files.map(({ id }) => id) }) };
}

/** Did an answer bring up fields that this card had not asked for? */
function asksMore(data: PressData, offering: Offering, answers: PressData): boolean {
  const { shown } = asObject(data.card);
  return Array.isArray(shown) && askedOnCard(offering, answers).some((name) => !shown.includes(name));
}

/** Names the fields of the order form by their labels. */
function orderRefusal({ reader, context }: Turn, refusal: Refusal, offering: Offering): string {
  const ofForm = Object.fromEntries(Object.entries(offering.form ?? {}).map(([name, field]) => [`answers.${name}`, field]));
  return refusalText(refusal, reader.language, context.now, { ...reportSchema, ...ofForm });
}

/** What is filed: only what the draft may say. Whoever else is named in the data plays no role. */
async function reportInput(turn: Turn, data: PressData, state: DraftState): Promise<PressData | undefined> {
  const { app, reader } = turn;
  const { kind, reach, work, categoryId, followUpOfId } = state;
  const description = await wholeDescription(turn, state);
  if (description === undefined) return undefined;
  const files = state.files.map((file) => file.id);
  const offering = app.desk.directory.offering(scalarText(asObject(data.card).offering));
  const { parent } = asObject(data.card);
  const base = { description, ...(followUpOfId && { followUpOfId }), ...(typeof parent === 'string' && { parentId: parent }), ...(files.length > 0 && { files }) };
  if (!offering) return { ...base, title: state.title, kind, reach, work, ...(categoryId && { categoryId }) };
  const { neededBy } = coerceStrings(reportSchema, { neededBy: data[`${PREFIX}neededBy`] });
  return {
    ...base, title: offeringText(offering, reader.language).name, kind: 'request', offeringId: offering.id,
    answers: answersOf(turn, data, offering.form ?? {}, state), ...(neededBy ? { neededBy } : {}),
  };
}

/** The answer to "which of these is it?" is on the button; what the form says counts where it has none. */
function withAnswer(state: DraftState, data: PressData): DraftState {
  const { category } = asObject(data.card);
  return typeof category === 'string' ? { ...state, categoryId: category } : state;
}

/** "Create ticket": once, however often it is pressed; the card becomes the card of the ticket. */
export async function createFromDraft(turn: Turn, data: PressData): Promise<CardAnswer> {
  const { app, actor, reader, context, t } = turn;
  const read = await draftOf(turn, data);
  if (!isState(read)) return read;
  const state = withAnswer(read, data);
  const offering = app.desk.directory.offering(scalarText(asObject(data.card).offering));
  const answers = offering && answersOf(turn, data, offering.form ?? {}, state);
  const again = { state, reader, context, answers, neededBy: data[`${PREFIX}neededBy`] };
  if (offering && answers && asksMore(data, offering, answers)) return { card: orderCard({ ...again, offering, notice: { tone: 'good', text: t('card.order.more') } }) };
  const input = await reportInput(turn, data, state);
  const performed = input
    ? await app.perform({ action: 'tickets.report', input, actor, idempotencyKey: `draft:${state.draftId}` })
    : { refused: { code: 'tickets.fileMissing' } };
  if ('record' in performed && isTicket(performed.record)) {
    const view = performed.record;
    const audience = audienceFor(view, actor);
    const text = doneText(turn, 'tickets.report', view.id, performed.isRepeat);
    return tellMasked(turn, { card: renderTicketCard(view, audience, actor, context, { tone: 'good', text }), cardOf: cardOf(view, audience) }, performed.masked ?? []);
  }
  if (!('refused' in performed)) return { message: t('chat.done.other') };
  const words = offering ? orderRefusal(turn, performed.refused, offering) : refusalWords(turn, performed.refused, 'tickets.report');
  const notice = { tone: 'warning', text: input ? words : t('chat.press.draftGone') } as const;
  if (!offering) return { card: await showDraft(turn, await fitOnCard(turn, state), notice) };
  return { card: orderCard({ ...again, offering, notice }) };
}

/** "Add it here": the text and the files of the draft go to a ticket that is there already. */
export async function addDraftTo(turn: Turn, data: PressData, id: string): Promise<CardAnswer> {
  const { app, actor, context } = turn;
  const state = await draftOf(turn, data);
  if (!isState(state)) return state;
  const description = await wholeDescription(turn, state);
  const text = description || state.title;
  const files = state.files.map((file) => file.id);
  const filesInput = files.length > 0 ? { files } : {};
  const [action, input] = text ? ['tickets.reply', { text, ...filesInput }] : ['tickets.attach', filesInput];
  const performed = await app.perform({ action, id, input, actor, idempotencyKey: `draft:${state.draftId}` });
  if ('refused' in performed) {
    const notice = { tone: 'warning', text: refusalWords(turn, performed.refused, action) } as const;
    return { card: await showDraft(turn, await fitOnCard(turn, state), notice) };
  }
  if (!isTicket(performed.record)) return { message: turn.t('chat.done.other') };
  const view = performed.record;
  const audience = audienceFor(view, actor);
  const words = action === 'tickets.attach' ? turn.t('chat.attached', { count: files.length, id }) : doneText(turn, action, id, performed.isRepeat);
  return { card: renderTicketCard(view, audience, actor, context, { tone: 'good', text: words }), cardOf: cardOf(view, audience) };
}

/** "Me too" instead of a ticket; what it is about, the server finds out again from the draft. */
async function pressMeToo(turn: Turn, state: DraftState, isAffected: boolean): Promise<CardAnswer> {
  const joined = await joinDisturbance(turn.app, textOf(state), turn.actor, isAffected);
  if ('refused' in joined) return { card: await showDraft(turn, state, { tone: 'warning', text: refusalWords(turn, joined.refused) }) };
  return { card: meTooCard(state, isAffected, turn.reader) };
}

/** Buttons of a draft that create nothing: preview, an article that solved it, cancel, an order form. */
export async function moveDraft(turn: Turn, verb: string, data: PressData): Promise<CardAnswer> {
  const { app, reader, context, t } = turn;
  const card = asObject(data.card);
  if (verb === 'card.showDraft' && typeof card.text === 'string') return { card: await showDraft(turn, await newDraft(turn, card.text.slice(0, 20_000), [])) };
  const state = await draftOf(turn, data);
  if (!isState(state)) return state;
  if (verb === 'card.meToo') return pressMeToo(turn, state, card.isOver !== true);
  if (verb === 'card.cancelDraft') return { card: cancelledCard(state, reader) };
  if (verb === 'card.solveDraft') return { card: solvedCard(state, app.desk.directory.article(scalarText(card.article))?.title, reader) };
  if (verb === 'card.showDraft') return { card: await showDraft(turn, await fitOnCard(turn, state)) };
  const offering = app.desk.directory.offering(scalarText(card.offering));
  if (!offering || !isOrderableBy(offering, reachOf(app.desk.directory, turn.actor.id), app.desk.directory)) return { card: await showDraft(turn, state, { tone: 'warning', text: t('refusal.tickets.unknownOffering') }) };
  return { card: orderCard({ offering, state, reader, context }) };
}

