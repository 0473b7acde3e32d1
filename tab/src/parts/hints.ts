import { createStore } from '../lib/store';

/** What a part of the page says about itself while it is pointed at. */
export interface ShownHint {
  readonly target: HTMLElement;
  readonly text: string;
}

/** The hint on the screen; one at a time is enough. */
export const shownHint = createStore<ShownHint | undefined>(undefined);

/** As long as the other tooltips take to come and to go. */
const DELAY_MS = 250;
let timer: ReturnType<typeof setTimeout> | undefined;

function setLater(next: ShownHint | undefined): void {
  clearTimeout(timer);
  timer = setTimeout(() => shownHint.set(next), DELAY_MS);
}

export const showHint = (target: HTMLElement, text: string): void => setLater({ target, text });

export const hideHint = (): void => setLater(undefined);

/** Who points at the hint itself may read it to its end. */
export const keepHint = (): void => clearTimeout(timer);

export function dropHint(): void {
  clearTimeout(timer);
  shownHint.set(undefined);
}
