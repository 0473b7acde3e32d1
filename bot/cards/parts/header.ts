import type { TicketView } from '../../../shared/tickets';
import type { Notice } from '../types';
import { column, columns, container, ourText, plainRuns, plainText, type Element } from './elements';
import { cutText, oneLine } from './plain-text';
import { headerStyle, plainState, priorityColor, stateColor, type Reader } from './ticket-words';

/** On top of a card: what just happened, or why something did not. */
export function noticeBox(notice: Notice | undefined): Element | undefined {
  return notice && container([plainText(notice.text, { weight: 'bolder' })], { style: notice.tone, bleed: true });
}

export interface HeaderOptions {
  /** Agents see the priority code and the exact state; employees a plain word. */
  readonly isForHandlers: boolean;
  /** Who holds the ball. */
  readonly line?: string;
}

/** Number, kind, state and title of a ticket; the number is the heading. */
export function ticketHeader(view: TicketView, reader: Reader, options: HeaderOptions): Element {
  const { t } = reader;
  const state = options.isForHandlers ? t(`state.${view.state}`) : plainState(view, t);
  const confidential = view.isRestricted ? ` · ${t('card.header.confidential')}` : '';
  const number = ourText(`${view.id} · ${t(`kind.${view.kind}`)}${confidential}`, { size: 'small', isSubtle: true, style: 'heading' });
  const look = { size: 'small', weight: 'bolder' } as const;
  const priority = options.isForHandlers ? [[`${t(`priority.${view.priority}`)} · `, { ...look, color: priorityColor(view.priority) }] as const] : [];
  const badge = { ...plainRuns([...priority, [state, { ...look, color: stateColor(view, options.isForHandlers) }]]), horizontalAlignment: 'right' };
  return container(
    [
      columns([column([number]), column([badge], { width: 'auto' })]),
      plainText(cutText(oneLine(view.title), 200), { size: 'medium', weight: 'bolder', spacing: 'small' }),
      ...(options.line ? [plainText(cutText(options.line, 300), { isSubtle: true, spacing: 'small' })] : []),
    ],
    { style: headerStyle(view.state), bleed: true },
  );
}
