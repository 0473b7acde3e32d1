import { enteredFrom, followerOf, planFields, type Directory, type PlanStage } from '../../catalog';
import { conditionsHold, dayIn, type ConditionFields, type DecideContext } from '../../kernel';
import type { Ticket } from '../ticket';
import type { OrderFacts } from './plan-approvers';
import type { RequestTask } from './request-task';

/** How far an order has come. */
export interface Progress extends OrderFacts {
  readonly tasks: readonly RequestTask[];
  readonly receivedAt: string;
}

const MINUTE = 60_000;

export function progressOf(ticket: Ticket): Progress | undefined {
  const { ordered, requesterId, reporterId, groupId, answers = {}, tasks = [], receivedAt } = ticket;
  return ordered && requesterId ? { ordered, requesterId, answers, tasks, receivedAt, ...(reporterId && { reporterId }), ...(groupId && { groupId }) } : undefined;
}

/** What the conditions of its plan look at. Days are counted from the day on which it was ordered. */
export function fieldsOf({ ordered, answers, requesterId, reporterId, receivedAt }: Progress, config: Directory): ConditionFields {
  const { department, site } = config.person(requesterId) ?? {};
  return planFields(ordered.form, answers, ordered.costs, { department, site, isOnBehalf: reporterId !== undefined }, dayIn({ now: receivedAt, zone: 'UTC' }));
}

/** When work that takes so many minutes of service time from now is due; without a calendar they are minutes of the clock. */
export function taskDueAt(minutes: number | undefined, { config, now }: Pick<DecideContext<Directory>, 'config' | 'now'>): string | undefined {
  if (minutes === undefined) return undefined;
  const levels = config.serviceLevels();
  const agreement = levels.agreements.find(({ type, metric }) => type === 'sla' && metric === 'resolution');
  const time = agreement && levels.calendarFor(agreement, {})?.time;
  const at = time?.after(Date.parse(now), minutes * MINUTE) ?? Date.parse(now) + minutes * MINUTE;
  return new Date(at).toISOString();
}

export const stageOf = ({ ordered }: Progress, stageId: string | undefined): PlanStage | undefined => ordered.plan.find(({ id }) => id === stageId);

/** Does a stage ahead still need somebody's consent? */
export function needsConsent(progress: Progress, stageId: string | undefined, config: Directory): boolean {
  const fields = fieldsOf(progress, config);
  const stage = stageOf(progress, stageId);
  const seen = new Set<string>();
  for (let next = stage && enteredFrom(progress.ordered.plan, followerOf(progress.ordered.plan, stage), fields); next && !seen.has(next.id); next = enteredFrom(progress.ordered.plan, followerOf(progress.ordered.plan, next), fields)) {
    seen.add(next.id);
    if ((next.approvals ?? []).some(({ conditions }) => !conditions || conditionsHold(conditions, fields))) return true;
  }
  return false;
}
