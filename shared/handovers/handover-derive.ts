import { newestFirst, type Derived, type Timer } from '../kernel';
import { iso, MINUTE } from '../sla';
import type { Handover } from './handover';
import { isLeft } from './handover-events';
import { isHandoverEnded } from './handover-lifecycle';
import type { HandoverSummary } from './handover-views';

/** The time to accept runs from when it was handed over and somebody is there to accept it. */
export function acceptanceTimes({ sentAt, startsAt, acceptMinutes }: Pick<Handover, 'sentAt' | 'startsAt' | 'acceptMinutes'>): { readonly remindAt: string; readonly expireAt: string } | undefined {
  if (sentAt === undefined) return undefined;
  const from = Date.parse(startsAt !== undefined && startsAt > sentAt ? startsAt : sentAt);
  return { remindAt: iso(from + acceptMinutes * MINUTE), expireAt: iso(from + 2 * acceptMinutes * MINUTE) };
}

function timersOf(handover: Handover): readonly Timer[] {
  const { state, endsAt, startsAt, hasEnded, hasBegun, isReminded, items } = handover;
  const times = acceptanceTimes(handover);
  const isAsked = times && hasEnded && (state === 'handedOver' || state === 'partlyAccepted') && items.some(isLeft);
  return [
    ...(hasEnded ? [] : [{ at: endsAt, what: 'shiftEnd' }]),
    ...(hasEnded && !hasBegun && startsAt ? [{ at: startsAt, what: 'begin' }] : []),
    ...(isAsked && !isReminded ? [{ at: times.remindAt, what: 'remind' }] : []),
    ...(isAsked && isReminded ? [{ at: times.expireAt, what: 'expire' }] : []),
  ];
}

export function handoverSummaryOf({ id, version, updatedAt, groupId, groupName, state, endsAt, startsAt, fromIds, toIds, items, closedAt }: Handover): HandoverSummary {
  return {
    id, practice: 'handovers', version, updatedAt, groupId, groupName, state, endsAt, ...(startsAt && { startsAt }), fromIds, toIds,
    items: items.map(({ id: itemId, kind, fromId, outcome }) => ({ id: itemId, kind, fromId, outcome })), openCount: items.filter(isLeft).length, ...(closedAt && { closedAt }),
  };
}

export function deriveHandover(handover: Handover): Derived<HandoverSummary> {
  const isEnded = isHandoverEnded(handover.state);
  return {
    summary: handoverSummaryOf(handover),
    active: !isEnded,
    lists: isEnded ? [{ list: 'handovers.ended', sort: newestFirst(handover.endsAt) }] : [],
    timers: isEnded ? [] : timersOf(handover),
  };
}
