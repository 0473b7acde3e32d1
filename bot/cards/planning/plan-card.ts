import type { CollisionView } from '../../../shared/changes';
import type { TemplateSummary } from '../../../shared/change-templates/change-template-views';
import { proposeSchema } from '../../../shared/changes/change-schema';
import type { Schema } from '../../../shared/kernel';
import type { Slot } from '../../../shared/scheduling';
import { execute, toggle, type CardAction } from '../parts/actions';
import { createCard } from '../parts/card';
import { actionSet, container, ourText, plainText, type Element } from '../parts/elements';
import { formInputs, type FormContext } from '../parts/form';
import type { Choice } from '../parts/form-choices';
import { noticeBox } from '../parts/header';
import { bytesOf, cutText, excerpt, oneLine } from '../parts/plain-text';
import type { Reader } from '../parts/ticket-words';
import type { CardContext, CardJson, Notice } from '../types';
import { idsIn, PLAN_DETAILS, PLAN_MAIN, PLAN_TEXTS, planData, textIn, windowOf, type PlanState } from './plan-state';
import { collisionBox, lengthText, slotTitle } from './window-parts';

export interface PlanCardInput {
  readonly state: PlanState;
  /** Those that may be used now. */
  readonly templates: readonly TemplateSummary[];
  /** Undefined where no whole window is chosen. */
  readonly collisions: readonly CollisionView[] | undefined;
  readonly slots: readonly Slot[];
  /** What has to be filled in before it can be submitted, in the reader's words. */
  readonly missing: readonly string[];
  /** Fields that the template fixes. */
  readonly lockedFields: readonly string[];
  /** What the template fills in. */
  readonly templateValues: Readonly<Record<string, unknown>>;
  readonly reader: Reader;
  readonly context: CardContext;
  readonly notice?: Notice | undefined;
}

export const PLAN_PREFIX = 'propose.';
/** The id of the input for names that no picker offers. */
export const NAMES_INPUT = 'planNames.names';
const MAX_OFFERED = 12;
/** Texts of more than this stay where they are and are only shown. */
const MAX_DRAWN_BYTES = 9_000;
const LOOK = { sendsInputs: true } as const;

const templateTitle = ({ name, nameDe }: TemplateSummary, { language }: Reader): string => cutText(oneLine(language === 'de' ? (nameDe ?? name) : name), 80);

function offered(ids: readonly string[], nameOf: (id: string) => string | undefined): readonly Choice[] {
  return [...new Set(ids)].flatMap((id) => {
    const name = nameOf(id);
    return name ? [{ value: id, title: cutText(oneLine(name), 80) }] : [];
  }).slice(0, MAX_OFFERED);
}

function formOf({ state, templates, reader, context, templateValues }: PlanCardInput): FormContext {
  const { directory } = context;
  const { language, zone } = reader;
  const chosen = (name: 'serviceIds' | 'itemIds'): readonly string[] => idsIn(state.values[name] ?? templateValues[name]);
  const service = (id: string): string | undefined => (language === 'de' ? directory.service(id)?.nameDe : undefined) ?? directory.service(id)?.name;
  return {
    directory, language, zone, prefix: PLAN_PREFIX, values: { ...templateValues, ...state.values },
    groupId: textIn(state.values.groupId ?? templateValues.groupId),
    ownChoices: {
      templateId: templates.map((template) => ({ value: template.id, title: templateTitle(template, reader) })),
      serviceIds: offered([...chosen('serviceIds'), ...state.nearIds], service),
      itemIds: offered([...chosen('itemIds'), ...state.nearIds], (id) => directory.item(id)?.name),
    },
  };
}

/** Pickers of several entries of a register are lists to tick; those of one are found by typing. */
const asChoices = (schema: Schema): Schema =>
  Object.fromEntries(Object.entries(schema).map(([name, field]) => [name, field.kind === 'entries' ? { ...field, kind: 'multiChoice' as const } : field.kind === 'entry' ? { ...field, kind: 'choice' as const } : field]));

const SCHEMA = asChoices(proposeSchema);

function kindLine({ state, templates, reader }: PlanCardInput): string {
  const { t } = reader;
  const template = templates.find(({ id }) => id === state.values.templateId);
  if (state.values.type === 'standard') return template ? t('card.plan.fromTemplate', { template: templateTitle(template, reader) }) : t('card.plan.whichTemplate');
  return t(state.values.type === 'emergency' ? 'card.plan.emergency' : 'card.plan.normal');
}

function windowPart(input: PlanCardInput, form: FormContext, drawn: readonly string[]): readonly Element[] {
  const { state, collisions, slots, reader, context } = input;
  const { t } = reader;
  const { minutes } = windowOf(state);
  const buttons = slots.map((slot) =>
    execute(slotTitle(slot, context.now, reader), 'card.showPlan', { card: { ...planData(state, drawn), slot: slot.from } }, { ...LOOK, tooltip: t('card.plan.takeSlot') }));
  return [
    ...formInputs(SCHEMA, { ...form, only: ['plannedStart', 'plannedEnd'] }),
    ...(collisions ? [collisionBox(collisions, reader)] : []),
    ourText(t(slots.length > 0 ? 'card.plan.slots' : 'card.plan.noSlots', { length: lengthText(minutes, reader) }), { weight: slots.length > 0 ? 'bolder' : 'default', spacing: 'medium' }),
    ...(buttons.length > 0 ? [actionSet(buttons)] : []),
  ];
}

function sendButtons({ state, missing, reader: { t } }: PlanCardInput, drawn: readonly string[]): readonly CardAction[] {
  const isComplete = missing.length === 0;
  const data = planData(state, drawn);
  return [
    execute(t('card.plan.submit'), 'changes.propose', { card: { ...data, submit: true } }, { ...LOOK, ...(isComplete && { style: 'positive' }) }),
    execute(t('card.plan.propose'), 'changes.propose', { card: data }, { ...LOOK, ...(!isComplete && { style: 'positive' }) }),
  ];
}

/** A sentence as the change it would become: what it is, when, what stands in the way, and which windows are free. */
export function planCard(input: PlanCardInput): CardJson {
  const { state, missing, reader, notice } = input;
  const { t } = reader;
  const form = formOf(input);
  const drawn: readonly string[] = [...PLAN_MAIN];
  const isUnclear = state.values.type === 'standard' && !input.templates.some(({ id }) => id === state.values.templateId);
  const isEmergency = state.values.type === 'emergency';
  const kinds = container(formInputs(SCHEMA, { ...form, only: ['type', ...(input.templates.length > 0 ? ['templateId'] : []), 'emergencyReason'] }), { id: 'kind', isVisible: isUnclear || (isEmergency && !state.values.emergencyReason), spacing: 'small' });
  const names: Element = { type: 'Input.Text', id: NAMES_INPUT, label: t('card.plan.names'), placeholder: t('card.plan.namesHint'), maxLength: 300 };
  const [submit, propose] = sendButtons(input, drawn);
  return createCard({
    fallbackText: t('card.plan.fallback', { title: textIn(state.values.title) || t('card.plan.title') }),
    body: [
      noticeBox(notice),
      ourText(t('card.plan.title'), { size: 'medium', weight: 'bolder', style: 'heading' }),
      plainText(kindLine(input), { isSubtle: true, spacing: 'none' }),
      kinds,
      ...formInputs(SCHEMA, { ...form, only: ['title', 'itemIds', 'serviceIds'] }),
      names,
      ...windowPart(input, form, drawn),
      missing.length > 0
        ? plainText(t('card.plan.missing', { fields: cutText(missing.join(', '), 300) }), { spacing: 'medium' })
        : ourText(t('card.plan.complete'), { spacing: 'medium', isSubtle: true }),
    ],
    actions: [
      ...(missing.length === 0 ? [submit, propose] : [propose, submit]),
      execute(t('card.plan.details'), 'card.planDetails', { card: planData(state, drawn) }, LOOK),
      execute(t('card.plan.check'), 'card.showPlan', { card: planData(state, drawn) }, LOOK),
      execute(t('card.draft.cancel'), 'card.cancelPlan', { card: planData(state, drawn) }, LOOK),
      toggle(t('card.plan.kind'), ['kind'], { mode: 'secondary' }),
      execute(t('card.button.reportIt'), 'card.showDraft', { card: { text: cutText([textIn(state.values.title), textIn(state.values.description)].filter(Boolean).join('\n'), 2_000) } }, { mode: 'secondary' }),
    ],
    moreText: t('card.form.moreInTab'),
  });
}

/** What is said on the second card, as far as it fits: a text that is too long for it is kept and shown by its beginning. */
export function planDetailsCard(input: PlanCardInput): CardJson {
  const { state, missing, lockedFields, reader, notice } = input;
  const { t } = reader;
  const form = formOf(input);
  const open = PLAN_DETAILS.filter((name) => !lockedFields.includes(name));
  let left = MAX_DRAWN_BYTES;
  const drawn = open.filter((name) => (left -= bytesOf(form.values?.[name] ?? '')) > 0);
  const kept = open.filter((name) => !drawn.includes(name));
  const base = { ...form, ownChoices: form.ownChoices };
  const [submit, propose] = sendButtons(input, drawn);
  return createCard({
    fallbackText: t('card.plan.detailsTitle'),
    body: [
      noticeBox(notice),
      ourText(t('card.plan.detailsTitle'), { size: 'medium', weight: 'bolder', style: 'heading' }),
      plainText(cutText(oneLine(textIn(state.values.title)), 150), { isSubtle: true, spacing: 'none' }),
      missing.length > 0 ? plainText(t('card.plan.missing', { fields: cutText(missing.join(', '), 300) })) : undefined,
      lockedFields.length > 0 ? ourText(t('card.plan.locked'), { isSubtle: true, size: 'small' }) : undefined,
      ...formInputs(SCHEMA, { ...base, only: drawn }),
      ...kept.flatMap((name) => [ourText(t(`field.change.${name}`), { weight: 'bolder', spacing: 'medium' }), plainText(excerpt(textIn(form.values?.[name]), 400, 4).text), ourText(t('card.plan.kept'), { isSubtle: true, size: 'small' })]),
    ],
    actions: [
      ...(missing.length === 0 ? [submit, propose] : [propose, submit]),
      execute(t('card.button.back'), 'card.showPlan', { card: planData(state, drawn) }, LOOK),
    ],
    moreText: t('card.form.moreInTab'),
  });
}

/** Nothing was proposed; changing one's mind brings everything back. */
export function cancelledPlanCard(state: PlanState, { t }: Reader): CardJson {
  return createCard({
    fallbackText: t('card.plan.cancelled'),
    body: [ourText(t('card.plan.cancelled'), { weight: 'bolder', style: 'heading' }), plainText(textIn(state.values.title), { isSubtle: true })],
    actions: [execute(t('card.cancelled.back'), 'card.showPlan', { card: planData(state) })],
    moreText: t('card.timeline.more'),
  });
}

export const isLongText = (name: string): boolean => (PLAN_TEXTS as readonly string[]).includes(name);
