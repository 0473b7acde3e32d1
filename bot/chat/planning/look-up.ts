import { DateTime } from 'luxon';
import { isRefused } from '../../../shared/kernel';
import { collisionView, missingFields, servicesOf, type ChangeContent, type CollisionView } from '../../../shared/changes';
import { changeFields } from '../../../shared/changes/change-schema';
import type { TemplateSummary } from '../../../shared/change-templates/change-template-views';
import type { ChangeType, Collision, Slot, WorkToPlace } from '../../../shared/scheduling';
import { labelText } from '../../../shared/strings';
import { idsIn, instantIn, PLAN_TEXTS, textIn, windowOf, type PlanState } from '../../cards/planning/plan-state';
import { bytesOf } from '../../cards/parts/plain-text';
import type { Turn } from '../turn';
import { usableTemplates } from './find-template';

const DAY_MS = 86_400_000;
/** Windows are looked for so far ahead (domain.md 3.5). */
export const LOOK_AHEAD_DAYS = 90;

const TYPES: readonly ChangeType[] = ['standard', 'normal', 'emergency'];
export const typeOf = ({ values }: PlanState): ChangeType => TYPES.find((type) => type === values.type) ?? 'normal';

export function templateOfPlan({ app, context }: Turn, state: PlanState): TemplateSummary | undefined {
  return typeOf(state) === 'standard' ? usableTemplates(app.desk.directory, context.now).find(({ id }) => id === state.values.templateId) : undefined;
}

/** What a change made from this draft would hold: the template's values, and over them what was written. */
export function effectiveValues(turn: Turn, state: PlanState): Readonly<Record<string, unknown>> {
  return { ...templateOfPlan(turn, state)?.values, ...state.values };
}

/** The work as the calendar sees it. */
export function workOfPlan(turn: Turn, state: PlanState): WorkToPlace {
  const { directory } = turn.app.desk;
  const values = effectiveValues(turn, state);
  const itemIds = idsIn(values.itemIds).filter((id) => directory.item(id) !== undefined);
  const serviceIds = servicesOf({ itemIds, serviceIds: idsIn(values.serviceIds) }, directory).map(({ id }) => id);
  const template = templateOfPlan(turn, state);
  const implementerId = textIn(values.implementerId);
  return { type: typeOf(state), serviceIds, itemIds, ...(template && { templateId: template.id }), ...(implementerId && { implementerId }) };
}

const viewOf = ({ app, actor }: Turn, collisions: readonly Collision[]): readonly CollisionView[] => collisions.map((collision) => collisionView(collision, [], app.desk.directory, actor));

/** What the chosen window runs into right now; undefined where no whole window is chosen. */
export function collisionsOfPlan(turn: Turn, state: PlanState): readonly CollisionView[] | undefined {
  const { start, end } = windowOf(state);
  if (!start || !end) return undefined;
  return viewOf(turn, turn.app.desk.directory.schedule().collisionsOf({ ...workOfPlan(turn, state), from: start, to: end }, turn.context.now));
}

export interface FoundSlots {
  readonly slots: readonly Slot[];
  readonly refused: readonly { readonly from: string; readonly to: string; readonly collisions: readonly CollisionView[] }[];
}

/**
 * A free stretch is one answer, however long it is: where there are few, the same hour on the days after it is offered, too, the
 * wished one where an hour was wished.
 */
export function spreadOver(slots: readonly Slot[], minutes: number, count: number, zone: string, wished?: string): readonly Slot[] {
  const hour = wished === undefined ? undefined : DateTime.fromISO(wished, { zone });
  const found = new Map<string, Slot>();
  for (const slot of slots) {
    const first = DateTime.fromISO(slot.from, { zone });
    found.set(slot.from, slot);
    for (let day = 0; day <= count && slots.length < count; day += 1) {
      const at = first.plus({ days: day }).set(hour ? { hour: hour.hour, minute: hour.minute } : {}).toUTC().toISO();
      if (!at || at < slot.from || at > slot.latestStart) continue;
      found.set(at, { ...slot, from: at, to: new Date(Date.parse(at) + minutes * 60_000).toISOString() });
    }
  }
  return [...found.values()].sort((left, right) => left.from.localeCompare(right.from)).slice(0, count);
}

/** The next full five minutes: nobody starts at 10:03:27. */
const rounded = (at: string): string => new Date(Math.ceil(Date.parse(at) / 300_000) * 300_000).toISOString();

/** The earliest windows that collide with nothing, and what blocks the time before them. */
export function slotsOfPlan(turn: Turn, state: PlanState, count: number): FoundSlots {
  const { app, context } = turn;
  const { start, minutes } = windowOf(state);
  const wanted = start ?? state.from ?? context.now;
  const earliest = rounded(wanted < context.now ? context.now : wanted);
  const furthest = new Date(Date.parse(earliest) + LOOK_AHEAD_DAYS * DAY_MS).toISOString();
  const latest = !start && state.until && state.until > earliest && state.until < furthest ? state.until : furthest;
  const found = app.desk.directory.schedule().findSlots({ work: workOfPlan(turn, state), minutes, earliest, latest, count }, context.now);
  // The last start that was looked at is as good as the end of the time.
  const lastStart = new Date(Date.parse(latest) - minutes * 60_000).toISOString();
  return { slots: found.slots, refused: found.refused.map((entry) => ({ from: entry.from, to: entry.to > lastStart ? latest : entry.to, collisions: viewOf(turn, entry.collisions) })) };
}

/** What has to be filled in before it can be submitted. */
export function missingOfPlan(turn: Turn, state: PlanState): readonly string[] {
  const fields = missingFields({ ...(effectiveValues(turn, state) as unknown as ChangeContent), type: typeOf(state) });
  return fields.map((name) => labelText(changeFields[name].label, turn.reader.language));
}

/** More than this does not travel with every button. */
const MAX_CARRIED_BYTES = 1_200;

const textsOf = ({ values }: PlanState): Readonly<Record<string, string>> =>
  Object.fromEntries(PLAN_TEXTS.flatMap((name) => (typeof values[name] === 'string' && values[name] !== '' ? [[name, values[name]]] : [])));

/** Moves texts that are too long for a card into an upload of the author; they stay in `values` as well. */
export async function keepTexts({ app, actor }: Turn, state: PlanState): Promise<PlanState> {
  const texts = textsOf(state);
  const { longId: _former, ...rest } = state;
  if (bytesOf(texts) <= MAX_CARRIED_BYTES) return rest;
  const stored = await app.uploads.store({ name: 'change.json', type: 'application/json', content: Buffer.from(JSON.stringify(texts)) }, actor);
  // Where they cannot be kept they travel along after all, as far as a card has room.
  return isRefused(stored) ? rest : { ...rest, longId: stored.id };
}

/**
 * The draft with its longer texts, except those that were just typed or emptied; undefined when they are no longer there. Only
 * the author's own uploads are read.
 */
export async function withTexts({ app, actor }: Turn, state: PlanState, typed: readonly string[]): Promise<PlanState | undefined> {
  if (!state.longId) return state;
  const isOwn = (await app.uploads.claim([state.longId], actor)) !== undefined;
  const content = isOwn ? await app.uploads.read(state.longId) : undefined;
  if (!content) return undefined;
  try {
    const kept = JSON.parse(content.toString('utf8')) as Record<string, unknown>;
    const texts = Object.fromEntries(PLAN_TEXTS.flatMap((name) => (typeof kept[name] === 'string' && !typed.includes(name) ? [[name, kept[name]]] : [])));
    return { ...state, values: { ...texts, ...state.values } };
  } catch {
    // A file of the author's that is none of ours.
    return undefined;
  }
}

/** A window of the wanted length from this instant on. */
export function inSlot(state: PlanState, slot: unknown): PlanState {
  const from = instantIn(slot);
  if (!from) return state;
  const { minutes } = windowOf(state);
  return { ...state, minutes, values: { ...state.values, plannedStart: from, plannedEnd: new Date(Date.parse(from) + minutes * 60_000).toISOString() } };
}
