import { ruleActor } from '../../automation';
import type { ActionStep, Directory, PlanStage, PlanStep } from '../../catalog';
import { isRefused, type Actor, type DecideContext, type Refusal } from '../../kernel';
import { translator } from '../../strings';
import { callWebhook } from '../actions/call-webhook';
import { addNote, reply, unwatch, watch } from '../actions/conversation';
import type { TicketAction } from '../actions/define';
import { doAction } from '../actions/do-action';
import { cancel, close, reopen, resolve } from '../actions/ending';
import { assign, classify, convert, edit, putOnHold, restrict, resume } from '../actions/handling';
import type { Ticket } from '../ticket';
import { ticketAutomation } from '../ticket-automation';
import { afterEvent, type TicketEvent } from '../ticket-events';
import type { RequestTask } from './request-task';

type Context = DecideContext<Directory>;

/** What a plan does by itself is written down in its own name: whoever pressed something has not done it. */
type Names = ReadonlyMap<TicketEvent, Actor>;

/** A request on its way: as it is after everything that was decided so far, and what that was. */
export interface Course {
  readonly ticket: Ticket;
  readonly events: readonly TicketEvent[];
  readonly inTheNameOf: Names;
}

/** What rules may do on a ticket, as far as it needs no other record; a test compares them with the registry. */
export const STEP_ACTIONS = [
  assign, classify, edit, convert, reply, addNote, putOnHold, resume, resolve, close, reopen, cancel, watch, unwatch, restrict, callWebhook,
] as unknown as readonly TicketAction[];

const MAX_PROBLEMS = 5;
const MAX_TITLE = 120;

/** One more event of the course, by whoever decides or in somebody's name. */
export function and(course: Course, event: TicketEvent, { now, actor }: Pick<Context, 'now' | 'actor'>, name?: Actor): Course {
  const ticket = afterEvent(course.ticket, event, { actor: name ?? actor, now });
  return { ticket, events: [...course.events, event], inTheNameOf: name ? new Map([...course.inTheNameOf, [event, name]]) : course.inTheNameOf };
}

/** The plan of a request as it acts: the catalog item by the name that it was ordered under. */
const planActor = ({ offeringId = '', ordered }: Ticket, { actor }: Context): Actor => ruleActor({ id: offeringId, name: ordered?.name ?? '', depth: (actor.rule?.depth ?? 0) + 1, isStep: true });

const short = (refusal: Refusal): Refusal => ({ ...refusal, ...(refusal.problems && { problems: refusal.problems.slice(0, MAX_PROBLEMS) }) });

/** Something that somebody has to look after before the stage is over. */
function openTask(stage: PlanStage, step: ActionStep, leftOut: number, { now }: Context): RequestTask {
  const title = (language: 'en' | 'de'): string => {
    const t = translator(language);
    return t('plan.lookAfter', { step: t(`action.${step.action}`), leftOut }).slice(0, MAX_TITLE);
  };
  return { id: `${stage.id}.${step.id}`, title: { en: title('en'), de: title('de') }, state: 'open', stageId: stage.id, openedAt: now };
}

/** One step on the request as it is now. `after`: those that follow it. */
function takeStep(course: Course, stage: PlanStage, step: PlanStep, after: readonly PlanStep[], context: Context): { readonly course: Course; readonly isStopped?: true } {
  if (step.kind !== 'action') return { course: and(course, { type: 'StepTaken', stageId: stage.id, step }, context) };
  const { ticket } = course;
  const actor = planActor(ticket, context);
  const decided = doAction(STEP_ACTIONS, step, ticket, ticketAutomation.placeholderValues(ticket, context.config), { ...context, actor });
  if (!isRefused(decided)) return { course: decided.events.reduce((sum, event) => and(sum, event, context, actor), course) };
  const refused = and(course, { type: 'StepRefused', stageId: stage.id, step, refusal: short(decided.refused) }, context, actor);
  if (step.ifRefused !== 'stop') return { course: refused };
  return { course: and(refused, { type: 'TaskAdded', task: openTask(stage, step, after.length, context) }, context, actor), isStopped: true };
}

/** These steps, one after the other, each on what the one before it left; until one of them says that it needs a person. */
export function takeSteps(course: Course, stage: PlanStage, steps: readonly PlanStep[], context: Context): Course {
  let taken = course;
  for (const [place, step] of steps.entries()) {
    const next = takeStep(taken, stage, step, steps.slice(place + 1), context);
    taken = next.course;
    if (next.isStopped) return taken;
  }
  return taken;
}
