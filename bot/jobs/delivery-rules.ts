import type { Directory } from '../../shared/catalog';
import type { DeliveryPlan, DeliveryTarget, Notice, OutboxEntry } from '../../shared/app';
import { KEYS_PRACTICE } from '../../shared/integration-keys';
import type { RecordBase } from '../../shared/kernel';
import type { WebhookCalled } from '../../shared/webhooks';
import { practiceCards } from '../cards';
import { keyDeliveries } from './notice-rules-keys';
import { practiceTellings } from './practice-tellings';
import { substituteDeliveries } from './notice-rules-substitutes';
import type { Telling } from './telling';

/** Webhooks that were called are told outside of all this: each call by itself, whoever made it. */
const calledWebhooks = ({ history }: OutboxEntry): readonly DeliveryPlan[] =>
  history.flatMap(({ seq, event }) => (event.type === 'WebhookCalled' ? [{ target: { to: 'webhook' as const, webhookId: (event as WebhookCalled).webhookId, seq } }] : []));

function placeKey(target: DeliveryTarget): string {
  if (target.to === 'person') return `person ${target.personId}`;
  return 'groupId' in target ? `${target.to} ${target.groupId}` : target.to;
}

/** What clocks say, and what a plan could not do: it must not swallow other news, nor be swallowed. */
const isAside = ({ notice }: DeliveryPlan): boolean => notice?.what.startsWith('threshold.') === true || notice?.what === 'stepRefused';

/** Quiet hours do not hold back what is told about these (domain.md 5.4, "quiet hours obeyed except P1"). */
const isUrgent = (record: RecordBase): boolean => (record as { readonly priority?: string }).priority === 'P1';
const isMentioned = ({ target, notice }: Telling): boolean => target.to === 'person' && notice.mentionIds?.includes(target.personId) === true;

/** Both in one message. */
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
  if (entry.practice === KEYS_PRACTICE) return keyDeliveries(entry, record, directory);
  if (!practiceCards(entry.practice)) return [];
  // What happened by itself in consequence comes after what somebody did.
  const by = entry.history[0]?.by;
  const plans = new Map<string, DeliveryPlan>();
  for (const { isQuestion, ...telling } of practiceTellings(entry, record, directory)) {
    const { target, notice } = telling;
    const isOwn = target.to === 'person' && target.personId === by;
    if (target.to === 'person' && ((isOwn && !isQuestion) || directory.person(target.personId)?.retired !== false)) continue;
    const key = placeKey(target);
    const known = plans.get(key);
    const urgent = isQuestion || isUrgent(record) || isMentioned(telling) ? { isUrgent: true as const } : {};
    if (!known) plans.set(key, { ...(isOwn ? { target, notice: { ...notice, isFirstOnly: true } } : telling), ...urgent });
    else if (isAside(known)) plans.set(key, { ...together(known, telling), ...(known.isUrgent && { isUrgent: true }), ...urgent });
  }
  return [...plans.values(), ...calledWebhooks(entry), { target: { to: 'cards' } }];
}
