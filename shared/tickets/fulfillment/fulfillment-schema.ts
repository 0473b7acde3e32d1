import { choice, group, money, number, paragraph, person, structured, text } from '../../kernel';

/** domain.md 3.2. `pending` waits for others of its stage. */
export const TASK_STATES = ['pending', 'open', 'inProgress', 'complete', 'incomplete', 'skipped'] as const;
export type TaskState = (typeof TASK_STATES)[number];
export const TASK_ENDS = ['complete', 'incomplete', 'skipped'] as const satisfies readonly TaskState[];
export type TaskEnd = (typeof TASK_ENDS)[number];

export const addTaskSchema = {
  title: text({ label: 'field.task.title', required: true, min: 3, max: 120 }),
  groupId: group({ label: 'field.task.group', help: 'help.task.group' }),
  assigneeId: person({ label: 'field.task.assignee' }),
  dueMinutes: number({ label: 'field.task.dueMinutes', atLeast: 1, atMost: 1_000_000, isWhole: true }),
};

/** A stage, a dot and a task, each of at most 30 characters. */
const taskId = text({ label: 'field.task.id', required: true, max: 61 });

export const startTaskSchema = { taskId };
export const assignTaskSchema = { taskId, groupId: addTaskSchema.groupId, assigneeId: addTaskSchema.assigneeId };
export const closeTaskSchema = {
  taskId,
  state: choice(TASK_ENDS, 'taskState', { label: 'field.task.end', required: true }),
  note: paragraph({ label: 'field.task.note', max: 2_000, requiredIf: [[{ field: 'state', is: ['incomplete', 'skipped'] }]] }),
  minutes: number({ label: 'field.task.minutes', help: 'help.task.minutes', atLeast: 0, atMost: 100_000, isWhole: true }),
  cost: money({ label: 'field.task.cost', atLeast: 0, atMost: 10_000_000 }),
};

export const recordCostSchema = {
  amount: money({ label: 'field.cost.amount', required: true, atLeast: -10_000_000, atMost: 10_000_000 }),
  note: text({ label: 'field.cost.note', required: true, max: 300 }),
};

export const resubmitSchema = {
  /** What is answered anew; absent: as it was. */
  answers: structured<Readonly<Record<string, unknown>>>()({ label: 'field.ticket.answers' }),
};
