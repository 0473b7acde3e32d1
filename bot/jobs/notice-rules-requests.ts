import type { Notice } from '../../shared/app';
import { wordsIn, type PlainStep, type RecordedOfferingEvent } from '../../shared/catalog';
import type { Language } from '../../shared/kernel';
import { stepRefusalText, type RequestTask, type TicketEvent } from '../../shared/tickets';
import { translator } from '../../shared/strings';
import { cut, toPerson, type Telling, type TellingRules } from './telling';
import { handlersOf, type Told } from './notice-rules';

function notice({ recorded, ticket }: Told, what: string, more: Notice['params'] = {}, card?: string): Notice {
  return { what, params: { id: ticket.id, title: cut(ticket.title), by: recorded.byName, ...more }, ...(card && { card }) };
}

/** Words that the catalog has in both languages are told in that of the organization: a notice has one text for all readers. */
const languageOf = ({ directory }: Told): Language => directory.settings().defaultLanguage ?? 'en';

function toGroupOf(told: Told, groupId: string | undefined, what: Notice): readonly Telling[] {
  const group = told.directory.group(groupId);
  if (!group) return [];
  // Below the card of the ticket only where that card stands; every other group is told through its leads.
  if (group.channel && groupId === told.ticket.groupId && !told.ticket.isRestricted) return [{ target: { to: 'thread' }, notice: what }];
  return handlersOf(group, told.recorded.by).flatMap((personId) => toPerson(personId, { ...what, card: 'agent' }));
}

/** Work has come up for somebody. Whoever has the whole ticket sees it there. */
function taskTold(told: Told, task: RequestTask): readonly Telling[] {
  const title = wordsIn(task.title, languageOf(told));
  if (task.assigneeId) return task.assigneeId === told.recorded.by ? [] : toPerson(task.assigneeId, notice(told, 'task', { task: title }, 'agent'));
  const groupId = task.groupId ?? told.ticket.groupId;
  if (groupId === told.ticket.groupId && told.ticket.assigneeId) return told.ticket.assigneeId === told.recorded.by ? [] : toPerson(told.ticket.assigneeId, notice(told, 'task', { task: title }, 'agent'));
  return toGroupOf(told, groupId, notice(told, 'taskOfGroup', { task: title, group: told.directory.group(groupId)?.name ?? '' }));
}

function stepTold(told: Told, step: PlainStep): readonly Telling[] {
  const { ticket, directory } = told;
  if (step.kind === 'watch') return toPerson(step.personId, notice(told, 'watching', {}, 'requester'));
  if (step.kind === 'assign') return toGroupOf(told, step.groupId, notice(told, 'triage', { group: directory.group(step.groupId)?.name ?? '' }));
  if (step.kind === 'note') return [];
  const what = notice(told, 'planMessage', { text: cut(wordsIn(step.text, languageOf(told))) });
  if (step.to === 'requester') return toPerson(ticket.requesterId, what);
  return step.to === 'owner' ? toPerson(ticket.ordered?.ownerId, what) : toGroupOf(told, ticket.groupId, what);
}

/** What a plan could not do is for those who lead the group. */
function refusedTold(told: Told, event: Extract<TicketEvent, { type: 'StepRefused' }>): readonly Telling[] {
  const language = languageOf(told);
  const stage = told.ticket.ordered?.plan.find(({ id }) => id === event.stageId);
  const what = notice(told, 'stepRefused', {
    step: translator(language)(`action.${event.step.action}`), stage: stage ? wordsIn(stage.name, language) : event.stageId, reason: cut(stepRefusalText(event, language, told.recorded.at)),
  }, 'agent');
  return handlersOf(told.directory.group(told.ticket.groupId)).flatMap((personId) => toPerson(personId, what));
}

/** Who is told what when a plan goes on; `undefined`: the event is none of a plan. */
export function planTold(told: Told): readonly Telling[] | undefined {
  const { event } = told.recorded;
  switch (event.type) {
    case 'StageOpened':
      return event.tasks.filter(({ state }) => state === 'open').flatMap((task) => taskTold(told, task));
    case 'StageEntered': {
      const stage = told.ticket.ordered?.plan.find(({ id }) => id === event.stageId);
      // The first one is what was just ordered.
      const isFirst = told.ticket.stages?.[0]?.id === event.stageId;
      return stage && !isFirst ? toPerson(told.ticket.requesterId, notice(told, 'stage', { stage: wordsIn(stage.name, languageOf(told)) })) : [];
    }
    case 'StepTaken':
      return stepTold(told, event.step);
    case 'StepRefused':
      return refusedTold(told, event);
    case 'TaskAdded':
    case 'TaskAssigned':
      return taskTold(told, event.task);
    case 'TaskClosed':
      return event.opened.flatMap((task) => taskTold(told, task));
    case 'ApprovalNudged':
      return event.toIds.flatMap((personId) => toPerson(personId, notice(told, 'approval', { requester: told.ticket.requesterName }, 'approver')));
    default:
      return undefined;
  }
}

/** The owner of a catalog item is told 30 days before it has to be looked at again. */
export const offeringTellings: TellingRules = (entry, record) => {
  const { published } = record as { readonly published?: { readonly name: string } };
  return (entry.history as readonly RecordedOfferingEvent[]).flatMap(({ event }) =>
    event.type === 'OfferingReviewReminded' ? toPerson(event.ownerId, { what: 'offeringReview', params: { id: entry.id, title: published?.name ?? entry.id, day: event.reviewOn } }) : [],
  );
};
