import path from 'node:path';
import { gzipSync } from 'node:zlib';
import { classify, encodeModel, evaluate, trainClassifier, type ClassifierModel, type Evaluation, type LabelledTicket } from '../../../shared/classifier';
import { foldsByChance, readLabelledTickets } from '../../_support/labelled-tickets';
import { ROOT } from '../server';
import { percentile, type Table } from '../table';

const TICKETS = path.resolve(ROOT, '../shared/data/it-tickets-labelled.csv.gz');
const WARM_UP = 500;
const percent = (share: number | null): string => (share === null ? '–' : `${(share * 100).toFixed(1)} %`);

/** The classifier on a fifth of the real tickets, after learning from the other four: by chance, and the last fifth of the file. */
export async function measureClassifier(): Promise<readonly Table[]> {
  const tickets = readLabelledTickets(TICKETS);
  const byChance = foldsByChance(tickets.length, 5);
  const rows = [
    measure('a fifth by chance', tickets, (at) => byChance[at] === 0),
    measure('the last fifth of the file', tickets, (at) => at >= tickets.length * 0.8),
  ];
  const [first] = rows as [Measured, Measured];
  return [
    {
      title: 'Categories of unseen tickets', command: 'npm run bench -- classifier',
      columns: ['tickets held back', 'accuracy', 'macro F1', 'calibration error', 'coverage at 95 %', 'decided by the stored threshold', 'right of those', 'tickets with a near double in the training', 'accuracy without those'],
      rows: rows.map(({ name, figures, doubles, accuracyWithoutDoubles }) => [
        name, percent(figures.accuracy), percent(figures.macroF1), percent(figures.calibrationError), percent(figures.coverageAt95),
        percent(figures.decided.coverage), percent(figures.decided.accuracy), percent(doubles), percent(accuracyWithoutDoubles),
      ]),
      note: `${tickets.length.toLocaleString('en')} labelled tickets; the model of the first row learned from ${first.learnedFrom.toLocaleString('en')}, the shipped one learns from all. A near double shares nine of ten words with a ticket learned from.`,
    },
    {
      title: 'Cost of the classifier', command: 'npm run bench -- classifier',
      columns: ['training, s', 'training, s of CPU', 'longest step, ms', 'model, bytes', 'ticket p50, ms', 'ticket p99, ms', 'ticket mean, ms of CPU'],
      rows: rows.map(({ cost }) => cost),
      note: 'One core. Longest step: for how long the training kept the process to itself. The model as it is stored, packed.',
    },
  ];
}

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
