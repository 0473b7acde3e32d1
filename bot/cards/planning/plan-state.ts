import { proposeSchema } from '../../../shared/changes/change-schema';

/** A drafted change lives on its card until it is proposed: nothing is stored for it, except texts that are too long for a card. */
export interface PlanState {
  /** Makes pressing twice propose one change. */
  readonly planId: string;
  /** Only the author proposes it; in a channel everybody sees the button. */
  readonly authorId: string;
  /** What is filled in, by the names of the fields of `changes.propose`. Not checked: `perform` does. */
  readonly values: Readonly<Record<string, unknown>>;
  /** How long the work takes, where no end was chosen. */
  readonly minutes: number;
  /** From where on windows are looked for, and until when: "next week". ISO instants. */
  readonly from?: string | undefined;
  readonly until?: string | undefined;
  /** Services and items that may have been meant: offered, not chosen. */
  readonly nearIds: readonly string[];
  /** Longer texts wait in this upload. */
  readonly longId?: string | undefined;
}

/** Fields of the first card; everything else stands on the second one. */
export const PLAN_MAIN = ['type', 'templateId', 'emergencyReason', 'title', 'serviceIds', 'itemIds', 'plannedStart', 'plannedEnd'] as const;
export const PLAN_TEXTS = ['reason', 'impact', 'implementationPlan', 'testPlan', 'backoutPlan', 'description'] as const;
export const PLAN_DETAILS = [
  'reason', 'impact', 'reach', 'isOutage', 'outageMinutes', 'implementationPlan', 'testPlan', 'backoutPlan', 'isBackoutTested', 'groupId', 'implementerId', 'isVendorInvolved', 'description',
] as const;

export const DEFAULT_MINUTES = 60;
const MAX_MINUTES = 90 * 1_440;
const MAX_NEAR = 12;

const isField = (name: string): boolean => Object.hasOwn(proposeSchema, name);
const isInstant = (value: unknown): value is string => typeof value === 'string' && value.length <= 40 && !Number.isNaN(Date.parse(value));
const isText = (value: unknown): value is string => typeof value === 'string' && value !== '';

/** Ids in a value, whatever else may stand there. */
export const idsIn = (value: unknown): readonly string[] => (Array.isArray(value) ? value.filter((id): id is string => typeof id === 'string' && /^[A-Z]{3}\d{7,10}$/.test(id)).slice(0, 50) : []);
export const textIn = (value: unknown): string => (typeof value === 'string' ? value : '');
export const instantIn = (value: unknown): string | undefined => (isInstant(value) ? new Date(value).toISOString() : undefined);

/** What a button carries besides the inputs of its card: `drawn` names the fields that have one there. */
export function planData(state: PlanState, drawn: readonly string[] = []): Readonly<Record<string, unknown>> {
  const { planId, authorId, values, minutes, from, until, nearIds, longId } = state;
  // A text that waits in an upload need not travel with every button.
  const isCarried = (name: string, value: unknown): boolean =>
    value !== undefined && !drawn.includes(name) && !(longId !== undefined && (PLAN_TEXTS as readonly string[]).includes(name));
  const fields = Object.fromEntries(Object.entries(values).filter(([name, value]) => isCarried(name, value)));
  return {
    plan: planId, by: authorId, minutes, ...(Object.keys(fields).length > 0 && { fields }), ...(from && { from }), ...(until && { until }),
    ...(nearIds.length > 0 && { near: nearIds }), ...(longId && { longId }),
  };
}

/** Reads a draft back from what a card sent; nothing in it is trusted, what is odd is left out. An emptied input empties its field. */
export function readPlan(card: Readonly<Record<string, unknown>>, inputs: Readonly<Record<string, unknown>>): PlanState | undefined {
  if (typeof card.plan !== 'string' || typeof card.by !== 'string' || !/^[\w-]{1,64}$/.test(card.plan)) return undefined;
  const fields = typeof card.fields === 'object' && card.fields !== null && !Array.isArray(card.fields) ? (card.fields as Record<string, unknown>) : {};
  const merged = Object.entries({ ...fields, ...inputs }).filter(([name, value]) => isField(name) && value !== undefined && value !== null && value !== '');
  const minutes = typeof card.minutes === 'number' && Number.isFinite(card.minutes) ? Math.round(card.minutes) : DEFAULT_MINUTES;
  return {
    planId: card.plan,
    authorId: card.by,
    values: Object.fromEntries(merged),
    minutes: Math.min(Math.max(minutes, 1), MAX_MINUTES),
    from: instantIn(card.from),
    until: instantIn(card.until),
    nearIds: idsIn(card.near).slice(0, MAX_NEAR),
    longId: isText(card.longId) && /^[a-z0-9-]{8,64}$/.test(card.longId) ? card.longId : undefined,
  };
}

/** The window as far as it makes sense: an end that is not after its start is none. */
export function windowOf({ values, minutes }: PlanState): { readonly start?: string; readonly end?: string; readonly minutes: number } {
  const start = instantIn(values.plannedStart);
  const end = instantIn(values.plannedEnd);
  if (!start || !end || end <= start) return { ...(start && { start }), minutes };
  return { start, end, minutes: Math.min(Math.round((Date.parse(end) - Date.parse(start)) / 60_000), MAX_MINUTES) };
}
