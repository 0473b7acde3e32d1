import { useCallback, useSyncExternalStore } from 'react';

/** Does this media query hold? */
export function useMedia(query: string): boolean {
  const subscribe = useCallback(
    (listener: () => void) => {
      const media = window.matchMedia(query);
      media.addEventListener('change', listener);
      return () => media.removeEventListener('change', listener);
    },
    [query],
  );
  return useSyncExternalStore(subscribe, () => window.matchMedia(query).matches);
}

/** Teams' side pane and phones. */
export const useIsNarrow = (): boolean => useMedia('(max-width: 639px)');
/** Room for a third column. */
export const useIsWide = (): boolean => useMedia('(min-width: 1180px)');
