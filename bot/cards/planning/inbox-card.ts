import type { InboxRow } from '../../../shared/changes';
import { hasText, nearTime } from '../../../shared/strings';
import { practiceCards } from '../practice-table';
import { execute, openUrl } from '../parts/actions';
import { createCard } from '../parts/card';
import { actionSet, column, columns, ourText, plainRuns, plainText, type Element } from '../parts/elements';
import { noticeBox } from '../parts/header';
import { cutText, oneLine } from '../parts/plain-text';
import type { Reader } from '../parts/ticket-words';
import type { CardContext, CardJson, Notice } from '../types';

export interface InboxCardInput {
  readonly rows: readonly InboxRow[];
  readonly total: number;
  readonly reader: Reader;
  readonly context: CardContext;
  readonly notice?: Notice | undefined;
}

function inboxRow(row: InboxRow, { reader, context }: InboxCardInput): Element {
  const { t, language, zone } = reader;
  const time = (at: string): string => nearTime(at, context.now, language, zone);
  const risk = row.risk && hasText(`risk.${row.risk}`) ? t(`risk.${row.risk}`) : undefined;
  const isHigh = row.risk === 'high' || row.risk === 'veryHigh';
  const isLate = row.decideUntil !== undefined && row.decideUntil < context.now;
  const about = [row.requesterName, row.plannedStart && t('card.inbox.planned', { at: time(row.plannedStart) }), row.onBehalfOf && t('card.inbox.onBehalfOf', { person: row.onBehalfOf })].filter(Boolean).join(' · ');
  const look = { size: 'small', weight: 'bolder', color: isHigh ? 'attention' : 'default' } as const;
  const main = column([
    plainRuns([
      [`${row.id}  `, { size: 'small', isSubtle: true }],
      ...(hasText(`card.inbox.kind.${row.practice}`) ? [[`${t(`card.inbox.kind.${row.practice}`)}  `, { size: 'small' }] as const] : []),
      ...(risk ? [[risk, look] as const] : []),
    ]),
    plainText(cutText(oneLine(row.title), 100), { spacing: 'none', weight: 'bolder' }),
    ...(about ? [plainText(cutText(about, 200), { size: 'small', spacing: 'none', isSubtle: true })] : []),
    ...(row.decideUntil ? [plainText(t(isLate ? 'card.inbox.late' : 'card.inbox.until', { at: time(row.decideUntil) }), { size: 'small', spacing: 'none', ...(isLate ? { color: 'attention' } : { isSubtle: true }) })] : []),
  ]);
  const tooltip = `${t('card.button.show')} ${row.id}`;
  // What has no card is looked at where everything about it stands.
  const show = practiceCards(row.practice)
    ? execute(t('card.button.show'), 'card.showTicket', { id: row.id, card: { list: 'approvals', view: 'approver' } }, { tooltip })
    : openUrl(t('card.button.show'), context.link(row.id), { tooltip });
  return columns([main, column([actionSet([show])], { width: 'auto', verticalContentAlignment: 'center' })], { separator: true, spacing: 'small' });
}

/** Everything that waits for the reader's decision, of every practice; nothing is decided here without having been looked at. */
export function inboxCard(input: InboxCardInput): CardJson {
  const { rows, total, reader, context, notice } = input;
  const { t } = reader;
  const title = t('card.list.decisions');
  return createCard({
    fallbackText: total > 0 ? `${title} (${total})` : title,
    body: [
      noticeBox(notice),
      ourText(total > 0 ? `${title} (${total})` : title, { size: 'medium', weight: 'bolder', style: 'heading' }),
      ...(rows.length > 0 ? rows.map((row) => inboxRow(row, input)) : [ourText(t('card.list.decisionsEmpty'), { isSubtle: true })]),
      total > rows.length ? ourText(t('card.list.more', { count: total - rows.length }), { size: 'small', isSubtle: true }) : undefined,
    ],
    actions: [openUrl(t('card.button.openList'), context.link('approvals')), execute(t('card.delegations.title'), 'card.showDelegations', {}, { mode: 'secondary' })],
    moreText: t('card.timeline.more'),
  });
}
