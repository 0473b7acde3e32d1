import { container, facts, plainText, type Element, type Fact } from '../parts/elements';
import { createCard } from '../parts/card';
import { noticeBox, ticketHeader } from '../parts/header';
import { cutText, excerpt } from '../parts/plain-text';
import { timelineExcerpt } from '../parts/timeline';
import { footer, recordButtons, refreshOf, type ButtonWish } from '../parts/record-buttons';
import type { CardJson, Notice } from '../types';
import type { TicketCardInput } from './ticket-buttons';

export const APPROVER_WISHES: readonly ButtonWish[] = [
  { action: 'tickets.approve', style: 'positive', omit: ['comment'] },
  { action: 'tickets.reject', style: 'destructive' },
  { action: 'tickets.returnForInfo' },
];

function orderFacts({ view, reader, context }: TicketCardInput): readonly Element[] {
  const { t } = reader;
  const requester = context.directory.person(view.requesterId);
  const place = [requester?.title, requester?.department].filter(Boolean).join(', ');
  const entries: (Fact | undefined)[] = [
    { label: t('card.fact.requester'), value: place ? `${view.requesterName} (${place})` : view.requesterName },
    view.offeringName ? { label: t('card.fact.ordered'), value: view.offeringName } : undefined,
    view.category ? { label: t('card.fact.category'), value: view.category } : undefined,
    view.neededBy ? { label: t('field.ticket.neededBy'), value: view.neededBy } : undefined,
    ...(view.answers ?? []).slice(0, 12).map(({ label, value }) => ({ label, value: excerpt(value, 200, 3).text })),
  ];
  return facts(entries, '150px');
}

/** Who decided what: the reader sees that they are not alone, or that it is over. */
function decisions({ view, reader: { t } }: TicketCardInput): Element | undefined {
  const approvers = view.approvers ?? [];
  if (approvers.length === 0) return undefined;
  const lines = approvers.slice(0, 8).map(({ name, decision, comment }) => {
    const words = decision ? t(`vote.${decision}`) : t('card.approver.open');
    return plainText(`${cutText(name, 80)}: ${words}${comment ? ` – ${excerpt(comment, 200, 2).text}` : ''}`, { size: 'small', spacing: 'none' });
  });
  return container([plainText(t('card.approver.decisions'), { weight: 'bolder', size: 'small' }), ...lines], { spacing: 'medium' });
}

/** All that is needed to decide, and nothing that was changed after the reader saw it: the press carries the version. */
export function approverCard(input: TicketCardInput, notice: Notice | undefined): CardJson {
  const { view, reader } = input;
  const { t } = reader;
  const buttons = recordButtons(input, APPROVER_WISHES, 3);
  return createCard({
    fallbackText: `${t('card.approver.title')} ${view.id}: ${view.title} (${view.requesterName})`,
    body: [
      noticeBox(notice),
      ticketHeader(view, reader, { isForHandlers: false, line: buttons.length > 0 ? t('card.approver.title') : view.waitsFor }),
      ...orderFacts(input),
      ...(view.askedBecause ? [plainText(t('card.approver.because', { because: view.askedBecause }), { isSubtle: true, size: 'small' })] : []),
      ...(view.description ? [plainText(excerpt(view.description, 1_000, 10).text, { spacing: 'medium' })] : []),
      decisions(input),
      ...timelineExcerpt(view, reader, { count: 2, withNotes: false }),
    ],
    actions: [...buttons, ...footer(input)],
    moreText: t('card.timeline.more'),
    ...(input.context.viewerIds && { refresh: refreshOf(input) }),
  });
}
