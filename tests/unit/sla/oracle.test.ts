// If this fails, the yardstick of the service-level engine is wrong itself, and nobody knows whether due times are right.
import { oracleClocks } from './oracle';
import { vectorInput, vectors, vectorWorld, type Vector, type VectorCycle } from './oracle-vectors';

const minute = (instant: string | undefined): string | null => (instant ? `${instant.slice(0, 16)}:00Z` : null);

function cyclesOf(vector: Vector): VectorCycle[] {
  const [clock] = oracleClocks(vectorInput(vector), vectorWorld(vector), vector.asOf);
  return (clock?.previous ?? []).map((row) => ({
    startAt: minute(row.startedAt) ?? '', stopAt: minute(row.endedAt), elapsedMinutes: row.usedMinutes, dueAt: minute(row.dueAt), breached: row.isBreached,
  }));
}

function resultOf(vector: Vector): Vector['expected'] {
  const clocks = oracleClocks(vectorInput(vector), vectorWorld(vector), vector.asOf);
  const found = clocks.find(({ present }) => present !== undefined);
  const clock = found?.present;
  if (!clock) return { clock: 'none' };
  return {
    clock: found.state,
    priority: clock.priority,
    targetMinutes: clock.targetMinutes,
    elapsedMinutes: clock.usedMinutesNow,
    dueAt: minute(clock.dueAt),
    breached: clock.isBreachedNow,
    ...(vector.expected.thresholds && {
      thresholds: Object.fromEntries(Object.keys(vector.expected.thresholds).map((percent) => [percent, minute(clock.thresholdAt(Number(percent))) ?? ''])),
    }),
  };
}

const single = vectors.filter(({ metric }) => metric !== 'nextReply');
const cyclic = vectors.filter(({ metric }) => metric === 'nextReply');

it('knows all sixty vectors', () => {
  expect(single.length + cyclic.length).toBe(60);
});

it.each(single.map((vector) => [vector.id, vector.title, vector] as const))('%s %s', (_id, _title, vector) => {
  const { clock, priority, targetMinutes, elapsedMinutes, dueAt, breached, thresholds } = vector.expected;
  const expected = clock === 'none' ? { clock } : { clock, priority, targetMinutes, elapsedMinutes, dueAt, breached, ...(thresholds && { thresholds }) };
  expect(resultOf(vector)).toEqual(expected);
});

it.each(cyclic.map((vector) => [vector.id, vector.title, vector] as const))('%s %s', (_id, _title, vector) => {
  expect(cyclesOf(vector)).toEqual(vector.expected.cycles);
});
