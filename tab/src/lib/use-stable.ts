import { useCallback, useLayoutEffect, useRef } from 'react';

/** The same function for every drawing, which calls the newest one: for handlers of rows that should not be drawn again. */
export function useStable<A extends readonly unknown[], R>(run: (...args: A) => R): (...args: A) => R {
  const latest = useRef(run);
  useLayoutEffect(() => {
    latest.current = run;
  });
  return useCallback((...args: A) => latest.current(...args), []);
}
