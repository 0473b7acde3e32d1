import type { TicketRow } from '../../../shared/tickets';
import { execute, openUrl, type CardAction } from '../parts/actions';
import { createCard } from '../parts/card';
import { actionSet, column, columns, container, ourText, plainRuns, plainText, type Element } from '../parts/elements';
import { noticeBox } from '../parts/header';
import { cutText, oneLine } from '../parts/plain-text';
import { dueFact, plainState, priorityColor, stateColor, type Reader } from '../parts/ticket-words';
import type { CardContext, CardJson, Notice } from '../types';

/** Which list a row stands in: the way back from a ticket, and where a press is answered. */
export type ListName = 'mine' | 'queue' | 'approvals' | 'found';

export interface ListSection {
  readonly title: string;
  readonly rows: readonly TicketRow[];
  /** How many there are altogether. */
  readonly total: number;
  /** Said instead of rows, with what to do. */
  readonly emptyText: string;
}

export interface ListCardInput {
  readonly list: ListName;
  readonly title: string;
  readonly sections: readonly ListSection[];
  readonly reader: Reader;
  readonly context: CardContext;
  readonly isForHandlers: boolean;
  readonly notice?: Notice | undefined;
  /** Page of the tab with the whole list. */
  readonly page: string;
  readonly more?: readonly (CardAction | undefined)[];
}

export function rowElement(row: TicketRow, { list, reader, context, isForHandlers }: ListCardInput): Element {
  const { t } = reader;
  const due = dueFact(row, reader, context.now);
  const state = isForHandlers ? t(`state.${row.state}`) : plainState(row, t);
  const about = [isForHandlers ? row.requesterName : undefined, due && (row.isResolutionPaused ? due.value : `${due.label}: ${due.value}`)].filter(Boolean).join(' · ');
  const main = column([
    plainRuns([
      [`${row.id}  `, { size: 'small', isSubtle: true }],
      ...(isForHandlers ? [[`${row.priority}  `, { size: 'small', weight: 'bolder', color: priorityColor(row.priority) }] as const] : []),
      [state, { size: 'small', weight: 'bolder', color: stateColor(row, isForHandlers) }],
    ]),
    plainText(cutText(oneLine(row.title), 100), { spacing: 'none', weight: 'bolder' }),
    ...(about ? [plainText(about, { size: 'small', spacing: 'none', ...(due?.color ? { color: due.color } : { isSubtle: true }) })] : []),
  ]);
  const canTake = isForHandlers && row.can.includes('tickets.take') && !row.assigneeId;
  const buttons = [
    ...(canTake ? [execute(t('action.tickets.take'), 'tickets.take', { id: row.id, version: row.version, card: { list } })] : []),
    execute(t('card.button.show'), 'card.showTicket', { id: row.id, card: { list } }, { tooltip: `${t('card.button.show')} ${row.id}` }),
  ];
  return columns([main, column([actionSet(buttons)], { width: 'auto', verticalContentAlignment: 'center' })], { separator: true, spacing: 'small' });
}

function section(entry: ListSection, input: ListCardInput): readonly Element[] {
  const { t } = input.reader;
  const isCut = entry.total > entry.rows.length;
  return [
    ...(entry.title ? [ourText(entry.total > 0 ? `${entry.title} (${entry.total})` : entry.title, { weight: 'bolder', spacing: 'medium' })] : []),
    ...(entry.rows.length > 0 ? entry.rows.map((row) => rowElement(row, input)) : [container([ourText(entry.emptyText, { isSubtle: true })])]),
    ...(isCut ? [ourText(t('card.list.more', { count: entry.total - entry.rows.length }), { size: 'small', isSubtle: true })] : []),
  ];
}

/** Several tickets: each can be looked at here, the whole list is in the tab. */
export function listCard(input: ListCardInput): CardJson {
  const { reader, context } = input;
  return createCard({
    fallbackText: input.title,
    body: [
      noticeBox(input.notice),
      ourText(input.title, { size: 'medium', weight: 'bolder', style: 'heading' }),
      ...input.sections.flatMap((entry) => section(entry, input)),
    ],
    actions: [openUrl(reader.t('card.button.openList'), context.link(input.page)), ...(input.more ?? [])],
    moreText: reader.t('card.timeline.more'),
  });
}
