import MiniSearch from 'minisearch';
import type { Actor, Summary } from '../kernel';
import type { Desk } from './desk';
import { practiceNamed, practices } from './registry';
import type { Change } from './rows';

interface Document {
  readonly id: string;
  readonly practice: string;
  readonly title: string;
  readonly text: string;
}

export interface SearchRequest {
  readonly q: string;
  readonly actor: Actor;
  readonly practice?: string | undefined;
  readonly limit?: number | undefined;
  /** At least one word must match instead of every word: for suggestions from free text. */
  readonly anyWord?: boolean | undefined;
  readonly where?: ((summary: Summary) => boolean) | undefined;
}

const STOP_WORDS = new Set(
  ('a an and are at be but by can cannot do does for from has have he her his i in is it its me my no not of on or our she so that the their there they this to was we what when ' +
    'which who will with you your please help der die das und ist in im ein eine einen ich mein meine es nicht zu mit auf für von bei den dem sich auch bitte hilfe kann wir sie')
    .split(' '),
);

const processTerm = (term: string): string | null => {
  const word = term.toLowerCase().normalize('NFKD').replace(/\p{M}/gu, '');
  return word.length < 2 || STOP_WORDS.has(word) ? null : word;
};

/** Full-text search over everything in the desk view: active tickets, articles, offerings. Typos and prefixes included. */
export function createSearch(desk: Desk) {
  const index = new MiniSearch<Document>({
    fields: ['title', 'text'],
    storeFields: ['practice'],
    processTerm,
    // In one go: a vacuum that pauses trips over what is added meanwhile and ends the process.
    autoVacuum: { batchSize: Number.POSITIVE_INFINITY },
    searchOptions: { boost: { title: 3 }, prefix: (term) => term.length > 2, fuzzy: (term) => (term.length > 4 ? 0.2 : false) },
  });

  function documentOf(summary: Summary): Document | undefined {
    const words = practiceNamed(summary.practice)?.searchText?.(summary);
    return words && { id: summary.id, practice: summary.practice, ...words };
  }

  function take(change: Change): void {
    if (index.has(change.id)) index.discard(change.id);
    const document = change.active ? documentOf(change.summary) : undefined;
    if (document) index.add(document);
  }

  /** Indexes what is there, in slices that let the process breathe, and follows changes from then on. */
  async function load(): Promise<void> {
    const documents = practices.flatMap((practice) => (practice.searchText ? [...desk.all(practice.name)].map(documentOf) : []));
    desk.onChange(take);
    const fresh = documents.filter((document): document is Document => document !== undefined && !index.has(document.id));
    await index.addAllAsync(fresh, { chunkSize: 200 });
  }

  /** Summaries the actor may read, best first, with the score. */
  function find(request: SearchRequest): readonly { readonly summary: Summary; readonly score: number }[] {
    const found: { summary: Summary; score: number }[] = [];
    const limit = request.limit ?? 20;
    const practice = request.practice;
    const hits = index.search(request.q.slice(0, 500), {
      combineWith: request.anyWord ? 'OR' : 'AND',
      ...(practice && { filter: (hit) => hit.practice === practice }),
    });
    for (const hit of hits) {
      const summary = desk.get(String(hit.id));
      if (!summary || !practiceNamed(summary.practice)?.canRead(request.actor, summary)) continue;
      if (request.where && !request.where(summary)) continue;
      found.push({ summary, score: hit.score });
      if (found.length === limit) break;
    }
    return found;
  }

  return { load, find };
}

export type Search = ReturnType<typeof createSearch>;
