import type { Directory } from '../catalog';
import { conditionFieldsOf, isPlanned, RISK_LEVELS, type ChangeSummary } from '../changes';
import { conditionsHold } from '../kernel';
import { boardMembers, type Board } from './board';
import type { Meeting } from './meeting';
import type { NewItem } from './meeting-events';
import type { ItemDecision } from './meeting-schema';

/** More than this nobody decides about in one meeting. */
export const MAX_ITEMS = 20;

export const itemOf = ({ id, title, risk }: ChangeSummary): NewItem => ({ changeId: id, title, risk });

/** Riskiest first, then what is planned first. */
function byUrgency(left: ChangeSummary, right: ChangeSummary): number {
  const risk = RISK_LEVELS.indexOf(right.risk) - RISK_LEVELS.indexOf(left.risk);
  const order = ({ plannedStart = '~', id }: ChangeSummary): string => `${plannedStart} ${id}`;
  return risk || (order(left) < order(right) ? -1 : 1);
}

/**
 * Waits for a vote of this board's people, and there is time to give it: the work does not start before the meeting
 * (domain.md 3.5).
 */
function belongs(change: ChangeSummary, board: Board, memberIds: readonly string[], startsAt: string, config: Directory): boolean {
  const isWaiting = (change.state === 'assess' || change.state === 'authorize') && change.hasOpenBoard && !change.isOnHold;
  const isTheirs = change.approverIds.some((id) => memberIds.includes(id));
  const isInTime = change.plannedStart === undefined || change.plannedStart > startsAt;
  return isWaiting && isTheirs && isInTime && (!board.filter || conditionsHold(board.filter, conditionFieldsOf(change, { level: change.risk }, config)));
}

/** What waits for this board now, as far as one meeting goes. */
export function gather(board: Board, startsAt: string, config: Directory): readonly NewItem[] {
  const memberIds = boardMembers(board, config);
  const changes = [...config.summaries('changes')] as ChangeSummary[];
  return changes.filter((change) => belongs(change, board, memberIds, startsAt, config)).sort(byUrgency).slice(0, MAX_ITEMS).map(itemOf);
}

/** What comes on the agenda and goes off it when one looks again. What was put there by hand, discussed or decided stays. */
export function regathered({ items, startsAt }: Meeting, board: Board, config: Directory): { readonly added: readonly NewItem[]; readonly removedIds: readonly string[] } {
  const waiting = gather(board, startsAt, config);
  const isWaiting = (changeId: string): boolean => waiting.some((item) => item.changeId === changeId);
  const removedIds = items
    .filter(({ changeId, isByHand, openedAt, seconds, decision }) => !isByHand && !openedAt && seconds === 0 && !decision && !isWaiting(changeId))
    .map(({ changeId }) => changeId);
  const free = MAX_ITEMS - (items.length - removedIds.length);
  const added = waiting.filter(({ changeId }) => !items.some((item) => item.changeId === changeId)).slice(0, Math.max(0, free));
  return { added, removedIds };
}

/** What became of an item that nobody recorded a decision for: what the change itself says, else it is put off. */
export function decisionOnRecord(change: ChangeSummary | undefined): ItemDecision {
  if (change?.boardState === 'approved') return 'approved';
  if (change?.boardState === 'rejected') return 'rejected';
  return change?.boardState === 'returned' ? 'needsInfo' : 'deferred';
}

/**
 * Why these minutes would contradict the change: members vote themselves, and only what their votes came to can be written down.
 * The code of the refusal; undefined where minutes and record agree.
 */
export function contradiction(decision: ItemDecision, { boardState }: Pick<ChangeSummary, 'boardState'>): string | undefined {
  const isOpen = boardState === 'requested' || boardState === 'waiting';
  if (decision === 'approved') {
    if (boardState === undefined) return 'meetings.boardNotAsked';
    if (isOpen) return 'meetings.voteOpen';
    return boardState === 'approved' ? undefined : 'meetings.notApproved';
  }
  if (boardState === 'approved') return 'meetings.alreadyApproved';
  if (decision === 'rejected') return isOpen ? 'meetings.voteOpen' : undefined;
  return boardState === 'rejected' ? 'meetings.alreadyRejected' : undefined;
}

/** Its work has not begun: a board can still say something about it. */
export const canBeDiscussed = ({ practice, state }: ChangeSummary): boolean => practice === 'changes' && isPlanned(state);
