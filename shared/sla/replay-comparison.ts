import type { Outcome, ReplayComparison } from './replay-views';

interface Verdict {
  readonly isMet: boolean;
  readonly usedMinutes: number;
}

/** The target with which most verdicts would be the same: every time used is tried as target. Keeps the shortest of equals. */
function bestTarget(verdicts: readonly Verdict[]): ReplayComparison['best'] {
  const sorted = [...verdicts].sort((left, right) => left.usedMinutes - right.usedMinutes);
  // Below every time used, everything would be missed.
  let same = sorted.filter(({ isMet }) => !isMet).length;
  let best = { targetMinutes: 0, same };
  sorted.forEach(({ isMet, usedMinutes }, index) => {
    same += isMet ? 1 : -1;
    if (same > best.same && sorted[index + 1]?.usedMinutes !== usedMinutes) best = { targetMinutes: usedMinutes, same };
  });
  return best;
}

/** Sets another tool's verdicts on resolutions beside ours, by priority. */
export function createComparison() {
  const byPriority = new Map<string, { readonly verdicts: Verdict[]; readonly counts: Record<'bothMet' | 'onlyTheirsMet' | 'onlyOursMet' | 'bothMissed', number> }>();
  return {
    take(priority: string, isMet: boolean, outcome: Outcome, usedMinutes: number): void {
      if (outcome !== 'met' && outcome !== 'missed') return;
      let row = byPriority.get(priority);
      if (!row) byPriority.set(priority, (row = { verdicts: [], counts: { bothMet: 0, onlyTheirsMet: 0, onlyOursMet: 0, bothMissed: 0 } }));
      row.verdicts.push({ isMet, usedMinutes });
      row.counts[outcome === 'met' ? (isMet ? 'bothMet' : 'onlyOursMet') : isMet ? 'onlyTheirsMet' : 'bothMissed'] += 1;
    },
    rows: (): readonly ReplayComparison[] =>
      [...byPriority].sort(([left], [right]) => (left < right ? -1 : 1)).map(([priority, { verdicts, counts }]) => ({ priority, ...counts, best: bestTarget(verdicts) })),
  };
}
