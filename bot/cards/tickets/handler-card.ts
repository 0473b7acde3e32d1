import { shortTime } from '../../../shared/strings';
import { facts, ourText, plainText, type Element, type Fact } from '../parts/elements';
import { createCard } from '../parts/card';
import { clockFacts } from '../parts/clock-words';
import { noticeBox, ticketHeader } from '../parts/header';
import { cutText, excerpt } from '../parts/plain-text';
import { timelineExcerpt } from '../parts/timeline';
import { footer, recordButtons, refreshOf, type ButtonWish } from '../parts/record-buttons';
import type { CardJson, Notice } from '../types';
import { isWatching, whyButton, whyMeButton, type TicketCardInput } from './ticket-buttons';
import { taskRows } from './task-rows';

/** Side by side, with "Open in tab" as the fifth. */
const VISIBLE = 4;

const MORE: readonly ButtonWish[] = [
  { action: 'tickets.addNote', send: 'card.button.send' },
  { action: 'tickets.runMacro' },
  { action: 'tickets.classify' },
  { action: 'tickets.reopen', title: 'card.button.reopen' },
  { action: 'tickets.cancel' },
  { action: 'tickets.watch', omit: ['personId'] },
  { action: 'tickets.unwatch', omit: ['personId'] },
];

/** Whoever does not hold the ticket is offered to take it; whoever holds it is offered to finish it. */
export function handlerWishes(input: TicketCardInput): readonly ButtonWish[] {
  const { view, reader } = input;
  const isMine = view.assigneeId !== undefined && view.assigneeId === reader.actor?.id;
  const majors: readonly ButtonWish[] = view.can.includes('tickets.promoteMajor') ? [{ action: 'tickets.promoteMajor', style: 'positive' }, { action: 'tickets.rejectMajor' }] : [];
  const assign: ButtonWish = { action: 'tickets.assign', title: 'card.button.assignTo', send: 'action.tickets.assign' };
  const reply: ButtonWish = { action: 'tickets.reply', send: 'card.button.send' };
  const hidden = [isWatching(input) ? 'tickets.watch' : 'tickets.unwatch', ...(view.macros ? [] : ['tickets.runMacro'])];
  const more = MORE.filter((wish) => !hidden.includes(wish.action));
  if (!isMine) {
    if (view.can.includes('tickets.acceptOffer')) {
      return [...majors, { action: 'tickets.acceptOffer', style: 'positive' }, { action: 'tickets.declineOffer' }, reply, assign, { action: 'tickets.resolve' }, ...more];
    }
    const take: ButtonWish = { action: 'tickets.take', style: view.assigneeId ? 'default' : 'positive' };
    return [...majors, take, { action: 'tickets.resume' }, reply, assign, { action: 'tickets.resolve' }, { action: 'tickets.putOnHold' }, ...more];
  }
  const isWaiting = view.can.includes('tickets.start') || view.can.includes('tickets.resume');
  return [
    ...majors, { action: 'tickets.start', style: 'positive' }, { action: 'tickets.resume', style: 'positive' }, reply,
    { action: 'tickets.resolve', style: isWaiting ? 'default' : 'positive' }, { action: 'tickets.putOnHold' }, assign, ...more,
  ];
}

/** Why the reader has it, or is asked; for a ticket that somebody took there is nothing to say. */
function pickFacts({ picked, offer }: TicketCardInput['view'], { t, language, zone }: TicketCardInput['reader']): readonly Fact[] {
  return [
    ...(offer ? [{ label: t('card.fact.asked'), value: t('card.asked.until', { person: offer.personName, until: shortTime(offer.until, language, zone) }) }] : []),
    ...(picked ? [{ label: t('card.fact.because'), value: cutText(picked.sentence, 300) }] : []),
  ];
}

function handlerFacts({ view, reader, context }: TicketCardInput): readonly Element[] {
  const { t } = reader;
  const entries: (Fact | undefined)[] = [
    view.major && view.major !== 'rejected' && view.major !== 'demoted' ? { label: t('card.fact.major'), value: t(`major.${view.major}`) } : undefined,
    view.affectedCount ? { label: t('card.fact.affected'), value: String(view.affectedCount) } : undefined,
    { label: t('card.fact.requester'), value: view.isVip ? `${view.requesterName} (VIP)` : view.requesterName },
    view.offeringName ? { label: t('card.fact.ordered'), value: view.offeringName } : undefined,
    view.category ? { label: t('card.fact.category'), value: view.category } : undefined,
    { label: t('card.fact.assignee'), value: [view.assigneeName ?? t('card.fact.nobody'), view.groupName].filter(Boolean).join(' · ') },
    ...pickFacts(view, reader),
    ...clockFacts(view, reader, context),
    view.neededBy ? { label: t('field.ticket.neededBy'), value: view.neededBy } : undefined,
    view.reach ? { label: t('field.ticket.reach'), value: t(`reach.${view.reach}`) } : undefined,
    view.work ? { label: t('field.ticket.work'), value: t(`work.${view.work}`) } : undefined,
    view.attachments.length > 0 ? { label: t('card.fact.attachments'), value: view.attachments.slice(0, 5).map((file) => file.name).join(', ') } : undefined,
    ...(view.answers ?? []).slice(0, 8).map(({ label, value }) => ({ label, value: excerpt(value, 150, 2).text })),
  ];
  return facts(entries);
}

function description({ view, reader }: TicketCardInput): readonly Element[] {
  const { text, isCut } = excerpt(view.description, 700, 8);
  if (!text) return [];
  return [
    plainText(text, { spacing: 'medium' }),
    ...(isCut ? [ourText(reader.t('card.timeline.more'), { size: 'small', isSubtle: true, spacing: 'none' })] : []),
  ];
}

function resolution({ view, reader }: TicketCardInput): readonly Element[] {
  if (!view.resolution) return [];
  const { t } = reader;
  return [
    plainText(`${t(`resolution.${view.resolution.code}`)} · ${cutText(view.resolution.byName, 80)}`, { weight: 'bolder', spacing: 'medium' }),
    plainText(excerpt(view.resolution.notes, 500, 6).text, { spacing: 'small' }),
  ];
}

/** For those who work on it: `triage` below a channel post, `agent` in their own chat, with what was written so far. */
export function handlerCard(input: TicketCardInput, notice: Notice | undefined): CardJson {
  const { view, audience, reader, context } = input;
  const { t } = reader;
  const isTriage = audience === 'triage';
  const buttons = recordButtons(input, handlerWishes(input), VISIBLE);
  return createCard({
    fallbackText: `${view.id}: ${view.title}. ${t(`priority.${view.priority}`)}, ${t(`state.${view.state}`)}.`,
    body: [
      noticeBox(notice),
      ticketHeader(view, reader, { isForHandlers: true, line: view.waitsFor }),
      ...handlerFacts(input),
      ...description(input),
      ...taskRows(input),
      ...resolution(input),
      ...timelineExcerpt(view, reader, { count: isTriage ? 1 : 3, withNotes: true }),
    ],
    actions: [...buttons, ...whyButton(input), ...whyMeButton(input), ...footer(input)],
    moreText: t('card.timeline.more'),
    ...(context.viewerIds && { refresh: refreshOf(input) }),
  });
}
