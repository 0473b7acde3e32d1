import { isAgent, worksIn, type Actor } from '../../../shared/kernel';
import type { Directory } from '../../../shared/catalog';
import type { ChangeType } from '../../../shared/scheduling';
import { planCard, planDetailsCard, type PlanCardInput } from '../../cards/planning/plan-card';
import { DEFAULT_MINUTES, idsIn, windowOf, type PlanState } from '../../cards/planning/plan-state';
import { slotsCard } from '../../cards/planning/slots-card';
import { cutText, oneLine, visibleText } from '../../cards/parts/plain-text';
import type { CardJson, Notice } from '../../cards/types';
import type { Turn } from '../turn';
import { ownWords } from '../understand';
import { findNamed, nearNames } from './find-named';
import { findTemplate, templateName, usableTemplates, type TemplateFound } from './find-template';
import { collisionsOfPlan, inSlot, keepTexts, missingOfPlan, slotsOfPlan, templateOfPlan, effectiveValues, spreadOver } from './look-up';
import { readWhen, type When } from './read-time';

const MAX_TITLE = 150;
const MAX_REASON = 2_000;
const MAX_DESCRIPTION = 10_000;
/** Buttons below the window, and rows of the list that was asked for. */
const FEW_SLOTS = 3;
const SLOTS = 5;

/** `…, because of CVE-2026-1`: why it is done. */
const BECAUSE = /[,;]?\s+(?:because(?:\s+of)?|due\s+to|since|weil|wegen|aufgrund)\s+([^\n]{3,})$/iu;

/** Who does it, as long as nobody says otherwise: the author, in that of their groups that runs the items. */
function implementer(actor: Actor, itemIds: readonly string[], directory: Directory): Readonly<Record<string, string>> {
  if (!isAgent(actor)) return {};
  const groups = [...new Set([...itemIds.flatMap((id) => directory.item(id)?.groupId ?? []), ...actor.groupIds, ...actor.leadsGroupIds])];
  const groupId = groups.find((id) => worksIn(actor, id));
  return groupId ? { groupId, implementerId: actor.id } : {};
}

function startWindow(when: When): Readonly<Record<string, string>> {
  return { ...(when.start && { plannedStart: when.start }), ...(when.start && when.end && { plannedEnd: when.end }) };
}

const withCapital = (text: string): string => text.charAt(0).toLocaleUpperCase() + text.slice(1);

/** What was written, without what stands in fields of its own. */
function titleOf(text: string): string {
  return withCapital(cutText(oneLine(text.replace(/^(?:to|for|um|für)\s+/iu, '')), MAX_TITLE));
}

export interface NewPlan {
  readonly state: PlanState;
  /** A template was asked for by a name that is not clear. */
  readonly notice?: Notice;
}

function templateNotice({ t, reader }: Turn, { said, template, candidates }: Pick<TemplateFound, 'said' | 'template' | 'candidates'>): Notice | undefined {
  if (!said || template) return undefined;
  const name = cutText(said, 80);
  const templates = candidates.map((entry) => templateName(entry, reader.language)).join(', ');
  return { tone: 'warning', text: candidates.length > 0 ? t('chat.plan.templateSeveral', { name, templates }) : t('chat.plan.templateUnknown', { name }) };
}

/** A sentence as a draft: template, services and items by name, the window by its words. Nothing is stored for it. */
export async function newPlan(turn: Turn, text: string, type?: ChangeType): Promise<NewPlan> {
  const { app, actor, reader, context } = turn;
  const { directory } = app.desk;
  const whole = visibleText(ownWords(text) || text).trim();
  const [line = '', ...more] = whole.split('\n');
  const found: TemplateFound = type === undefined || type === 'standard' ? findTemplate(line, directory, context.now) : { candidates: [], rest: line };
  const named = findNamed(found.rest, directory);
  const when = readWhen(named.masked, { now: context.now, zone: reader.zone, isDayFirst: reader.language === 'de' });
  const rest = named.restore(when.rest);
  const reason = BECAUSE.exec(rest)?.[1];
  const said = reason ? rest.slice(0, BECAUSE.exec(rest)?.index) : rest;
  const { template } = found;
  const isStandard = template !== undefined || type === 'standard' || found.said !== undefined;
  const minutes = when.minutes ?? (template?.maxMinutes !== undefined ? Math.min(template.maxMinutes, DEFAULT_MINUTES) : DEFAULT_MINUTES);
  const nothingNamed = named.itemIds.length + named.serviceIds.length === 0;
  const title = titleOf(said) || (template ? templateName(template, reader.language) : '');
  const description = [whole.length > MAX_TITLE && title.endsWith('…') ? line : '', ...more].join('\n').trim();
  const values = {
    type: isStandard ? 'standard' : (type ?? 'normal'), ...(template && { templateId: template.id }), ...(title && { title }),
    ...(named.serviceIds.length > 0 && { serviceIds: named.serviceIds }), ...(named.itemIds.length > 0 && { itemIds: named.itemIds }),
    ...startWindow(when), ...(reason && { reason: cutText(oneLine(reason), MAX_REASON) }), ...(description && { description: cutText(description, MAX_DESCRIPTION) }),
  };
  const base: PlanState = {
    planId: turn.newId(), authorId: actor.id, minutes, values, nearIds: nothingNamed ? nearNames(said, directory, 6).map(({ id }) => id) : [],
    ...(when.from && { from: when.from }), ...(when.until && { until: when.until }),
  };
  const fixed = effectiveValues(turn, base);
  const started = withEnd({ ...base, values: { ...implementerFor(turn, fixed), ...values } });
  const notice = templateNotice(turn, found);
  return { state: await keepTexts(turn, started), ...(notice && { notice }) };
}

/** A template may say who does it. */
function implementerFor({ actor, app }: Turn, values: Readonly<Record<string, unknown>>): Readonly<Record<string, string>> {
  if (values.implementerId !== undefined) return {};
  const { groupId } = values;
  if (typeof groupId === 'string') return isAgent(actor) && worksIn(actor, groupId) ? { implementerId: actor.id } : {};
  return implementer(actor, idsIn(values.itemIds), app.desk.directory);
}

/** A beginning without an end ends after the wanted length. */
function withEnd(state: PlanState): PlanState {
  const { start, end, minutes } = windowOf(state);
  return start && !end ? inSlot({ ...state, minutes }, start) : state;
}

function cardInput(turn: Turn, state: PlanState, notice: Notice | undefined): PlanCardInput {
  const template = templateOfPlan(turn, state);
  return {
    state, notice, reader: turn.reader, context: turn.context,
    templates: usableTemplates(turn.app.desk.directory, turn.context.now),
    collisions: collisionsOfPlan(turn, state),
    slots: spreadOver(slotsOfPlan(turn, state, FEW_SLOTS).slots, windowOf(state).minutes, FEW_SLOTS, turn.reader.zone, windowOf(state).start),
    missing: missingOfPlan(turn, state),
    lockedFields: template?.lockedFields ?? [],
    templateValues: template?.values ?? {},
  };
}

/** The draft as a card, with what it collides with right now and the earliest free windows. */
export function showPlan(turn: Turn, state: PlanState, notice?: Notice): CardJson {
  return planCard(cardInput(turn, withEnd(state), notice));
}

export function showPlanDetails(turn: Turn, state: PlanState, notice?: Notice): CardJson {
  return planDetailsCard(cardInput(turn, withEnd(state), notice));
}

function namesOf({ app, reader }: Turn, { values }: PlanState): string {
  const { directory } = app.desk;
  const services = idsIn(values.serviceIds).flatMap((id) => {
    const service = directory.service(id);
    return service ? [(reader.language === 'de' ? service.nameDe : undefined) ?? service.name] : [];
  });
  return [...new Set([...services, ...idsIn(values.itemIds).flatMap((id) => directory.item(id)?.name ?? [])])].join(', ');
}

/** When there is room for it, as a card of its own. */
export function showSlots(turn: Turn, state: PlanState, notice?: Notice): CardJson {
  const { directory } = turn.app.desk;
  const near = state.nearIds.flatMap((id) => {
    const name = (directory.item(id) ?? directory.service(id))?.name;
    return name ? [{ id, name }] : [];
  }).slice(0, 4);
  return slotsCard({ state, names: namesOf(turn, state), near, ...slotsOfPlan(turn, state, SLOTS), reader: turn.reader, context: turn.context, notice });
}

/** "Mail server" was chosen among what may have been meant. */
export function withEntry({ app }: Turn, state: PlanState, id: unknown): PlanState {
  const { directory } = app.desk;
  if (typeof id !== 'string') return state;
  const field = directory.item(id) ? 'itemIds' : directory.service(id) ? 'serviceIds' : undefined;
  if (!field) return state;
  return { ...state, nearIds: [], values: { ...state.values, [field]: [...new Set([...idsIn(state.values[field]), id])] } };
}

/** Names that were typed into the draft: what is found is chosen, the rest is told. */
export function withNames({ app }: Turn, state: PlanState, typed: unknown): { readonly state: PlanState; readonly unknown?: string } {
  if (typeof typed !== 'string' || typed.trim() === '') return { state };
  const { directory } = app.desk;
  const { itemIds, serviceIds, masked } = findNamed(typed.slice(0, 300), directory);
  const rest = masked.replace(/[\ue000-\ue0ff]|(?<![\p{L}])(?:and|und)(?![\p{L}])/giu, ' ').replace(/[\s,;]+/g, ' ').trim();
  const near = rest ? nearNames(rest, directory, 6).map(({ id }) => id) : [];
  const added = (name: 'itemIds' | 'serviceIds', ids: readonly string[]) => (ids.length > 0 ? { [name]: [...new Set([...idsIn(state.values[name]), ...ids])] } : {});
  return {
    state: { ...state, nearIds: [...new Set([...near, ...state.nearIds])].slice(0, 12), values: { ...state.values, ...added('itemIds', itemIds), ...added('serviceIds', serviceIds) } },
    ...(rest && { unknown: rest }),
  };
}
