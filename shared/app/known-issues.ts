import { knownIssueOf, type AnnouncementSummary, type KnownIssue } from '../announcements';
import type { Directory } from '../catalog';
import type { Actor } from '../kernel';

/** Every disturbance that runs now, the newest first, as this reader is told of it. From memory. */
export function knownIssues(directory: Pick<Directory, 'summaries'>, actor: Actor): readonly KnownIssue[] {
  const running = ([...directory.summaries('announcements')] as AnnouncementSummary[]).filter(({ retired }) => !retired);
  return running.map((entry) => knownIssueOf(entry, actor)).sort((left, right) => (left.since < right.since ? 1 : -1));
}
