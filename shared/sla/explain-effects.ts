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
 * What every event did to one clock: the clock is computed with the facts up to that event and compared with the one before,
 * so that an explanation can never say something else than the engine does. By number of the event; an event that is not
 * there has no facts and changes nothing.
 */
export function effectsOf({ receivedAt, facts }: ClockInput, levels: ServiceLevels, key: string): ReadonlyMap<number, Effect> {
  const effects = new Map<number, Effect>();
  let before: ClockView | undefined;
  let dueBefore: string | undefined;
  for (const [index, { seq }] of facts.entries()) {
    if (facts[index + 1]?.seq === seq) continue;
    const after = evaluateClocks({ receivedAt, facts: facts.slice(0, index + 1) }, levels).find((clock) => clock.key === key);
    if (after) {
      effects.set(seq, { kind: kindOf(before, after, dueBefore), after, ...(before && { before }), ...(dueBefore && { dueBefore }) });
      before = after;
      dueBefore = after.dueAt ?? dueBefore;
    }
  }
  return effects;
}
