import type { Directory } from '../catalog';
import type { Actor, Summary, ViewInput } from '../kernel';
import { boardOf } from './board';
import type { Meeting, MeetingItem } from './meeting';
import { meetingSummaryOf } from './meeting-derive';
import type { MeetingEvent } from './meeting-events';
import { meetingTimeline } from './meeting-timeline';
import type { AgendaItem, MeetingRow, MeetingSummary, MeetingView } from './meeting-views';

/** A list row, with the name of the board and how much there is to talk about. */
export function presentMeetingRow(summary: MeetingSummary, _actor: Actor, config: Directory): Omit<MeetingRow, 'can'> {
  return { ...summary, boardName: boardOf(config, summary.boardId)?.name ?? summary.title, itemCount: summary.changeIds.length };
}

/** A change that the reader may not read is there by its number alone. */
function presentItem({ isByHand: _byHand, risk, note, ...item }: MeetingItem, others: ReadonlyMap<string, Summary>): AgendaItem {
  const isReadable = others.has(item.changeId);
  return { ...item, title: isReadable ? item.title : item.changeId, ...(isReadable && risk && { risk }), ...(isReadable && note && { note }) };
}

function membersOf({ memberIds, presentIds, chairIds }: Meeting, config: Directory): MeetingView['members'] {
  const everybody = [...new Set([...memberIds, ...presentIds])];
  return everybody.map((id) => ({ id, name: config.person(id)?.name ?? id, isPresent: presentIds.includes(id), isChair: chairIds.includes(id) }));
}

/** The whole meeting for one reader; `can` is added by the application. */
export function presentMeeting({ record: meeting, history, others, actor, config }: ViewInput<Meeting, MeetingEvent, Directory>): Omit<MeetingView, 'can'> {
  const { groupId, minutesPerItem, items, note, minutes, startedAt } = meeting;
  return {
    ...presentMeetingRow(meetingSummaryOf(meeting), actor, config),
    practice: 'meetings',
    groupId,
    minutesPerItem,
    items: items.map((item) => presentItem(item, others)),
    members: membersOf(meeting, config),
    ...(note && { note }),
    ...(minutes && { minutes }),
    ...(startedAt && { startedAt }),
    timeline: meetingTimeline(history, actor, config),
  };
}
