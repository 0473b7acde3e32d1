import { openUrl } from '../parts/actions';
import { createCard } from '../parts/card';
import { ourText, plainText } from '../parts/elements';
import { noticeBox } from '../parts/header';
import { cutText, oneLine } from '../parts/plain-text';
import type { Reader } from '../parts/ticket-words';
import type { CardContext, CardJson, Notice } from '../types';

export interface LookCardInput {
  readonly id: string;
  /** Absent where others read along. */
  readonly title?: string | undefined;
  readonly waitsFor?: string | undefined;
  readonly reader: Reader;
  readonly context: CardContext;
  readonly notice?: Notice | undefined;
}

/** A record that has no card of its own: what it is, and the page in the tab where everything about it stands. */
export function lookCard({ id, title, waitsFor, reader, context, notice }: LookCardInput): CardJson {
  return createCard({
    fallbackText: title ? `${id}: ${title}` : id,
    body: [
      noticeBox(notice),
      ourText(id, { size: 'small', isSubtle: true, style: 'heading' }),
      ...(title ? [plainText(cutText(oneLine(title), 150), { weight: 'bolder', spacing: 'none' })] : []),
      ...(waitsFor ? [plainText(cutText(oneLine(waitsFor), 200), { isSubtle: true, spacing: 'none' })] : []),
    ],
    actions: [openUrl(reader.t('card.button.openInTab'), context.link(id))],
    moreText: reader.t('card.timeline.more'),
  });
}
