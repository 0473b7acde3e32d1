import type { TicketView, TimelineEntry } from '../../../shared/tickets';
import { container, facts, ourText, plainText, type Element, type Fact } from '../parts/elements';
import { formInputs } from '../parts/form';
import { createCard } from '../parts/card';
import { promiseLines } from '../parts/clock-words';
import { execute } from '../parts/actions';
import { ticketHeader, noticeBox } from '../parts/header';
import { cutText, excerpt } from '../parts/plain-text';
import { timelineExcerpt } from '../parts/timeline';
import { ballHolder, plainState } from '../parts/ticket-words';
import { footer, formContext, pressData, recordButtons, refreshOf, schemaOf, type ButtonWish } from '../parts/record-buttons';
import type { CardJson, Notice } from '../types';
import { isWatching, type TicketCardInput } from './ticket-buttons';
import { progressFacts } from './task-rows';

/** Side by side, with "Open in tab" as the fourth. */
const VISIBLE = 3;

export const REQUESTER_WISHES: readonly ButtonWish[] = [
  { action: 'tickets.close', title: 'card.button.itWorks', style: 'positive' },
  { action: 'tickets.resubmit', title: 'card.button.resubmit', style: 'positive' },
  { action: 'tickets.reopen', title: 'card.button.reopen' },
  { action: 'tickets.reply', title: 'card.button.addMessage', send: 'card.button.send' },
  { action: 'tickets.rate', send: 'card.button.send' },
  { action: 'tickets.edit', omit: ['reach', 'work'] },
  { action: 'tickets.cancel', title: 'card.button.withdraw', fixed: { reason: 'withdrawn' } },
  { action: 'tickets.escalate', send: 'card.button.send' },
  { action: 'tickets.unwatch', omit: ['personId'] },
];

function promises({ view, reader, context }: TicketCardInput): readonly Element[] {
  return promiseLines(view, reader, context.now).map((line, index) => ourText(line, index > 0 ? { spacing: 'none' } : {}));
}

function detailFacts({ view, reader }: TicketCardInput): readonly Element[] {
  const { t } = reader;
  const entries: (Fact | undefined)[] = [
    view.offeringName ? { label: t('card.fact.ordered'), value: view.offeringName } : undefined,
    view.category ? { label: t('card.fact.category'), value: view.category } : undefined,
    view.attachments.length > 0 ? { label: t('card.fact.attachments'), value: view.attachments.slice(0, 5).map((file) => file.name).join(', ') } : undefined,
  ];
  return facts(entries);
}

/** What the reader should look at first: a question to answer, or what was done. */
function highlight({ view, reader }: TicketCardInput): Element | undefined {
  const { t } = reader;
  const question = view.hold?.reason === 'requester' ? view.hold.comment : approversQuestion(view);
  if (question) return callout(t('card.requester.question'), question, 'warning');
  if (!view.resolution || !['resolved', 'fulfilled', 'closed'].includes(view.state)) return undefined;
  return callout(t('card.requester.resolution', { person: cutText(view.resolution.byName, 80) }), view.resolution.notes, 'good');
}

/** The message that is the question itself need not be told twice. */
function questionEntry(view: TicketView): TimelineEntry | undefined {
  return view.hold?.reason === 'requester' ? view.timeline.findLast((entry) => entry.type === 'TicketPutOnHold') : undefined;
}

function approversQuestion(view: TicketView): string | undefined {
  return view.state === 'returned' ? view.approvers?.find((approver) => approver.decision === 'returned')?.comment : undefined;
}

function callout(title: string, text: string, style: 'good' | 'warning'): Element {
  return container([plainText(title, { weight: 'bolder' }), plainText(excerpt(text, 1_500, 15).text, { spacing: 'small' })], { style, spacing: 'medium' });
}

/** After the ticket is closed the question stands open on the card: there is nothing else left to do. */
function hasOpenRating({ view }: TicketCardInput): boolean {
  return view.state === 'closed' && view.can.includes('tickets.rate');
}

function ratingLine({ view, reader: { t } }: TicketCardInput): Element | undefined {
  return view.rating && plainText(t('card.requester.rated', { stars: '★'.repeat(view.rating.stars) }), { isSubtle: true });
}

/** For the person who asked: state in plain words, who holds the ball and until when, the last messages. */
export function requesterCard(input: TicketCardInput, notice: Notice | undefined): CardJson {
  const { view, reader } = input;
  const { t } = reader;
  const isRating = hasOpenRating(input);
  const wishes = REQUESTER_WISHES.filter((wish) => !(isRating && wish.action === 'tickets.rate') && (wish.action !== 'tickets.unwatch' || isWatching(input)));
  const isMine = reader.actor?.id === view.requesterId || reader.actor?.id === view.reporterId;
  const canAttach = isMine && view.can.includes('tickets.attach');
  return createCard({
    fallbackText: `${view.id}: ${view.title}. ${plainState(view, t)}. ${ballHolder(view, reader)}`,
    body: [
      noticeBox(notice),
      ticketHeader(view, reader, { isForHandlers: false, line: ballHolder(view, reader) }),
      ...(isMine ? [] : facts([{ label: t('card.fact.requester'), value: view.requesterName }])),
      ...facts(progressFacts(input)),
      ...promises(input),
      ...detailFacts(input),
      highlight(input),
      ratingLine(input),
      ...timelineExcerpt(view, reader, { count: 3, withNotes: false, without: questionEntry(view) }),
      ...(canAttach ? [ourText(t('card.requester.attachHint'), { size: 'small', isSubtle: true, spacing: 'medium' })] : []),
      ...(isRating ? formInputs(schemaOf('tickets.rate'), formContext(input, 'tickets.rate')) : []),
    ],
    actions: [
      isRating ? execute(t('card.button.send'), 'tickets.rate', pressData(input), { sendsInputs: true, style: 'positive' }) : undefined,
      ...recordButtons(input, wishes, VISIBLE),
      ...footer(input),
    ],
    moreText: t('card.timeline.more'),
    ...(input.context.viewerIds && { refresh: refreshOf(input) }),
  });
}
