import type { Recorded } from '../kernel';
import type { Handover } from './handover';
import type { HandoverState } from './handover-schema';
import type { HandoverItem } from './handover-views';

/** An item as it comes into a handover. */
export type NewItem = Omit<HandoverItem, 'outcome' | 'note' | 'byName' | 'reason'>;

/** A ticket that goes to whoever accepted it. */
export interface TicketMove {
  readonly ticketId: string;
  readonly fromId: string;
}

/** Who is told, people by id. */
interface Told {
  readonly tellIds: readonly string[];
}

export type HandoverEvent =
  | {
      readonly type: 'HandoverPrepared';
      readonly groupId: string;
      readonly groupName: string;
      readonly endsAt: string;
      readonly startsAt?: string;
      readonly acceptMinutes: number;
      readonly fromIds: readonly string[];
      readonly toIds: readonly string[];
      readonly items: readonly NewItem[];
      readonly leftOut?: number;
    }
  /** Something came up, was done, or went to somebody else meanwhile. */
  | { readonly type: 'HandoverLooked'; readonly added: readonly NewItem[]; readonly settledIds: readonly string[] }
  | { readonly type: 'ItemChosen'; readonly itemId: string; readonly isIncluded: boolean }
  | { readonly type: 'ItemNoted'; readonly itemId: string; readonly note?: string }
  | ({ readonly type: 'HandoverSent'; readonly note?: string } & Told)
  /** `isSent`: nobody had handed over by then, so Bellhop did. */
  | ({ readonly type: 'ShiftEnded'; readonly isSent: boolean; readonly added: readonly NewItem[]; readonly settledIds: readonly string[]; readonly fromIds: readonly string[]; readonly toIds: readonly string[]; readonly startsAt?: string } & Told)
  | ({ readonly type: 'NextShiftBegan'; readonly toIds: readonly string[] } & Told)
  | { readonly type: 'ItemsAccepted'; readonly itemIds: readonly string[]; readonly moves: readonly TicketMove[] }
  | { readonly type: 'ItemsDeclined'; readonly itemIds: readonly string[]; readonly reason: string }
  | ({ readonly type: 'AcceptanceReminded'; readonly toIds: readonly string[] } & Told)
  | ({ readonly type: 'AcceptanceExpired'; readonly toIds: readonly string[] } & Told)
  | { readonly type: 'HandoverWithdrawn'; readonly reason: string };

export type RecordedHandoverEvent = Recorded<HandoverEvent>;

const fresh = (item: NewItem): HandoverItem => ({ ...item, outcome: 'open' });

/** Nobody has it yet: not accepted, not over. What was declined is as open as what nobody has looked at. */
export const isLeft = ({ outcome }: Pick<HandoverItem, 'outcome'>): boolean => outcome === 'open' || outcome === 'declined';

function born({ event, recordId, seq, at }: RecordedHandoverEvent): Handover {
  if (event.type !== 'HandoverPrepared') throw new Error(`history of ${recordId} starts with ${event.type}`);
  const { type: _type, items, ...prepared } = event;
  return { ...prepared, id: recordId, version: seq, createdAt: at, updatedAt: at, state: 'prepared', items: items.map(fresh) };
}

const withItems = (handover: Handover, ids: readonly string[], change: (item: HandoverItem) => HandoverItem): Handover => ({
  ...handover, items: handover.items.map((item) => (ids.includes(item.id) ? change(item) : item)),
});

const settled = (handover: Handover, ids: readonly string[]): Handover => withItems(handover, ids, (item) => ({ ...item, outcome: 'settled' }));

/** What is no more, and what came up; it takes the place of what it was before. */
function looked(handover: Handover, { added, settledIds }: { readonly added: readonly NewItem[]; readonly settledIds: readonly string[] }): Handover {
  const { items, ...rest } = settled(handover, settledIds);
  return { ...rest, items: [...items.filter(({ id }) => !added.some((item) => item.id === id)), ...added.map(fresh)] };
}

/** Where it stands, by what became of its items. Before the shift has ended more may come, so that it is not over. */
function stateOf({ state, items, hasEnded }: Handover): HandoverState {
  if (state === 'withdrawn' || state === 'prepared') return state;
  const isAnyAccepted = items.some(({ outcome }) => outcome === 'accepted');
  if (hasEnded && !items.some(isLeft)) return isAnyAccepted ? 'accepted' : 'settled';
  if (state === 'expired') return state;
  return isAnyAccepted ? 'partlyAccepted' : 'handedOver';
}

const sent = (handover: Handover, at: string, byName: string): Handover => ({ ...handover, state: 'handedOver', sentAt: at, sentByName: byName });

/** The handover's fields after an event, without the bookkeeping that every event does. */
function changed(handover: Handover, { event, at, byName }: RecordedHandoverEvent): Handover {
  switch (event.type) {
    case 'HandoverLooked':
      return looked(handover, event);
    case 'ItemChosen':
      return withItems(handover, [event.itemId], (item) => ({ ...item, outcome: event.isIncluded ? 'open' : 'kept' }));
    case 'ItemNoted':
      return withItems(handover, [event.itemId], ({ note: _former, ...item }) => ({ ...item, ...(event.note && { note: event.note }) }));
    case 'HandoverSent':
      return { ...sent(handover, at, byName), ...(event.note && { note: event.note }) };
    case 'ShiftEnded': {
      const { startsAt: _former, ...rest } = looked(event.isSent ? sent(handover, at, byName) : handover, event);
      const hasBegun = event.startsAt !== undefined && event.startsAt <= at;
      return { ...rest, fromIds: event.fromIds, toIds: event.toIds, hasEnded: true, ...(event.startsAt && { startsAt: event.startsAt }), ...(hasBegun && { hasBegun: true }) };
    }
    case 'NextShiftBegan':
      return { ...handover, toIds: event.toIds, hasBegun: true };
    case 'ItemsAccepted':
      return withItems(handover, event.itemIds, ({ reason: _reason, ...item }) => ({ ...item, outcome: 'accepted', byName }));
    case 'ItemsDeclined':
      return withItems(handover, event.itemIds, (item) => ({ ...item, outcome: 'declined', byName, reason: event.reason }));
    case 'AcceptanceReminded':
      return { ...handover, toIds: event.toIds, isReminded: true };
    case 'AcceptanceExpired':
      return { ...handover, toIds: event.toIds, state: 'expired' };
    case 'HandoverWithdrawn':
      return { ...handover, state: 'withdrawn' };
    case 'HandoverPrepared':
      return handover;
  }
}

const ENDS: readonly HandoverState[] = ['accepted', 'settled', 'withdrawn'];

/** The only fold of handovers: history in, current state out. */
export function foldHandover(handover: Handover | undefined, recorded: RecordedHandoverEvent): Handover {
  if (!handover) return born(recorded);
  const next = changed(handover, recorded);
  const state = stateOf(next);
  return { ...next, state, version: recorded.seq, updatedAt: recorded.at, ...(ENDS.includes(state) && { closedAt: recorded.at }) };
}
