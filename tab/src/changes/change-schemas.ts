import type { Schema } from '../../../shared/kernel';
import { callWebhookSchema } from '../../../shared/webhooks/webhook-schema';
import {
  acceptCollisionsSchema, approveSchema, cancelSchema, changeTaskSchema, closeTaskSchema, closeVoteSchema, commentSchema, editSchema, emptySchema, finishSchema, holdSchema,
  linkSchema, proposeSchema, reasonSchema, recordDoneSchema, refuseSchema, rescheduleSchema, reviewSchema, taskSchema, unlinkSchema, withdrawVoteSchema,
} from '../../../shared/changes/change-schema';

/** What each action on a change asks for. A test compares them with the registry. */
export const CHANGE_SCHEMAS: Readonly<Record<string, Schema>> = {
  'changes.propose': proposeSchema,
  'changes.recordDone': recordDoneSchema,
  'changes.submit': emptySchema,
  'changes.approve': approveSchema,
  'changes.reject': refuseSchema,
  'changes.returnForInfo': refuseSchema,
  'changes.withdrawVote': withdrawVoteSchema,
  'changes.closeVote': closeVoteSchema,
  'changes.revert': reasonSchema,
  'changes.acceptCollisions': acceptCollisionsSchema,
  'changes.schedule': emptySchema,
  'changes.start': emptySchema,
  'changes.finish': finishSchema,
  'changes.completeReview': reviewSchema,
  'changes.close': emptySchema,
  'changes.cancel': cancelSchema,
  'changes.edit': editSchema,
  'changes.reschedule': rescheduleSchema,
  'changes.hold': holdSchema,
  'changes.resume': emptySchema,
  'changes.addTask': taskSchema,
  'changes.changeTask': changeTaskSchema,
  'changes.closeTask': closeTaskSchema,
  'changes.comment': commentSchema,
  'changes.callWebhook': callWebhookSchema,
  'changes.link': linkSchema,
  'changes.unlink': unlinkSchema,
};
