// If this fails, a clock changes because of how it was computed: after a restart, by the order in which events arrived, or long after it was closed.
import fc from 'fast-check';
import { evaluateClocks, openTimeOf, traceClocks, type ClockFact, type ClockInput, type ClockView } from '../../../shared/sla';
import type { World } from './oracle-terms';
import { randomCase, type Case } from './random-case';
import { randomHistory } from './random-history';
import { levelsOf } from './random-levels';
import { randomAnchor, randomWorld } from './random-world';

const CASES = Number(process.env.SLA_CASES ?? 300);
jest.setTimeout(600_000);
/** Other cases: SLA_SEED=12. A failure is told at once; making it smaller takes minutes: SLA_SHRINK=1. */
const SETTINGS = { numRuns: CASES, seed: Number(process.env.SLA_SEED ?? 11), endOnFailure: !process.env.SLA_SHRINK };
const MINUTE = 60_000;
const isClosed = ({ state }: ClockView): boolean => state === 'stopped' || state === 'cancelled';

function always(check: (one: Case) => void): void {
  fc.assert(fc.property(randomCase, check), SETTINGS);
}

/** As a desk records them: the birth first, then by time; what has ended is not canceled any more. */
function inOrder({ receivedAt, facts: [birth, ...others] }: ClockInput): ClockInput {
  const sorted = others.sort((a, b) => (a.at < b.at ? -1 : a.at > b.at ? 1 : 0));
  let state = birth?.set?.state;
  const facts = sorted.filter(({ set }) => {
    const isVoid = ['cancelled', 'rejected'].includes(set?.state ?? '') && ['resolved', 'fulfilled', 'closed'].includes(state ?? '');
    if (!isVoid) state = set?.state ?? state;
    return !isVoid;
  });
  return { receivedAt, facts: birth ? [birth, ...facts] : [] };
}

/** Agreements whose clocks stop when the record ends, as they do without a condition of their own. */
const ending = ({ agreements, ...world }: World): World => ({
  ...world,
  agreements: agreements.map(({ conditions: { stop: _, ...conditions } = {}, ...agreement }) => ({ ...agreement, conditions })),
});

it('stretches of time follow each other without gaps, and what was open while the clock ran is exactly what it used', () => {
  always(({ world, input, asOf }) => {
    const calendars = new Map(world.calendars.map((calendar) => [calendar.id, calendar]));
    const now = Date.parse(asOf);
    for (const { view, spans, usedAt } of traceClocks(input, levelsOf(world), asOf)) {
      let open = 0;
      for (const [index, { from, to, phase, calendarId }] of spans.entries()) {
        const calendar = calendars.get(calendarId);
        if (index > 0) expect(spans[index - 1]?.to).toBe(from);
        expect(to === undefined).toBe(index === spans.length - 1);
        if (phase === 'running' && calendar) open += openTimeOf(calendar, (id) => calendars.get(id)).between(from, Math.min(to ?? now, now));
      }
      expect(usedAt(now)).toBe(open);
      const last = spans.at(-1)?.phase;
      if (view.state !== 'none') expect([last, spans[0]?.from]).toEqual([view.state, Date.parse(view.startedAt)]);
      else expect(last).not.toBe('running');
    }
  });
});

it('a clock carried along from fact to fact is the clock computed from scratch', () => {
  always(({ world, input }) => {
    const { receivedAt, facts } = inOrder(input);
    const levels = levelsOf(ending(world));
    let carried: readonly ClockView[] | undefined;
    for (let count = 1; count <= facts.length; count++) {
      const known = { receivedAt, facts: facts.slice(0, count) };
      carried = evaluateClocks(known, levels, carried && { frozen: carried });
      expect(carried).toEqual(evaluateClocks(known, levels));
    }
  });
});

it('the order in which facts of different instants were recorded changes nothing', () => {
  const shuffled = randomCase.chain((one) => {
    const [birth, ...others] = one.input.facts;
    const distinct = [...new Map(others.map((fact) => [fact.at, fact])).values()];
    return fc.shuffledSubarray(distinct, { minLength: distinct.length }).map((facts) => ({ ...one, birth, distinct, facts }));
  });
  const property = fc.property(shuffled, ({ world, input: { receivedAt }, asOf, birth, distinct, facts }) => {
    const clocks = (rest: readonly ClockFact[]): readonly ClockView[] => evaluateClocks({ receivedAt, facts: birth ? [birth, ...rest] : [] }, levelsOf(world), { until: asOf });
    expect(clocks(facts)).toEqual(clocks(distinct));
  });
  fc.assert(property, SETTINGS);
});

it('changes of different fields at the same instant may come in any order for promises to the customer that go on', () => {
  const changes: readonly NonNullable<ClockFact['set']>[] = [{ priority: 'P1' }, { groupId: 'GRP2' }, { categoryId: 'CAT1' }, { requesterId: 'PER2' }];
  const swapped = fc.tuple(randomCase, fc.shuffledSubarray([...changes], { minLength: 2 }));
  const property = fc.property(swapped, ([{ world, input, asOf }, sets]) => {
    // The same modes and the same start for all: passing through other terms may rightly start a clock or restart it.
    const same = { retarget: 'retroactive', startMode: 'received', updateMode: 'betweenUpdates' } as const;
    const { agreements, ...rest } = ending(world);
    const alike = agreements.map(({ conditions: { start: _, ...conditions } = {}, ...agreement }) => ({ ...agreement, conditions, ...same }));
    const levels = levelsOf({ ...rest, agreements: alike });
    const clocks = (facts: readonly ClockFact['set'][]): object[] => {
      const added = facts.map((set, index) => ({ at: asOf, seq: 100 + index, ...(set && { set }) }));
      return evaluateClocks({ ...input, facts: [...input.facts, ...added] }, levels, { until: asOf })
        .filter(({ type, state }) => type === 'sla' && (state === 'running' || state === 'paused'))
        .map(({ previous: _, retargetedAt: __, ...present }) => present);
    };
    expect(clocks(sets.toReversed())).toEqual(clocks(sets));
  });
  fc.assert(property, SETTINGS);
});

it('what happens after the instant asked for does not exist', () => {
  always(({ world, input, asOf }) => {
    const before = { ...input, facts: input.facts.filter(({ at }) => at <= asOf) };
    expect(evaluateClocks(input, levelsOf(world), { until: asOf })).toEqual(evaluateClocks(before, levelsOf(world)));
  });
});

it('clocks that were closed stay as they were, whatever becomes of agreements and calendars', () => {
  const edited = fc.gen().map((gen) => {
    const anchor = randomAnchor(gen);
    const world = randomWorld(gen, anchor);
    return { world, other: randomWorld(gen, anchor), history: randomHistory(gen, anchor) };
  });
  // Which states close a clock is left as it was: what an edit of that reopens is open.
  const property = fc.property(edited, ({ world, other, history: { input, asOf } }) => {
    const known = { ...input, facts: input.facts.filter(({ at }) => at <= asOf) };
    const stored = evaluateClocks(known, levelsOf(ending(world)));
    const after = evaluateClocks(known, levelsOf(ending(other)), { frozen: stored });
    const closed = stored.filter(isClosed);
    expect(after.filter(({ key }) => closed.some((clock) => clock.key === key))).toEqual(closed);
  });
  fc.assert(property, SETTINGS);
});

it('without clock changes and holidays, the same weeks later is the same', () => {
  const property = fc.property(randomCase, fc.integer({ min: 1, max: 60 }), ({ world, input, asOf }, weeks) => {
    const plain: World = {
      ...world,
      calendars: world.calendars.map(({ holidays: _, overrides: __, ...calendar }) => ({ ...calendar, zone: 'UTC' })),
      agreements: world.agreements.map(({ validFrom: _, validTo: __, ...agreement }) => agreement),
    };
    const later = <T>(value: T): T =>
      JSON.parse(JSON.stringify(value).replace(/\d{4}-\d\d-\d\dT[\d:.]+Z/g, (at) => new Date(Date.parse(at) + weeks * 7 * 1_440 * MINUTE).toISOString())) as T;
    const levels = levelsOf(plain);
    expect(evaluateClocks(later(input), levels, { until: later(asOf) })).toEqual(later(evaluateClocks(input, levels, { until: asOf })));
  });
  fc.assert(property, SETTINGS);
});
