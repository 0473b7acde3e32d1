import type { PersonLine, PickedView } from '../../../shared/routing/pick-views';
import type { TicketView } from '../../../shared/tickets';
import { execute, openUrl } from '../parts/actions';
import { createCard } from '../parts/card';
import { ourText, plainRuns, plainText, type Element } from '../parts/elements';
import { cutText, oneLine } from '../parts/plain-text';
import type { Reader } from '../parts/ticket-words';
import type { CardContext, CardJson } from '../types';

export interface PickedCardInput {
  readonly view: TicketView;
  readonly picked: PickedView;
  readonly reader: Reader;
  readonly context: CardContext;
  /** Of the card it was opened from: its way back leads there. */
  readonly layout?: string | undefined;
}

/** The rest is in the tab. */
const MAX_PEOPLE = 12;

function people(title: string, lines: readonly PersonLine[]): readonly Element[] {
  if (lines.length === 0) return [];
  const rows = lines.slice(0, MAX_PEOPLE).map(({ name, text }) => plainRuns([[`${cutText(name, 60)}  `, { weight: 'bolder', size: 'small' }], [cutText(text, 150), { size: 'small' }]]));
  return [ourText(title, { weight: 'bolder', spacing: 'medium' }), ...rows];
}

/** Why somebody has a ticket, or nobody: one sentence, who else was considered, and who was ruled out and why. */
export function pickedCard({ view, picked, reader, context, layout }: PickedCardInput): CardJson {
  const { t } = reader;
  const chosen = picked.considered.find(({ personId }) => personId === picked.personId);
  const title = chosen ? t('card.whyMe.title', { person: cutText(chosen.name, 60), id: view.id }) : t('card.whyMe.nobody', { id: view.id });
  return createCard({
    fallbackText: `${view.id}: ${picked.sentence}`,
    body: [
      ourText(title, { size: 'small', isSubtle: true, style: 'heading' }),
      plainText(cutText(oneLine(view.title), 150), { isSubtle: true, spacing: 'none' }),
      plainText(picked.sentence, { weight: 'bolder', spacing: 'small' }),
      ...people(t('card.whyMe.considered'), picked.considered),
      ...people(t('card.whyMe.ruledOut'), picked.ruledOut),
      ...(picked.more ? [plainText(picked.more, { size: 'small', isSubtle: true })] : []),
    ],
    actions: [execute(t('card.why.back'), 'card.showTicket', { id: view.id, ...(layout && { card: { view: layout } }) }), openUrl(t('card.button.openInTab'), context.link(view.id))],
    moreText: t('card.timeline.more'),
  });
}
