import { TRAINING_LIMITS, type LabelledTicket } from '../classifier';
import type { Storage } from '../storage/port';
import { rowsUnder } from '../storage/port';
import type { Ticket, TicketSummary } from '../tickets';
import { breathe } from './breathe';
import type { Desk } from './desk';
import type { FindingFigures } from './learning-views';
import { rowKey, type StoredHead } from './rows';

/** A ticket to learn from. */
export interface Example extends LabelledTicket {
  readonly id: string;
  /** When somebody last said or confirmed its category, ISO instant. */
  readonly knownAt: string;
  /** Something else had been found. */
  readonly isCorrection: boolean;
}

/** The newest ones say what tickets are like now. */
const MOST_EXAMPLES = 10_000;
/** A category with fewer tickets cannot be learned, and only spoils the others. */
const LEAST_OF_CATEGORY = 5;
/** Longer texts are cut before they are learned from: the classifier looks at 300 words. */
const MAX_CHARS = 4_000;
const READS_AT_A_TIME = 16;
const ENDED = 'x:tickets.ended:';
const FIGURES_FROM = 2_000;

const isDifferent = ({ found, categoryId }: Pick<TicketSummary, 'found' | 'categoryId'>): boolean => found !== undefined && found.categoryId !== categoryId;

/** Only what may be known by everybody who may see the classifier's guesses; an order says nothing by its text. */
function isLearnable({ isRestricted, categoryKnownAt, categoryId, offeringId }: TicketSummary, desk: Desk): boolean {
  return !isRestricted && categoryKnownAt !== undefined && !offeringId && desk.directory.category(categoryId)?.retired === false;
}

/** The newest learnable tickets, without categories that have too few of them. */
async function learnable(storage: Storage, partition: string, desk: Desk): Promise<readonly TicketSummary[]> {
  const found = ([...desk.all('tickets')] as TicketSummary[]).filter((ticket) => isLearnable(ticket, desk));
  let ended = 0;
  for await (const { data } of rowsUnder(storage, partition, ENDED)) {
    if (ended >= MOST_EXAMPLES) break;
    ended += 1;
    const ticket = data as TicketSummary;
    if (isLearnable(ticket, desk)) found.push(ticket);
  }
  const newest = found.sort((left, right) => ((left.categoryKnownAt ?? '') > (right.categoryKnownAt ?? '') ? -1 : 1)).slice(0, MOST_EXAMPLES);
  const counts = new Map<string, number>();
  for (const { categoryId = '' } of newest) counts.set(categoryId, (counts.get(categoryId) ?? 0) + 1);
  const kept = [...counts].filter(([, count]) => count >= LEAST_OF_CATEGORY).sort(([, left], [, right]) => right - left).slice(0, TRAINING_LIMITS.labels);
  const labels = new Set(kept.map(([categoryId]) => categoryId));
  return newest.filter(({ categoryId = '' }) => labels.has(categoryId));
}

/**
 * What there is to learn from: tickets whose category somebody who handles them has said or confirmed, the newest ones. Pages of
 * list rows, and one read for each ticket. `onPart` is called now and then; it ends the collecting by giving false.
 */
export async function collectExamples(storage: Storage, partition: string, desk: Desk, onPart: () => Promise<boolean>): Promise<readonly Example[] | undefined> {
  const tickets = await learnable(storage, partition, desk);
  const examples: Example[] = [];
  for (let from = 0; from < tickets.length; from += READS_AT_A_TIME) {
    const slice = tickets.slice(from, from + READS_AT_A_TIME);
    const heads = await Promise.all(slice.map(({ id }) => storage.get(partition, rowKey.head(id))));
    for (const head of heads) {
      const ticket = (head?.data as StoredHead | undefined)?.record as Ticket | undefined;
      // The head is the newest there is: a list row may be from before somebody made it confidential.
      if (!ticket?.categoryId || !ticket.categoryKnownAt || ticket.isRestricted) continue;
      examples.push({ id: ticket.id, text: `${ticket.title}\n${ticket.description}`.slice(0, MAX_CHARS), label: ticket.categoryId, knownAt: ticket.categoryKnownAt, isCorrection: isDifferent(ticket) });
    }
    if (!(await onPart())) return undefined;
    await breathe();
  }
  // The same tickets in the same order give the same model.
  return examples.sort((left, right) => (left.id < right.id ? -1 : 1));
}

const WORST = 10;

/**
 * What became of the newest tickets: those that are open, from memory, and the last ones that ended. Restricted ones do not count, and
 * leave no gap: whoever reads this may not know of them.
 */
export async function findingFigures(storage: Storage, partition: string, desk: Desk): Promise<FindingFigures> {
  const ended: TicketSummary[] = [];
  for await (const { data } of rowsUnder(storage, partition, ENDED)) {
    if (!(data as TicketSummary).isRestricted) ended.push(data as TicketSummary);
    if (ended.length === FIGURES_FROM) break;
  }
  const open = ([...desk.all('tickets')] as TicketSummary[]).filter(({ isRestricted }) => !isRestricted);
  const all = [...open, ...ended].filter(({ found }) => found);
  const decided = all.filter(({ found }) => found?.how === 'sure');
  const counts = new Map<string, { decided: number; changed: number }>();
  for (const ticket of decided) {
    const categoryId = ticket.found?.categoryId ?? '';
    const known = counts.get(categoryId) ?? { decided: 0, changed: 0 };
    counts.set(categoryId, { decided: known.decided + 1, changed: known.changed + Number(isDifferent(ticket)) });
  }
  return {
    tickets: all.length, decided: decided.length, asked: all.filter(({ found }) => found?.how === 'likeliest').length, words: all.filter(({ found }) => found?.how === 'words').length,
    changed: decided.filter(isDifferent).length,
    perCategory: [...counts].map(([categoryId, count]) => ({ categoryId, ...count })).filter(({ changed }) => changed > 0).sort((left, right) => right.changed - left.changed || right.decided - left.decided).slice(0, WORST),
  };
}
