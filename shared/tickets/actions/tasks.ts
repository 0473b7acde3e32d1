import type { Directory } from '../../catalog';
import { isRefused, refuse, worksIn, type Actor, type DecideContext, type Refused } from '../../kernel';
import { addTaskSchema, assignTaskSchema, closeTaskSchema, recordCostSchema, startTaskSchema } from '../fulfillment/fulfillment-schema';
import { afterTasks } from '../fulfillment/follow-plan';
import { taskDueAt } from '../fulfillment/plan-progress';
import { isClosedTask, isOpenTask, nextTaskId, openTasks, type RequestTask } from '../fulfillment/request-task';
import type { Ticket } from '../ticket';
import { afterEvent, type TicketEvent } from '../ticket-events';
import { onTicket } from './define';

type Context = DecideContext<Directory>;

const MAX_TASKS = 80;

const invalid = (field: string, code: string): Refused => refuse('kernel.invalidInput', undefined, [{ field, code }]);

/** Who works on it: the group of the task, or that of the ticket. */
export const groupOfTask = (task: Pick<RequestTask, 'groupId'>, ticket: Pick<Ticket, 'groupId'>): string | undefined => task.groupId ?? ticket.groupId;

/** Whose task it is may work on it; so may those of its group and whoever has the whole ticket. */
function mayWork(actor: Actor, task: RequestTask, ticket: Ticket): boolean {
  return actor.roles.includes('system') || [task.assigneeId, ticket.assigneeId].includes(actor.id) || worksIn(actor, groupOfTask(task, ticket)) || actor.leadsGroupIds.includes(ticket.groupId ?? '');
}

function taskFor(ticket: Ticket, taskId: string, actor: Actor): RequestTask | Refused {
  const task = ticket.tasks?.find(({ id }) => id === taskId);
  if (!task || isClosedTask(task)) return refuse('tickets.noOpenTask', undefined, [{ field: 'taskId', code: 'notFound' }]);
  return mayWork(actor, task, ticket) ? task : refuse('tickets.notYourTask');
}

interface Assignment {
  readonly groupId?: string;
  readonly assigneeId?: string;
}

/** The group and person a task goes to, or why not. */
function assignment({ groupId, assigneeId }: Assignment, ticket: Ticket, config: Directory): Pick<RequestTask, 'groupId' | 'assigneeId' | 'assigneeName'> | Refused {
  const group = config.group(groupId);
  if (groupId && (group?.retired !== false || group.isBoard)) return invalid('groupId', 'notFound');
  const person = config.person(assigneeId);
  if (assigneeId && person?.retired !== false) return invalid('assigneeId', 'notFound');
  const works = config.group(groupId ?? ticket.groupId);
  const isMember = works?.memberIds?.includes(assigneeId ?? '') || works?.leadIds?.includes(assigneeId ?? '');
  // A task may go to somebody who is in no support group at all, such as a colleague who knows the form; within a group it stays there.
  if (groupId && person && !isMember) return refuse('tickets.notMember', { person: person.name, group: group!.name });
  return { ...(groupId && { groupId }), ...(person && { assigneeId: person.id, assigneeName: person.name }) };
}

/** One more piece of work, on an incident as on a request. */
export const addTask = onTicket('addTask', addTaskSchema, 'safe', (ticket, { title, dueMinutes, ...whom }, context) => {
  const tasks = ticket.tasks ?? [];
  if (tasks.length >= MAX_TASKS) return refuse('tickets.tooManyTasks', { max: MAX_TASKS });
  const assigned = assignment(whom, ticket, context.config);
  if (isRefused(assigned)) return assigned;
  const dueAt = taskDueAt(dueMinutes, context);
  const task: RequestTask = { id: nextTaskId(tasks), title: { en: title }, state: 'open', openedAt: context.now, ...assigned, ...(dueMinutes && { dueMinutes }), ...(dueAt && { dueAt }) };
  return { events: [{ type: 'TaskAdded', task }] };
});

export const assignTask = onTicket('assignTask', assignTaskSchema, 'check', (ticket, { taskId, ...whom }, { actor, config }) => {
  const task = taskFor(ticket, taskId, actor);
  if (isRefused(task)) return task;
  if (!whom.groupId && !whom.assigneeId) return refuse('tickets.noAssignee');
  const { assigneeId: _id, assigneeName: _name, ...rest } = task;
  const assigned = assignment({ ...(task.groupId && { groupId: task.groupId }), ...whom }, ticket, config);
  return isRefused(assigned) ? assigned : { events: [{ type: 'TaskAssigned', task: { ...rest, ...assigned } }] };
});

/** The first one that is begun brings the request into fulfillment (domain.md 3.2). */
const begun = ({ kind, state }: Ticket): Ticket['state'] => (kind === 'request' && state === 'approved' ? 'inFulfillment' : state);

export const startTask = onTicket('startTask', startTaskSchema, 'check', (ticket, { taskId }, { actor, now }) => {
  const task = taskFor(ticket, taskId, actor);
  if (isRefused(task)) return task;
  if (task.state !== 'open') return refuse(task.state === 'pending' ? 'tickets.taskWaits' : 'tickets.taskBegun');
  const mine = task.assigneeId ? {} : { assigneeId: actor.id, assigneeName: actor.name };
  return { events: [{ type: 'TaskStarted', task: { ...task, ...mine, state: 'inProgress', startedAt: now }, state: begun(ticket) }] };
});

/** Over, one way or another: what waited for it comes up, and the last one of its stage brings the next stage. */
export const closeTask = onTicket('closeTask', closeTaskSchema, 'check', (ticket, { taskId, state, note, minutes, cost }, context: Context) => {
  const { actor, now } = context;
  const task = taskFor(ticket, taskId, actor);
  if (isRefused(task)) return task;
  if (!isOpenTask(task) && state !== 'skipped') return refuse('tickets.taskWaits');
  const closed: RequestTask = { ...task, state, closedAt: now, closedByName: actor.name, ...(note && { note }), ...(minutes !== undefined && { minutes }), ...(cost !== undefined && { cost }) };
  const tasks = (ticket.tasks ?? []).map((entry) => (entry.id === task.id ? closed : entry));
  const after = openTasks(tasks, now, (entry) => taskDueAt(entry.dueMinutes, context));
  const opened = after.filter((entry, index) => entry !== tasks[index]);
  const event: TicketEvent = { type: 'TaskClosed', task: closed, opened, state: begun(ticket) };
  if (!task.stageId || task.stageId !== ticket.stageId) return { events: [event] };
  const rest = afterTasks(afterEvent(ticket, event, context), context);
  return isRefused(rest) ? rest : { ...rest, events: [event, ...rest.events] };
});

/** Money that was spent, or came back, on top of what tasks have cost. */
export const recordCost = onTicket('recordCost', recordCostSchema, 'safe', (_ticket, { amount, note }) => ({ events: [{ type: 'CostRecorded', amount, note }] }));
