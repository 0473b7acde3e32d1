import { categoryPath } from '../../../shared/catalog';
import { isOpen } from '../../../shared/tickets';
import { createCard } from '../parts/card';
import { timeLeft } from '../parts/clock-words';
import { facts, ourText, plainText, type Element, type Fact } from '../parts/elements';
import { ticketHeader } from '../parts/header';
import { localTime } from '../parts/local-time';
import { excerpt } from '../parts/plain-text';
import { footer, refreshOf } from '../parts/record-buttons';
import { priorityColor, stateColor } from '../parts/ticket-words';
import type { CardJson } from '../types';
import type { TicketCardInput } from './ticket-buttons';

/** The promise that is due next, or that the clock stands still. */
function dueLine({ view, reader, context }: TicketCardInput): Element | undefined {
  const { t } = reader;
  if (!isOpen(view.state)) return undefined;
  const clocks = view.clocks.filter(({ type }) => type === 'sla');
  const next = clocks.find(({ state, dueAt }) => state === 'running' && dueAt !== undefined && dueAt === view.dueAt);
  if (!next?.dueAt) {
    const paused = clocks.find(({ state, dueAt }) => state === 'paused' && !dueAt);
    return paused && ourText(t('card.shared.paused', { promise: t(`metric.${paused.metric}`), left: timeLeft(paused, reader) }));
  }
  const isLate = next.dueAt < context.now;
  const words = { promise: t(`metric.${next.metric}`), time: localTime(next.dueAt) };
  return ourText(t(isLate ? 'card.shared.late' : 'card.shared.due', words), isLate ? { color: 'attention', weight: 'bolder' } : {});
}

function triageBody(input: TicketCardInput): readonly (Element | undefined)[] {
  const { view, reader, context } = input;
  const { t, language } = reader;
  // The view was opened by somebody with a language of their own; this card speaks that of the organization.
  const category = categoryPath(context.directory, view.categoryId, language) ?? view.category;
  const entries: (Fact | undefined)[] = [
    { label: t('card.fact.requester'), value: view.requesterName },
    view.offeringName ? { label: t('card.fact.ordered'), value: view.offeringName } : undefined,
    category ? { label: t('card.fact.category'), value: category } : undefined,
    { label: t('card.fact.assignee'), value: [view.assigneeName ?? t('card.fact.nobody'), view.groupName].filter(Boolean).join(' · ') },
  ];
  return [
    ticketHeader(view, reader, { isForHandlers: true }),
    ...facts(entries),
    dueLine(input),
    ...(view.description ? [plainText(excerpt(view.description, 500, 6).text, { spacing: 'medium' })] : []),
  ];
}

/** Only what everybody may know: that there is a ticket, how it stands, and that those concerned can look. */
function discreetBody({ view, audience, reader: { t } }: TicketCardInput): readonly Element[] {
  const isForHandlers = audience === 'triage' || audience === 'agent';
  return [
    ourText(`${view.id} · ${t(`kind.${view.kind}`)}`, { weight: 'bolder', style: 'heading' }),
    ...(isForHandlers ? [ourText(t(`priority.${view.priority}`), { color: priorityColor(view.priority), weight: 'bolder', spacing: 'small' })] : []),
    ourText(t(`state.${view.state}`), { color: stateColor(view, true), weight: 'bolder', spacing: 'small' }),
    ourText(t('card.shared.discreet'), { isSubtle: true }),
  ];
}

/**
 * The view that stands in a group chat or channel for everybody. A triage card shows the work to its channel; every other
 * card, and every confidential ticket, shows only its number and state: who may read more gets it through `refresh`.
 */
export function sharedCard(input: TicketCardInput): CardJson {
  const { view, audience, reader } = input;
  const { t } = reader;
  const isDiscreet = audience !== 'triage' || view.isRestricted;
  const refresh = refreshOf(input);
  return createCard({
    fallbackText: isDiscreet ? `${view.id}: ${t(`state.${view.state}`)}` : `${view.id}: ${view.title}. ${t(`priority.${view.priority}`)}.`,
    body: isDiscreet ? discreetBody(input) : triageBody(input),
    actions: [refresh.action, ...footer(input)],
    moreText: t('card.timeline.more'),
    refresh,
  });
}
