import type { Notice } from '../../shared/app';
import type { Directory } from '../../shared/catalog';
import type { Meeting, RecordedMeetingEvent } from '../../shared/meetings';
import { cut, toPerson, type Telling, type TellingRules } from './telling';

function noticeOf(meeting: Meeting, { byName }: RecordedMeetingEvent, what: string, more: Notice['params'] = {}): Notice {
  return { what: `meetings.${what}`, params: { id: meeting.id, name: meeting.id, title: cut(meeting.title), by: byName, at: { at: meeting.startsAt }, ...more } };
}

/** A card in the channel of the board, or in the chats of those who sit on it where it has none. */
function toBoard({ groupId, memberIds, chairIds }: Meeting, directory: Directory, notice: Notice): readonly Telling[] {
  if (directory.group(groupId)?.channel) return [{ target: { to: 'channel', groupId }, notice: { ...notice, card: 'triage' } }];
  return [...new Set([...chairIds, ...memberIds])].flatMap((personId) => toPerson(personId, { ...notice, card: 'agent' }));
}

function wordsToBoard({ groupId, memberIds, chairIds }: Meeting, directory: Directory, notice: Notice): readonly Telling[] {
  if (directory.group(groupId)?.channel) return [{ target: { to: 'words', groupId }, notice }];
  return [...new Set([...chairIds, ...memberIds])].flatMap((personId) => toPerson(personId, notice));
}

/** The agenda before, the decisions afterwards; what happens meanwhile the card shows by itself. */
export const meetingTellings: TellingRules = (entry, record, directory) => {
  const meeting = record as Meeting;
  return (entry.history as readonly RecordedMeetingEvent[]).flatMap((recorded): readonly Telling[] => {
    const { event } = recorded;
    if (event.type === 'MeetingPlanned') return toBoard(meeting, directory, noticeOf(meeting, recorded, 'planned'));
    if (event.type === 'MeetingClosed') return toBoard(meeting, directory, noticeOf(meeting, recorded, 'closed'));
    return event.type === 'MeetingCancelled' ? wordsToBoard(meeting, directory, noticeOf(meeting, recorded, 'cancelled', { text: cut(event.reason) })) : [];
  });
};
