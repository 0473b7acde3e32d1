import { becauseWords, stepLabel } from '../../approvals';
import { checkAnswers, pathFrom, plannedCost, wordsIn, type Directory, type OfferingContent, type PlanStage } from '../../catalog';
import { conditionsHold, isRefused, type Actor, type ConditionFields } from '../../kernel';
import { refusalText, translator } from '../../strings';
import type { Ticket } from '../ticket';
import type { DryRunRow, DryRunView, RehearsedAction } from './dry-run-views';
import { fieldsOf, progressOf, type Progress } from './plan-progress';
import { approvalWords } from './fulfillment-present';
import { approvalOfStage } from './plan-approvers';
import { orderedAnew, rehearsalContext, rehearseStage, type Rehearsed } from './rehearse-steps';
import type { Ordered, RequestTask } from './request-task';

/** A plan that nobody has published yet. */
export type Draft = Pick<OfferingContent, 'name' | 'ownerId' | 'groupId' | 'form' | 'plan' | 'costs' | 'currency'>;

const MINUTE = 60_000;
const lengthOf = ({ openedAt, closedAt }: RequestTask): number | undefined => (openedAt && closedAt ? (Date.parse(closedAt) - Date.parse(openedAt)) / MINUTE : undefined);
const mean = (values: readonly number[]): number | undefined => (values.length === 0 ? undefined : Math.round(values.reduce((sum, value) => sum + value, 0) / values.length));
const median = (values: readonly number[]): number => [...values].sort((left, right) => left - right)[Math.floor((values.length - 1) / 2)]!;

/** How long tasks of a title have taken here, in minutes from their opening to their end. */
export type RecordedTimes = ReadonlyMap<string, number>;

export function recordedTimes(requests: readonly Ticket[]): RecordedTimes {
  const times = new Map<string, number[]>();
  for (const task of requests.flatMap(({ tasks = [] }) => tasks)) {
    const minutes = task.state === 'skipped' ? undefined : lengthOf(task);
    if (minutes !== undefined) times.set(task.title.en, [...(times.get(task.title.en) ?? []), minutes]);
  }
  return new Map([...times].map(([title, values]) => [title, median(values)]));
}

/** The longest way through the tasks of a stage. A task that was never done takes the time that is planned for it. */
function stageMinutes(stage: PlanStage, fields: ConditionFields, times: RecordedTimes): number | undefined {
  const tasks = (stage.tasks ?? []).filter(({ conditions }) => !conditions || conditionsHold(conditions, fields));
  const ends = new Map<string, number | undefined>();
  const endOf = (id: string): number | undefined => {
    if (ends.has(id)) return ends.get(id);
    ends.set(id, undefined);
    const task = tasks.find((entry) => entry.id === id)!;
    const own = times.get(task.title.en) ?? task.dueMinutes;
    const before = (task.after ?? []).filter((other) => tasks.some((entry) => entry.id === other)).map(endOf);
    const end = own === undefined || before.includes(undefined) ? undefined : own + Math.max(0, ...(before as number[]));
    ends.set(id, end);
    return end;
  };
  const all = tasks.map(({ id }) => endOf(id));
  return all.includes(undefined) ? undefined : Math.max(0, ...(all as number[]));
}

function formerMinutesOf({ tasks = [] }: Ticket): number | undefined {
  const worked = tasks.filter(({ stageId, openedAt, closedAt }) => stageId !== undefined && openedAt && closedAt);
  if (worked.length === 0) return undefined;
  const [first, last] = [worked.map(({ openedAt }) => openedAt!).sort()[0]!, worked.map(({ closedAt }) => closedAt!).sort().at(-1)!];
  return Math.round((Date.parse(last) - Date.parse(first)) / MINUTE);
}

const stepsAskedBefore = ({ approval, formerApprovals = [] }: Ticket): readonly string[] => [...formerApprovals.map((former) => former.approval), ...(approval ? [approval] : [])].flatMap(({ steps }) => steps.map(({ id }) => id));

/** What would have become of this request, had it been ordered under the draft. Nothing is decided and nobody is asked. */
export function rehearse(ticket: Ticket, draft: Draft, times: RecordedTimes, config: Directory, actor: Actor, now: string): DryRunRow {
  const t = translator(actor.language);
  const { form = {}, plan = [], costs, currency = 'EUR', ownerId } = draft;
  const groupId = draft.groupId ?? ticket.groupId;
  const base = { id: ticket.id, title: ticket.title, ...(ticket.plannedCost !== undefined && { formerCost: ticket.plannedCost }) };
  const nothing = { stages: [], asked: [], notAsked: [], tasks: 0, actions: [] };
  // What is over by now was still to come then.
  const moment = { now: ticket.receivedAt, zone: actor.zone };
  const checked = checkAnswers(form, ticket.answers ?? {}, { config, moment, fileIds: ticket.attachments.map(({ id }) => id) });
  if ('problems' in checked) return { ...base, ...nothing, refused: refusalText({ code: 'kernel.invalidInput', problems: checked.problems }, actor.language, now, Object.fromEntries(Object.entries(form).map(([name, field]) => [`answers.${name}`, field]))) };
  const ordered: Ordered = { edition: 0, name: draft.name, form, plan, currency, ...(costs && { costs }), ...(ownerId && { ownerId }) };
  const progress: Progress = { requesterId: ticket.requesterId ?? '', reporterId: ticket.reporterId, groupId, ordered, answers: checked.value, tasks: [], receivedAt: ticket.receivedAt };
  const fields = fieldsOf(progress, config);
  const path = pathFrom(plan, plan[0]?.id, fields);
  const words = approvalWords({ ...ticket, ordered }, config, actor);
  const asked: DryRunRow['asked'][number][] = [];
  const askedIds: string[] = [];
  const context = rehearsalContext(actor, config, now);
  let run: Rehearsed = { course: orderedAnew(ticket, ordered, checked.value, groupId, context), actions: [], isOver: false };
  const actions: RehearsedAction[] = [];
  const passed: PlanStage[] = [];
  for (const stage of path) {
    if (run.isOver) break;
    const approval = approvalOfStage(stage, progressOf(run.course.ticket) ?? progress, fields, context);
    if (isRefused(approval)) return { ...base, ...nothing, refused: refusalText(approval.refused, actor.language, now) };
    for (const { id, seats, because = [] } of approval?.steps ?? []) {
      askedIds.push(id);
      asked.push({ step: stepLabel(id, t), people: seats.map(({ personId }) => words.nameOf(personId)), because: becauseWords(because, words, t) });
    }
    run = rehearseStage(stage, run.course, context);
    actions.push(...run.actions);
    passed.push(stage);
  }
  const lengths = passed.map((stage) => stageMinutes(stage, fields, times));
  const tasks = passed.reduce((sum, stage) => sum + (stage.tasks ?? []).filter(({ conditions }) => !conditions || conditionsHold(conditions, fields)).length, 0);
  const cost = plannedCost(costs, form, checked.value);
  const formerMinutes = formerMinutesOf(ticket);
  return {
    ...base, actions, stages: passed.map(({ name }) => wordsIn(name, actor.language)), asked, notAsked: stepsAskedBefore(ticket).filter((id) => !askedIds.includes(id)).map((id) => stepLabel(id, t)), tasks,
    ...(!lengths.includes(undefined) && { minutes: Math.round((lengths as number[]).reduce((sum, minutes) => sum + minutes, 0)) }),
    ...(formerMinutes !== undefined && { formerMinutes }), ...(cost !== undefined && { plannedCost: cost }),
  };
}

/** All of them, with what is different in sum. */
export function dryRun(requests: readonly Ticket[], draft: Draft, config: Directory, actor: Actor, now: string): DryRunView {
  const times = recordedTimes(requests);
  const rows = requests.map((ticket) => rehearse(ticket, draft, times, config, actor, now));
  const both = rows.flatMap(({ minutes, formerMinutes }) => (minutes === undefined || formerMinutes === undefined ? [] : [[minutes, formerMinutes] as const]));
  const before = requests.map((ticket) => stepsAskedBefore(ticket).length);
  const [minutes, formerMinutes] = [mean(both.map(([after]) => after)), mean(both.map(([, former]) => former))];
  return {
    rows,
    asked: rows.filter(({ asked }) => asked.length > 0).length,
    newlyAsked: rows.filter(({ asked }, index) => asked.length > 0 && before[index] === 0).length,
    noLongerAsked: rows.filter(({ asked, refused }, index) => !refused && asked.length === 0 && before[index]! > 0).length,
    refused: rows.filter(({ refused }) => refused !== undefined).length,
    refusedActions: rows.reduce((sum, { actions }) => sum + actions.filter(({ result }) => result === 'refused').length, 0),
    ...(minutes !== undefined && { minutes }), ...(formerMinutes !== undefined && { formerMinutes }),
  };
}
