import { newestFirst, type Derived } from '../kernel';
import type { Meeting } from './meeting';
import { isMeetingEnded } from './meeting-lifecycle';
import type { MeetingSummary } from './meeting-views';

export function meetingSummaryOf({ id, version, updatedAt, boardId, title, state, startsAt, chairIds, memberIds, presentIds, items, closedAt }: Meeting): MeetingSummary {
  return {
    id, practice: 'meetings', version, updatedAt, boardId, title, state, startsAt, chairIds, memberIds, presentIds,
    changeIds: items.map(({ changeId }) => changeId), ...(closedAt && { closedAt }),
  };
}

export function deriveMeeting(meeting: Meeting): Derived<MeetingSummary> {
  const isEnded = isMeetingEnded(meeting.state);
  return {
    summary: meetingSummaryOf(meeting),
    active: !isEnded,
    lists: isEnded ? [{ list: 'meetings.ended', sort: newestFirst(meeting.startsAt) }] : [],
    timers: [],
  };
}
