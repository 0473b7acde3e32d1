import type { Change } from './change';

/** The next free id of a task within its change: `t7`. */
export function nextTaskId({ tasks }: Pick<Change, 'tasks'>): string {
  const last = tasks.reduce((highest, { id }) => Math.max(highest, Number(id.slice(1)) || 0), 0);
  return `t${last + 1}`;
}
