import { becauseWords, stepViews, type ApprovalWords } from '../../approvals';
import { pathFrom, wordsIn, type Directory, type PlanStage } from '../../catalog';
import { keyAllows, stepState, worksIn, type Actor, type Approval, type Because, type Schema } from '../../kernel';
import { labelText, money, translator } from '../../strings';
import type { Ticket } from '../ticket';
import { subjectOf } from '../ticket-events';
import { canOnTicket, canReadInternal } from '../ticket-permissions';
import { fieldsOf, progressOf } from './plan-progress';
import type { FulfillmentView, ItemState, StageState, StageView, TaskView } from './fulfillment-views';
import { isClosedTask, isOpenTask, rollUp, type RequestTask } from './request-task';

/** A value of an answer in the reader's words. */
export function answerText(form: Schema, name: string, value: unknown, config: Directory, actor: Actor): string {
  const field = Object.hasOwn(form, name) ? form[name] : undefined;
  const t = translator(actor.language);
  const option = field?.options?.find((entry) => entry.value === value);
  if (option) return labelText(option.label, actor.language);
  if (value === true || value === 'true') return t('answer.yes');
  if (value === false || value === 'false') return t('answer.no');
  const id = String(value);
  if (field?.kind === 'person' || field?.kind === 'people') return config.person(id)?.name ?? id;
  if (field?.kind === 'group') return config.group(id)?.name ?? id;
  if (field?.kind === 'entry' || field?.kind === 'entries') return (field.of === 'services' ? config.service(id)?.name : config.item(id)?.name) ?? id;
  return field?.kind === 'money' ? money(Number(value), field.currency ?? 'EUR', actor.language) : id;
}

/** Why somebody is asked, in the words of the form. */
function reasonText({ field, value }: Because, { ordered }: Ticket, config: Directory, actor: Actor): string {
  const t = translator(actor.language);
  const form = ordered?.form ?? {};
  if (field === 'request.cost') return t('because.cost', { cost: money(Number(value), ordered?.currency ?? 'EUR', actor.language) });
  if (field === 'request.department' || field === 'request.site') return value;
  if (field === 'request.isOnBehalf') return t('because.onBehalf', { is: value });
  if (field.endsWith('.days')) return t('because.days', { days: Number(value) });
  const label = Object.hasOwn(form, field) ? labelText(form[field]!.label, actor.language) : field;
  return t('because.answer', { question: label.replace(/[?:.]+$/, ''), answer: answerText(form, field, value, config, actor) });
}

export function approvalWords(ticket: Ticket, config: Directory, actor: Actor): ApprovalWords {
  return { actor, nameOf: (id) => config.person(id)?.name ?? id, valueOf: (reason) => reasonText(reason, ticket, config, actor) };
}

/** Why this reader is asked to decide, in one sentence; empty where it is always asked for. */
export function askedBecause(ticket: Ticket, config: Directory, actor: Actor): string {
  const open = ticket.approval?.steps.filter((step) => stepState(ticket.approval!, step) === 'requested') ?? [];
  return becauseWords(open.flatMap(({ because = [] }) => because), approvalWords(ticket, config, actor), translator(actor.language));
}

function mayWork(task: RequestTask, ticket: Ticket, actor: Actor): boolean {
  return [task.assigneeId, ticket.assigneeId].includes(actor.id) || worksIn(actor, task.groupId ?? ticket.groupId) || actor.leadsGroupIds.includes(ticket.groupId ?? '');
}

function taskView(task: RequestTask, ticket: Ticket, config: Directory, actor: Actor, now: string): TaskView {
  const subject = subjectOf(ticket);
  const may = (verb: string): boolean =>
    !isClosedTask(task) && mayWork(task, ticket, actor) && canOnTicket(`${verb}Task`)(actor, subject) && keyAllows(actor, { name: `tickets.${verb}Task` });
  const groupName = config.group(task.groupId ?? ticket.groupId)?.name;
  const can: TaskView['can'] = [
    ...(task.state === 'open' && may('start') ? (['start'] as const) : []), ...(isOpenTask(task) && may('close') ? (['close'] as const) : []), ...(may('assign') ? (['assign'] as const) : []),
  ];
  const others = (task.after ?? []).flatMap((id) => ticket.tasks?.find((entry) => entry.id === id && !isClosedTask(entry)) ?? []);
  const { id, state, stageId, assigneeId, assigneeName, dueAt, closedAt, closedByName, note, minutes, cost } = task;
  const internal = canReadInternal(actor) ? { ...(note && { note }), ...(minutes !== undefined && { minutes }), ...(cost !== undefined && { cost }) } : {};
  return {
    id, title: wordsIn(task.title, actor.language), state, waitsFor: others.map(({ title }) => wordsIn(title, actor.language)), isLate: dueAt !== undefined && !isClosedTask(task) && dueAt < now, can,
    ...(stageId && { stageId }), ...(groupName && { groupName }), ...(assigneeId && { assigneeId }), ...(assigneeName && { assigneeName }), ...(dueAt && { dueAt }), ...(closedAt && { closedAt }), ...(closedByName && { closedByName }),
    ...internal,
  };
}

function stateOfStage(stage: PlanStage, ticket: Ticket, ahead: ReadonlySet<string>): StageState {
  const wasEntered = ticket.stages?.some(({ id }) => id === stage.id) ?? false;
  if (ticket.stageId === stage.id) {
    if (ticket.state === 'rejected') return 'refused';
    return ['fulfilled', 'closed'].includes(ticket.state) ? 'done' : 'current';
  }
  if (wasEntered) return 'done';
  if (!ahead.has(stage.id)) return 'skipped';
  // Closed by hand as delivered: what was left was done with it.
  return ticket.resolution?.code === 'delivered' ? 'done' : 'ahead';
}

function approvalOf(stage: PlanStage, { approval, approvalStageId, formerApprovals = [] }: Ticket): Approval | undefined {
  return approvalStageId === stage.id ? approval : formerApprovals.find(({ stageId }) => stageId === stage.id)?.approval;
}

function stageViews(ticket: Ticket, config: Directory, actor: Actor, now: string): readonly StageView[] {
  const progress = progressOf(ticket);
  if (!progress) return [];
  const { plan } = progress.ordered;
  const isOver = ['rejected', 'cancelled'].includes(ticket.state) || (ticket.resolution !== undefined && ticket.resolution.code !== 'delivered');
  const ahead = new Set(isOver ? [] : pathFrom(plan, ticket.stageId ?? plan[0]?.id, fieldsOf(progress, config)).map(({ id }) => id));
  const words = approvalWords(ticket, config, actor);
  return plan.map((stage) => {
    const state = stateOfStage(stage, ticket, ahead);
    const enteredAt = ticket.stages?.findLast(({ id }) => id === stage.id)?.at;
    const tasks = (ticket.tasks ?? []).filter(({ stageId }) => stageId === stage.id).map((task) => taskView(task, ticket, config, actor, now));
    return {
      id: stage.id, name: wordsIn(stage.name, actor.language), state, ...(enteredAt && { enteredAt }), approvals: stepViews(approvalOf(stage, ticket), words), tasks,
      planned: tasks.length === 0 && (state === 'ahead' || state === 'current') ? (stage.tasks ?? []).map(({ title }) => wordsIn(title, actor.language)) : [],
    };
  });
}

/** What is ordered, as one item whose tasks roll up (domain.md 3.2). */
export function itemStateOf(ticket: Ticket): ItemState {
  if (ticket.state === 'cancelled' || ticket.state === 'rejected') return 'cancelled';
  const { code } = ticket.resolution ?? {};
  if (code) return code === 'deliveredInPart' || rollUp(ticket.tasks ?? []) === 'incomplete' ? 'incomplete' : code === 'notDelivered' ? 'cancelled' : 'delivered';
  if (ticket.state === 'inFulfillment' || ticket.state === 'onHold') return 'inProgress';
  return ticket.assigneeId ? 'assigned' : 'pending';
}

export const actualCostOf = ({ tasks = [], costs = [] }: Ticket): number =>
  Math.round([...tasks.map(({ cost = 0 }) => cost), ...costs.map(({ amount }) => amount)].reduce((sum, amount) => sum + amount, 0) * 100) / 100;

/** Stages, tasks, expected date and cost of a ticket for one reader; undefined: it has none of them. */
export function fulfillmentView(ticket: Ticket, resolutionDueAt: string | undefined, config: Directory, actor: Actor, now: string): FulfillmentView | undefined {
  const { ordered, tasks = [], costs = [], plannedCost } = ticket;
  if (!ordered && tasks.length === 0 && costs.length === 0) return undefined;
  const wanted = ordered?.targetField === undefined ? undefined : ticket.answers?.[ordered.targetField];
  const expectedAt = typeof wanted === 'string' ? wanted : resolutionDueAt;
  const seesCosts = canReadInternal(actor) || actor.id === ordered?.ownerId || subjectOf(ticket).approverIds.includes(actor.id);
  const spent = actualCostOf(ticket);
  return {
    stages: stageViews(ticket, config, actor, now),
    tasks: tasks.filter(({ stageId }) => stageId === undefined).map((task) => taskView(task, ticket, config, actor, now)),
    ...(ordered && { itemState: itemStateOf(ticket), currency: ordered.currency }),
    ...(expectedAt && { expectedAt }),
    canWithdraw: canOnTicket('cancel')(actor, subjectOf(ticket)),
    ...(plannedCost !== undefined && { plannedCost }),
    ...(seesCosts && (spent !== 0 || costs.length > 0) && { actualCost: spent }),
    ...(seesCosts && costs.length > 0 && { costs }),
  };
}
