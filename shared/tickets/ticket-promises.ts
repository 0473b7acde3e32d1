import { missCause, type ClockView, type KeptPromise, type MissCause, type ServiceLevels } from '../sla';
import type { OwedPromise } from './ticket-views';
import type { Ticket } from './ticket';
import { isEnded } from './ticket-lifecycle';

/** Why promises were broken, by the key of their clock. */
export type Causes = Readonly<Record<string, MissCause>>;

const isCyclic = ({ metric }: ClockView): boolean => metric === 'nextReply' || metric === 'periodicUpdate';
const percentOf = (used: number, target: number): number => Math.floor((used * 100) / Math.max(target, 1));

/** Broken for good while it runs no more: a clock that was paused after it had been due may still be stopped late only. */
const isDecided = ({ state, isBreached }: ClockView): boolean => state === 'stopped' || (state === 'paused' && isBreached === true);

/** What was decided before a reopening stands, too (rule 10): the worst round is the record's result. */
function resultOf(clock: ClockView): Pick<KeptPromise, 'at' | 'isBreached' | 'percent'> | undefined {
  if (!isDecided(clock)) return undefined;
  const at = clock.state === 'stopped' ? clock.stoppedAt : clock.dueAt;
  if (at === undefined) return undefined;
  const rounds = [clock, ...clock.previous.filter(({ because }) => because === 'newCycle')];
  return {
    at,
    isBreached: rounds.some(({ isBreached }) => isBreached === true),
    percent: Math.max(...rounds.map(({ usedMinutes, targetMinutes }) => percentOf(usedMinutes, targetMinutes))),
  };
}

/** Of replies and updates the worst cycle is the record's result (rule 12), known when nothing more can be owed. */
function worstOf({ previous }: ClockView): Pick<KeptPromise, 'at' | 'isBreached' | 'percent'> | undefined {
  const cycles = previous.filter(({ because }) => because === 'replied');
  const last = cycles.at(-1);
  return last && {
    at: last.endedAt,
    isBreached: cycles.some(({ isBreached }) => isBreached),
    percent: Math.max(...cycles.map(({ usedMinutes, targetMinutes }) => percentOf(usedMinutes, targetMinutes))),
  };
}

/** What came of the promises to the customer so far; a canceled clock promised nothing (domain.md 5.2, rule 11). */
export function promisesOf(ticket: Ticket, clocks: readonly ClockView[], causes: Causes): readonly KeptPromise[] {
  return clocks.filter(({ type, state }) => type === 'sla' && state !== 'cancelled').flatMap((clock): KeptPromise[] => {
    const result = isCyclic(clock) ? (isEnded(ticket.state) ? worstOf(clock) : undefined) : resultOf(clock);
    if (!result) return [];
    const wasDowngraded = clock.previous.some(({ because, isBreached }) => isBreached && (because === 'retargeted' || because === 'detached'));
    const cause = result.isBreached ? causes[clock.key] : undefined;
    return [{ metric: clock.metric, agreementId: clock.agreementId, ...result, ...(wasDowngraded && { wasDowngraded }), ...(cause && { cause }) }];
  });
}

/** Promises to the customer whose time is running. */
export function owedOf(clocks: readonly ClockView[]): readonly OwedPromise[] {
  return clocks.flatMap(({ type, state, metric, agreementId, dueAt }) =>
    type === 'sla' && state === 'running' && dueAt ? [{ metric, agreementId, dueAt }] : [],
  );
}

/** Why each broken promise was broken; of clocks that stay as they were it stays, too. */
export function causesOf(ticket: Ticket, levels: ServiceLevels, clocks: readonly ClockView[], known: { readonly clocks?: readonly ClockView[]; readonly causes?: Causes }): Causes {
  const broken = clocks.filter((clock) => clock.type === 'sla' && !isCyclic(clock) && isDecided(clock) && clock.isBreached);
  const found = broken.map((clock) => {
    const before = known.clocks?.includes(clock) ? known.causes?.[clock.key] : undefined;
    return [clock.key, before ?? missCause(ticket, levels, clock.key)] as const;
  });
  return Object.fromEntries(found.filter((entry): entry is [string, MissCause] => entry[1] !== undefined));
}
