import { choice, dateTime, entry, group, number, paragraph, people, record, structured, text, type Conditions } from '../kernel';
import type { Occurrence } from '../scheduling/window-schema';

/** A change advisory board (ITIL 4): who is in it, when it meets, what comes before it. */
export const boardSchema = {
  name: text({ label: 'field.board.name', required: true, max: 100 }),
  /** Its members, and the channel where its cards stand. */
  groupId: group({ label: 'field.board.group', required: true, of: 'boards' }),
  chairIds: people({ label: 'field.board.chairs', required: true, max: 10 }),
  zone: text({ label: 'field.board.zone', required: true, max: 60 }),
  occurrences: structured<readonly Occurrence[]>()({ label: 'field.board.occurrences', max: 5_000 }),
  minutesPerItem: number({ label: 'field.board.minutesPerItem', required: true, atLeast: 1, atMost: 120 }),
  /** Which changes come on the agenda, beside waiting for the board's vote; absent: all that wait for it. */
  filter: structured<Conditions>()({ label: 'field.board.filter', max: 5_000 }),
};

export const MEETING_STATES = ['planned', 'running', 'closed', 'cancelled'] as const;
export type MeetingState = (typeof MEETING_STATES)[number];
export const ITEM_DECISIONS = ['approved', 'rejected', 'deferred', 'needsInfo'] as const;
export type ItemDecision = (typeof ITEM_DECISIONS)[number];

export const planMeetingSchema = {
  boardId: entry({ label: 'field.meeting.board', of: 'boards', required: true }),
  startsAt: dateTime({ label: 'field.meeting.startsAt', required: true }),
  note: paragraph({ label: 'field.meeting.note', max: 2_000 }),
};
const changeId = record({ label: 'field.meeting.change', required: true });
export const agendaItemSchema = { changeId };
export const attendanceSchema = { presentIds: people({ label: 'field.meeting.attendees', max: 100 }) };
export const decideItemSchema = {
  changeId,
  decision: choice(ITEM_DECISIONS, 'itemDecision', { label: 'field.meeting.decision', required: true }),
  note: paragraph({ label: 'field.meeting.itemNote', max: 4_000 }),
};
export const closeMeetingSchema = { minutes: paragraph({ label: 'field.meeting.minutes', max: 10_000 }) };
export const cancelMeetingSchema = { reason: paragraph({ label: 'field.reason', required: true, max: 1_000 }) };
