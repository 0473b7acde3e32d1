import MiniSearch from 'minisearch';
import { isEqual, type Actor, type Summary } from '../kernel';
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

/** Words that say that something is wrong, but not what: no reason to suggest anything. */
const GENERIC_WORDS = new Set(
  ('again all always any anymore after before change could day days doing drop drops error every everything first get gets getting go got had hour hours how if into issue issues just keep keeps ' +
    'last like long longer make many more morning need needs new now off old one only open opens out over problem problems put set since some something start started still stop stopped stops than ' +
    'then these thing think time times today two up use using very want way week went were where work working works would yesterday ' +
    'aber alle alles brauche dann dass diese dieser doch etwas fehler funktioniert ganz geht gestern habe hat heute immer jetzt kein keine kommt mehr morgen nach neu neue neuen noch nur oder ' +
    'problem schon sehr seit sind stunde tag uber um uns unser viel vom vor war was wenn wie wieder wird')
    .split(' '),
);

const processTerm = (term: string): string | null => {
  const word = term.toLowerCase().normalize('NFKD').replace(/\p{M}/gu, '');
  return word.length < 2 || STOP_WORDS.has(word) ? null : word;
};

const CLOSE_TO_BEST = 0.5;

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

  function take(change: Change, before: Summary | undefined): void {
    const document = change.active ? documentOf(change.summary) : undefined;
    if (document && before && index.has(change.id) && isEqual(document, documentOf(before))) return;
    if (index.has(change.id)) index.discard(change.id);
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

  /**
   * What a free text may be about: titles and keywords that share telling words with it, best first. Only what comes close
   * to the best is kept, and tickets must share two words unless the text has only one: a wrong suggestion is worse than none.
   */
  function suggest(request: Pick<SearchRequest, 'q' | 'actor' | 'practice' | 'limit'>): readonly Summary[] {
    const { practice } = request;
    const telling = (term: string): string | null => {
      const word = processTerm(term);
      return word === null || GENERIC_WORDS.has(word) ? null : word;
    };
    const hits = index.search(request.q.slice(0, 500), {
      fields: ['title'], combineWith: 'OR', fuzzy: false, processTerm: telling, prefix: (term) => term.length > 4,
      ...(practice && { filter: (hit) => hit.practice === practice }),
    });
    const words = new Set((request.q.match(/[\p{L}\p{N}]+/gu) ?? []).map(telling).filter((word) => word !== null));
    const needed = practice === 'tickets' ? Math.min(2, words.size) : 1;
    const best = hits[0]?.score ?? 0;
    const close = hits.filter((hit) => hit.score >= best * CLOSE_TO_BEST && new Set(hit.queryTerms).size >= needed);
    return close
      .map((hit) => desk.get(String(hit.id)))
      .filter((summary): summary is Summary => summary !== undefined && practiceNamed(summary.practice)?.canRead(request.actor, summary) === true)
      .slice(0, request.limit ?? 20);
  }

  return { load, find, suggest };
}

export type Search = ReturnType<typeof createSearch>;
