import { conditionsHold, type ConditionFields } from '../kernel';
import type { Agreement } from './agreement';
import { DEFAULT_DAY_MINUTES, type TargetTime } from './agreement-schema';
import type { AgreementType, Metric } from './clock-views';
import type { OpenCalendar, ServiceLevels } from './service-levels';
import type { Step } from './steps';

const MINUTE = 60_000;

/** What is promised for a record as it is at one moment. */
export interface Terms {
  readonly agreement: Agreement;
  readonly open: OpenCalendar;
  readonly priority: string;
  readonly target: TargetTime;
}

/** Agreements among which the first that applies gives the terms of one clock. */
export interface ClockKind {
  readonly key: string;
  readonly metric: Metric;
  readonly type: AgreementType;
  readonly candidates: readonly Agreement[];
}

const isValidAt = ({ validFrom, validTo }: Agreement, receivedAt: string): boolean =>
  (!validFrom || validFrom <= receivedAt) && (!validTo || receivedAt < validTo);

/** One clock per metric for what is promised to the customer; one per agreement for groups and suppliers (domain.md 5.1). */
export function clockKinds({ agreements }: ServiceLevels, receivedAt: string): readonly ClockKind[] {
  const kinds = new Map<string, ClockKind & { readonly candidates: Agreement[] }>();
  for (const agreement of agreements) {
    if (!isValidAt(agreement, receivedAt)) continue;
    const { metric, type } = agreement;
    const key = type === 'sla' ? `sla ${metric}` : `${type} ${metric} ${agreement.id}`;
    const kind = kinds.get(key);
    if (kind) kind.candidates.push(agreement);
    else kinds.set(key, { key, metric, type, candidates: [agreement] });
  }
  return [...kinds.values()];
}

const applies = ({ conditions }: Agreement, fields: ConditionFields): boolean =>
  conditions?.applies === undefined || conditionsHold(conditions.applies, fields);

/** The item's own promise replaces the target of the resolution. */
function promised(kind: ClockKind, step: Step, levels: ServiceLevels): TargetTime | undefined {
  const minutes = kind.type === 'sla' && kind.metric === 'resolution' ? levels.promisedMinutes(step.fields) : undefined;
  return minutes === undefined ? undefined : { value: minutes, unit: 'minutes' };
}

/** The first agreement that applies and has a target for the priority; a target for `any` serves every other priority. */
export function termsAt(kind: ClockKind, step: Step, levels: ServiceLevels): Terms | undefined {
  const priority = step.fields.priority ?? '';
  for (const agreement of kind.candidates) {
    const target = agreement.targets[priority] ?? agreement.targets['any'];
    if (!target || !applies(agreement, step.fields)) continue;
    const open = levels.calendarFor(agreement, step.fields);
    if (open) return { agreement, open, priority, target: promised(kind, step, levels) ?? target };
  }
  return undefined;
}

/**
 * Target in whole minutes of calendar time, counted from the start of a cycle (rule 16). `endOfDays` becomes the open time
 * until that close; undefined when the calendar has no such day.
 */
export function targetMinutesOf({ agreement, open, target }: Terms, start: number): number | undefined {
  const { value, unit } = target;
  if (unit === 'minutes') return value;
  if (unit === 'hours') return Math.round(value * 60);
  if (unit === 'days') return Math.round(value * (agreement.dayMinutes ?? DEFAULT_DAY_MINUTES));
  const close = open.time.closeOfDay(start, value);
  return close === undefined ? undefined : Math.floor(open.time.between(start, close) / MINUTE);
}

/** Is it the same promise? A priority with the same target in the same agreement changes nothing. */
export function isSamePromise(left: Terms, right: Terms, start: number): boolean {
  return (
    left.agreement.id === right.agreement.id &&
    left.open.calendar.id === right.open.calendar.id &&
    targetMinutesOf(left, start) === targetMinutesOf(right, start)
  );
}
