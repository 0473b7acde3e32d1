import { ballotLine } from '../../approvals';
import { wordsIn, type Directory, type PlainStep } from '../../catalog';
import type { Actor, Language } from '../../kernel';
import { money, refusalText, translator } from '../../strings';
import type { RecordedTicketEvent, TicketEvent } from '../ticket-events';
import type { FulfillmentEvent } from './fulfillment-events';
import { STEP_ACTIONS } from './take-step';

type Told = FulfillmentEvent | Extract<TicketEvent, { type: 'ApprovalNudged' }>;

const TOLD = new Set<string>(['StageEntered', 'StageOpened', 'StepTaken', 'StepRefused', 'AnswersChanged', 'TaskAdded', 'TaskAssigned', 'TaskStarted', 'TaskClosed', 'CostRecorded', 'ApprovalNudged']);

export const isFulfillment = (event: TicketEvent): event is Told => TOLD.has(event.type);

/** The name of a stage as it was when it was ordered; its id where nobody knows any more. */
export type StageName = (stageId: string) => string;

/** Why an action of a plan was not possible, in the words that whoever pressed it would have read. `at` is an ISO instant. */
export function stepRefusalText({ step, refusal }: Extract<FulfillmentEvent, { type: 'StepRefused' }>, language: Language, at: string): string {
  return refusalText(refusal, language, at, STEP_ACTIONS.find(({ name }) => name === step.action)?.schema);
}

function stepLine(step: PlainStep, stage: string, config: Directory, { language }: Actor): string {
  const t = translator(language);
  if (step.kind === 'message') return t('event.StepTaken.message', { stage, to: t(`planMessageTo.${step.to}`), text: wordsIn(step.text, language) });
  if (step.kind === 'note') return t('event.StepTaken.note', { stage, text: wordsIn(step.text, language) });
  if (step.kind === 'assign') return t('event.StepTaken.assign', { stage, group: config.group(step.groupId)?.name ?? step.groupId });
  return t('event.StepTaken.watch', { stage, person: config.person(step.personId)?.name ?? step.personId });
}

/** One sentence for what happened to plan or tasks, in the reader's language. */
export function fulfillmentLine({ byName: by, at }: RecordedTicketEvent, event: Told, stageName: StageName, config: Directory, actor: Actor): string {
  const t = translator(actor.language);
  switch (event.type) {
    case 'StageEntered':
      return t('event.StageEntered', { stage: stageName(event.stageId) });
    case 'StageOpened':
      return t('event.StageOpened', { stage: stageName(event.stageId), count: event.tasks.length });
    case 'StepTaken':
      return stepLine(event.step, stageName(event.stageId), config, actor);
    case 'StepRefused':
      return t('event.StepRefused', { stage: stageName(event.stageId), step: t(`action.${event.step.action}`), reason: stepRefusalText(event, actor.language, at) });
    case 'AnswersChanged':
      return t('event.AnswersChanged', { by });
    case 'TaskAssigned':
      return t('event.TaskAssigned', { by, task: wordsIn(event.task.title, actor.language), target: event.task.assigneeName ?? config.group(event.task.groupId)?.name ?? '' });
    case 'TaskAdded':
    case 'TaskStarted':
      return t(`event.${event.type}`, { by, task: wordsIn(event.task.title, actor.language) });
    case 'TaskClosed':
      return t('event.TaskClosed', { by, task: wordsIn(event.task.title, actor.language), state: t(`taskState.${event.task.state}`) });
    case 'CostRecorded':
      return t('event.CostRecorded', { by, amount: money(event.amount, 'EUR', actor.language), note: event.note });
    case 'ApprovalNudged':
      return ballotLine(event, by, t, (id) => config.person(id)?.name ?? id);
  }
}
