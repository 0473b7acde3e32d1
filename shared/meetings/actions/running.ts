import type { ChangeSummary } from '../../changes';
import { emptySchema } from '../../changes/change-schema';
import { changesNothing, refuse } from '../../kernel';
import { contradiction, decisionOnRecord } from '../agenda';
import { boardMembers, boardOf } from '../board';
import { agendaItemSchema, attendanceSchema, closeMeetingSchema, decideItemSchema } from '../meeting-schema';
import { onMeeting } from './define';

export const start = onMeeting('start', emptySchema, (meeting, _input, { config }) => {
  const board = boardOf(config, meeting.boardId);
  const { chairIds, memberIds } = board ? { chairIds: board.chairIds, memberIds: boardMembers(board, config) } : meeting;
  return { events: [{ type: 'MeetingStarted', chairIds, memberIds }] };
});

/** It is this change's turn: its time runs, and that of the one before stands still. */
export const openItem = onMeeting('openItem', agendaItemSchema, ({ items }, { changeId }) => {
  const item = items.find((entry) => entry.changeId === changeId);
  if (!item) return refuse('meetings.notOnAgenda');
  return item.openedAt ? refuse('kernel.nothingChanged') : { events: [{ type: 'AgendaItemOpened', otherId: changeId }] };
});

export const setAttendance = onMeeting('setAttendance', attendanceSchema, (meeting, { presentIds = [] }, { config }) => {
  if (!presentIds.every((id) => config.person(id)?.retired === false)) return refuse('kernel.invalidInput', undefined, [{ field: 'presentIds', code: 'notFound' }]);
  return changesNothing({ presentIds }, meeting) ? refuse('kernel.nothingChanged') : { events: [{ type: 'AttendanceSet', presentIds }] };
});

/**
 * Writes down what became of a change. Minutes decide nothing: members vote on the change themselves, and a change manager closes
 * the vote there; what is written here never contradicts it.
 */
export const recordDecision = onMeeting('recordDecision', decideItemSchema, ({ items }, { changeId, decision, note }, { others, config }) => {
  const item = items.find((entry) => entry.changeId === changeId);
  if (!item) return refuse('meetings.notOnAgenda');
  // A chair who has no vote on it, and does not work in IT, writes down what became of it all the same.
  const change = (others.get(changeId) ?? config.summary(changeId)) as ChangeSummary | undefined;
  if (!change) return refuse('kernel.invalidInput', undefined, [{ field: 'changeId', code: 'notFound' }]);
  const wrong = contradiction(decision, change);
  if (wrong) return refuse(wrong, { change: changeId });
  if (item.decision === decision && (item.note ?? '') === (note ?? '')) return refuse('kernel.nothingChanged');
  return { events: [{ type: 'AgendaItemDecided', otherId: changeId, decision, ...(note && { note }) }] };
});

/** Ends the meeting. What nobody decided is put off, unless the change itself says what the board's votes came to. */
export const close = onMeeting('close', closeMeetingSchema, ({ items }, { minutes }, { config }) => {
  const open = items.filter(({ decision }) => !decision);
  const decisions = open.map(({ changeId }) => ({ changeId, decision: decisionOnRecord(config.summary(changeId) as ChangeSummary | undefined) }));
  return { events: [{ type: 'MeetingClosed', decisions, ...(minutes && { minutes }) }] };
});
