import { hasRole, isRefused, newestFirst, refuse, type Actor, type Clock, type Refused } from '../kernel';
import { createReplay, type ClockView, type ReplayFigures, type ReplayTicket, type ReplayView, type ServiceLevels } from '../sla';
import { endOf, type Storage } from '../storage/port';
import { canReadTicket, clocksOf, isEnded, isOpen, subjectOf, type Ticket } from '../tickets';
import { breathe } from './breathe';
import type { Desk } from './desk';
import { explainTicket, type Explain } from './explain';
import { propose, type Drafts, type Proposal } from './replay-draft';
import { rowKey, type StoredHead } from './rows';

export interface ReplayRequest extends Drafts {
  /** Tickets received in so many days before `until`. */
  readonly days: number;
  /** ISO instant, or `newest`: when the newest ticket was opened; absent: now. */
  readonly until?: string | undefined;
  /** Label under which imported tickets keep another tool's verdict (`true` or `false`), to be set beside ours. */
  readonly compareWith?: string | undefined;
  readonly actor: Actor;
}

export interface ReplayRun {
  /** Throws what `signal` was aborted with. */
  run(options?: { readonly signal?: AbortSignal; readonly onProgress?: (done: number, total: number) => void }): Promise<ReplayView>;
  /** Why a ticket would be due then under the proposed terms. */
  explain(id: string): ReturnType<Explain>;
}

/** Checks the drafts at once; what it returns does the work, a few tickets at a time. */
export type PrepareReplay = (request: ReplayRequest) => ReplayRun | Refused;

export const MAX_REPLAY_DAYS = 3_660;
const DAY_MS = 86_400_000;
/** Tickets that are read and computed in one go; requests get their turn in between. */
const PORTION = 64;
const ENDED = 'x:tickets.ended:';

export interface ReplayDeps {
  readonly storage: Storage;
  readonly partition: string;
  readonly desk: Desk;
  readonly clock: Clock;
}

interface Period {
  readonly from: string;
  readonly until: string;
}

/** Roles that may ask what would have been: figures of everybody's work, so not every agent. */
export const canReplay = (actor: Actor): boolean => hasRole(actor, 'manager', 'administrator', 'system');

function problemOf({ days, until }: ReplayRequest): Refused | undefined {
  if (!Number.isInteger(days) || days < 1 || days > MAX_REPLAY_DAYS) return refuse('replay.badDays', { max: MAX_REPLAY_DAYS });
  return until === undefined || until === 'newest' || !Number.isNaN(Date.parse(until)) ? undefined : refuse('replay.badUntil');
}

/** Tries agreements and calendars against the tickets of a period (domain.md 5.2, rule 14): reads only, writes nothing. */
export function createPrepareReplay({ storage, partition, desk, clock }: ReplayDeps): PrepareReplay {
  /** Rows of ended tickets, newest end first: until all of them, or all that ended after `since`, are read. */
  async function endedRows(since: string | undefined, signal: AbortSignal | undefined): Promise<{ readonly id: string; readonly createdAt: string }[]> {
    const found: { readonly id: string; readonly createdAt: string }[] = [];
    const to = since === undefined ? endOf(ENDED) : endOf(`${ENDED}${newestFirst(since)}:`);
    let continuation: string | undefined;
    do {
      signal?.throwIfAborted();
      const page = await storage.range({ partition, from: ENDED, to, ...(continuation && { continuation }) });
      for (const { data } of page.rows) {
        const { id, createdAt } = data as { readonly id: string; readonly createdAt: string };
        found.push({ id, createdAt });
      }
      continuation = page.continuation;
      await breathe();
    } while (continuation);
    return found;
  }

  const active = (): { readonly id: string; readonly createdAt: string }[] =>
    ([...desk.all('tickets')] as unknown as { readonly id: string; readonly createdAt: string }[]).map(({ id, createdAt }) => ({ id, createdAt }));

  /** The period, and every ticket that may belong to it: nothing ends before it is received. */
  async function candidates({ days, until }: ReplayRequest, signal: AbortSignal | undefined): Promise<{ readonly period: Period; readonly ids: readonly string[] }> {
    const back = (instant: string): Period => ({ from: new Date(Date.parse(instant) - days * DAY_MS).toISOString(), until: instant });
    const known = until === 'newest' ? undefined : back(until === undefined ? clock.now().toISOString() : new Date(until).toISOString());
    const rows = [...active(), ...(await endedRows(known?.from, signal))];
    const newest = (): string => rows.reduce((latest, { createdAt }) => (createdAt > latest ? createdAt : latest), rows[0]?.createdAt ?? clock.now().toISOString());
    return { period: known ?? back(newest()), ids: [...new Set(rows.map(({ id }) => id))] };
  }

  async function readTickets(ids: readonly string[]): Promise<readonly { readonly ticket: Ticket; readonly stored: readonly ClockView[] }[]> {
    const rows = await Promise.all(ids.map((id) => storage.get(partition, rowKey.head(id))));
    return rows.flatMap((row) => {
      if (!row) return [];
      const { record, extra } = row.data as StoredHead;
      return [{ ticket: record as Ticket, stored: (extra.clocks ?? []) as readonly ClockView[] }];
    });
  }

  function facetsOf(ticket: Ticket, { actor, compareWith }: ReplayRequest): ReplayTicket {
    const { id, title, priority, groupId, state, external } = ticket;
    const verdict = compareWith === undefined ? undefined : external?.values[compareWith]?.toLowerCase();
    return {
      id, title, priority, isOpen: isOpen(state), isReadable: canReadTicket(actor, subjectOf(ticket)),
      ...(groupId !== undefined && { groupId }),
      ...((verdict === 'true' || verdict === 'false') && { verdict: verdict === 'true' }),
    };
  }

  return function prepare(request) {
    if (!canReplay(request.actor)) return refuse('kernel.notAllowed');
    const problem = problemOf(request);
    if (problem) return problem;
    const proposal = propose(desk.directory, request, request.actor, clock.now().toISOString());
    if (isRefused(proposal)) return proposal;
    const levels: { readonly today: ServiceLevels; readonly proposed: ServiceLevels } = { today: desk.directory.serviceLevels(), proposed: proposal.levels };

    return {
      async run({ signal, onProgress } = {}) {
        const { period, ids } = await candidates(request, signal);
        const replay = createReplay(clock.now().toISOString());
        for (let done = 0; done < ids.length; done += PORTION) {
          signal?.throwIfAborted();
          onProgress?.(done, ids.length);
          for (const { ticket, stored } of await readTickets(ids.slice(done, done + PORTION))) {
            if (ticket.receivedAt <= period.from || ticket.receivedAt > period.until) continue;
            const today = clocksOf(ticket, levels.today);
            const asItWas = isEnded(ticket.state) ? stored : clocksOf(ticket, levels.today, stored);
            replay.take(facetsOf(ticket, request), { asItWas, today, proposed: clocksOf(ticket, levels.proposed) });
          }
          await breathe();
        }
        onProgress?.(ids.length, ids.length);
        const figures = replay.figures();
        return { ...period, ...figures, names: namesIn(figures, proposal) };
      },
      explain(id) {
        const context = { storage, partition, desk: { ...desk, directory: proposal.directory }, actor: request.actor, now: clock.now().toISOString() };
        return explainTicket(context, id, (ticket) => clocksOf(ticket, levels.proposed));
      },
    };
  };
}

function namesIn({ byGroup, changes }: ReplayFigures, { name }: Proposal): ReplayView['names'] {
  const clocks = changes.flatMap(({ before, after }) => [before, after]).filter((clock) => clock !== undefined);
  const ids = new Set([...byGroup.map(({ of }) => of ?? ''), ...clocks.flatMap(({ agreementId, calendarId }) => [agreementId, calendarId])]);
  const named = [...ids].map((id) => [id, name(id)] as const).filter((entry): entry is readonly [string, string] => entry[1] !== undefined);
  return Object.fromEntries(named);
}
