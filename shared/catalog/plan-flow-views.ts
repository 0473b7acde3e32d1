import { askedFields, conditionsHold, type ConditionFields, type Schema } from '../kernel';
import { DONE, type CostLine, type Plan, type PlanStage } from './plan-schema';

type Answers = Readonly<Record<string, unknown>>;

/** What conditions of a plan look at, besides the answers. */
export interface AboutRequest {
  readonly department?: string | undefined;
  readonly site?: string | undefined;
  /** Somebody else ordered it for whom it is for. */
  readonly isOnBehalf: boolean;
}

/** Names of the fields that are not answers. */
export const REQUEST_FIELDS = ['request.cost', 'request.department', 'request.site', 'request.isOnBehalf'] as const;
const DAY_MS = 86_400_000;

/** What it costs in the first year, in the currency of the catalog. */
export function plannedCost(costs: readonly CostLine[] | undefined, form: Schema, answers: Answers): number | undefined {
  if (!costs || costs.length === 0) return undefined;
  const { answers: asked } = askedFields(form, answers);
  const numberIn = (name: string | undefined): number | undefined => (name !== undefined && typeof answers[name] === 'number' ? answers[name] : undefined);
  const total = costs.filter(({ conditions }) => !conditions || conditionsHold(conditions, asked)).reduce((sum, { amount, amountOf, times, per }) => {
    const each = (amountOf ? numberIn(amountOf) : amount) ?? 0;
    return sum + each * (times ? (numberIn(times) ?? 1) : 1) * (per === 'month' ? 12 : 1);
  }, 0);
  return Math.round(total * 100) / 100;
}

/** Days from the beginning that a date names to this date, by `<field>.days`. */
function spans(form: Schema, answers: Answers, today: string): ConditionFields {
  return Object.fromEntries(Object.entries(form).flatMap(([name, { notBefore }]) => {
    const end = answers[name];
    const start = notBefore === 'today' ? today : notBefore && answers[notBefore];
    if (typeof end !== 'string' || typeof start !== 'string') return [];
    return [[`${name}.days`, String(Math.round((Date.parse(end.slice(0, 10)) - Date.parse(start.slice(0, 10))) / DAY_MS))]];
  }));
}

/** Everything that conditions of a plan may look at: the answers, how long from one date to another, and the request itself. */
export function planFields(form: Schema, answers: Answers, costs: readonly CostLine[] | undefined, about: AboutRequest, today: string): ConditionFields {
  const cost = plannedCost(costs, form, answers);
  return {
    ...askedFields(form, answers).answers, ...spans(form, answers, today),
    'request.cost': cost === undefined ? undefined : String(cost), 'request.department': about.department, 'request.site': about.site, 'request.isOnBehalf': String(about.isOnBehalf),
  };
}

/** Where a stage leads when it is over; undefined: the plan is done. */
export function followerOf(plan: Plan, stage: PlanStage): string | undefined {
  if (stage.next !== undefined) return stage.next === DONE ? undefined : stage.next;
  return plan[plan.indexOf(stage) + 1]?.id;
}

/** The stage that is entered from here on, passing over those whose conditions do not hold; undefined: there is none left. */
export function enteredFrom(plan: Plan, stageId: string | undefined, fields: ConditionFields): PlanStage | undefined {
  const seen = new Set<string>();
  for (let id = stageId; id !== undefined && !seen.has(id); ) {
    const stage = plan.find((entry) => entry.id === id);
    if (!stage) return undefined;
    if (!stage.conditions || conditionsHold(stage.conditions, fields)) return stage;
    seen.add(id);
    id = followerOf(plan, stage);
  }
  return undefined;
}

/** Every stage that will be entered from here on if nobody refuses, in order. */
export function pathFrom(plan: Plan, stageId: string | undefined, fields: ConditionFields): readonly PlanStage[] {
  const path: PlanStage[] = [];
  for (let stage = enteredFrom(plan, stageId, fields); stage && !path.includes(stage); stage = enteredFrom(plan, followerOf(plan, stage), fields)) path.push(stage);
  return path;
}
