import type { ChangeRow } from '../../../shared/changes';
import { execute, openUrl, type CardAction } from '../parts/actions';
import { createCard } from '../parts/card';
import { actionSet, column, columns, ourText, plainRuns, plainText, type Element } from '../parts/elements';
import { noticeBox } from '../parts/header';
import { cutText, oneLine } from '../parts/plain-text';
import type { Reader } from '../parts/ticket-words';
import type { CardContext, CardJson, Notice } from '../types';
import { rangeText } from './window-parts';

export interface ChangeListSection {
  readonly title: string;
  readonly rows: readonly ChangeRow[];
  readonly total: number;
  /** Said instead of rows, with what to do. */
  readonly emptyText: string;
}

/** One time in which nothing is changed, or in which changes are welcome. */
export interface FreezeLine {
  readonly name: string;
  readonly from: string;
  readonly to: string;
  readonly reason?: string | undefined;
}

export interface ChangeListInput {
  readonly title: string;
  readonly sections: readonly ChangeListSection[];
  /** Only where the calendar was asked for. */
  readonly freezes?: readonly FreezeLine[];
  readonly reader: Reader;
  readonly context: CardContext;
  /** Page of the tab with the whole list. */
  readonly page: string;
  readonly notice?: Notice | undefined;
  readonly more?: readonly CardAction[];
}

const HIGH = ['high', 'veryHigh'];

export function changeRowElement(row: ChangeRow, { reader, context }: Pick<ChangeListInput, 'reader' | 'context'>): Element {
  const { t } = reader;
  const window = row.plannedStart && row.plannedEnd ? rangeText(row.plannedStart, row.plannedEnd, context.now, reader) : t('card.changes.noWindow');
  const things = [...row.items, ...row.services].slice(0, 3).join(', ');
  const about = [window, things].filter(Boolean).join(' · ');
  const main = column([
    plainRuns([
      [`${row.id}  `, { size: 'small', isSubtle: true }],
      [`${t(`state.${row.state}`)}  `, { size: 'small', weight: 'bolder' }],
      [t(`risk.${row.risk}`), { size: 'small', ...(HIGH.includes(row.risk) && { weight: 'bolder', color: 'attention' }) }],
      ...(row.isReviewOverdue ? [[`  ${t('state.reviewOverdue')}`, { size: 'small', weight: 'bolder', color: 'attention' }] as const] : []),
      ...(row.isOnHold ? [[`  ${t('card.changes.held')}`, { size: 'small', weight: 'bolder' }] as const] : []),
    ]),
    plainText(cutText(oneLine(row.title), 100), { spacing: 'none', weight: 'bolder' }),
    plainText(cutText(about, 200), { size: 'small', spacing: 'none', isSubtle: true }),
    ...(row.collisionCount > 0 ? [plainText(t('card.changes.collides', { count: row.collisionCount }), { size: 'small', spacing: 'none', color: 'attention' })] : []),
  ]);
  const show = execute(t('card.button.show'), 'card.showTicket', { id: row.id }, { tooltip: `${t('card.button.show')} ${row.id}` });
  return columns([main, column([actionSet([show])], { width: 'auto', verticalContentAlignment: 'center' })], { separator: true, spacing: 'small' });
}

function section(entry: ChangeListSection, input: ChangeListInput): readonly Element[] {
  const { t } = input.reader;
  return [
    ...(entry.title ? [ourText(entry.total > 0 ? `${entry.title} (${entry.total})` : entry.title, { weight: 'bolder', spacing: 'medium' })] : []),
    ...(entry.rows.length > 0 ? entry.rows.map((row) => changeRowElement(row, input)) : [ourText(entry.emptyText, { isSubtle: true })]),
    ...(entry.total > entry.rows.length ? [ourText(t('card.list.more', { count: entry.total - entry.rows.length }), { size: 'small', isSubtle: true })] : []),
  ];
}

const MAX_FREEZES = 6;

function freezePart({ freezes, reader, context }: ChangeListInput): readonly Element[] {
  if (!freezes) return [];
  const { t } = reader;
  if (freezes.length === 0) return [ourText(t('card.calendar.noFreeze'), { spacing: 'small' })];
  const lines = freezes.slice(0, MAX_FREEZES).flatMap(({ name, from, to, reason }) => {
    const isNow = from <= context.now && context.now < to;
    return [
      plainText(`${cutText(oneLine(name), 80)}: ${rangeText(from, to, context.now, reader)}${isNow ? ` · ${t('card.calendar.now')}` : ''}`, { weight: 'bolder', ...(isNow && { color: 'attention' }) }),
      ...(reason ? [plainText(cutText(oneLine(reason), 150), { size: 'small', isSubtle: true, spacing: 'none' })] : []),
    ];
  });
  return [ourText(t('card.calendar.freezes'), { weight: 'bolder', spacing: 'medium' }), ...lines];
}

/** Several changes: each can be looked at here, the whole list is in the tab. */
export function changeListCard(input: ChangeListInput): CardJson {
  const { reader, context, title, sections, notice } = input;
  return createCard({
    fallbackText: title,
    body: [noticeBox(notice), ourText(title, { size: 'medium', weight: 'bolder', style: 'heading' }), ...freezePart(input), ...sections.flatMap((entry) => section(entry, input))],
    actions: [openUrl(reader.t('card.button.openList'), context.link(input.page)), ...(input.more ?? [])],
    moreText: reader.t('card.timeline.more'),
  });
}
