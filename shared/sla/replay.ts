import { isBreached, type ClockView } from './clock-views';
import { createComparison } from './replay-comparison';
import { CHANGE_KINDS, type ChangeKind, type Outcome, type ReplayChange, type ReplayClock, type ReplayReason, type ReplayRow, type ReplayView, type Tally } from './replay-views';

export interface ReplayTicket {
  readonly id: string;
  readonly title: string;
  readonly priority: string;
  readonly groupId?: string;
  readonly isOpen: boolean;
  /** Changes of tickets that the reader may not see are counted and not listed. */
  readonly isReadable: boolean;
  /** What another tool said about the resolution: was it in time? */
  readonly verdict?: boolean;
}

/** The clocks of one ticket: as they were stored, under today's terms, and under the proposed ones. */
export interface ReplayClocks {
  readonly asItWas: readonly ClockView[];
  readonly today: readonly ClockView[];
  readonly proposed: readonly ClockView[];
}

export type ReplayFigures = Omit<ReplayView, 'from' | 'until' | 'names'>;

export interface Replay {
  take(ticket: ReplayTicket, clocks: ReplayClocks): void;
  figures(): ReplayFigures;
}

/** How many changes of a kind are listed; all are counted. Memory does not grow with the period. */
const LISTED = 200;
/** A cycle that is over has a result of its own (domain.md 5.2, rules 10 and 12). */
const ENDED_CYCLES: readonly string[] = ['replied', 'newCycle'];

/** What came of a clock by `now`; the worst cycle decides, and what was canceled or no longer promised does not count. */
export function outcomeOf(clock: ClockView | undefined, now: string): Outcome {
  if (!clock || clock.state === 'cancelled') return 'none';
  const cycles = clock.previous.filter(({ because }) => ENDED_CYCLES.includes(because));
  if (isBreached(clock, now) || cycles.some((cycle) => cycle.isBreached)) return 'missed';
  if (clock.state === 'running' || clock.state === 'paused') return 'open';
  return clock.state === 'stopped' || cycles.length > 0 ? 'met' : 'none';
}

type Version = keyof ReplayClocks;
type MutableTally = { -readonly [name in keyof Tally]: number };
type Counted = Omit<ReplayRow, Version> & Record<Version, MutableTally>;

const VERSIONS: readonly Version[] = ['asItWas', 'today', 'proposed'];
const empty = (): MutableTally => ({ met: 0, missed: 0, open: 0 });

/** Counts by clock and one more property; rows in the order of their first ticket. */
function createTable() {
  const rows = new Map<string, Counted>();
  return {
    add({ type, metric }: ClockView, of: string | undefined, outcomes: Readonly<Record<Version, Outcome>>): void {
      const key = `${type} ${metric} ${of ?? ''}`;
      let row = rows.get(key);
      if (!row) rows.set(key, (row = { type, metric, ...(of !== undefined && { of }), asItWas: empty(), today: empty(), proposed: empty() }));
      for (const version of VERSIONS) {
        const outcome = outcomes[version];
        if (outcome !== 'none') row[version][outcome] += 1;
      }
    },
    rows: (): readonly ReplayRow[] => [...rows.entries()].sort(([left], [right]) => (left < right ? -1 : 1)).map(([, row]) => row),
  };
}

function clockOf(clock: ClockView | undefined, outcome: Outcome): ReplayClock | undefined {
  if (!clock || outcome === 'none') return undefined;
  const { agreementId, calendarId, targetMinutes, usedMinutes, dueAt } = clock;
  return { outcome, agreementId, calendarId, targetMinutes, usedMinutes, ...(dueAt !== undefined && { dueAt }) };
}

function kindOf(before: ReplayClock | undefined, after: ReplayClock | undefined): ChangeKind | undefined {
  if (!before || !after) return after ? 'gained' : before && 'lost';
  if (before.outcome !== after.outcome) return after.outcome === 'missed' ? 'toMissed' : before.outcome === 'missed' ? 'toMet' : 'moved';
  return after.outcome === 'open' && before.dueAt !== after.dueAt ? 'moved' : undefined;
}

/** What differs between the terms of two clocks, so that people see at once where a change comes from. */
function reasonsOf(before: ClockView | undefined, after: ClockView | undefined): readonly ReplayReason[] {
  if (!before || !after) return ['agreement'];
  const reasons: ReplayReason[] = [];
  if (before.agreementId !== after.agreementId) reasons.push('agreement');
  if (before.targetMinutes !== after.targetMinutes) reasons.push('target');
  if (before.calendarId !== after.calendarId || before.calendarVersion !== after.calendarVersion) reasons.push('calendar');
  return reasons.length > 0 ? reasons : ['terms'];
}

const byKey = (clocks: readonly ClockView[]): ReadonlyMap<string, ClockView> => new Map(clocks.map((clock) => [clock.key, clock]));

/** Counts what became of promises, ticket by ticket, and keeps those that go another way; pure. `now` is an ISO instant. */
export function createReplay(now: string, listed = LISTED): Replay {
  const [total, byPriority, byGroup] = [createTable(), createTable(), createTable()];
  const comparison = createComparison();
  const counts = Object.fromEntries(CHANGE_KINDS.map((kind) => [kind, { open: 0, ended: 0 }])) as Record<ChangeKind, { open: number; ended: number }>;
  const changes = new Map<string, ReplayChange[]>();
  const tickets = { ended: 0, open: 0 };
  let [decidedOtherwise, neverOpens] = [0, 0];

  function note(change: ReplayChange, isReadable: boolean): void {
    const place = change.isOpen ? 'open' : 'ended';
    counts[change.kind][place] += 1;
    if (!isReadable) return;
    const list = changes.get(`${change.kind} ${place}`) ?? [];
    if (list.length < listed) changes.set(`${change.kind} ${place}`, [...list, change]);
  }

  return {
    take(ticket, clocks) {
      tickets[ticket.isOpen ? 'open' : 'ended'] += 1;
      const found = { asItWas: byKey(clocks.asItWas), today: byKey(clocks.today), proposed: byKey(clocks.proposed) };
      let isOtherwise = false;
      for (const key of new Set(VERSIONS.flatMap((version) => [...found[version].keys()]))) {
        const clock = (version: Version): ClockView | undefined => found[version].get(key);
        const outcomes = { asItWas: outcomeOf(clock('asItWas'), now), today: outcomeOf(clock('today'), now), proposed: outcomeOf(clock('proposed'), now) };
        const any = (clock('proposed') ?? clock('asItWas') ?? clock('today')) as ClockView;
        total.add(any, undefined, outcomes);
        byPriority.add(any, ticket.priority, outcomes);
        byGroup.add(any, ticket.groupId ?? '', outcomes);
        isOtherwise ||= outcomes.asItWas !== outcomes.today;
        if (key === 'sla resolution' && ticket.verdict !== undefined) comparison.take(ticket.priority, ticket.verdict, outcomes.proposed, any.usedMinutes);
        const [before, after] = [clockOf(clock('asItWas'), outcomes.asItWas), clockOf(clock('proposed'), outcomes.proposed)];
        const kind = kindOf(before, after);
        if (!kind) continue;
        const { id, title, priority, groupId, isOpen } = ticket;
        note(
          {
            kind, isOpen, id, title, priority, key, type: any.type, metric: any.metric,
            ...(groupId !== undefined && { groupId }), ...(before && { before }), ...(after && { after }),
            because: reasonsOf(before && clock('asItWas'), after && clock('proposed')),
          },
          ticket.isReadable,
        );
      }
      if (isOtherwise) decidedOtherwise += 1;
      if (clocks.proposed.some((clock) => clock.neverOpens)) neverOpens += 1;
    },
    figures() {
      const kinds = ['open', 'ended'].flatMap((place) => CHANGE_KINDS.map((kind) => `${kind} ${place}`));
      const compared = comparison.rows();
      return {
        tickets, counts, decidedOtherwise, neverOpens,
        total: total.rows(), byPriority: byPriority.rows(), byGroup: byGroup.rows(),
        changes: kinds.flatMap((kind) => changes.get(kind) ?? []),
        ...(compared.length > 0 && { comparison: compared }),
      };
    },
  };
}
