import type { Directory } from '../catalog';
import { ballotLine, stepLabel } from '../approvals';
import type { Actor } from '../kernel';
import { translator, type Translate } from '../strings';
import type { ChangeEvent, RecordedChangeEvent } from './change-events';
import type { ChangeTimelineEntry } from './change-views';
import { differenceViews } from './change-words';

/** Told by what follows from them, or of no interest to anybody. */
const SILENT = new Set<ChangeEvent['type']>(['ChangeForgotten']);
const DECISIONS = new Set<ChangeEvent['type']>(['VoteCast', 'VoteWithdrawn', 'VoteClosed', 'CollisionsAccepted', 'ReviewCompleted']);

function names(ids: readonly string[], config: Directory): string {
  return ids.map((id) => config.person(id)?.name ?? id).join(', ');
}

/** One sentence for one event, in the reader's language. */
function line({ event, byName: by }: RecordedChangeEvent, config: Directory, t: Translate, actor: Actor): string {
  switch (event.type) {
    case 'ChangeRecorded':
      return t('event.changes.ChangeRecorded', { by, outcome: t(`outcome.${event.outcome}`), isUnauthorized: event.isUnauthorized ? 'yes' : 'no' });
    case 'ChangeEdited': {
      const fields = differenceViews(event.differences, config, actor).map(({ label }) => label).join(', ');
      const voided = event.voided.flatMap(({ votes }) => votes.map(({ seatId }) => seatId));
      return voided.length > 0 ? t('event.changes.ChangeEditedVoiding', { by, fields, people: names([...new Set(voided)], config) }) : t('event.changes.ChangeEdited', { by, fields });
    }
    case 'ChangeSubmitted':
      return t('event.changes.ChangeSubmitted', { by, risk: t(`risk.${event.risk.level}`), count: event.approval.steps.length });
    case 'VoteCast':
    case 'VoteWithdrawn':
      return ballotLine(event, by, t, (id) => names([id], config));
    case 'VoteClosed':
      return t('event.changes.VoteClosed', { by, step: stepLabel(event.step, t), count: event.presentIds.length });
    case 'ApprovalNudged':
      return t(`event.changes.ApprovalNudged.${event.nudge}`, { step: stepLabel(event.step, t), people: names(event.toIds, config) });
    case 'ReviewReminded':
      return t(`event.changes.ReviewReminded.${event.step}`, { people: names(event.toIds, config) });
    case 'CollisionsChecked':
      return t('event.changes.CollisionsChecked', { count: event.collisions.length });
    case 'CollisionsAccepted':
      return t('event.changes.CollisionsAccepted', { by, count: event.accepted.length });
    case 'ChangeFinished':
      return t('event.changes.ChangeFinished', { by, outcome: t(`outcome.${event.outcome}`) });
    case 'ReviewCompleted':
      return t('event.changes.ReviewCompleted', { by, objectives: t(`objectivesMet.${event.review.objectivesMet}`) });
    case 'ChangeCancelled':
      return t('event.changes.ChangeCancelled', { by, reason: t(`changeCancelReason.${event.reason}`) });
    case 'ChangeHeld':
      return t('event.changes.ChangeHeld', { by, reason: t(`changeHoldReason.${event.reason}`) });
    case 'TaskAdded':
    case 'TaskChanged':
      return t(`event.changes.${event.type}`, { by, task: event.task.title });
    case 'TaskClosed':
      return t('event.changes.TaskClosed', { by, task: event.task.title, state: t(`changeTaskState.${event.task.state}`) });
    case 'LinkAdded':
    case 'LinkRemoved':
      return t(`event.${event.type}`, { by, other: event.otherId, relation: t(`relation.${event.relation}`) });
    case 'WebhookCalled':
      return t('event.WebhookCalled', { by, name: event.name });
    case 'IncidentCaused':
      return t('event.changes.IncidentCaused', { incident: event.incident.id });
    case 'IncidentCleared':
      return t('event.changes.IncidentCleared', { incident: event.incidentId });
    case 'ChangeStarted':
    case 'ChangeScheduled':
    case 'ChangeProposed':
    case 'ChangeReverted':
    case 'ChangeClosed':
    case 'ChangeResumed':
    case 'CommentAdded':
    case 'ChangeForgotten':
      return t(`event.changes.${event.type}`, { by });
  }
}

function body(event: ChangeEvent): string | undefined {
  switch (event.type) {
    case 'CommentAdded':
      return event.text;
    case 'VoteCast':
      return event.vote.comment;
    case 'ChangeReverted':
      return event.reason;
    case 'ChangeCancelled':
    case 'ChangeHeld':
      return event.note;
    case 'ChangeFinished':
      return event.notes;
    case 'CollisionsAccepted':
      return event.accepted[0]?.reason;
    case 'ReviewCompleted':
      return event.review.lessons;
    case 'TaskClosed':
      return event.task.note;
    default:
      return undefined;
  }
}

function kindOf({ type }: ChangeEvent): ChangeTimelineEntry['kind'] {
  if (type === 'CommentAdded') return 'message';
  return DECISIONS.has(type) ? 'decision' : 'change';
}

/** The history as this reader may see it: no tokens, no seats, and nothing about records that are not there for them. */
export function changeTimeline(history: readonly RecordedChangeEvent[], actor: Actor, config: Directory, others: ReadonlyMap<string, unknown>): readonly ChangeTimelineEntry[] {
  const t = translator(actor.language);
  return history
    .filter(({ event }) => !SILENT.has(event.type) && (!('otherId' in event) || others.has(event.otherId)))
    .map((entry) => {
      const recorded = entry.rule ? { ...entry, byName: t('automation.byRule', { name: entry.rule.name }) } : entry;
      const { event, seq, at, by, byName, channel } = recorded;
      const written = body(event);
      const files = event.type === 'CommentAdded' && event.files.length > 0 ? event.files : undefined;
      return {
        seq, at, by, byName, channel, type: event.type, kind: kindOf(event), line: line(recorded, config, t, actor),
        ...(recorded.rule && { ruleId: recorded.rule.id }),
        ...(written && { text: written }),
        ...(event.type === 'ChangeEdited' && { differences: differenceViews(event.differences, config, actor) }),
        ...(files && { files }),
      };
    });
}
