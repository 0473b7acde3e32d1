import { shortTime } from '../../../shared/strings';
import type { TicketView, TimelineEntry } from '../../../shared/tickets';
import { container, ourText, plainRuns, plainText, type Element } from './elements';
import { cutText, excerpt } from './plain-text';
import type { Reader } from './ticket-words';

const MAX_CHARS = 500;
const MAX_LINES = 8;

export interface TimelineOptions {
  readonly count: number;
  /** Internal notes too; they are in the view only for those who may read them. */
  readonly withNotes: boolean;
  /** Shown elsewhere on the card already. */
  readonly without?: TimelineEntry | undefined;
}

function entryBox(entry: TimelineEntry, { t, language, zone }: Reader): { readonly box: Element; readonly isCut: boolean } {
  const { text, isCut } = excerpt(entry.text ?? '', MAX_CHARS, MAX_LINES);
  const files = (entry.files ?? []).map((file) => cutText(file.name, 60)).slice(0, 5).join(', ');
  const isNote = entry.kind === 'note';
  const box = container(
    [
      plainRuns([
        [entry.byName, { weight: 'bolder', size: 'small' }],
        [`  ${shortTime(entry.at, language, zone)}`, { isSubtle: true, size: 'small' }],
        ...(isNote ? [[`  ${t('card.timeline.internal')}`, { color: 'accent', size: 'small', weight: 'bolder' }] as const] : []),
      ]),
      ...(text ? [plainText(text, { spacing: 'none' })] : []),
      ...(files ? [plainText(t('card.timeline.files', { files }), { size: 'small', isSubtle: true, spacing: 'none' })] : []),
    ],
    { spacing: 'small', separator: true },
  );
  return { box, isCut };
}

/** The last messages, oldest first, and whether there is more to read in the tab. */
export function timelineExcerpt(view: TicketView, reader: Reader, options: TimelineOptions): readonly Element[] {
  const written = view.timeline.filter((entry) => entry !== options.without).filter((entry) => entry.kind === 'message' || (options.withNotes && entry.kind === 'note'));
  const shown = written.slice(-options.count).map((entry) => entryBox(entry, reader));
  if (shown.length === 0) return [];
  const isMore = written.length > shown.length || shown.some((entry) => entry.isCut);
  return [
    ourText(reader.t('card.timeline.title'), { weight: 'bolder', spacing: 'medium' }),
    ...shown.map((entry) => entry.box),
    ...(isMore ? [ourText(reader.t('card.timeline.more'), { size: 'small', isSubtle: true })] : []),
  ];
}
