export { announcementsPractice, knownIssueOf, type Announcement, type AnnouncementEvent, type AnnouncementSummary, type RecordedAnnouncementEvent } from './announcement';
export { MOST_AFFECTED } from './announcement-affected';
export { announcementSchema } from './announcement-schema';
export type { AnnouncementView, KnownIssue } from './announcement-views';
