import { enteredFrom, followerOf, REFUSAL_ENDS, REFUSAL_RETURNS, type Directory, type PlanStage } from '../../catalog';
import { conditionsHold, isRefused, type ConditionFields, type Decided, type DecideContext, type Refused } from '../../kernel';
import { translator } from '../../strings';
import type { Ticket } from '../ticket';
import type { TicketEvent } from '../ticket-events';
import { isOpen } from '../ticket-lifecycle';
import type { ResolutionCode } from '../ticket-schema';
import type { TaskEnd } from './fulfillment-schema';
import { approvalOfStage } from './plan-approvers';
import { fieldsOf, progressOf, stageOf, taskDueAt, type Progress } from './plan-progress';
import { hasBegun, isClosedTask, openTasks, rollUp, type RequestTask } from './request-task';
import { and, takeSteps, type Course } from './take-step';

type Context = DecideContext<Directory>;

/** What follows by itself: events, and in whose name those are that the plan has brought about. */
export type Followed = Pick<Decided<TicketEvent>, 'events' | 'inTheNameOf'>;

const NOTHING: Followed = { events: [] };
const courseOf = (ticket: Ticket): Course => ({ ticket, events: [], inTheNameOf: new Map() });
const followed = (course: Course | Refused): Followed | Refused => (isRefused(course) ? course : { events: course.events, inTheNameOf: course.inTheNameOf });

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
function finish(course: Course, { tasks }: Progress, context: Context): Course {
  const end = rollUp(tasks);
  if (!end) return course;
  const t = translator(context.config.settings().defaultLanguage ?? 'en');
  const undone = tasks.filter(({ state }) => state !== 'complete').map(({ title, note }) => `${title.en}${note ? `: ${note}` : ''}`);
  const notes = [t('plan.finished', { count: tasks.length, undone: undone.length }), ...undone].join('\n');
  return and(course, { type: 'TicketResolved', code: CODE_AFTER[end], notes, state: 'fulfilled' }, context);
}

/** Everything that happens by itself from this stage on, until somebody has to do something. */
function enter(stageId: string | undefined, course: Course, context: Context): Course | Refused {
  const progress = progressOf(course.ticket);
  if (!progress) return course;
  const fields = fieldsOf(progress, context.config);
  const stage = enteredFrom(progress.ordered.plan, stageId, fields);
  if (!stage) return finish(course, progress, context);
  const approval = approvalOfStage(stage, progress, fields, context);
  if (isRefused(approval)) return approval;
  const entered = and(course, { type: 'StageEntered', stageId: stage.id }, context);
  if (approval) return and(entered, { type: 'ApprovalRequested', approval, state: 'awaitingApproval', stageId: stage.id }, context);
  return goThrough(stage, entered, context);
}

/** A stage without tasks is over at once. A request that a step has ended goes no further. */
function goThrough(stage: PlanStage, course: Course, context: Context): Course | Refused {
  const opened = openStage(stage, course, context);
  const { ordered, tasks = [], state } = opened.ticket;
  const isHeldUp = tasks.some((task) => task.stageId === stage.id && !isClosedTask(task));
  return !ordered || isHeldUp || !isOpen(state) ? opened : enter(followerOf(ordered.plan, stage), opened, context);
}

/**
 * The stage has its consents: steps are taken, tasks come up. They come up before the first action, which meets the request in
 * work. A dry run opens stages by this too.
 */
export function openStage(stage: PlanStage, course: Course, context: Context): Course {
  const steps = stage.steps ?? [];
  const firstAction = steps.findIndex(({ kind }) => kind === 'action');
  const before = firstAction < 0 ? steps : steps.slice(0, firstAction);
  const told = takeSteps(course, stage, before, context);
  const progress = progressOf(told.ticket) as Progress;
  const state = hasBegun(progress.tasks) ? 'inFulfillment' : 'approved';
  const opened = and(told, { type: 'StageOpened', stageId: stage.id, tasks: tasksOf(stage, fieldsOf(progress, context.config), context), state }, context);
  return takeSteps(opened, stage, steps.slice(before.length), context);
}

/** An order begins: its plan from the first stage on. */
export const beginPlan = (ticket: Ticket, context: Context): Followed | Refused => followed(enter(ticket.ordered?.plan[0]?.id, courseOf(ticket), context));

/** The consents of the present stage are there. */
export function afterApproval(ticket: Ticket, context: Context): Followed | Refused {
  const progress = progressOf(ticket);
  const stage = progress && stageOf(progress, ticket.stageId);
  return stage ? followed(goThrough(stage, courseOf(ticket), context)) : NOTHING;
}

/** The tasks of the present stage are over. */
export function afterTasks(ticket: Ticket, context: Context): Followed | Refused {
  const progress = progressOf(ticket);
  const stage = progress && stageOf(progress, ticket.stageId);
  const isOver = rollUp((ticket.tasks ?? []).filter((task) => task.stageId === ticket.stageId)) !== undefined;
  return stage && isOver ? followed(enter(followerOf(progress.ordered.plan, stage), courseOf(ticket), context)) : NOTHING;
}

/** Where a refused consent leads: to the end, back to whoever ordered it, or to the stage of this id. */
export function refusalLeadsTo(ticket: Ticket): { readonly state: 'rejected' | 'returned' } | { readonly stageId: string } {
  const progress = progressOf(ticket);
  const target = (progress && stageOf(progress, ticket.stageId)?.onRefusal) ?? REFUSAL_ENDS;
  if (target === REFUSAL_ENDS) return { state: 'rejected' };
  return target === REFUSAL_RETURNS ? { state: 'returned' } : { stageId: target };
}

/** The plan goes on at another stage than the next one. */
export const goTo = (ticket: Ticket, stageId: string, context: Context): Followed | Refused => followed(enter(stageId, courseOf(ticket), context));

/** The consents of the present stage are asked for again, on what is answered now. */
export const askAgain = (ticket: Ticket, context: Context): Followed | Refused => goTo(ticket, ticket.stageId ?? ticket.ordered?.plan[0]?.id ?? '', context);
