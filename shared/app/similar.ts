import type { Actor, Summary } from '../kernel';
import { canReadTicket, isOpen, SIMILAR_MINUTES, type TicketSummary } from '../tickets';
import type { Desk } from './desk';
import { tellingWords } from './telling-words';

/** What something is about: its telling words, and its category where that is known. */
export interface About {
  readonly words: ReadonlySet<string>;
  readonly categoryId?: string | undefined;
}

/** Tickets are looked up by the rarest words of a text first; after so many its other words are too common to say anything. */
const MOST_LOOKED_AT = 8_000;
/** Of those with the most words in common, the latest so many are compared. */
const MOST_COMPARED = 200;
const WINDOW_MS = SIMILAR_MINUTES * 60_000;

function sharedWords(left: ReadonlySet<string>, right: ReadonlySet<string>): number {
  const [few, many] = left.size < right.size ? [left, right] : [right, left];
  let shared = 0;
  for (const word of few) if (many.has(word)) shared += 1;
  return shared;
}

const isSameCategory = (left: About | undefined, right: About): boolean => right.categoryId !== undefined && left?.categoryId === right.categoryId;

/**
 * Are these two about the same thing? Half of the words of the shorter one must be in the other, and two of them, or one within
 * the same category. Looks at these two only: what else there is, and who may read it, plays no role.
 */
export function isAboutSame(left: About, right: About): boolean {
  const shared = sharedWords(left.words, right.words);
  if (shared === 0 || shared * 2 < Math.min(left.words.size, right.words.size)) return false;
  return shared >= 2 || isSameCategory(left, right);
}

/** What is known of one open ticket, and how many words of the text that is looked for now it has. */
interface Indexed extends About {
  readonly id: string;
  hits: number;
  search: number;
}

const isIndexed = (summary: Summary): summary is TicketSummary => summary.practice === 'tickets' && isOpen((summary as TicketSummary).state);
const aboutTicket = ({ title, categoryId }: TicketSummary): About => ({ words: tellingWords(title), categoryId });

function isUnchanged(before: Summary, after: TicketSummary): boolean {
  const { title, categoryId, requesterId, reporterId, isRestricted, isRaised, major, state, affectedIds } = before as TicketSummary;
  return title === after.title && categoryId === after.categoryId && requesterId === after.requesterId && reporterId === after.reporterId
    && isRestricted === after.isRestricted && isRaised === after.isRaised && major === after.major && affectedIds?.length === after.affectedIds?.length && isOpen(state) === isOpen(after.state);
}

/**
 * Open tickets by what they are about, in memory: nothing is read for them, however many there are. Restricted ones stand aside, so
 * that nothing that is found, counted or left out for those who may not read them depends on whether they exist.
 */
export function createSimilar(desk: Desk) {
  const about = new Map<string, Indexed>();
  const byWord = new Map<string, Set<Indexed>>();
  /** Names the search that is going on, so that hits of former ones count as none. */
  let search = 0;
  const byPerson = new Map<string, Set<string>>();
  const byAffected = new Map<string, Set<string>>();
  const restricted = new Set<string>();
  /** Incidents of the last half hour in the order in which they came in, and those that many reports have been counted for. */
  const recent = new Map<string, number>();
  const noted = new Set<string>();

  function put<T>(index: Map<string, Set<T>>, key: string | undefined, entry: T): void {
    if (key === undefined) return;
    const known = index.get(key);
    if (known) known.add(entry);
    else index.set(key, new Set([entry]));
  }

  function drop<T>(index: Map<string, Set<T>>, key: string | undefined, entry: T): void {
    const known = index.get(key ?? '');
    known?.delete(entry);
    if (known?.size === 0) index.delete(key ?? '');
  }

  function remove(ticket: TicketSummary): void {
    const { id } = ticket;
    const indexed = about.get(id);
    for (const word of indexed?.words ?? []) drop(byWord, word, indexed as Indexed);
    drop(byPerson, ticket.requesterId, id);
    drop(byPerson, ticket.reporterId, id);
    for (const personId of ticket.affectedIds ?? []) drop(byAffected, personId, id);
    restricted.delete(id);
    about.delete(id);
    recent.delete(id);
    noted.delete(id);
  }

  function add(ticket: TicketSummary): void {
    const { id } = ticket;
    const known: Indexed = { id, ...aboutTicket(ticket), hits: 0, search: 0 };
    about.set(id, known);
    put(byPerson, ticket.requesterId, id);
    put(byPerson, ticket.reporterId, id);
    if (ticket.isRestricted) {
      restricted.add(id);
      return;
    }
    for (const personId of ticket.affectedIds ?? []) put(byAffected, personId, id);
    for (const word of known.words) put(byWord, word, known);
    if (ticket.kind !== 'incident') return;
    recent.set(id, Date.parse(ticket.createdAt));
    if (ticket.isRaised ?? ticket.major) noted.add(id);
  }

  for (const summary of desk.all('tickets')) if (isIndexed(summary)) add(summary);
  desk.onChange(({ practice, active, summary }, before) => {
    if (practice !== 'tickets') return;
    const isNow = active && isIndexed(summary);
    if (isNow && before && about.has(summary.id) && isUnchanged(before, summary)) return;
    if (before && about.has(before.id)) remove(before as TicketSummary);
    if (isNow) add(summary);
  });

  const ticketOf = (id: string): TicketSummary => desk.get(id) as TicketSummary;
  const newestFirst = (left: TicketSummary, right: TicketSummary): number => (left.createdAt < right.createdAt ? 1 : -1);
  const oldestFirst = (left: TicketSummary, right: TicketSummary): number => (left.createdAt === right.createdAt ? (left.id < right.id ? -1 : 1) : left.createdAt < right.createdAt ? -1 : 1);
  const amongst = (ids: Iterable<string>, what: About): TicketSummary[] => [...ids].filter((id) => isAboutSame(about.get(id) as About, what)).map(ticketOf);

  /** Open tickets that somebody reported, or had reported for them, and that are about the same; the newest first. */
  function ownOf(personId: string, what: About): readonly TicketSummary[] {
    return amongst(byPerson.get(personId) ?? [], what).sort(newestFirst);
  }

  /** Open tickets about the same of all that this person may read: those that share most words first. */
  function readableBy(actor: Actor, what: About): readonly TicketSummary[] {
    const rarestFirst = [...what.words].flatMap((word) => byWord.get(word) ?? []).sort((left, right) => left.size - right.size);
    const touched: Indexed[] = [];
    let looked = 0;
    search += 1;
    for (const tickets of rarestFirst) {
      if (looked > 0 && looked + tickets.size > MOST_LOOKED_AT) break;
      looked += tickets.size;
      for (const ticket of tickets) {
        if (ticket.search !== search) touched.push(ticket);
        ticket.hits = ticket.search === search ? ticket.hits + 1 : 1;
        ticket.search = search;
      }
    }
    const byHits: string[][] = [];
    for (const ticket of touched) if (ticket.hits > 1 || isSameCategory(ticket, what)) (byHits[ticket.hits] ??= []).push(ticket.id);
    const likely = byHits.reverse().flatMap((ids) => ids.reverse()).slice(0, MOST_COMPARED);
    const found = amongst([...likely, ...restricted], what).filter((ticket) => canReadTicket(actor, ticket));
    const shared = new Map(found.map(({ id }) => [id, sharedWords((about.get(id) as About).words, what.words)]));
    return found.sort((left, right) => (shared.get(right.id) ?? 0) - (shared.get(left.id) ?? 0) || newestFirst(left, right));
  }

  /** Incidents about the same that came in within half an hour before an instant, the oldest first; none of them restricted. */
  function recently(what: About, at: number): readonly TicketSummary[] {
    const ids: string[] = [];
    for (const [id, since] of recent) {
      if (since < at - WINDOW_MS) recent.delete(id);
      else if (since <= at) ids.push(id);
    }
    return amongst(ids, what).sort(oldestFirst);
  }

  /** Open incidents about the same that many reports were counted for, or that somebody proposed as major ones; the oldest first. */
  function notedAbout(what: About): readonly TicketSummary[] {
    return amongst(noted, what).sort(oldestFirst);
  }

  /** Open incidents about the same of which somebody said that they hit them, too. */
  function affecting(personId: string, what: About): readonly TicketSummary[] {
    return amongst(byAffected.get(personId) ?? [], what).sort(oldestFirst);
  }

  return { aboutOf: aboutTicket, ownOf, readableBy, recently, notedAbout, affecting };
}

export type Similar = ReturnType<typeof createSimilar>;
