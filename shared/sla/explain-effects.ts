import type { ClockView } from './clock-views';
import { evaluateClocks } from './evaluate';
import type { EffectKind } from './explain-views';
import type { ClockInput } from './facts';
import type { ServiceLevels } from './service-levels';

/** What one event did to one clock. */
export interface Effect {
  readonly kind: EffectKind;
  readonly before?: ClockView;
  readonly after?: ClockView;
  /** The due time as it was last known; a pause has none. */
  readonly dueBefore?: string;
}

const BECAUSE: Readonly<Record<ClockView['previous'][number]['because'], EffectKind>> = {
  retargeted: 'retargeted', detached: 'detached', reset: 'restarted', newCycle: 'restarted', replied: 'answered',
};

function kindOf(before: ClockView | undefined, after: ClockView, dueBefore: string | undefined): EffectKind {
  const ended = after.previous.length > (before?.previous.length ?? 0) ? after.previous.at(-1) : undefined;
  if (ended) return BECAUSE[ended.because];
  const from = before?.state ?? 'none';
  const to = after.state;
  if (from !== to) {
    if (to === 'paused') return from === 'none' ? 'started' : 'paused';
    if (to === 'running') return from === 'none' ? 'started' : 'resumed';
    return to === 'none' ? 'detached' : to;
  }
  if (to === 'none') return 'none';
  if (before?.retargetedAt !== after.retargetedAt) return 'retargeted';
  if (before?.startedAt !== after.startedAt) return 'restarted';
  return to === 'running' && after.dueAt !== dueBefore ? 'moved' : 'none';
}

/**
 * Facts that are computed with, in all, for one clock: what happened last is told one by one, and of a ticket of a thousand
 * events not everything, because that would keep all others waiting.
 */
const MAX_WORK = 20_000;

/** Can words alone change this clock? */
function hearsWords({ metric, state }: Pick<ClockView, 'metric' | 'state'>): boolean {
  return metric === 'nextReply' || metric === 'periodicUpdate' || (metric === 'firstResponse' && state !== 'stopped');
}

export interface Effects {
  /** By number of the event; an event that is not there changed nothing. */
  readonly bySeq: ReadonlyMap<number, Effect>;
  /** Events between the first and this one are not told. */
  readonly toldFrom: number;
}

/**
 * What every event did to one clock: the clock is computed with the facts up to that event and compared with the one before,
 * so that an explanation can never say something else than the engine does.
 */
export function effectsOf({ receivedAt, facts }: ClockInput, levels: ServiceLevels, { key, metric }: Pick<ClockView, 'key' | 'metric'>): Effects {
  const bySeq = new Map<number, Effect>();
  const lasting = metric === 'resolution' ? facts.filter(({ set }) => set) : facts;
  const tail = Math.ceil(MAX_WORK / Math.max(facts.length, 1));
  const toldFrom = lasting.length <= tail ? 0 : (lasting[lasting.length - tail]?.seq ?? 0);
  let before: ClockView | undefined;
  let dueBefore: string | undefined;
  for (const [index, { seq, set }] of facts.entries()) {
    if (facts[index + 1]?.seq === seq || (index > 0 && seq < toldFrom)) continue;
    if (before && !set && !hearsWords(before)) continue;
    const after = evaluateClocks({ receivedAt, facts: facts.slice(0, index + 1) }, levels).find((clock) => clock.key === key);
    if (!after) continue;
    // What lies between was left out: there is nothing to compare with.
    const isAfterGap = index > 0 && seq === toldFrom;
    if (!isAfterGap) bySeq.set(seq, { kind: kindOf(before, after, dueBefore), after, ...(before && { before }), ...(dueBefore && { dueBefore }) });
    before = after;
    dueBefore = after.dueAt ?? dueBefore;
  }
  return { bySeq, toldFrom };
}
