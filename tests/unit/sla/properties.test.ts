// If this fails, some clock somewhere shows a wrong due time, or counts a breach that was none.
import fc from 'fast-check';
import { bothSides } from './oracle-compare';
import { randomCase } from './random-case';

/** More of them: SLA_CASES=20000. A failure is told at once; making it smaller takes minutes: SLA_SHRINK=1. */
const CASES = Number(process.env.SLA_CASES ?? 500);
const seen = new Map<string, number>();

function note(clocks: readonly Readonly<Record<string, unknown>>[]): void {
  for (const { type, metric, state, previous, isBreachedNow } of clocks) {
    const became = (previous as readonly { readonly because: string }[]).map(({ because }) => because);
    const outcome = isBreachedNow === true ? 'breached' : 'kept';
    for (const what of [`${String(type)} ${String(state)}`, String(metric), outcome, ...became]) seen.set(what, (seen.get(what) ?? 0) + 1);
  }
}

it.each([1, 2, 3, 4])(`engine and oracle agree in every field on ${CASES.toLocaleString('en')} random calendars, agreements and histories (seed %i)`, (seed) => {
  fc.assert(
    fc.property(randomCase, ({ world, input, asOf }) => {
      const { engine, oracle } = bothSides(world, input, asOf);
      note(oracle);
      expect(engine).toEqual(oracle);
    }),
    { numRuns: CASES, seed, endOnFailure: !process.env.SLA_SHRINK },
  );
}, 600_000);

it('the cases reach every state, every metric and every way in which terms end', () => {
  const states = ['running', 'paused', 'stopped', 'cancelled', 'none'];
  const all = [
    ...states.map((state) => `sla ${state}`), ...states.map((state) => `ola ${state}`), ...states.map((state) => `contract ${state}`),
    'firstResponse', 'resolution', 'nextReply', 'periodicUpdate', 'breached', 'kept', 'retargeted', 'detached', 'reset', 'newCycle', 'replied',
  ];
  expect(all.filter((what) => !seen.has(what))).toEqual([]);
});
