import { useLayoutEffect, useRef, type RefObject } from 'react';
import type { TimelineEntry } from '../../../../shared/tickets/ticket-views';

/** So near the end counts as being there. */
const NEAR_PX = 120;

/** Opens at the newest entry and stays there as new ones come, unless the reader has scrolled up. */
export function useScrollToEnd(scroller: RefObject<HTMLDivElement | null>, timeline: readonly TimelineEntry[]): void {
  const isFollowing = useRef(true);
  useLayoutEffect(() => {
    const element = scroller.current;
    if (!element) return undefined;
    const note = (): void => {
      isFollowing.current = element.scrollHeight - element.scrollTop - element.clientHeight < NEAR_PX;
    };
    element.addEventListener('scroll', note, { passive: true });
    return () => element.removeEventListener('scroll', note);
  }, [scroller]);
  useLayoutEffect(() => {
    const element = scroller.current;
    if (element && isFollowing.current) element.scrollTop = element.scrollHeight;
  }, [scroller, timeline]);
}
