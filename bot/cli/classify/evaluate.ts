import { stat } from 'node:fs/promises';
import { classify, evaluate, fingerprintOf, ModelFileError, type Classification, type ClassifierModel, type LabelledTicket } from '../../../shared/classifier';
import { readModel, SHIPPED_MODEL } from '../../classifier/model-store';
import { CliError } from '../cli-error';
import { createProgress } from '../import/progress';
import type { Terminal } from '../terminal';
import { userPath } from '../user-path';
import { readLabelledFile } from './labelled-file';

/** Tickets that are classified once before times are taken: the first ones also pay for compiling the code. */
const WARM_UP = 500;

/** `bellhop classify evaluate FILE`: prints as JSON how well a model finds the topics that people gave to tickets. */
export async function evaluateOnFile(file: string, modelFile: string | undefined, terminal: Terminal): Promise<number> {
  const path = modelFile === undefined ? SHIPPED_MODEL : userPath(modelFile);
  const began = performance.now();
  const model = await openModel(path, modelFile);
  const loadMs = performance.now() - began;
  const { tickets, skipped } = await readLabelledFile(file, terminal);
  const unknown = [...new Set(tickets.map(({ label }) => label))].filter((label) => !model.labels.includes(label));
  if (unknown.length > 0) {
    throw new CliError('cli.classify.unknownTopics', { count: unknown.length, topics: unknown.slice(0, 20).join(', '), known: model.labels.slice(0, 50).join(', ') });
  }
  const { classified, times } = classifyAll(model, tickets, terminal);
  const isTrainingData = fingerprintOf(tickets) === model.training.fingerprint;
  const { perClass, ...figures } = evaluate(tickets, classified, model.threshold);
  const result = {
    ...(isTrainingData && { warning: terminal.t('cli.classify.isTrainingData') }),
    ...figures,
    msPerTicket: { mean: times.reduce((sum, time) => sum + time, 0) / times.length, p50: valueAt(times, 0.5), p99: valueAt(times, 0.99) },
    model: { file: modelFile ?? 'shipped', bytes: (await stat(path)).size, loadMs, trainedOn: model.training.tickets, heldOut: model.training.heldOut },
    skippedRows: skipped,
    perClass,
  };
  terminal.line(JSON.stringify(result, rounded, 2));
  return 0;
}

async function openModel(path: string, named: string | undefined): Promise<ClassifierModel> {
  try {
    return await readModel(path);
  } catch (error) {
    if (error instanceof ModelFileError) throw new CliError(`cli.classify.model.${error.problem}`, { file: named ?? path });
    throw new CliError('cli.fileUnreadable', { file: named ?? path, reason: (error as NodeJS.ErrnoException).code ?? '' });
  }
}

/** Times in milliseconds, ascending. */
function classifyAll(model: ClassifierModel, tickets: readonly LabelledTicket[], terminal: Terminal): { readonly classified: Classification[]; readonly times: number[] } {
  const progress = createProgress(terminal.t('cli.classify.classifying'));
  for (const { text } of tickets.slice(0, WARM_UP)) classify(model, text);
  const classified: Classification[] = [];
  const times: number[] = [];
  for (const { text } of tickets) {
    const began = performance.now();
    classified.push(classify(model, text));
    times.push(performance.now() - began);
    progress.update(times.length / tickets.length);
  }
  progress.stop();
  return { classified, times: times.sort((left, right) => left - right) };
}

const valueAt = (sorted: readonly number[], share: number): number => sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0;

/** Four digits say everything that a figure of some thousand tickets can. */
const rounded = (_key: string, value: unknown): unknown => (typeof value === 'number' ? Math.round(value * 10_000) / 10_000 : value);
