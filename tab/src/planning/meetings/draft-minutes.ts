import type { MeetingView } from '../../../../shared/meetings/meeting-views';
import type { Translate } from '../../lib/texts';

/** What the minutes begin with: what was decided, item by item. People write on from here; who was there stands beside them. */
export function draftMinutes({ items }: Pick<MeetingView, 'items'>, t: Translate): string {
  const decided = items.map(({ changeId, title, decision, note }) => {
    const what = decision ? t(`itemDecision.${decision}`) : t('planning.meeting.notDiscussed');
    return `- ${changeId} ${title}: ${what}${note ? `. ${note}` : ''}`;
  });
  return decided.join('\n');
}
