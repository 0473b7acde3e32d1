import { isRefused, systemActor } from '../../../shared/kernel';
import { refusalText } from '../../../shared/strings';
import { CliError } from '../cli-error';
import { textOf, type Given } from '../command';
import { createProgress } from '../import/progress';
import { stopOnInterrupt } from '../interrupt';
import { openApp } from '../open-app';
import type { Terminal } from '../terminal';
import { readDefinition } from './definition';
import { showReplay } from './show-replay';

const DEFAULT_DAYS = 90;

/** `bellhop sla replay`: how the tickets of the store would have gone under a definition file. */
export async function replayTickets(given: Given, terminal: Terminal): Promise<number> {
  const days = Number(textOf(given, 'days') ?? DEFAULT_DAYS);
  const file = textOf(given, 'definition');
  const compareWith = textOf(given, 'compare');
  const { app, close } = await openApp();
  const stop = stopOnInterrupt(terminal);
  const progress = createProgress(terminal.t('cli.sla.replaying'));
  const started = performance.now();
  try {
    const drafts = file === undefined ? { agreements: [], calendars: [] } : await readDefinition(file, app);
    const prepared = app.replay({ ...drafts, days, until: textOf(given, 'until'), compareWith, actor: systemActor('cli') });
    if (isRefused(prepared)) throw new CliError('cli.sla.refused', { reason: refusalText(prepared.refused, terminal.language, app.clock.now().toISOString()) }, 2);
    const view = await prepared.run({ signal: stop.signal, onProgress: (done, total) => progress.update(total === 0 ? 1 : done / total) });
    progress.stop();
    if (given.values['json']) terminal.line(JSON.stringify(view));
    else showReplay(view, { compareWith, seconds: (performance.now() - started) / 1_000 }, terminal);
    return 0;
  } catch (error) {
    if (stop.signal.aborted) return 1;
    throw error;
  } finally {
    progress.stop();
    stop.off();
    await close();
  }
}
