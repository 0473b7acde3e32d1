import { postponed, type Approval, type FileMeta, type Recorded, type Relation, type Voided, type Vote } from '../kernel';
import type { ChangeType, Collision } from '../scheduling';
import type { WebhookCalled } from '../webhooks';
import type { AcceptedCollision, CausedIncident, Change, ChangeContent, ChangeReview, ChangeTask, ContentDifference, RiskAssessment } from './change';
import { writtenAfter } from './change-fields';
import type { ChangeState } from './change-lifecycle';
import { CONTENT_PARTS, type ContentPart, type Outcome } from './change-schema';
import { stillAccepted } from './readiness';

/** Where the decision of an approval, an edit or a look at the calendar leads. */
interface Led {
  readonly state: ChangeState;
}

export type ChangeEvent =
  | {
      readonly type: 'ChangeProposed';
      readonly changeType: ChangeType;
      readonly requesterId: string;
      readonly requesterName: string;
      readonly templateId?: string;
      readonly emergencyReason?: string;
      readonly values: ChangeContent;
      readonly implementerName?: string;
      readonly risk: RiskAssessment;
      readonly tasks: readonly ChangeTask[];
    }
  /** Recorded after the work was done: it is decided about at once, and always reviewed. */
  | ({
      readonly type: 'ChangeRecorded';
      readonly requesterId: string;
      readonly requesterName: string;
      readonly values: ChangeContent;
      readonly implementerName?: string;
      readonly emergencyReason?: string;
      readonly risk: RiskAssessment;
      readonly actualStart: string;
      readonly actualEnd: string;
      readonly outcome: Outcome;
      readonly isUnauthorized: boolean;
      readonly reviewDueAt: string;
      readonly approval: Approval;
    } & Led)
  | ({
      readonly type: 'ChangeEdited';
      readonly changes: Partial<ChangeContent>;
      readonly clear: readonly string[];
      readonly differences: readonly ContentDifference[];
      readonly parts: readonly ContentPart[];
      readonly implementerName?: string;
      readonly risk: RiskAssessment;
      readonly collisions: readonly Collision[];
      /** Absent while it is being written, and where no approval is touched. */
      readonly approval?: Approval;
      readonly voided: readonly Voided[];
    } & Led)
  | ({ readonly type: 'ChangeSubmitted'; readonly risk: RiskAssessment; readonly collisions: readonly Collision[]; readonly approval: Approval } & Led)
  | ({ readonly type: 'VoteCast'; readonly step: string; readonly vote: Vote; readonly approval: Approval } & Led)
  | ({ readonly type: 'VoteWithdrawn'; readonly step: string; readonly vote: Vote; readonly approval: Approval } & Led)
  | ({ readonly type: 'VoteClosed'; readonly step: string; readonly presentIds: readonly string[]; readonly approval: Approval } & Led)
  /** Time passed over open steps: somebody is reminded, somebody else may decide, it expired. */
  | ({ readonly type: 'ApprovalNudged'; readonly nudge: 'remind' | 'escalate' | 'expire'; readonly step: string; readonly toIds: readonly string[]; readonly approval: Approval } & Led)
  | { readonly type: 'ChangeReverted'; readonly reason: string }
  | { readonly type: 'CollisionsChecked'; readonly collisions: readonly Collision[] }
  | { readonly type: 'CollisionsAccepted'; readonly accepted: readonly AcceptedCollision[] }
  | { readonly type: 'ChangeScheduled'; readonly collisions: readonly Collision[] }
  | { readonly type: 'ChangeStarted'; readonly collisions: readonly Collision[] }
  | {
      readonly type: 'ChangeFinished';
      readonly outcome: Outcome;
      readonly actualEnd: string;
      readonly isBackoutUsed?: boolean;
      readonly outageMinutes?: number;
      readonly notes?: string;
      readonly reviewReasons: readonly string[];
      readonly reviewDueAt?: string;
      readonly state: ChangeState;
    }
  /** It should have been reviewed by now. */
  | { readonly type: 'ReviewReminded'; readonly step: 'remind' | 'escalate'; readonly toIds: readonly string[] }
  | { readonly type: 'ReviewCompleted'; readonly review: ChangeReview }
  | { readonly type: 'ChangeClosed' }
  | { readonly type: 'ChangeCancelled'; readonly reason: string; readonly note?: string }
  | { readonly type: 'ChangeHeld'; readonly reason: string; readonly note?: string; readonly keepsSlot: boolean }
  | ({ readonly type: 'ChangeResumed'; readonly collisions: readonly Collision[] } & Led)
  | { readonly type: 'TaskAdded' | 'TaskChanged' | 'TaskClosed'; readonly task: ChangeTask }
  | { readonly type: 'CommentAdded'; readonly text: string; readonly files: readonly FileMeta[] }
  | WebhookCalled
  | { readonly type: 'LinkAdded' | 'LinkRemoved'; readonly relation: Relation; readonly otherId: string }
  | { readonly type: 'IncidentCaused'; readonly incident: CausedIncident; readonly reviewReasons: readonly string[]; readonly reviewDueAt?: string }
  | { readonly type: 'IncidentCleared'; readonly incidentId: string }
  /** It failed so long ago that it no longer counts for the risk of others. */
  | { readonly type: 'ChangeForgotten' };

export type RecordedChangeEvent = Recorded<ChangeEvent>;

/** Edits that an approver can still be shown; older ones stay in the history. */
const SHOWN_EDITS = 5;

const noRisk: RiskAssessment = { level: 'low', score: 0, reasons: [], byRules: 'low', answers: {} };

function born({ event, recordId, seq, at, channel }: RecordedChangeEvent): Change {
  const base = {
    id: recordId, version: seq, createdAt: at, updatedAt: at, channel, collisions: [], accepted: [], edits: [], tasks: [], attachments: [], incidents: [],
    reviewReasons: [], isRetroactive: false, isUnauthorized: false, risk: noRisk, content: Object.fromEntries(CONTENT_PARTS.map((part) => [part, seq])),
  };
  if (event.type === 'ChangeProposed') {
    const { type: _type, changeType, values, ...rest } = event;
    return { ...base, ...values, ...rest, type: changeType, state: 'new' };
  }
  if (event.type !== 'ChangeRecorded') throw new Error(`history of ${recordId} starts with ${event.type}`);
  const { type: _type, values, ...rest } = event;
  return { ...base, ...values, ...rest, type: 'emergency', isRetroactive: true, reviewReasons: ['retroactive'] };
}

function edited(change: Change, { seq, at, by, byName, event }: RecordedChangeEvent & { readonly event: Extract<ChangeEvent, { type: 'ChangeEdited' }> }): Change {
  const { changes, clear, parts, risk, collisions, approval, voided, differences, state, implementerName } = event;
  const next = { ...change, ...changes, risk, collisions, state, ...(approval && { approval }), ...(implementerName && { implementerName }) };
  const kept = Object.fromEntries(Object.entries(next).filter(([field]) => !clear.includes(field) && !(field === 'implementerName' && clear.includes('implementerId')))) as unknown as Change;
  const content = { ...change.content, ...Object.fromEntries(parts.map((part) => [part, seq])) };
  const edit = { seq, at, byName, parts, differences, voided };
  const accepted = stillAccepted(change.accepted, parts, kept.implementerId);
  return { ...kept, accepted, content, writtenBy: writtenAfter(change, differences, by), edits: voided.length > 0 ? [...change.edits, edit].slice(-SHOWN_EDITS) : change.edits };
}

function withTask(change: Change, task: ChangeTask): Change {
  const isKnown = change.tasks.some(({ id }) => id === task.id);
  return { ...change, tasks: isKnown ? change.tasks.map((entry) => (entry.id === task.id ? task : entry)) : [...change.tasks, task] };
}

function without<K extends keyof Change>(change: Change, field: K): Omit<Change, K> {
  const { [field]: _gone, ...rest } = change;
  return rest;
}

/** The change's fields after an event, without the bookkeeping that every event does. */
function changed(change: Change, recorded: RecordedChangeEvent): Change {
  const { event, at, by } = recorded;
  switch (event.type) {
    case 'ChangeEdited':
      return edited(change, { ...recorded, event });
    case 'ChangeSubmitted':
      return { ...change, risk: event.risk, collisions: event.collisions, approval: event.approval, edits: [], state: event.state };
    case 'VoteCast':
    case 'VoteWithdrawn':
    case 'VoteClosed':
    case 'ApprovalNudged':
      return { ...change, approval: event.approval, state: event.state };
    case 'ChangeReverted':
      return { ...without(change, 'approval'), state: 'new' };
    case 'CollisionsChecked':
      return { ...change, collisions: event.collisions };
    case 'CollisionsAccepted': {
      const keys = event.accepted.map(({ key }) => key);
      return { ...change, accepted: [...change.accepted.filter(({ key }) => !keys.includes(key)), ...event.accepted] };
    }
    case 'ChangeScheduled':
      return { ...change, collisions: event.collisions, state: 'scheduled' };
    case 'ChangeStarted':
      return { ...change, collisions: event.collisions, state: 'implement', actualStart: at, startedById: by };
    case 'ChangeFinished':
      return {
        ...change, state: event.state, outcome: event.outcome, actualEnd: event.actualEnd, reviewReasons: event.reviewReasons,
        ...(event.isBackoutUsed !== undefined && { isBackoutUsed: event.isBackoutUsed }),
        ...(event.outageMinutes !== undefined && { actualOutageMinutes: event.outageMinutes }),
        ...(event.notes && { finishNotes: event.notes }),
        ...(event.reviewDueAt && { reviewDueAt: event.reviewDueAt }),
        ...(event.state === 'closed' && { closedAt: at }),
      };
    case 'ReviewReminded':
      return { ...change, ...(event.step === 'remind' ? { reviewRemindedAt: at } : { reviewEscalatedAt: at }) };
    case 'ReviewCompleted':
      return { ...change, state: 'closed', closedAt: at, review: event.review };
    case 'ChangeClosed':
      return { ...change, state: 'closed', closedAt: at };
    case 'ChangeCancelled':
      return { ...without(change, 'hold'), state: 'cancelled', closedAt: at, cancelReason: event.reason };
    case 'ChangeHeld':
      return { ...change, hold: { reason: event.reason, since: at, keepsSlot: event.keepsSlot, ...(event.note && { note: event.note }) } };
    case 'ChangeResumed':
      return { ...without(change, 'hold'), collisions: event.collisions, state: event.state, ...(change.approval && change.hold && { approval: postponed(change.approval, change.hold.since, at) }) };
    case 'TaskAdded':
    case 'TaskChanged':
    case 'TaskClosed':
      return withTask(change, event.task);
    case 'CommentAdded':
      return { ...change, attachments: [...change.attachments, ...event.files.map((file) => ({ ...file, at, by }))] };
    case 'IncidentCaused':
      return {
        ...change, incidents: [...change.incidents, event.incident], reviewReasons: event.reviewReasons, ...(event.reviewDueAt && { reviewDueAt: event.reviewDueAt }),
      };
    case 'IncidentCleared':
      return { ...change, incidents: change.incidents.filter(({ id }) => id !== event.incidentId) };
    case 'ChangeForgotten':
      return { ...change, isForgotten: true };
    case 'WebhookCalled':
    case 'LinkAdded':
    case 'LinkRemoved':
    case 'ChangeProposed':
    case 'ChangeRecorded':
      return change;
  }
}

/** The only fold of changes: history in, current state out. */
export function foldChange(change: Change | undefined, recorded: RecordedChangeEvent): Change {
  if (!change) return born(recorded);
  return { ...changed(change, recorded), version: recorded.seq, updatedAt: recorded.at };
}
