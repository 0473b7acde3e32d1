import type { Notice } from '../../shared/app';
import type { Directory } from '../../shared/catalog';
import { changeFields, type Change, type ChangeEvent, type ChangeTask, type RecordedChangeEvent } from '../../shared/changes';
import { approvalState, awaitedApprovers, openSteps, type Approval, type Schema } from '../../shared/kernel';
import { askChannels, askPeople, question, remindChannels, stepsAskedAt, voidedPeople, type Asking } from './notice-rules-approvals';
import { cut, toPerson, type Telling, type TellingRules } from './telling';

interface Told {
  readonly recorded: RecordedChangeEvent;
  readonly change: Change;
  readonly directory: Directory;
}

type Params = Notice['params'];
type Of<T extends ChangeEvent['type']> = Extract<ChangeEvent, { type: T }>;

function notice({ recorded, change }: Told, what: string, more: Params = {}, card?: string): Notice {
  const params = { id: change.id, name: change.id, title: cut(change.title), by: recorded.byName, requester: change.requesterName, ...more };
  return { what: `change.${what}`, params, ...(card && { card }) };
}

/** Whoever proposed it and whoever does it. */
function toOwners({ change }: Told, what: Notice): readonly Telling[] {
  return [...new Set([change.requesterId, change.implementerId])].flatMap((personId) => toPerson(personId, what));
}

const FIELDS: Schema = changeFields;

const labelOf = (field: string): readonly string[] => {
  const label = FIELDS[field]?.label;
  return typeof label === 'string' ? [label] : [];
};

const fieldsOf = ({ differences }: Of<'ChangeEdited'>): Params => ({ fields: { labels: differences.flatMap(({ field }) => labelOf(field)) } });

const asking = ({ recorded, directory }: Told, approval: Approval, steps = stepsAskedAt(approval, recorded.at)): Asking => ({ approval, steps, directory, at: recorded.at });

/** Each whose turn has come, in their own chat, and their channels. */
function ask(told: Told, approval: Approval): readonly Telling[] {
  const now = asking(told, approval);
  return [...askPeople(now, notice(told, 'approval')), ...askChannels(now, (group) => notice(told, 'board', { group }, 'triage'))];
}

function submitted(told: Told, event: Of<'ChangeSubmitted'>): readonly Telling[] {
  const { change } = told;
  return [
    ...ask(told, event.approval),
    ...toPerson(change.implementerId, notice(told, 'implementer', {}, 'agent')),
    ...toPerson(change.requesterId, notice(told, 'submittedForYou', {}, 'requester')),
  ];
}

/** What a vote has led to; one that decides nothing yet is seen on every card, and told to nobody. */
function voted(told: Told, event: Of<'VoteCast'> | Of<'VoteClosed'>): readonly Telling[] {
  const { approval, state } = event;
  const vote = event.type === 'VoteCast' ? event.vote : undefined;
  if (state !== 'new') return approvalState(approval) === 'approved' ? toOwners(told, notice(told, 'approved')) : ask(told, approval);
  const text = cut(vote?.comment ?? '');
  if (vote?.decision === 'returned') return toOwners(told, notice(told, 'returned', { text }, 'requester'));
  return toOwners(told, vote?.decision === 'rejected' ? notice(told, 'rejected', { text }, 'requester') : notice(told, 'refused', {}, 'requester'));
}

/** Time passed: a reminder and an escalation reach those they are for, an expiry the author. */
function nudged(told: Told, { nudge, toIds, step, approval }: Of<'ApprovalNudged'>): readonly Telling[] {
  if (nudge === 'expire') return toOwners(told, notice(told, 'expired', {}, 'requester'));
  const steps = approval.steps.filter(({ id }) => id === step);
  const inChannels = remindChannels(asking(told, approval, steps), notice(told, 'boardReminder'));
  return [...toIds.flatMap((personId) => toPerson(personId, notice(told, nudge === 'remind' ? 'reminder' : 'escalated', {}, 'approver'))), ...inChannels];
}

/** Whoever does not implement it any more may decide now, on steps that were asked for before. */
function freed(told: Told, { differences }: Of<'ChangeEdited'>, approval: Approval): readonly Telling[] {
  const former = differences.find(({ field }) => field === 'implementerId')?.before;
  return awaitedApprovers(approval).filter((personId) => personId === former).flatMap((personId) => question(personId, notice(told, 'approval')));
}

/**
 * An edit: those whose votes it voided look again, everybody else whose turn it is now is asked with what was different, and
 * where nobody's decision is touched only those who own the change hear of it.
 */
function edited(told: Told, event: Of<'ChangeEdited'>): readonly Telling[] {
  const { approval, voided } = event;
  const fields = fieldsOf(event);
  const owners = toOwners(told, notice(told, 'edited', fields));
  if (!approval) return event.state === 'new' ? [] : owners;
  const steps = stepsAskedAt(approval, told.recorded.at);
  const isOpen = openSteps(approval).length > 0;
  const now = asking(told, approval, steps);
  const lost = voidedPeople(voided).filter((id) => !approval.excludedIds.includes(id));
  return [
    ...lost.flatMap((personId) => toPerson(personId, notice(told, 'voided', fields, 'approver'))),
    ...(isOpen ? askPeople(now, notice(told, 'again', fields)) : []),
    ...freed(told, event, approval),
    ...askChannels(now, (group) => notice(told, 'board', { group }, 'triage')),
    ...owners,
  ];
}

function withTask(told: Told, task: ChangeTask): readonly Telling[] {
  return task.assigneeId && task.state === 'open' ? toPerson(task.assigneeId, notice(told, 'task', { task: cut(task.title) }, 'agent')) : [];
}

function tellingsOf(told: Told): readonly Telling[] {
  const { event } = told.recorded;
  switch (event.type) {
    case 'ChangeSubmitted':
      return submitted(told, event);
    case 'ChangeRecorded':
      return ask(told, event.approval);
    case 'VoteCast':
    case 'VoteClosed':
      return voted(told, event);
    case 'VoteWithdrawn':
      return toOwners(told, notice(told, 'withdrawn'));
    case 'ApprovalNudged':
      return nudged(told, event);
    case 'ChangeEdited':
      return edited(told, event);
    case 'ChangeReverted':
      return toOwners(told, notice(told, 'reverted', { text: cut(event.reason) }));
    case 'CollisionsChecked':
      return event.collisions.length > 0 ? toOwners(told, notice(told, 'collides', {}, 'agent')) : [];
    case 'CollisionsAccepted':
      return toOwners(told, notice(told, 'accepted'));
    case 'ChangeScheduled':
      return toOwners(told, notice(told, 'scheduled', told.change.plannedStart ? { at: { at: told.change.plannedStart } } : { at: '–' }, 'agent'));
    case 'ChangeStarted':
      return toOwners(told, notice(told, 'started'));
    case 'ChangeFinished':
      return toOwners(told, notice(told, 'finished', { outcome: { text: `outcome.${event.outcome}` } }));
    case 'ReviewReminded':
      return event.toIds.flatMap((personId) => toPerson(personId, notice(told, event.step === 'remind' ? 'reviewDue' : 'reviewOverdue', {}, 'agent')));
    case 'ReviewCompleted':
      return toOwners(told, notice(told, 'reviewed'));
    case 'ChangeClosed':
      return toOwners(told, notice(told, 'closed'));
    case 'ChangeCancelled':
      return toOwners(told, notice(told, 'cancelled'));
    case 'ChangeHeld':
      return toOwners(told, notice(told, 'held'));
    case 'ChangeResumed':
      return toOwners(told, notice(told, 'resumed'));
    case 'TaskAdded':
    case 'TaskChanged':
      return withTask(told, event.task);
    case 'CommentAdded':
      return toOwners(told, notice(told, 'commented', { text: cut(event.text) }));
    case 'IncidentCaused':
      return toOwners(told, notice(told, 'incident', { incident: event.incident.id }));
    default:
      return [];
  }
}

/** A later event of the same action says more: that it is scheduled says that everybody has agreed. */
const MOST_TELLING = new Set<ChangeEvent['type']>(['ChangeScheduled']);

/** Who is told what when something has happened to a change. What only alters a card is not told: every card follows by itself. */
export const changeTellings: TellingRules = (entry, record, directory) => {
  const change = record as Change;
  const history = entry.history as readonly RecordedChangeEvent[];
  const inOrder = [...history].sort((left, right) => Number(MOST_TELLING.has(right.event.type)) - Number(MOST_TELLING.has(left.event.type)));
  return inOrder.flatMap((recorded) => tellingsOf({ recorded, change, directory }));
};
