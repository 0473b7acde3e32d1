import { addNote, attach, link, rate, reply, unlink, unwatch, watch } from './actions/conversation';
import { approve, nudge, reject, resubmit, returnForInfo } from './actions/approving';
import { cancel, close, reopen, resolve } from './actions/ending';
import {
  assign, classify, clearPriority, convert, edit, overridePriority, putOnHold, restrict, resume, start, take, unrestrict,
} from './actions/handling';
import { passThresholds } from './actions/pass-thresholds';
import { report } from './actions/report';
import { addTask, assignTask, closeTask, recordCost, startTask } from './actions/tasks';

/** In the order in which buttons are drawn. */
export const ticketActions = [
  report, approve, reject, returnForInfo, resubmit, take, start, assign, reply, resolve, close, reopen, putOnHold, resume, addNote,
  edit, classify, attach, rate, watch, unwatch, link, unlink, convert, overridePriority, clearPriority, restrict, unrestrict,
  startTask, closeTask, assignTask, addTask, recordCost, cancel, passThresholds, nudge,
];
