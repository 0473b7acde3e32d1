// If this fails, two people who start the demo see different companies, or one of them sees things that happen tomorrow.
import { buildDemo, type DemoPlan } from '../../../shared/demo';
import { APPROVER } from '../../../shared/demo/plan';
import { referencesIn } from '../../../shared/demo/reference';

const NOW = new Date('2026-11-20T14:12:33.000Z');
/** Working hours, a night, a weekend, the first minute of a week, between the years, the morning before Easter. */
const MOMENTS = ['2026-11-20T14:12:33Z', '2026-11-24T02:30:00Z', '2026-11-22T11:00:00Z', '2026-11-23T07:00:20Z', '2026-12-28T09:30:00Z', '2027-03-26T06:30:00Z'];

const reportsOf = ({ steps }: DemoPlan) => steps.filter(({ action }) => action === 'tickets.report');

test('the same seed and moment give the same plan', () => {
  expect(buildDemo({ seed: 7, now: NOW })).toEqual(buildDemo({ seed: 7, now: NOW }));
});

test('another seed gives another history of the same company', () => {
  const [one, other] = [buildDemo({ seed: 1, now: NOW }), buildDemo({ seed: 2, now: NOW })];
  expect(other.registers).toEqual(one.registers);
  expect(other.steps).not.toEqual(one.steps);
});

test('about four hundred tickets in about six weeks, most of them reported in working hours', () => {
  const reports = reportsOf(buildDemo({ seed: 1, now: NOW }));
  expect(reports.length).toBeGreaterThanOrEqual(390);
  expect(reports.length).toBeLessThanOrEqual(420);
  const titles = new Set(reports.map(({ input }) => input.title));
  expect(titles.size).toBeGreaterThan(250);
  const inHours = reports.filter(({ at }) => new Date(at).getUTCHours() >= 6 && new Date(at).getUTCHours() < 18);
  expect(inHours.length / reports.length).toBeGreaterThan(0.9);
});

test.each(MOMENTS)('started at %s: in order, nothing from the future, and nothing points into the void', (moment) => {
  const now = new Date(moment);
  const plan = buildDemo({ seed: 3, now });
  const known = new Set<string>();
  for (const { key, action, input } of plan.registers) {
    expect(referencesIn(input).filter((other) => !known.has(other))).toEqual([]);
    // Added once; what is published was added before.
    expect(known.has(key)).toBe(!action.endsWith('.add'));
    known.add(key);
  }
  let last = plan.registers.at(-1)?.at ?? '';
  for (const { at, by, action, ticket, input } of plan.steps) {
    expect(at >= last && at <= now.toISOString()).toBe(true);
    expect(by === 'system' || by === APPROVER || known.has(`person:${by}`)).toBe(true);
    if (action === 'tickets.report') known.add(`ticket:${ticket}`);
    expect([`ticket:${ticket}`, ...referencesIn(input)].filter((key) => !known.has(key))).toEqual([]);
    expect(JSON.stringify(input)).not.toMatch(/\{[a-z]+\}/);
    last = at;
  }
});
