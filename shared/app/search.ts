import MiniSearch from 'minisearch';
import { isEqual, type Actor, type Summary } from '../kernel';
import type { Desk } from './desk';
import { practiceNamed, practices } from './registry';
import type { Change } from './rows';
import { processTerm, tellingTerm } from './telling-words';

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

const CLOSE_TO_BEST = 0.5;

/** What free text may be about instead of becoming a ticket. Small, and read by everybody: kept apart from the tickets. */
const SUGGESTED = new Set(['articles', 'announcements', 'offerings']);

function newIndex(): MiniSearch<Document> {
  return new MiniSearch<Document>({
    fields: ['title', 'text'],
    storeFields: ['practice'],
    processTerm,
    // In one go: a vacuum that pauses trips over what is added meanwhile and ends the process.
    autoVacuum: { batchSize: Number.POSITIVE_INFINITY },
    searchOptions: { boost: { title: 3 }, prefix: (term) => term.length > 2, fuzzy: (term) => (term.length > 4 ? 0.2 : false) },
  });
}

/** Full-text search over everything in the desk view: active tickets, articles, offerings. Typos and prefixes included. */
export function createSearch(desk: Desk) {
  const index = newIndex();
  const suggestions = newIndex();
  const indexesOf = (practice: string): readonly MiniSearch<Document>[] => (SUGGESTED.has(practice) ? [index, suggestions] : [index]);

  function documentOf(summary: Summary): Document | undefined {
    const words = practiceNamed(summary.practice)?.searchText?.(summary);
    return words && { id: summary.id, practice: summary.practice, ...words };
  }

  function take(change: Change, before: Summary | undefined): void {
    const document = change.active ? documentOf(change.summary) : undefined;
    if (document && before && index.has(change.id) && isEqual(document, documentOf(before))) return;
    for (const each of indexesOf(change.practice)) {
      if (each.has(change.id)) each.discard(change.id);
      if (document) each.add(document);
    }
  }

  /** Indexes what is there, in slices that let the process breathe, and follows changes from then on. */
  async function load(): Promise<void> {
    const documents = practices.flatMap((practice) => (practice.searchText ? [...desk.all(practice.name)].map(documentOf) : []));
    desk.onChange(take);
    const fresh = documents.filter((document): document is Document => document !== undefined && !index.has(document.id));
    await index.addAllAsync(fresh, { chunkSize: 200 });
    suggestions.addAll(fresh.filter(({ id, practice }) => SUGGESTED.has(practice) && !suggestions.has(id)));
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

  /**
   * Articles, announcements or offerings that a free text may be about: titles and keywords that share telling words with it, best
   * first. Only what comes close to the best is kept: a wrong suggestion is worse than none. Nothing of it depends on tickets.
   */
  function suggest(request: Pick<SearchRequest, 'q' | 'actor' | 'limit'> & { readonly practice: 'articles' | 'announcements' | 'offerings' }): readonly Summary[] {
    const { practice } = request;
    const hits = suggestions.search(request.q.slice(0, 500), {
      fields: ['title'], combineWith: 'OR', fuzzy: false, processTerm: tellingTerm, prefix: (term) => term.length > 4, filter: (hit) => hit.practice === practice,
    });
    const best = hits[0]?.score ?? 0;
    return hits
      .filter((hit) => hit.score >= best * CLOSE_TO_BEST)
      .map((hit) => desk.get(String(hit.id)))
      .filter((summary): summary is Summary => summary !== undefined && practiceNamed(summary.practice)?.canRead(request.actor, summary) === true)
      .slice(0, request.limit ?? 20);
  }

  return { load, find, suggest };
}

export type Search = ReturnType<typeof createSearch>;
