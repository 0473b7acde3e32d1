import type { InboxRow } from '../changes';
import { isAwaited, type Actor, type AwaitedDecision } from '../kernel';
import type { Desk } from './desk';
import { practices } from './registry';

const LAST = '~';

/** Whose decision it is, where it is not the reader's own. */
function behalfOf(actor: Actor, { awaitedIds, excludedIds }: AwaitedDecision, nameOf: (id: string) => string): { readonly onBehalfOf?: string } {
  if (awaitedIds.includes(actor.id)) return {};
  const id = awaitedIds.find((awaited) => actor.actsFor.includes(awaited) && !excludedIds.includes(awaited));
  return id ? { onBehalfOf: nameOf(id) } : {};
}

/** Everything that waits for this person's decision, of every practice; what has to be decided first comes first. From memory. */
export function inboxOf(desk: Desk, actor: Actor): readonly InboxRow[] {
  const nameOf = (id: string): string => desk.directory.person(id)?.name ?? id;
  const rows: InboxRow[] = [];
  for (const practice of practices) {
    if (!practice.awaits) continue;
    for (const summary of desk.all(practice.name)) {
      const awaited = practice.awaits(summary);
      if (!awaited || !isAwaited(actor, awaited.awaitedIds, awaited.excludedIds) || !practice.canRead(actor, summary)) continue;
      const { awaitedIds: _awaited, excludedIds: _excluded, ...shown } = awaited;
      rows.push({ id: summary.id, practice: practice.name, ...shown, ...behalfOf(actor, awaited, nameOf) });
    }
  }
  const orderOf = ({ decideUntil, plannedStart, id }: InboxRow): string => `${decideUntil ?? plannedStart ?? LAST} ${id}`;
  return rows.sort((left, right) => (orderOf(left) < orderOf(right) ? -1 : 1));
}
