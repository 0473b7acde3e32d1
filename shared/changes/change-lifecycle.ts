import type { Lifecycle } from '../kernel';

export const CHANGE_STATES = ['new', 'assess', 'authorize', 'scheduled', 'implement', 'review', 'closed', 'cancelled'] as const;
export type ChangeState = (typeof CHANGE_STATES)[number];

/**
 * How somebody stands to a change. `requester` proposed it; `implementer` does it; `group` works in the implementing group;
 * `approver`: their vote is awaited now, or that of somebody they stand in for; `voter`: their vote stands; `anyAgent`: works in
 * any support group.
 */
export type ChangeRole = 'requester' | 'implementer' | 'group' | 'anyAgent' | 'approver' | 'voter' | 'changeManager' | 'system';

export type ChangeLifecycle = Lifecycle<ChangeState, ChangeRole>;

const AUTHORS = ['requester', 'implementer', 'group', 'changeManager', 'system'] as const;
const PLANNED = ['new', 'assess', 'authorize', 'scheduled'] as const;
const DECIDING = ['assess', 'authorize'] as const;
const OPEN = [...PLANNED, 'implement', 'review'] as const;
const ALL = [...OPEN, 'closed', 'cancelled'] as const;

/** domain.md 3.4. Where one action can lead to several states, by type and by what is still to be decided, `to` is left out. */
export const CHANGE_LIFECYCLE: ChangeLifecycle = {
  states: CHANGE_STATES,
  initial: 'new',
  terminal: ['closed', 'cancelled'],
  transitions: [
    { action: 'submit', from: ['new'], to: 'assess', who: AUTHORS },
    { action: 'approve', from: DECIDING, to: 'authorize', who: ['approver'], requires: ['step', 'token'] },
    { action: 'reject', from: DECIDING, to: 'new', who: ['approver'], requires: ['step', 'token', 'comment'] },
    { action: 'returnForInfo', from: DECIDING, to: 'new', who: ['approver'], requires: ['step', 'token', 'comment'] },
    { action: 'withdrawVote', from: DECIDING, who: ['voter'], requires: ['step'] },
    { action: 'closeVote', from: DECIDING, who: ['changeManager'], requires: ['step', 'presentIds'] },
    { action: 'revert', from: [...DECIDING, 'scheduled'], to: 'new', who: ['requester', 'implementer', 'changeManager'], requires: ['reason'] },
    { action: 'acceptCollisions', from: PLANNED, who: ['changeManager'], requires: ['reason'] },
    { action: 'schedule', from: ['authorize'], to: 'scheduled', who: AUTHORS },
    { action: 'start', from: ['scheduled'], to: 'implement', who: ['implementer', 'group', 'system'] },
    { action: 'finish', from: ['implement'], to: 'review', who: ['implementer', 'group'], requires: ['outcome'] },
    { action: 'completeReview', from: ['review'], to: 'closed', who: ['changeManager', 'requester', 'group'], requires: ['objectivesMet'] },
    { action: 'close', from: ['review'], to: 'closed', who: ['changeManager', 'system'] },
    { action: 'cancel', from: PLANNED, to: 'cancelled', who: ['requester', 'changeManager'], requires: ['reason'] },
    { action: 'edit', from: PLANNED, who: AUTHORS },
    { action: 'reschedule', from: PLANNED, who: AUTHORS, requires: ['plannedStart', 'plannedEnd'] },
    { action: 'hold', from: PLANNED, who: AUTHORS, requires: ['reason'] },
    { action: 'resume', from: PLANNED, who: AUTHORS },
    { action: 'addTask', from: [...OPEN], who: AUTHORS, requires: ['title', 'kind'] },
    { action: 'changeTask', from: [...OPEN], who: AUTHORS, requires: ['taskId'] },
    { action: 'closeTask', from: [...OPEN], who: [...AUTHORS, 'anyAgent'], requires: ['taskId', 'state'] },
    { action: 'comment', from: ALL, who: [...AUTHORS, 'anyAgent', 'approver', 'voter'], requires: ['text'] },
    { action: 'callWebhook', from: ALL, who: ['implementer', 'group', 'changeManager', 'system'], requires: ['webhookId'] },
    { action: 'link', from: ALL, who: ['anyAgent', 'changeManager', 'system'], requires: ['relation', 'otherId'] },
    { action: 'unlink', from: ALL, who: ['anyAgent', 'changeManager', 'system'], requires: ['relation', 'otherId'] },
  ],
};

/** Changes that hold a place in the calendar (domain.md 3.5: only those from assessment to implementation count). */
export const holdsPlace = (state: ChangeState): boolean => ['assess', 'authorize', 'scheduled', 'implement'].includes(state);

/** Its approvals are decided about: somebody is asked, or everybody agrees and only its place in the calendar is missing. */
export const isDeciding = (state: ChangeState): boolean => (DECIDING as readonly ChangeState[]).includes(state);

export const isEnded = (state: ChangeState): boolean => state === 'closed' || state === 'cancelled';

/** Its content can still be edited, and whoever approved it must agree again. */
export const isPlanned = (state: ChangeState): boolean => (PLANNED as readonly ChangeState[]).includes(state);
