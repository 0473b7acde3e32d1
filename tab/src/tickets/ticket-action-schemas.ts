import type { Schema } from '../../../shared/kernel';
import { addTaskSchema, assignTaskSchema, closeTaskSchema, recordCostSchema, resubmitSchema, startTaskSchema } from '../../../shared/tickets/fulfillment/fulfillment-schema';
import {
  assignSchema, cancelSchema, classifySchema, convertSchema, editSchema, emptySchema, holdSchema, linkSchema, unlinkSchema, noteSchema, prioritySchema, rateSchema,
  refuseSchema, reopenSchema, replySchema, resolveSchema, restrictSchema, voteSchema, watchSchema, attachSchema,
} from '../../../shared/tickets/ticket-schema';

/** What each action on a ticket asks for. A test compares the names with the registry. */
export const TICKET_SCHEMAS: Readonly<Record<string, Schema>> = {
  'tickets.edit': editSchema,
  'tickets.classify': classifySchema,
  'tickets.assign': assignSchema,
  'tickets.take': emptySchema,
  'tickets.start': emptySchema,
  'tickets.reply': replySchema,
  'tickets.addNote': noteSchema,
  'tickets.attach': attachSchema,
  'tickets.putOnHold': holdSchema,
  'tickets.resume': emptySchema,
  'tickets.resolve': resolveSchema,
  'tickets.close': emptySchema,
  'tickets.reopen': reopenSchema,
  'tickets.cancel': cancelSchema,
  'tickets.rate': rateSchema,
  'tickets.watch': watchSchema,
  'tickets.unwatch': watchSchema,
  'tickets.link': linkSchema,
  'tickets.unlink': unlinkSchema,
  'tickets.restrict': restrictSchema,
  'tickets.unrestrict': restrictSchema,
  'tickets.convert': convertSchema,
  'tickets.overridePriority': prioritySchema,
  'tickets.clearPriority': emptySchema,
  'tickets.approve': voteSchema,
  'tickets.reject': refuseSchema,
  'tickets.returnForInfo': refuseSchema,
  'tickets.resubmit': resubmitSchema,
  'tickets.addTask': addTaskSchema,
  'tickets.assignTask': assignTaskSchema,
  'tickets.startTask': startTaskSchema,
  'tickets.closeTask': closeTaskSchema,
  'tickets.recordCost': recordCostSchema,
};
