import type { Recorded } from '../kernel';
import type { Meeting, MeetingItem } from './meeting';
import type { ItemDecision } from './meeting-schema';

/** A change as it comes on the agenda. */
export type NewItem = Pick<MeetingItem, 'changeId' | 'title' | 'risk' | 'isByHand'>;

export type MeetingEvent =
  | {
      readonly type: 'MeetingPlanned';
      readonly boardId: string;
      readonly title: string;
      readonly groupId: string;
      readonly chairIds: readonly string[];
      readonly memberIds: readonly string[];
      readonly minutesPerItem: number;
      readonly startsAt: string;
      readonly note?: string;
      readonly items: readonly NewItem[];
    }
  | { readonly type: 'AgendaRefreshed'; readonly added: readonly NewItem[]; readonly removedIds: readonly string[] }
  | { readonly type: 'AgendaItemAdded'; readonly otherId: string; readonly item: NewItem }
  | { readonly type: 'AgendaItemRemoved'; readonly otherId: string }
  /** Who sits on the board may have changed since it was planned. */
  | { readonly type: 'MeetingStarted'; readonly chairIds: readonly string[]; readonly memberIds: readonly string[] }
  | { readonly type: 'AgendaItemOpened'; readonly otherId: string }
  | { readonly type: 'AttendanceSet'; readonly presentIds: readonly string[] }
  | { readonly type: 'AgendaItemDecided'; readonly otherId: string; readonly decision: ItemDecision; readonly note?: string }
  /** With what became of the items that nobody had recorded a decision for. */
  | { readonly type: 'MeetingClosed'; readonly minutes?: string; readonly decisions: readonly { readonly changeId: string; readonly decision: ItemDecision }[] }
  | { readonly type: 'MeetingCancelled'; readonly reason: string };

export type RecordedMeetingEvent = Recorded<MeetingEvent>;

const fresh = (item: NewItem): MeetingItem => ({ ...item, seconds: 0 });

/** Ends the turn of the change that is discussed, if one is; its time adds up over all turns. */
function paused(items: readonly MeetingItem[], at: string): readonly MeetingItem[] {
  return items.map((item) => {
    const { openedAt, ...rest } = item;
    if (!openedAt) return item;
    return { ...rest, seconds: item.seconds + Math.max(0, Math.round((Date.parse(at) - Date.parse(openedAt)) / 1_000)) };
  });
}

const withItem = (items: readonly MeetingItem[], changeId: string, change: (item: MeetingItem) => MeetingItem): readonly MeetingItem[] =>
  items.map((item) => (item.changeId === changeId ? change(item) : item));

function born({ event, recordId, seq, at }: RecordedMeetingEvent): Meeting {
  if (event.type !== 'MeetingPlanned') throw new Error(`history of ${recordId} starts with ${event.type}`);
  const { type: _type, items, ...planned } = event;
  return { ...planned, id: recordId, version: seq, createdAt: at, updatedAt: at, state: 'planned', presentIds: [], items: items.map(fresh) };
}

/** The meeting's fields after an event, without the bookkeeping that every event does. */
function changed(meeting: Meeting, { event, at }: RecordedMeetingEvent): Meeting {
  const { items } = meeting;
  switch (event.type) {
    case 'AgendaRefreshed':
      return { ...meeting, items: [...items.filter(({ changeId }) => !event.removedIds.includes(changeId)), ...event.added.map(fresh)] };
    case 'AgendaItemAdded':
      return { ...meeting, items: [...items, fresh(event.item)] };
    case 'AgendaItemRemoved':
      return { ...meeting, items: items.filter(({ changeId }) => changeId !== event.otherId) };
    case 'MeetingStarted':
      return { ...meeting, state: 'running', startedAt: at, chairIds: event.chairIds, memberIds: event.memberIds };
    case 'AgendaItemOpened':
      return { ...meeting, items: withItem(paused(items, at), event.otherId, (item) => ({ ...item, openedAt: at })) };
    case 'AttendanceSet':
      return { ...meeting, presentIds: event.presentIds };
    case 'AgendaItemDecided': {
      const open = items.find(({ openedAt }) => openedAt !== undefined);
      const over = open?.changeId === event.otherId ? paused(items, at) : items;
      return { ...meeting, items: withItem(over, event.otherId, ({ note: _former, ...item }) => ({ ...item, decision: event.decision, ...(event.note && { note: event.note }) })) };
    }
    case 'MeetingClosed': {
      const decided = event.decisions.reduce((all, { changeId, decision }) => withItem(all, changeId, (item) => ({ ...item, decision })), paused(items, at));
      return { ...meeting, state: 'closed', closedAt: at, items: decided, ...(event.minutes && { minutes: event.minutes }) };
    }
    case 'MeetingCancelled':
      return { ...meeting, state: 'cancelled', closedAt: at, items: paused(items, at) };
    case 'MeetingPlanned':
      return meeting;
  }
}

/** The only fold of meetings: history in, current state out. */
export function foldMeeting(meeting: Meeting | undefined, recorded: RecordedMeetingEvent): Meeting {
  if (!meeting) return born(recorded);
  return { ...changed(meeting, recorded), version: recorded.seq, updatedAt: recorded.at };
}
