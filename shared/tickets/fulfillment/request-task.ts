import type { CostLine, Plan, Words } from '../../catalog';
import type { Schema } from '../../kernel';
import type { TaskEnd, TaskState } from './fulfillment-schema';

/** One piece of the work on a ticket (domain.md 3.2); it lives in the record of the ticket. */
export interface RequestTask {
  readonly id: string;
  readonly title: Words;
  readonly state: TaskState;
  /** Absent: somebody added it by hand. */
  readonly stageId?: string;
  /** Absent: the group that has the ticket. */
  readonly groupId?: string;
  readonly assigneeId?: string;
  readonly assigneeName?: string;
  /** Tasks that have to be over before. */
  readonly after?: readonly string[];
  readonly dueMinutes?: number;
  readonly workMinutes?: number;
  /** ISO instants. */
  readonly openedAt?: string;
  readonly dueAt?: string;
  readonly startedAt?: string;
  readonly closedAt?: string;
  readonly closedByName?: string;
  readonly note?: string;
  /** What it took. */
  readonly minutes?: number;
  readonly cost?: number;
}

/** What was ordered, as it was offered then: nothing in it changes, whatever becomes of the catalog (domain.md 12, 7). */
export interface Ordered {
  readonly edition: number;
  readonly name: string;
  readonly nameDe?: string;
  readonly ownerId?: string;
  readonly form: Schema;
  readonly plan: Plan;
  readonly costs?: readonly CostLine[];
  readonly currency: string;
  readonly targetMinutes?: number;
  readonly targetField?: string;
}

export interface PassedStage {
  readonly id: string;
  readonly at: string;
}

export interface RecordedCost {
  readonly amount: number;
  readonly note: string;
  readonly at: string;
  readonly byName: string;
}

const ENDS: readonly TaskState[] = ['complete', 'incomplete', 'skipped'];

export const isClosedTask = ({ state }: Pick<RequestTask, 'state'>): boolean => ENDS.includes(state);
/** Somebody can work on it now. */
export const isOpenTask = ({ state }: Pick<RequestTask, 'state'>): boolean => state === 'open' || state === 'inProgress';

/** What came of all of them together: one that is incomplete makes the whole incomplete; undefined while any is open. */
export function rollUp(tasks: readonly Pick<RequestTask, 'state'>[]): TaskEnd | undefined {
  if (tasks.length === 0 || !tasks.every(isClosedTask)) return undefined;
  if (tasks.some(({ state }) => state === 'incomplete')) return 'incomplete';
  return tasks.some(({ state }) => state === 'complete') ? 'complete' : 'skipped';
}

/** Work has begun: from then on it cannot be withdrawn by whom it is for. */
export const hasBegun = (tasks: readonly RequestTask[] | undefined): boolean => (tasks ?? []).some(({ state, startedAt }) => startedAt !== undefined || state === 'complete' || state === 'incomplete');

/** Tasks whose predecessors are over now, opened. */
export function openTasks(tasks: readonly RequestTask[], now: string, dueAt: (task: RequestTask) => string | undefined): readonly RequestTask[] {
  const isOver = (id: string): boolean => tasks.some((task) => task.id === id && isClosedTask(task));
  return tasks.map((task) => {
    if (task.state !== 'pending' || !(task.after ?? []).every(isOver)) return task;
    const due = dueAt(task);
    return { ...task, state: 'open', openedAt: now, ...(due && { dueAt: due }) };
  });
}

/** The next free id of a task that somebody adds: `x7`. Those of plans are `stage.task`. */
export function nextTaskId(tasks: readonly Pick<RequestTask, 'id'>[]): string {
  const last = tasks.reduce((highest, { id }) => Math.max(highest, /^x\d+$/.test(id) ? Number(id.slice(1)) : 0), 0);
  return `x${last + 1}`;
}
