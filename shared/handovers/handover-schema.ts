import { dateTime, group, paragraph, record, text, yesNo } from '../kernel';

/** `settled`: nothing was left to hand over. `withdrawn`: somebody said that it need not go on. */
export const HANDOVER_STATES = ['prepared', 'handedOver', 'partlyAccepted', 'expired', 'accepted', 'settled', 'withdrawn'] as const;
export type HandoverState = (typeof HANDOVER_STATES)[number];

/** Why something cannot wait until whoever has it is back; the most urgent first. */
export const HANDOVER_REASONS = ['urgent', 'update', 'sla', 'followUp', 'waiting', 'approval', 'changeRuns', 'changeBegins'] as const;
export type HandoverReason = (typeof HANDOVER_REASONS)[number];

/** What became of one item: `kept` stays with whoever has it, `settled` is over or went to somebody else meanwhile. */
export const ITEM_OUTCOMES = ['open', 'kept', 'accepted', 'declined', 'settled'] as const;
export type ItemOutcome = (typeof ITEM_OUTCOMES)[number];

const itemId = record({ label: 'field.handover.item', required: true });

export const prepareSchema = {
  /** Absent: the group in which the person is on duty. */
  groupId: group({ label: 'field.handover.group' }),
  /** End of the shift, for timers; people mean the end of their own. */
  endsAt: dateTime({ label: 'field.handover.endsAt' }),
};
export const chooseSchema = { itemId, isIncluded: yesNo({ label: 'field.handover.isIncluded', required: true }) };
export const noteItemSchema = { itemId, note: paragraph({ label: 'field.handover.itemNote', max: 1_000 }) };
export const handOverSchema = { note: paragraph({ label: 'field.handover.note', help: 'help.handover.note', max: 2_000 }) };
/** Without an item everything that is still open. */
export const acceptSchema = { itemId: record({ label: 'field.handover.item' }) };
export const declineSchema = { itemId: record({ label: 'field.handover.item' }), reason: text({ label: 'field.handover.declineReason', required: true, max: 300 }) };
export const withdrawSchema = { reason: text({ label: 'field.reason', required: true, max: 500 }) };
export const emptySchema = {};
