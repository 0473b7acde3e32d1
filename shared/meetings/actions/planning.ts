import { DateTime } from 'luxon';
import { emptySchema } from '../../changes/change-schema';
import type { ChangeSummary } from '../../changes';
import { refuse } from '../../kernel';
import { canBeDiscussed, gather, itemOf, MAX_ITEMS, regathered } from '../agenda';
import { boardMembers, boardOf } from '../board';
import { canPlanMeeting, standsToMeetingAs } from '../meeting-permissions';
import { agendaItemSchema, cancelMeetingSchema, planMeetingSchema } from '../meeting-schema';
import type { MeetingSummary } from '../meeting-views';
import { discusses, onMeeting, type MeetingAction } from './define';

const HOUR_MS = 3_600_000;
const YEAR_MS = 366 * 24 * HOUR_MS;

const invalid = (field: string, code: string) => refuse('kernel.invalidInput', undefined, [{ field, code }]);

/** Plans a meeting; everything that waits for the board then is on its agenda from the start. */
export const plan: MeetingAction<typeof planMeetingSchema> = {
  name: 'meetings.plan',
  schema: planMeetingSchema,
  repeat: 'check',
  creates: () => 'MTG',
  can: canPlanMeeting,
  decide: (_meeting, { boardId, startsAt, note }, { actor, config, now }) => {
    const board = boardOf(config, boardId);
    if (!board || board.retired) return invalid('boardId', 'notFound');
    const mayPlan = (['chair', 'changeManager', 'system'] as const).some((role) => standsToMeetingAs(role, actor, board));
    if (!mayPlan) return refuse('meetings.notChair', { board: board.name });
    // A board that has to meet at once has begun before anybody has typed it in.
    const inMs = Date.parse(startsAt) - Date.parse(now);
    if (inMs < -HOUR_MS) return invalid('startsAt', 'notInFuture');
    if (inMs > YEAR_MS) return refuse('meetings.tooFarAhead');
    const known = ([...config.summaries('meetings')] as MeetingSummary[]).find((other) => other.boardId === boardId && other.startsAt === startsAt);
    if (known) return refuse('meetings.plannedAlready', { id: known.id });
    const items = gather(board, startsAt, config);
    const day = DateTime.fromISO(startsAt, { zone: board.zone }).toISODate() ?? '';
    return {
      events: [{
        type: 'MeetingPlanned', boardId, title: `${board.name} ${day}`, groupId: board.groupId, chairIds: board.chairIds, memberIds: boardMembers(board, config),
        minutesPerItem: board.minutesPerItem, startsAt, items, ...(note && { note }),
      }],
      links: discusses('add', items.map(({ changeId }) => changeId)),
    };
  },
};

/** Looks again at what waits for the board. */
export const refreshAgenda = onMeeting('refreshAgenda', emptySchema, (meeting, _input, { config }) => {
  const board = boardOf(config, meeting.boardId);
  if (!board) return refuse('meetings.boardGone');
  const { added, removedIds } = regathered(meeting, board, config);
  if (added.length === 0 && removedIds.length === 0) return refuse('kernel.nothingChanged');
  return {
    events: [{ type: 'AgendaRefreshed', added, removedIds }],
    links: [...discusses('remove', removedIds), ...discusses('add', added.map(({ changeId }) => changeId))],
  };
});

export const addItem = onMeeting('addItem', agendaItemSchema, ({ items }, { changeId }, { others }) => {
  const change = others.get(changeId) as ChangeSummary | undefined;
  if (change?.practice !== 'changes') return invalid('changeId', 'notFound');
  if (items.some((item) => item.changeId === changeId)) return refuse('meetings.onAgenda');
  if (!canBeDiscussed(change)) return refuse('meetings.changeOver');
  if (items.length >= MAX_ITEMS) return refuse('meetings.agendaFull', { max: MAX_ITEMS });
  return { events: [{ type: 'AgendaItemAdded', otherId: changeId, item: { ...itemOf(change), isByHand: true } }], links: discusses('add', [changeId]) };
});

export const removeItem = onMeeting('removeItem', agendaItemSchema, ({ items }, { changeId }) => {
  const item = items.find((entry) => entry.changeId === changeId);
  if (!item) return refuse('meetings.notOnAgenda');
  if (item.decision) return refuse('meetings.itemDecided');
  return { events: [{ type: 'AgendaItemRemoved', otherId: changeId }], links: discusses('remove', [changeId]) };
});

/** It does not take place; what waits for the board goes on waiting, and comes on the next agenda by itself. */
export const cancel = onMeeting('cancel', cancelMeetingSchema, (_meeting, { reason }) => ({ events: [{ type: 'MeetingCancelled', reason }] }));
