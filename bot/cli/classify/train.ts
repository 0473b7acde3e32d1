import { basename } from 'node:path';
import { setImmediate as nextTurn } from 'node:timers/promises';
import { findTrainingProblem, trainClassifier, type ClassifierModel, type LabelledTicket } from '../../../shared/classifier';
import { writeModel } from '../../classifier/model-store';
import { CliError } from '../cli-error';
import { createProgress } from '../import/progress';
import { stopOnInterrupt } from '../interrupt';
import type { Terminal } from '../terminal';
import { userPath } from '../user-path';
import { readLabelledFile } from './labelled-file';

/** `bellhop classify train FILE`: makes a model of labelled tickets; the file appears when it is complete. */
export async function trainOnFile(file: string, out: string | undefined, terminal: Terminal): Promise<number> {
  const target = out ?? `${basename(file).replace(/\.gz$/i, '').replace(/\.csv$/i, '')}.model.gz`;
  const { tickets } = await readLabelledFile(file, terminal);
  const problem = findTrainingProblem(tickets);
  if (problem) throw new CliError(`cli.classify.${problem.code}`, { count: problem.count, limit: problem.limit });
  const started = performance.now();
  const model = await train(tickets, terminal);
  if (!model) return 1;
  const bytes = await writeModel(userPath(target), model).catch((error: unknown) => {
    throw new CliError('cli.fileUnwritable', { file: target, reason: (error as NodeJS.ErrnoException).code ?? '' });
  });
  const { heldOut } = model.training;
  terminal.say('cli.classify.trained', { tickets: tickets.length, labels: model.labels.length, seconds: (performance.now() - started) / 1_000, file: target, kilobytes: bytes / 1_024 });
  terminal.say('cli.classify.heldOut', { tickets: heldOut.tickets, accuracy: heldOut.accuracy, coverage: heldOut.coverage });
  return 0;
}

/** Undefined when it was stopped. */
async function train(tickets: readonly LabelledTicket[], terminal: Terminal): Promise<ClassifierModel | undefined> {
  const progress = createProgress(terminal.t('cli.classify.training'));
  const stop = stopOnInterrupt(terminal);
  try {
    const training = trainClassifier(tickets);
    for (;;) {
      const step = training.next();
      if (step.done) return step.value;
      progress.update(step.value);
      await nextTurn();
      if (stop.signal.aborted) return undefined;
    }
  } finally {
    progress.stop();
    stop.off();
  }
}
