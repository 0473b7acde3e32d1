import type { Directory } from '../catalog';
import type { Practice } from '../kernel';
import type { Meeting, MeetingSubject } from './meeting';
import { meetingActions } from './meeting-actions';
import { deriveMeeting } from './meeting-derive';
import { foldMeeting, type MeetingEvent } from './meeting-events';
import { endedMeetings, openMeetings } from './meeting-lists';
import { canReadMeeting } from './meeting-permissions';
import { presentMeeting, presentMeetingRow } from './meeting-present';
import type { MeetingSummary } from './meeting-views';

/** Meetings of change advisory boards. */
export const meetingsPractice: Practice<Meeting, MeetingSummary, MeetingEvent, Directory> = {
  name: 'meetings',
  prefixes: ['MTG'],
  actions: meetingActions,
  fold: foldMeeting,
  subject: ({ id, state, chairIds, memberIds }): MeetingSubject => ({ id, state, chairIds, memberIds }),
  canRead: canReadMeeting,
  derive: deriveMeeting,
  view: presentMeeting,
  row: presentMeetingRow,
  lists: [openMeetings, endedMeetings],
  announces: true,
};
