import type { Terminal } from './terminal';

/** The first Ctrl+C ends after what is being done; a second one at once. Nothing is half-written either way. */
export function stopOnInterrupt(terminal: Terminal): { readonly signal: AbortSignal; readonly off: () => void } {
  const controller = new AbortController();
  const onInterrupt = (): void => {
    terminal.warn('cli.stopping');
    controller.abort();
  };
  process.once('SIGINT', onInterrupt);
  return { signal: controller.signal, off: () => void process.off('SIGINT', onInterrupt) };
}
