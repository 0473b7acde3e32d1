import { type ActionStep, type Directory, type PlanStage } from '../../catalog';
import type { Actor, DecideContext } from '../../kernel';
import { translator } from '../../strings';
import type { Ticket } from '../ticket';
import { afterEvent } from '../ticket-events';
import { isOpen } from '../ticket-lifecycle';
import type { RehearsedAction } from './dry-run-views';
import { openStage } from './follow-plan';
import { stepRefusalText } from './fulfillment-lines';
import { isClosedTask, type Ordered } from './request-task';
import { and, type Course } from './take-step';

/** What a plan is tried out with: nothing is written, and nobody is asked. */
export function rehearsalContext(actor: Actor, config: Directory, now: string): DecideContext<Directory> {
  return { actor, config, now, files: [], others: new Map(), links: [], extra: {}, turns: {}, newToken: () => '' };
}

/** A request as it would have come in under another plan. */
export function orderedAnew(ticket: Ticket, ordered: Ordered, answers: Readonly<Record<string, unknown>>, groupId: string | undefined, context: DecideContext<Directory>): Course {
  const { id, title, description, requesterId, requesterName, reporterId, reach, work, impact, urgency, priority, categoryId, offeringId, isRestricted, receivedAt } = ticket;
  const born = afterEvent(undefined, {
    type: 'TicketReported', kind: 'request', state: 'submitted', title, description, requesterName, impact, urgency, priority, isRestricted, receivedAt, files: [], ordered, answers,
    ...(requesterId && { requesterId }), ...(reporterId && { reporterId }), ...(reach && { reach }), ...(work && { work }), ...(categoryId && { categoryId }), ...(groupId && { groupId }), ...(offeringId && { offeringId }),
  }, { actor: context.actor, now: context.now, id });
  return { ticket: born, events: [], inTheNameOf: new Map() };
}

export interface Rehearsed {
  readonly course: Course;
  readonly actions: readonly RehearsedAction[];
  /** A step has ended the request. */
  readonly isOver: boolean;
}

/** One stage as it would have gone, once its consents are there, until its tasks are done: with the functions that run live. */
export function rehearseStage(stage: PlanStage, course: Course, context: DecideContext<Directory>): Rehearsed {
  const opened = openStage(stage, and(course, { type: 'StageEntered', stageId: stage.id }, context), context);
  const events = opened.events.slice(course.events.length);
  const t = translator(context.actor.language);
  const steps = (stage.steps ?? []).filter((step): step is ActionStep => step.kind === 'action');
  const refusalOf = (step: ActionStep) => events.flatMap((event) => (event.type === 'StepRefused' && event.step.id === step.id ? [event] : []))[0];
  const stopped = steps.findIndex((step) => step.ifRefused === 'stop' && refusalOf(step));
  const actions = steps.map((step, place): RehearsedAction => {
    const refused = refusalOf(step);
    const result = refused ? 'refused' : stopped >= 0 && place > stopped ? 'skipped' : 'done';
    return { action: t(`action.${step.action}`), result, ...(refused && { text: stepRefusalText(refused, context.actor.language, context.now) }) };
  });
  const isOver = !isOpen(opened.ticket.state);
  const undone = isOver ? [] : (opened.ticket.tasks ?? []).filter((task) => !isClosedTask(task));
  const worked = undone.reduce((sum, task) => and(sum, { type: 'TaskClosed', task: { ...task, state: 'complete', closedAt: context.now }, opened: [], state: 'inFulfillment' }, context), opened);
  return { course: worked, actions, isOver };
}
