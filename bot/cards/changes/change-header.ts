import { column, columns, container, ourText, plainRuns, plainText, type Element } from '../parts/elements';
import { cutText, oneLine } from '../parts/plain-text';
import { headerStyle, riskColor, stateColor, type ChangeCardInput } from './change-words';

/** Number, type, risk, state and title of a change; the number is the heading. */
export function changeHeader({ view, reader: { t } }: ChangeCardInput, line?: string): Element {
  const look = { size: 'small', weight: 'bolder' } as const;
  const number = ourText(`${view.id} · ${t(`changeType.${view.type}`)}`, { size: 'small', isSubtle: true, style: 'heading' });
  const badge = plainRuns([
    [`${t(`risk.${view.risk.level}`)} · `, { ...look, color: riskColor(view.risk.level) }],
    [view.isOnHold ? t('card.change.onHold') : t(`state.${view.state}`), { ...look, color: stateColor(view.state) }],
  ]);
  return container(
    [
      columns([column([number]), column([{ ...badge, horizontalAlignment: 'right' }], { width: 'auto' })]),
      plainText(cutText(oneLine(view.title), 200), { size: 'medium', weight: 'bolder', spacing: 'small' }),
      ...(line ? [plainText(cutText(line, 300), { isSubtle: true, spacing: 'small' })] : []),
    ],
    { style: headerStyle(view), bleed: true },
  );
}
