import { defaultRangeExtractor, useVirtualizer, type Virtualizer } from '@tanstack/react-virtual';
import { useCallback, useEffect, useLayoutEffect, useRef, type RefObject } from 'react';
import type { RowList } from './row-list';

const OVERSCAN = 6;
/** With so few rows below the screen the next ones are asked for. */
const ROWS_AHEAD = 15;

interface Options {
  readonly list: Pick<RowList, 'position' | 'more'>;
  readonly ids: readonly string[];
  readonly currentIndex: number;
  readonly rowPx: number;
  readonly scroller: RefObject<HTMLDivElement | null>;
  /** Pixels above the first row inside the scroller. */
  readonly headPx: number;
}

/** Rows that are on the screen; the place where somebody reads stays put when rows come and go above it. */
export function useVirtualRows({ list, ids, currentIndex, rowPx, scroller, headPx }: Options): Virtualizer<HTMLDivElement, Element> {
  const anchor = useRef<{ id: string | undefined; offset: number }>({ id: undefined, offset: 0 });
  const shownTop = useRef(0);

  const virtualizer = useVirtualizer({
    count: ids.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => rowPx,
    overscan: OVERSCAN,
    scrollMargin: headPx,
    scrollPaddingStart: headPx,
    initialOffset: () => list.position.scrollTop,
    // The current row is always there: it is what screen readers are told about.
    rangeExtractor: useCallback(
      (range: Parameters<typeof defaultRangeExtractor>[0]) => {
        const indexes = defaultRangeExtractor(range);
        return currentIndex < 0 || currentIndex >= range.count || indexes.includes(currentIndex) ? indexes : [...indexes, currentIndex].sort((a, b) => a - b);
      },
      [currentIndex],
    ),
  });

  useLayoutEffect(() => {
    const element = scroller.current;
    const { scrollTop } = list.position;
    // Where it is already: even to say so would have the page laid out before it is complete.
    if (element && scrollTop !== shownTop.current) element.scrollTop = shownTop.current = scrollTop;
  }, [list, scroller]);

  const visibleRows = Math.ceil((virtualizer.scrollRect?.height ?? 0) / rowPx);
  useEffect(() => {
    const element = scroller.current;
    if (!element) return undefined;
    const remember = (): void => {
      const top = element.scrollTop;
      list.position.scrollTop = shownTop.current = top;
      const first = Math.floor(top / rowPx);
      anchor.current = { id: top > 0 ? ids[first] : undefined, offset: top - first * rowPx };
      // Reckoned: asking the page, just after rows were drawn, would have it laid out twice a frame.
      if (ids.length - first < visibleRows + ROWS_AHEAD) list.more();
    };
    remember();
    element.addEventListener('scroll', remember, { passive: true });
    return () => element.removeEventListener('scroll', remember);
  }, [list, ids, rowPx, visibleRows, scroller]);

  useLayoutEffect(() => {
    const element = scroller.current;
    const { id, offset } = anchor.current;
    const index = id ? ids.indexOf(id) : -1;
    if (element && index >= 0) element.scrollTop = index * rowPx + offset;
  }, [ids, rowPx, scroller]);

  return virtualizer;
}
