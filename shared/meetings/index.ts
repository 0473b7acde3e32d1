export { boardsPractice, boardMembers, boardOf, FILTER_FIELDS, type Board } from './board';
export { meetingsPractice } from './meetings-practice';
export { meetingActions } from './meeting-actions';
export { foldMeeting, type MeetingEvent, type RecordedMeetingEvent } from './meeting-events';
export { isMeetingEnded, MEETING_LIFECYCLE, type MeetingRole } from './meeting-lifecycle';
export { canReadMeeting, standsToMeetingAs } from './meeting-permissions';
export type { Meeting, MeetingItem, MeetingSubject } from './meeting';
export { ITEM_DECISIONS, MEETING_STATES, type ItemDecision, type MeetingState } from './meeting-schema';
export type { AgendaItem, MeetingRow, MeetingSummary, MeetingView } from './meeting-views';
