import type { Ticket } from './ticket';

const HOUR_MS = 3_600_000;

/** How often a ticket went from one group to another within the last hours before `now`, an ISO instant. */
export function movesWithin({ facts }: Pick<Ticket, 'facts'>, hours: number, now: string): number {
  const since = Date.parse(now) - hours * HOUR_MS;
  let groupId: string | null | undefined;
  let moves = 0;
  for (const { at, set } of facts) {
    if (set?.groupId === undefined) continue;
    if (groupId && Date.parse(at) > since) moves += 1;
    groupId = set.groupId;
  }
  return moves;
}
