import path from 'node:path';
import { gzipSync } from 'node:zlib';
import { classify, encodeModel, evaluate, trainClassifier, type ClassifierModel, type Evaluation, type LabelledTicket } from '../../../shared/classifier';
import { foldsByChance, readLabelledTickets } from '../../_support/labelled-tickets';
import { ROOT } from '../server';
import { percentile, type Table } from '../table';

const TICKETS = path.resolve(ROOT, '../shared/data/it-tickets-labelled.csv.gz');
const FOLDS = 5;
const SEED = 5;
const WARM_UP = 500;
const percent = (share: number | null): string => (share === null ? '–' : `${(share * 100).toFixed(1)} %`);

/**
 * The classifier on each of five fifths of the real tickets that were made by chance, after learning from the other four, so that
 * every ticket is asked about once by a model that has not seen it; and on the last fifth of the file. It learns six times: an hour.
 */
export async function measureClassifier(): Promise<readonly Table[]> {
  const tickets = readLabelledTickets(TICKETS);
  const foldOf = foldsByChance(tickets.length, SEED);
  const folds = Array.from({ length: FOLDS }, (_unused, fold) => measure(`fifth ${fold + 1} by chance`, tickets, (at) => foldOf[at] === fold));
  const all = [...folds, measure('the last fifth of the file', tickets, (at) => at >= tickets.length * 0.8)];
  const [first] = folds as [Measured];
  const accuracy = mean(folds, ({ figures }) => figures.accuracy);
  const standardError = Math.sqrt((accuracy * (1 - accuracy)) / tickets.length);
  return [
    {
      title: 'Categories of unseen tickets', command: 'npm run bench -- classifier',
      columns: ['tickets held back', 'accuracy', 'macro F1', 'calibration error', 'coverage at 95 %', 'decided by the stored threshold', 'right of those', 'tickets with a near double in the training', 'accuracy without those'],
      rows: [
        ...all.map((measured) => [measured.name, ...FIGURES.map((figure) => percent(figure(measured)))]),
        ['mean of the five by chance', ...FIGURES.map((figure) => percent(mean(folds, (measured) => figure(measured) ?? 0)))],
      ],
      note: `${tickets.length.toLocaleString('en')} labelled tickets; the model of the first row learned from ${first.learnedFrom.toLocaleString('en')}, the shipped one learns from all. The mean accuracy is ${(accuracy * 100).toFixed(2)} % with a standard error of ${(standardError * 100).toFixed(2)} points. A near double shares nine of ten words with a ticket learned from.`,
    },
    {
      title: 'Cost of the classifier', command: 'npm run bench -- classifier',
      columns: ['tickets held back', 'training, s', 'training, s of CPU', 'longest step, ms', 'model, bytes', 'ticket p50, ms', 'ticket p99, ms', 'ticket mean, ms of CPU'],
      rows: all.map(({ name, cost }) => [name, ...cost]),
      note: 'One core. Longest step: for how long the training kept the process to itself. The model as it is stored, packed.',
    },
  ];
}

const FIGURES: readonly ((measured: Measured) => number | null)[] = [
  ({ figures }) => figures.accuracy, ({ figures }) => figures.macroF1, ({ figures }) => figures.calibrationError, ({ figures }) => figures.coverageAt95,
  ({ figures }) => figures.decided.coverage, ({ figures }) => figures.decided.accuracy, ({ doubles }) => doubles, ({ accuracyWithoutDoubles }) => accuracyWithoutDoubles,
];

const mean = (folds: readonly Measured[], figure: (measured: Measured) => number): number => folds.reduce((sum, fold) => sum + figure(fold), 0) / folds.length;

interface Measured {
  readonly name: string;
  readonly learnedFrom: number;
  readonly figures: Evaluation;
  readonly doubles: number;
  readonly accuracyWithoutDoubles: number;
  readonly cost: readonly string[];
}

function measure(name: string, tickets: readonly LabelledTicket[], isHeldBack: (at: number) => boolean): Measured {
  const learning = tickets.filter((_ticket, at) => !isHeldBack(at));
  const others = tickets.filter((_ticket, at) => isHeldBack(at));
  const training = train(learning);
  const { model } = training;
  for (const { text } of others.slice(0, WARM_UP)) classify(model, text);
  const times: number[] = [];
  const before = process.cpuUsage();
  const classified = others.map(({ text }) => {
    const began = performance.now();
    const result = classify(model, text);
    times.push(performance.now() - began);
    return result;
  });
  const { user, system } = process.cpuUsage(before);
  times.sort((left, right) => left - right);
  const isDouble = doublesOf(learning, others);
  const single = others.flatMap(({ label }, at) => (isDouble[at] ? [] : [classified[at]?.label === label]));
  return {
    name, learnedFrom: learning.length, figures: evaluate(others, classified, model.threshold),
    doubles: isDouble.filter(Boolean).length / others.length, accuracyWithoutDoubles: single.filter(Boolean).length / single.length,
    cost: [
      training.seconds.toFixed(0), training.cpuSeconds.toFixed(0), training.longestStep.toFixed(0), gzipSync(encodeModel(model), { level: 9 }).length.toLocaleString('en'),
      percentile(times, 0.5).toFixed(2), percentile(times, 0.99).toFixed(2), ((user + system) / 1_000 / others.length).toFixed(2),
    ],
  };
}

function train(tickets: readonly LabelledTicket[]): { readonly model: ClassifierModel; readonly seconds: number; readonly cpuSeconds: number; readonly longestStep: number } {
  const [began, before] = [performance.now(), process.cpuUsage()];
  const training = trainClassifier(tickets);
  let longestStep = 0;
  for (;;) {
    const from = performance.now();
    const step = training.next();
    longestStep = Math.max(longestStep, performance.now() - from);
    if (!step.done) continue;
    const { user, system } = process.cpuUsage(before);
    return { model: step.value, seconds: (performance.now() - began) / 1_000, cpuSeconds: (user + system) / 1_000_000, longestStep };
  }
}

/** Which tickets share at least nine of ten of all their different words (Jaccard) with one that was learned from. */
function doublesOf(learning: readonly LabelledTicket[], others: readonly LabelledTicket[]): boolean[] {
  const wordsOf = ({ text }: LabelledTicket): Set<string> => new Set(text.split(/\s+/).filter(Boolean));
  const learned = learning.map(wordsOf);
  const ticketsWith = new Map<string, number[]>();
  learned.forEach((words, at) => {
    for (const word of words) {
      const list = ticketsWith.get(word);
      if (list) list.push(at);
      else ticketsWith.set(word, [at]);
    }
  });
  return others.map((ticket) => {
    const words = wordsOf(ticket);
    // Nine of ten shared words: one of the rarest tenth is among them, and one more.
    const rarest = [...words].sort((left, right) => (ticketsWith.get(left)?.length ?? 0) - (ticketsWith.get(right)?.length ?? 0)).slice(0, Math.floor(words.size / 10) + 1);
    return rarest.some((word) =>
      (ticketsWith.get(word) ?? []).some((at) => {
        const other = learned[at] as Set<string>;
        if (Math.min(words.size, other.size) / Math.max(words.size, other.size) < 0.9) return false;
        let shared = 0;
        for (const entry of words) if (other.has(entry)) shared += 1;
        return shared / (words.size + other.size - shared) >= 0.9;
      }),
    );
  });
}
