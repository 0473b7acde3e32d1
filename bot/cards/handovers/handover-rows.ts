import type { HandoverItem, HandoverView } from '../../../shared/handovers';
import { shortTime } from '../../../shared/strings';
import { execute, type CardAction } from '../parts/actions';
import { actionSet, column, columns, ourText, plainRuns, plainText, type Element } from '../parts/elements';
import { cutText, excerpt, oneLine } from '../parts/plain-text';
import { formData, pressData, type CardInput } from '../parts/record-buttons';
import { priorityColor } from '../parts/ticket-words';

export type HandoverInput = CardInput<HandoverView>;
type Item = HandoverView['items'][number];

/** More than a card can show; the others are in the tab. */
const MOST = 12;

const isLeft = ({ outcome }: HandoverItem): boolean => outcome === 'open' || outcome === 'declined';

/** What can be done with one item, beside what the buttons below the card do with all of them. */
function buttons(input: HandoverInput, item: Item): readonly CardAction[] {
  const { view, reader: { t } } = input;
  const may = (verb: string): boolean => view.can.includes(`handovers.${verb}`);
  const { id: itemId } = item;
  const named = (title: string): { readonly tooltip: string } => ({ tooltip: `${title} ${itemId}` });
  const press = (title: string, verb: string, fields: object): CardAction => execute(title, `handovers.${verb}`, pressData(input, { itemId, ...fields }), named(title));
  const note = t('card.handover.note');
  return [
    ...(may('chooseItem') && item.outcome === 'open' ? [press(t('card.handover.keep'), 'chooseItem', { isIncluded: false })] : []),
    ...(may('chooseItem') && item.outcome === 'kept' ? [press(t('card.handover.include'), 'chooseItem', { isIncluded: true })] : []),
    ...(may('noteItem') ? [execute(note, 'card.showForm', formData(input, { action: 'handovers.noteItem', fixed: { itemId } }), named(note))] : []),
    ...(may('accept') && isLeft(item) ? [press(t('card.handover.acceptOne'), 'accept', {})] : []),
  ];
}

function outcomeText({ outcome, byName = '' }: Item, { reader: { t }, view }: HandoverInput): string | undefined {
  if (outcome === 'open') return view.state === 'prepared' ? undefined : t('itemOutcome.open');
  return t(`itemOutcome.${outcome}`, { person: cutText(byName, 60) });
}

function itemRow(item: Item, input: HandoverInput): Element {
  const { reader: { t, language, zone }, context } = input;
  const { id, title, priority, dueAt, whyText, fromName, note, reason } = item;
  const isLate = dueAt !== undefined && dueAt < context.now;
  const said = outcomeText(item, input);
  const due = dueAt ? t('card.handover.due', { at: shortTime(dueAt, language, zone) }) : '';
  const words = [
    plainRuns([
      [`${id}  `, { size: 'small', isSubtle: true }],
      ...(priority ? [[`${priority}  `, { size: 'small', weight: 'bolder', color: priorityColor(priority) }] as const] : []),
      ...(said ? [[said, { size: 'small', weight: 'bolder', color: isLeft(item) ? 'attention' : 'default' }] as const] : []),
    ]),
    ...(title === id ? [] : [plainText(cutText(oneLine(title), 100), { spacing: 'none', weight: 'bolder' })]),
    plainText(cutText([fromName, whyText, due].filter(Boolean).join(' · '), 200), { size: 'small', spacing: 'none', ...(isLate ? { color: 'attention' } : { isSubtle: true }) }),
    ...[note, reason].flatMap((text) => (text ? [plainText(excerpt(text, 300, 3).text, { size: 'small', spacing: 'none' })] : [])),
  ];
  const actions = buttons(input, item);
  // Below the words, so that a phone has room for both.
  return columns([column([...words, ...(actions.length > 0 ? [actionSet(actions, { spacing: 'small' })] : [])])], { separator: true, spacing: 'small' });
}

/** What goes over, the most urgent first; what somebody has to look at stands before what is settled. */
export function handoverRows(input: HandoverInput): readonly Element[] {
  const { view: { items, leftOut = 0 }, reader: { t } } = input;
  const shown = [...items.filter(isLeft), ...items.filter((item) => !isLeft(item))];
  const more = items.length - MOST;
  return [
    ...shown.slice(0, MOST).map((item) => itemRow(item, input)),
    ...(more > 0 ? [ourText(t('card.handover.more', { count: more }), { size: 'small', isSubtle: true })] : []),
    ...(leftOut > 0 ? [ourText(t('card.handover.leftOut', { count: leftOut }), { size: 'small', weight: 'bolder' })] : []),
  ];
}
