import { enteredFrom, followerOf, planFields, REFUSAL_ENDS, REFUSAL_RETURNS, type Directory, type PlanStage } from '../../catalog';
import { conditionsHold, dayIn, isRefused, type ConditionFields, type DecideContext, type Refused } from '../../kernel';
import { translator } from '../../strings';
import type { Ticket } from '../ticket';
import type { TicketEvent } from '../ticket-events';
import type { ResolutionCode } from '../ticket-schema';
import type { TaskEnd } from './fulfillment-schema';
import { approvalOfStage, type OrderFacts } from './plan-approvers';
import { hasBegun, openTasks, rollUp, type RequestTask } from './request-task';

type Context = DecideContext<Directory>;

/** How far an order has come: what `follow` needs to know of a ticket that may not be there yet. */
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
export function taskDueAt(minutes: number | undefined, { config, now }: Pick<Context, 'config' | 'now'>): string | undefined {
  if (minutes === undefined) return undefined;
  const levels = config.serviceLevels();
  const agreement = levels.agreements.find(({ type, metric }) => type === 'sla' && metric === 'resolution');
  const time = agreement && levels.calendarFor(agreement, {})?.time;
  const at = time?.after(Date.parse(now), minutes * MINUTE) ?? Date.parse(now) + minutes * MINUTE;
  return new Date(at).toISOString();
}

/** The tasks of a stage as they begin: those that wait for nobody are open. */
function tasksOf(stage: PlanStage, fields: ConditionFields, context: Context): readonly RequestTask[] {
  const { config, now } = context;
  const wanted = (stage.tasks ?? []).filter(({ conditions }) => !conditions || conditionsHold(conditions, fields));
  const key = (id: string): string => `${stage.id}.${id}`;
  const tasks = wanted.map(({ id, title, groupId, assigneeId, after = [], dueMinutes, workMinutes }): RequestTask => {
    // What is not done at all holds nobody up.
    const waitsFor = after.filter((other) => wanted.some((task) => task.id === other)).map(key);
    const assigneeName = config.person(assigneeId)?.name;
    return {
      id: key(id), title, state: 'pending', stageId: stage.id, ...(waitsFor.length > 0 && { after: waitsFor }), ...(groupId && { groupId }), ...(assigneeId && assigneeName && { assigneeId, assigneeName }),
      ...(dueMinutes && { dueMinutes }), ...(workMinutes && { workMinutes }),
    };
  });
  return openTasks(tasks, now, (task) => taskDueAt(task.dueMinutes, context));
}

const CODE_AFTER: Readonly<Record<TaskEnd, ResolutionCode>> = { complete: 'delivered', incomplete: 'deliveredInPart', skipped: 'notDelivered' };

/** All stages are over: the tasks say what came of it. Without any, somebody of the group fulfills it by hand. */
function finished({ tasks }: Progress, { config }: Context): readonly TicketEvent[] {
  const end = rollUp(tasks);
  if (!end) return [];
  const t = translator(config.settings().defaultLanguage ?? 'en');
  const undone = tasks.filter(({ state }) => state !== 'complete').map(({ title, note }) => `${title.en}${note ? `: ${note}` : ''}`);
  const notes = [t('plan.finished', { count: tasks.length, undone: undone.length }), ...undone].join('\n');
  return [{ type: 'TicketResolved', code: CODE_AFTER[end], notes, state: 'fulfilled' }];
}

/** Everything that happens by itself from this stage on, until somebody has to do something. */
function enter(stageId: string | undefined, progress: Progress, context: Context): readonly TicketEvent[] | Refused {
  const fields = fieldsOf(progress, context.config);
  const stage = enteredFrom(progress.ordered.plan, stageId, fields);
  if (!stage) return finished(progress, context);
  const approval = approvalOfStage(stage, progress, fields, context);
  if (isRefused(approval)) return approval;
  const entered: TicketEvent = { type: 'StageEntered', stageId: stage.id };
  if (approval) return [entered, { type: 'ApprovalRequested', approval, state: 'awaitingApproval', stageId: stage.id }];
  const opened = open(stage, progress, context);
  return isRefused(opened) ? opened : [entered, ...opened];
}

/** The stage has its consents: steps are taken, tasks come up. A stage without tasks is over at once. */
function open(stage: PlanStage, progress: Progress, context: Context): readonly TicketEvent[] | Refused {
  const steps = (stage.steps ?? []).map((step): TicketEvent => ({ type: 'StepTaken', stageId: stage.id, step }));
  const tasks = tasksOf(stage, fieldsOf(progress, context.config), context);
  const state = hasBegun(progress.tasks) ? 'inFulfillment' : 'approved';
  const opened: TicketEvent = { type: 'StageOpened', stageId: stage.id, tasks, state };
  if (tasks.length > 0) return [...steps, opened];
  const rest = enter(followerOf(progress.ordered.plan, stage), progress, context);
  return isRefused(rest) ? rest : [...steps, opened, ...rest];
}

const stageOf = ({ ordered }: Progress, stageId: string | undefined): PlanStage | undefined => ordered.plan.find(({ id }) => id === stageId);

/** An order begins: its plan from the first stage on. */
export const beginPlan = (progress: Progress, context: Context): readonly TicketEvent[] | Refused => enter(progress.ordered.plan[0]?.id, progress, context);

/** The consents of the present stage are there. */
export function afterApproval(progress: Progress, stageId: string | undefined, context: Context): readonly TicketEvent[] | Refused {
  const stage = stageOf(progress, stageId);
  return stage ? open(stage, progress, context) : [];
}

/** The tasks of the present stage are over; `progress` has them as they are now. */
export function afterTasks(progress: Progress, stageId: string | undefined, context: Context): readonly TicketEvent[] | Refused {
  const stage = stageOf(progress, stageId);
  const isOver = rollUp(progress.tasks.filter((task) => task.stageId === stageId)) !== undefined;
  return stage && isOver ? enter(followerOf(progress.ordered.plan, stage), progress, context) : [];
}

/** Where a refused consent leads: to the end, back to whoever ordered it, or to another stage. */
export function afterRefusal(progress: Progress, stageId: string | undefined, context: Context): { readonly state: 'rejected' | 'returned' } | { readonly events: readonly TicketEvent[] } | Refused {
  const target = stageOf(progress, stageId)?.onRefusal ?? REFUSAL_ENDS;
  if (target === REFUSAL_ENDS) return { state: 'rejected' };
  if (target === REFUSAL_RETURNS) return { state: 'returned' };
  const events = enter(target, progress, context);
  return isRefused(events) ? events : { events };
}

/** The consents of the present stage are asked for again, on what is answered now. */
export function askAgain(progress: Progress, stageId: string | undefined, context: Context): readonly TicketEvent[] | Refused {
  return enter(stageId ?? progress.ordered.plan[0]?.id, progress, context);
}

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
