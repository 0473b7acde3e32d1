import type { MeetingView } from '../../../../shared/meetings/meeting-views';
import type { Translate } from '../../lib/texts';

/** What the minutes begin with: who was there, and what was decided, item by item. People write on from here. */
export function draftMinutes({ members, items }: Pick<MeetingView, 'members' | 'items'>, t: Translate): string {
  const present = members.filter(({ isPresent }) => isPresent).map(({ name }) => name);
  const decided = items.map(({ changeId, title, decision, note }) => {
    const what = decision ? t(`itemDecision.${decision}`) : t('planning.meeting.notDiscussed');
    return `- ${changeId} ${title}: ${what}${note ? `. ${note}` : ''}`;
  });
  return [t('planning.meeting.presentLine', { names: present.join(', ') || '–' }), '', ...decided].join('\n');
}
