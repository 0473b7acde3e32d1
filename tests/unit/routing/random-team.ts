import fc from 'fast-check';
import type { Member, PickInput } from '../../../shared/routing';

export const NOW = '2026-11-20T12:00:00.000Z';
const SKILLS = ['SKL0000001', 'SKL0000002', 'SKL0000003'] as const;
const STRATEGIES = ['roundRobin', 'leastLoaded', 'skills', 'onCall'] as const;

const minutesFromNow = (minutes: number): string => new Date(Date.parse(NOW) + minutes * 60_000).toISOString();
/** Few different values, so that ties are common. */
const instant = (from: number, to: number) => fc.integer({ min: from, max: to }).map((steps) => minutesFromNow(steps * 20));
const maybe = <T>(value: fc.Arbitrary<T>, freq = 2) => fc.option(value, { nil: undefined, freq });
const personId = fc.integer({ min: 1, max: 9 }).map((number) => `PER000000${number}`);

const duty = fc.record({
  isOn: fc.boolean().chain((isOn) => (isOn ? fc.constant(true) : fc.boolean())),
  until: maybe(instant(1, 6)), nextAt: maybe(instant(7, 12)), level: maybe(fc.constantFrom('primary', 'secondary', 'tertiary', 'lead' as const)),
});

const member = (id: string): fc.Arbitrary<Member> =>
  fc.record({
    personId: fc.constant(id),
    hasLeft: fc.integer({ min: 0, max: 15 }).map((chance) => chance === 0),
    awayUntil: maybe(instant(-3, 9), 5),
    isOutOfOffice: maybe(fc.constant(true), 5),
    substituteId: maybe(personId),
    duty,
    open: fc.integer({ min: 0, max: 4 }), urgent: fc.integer({ min: 0, max: 2 }), load: fc.integer({ min: 0, max: 6 }),
    capacity: fc.integer({ min: 2, max: 5 }), urgentCapacity: fc.integer({ min: 1, max: 2 }),
    skills: fc.dictionary(fc.constantFrom(...SKILLS), fc.integer({ min: 1, max: 5 }), { noNullPrototype: true }),
    lastAssignedAt: maybe(instant(-4, 0)),
  }) as fc.Arbitrary<Member>;

const need = fc.record({ skillId: fc.constantFrom(...SKILLS), level: fc.integer({ min: 1, max: 5 }), isMandatory: maybe(fc.boolean()) });

/** A group of up to nine people and a ticket for one of them. */
export const randomPick = fc.uniqueArray(fc.integer({ min: 1, max: 9 }), { maxLength: 9 }).chain((numbers) =>
  fc.record({
    now: fc.constant(NOW), groupId: fc.constant('GRP0000001'),
    strategy: fc.constantFrom(...STRATEGIES),
    affinity: maybe(fc.record({ personId, solvedAt: fc.integer({ min: 1, max: 40 }).map((days) => minutesFromNow(-days * 1_440)) })),
    wanted: fc.record({
      isUrgent: fc.boolean(), requesterId: maybe(personId), approverIds: fc.array(personId, { maxLength: 1 }),
      dueAts: fc.array(instant(0, 12), { maxLength: 2 }),
      needs: fc.uniqueArray(need, { maxLength: 2, selector: ({ skillId }) => skillId }),
      declinedIds: fc.array(personId, { maxLength: 1 }), unansweredIds: fc.array(personId, { maxLength: 1 }), lastOfferedId: maybe(personId, 4),
    }),
    members: fc.tuple(...numbers.map((number) => member(`PER000000${number}`))),
  }),
) as unknown as fc.Arbitrary<PickInput>;
