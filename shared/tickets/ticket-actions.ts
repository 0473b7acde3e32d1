import { callWebhook } from './actions/call-webhook';
import { addNote, attach, link, rate, reply, unlink, unwatch, watch } from './actions/conversation';
import { acceptOffer, declineOffer, escalate } from './actions/answering-offers';
import { autoAssign, expireOffer, tellLeads } from './actions/assigning';
import { approve, nudge, reject, resubmit, returnForInfo } from './actions/approving';
import { cancel, close, reopen, resolve } from './actions/ending';
import {
  assign, classify, clearPriority, convert, edit, overridePriority, putOnHold, restrict, resume, start, take, unrestrict,
} from './actions/handling';
import type { TicketAction } from './actions/define';
import { handOver } from './actions/hand-over';
import { remindOffer } from './actions/remind-offer';
import { addAffected, demoteMajor, noteCounts, promoteMajor, proposeMajor, rejectMajor, removeAffected } from './actions/major';
import { passThresholds } from './actions/pass-thresholds';
import { report } from './actions/report';
import { runMacro } from './actions/run-macro';
import { addTask, assignTask, closeTask, recordCost, startTask } from './actions/tasks';

const ownActions = [
  report, promoteMajor, rejectMajor, approve, reject, returnForInfo, resubmit, acceptOffer, declineOffer, take, start, assign, reply, resolve, close, reopen, escalate, putOnHold, resume, addNote,
  edit, classify, attach, rate, watch, unwatch, link, unlink, convert, overridePriority, clearPriority, proposeMajor, demoteMajor, restrict, unrestrict,
  startTask, closeTask, assignTask, addTask, recordCost, callWebhook, cancel, passThresholds, nudge, autoAssign, expireOffer, remindOffer, tellLeads, handOver, noteCounts, addAffected, removeAffected,
];

/** In the order in which buttons are drawn. */
export const ticketActions = [...ownActions, runMacro(ownActions as unknown as readonly TicketAction[])];
