import { categoryPath, type Directory } from '../catalog';
import { coerceStrings, newestFirst, parseInput, refuse, type Actor, type Clock, type Refused, type Schema } from '../kernel';
import {
  attainmentSchema, attainmentTicketsSchema, createAttainment, isOutcome, rangeOf, type Attainment, type AttainmentFigures, type AttainmentGrouping, type AttainmentOutcome, type AttainmentStep,
  type AttainmentTicket, type AttainmentTickets, type CauseCount, type DecidedPromise, type KeptPromise, type LocalRange, type MissReason,
} from '../sla';
import type { Storage } from '../storage/port';
import { canReadTicket, type TicketSummary } from '../tickets';
import { breathe } from './breathe';
import type { Desk } from './desk';
import { rowKey } from './rows';

export interface AttainmentRequest {
  /** As a query string has them. */
  readonly query: Readonly<Record<string, unknown>>;
  readonly actor: Actor;
}

export interface AttainmentTicketsRequest extends AttainmentRequest {
  readonly limit: number;
  readonly cursor?: string | undefined;
}

interface Wanted {
  readonly by: AttainmentGrouping;
  readonly metric?: string;
  readonly key?: string;
  readonly outcome?: AttainmentOutcome;
  readonly reason?: MissReason;
  readonly range: LocalRange;
}

interface Found {
  readonly ticket: TicketSummary;
  readonly promise: DecidedPromise;
}

const LIST = 'tickets.ended';
/** How the row without a key is asked for. */
const NO_KEY = 'none';

/** How well promises to the customer are kept, and which tickets are behind the figures. */
export interface AttainmentReader {
  figures(request: AttainmentRequest): Promise<Attainment | Refused>;
  tickets(request: AttainmentTicketsRequest): Promise<AttainmentTickets | Refused>;
}

export function createAttainmentReader(storage: Storage, partition: string, desk: Desk, clock: Clock): AttainmentReader {
  const { directory } = desk;

  /** Decided promises, and those that are overdue and still owed: nothing can save them any more. */
  function* decidedOf(ticket: TicketSummary, now: string): Generator<KeptPromise> {
    yield* ticket.promises ?? [];
    for (const { metric, agreementId, dueAt } of ticket.owed ?? []) {
      if (dueAt < now) yield { metric, agreementId, at: dueAt, isBreached: true, percent: 100 };
    }
  }

  /** What is restricted exists only for those who may read it. */
  const isCounted = (ticket: TicketSummary, actor: Actor): boolean => !ticket.isRestricted || canReadTicket(actor, ticket);

  function* matchesOf(ticket: TicketSummary, wanted: Wanted, actor: Actor, now: string): Generator<Found> {
    if (!isCounted(ticket, actor)) return;
    const { startsAt, endsAt } = wanted.range;
    for (const kept of decidedOf(ticket, now)) {
      if (kept.at < startsAt || kept.at >= endsAt || (wanted.metric && kept.metric !== wanted.metric)) continue;
      const promise: DecidedPromise = {
        ...kept, recordId: ticket.id, priority: ticket.priority, group: ticket.groupId ?? '', service: ticket.offeringId ?? ticket.categoryId ?? '', agreement: kept.agreementId,
      };
      if (wanted.key !== undefined && promise[wanted.by] !== wanted.key) continue;
      if (wanted.outcome && !isOutcome(promise, wanted.outcome)) continue;
      if (wanted.reason && !(promise.isBreached && promise.cause?.reason === wanted.reason)) continue;
      yield { ticket, promise };
    }
  }

  /**
   * Open tickets from memory, ended ones from their stored list, the newest first and only back to the beginning of the range:
   * what lies before costs nothing (architecture.md, promise 6).
   */
  async function* found(wanted: Wanted, actor: Actor): AsyncGenerator<Found> {
    const now = clock.now().toISOString();
    for (const ticket of desk.all('tickets') as Iterable<TicketSummary>) yield* matchesOf(ticket, wanted, actor, now);
    const [from, to] = [`x:${LIST}:`, rowKey.list(LIST, newestFirst(wanted.range.startsAt), '~')];
    let continuation: string | undefined;
    do {
      const page = await storage.range({ partition, from, to, ...(continuation && { continuation }) });
      for (const { data } of page.rows) {
        const ticket = data as TicketSummary;
        // Ended while this was read: it has been counted among the open ones.
        if ((ticket.closedAt ?? ticket.updatedAt) <= now) yield* matchesOf(ticket, wanted, actor, now);
      }
      continuation = page.continuation;
      // A year has many pages; requests get their turn in between.
      if (continuation) await breathe();
    } while (continuation);
  }

  function read(schema: Schema, { query, actor }: AttainmentRequest): Wanted | Refused {
    const parsed = parseInput(schema, coerceStrings(schema, query));
    if ('problems' in parsed) return refuse('kernel.invalidInput', undefined, parsed.problems);
    const { from, to, step, by = 'group', key, ...rest } = parsed.value as Readonly<Record<string, string | undefined>>;
    const range = rangeOf({ from, to, step: step as AttainmentStep | undefined }, clock.now().toISOString(), actor.zone);
    if ('problems' in range) return refuse('kernel.invalidInput', undefined, range.problems);
    return { ...rest, by: by as AttainmentGrouping, range, ...(key !== undefined && { key: key === NO_KEY ? '' : key }) };
  }

  function named(causes: readonly CauseCount[]): readonly CauseCount[] {
    return causes.map((cause) => {
      const groupName = directory.group(cause.groupId)?.name;
      return { ...cause, ...(groupName && { groupName }) };
    });
  }

  function rowOf({ ticket, promise }: Found): AttainmentTicket {
    const { metric, agreementId, at, isBreached, percent, wasDowngraded, cause } = promise;
    const groupName = directory.group(ticket.groupId)?.name;
    const causeGroupName = directory.group(cause?.groupId)?.name;
    return {
      id: ticket.id, title: ticket.title, priority: ticket.priority, state: ticket.state, metric, agreementId, at, isBreached, percent,
      agreementName: directory.agreement(agreementId)?.name ?? agreementId,
      ...(wasDowngraded && { wasDowngraded }), ...(cause && { cause }), ...(groupName && { groupName }), ...(causeGroupName && { causeGroupName }),
    };
  }

  return {
    async figures(request) {
      const wanted = read(attainmentSchema, request);
      if ('refused' in wanted) return wanted;
      const { range, by, metric } = wanted;
      const attainment = createAttainment(by, range.periods.map(({ endsAt }) => endsAt));
      for await (const { promise } of found(wanted, request.actor)) attainment.add(promise);
      const { total, periods, groups, causes } = attainment.sums();
      return {
        from: range.periods[0]?.from ?? '', to: range.periods.at(-1)?.to ?? '', step: range.step, by,
        ...(metric && { metric: metric as KeptPromise['metric'] }),
        total,
        periods: range.periods.map(({ from, to }, index) => ({ from, to, ...(periods[index] as AttainmentFigures) })),
        groups: groups.map((group) => ({ ...group, name: nameOf(directory, by, group.key, request.actor), causes: named(group.causes) })),
        causes: named(causes),
      };
    },
    async tickets(request) {
      const wanted = read(attainmentTicketsSchema, request);
      if ('refused' in wanted) return wanted;
      const all: Found[] = [];
      let hidden = 0;
      let total = 0;
      for await (const match of found(wanted, request.actor)) {
        total += 1;
        if (canReadTicket(request.actor, match.ticket)) all.push(match);
        else hidden += 1;
      }
      const places = all.map((match) => ({ match, place: `${match.promise.at} ${match.ticket.id} ${match.promise.metric}` }));
      const { cursor, limit } = request;
      const rest = places.sort((a, b) => (a.place < b.place ? 1 : -1)).filter(({ place }) => !cursor || place < cursor);
      const items = rest.slice(0, limit);
      const last = items.at(-1);
      return { items: items.map(({ match }) => rowOf(match)), total, hidden, ...(rest.length > limit && last && { cursor: last.place }) };
    },
  };
}

function nameOf(directory: Directory, by: AttainmentGrouping, key: string, { language }: Actor): string {
  if (key === '' || by === 'priority') return key;
  if (by === 'group') return directory.group(key)?.name ?? key;
  if (by === 'agreement') return directory.agreement(key)?.name ?? key;
  const offering = directory.offering(key);
  const offered = language === 'de' ? (offering?.nameDe ?? offering?.name) : offering?.name;
  return offered ?? categoryPath(directory, key, language) ?? key;
}
