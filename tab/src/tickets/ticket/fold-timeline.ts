import type { TimelineEntry } from '../../../../shared/tickets/ticket-views';

/** What the timeline draws: something written, one change, or several changes folded into one line. */
export type TimelineItem =
  | { readonly kind: 'written'; readonly key: number; readonly entry: TimelineEntry }
  | { readonly kind: 'change'; readonly key: number; readonly entry: TimelineEntry }
  | { readonly kind: 'folded'; readonly key: number; readonly entries: readonly TimelineEntry[] };

/** From this many on, changes in a row fold. */
const FOLD_FROM = 3;

const isWritten = (entry: TimelineEntry): boolean => entry.kind !== 'change' || entry.type === 'TicketReported' || entry.text !== undefined;

/** Messages stay; what happened between them takes one line. */
export function foldTimeline(entries: readonly TimelineEntry[]): readonly TimelineItem[] {
  const items: TimelineItem[] = [];
  let run: TimelineEntry[] = [];
  const close = (): void => {
    const [first] = run;
    if (first && run.length >= FOLD_FROM) items.push({ kind: 'folded', key: first.seq, entries: run });
    else for (const entry of run) items.push({ kind: 'change', key: entry.seq, entry });
    run = [];
  };
  for (const entry of entries) {
    if (!isWritten(entry)) {
      run.push(entry);
      continue;
    }
    close();
    items.push({ kind: 'written', key: entry.seq, entry });
  }
  close();
  return items;
}
