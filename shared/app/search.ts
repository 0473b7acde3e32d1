import MiniSearch, { type SearchOptions } from 'minisearch';
import { isEqual, type Actor, type Summary } from '../kernel';
import { breathe } from './breathe';
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
/** Documents that are indexed before others have their turn. */
const AT_ONCE = 200;

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

const isRestricted = (summary: Summary): boolean => (summary as { readonly isRestricted?: boolean }).isRestricted === true;

/**
 * Full-text search over everything in the desk view: active tickets, articles, offerings. Typos and prefixes included. How much a word
 * counts depends on how many records have it, so that restricted ones stand in an index of their own: what others find, and in which
 * order, is the same whether they exist or not.
 */
export function createSearch(desk: Desk) {
  const index = newIndex();
  const restricted = newIndex();
  const suggestions = newIndex();
  const all = [index, restricted, suggestions];

  function documentOf(summary: Summary): Document | undefined {
    const words = practiceNamed(summary.practice)?.searchText?.(summary);
    return words && { id: summary.id, practice: summary.practice, ...words };
  }

  const isKnown = (id: string): boolean => all.some((each) => each.has(id));

  function add(summary: Summary): void {
    const document = documentOf(summary);
    if (!document) return;
    if (isRestricted(summary)) return restricted.add(document);
    index.add(document);
    if (SUGGESTED.has(summary.practice)) suggestions.add(document);
  }

  function take({ id, active, summary }: Change, before: Summary | undefined): void {
    const isAsBefore = active && before !== undefined && isRestricted(before) === isRestricted(summary) && isEqual(documentOf(before), documentOf(summary));
    if (isAsBefore && isKnown(id)) return;
    for (const each of all) if (each.has(id)) each.discard(id);
    if (active) add(summary);
  }

  /** Indexes what is there, in slices that let the process breathe, and follows changes from then on. */
  async function load(): Promise<void> {
    desk.onChange(take);
    const ids = practices.flatMap((practice) => (practice.searchText ? [...desk.all(practice.name)].map(({ id }) => id) : []));
    for (const [at, id] of ids.entries()) {
      if (at % AT_ONCE === 0) await breathe();
      const summary = desk.get(id);
      // What changed meanwhile was taken already.
      if (summary && !isKnown(id)) add(summary);
    }
  }

  /** Summaries the actor may read, best first. */
  function find(request: SearchRequest): readonly Summary[] {
    const found: Summary[] = [];
    const limit = request.limit ?? 20;
    const practice = request.practice;
    const options: SearchOptions = {
      combineWith: request.anyWord ? 'OR' : 'AND',
      ...(practice && { filter: (hit) => hit.practice === practice }),
    };
    const hits = [index, restricted].flatMap((each) => each.search(request.q.slice(0, 500), options));
    for (const hit of hits.sort((left, right) => right.score - left.score)) {
      const summary = desk.get(String(hit.id));
      if (!summary || !practiceNamed(summary.practice)?.canRead(request.actor, summary)) continue;
      if (request.where && !request.where(summary)) continue;
      found.push(summary);
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
