import type { ActionStep, PlainStep } from '../../catalog';
import type { Refusal } from '../../kernel';
import type { Ticket } from '../ticket';
import type { TicketState } from '../ticket-lifecycle';
import { isClosedTask, type RequestTask } from './request-task';

/** What happens to the plan and the tasks of a ticket. */
export type FulfillmentEvent =
  | { readonly type: 'StageEntered'; readonly stageId: string }
  /** Its consents are there: these are its tasks. */
  | { readonly type: 'StageOpened'; readonly stageId: string; readonly tasks: readonly RequestTask[]; readonly state: TicketState }
  /** Done by the plan itself. */
  | { readonly type: 'StepTaken'; readonly stageId: string; readonly step: PlainStep }
  /** An action that the plan would have done and that was not possible. */
  | { readonly type: 'StepRefused'; readonly stageId: string; readonly step: ActionStep; readonly refusal: Refusal }
  | { readonly type: 'AnswersChanged'; readonly answers: Readonly<Record<string, unknown>>; readonly plannedCost?: number }
  | { readonly type: 'TaskAdded' | 'TaskAssigned'; readonly task: RequestTask }
  | { readonly type: 'TaskStarted'; readonly task: RequestTask; readonly state: TicketState }
  /** `opened`: those that had waited for it. */
  | { readonly type: 'TaskClosed'; readonly task: RequestTask; readonly opened: readonly RequestTask[]; readonly state: TicketState }
  | { readonly type: 'CostRecorded'; readonly amount: number; readonly note: string };

const withTasks = (ticket: Ticket, changed: readonly RequestTask[]): Ticket => {
  const tasks = ticket.tasks ?? [];
  const added = changed.filter(({ id }) => !tasks.some((task) => task.id === id));
  return { ...ticket, tasks: [...tasks.map((task) => changed.find(({ id }) => id === task.id) ?? task), ...added] };
};

function stepTaken(ticket: Ticket, step: PlainStep): Ticket {
  if (step.kind === 'watch' && !ticket.watcherIds.includes(step.personId)) return { ...ticket, watcherIds: [...ticket.watcherIds, step.personId] };
  if (step.kind !== 'assign' || step.groupId === ticket.groupId) return ticket;
  const { assigneeId: _id, assigneeName: _name, ...unassigned } = ticket;
  return { ...unassigned, groupId: step.groupId };
}

/** The ticket after one of these events, without the bookkeeping that every event does. */
export function foldFulfillment(ticket: Ticket, event: FulfillmentEvent, { at, byName }: { readonly at: string; readonly byName: string }): Ticket {
  switch (event.type) {
    case 'StageEntered': {
      const { hold: _over, ...going } = ticket;
      return { ...going, stageId: event.stageId, stages: [...(ticket.stages ?? []), { id: event.stageId, at }] };
    }
    case 'StageOpened':
      return { ...withTasks(ticket, event.tasks), state: event.state };
    case 'StepTaken':
      return stepTaken(ticket, event.step);
    case 'StepRefused':
      return ticket;
    case 'AnswersChanged':
      return { ...ticket, answers: event.answers, ...(event.plannedCost !== undefined && { plannedCost: event.plannedCost }) };
    case 'TaskAdded':
    case 'TaskAssigned':
      return withTasks(ticket, [event.task]);
    case 'TaskStarted':
      return { ...withTasks(ticket, [event.task]), state: event.state };
    case 'TaskClosed':
      return { ...withTasks(ticket, [event.task, ...event.opened]), state: event.state };
    case 'CostRecorded':
      return { ...ticket, costs: [...(ticket.costs ?? []), { amount: event.amount, note: event.note, at, byName }] };
  }
}

/** A ticket that has ended leaves no work behind. `note`: why. */
export function withoutOpenTasks(ticket: Ticket, state: 'complete' | 'skipped', at: string, byName: string, note?: string): Ticket {
  if (!ticket.tasks?.some((task) => !isClosedTask(task))) return ticket;
  return { ...ticket, tasks: ticket.tasks.map((task) => (isClosedTask(task) ? task : { ...task, state, closedAt: at, closedByName: byName, ...(note && { note }) })) };
}
