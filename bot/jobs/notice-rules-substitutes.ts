import { practices, type DeliveryPlan, type OutboxEntry } from '../../shared/app';
import type { Delegation } from '../../shared/approvals';
import type { Directory } from '../../shared/catalog';
import { isAwaited, type RecordBase } from '../../shared/kernel';
import { cut } from './telling';

/**
 * Everything that waits for somebody whose substitute was named, or begins, just now: the substitute gets each question as a card of
 * their own, once, however often the entry is saved.
 */
export function substituteDeliveries({ history }: OutboxEntry, record: RecordBase, directory: Directory): readonly DeliveryPlan[] {
  const { id, fromId, toId, startsAt, endsAt, retired } = record as Delegation;
  const at = history.at(-1)?.at ?? '';
  const isOn = !retired && startsAt <= at && at < endsAt;
  if (!isOn || !fromId || directory.person(toId)?.retired !== false) return [];
  const person = directory.person(fromId)?.name ?? fromId;
  const about = { name: `${id}.${Date.parse(startsAt)}` };
  return practices.flatMap(({ name: practice, awaits }) =>
    [...(awaits ? directory.summaries(practice) : [])].flatMap((summary): DeliveryPlan[] => {
      const awaited = awaits?.(summary);
      if (!awaited?.awaitedIds.includes(fromId) || !isAwaited({ id: toId, actsFor: [fromId] }, [fromId], awaited.excludedIds)) return [];
      const params = { id: summary.id, title: cut(awaited.title), requester: awaited.requesterName, person };
      return [{ target: { to: 'person', personId: toId }, notice: { what: 'decision.substitute', params, card: 'approver' }, about: { ...about, recordId: summary.id } }];
    }),
  );
}
