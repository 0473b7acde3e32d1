import { callWebhook, checkCollisions, comment, forget, link, noteIncident, unlink } from './actions/conversation';
import { approve, closeVote, nudge, reject, returnForInfo, withdrawVote } from './actions/deciding';
import { acceptCollisions, revert, schedule, submit } from './actions/submitting';
import { addTask, changeTask, closeTask } from './actions/tasks';
import { cancel, close, completeReview, finish, hold, remindReview, resume, start } from './actions/working';
import { edit, propose, recordDone, reschedule } from './actions/writing';

/** In the order in which buttons are drawn. */
export const changeActions = [
  propose, recordDone, approve, reject, returnForInfo, submit, start, finish, completeReview, schedule, acceptCollisions, reschedule, edit, addTask, closeTask, changeTask, comment,
  withdrawVote, closeVote, hold, resume, callWebhook, link, unlink, revert, close, cancel, nudge, remindReview, noteIncident, checkCollisions, forget,
];
