import { coerceStrings, isAsked, type RecordView, type Refusal } from '../../../shared/kernel';
import { proposeSchema } from '../../../shared/changes/change-schema';
import type { ChangeView } from '../../../shared/changes';
import { cardsFor } from '../../cards';
import { readFormData } from '../../cards/parts/form-data';
import { cutText } from '../../cards/parts/plain-text';
import { missingCard } from '../../cards/planning/missing-card';
import { cancelledPlanCard, NAMES_INPUT, PLAN_PREFIX } from '../../cards/planning/plan-card';
import { PLAN_DETAILS, readPlan, type PlanState } from '../../cards/planning/plan-state';
import type { Notice } from '../../cards/types';
import { asObject, type PressData } from '../press-draft';
import { cardOf, doneText, refusalWords, type Turn } from '../turn';
import type { CardAnswer } from '../types';
import { inSlot, keepTexts, templateOfPlan, typeOf, withTexts } from './look-up';
import { showPlan, showPlanDetails, showSlots, withEntry, withNames } from './plans';

interface Draft {
  readonly state: PlanState;
  readonly notice?: Notice;
}

/** The draft that a button belongs to, or why it does not work for this person. */
async function draftOf(turn: Turn, data: PressData): Promise<Draft | CardAnswer> {
  const { t, actor, reader } = turn;
  const typed = Object.fromEntries(Object.entries(data).filter(([name]) => name.startsWith(PLAN_PREFIX)));
  const read = readPlan(asObject(data.card), readFormData(typed, PLAN_PREFIX, proposeSchema, reader.zone));
  if (!read) return { message: t('chat.press.outdated') };
  if (read.authorId !== actor.id) return { message: t('chat.plan.notYours') };
  const known = await withTexts(turn, read, Object.keys(typed).map((name) => name.slice(PLAN_PREFIX.length)));
  if (!known) return { message: t('chat.press.draftGone') };
  const named = withNames(turn, known, data[NAMES_INPUT]);
  const state = await keepTexts(turn, inSlot(named.state, asObject(data.card).slot));
  return { state, ...(named.unknown && { notice: { tone: 'warning', text: t('chat.plan.unknownNames', { names: cutText(named.unknown, 100) }) } }) };
}

const isDraft = (value: Draft | CardAnswer): value is Draft => 'state' in value;

/** Buttons of a draft that propose nothing: check again, details, a window, cancel. */
export async function movePlan(turn: Turn, verb: string, data: PressData): Promise<CardAnswer> {
  const draft = await draftOf(turn, data);
  if (!isDraft(draft)) return draft;
  const { state, notice } = draft;
  switch (verb) {
    case 'card.cancelPlan':
      return { card: cancelledPlanCard(state, turn.reader) };
    case 'card.planDetails':
      return { card: showPlanDetails(turn, state, notice) };
    case 'card.showSlots':
      return { card: showSlots(turn, withEntry(turn, state, asObject(data.card).add), notice) };
    default:
      return { card: showPlan(turn, state, notice) };
  }
}

/** Only what the form has, and nothing that the template fixes. */
function proposeInput(turn: Turn, state: PlanState): PressData {
  const { lockedFields = [] } = templateOfPlan(turn, state) ?? {};
  const values: PressData = { ...state.values, type: typeOf(state) };
  const known = Object.keys(proposeSchema).filter((name) => values[name] !== undefined && !lockedFields.includes(name) && isAsked(proposeSchema, name, values));
  return coerceStrings(proposeSchema, Object.fromEntries(known.map((name) => [name, values[name]])));
}

function recordAnswer(turn: Turn, view: RecordView, notice: Notice): CardAnswer {
  const cards = cardsFor(view);
  if (!cards) return { message: notice.text };
  const audience = cards.audienceFor(view, turn.actor);
  return { card: cards.render(view, audience, turn.actor, turn.context, notice), cardOf: cardOf(view, audience) };
}

/** What is missing, asked for in a form; every other "no" on the card of the change as it is. */
function notSubmitted(turn: Turn, view: ChangeView, refused: Refusal, values?: PressData): CardAnswer {
  const text = turn.t('chat.plan.notSubmitted', { id: view.id, reason: refusalWords(turn, refused, 'changes.edit') });
  const fields = (refused.problems ?? []).map(({ field }) => field);
  if (fields.length === 0 || !view.can.includes('changes.edit')) return recordAnswer(turn, view, { tone: 'warning', text });
  const audience = cardsFor(view)?.audienceFor(view, turn.actor) ?? 'agent';
  // That something is missing is what the form itself says.
  const notice: Notice | undefined = refused.code === 'changes.incomplete' ? undefined : { tone: 'warning', text };
  return { card: missingCard({ view, audience, fields, values, reader: turn.reader, context: turn.context, notice }), cardOf: cardOf(view, audience) };
}

const isChange = (view: RecordView): view is ChangeView => view.practice === 'changes';

/** On its way to those who decide; a complete standard change is on its place in the calendar after that. */
export async function submitChange(turn: Turn, view: ChangeView, key: string): Promise<CardAnswer> {
  const performed = await turn.app.perform({ action: 'changes.submit', id: view.id, version: view.version, input: {}, actor: turn.actor, idempotencyKey: key });
  if ('refused' in performed) return notSubmitted(turn, performed.current && isChange(performed.current) ? performed.current : view, performed.refused);
  const text = isChange(performed.record) && performed.record.state === 'scheduled' ? turn.t('chat.plan.scheduled', { id: view.id }) : doneText(turn, 'changes.submit', view.id, performed.isRepeat);
  return recordAnswer(turn, performed.record, { tone: 'good', text });
}

/** "Propose": once, however often it is pressed; the card becomes the card of the change. What was refused comes back as it was typed. */
export async function proposeFromPlan(turn: Turn, data: PressData): Promise<CardAnswer> {
  const draft = await draftOf(turn, data);
  if (!isDraft(draft)) return draft;
  const { state, notice: warning } = draft;
  // A name that nobody knows must not be lost on the way.
  if (warning) return { card: showPlan(turn, state, warning) };
  const performed = await turn.app.perform({ action: 'changes.propose', input: proposeInput(turn, state), actor: turn.actor, idempotencyKey: `plan:${state.planId}` });
  if ('refused' in performed) {
    const notice: Notice = { tone: 'warning', text: refusalWords(turn, performed.refused, 'changes.propose') };
    const fields = performed.refused.problems?.map(({ field }) => field) ?? [];
    const isDetail = fields.length > 0 && fields.every((field) => (PLAN_DETAILS as readonly string[]).includes(field));
    return { card: isDetail ? showPlanDetails(turn, state, notice) : showPlan(turn, state, notice) };
  }
  const view = performed.record;
  if (asObject(data.card).submit === true && isChange(view) && view.can.includes('changes.submit')) return submitChange(turn, view, `plan:${state.planId}`);
  return recordAnswer(turn, view, { tone: 'good', text: doneText(turn, 'changes.propose', view.id, performed.isRepeat) });
}

/** "Save and submit" of the form that asked for what was missing. */
export async function completeAndSubmit(turn: Turn, data: PressData, input: PressData): Promise<CardAnswer | undefined> {
  const { app, actor } = turn;
  if (typeof data.id !== 'string') return undefined;
  const version = typeof data.version === 'number' ? data.version : undefined;
  const performed = await app.perform({ action: 'changes.edit', id: data.id, version, input, actor });
  if ('record' in performed) return isChange(performed.record) ? submitChange(turn, performed.record, `submit:${performed.record.id}:${performed.record.version}`) : undefined;
  const { refused, current } = performed;
  if (!current || !isChange(current)) return { message: refusalWords(turn, refused, 'changes.edit') };
  if (refused.code === 'kernel.nothingChanged') return submitChange(turn, current, `submit:${current.id}:${current.version}`);
  const asked = [...new Set([...Object.keys(input), ...current.missing.map(({ field }) => field)])];
  return notSubmitted(turn, current, { ...refused, problems: asked.map((field) => ({ field, code: 'required' })) }, input);
}

/** Whether a draft was meant, where the same verb also comes from other places. */
export const isPlan = (data: PressData): boolean => typeof asObject(data.card).plan === 'string';

