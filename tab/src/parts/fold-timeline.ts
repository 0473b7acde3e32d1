/** What the timeline draws: something written, one change, or several changes folded into one line. */
export type TimelineItem<E> =
  | { readonly kind: 'written'; readonly key: number; readonly entry: E }
  | { readonly kind: 'change'; readonly key: number; readonly entry: E }
  | { readonly kind: 'folded'; readonly key: number; readonly entries: readonly E[] };

interface Entry {
  readonly seq: number;
}

/** From this many on, changes in a row fold. */
const FOLD_FROM = 3;

/** What was written stays; what happened between takes one line. */
export function foldTimeline<E extends Entry>(entries: readonly E[], isWritten: (entry: E) => boolean): readonly TimelineItem<E>[] {
  const items: TimelineItem<E>[] = [];
  let run: E[] = [];
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
