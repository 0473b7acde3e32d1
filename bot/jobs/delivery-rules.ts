import type { Directory } from '../../shared/catalog';
import type { DeliveryPlan, DeliveryTarget, Notice, OutboxEntry } from '../../shared/app';
import type { RecordBase } from '../../shared/kernel';
import { practiceCards } from '../cards';
import { practiceTellings } from './practice-tellings';
import { substituteDeliveries } from './notice-rules-substitutes';
import type { Telling } from './telling';

function placeKey(target: DeliveryTarget): string {
  if (target.to === 'person') return `person ${target.personId}`;
  return 'groupId' in target ? `${target.to} ${target.groupId}` : target.to;
}

const isThreshold = ({ notice }: DeliveryPlan): boolean => notice?.what.startsWith('threshold.') === true;

/** Both in one message: what a clock says must not swallow other news, nor be swallowed. */
function together(first: DeliveryPlan, second: Telling): DeliveryPlan {
  if (!first.notice) return first;
  const { more = [], mentionIds = [] } = first.notice;
  const known = new Set(more.map((said) => JSON.stringify(said)));
  const added: Notice = { ...second.notice, more: (second.notice.more ?? []).filter((said) => !known.has(JSON.stringify(said))) };
  const mentions = [...new Set([...mentionIds, ...(second.notice.mentionIds ?? [])])];
  const card = first.notice.card ?? second.notice.card;
  const notice: Notice = { ...first.notice, more: [...more, added], ...(mentions.length > 0 && { mentionIds: mentions }), ...(card && { card }) };
  return { target: first.target, notice };
}

/**
 * Everything that one action has to say to the world. `record` is as it is now, which may be later than the entry. Nobody is
 * told what they did themselves, nobody twice by one action, and nobody who has left. Whoever has brought it about that they are
 * asked for a decision is asked where they have no card yet.
 */
export function deliveriesFor(entry: OutboxEntry, record: RecordBase, directory: Directory): readonly DeliveryPlan[] {
  if (entry.practice === 'delegations') return substituteDeliveries(entry, record, directory);
  if (!practiceCards(entry.practice)) return [];
  const by = entry.history.at(-1)?.by;
  const plans = new Map<string, DeliveryPlan>();
  for (const { isQuestion, ...telling } of practiceTellings(entry, record, directory)) {
    const { target, notice } = telling;
    const isOwn = target.to === 'person' && target.personId === by;
    if (target.to === 'person' && ((isOwn && !isQuestion) || directory.person(target.personId)?.retired !== false)) continue;
    const key = placeKey(target);
    const known = plans.get(key);
    if (!known) plans.set(key, isOwn ? { target, notice: { ...notice, isFirstOnly: true } } : telling);
    else if (isThreshold(known)) plans.set(key, together(known, telling));
  }
  return [...plans.values(), { target: { to: 'cards' } }];
}
