import type { Directory } from '../catalog';
import { changesPractice, type ChangeSummary } from '../changes';
import { worksIn, type Actor, type ViewInput } from '../kernel';
import { translator } from '../strings';
import { canReadTicket, type TicketSummary } from '../tickets';
import type { Handover } from './handover';
import { acceptanceTimes, handoverSummaryOf } from './handover-derive';
import { isLeft, type HandoverEvent } from './handover-events';
import { handoverTimeline } from './handover-timeline';
import type { HandoverItem, HandoverRow, HandoverSummary, HandoverView } from './handover-views';

export function presentHandoverRow({ items, ...summary }: HandoverSummary, _actor: Actor, config: Directory): Omit<HandoverRow, 'can'> {
  const nameOf = (id: string): string => config.person(id)?.name ?? id;
  return { ...summary, fromNames: summary.fromIds.map(nameOf), toNames: summary.toIds.map(nameOf), itemCount: items.length };
}

/** What an item is about is told to whoever may read its record. Of a record that has ended, what holds for all of its kind. */
function isReadable({ id, kind, isRestricted }: HandoverItem, groupId: string, actor: Actor, config: Directory): boolean {
  const summary = config.summary(id);
  if (!summary) return kind === 'change' || (kind === 'ticket' && (!isRestricted || worksIn(actor, groupId)));
  if (summary.practice === 'tickets') return canReadTicket(actor, summary as TicketSummary);
  return summary.practice !== 'changes' || changesPractice.canRead(actor, summary as ChangeSummary);
}

/** The whole handover for one reader; `can` is added by the application. */
export function presentHandover({ record: handover, history, actor, config }: ViewInput<Handover, HandoverEvent, Directory>): Omit<HandoverView, 'can'> {
  const { items, leftOut, note, sentByName, sentAt, groupId } = handover;
  const t = translator(actor.language);
  const isAsked = sentAt !== undefined && handover.closedAt === undefined && items.some(isLeft);
  const acceptBy = isAsked ? acceptanceTimes(handover)?.remindAt : undefined;
  return {
    ...presentHandoverRow(handoverSummaryOf(handover), actor, config),
    practice: 'handovers',
    items: items.map((item) => ({
      ...item,
      title: isReadable(item, groupId, actor, config) ? item.title : item.id,
      whyText: item.why.map((why) => t(`handoverReason.${why}`)).join(', '),
    })),
    ...(leftOut && { leftOut }),
    ...(note && { note }),
    ...(sentByName && sentAt && { sentByName, sentAt }),
    ...(acceptBy && { acceptBy }),
    timeline: handoverTimeline(history, actor, config),
  };
}
