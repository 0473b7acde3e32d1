import type { Directory } from '../catalog';
import type { AwaitedDecision, Practice } from '../kernel';
import type { Change, ChangeSubject } from './change';
import { changeActions } from './change-actions';
import { changeAutomation } from './change-automation';
import { deriveChange, subjectOf } from './change-derive';
import { foldChange, type ChangeEvent } from './change-events';
import { endedChanges, openChanges } from './change-lists';
import { canReadChange } from './change-permissions';
import { presentChange, presentChangeRow } from './change-present';
import type { ChangeSummary } from './change-views';

function toSubject(subject: Change | ChangeSummary): ChangeSubject {
  return 'awaitedApproverIds' in subject ? subject : subjectOf(subject);
}

function awaitedDecision(change: ChangeSummary): AwaitedDecision | undefined {
  if (change.awaitedApproverIds.length === 0) return undefined;
  const { title, state, requesterName, risk, decideUntil, plannedStart } = change;
  return {
    awaitedIds: change.awaitedApproverIds, excludedIds: change.excludedApproverIds, title, state, requesterName, risk, ...(decideUntil && { decideUntil }), ...(plannedStart && { plannedStart }),
  };
}

/** Change enablement (ITIL 4). */
export const changesPractice: Practice<Change, ChangeSummary, ChangeEvent, Directory> = {
  name: 'changes',
  prefixes: ['CHG'],
  actions: changeActions,
  fold: foldChange,
  subject: toSubject,
  canRead: (actor, subject) => canReadChange(actor, toSubject(subject)),
  derive: deriveChange,
  view: presentChange,
  row: presentChangeRow,
  lists: [openChanges, endedChanges],
  timers: {
    nudge: { action: 'changes.nudge', input: {} },
    review: { action: 'changes.remindReview', input: {} },
    forget: { action: 'changes.forget', input: {} },
  },
  // A vote, a comment or a reminder makes nobody's form stale: what a press is about stands in its token.
  isQuiet: ({ type }) => QUIET.has(type),
  announces: true,
  automation: changeAutomation,
  awaits: awaitedDecision,
  searchText: (change) => ({ title: `${change.id} ${change.title}`, text: `${change.requesterName} ${change.implementerName ?? ''}` }),
};

const QUIET = new Set<ChangeEvent['type']>(['VoteCast', 'VoteWithdrawn', 'ApprovalNudged', 'ReviewReminded', 'CollisionsChecked', 'CommentAdded', 'IncidentCaused', 'IncidentCleared', 'TaskAdded', 'TaskClosed', 'LinkAdded', 'LinkRemoved', 'WebhookCalled', 'ChangeForgotten']);
