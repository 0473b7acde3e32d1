import { createStore } from '../lib/store';

export interface Notice {
  readonly title: string;
  readonly body?: string | undefined;
  readonly intent?: 'success' | 'error' | 'info' | 'warning';
  /** One thing to press: undo it, open it. */
  readonly action?: { readonly label: string; run(): void } | undefined;
}

/** What waits to be shown; the part that shows it is loaded with the first notice. */
export const notices = createStore<readonly Notice[]>([]);

/** A short notice at the edge of the screen, read out by screen readers. */
export function notify(notice: Notice): void {
  notices.set((waiting) => [...waiting, notice]);
}
