import { choice, entry, multiChoice, record, type Actor, type ListDefinition } from '../kernel';
import { readsMeetings } from './board';
import type { MeetingSummary } from './meeting-views';

const OPEN = ['planned', 'running'] as const;

function inScope({ chairIds, memberIds }: MeetingSummary, scope: unknown, actor: Actor): boolean {
  if (scope === 'mine') return memberIds.includes(actor.id) || chairIds.includes(actor.id);
  return scope !== 'chaired' || chairIds.includes(actor.id);
}

/** Meetings that are to come or going on, the next one first. */
export const openMeetings: ListDefinition<MeetingSummary> = {
  name: 'meetings.open',
  source: 'desk',
  filters: {
    state: multiChoice({ label: 'filter.state', options: OPEN.map((value) => ({ value, label: `state.${value}` })) }),
    boardId: entry({ label: 'field.meeting.board', of: 'boards' }),
    changeId: record({ label: 'field.meeting.change' }),
    scope: choice(['mine', 'chaired'], 'meetingScope', { label: 'filter.scope' }),
  },
  sorts: {
    startsAt: ({ startsAt }) => startsAt,
    title: ({ title }) => title.toLowerCase(),
    id: ({ id }) => id,
  },
  includes: (meeting, filter, actor) =>
    (!Array.isArray(filter.state) || filter.state.includes(meeting.state)) &&
    (filter.boardId === undefined || filter.boardId === meeting.boardId) &&
    (filter.changeId === undefined || meeting.changeIds.includes(String(filter.changeId))) &&
    inScope(meeting, filter.scope, actor),
};

/** Closed and canceled meetings, the latest first. */
export const endedMeetings: ListDefinition<MeetingSummary> = {
  name: 'meetings.ended',
  source: 'stored',
  filters: {},
  // Those who sit on a board are no agents; which meetings are theirs is looked at for each.
  storedAs: (_filter, actor) => (readsMeetings(actor) || actor.groupIds.length > 0 || actor.leadsGroupIds.length > 0 ? 'meetings.ended' : undefined),
};
