import type { AnnouncementView } from '../../../shared/announcements/announcement-views';
import { useRegister } from '../registers/use-register';
import { KnownIssue } from './KnownIssue';

/** Disturbances that run now, so that nobody reports them once more; nothing while there are none. */
export function KnownIssues() {
  const { entries } = useRegister<AnnouncementView>('announcements');
  const running = entries.filter(({ retired }) => !retired);
  return running.map((entry) => <KnownIssue key={entry.id} issue={entry} />);
}
