// If this fails, a freeze or a maintenance window is saved that nobody can compute with, or a right one is refused without a word.
import type { DecideContext } from '../../../shared/kernel';
import { problemText } from '../../../shared/strings';
import { checkWindow } from '../../../shared/scheduling/window-check';

const known = (ids: readonly string[]) => (id: string) => (ids.includes(id) ? { id, retired: id.endsWith('9') } : undefined);
const config = { service: known(['SVC0000001', 'SVC0000009']), item: known(['CIT0000001']), group: known(['GRP0000001', 'GRP0000009']) };
const context = { config, now: '2026-01-15T12:00:00.000Z' } as unknown as DecideContext<unknown>;
const weekly = { kind: 'weekly', days: ['sat'], from: '22:00', to: '04:00' };
const good = { name: 'Night', zone: 'Europe/Berlin', occurrences: [weekly] };

function problems(values: object): string[] {
  return checkWindow({ ...good, ...values }, context).map((problem) => {
    // Every code has words in both languages, and all of their parameters.
    for (const language of ['en', 'de'] as const) expect(problemText(problem, language)).not.toBe(`problem.${problem.code}`);
    return `${problem.field} ${problem.code}`;
  });
}
const ofTimes = (occurrence: unknown): string[] => problems({ occurrences: [occurrence] }).map((line) => line.replace('occurrences ', ''));

it.each<[string, object]>([
  ['once', { kind: 'once', from: '2026-12-24T18:00', to: '2027-01-03T06:00' }],
  ['once, over a clock change', { kind: 'once', from: '2026-03-29T01:00', to: '2026-03-29T03:00' }],
  ['weekly', weekly],
  ['every second week', { ...weekly, everyWeeks: 2, firstDate: '2026-01-05' }],
  ['weekly from a date on', { ...weekly, firstDate: '2026-01-05' }],
  ['around the clock', { ...weekly, from: '00:00', to: '00:00' }],
  ['monthly', { kind: 'monthly', nth: -1, day: 'sun', from: '01:00', to: '05:00' }],
  ['yearly over the new year', { kind: 'yearly', from: '12-20', to: '01-03' }],
  ['a leap day', { kind: 'yearly', from: '02-29', to: '02-29' }],
])('%s is fine', (_name, occurrence) => expect(problems({ occurrences: [occurrence] })).toEqual([]));

it.each<[string, unknown]>([
  ['notZone', 'Berlin'], ['notZone', '+02:00'], ['notZone', ''], ['notZone', 7], ['notZone', undefined], ['notZone', 'Europe/Berlin\u0000'], ['notZone', ['UTC']],
])('zone: %s for %j', (code, zone) => expect(problems({ zone })).toEqual([`zone ${code}`]));

it.each<[string, unknown]>([
  ['noOccurrence', undefined], ['noOccurrence', []], ['noOccurrence', {}], ['noOccurrence', 'weekly'], ['noOccurrence', null],
  ['tooMany', Array.from({ length: 61 }, () => weekly)],
])('occurrences: %s', (code, occurrences) => expect(problems({ occurrences })).toEqual([`occurrences ${code}`]));

it.each<[string, unknown]>([
  ['badOccurrence', null], ['badOccurrence', []], ['badOccurrence', 'sat'], ['badOccurrence', 3],
  ['unknownOccurrence', {}], ['unknownOccurrence', { kind: 'daily' }], ['unknownOccurrence', { kind: 'constructor' }], ['unknownOccurrence', { kind: ['once'] }],
  ['unknownOccurrencePart', { ...weekly, until: '2026-01-01' }], ['unknownOccurrencePart', JSON.parse('{"kind":"yearly","from":"01-01","to":"01-02","__proto__":{}}')],
  ['notWallClock', { kind: 'once', from: '2026-12-24', to: '2026-12-25T00:00' }], ['notWallClock', { kind: 'once', from: '2026-12-24T18:00', to: '2026-12-25T00:00Z' }], ['notWallClock', { kind: 'once' }],
  ['noSuchDate', { kind: 'once', from: '2026-02-30T00:00', to: '2026-03-01T00:00' }], ['notTime', { kind: 'once', from: '2026-12-24T24:00', to: '2026-12-26T00:00' }],
  ['dateTooFar', { kind: 'once', from: '2026-12-24T18:00', to: '9999-01-01T00:00' }], ['dateTooFar', { kind: 'once', from: '0001-12-24T18:00', to: '2026-01-01T00:00' }],
  ['onceBackwards', { kind: 'once', from: '2026-12-24T18:00', to: '2026-12-24T18:00' }], ['neverHappens', { kind: 'once', from: '2026-03-29T02:10', to: '2026-03-29T02:50' }],
  ['noWeekday', { ...weekly, days: [] }], ['noWeekday', { ...weekly, days: 'sat' }], ['unknownWeekday', { ...weekly, days: ['sat', 'Samstag'] }], ['unknownWeekday', { ...weekly, days: [null] }],
  ['tooMany', { ...weekly, days: Array.from({ length: 8 }, () => 'sat') }],
  ['badWeeks', { ...weekly, everyWeeks: 0, firstDate: '2026-01-05' }], ['badWeeks', { ...weekly, everyWeeks: 1.5 }], ['badWeeks', { ...weekly, everyWeeks: '2' }], ['badWeeks', { ...weekly, everyWeeks: 1e9 }],
  ['noFirstDate', { ...weekly, everyWeeks: 2 }], ['noSuchDate', { ...weekly, firstDate: '2026-13-01' }], ['dateTooFar', { ...weekly, firstDate: '2200-01-01' }],
  ['notTime', { ...weekly, from: '24:00' }], ['notTime', { ...weekly, to: '4:00' }], ['notTime', { ...weekly, to: { hour: 4 } }],
  ['badNth', { kind: 'monthly', nth: 5, day: 'sun', from: '01:00', to: '05:00' }], ['badNth', { kind: 'monthly', nth: 0, day: 'sun', from: '01:00', to: '05:00' }],
  ['unknownWeekday', { kind: 'monthly', nth: 1, day: 'sonntag', from: '01:00', to: '05:00' }],
  ['noSuchDayOfYear', { kind: 'yearly', from: '02-30', to: '03-01' }], ['noSuchDayOfYear', { kind: 'yearly', from: '12-24', to: '2026-01-01' }], ['noSuchDayOfYear', { kind: 'yearly', from: 1, to: '01-01' }],
])('a time: %s for %j', (code, occurrence) => expect(ofTimes(occurrence)).toEqual([code]));

it.each<[string[], unknown]>([
  [[], undefined], [[], {}], [[], { serviceIds: [], itemIds: ['CIT0000001'], itemClasses: ['server'], environments: ['test'], regions: ['EU north'] }],
  // What is retired counts for nothing, and is no reason to refuse a new name.
  [[], { serviceIds: ['SVC0000009'] }],
  [['scope badScope'], []], [['scope badScope'], 'all'], [['scope badScope'], null], [['scope unknownScope'], { sites: ['Berlin'] }], [['scope unknownScope'], { toString: ['x'] }],
  [['scope notList'], { itemIds: 'CIT0000001' }], [['scope notList'], { regions: [1] }], [['scope tooMany'], { regions: Array.from({ length: 201 }, (_, index) => `R${index}`) }],
  [['scope notInScope', 'scope notInScope'], { serviceIds: ['SVC0000002'], environments: ['staging'] }], [['scope notInScope'], { regions: [' '] }],
  [Array.from({ length: 5 }, () => 'scope notInScope'), { itemIds: Array.from({ length: 100 }, (_, index) => `<${index}>`) }],
])('scope: %j for %j', (expected, scope) => expect(problems({ scope })).toEqual(expected));

it.each<[string[], object]>([
  [[], { itemIds: ['CIT0000001'], serviceIds: ['SVC0000001'] }], [['itemIds notFound'], { itemIds: ['CIT0000002'] }], [['serviceIds notFound'], { serviceIds: ['SVC0000002'] }],
  [[], { approverGroupId: 'GRP0000001', approverCount: 2 }], [['approverGroupId notFound'], { approverGroupId: 'GRP0000009' }], [['approverGroupId notFound'], { approverGroupId: 'GRP0000002' }],
  [['approverCount notWhole'], { approverGroupId: 'GRP0000001', approverCount: 1.5 }], [['approverGroupId countWithoutGroup'], { approverCount: 2 }],
])('what it names: %j for %j', (expected, values) => expect(problems(values)).toEqual(expected));

it('tells everything that is wrong at once', () => {
  expect(problems({ zone: 'Moon', occurrences: [{ kind: 'daily' }, { ...weekly, days: [] }], scope: 7 })).toEqual([
    'zone notZone', 'occurrences unknownOccurrence', 'occurrences noWeekday', 'scope badScope',
  ]);
});
