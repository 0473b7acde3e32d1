import type { Directory } from '../../catalog';
import { refuse, type Refused } from '../../kernel';
import type { Change, ChangeTask } from '../change';
import { changeTaskSchema, closeTaskSchema, taskSchema } from '../change-schema';
import { nextTaskId } from '../task-id';
import { onChange } from './define';

const MAX_TASKS = 50;

function checkPeople({ groupId, assigneeId }: Pick<ChangeTask, 'groupId' | 'assigneeId'>, config: Directory): Refused | undefined {
  if (groupId && config.group(groupId)?.retired !== false) return refuse('kernel.invalidInput', undefined, [{ field: 'groupId', code: 'notFound' }]);
  if (assigneeId && config.person(assigneeId)?.retired !== false) return refuse('kernel.invalidInput', undefined, [{ field: 'assigneeId', code: 'notFound' }]);
  return undefined;
}

const openTask = ({ tasks }: Change, taskId: string): ChangeTask | Refused =>
  tasks.find(({ id, state }) => id === taskId && state === 'open') ?? refuse('changes.noOpenTask', undefined, [{ field: 'taskId', code: 'notFound' }]);

export const addTask = onChange('addTask', taskSchema, { repeat: 'safe' }, (change, input, { config }) => {
  if (change.tasks.length >= MAX_TASKS) return refuse('changes.tooManyTasks', { max: MAX_TASKS });
  return checkPeople(input, config) ?? { events: [{ type: 'TaskAdded', task: { ...input, id: nextTaskId(change), state: 'open' } }] };
});

export const changeTask = onChange('changeTask', changeTaskSchema, {}, (change, { taskId, ...input }, { config }) => {
  const task = openTask(change, taskId);
  if ('refused' in task) return task;
  // What was not asked for is not in a parsed input.
  return checkPeople(input, config) ?? { events: [{ type: 'TaskChanged', task: { ...task, ...input } }] };
});

export const closeTask = onChange('closeTask', closeTaskSchema, { repeat: 'safe' }, (change, { taskId, state, note }, { actor, now }) => {
  const task = openTask(change, taskId);
  if ('refused' in task) return task;
  if (state === 'skipped' && !note) return refuse('kernel.invalidInput', undefined, [{ field: 'note', code: 'required' }]);
  return { events: [{ type: 'TaskClosed', task: { ...task, state, closedAt: now, closedByName: actor.name, ...(note && { note }) } }] };
});
