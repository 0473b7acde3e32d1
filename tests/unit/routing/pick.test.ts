// If this fails, a ticket goes to somebody who is away, overloaded or asked for it themselves, or Bellhop gives a reason that is not true.
import fc from 'fast-check';
import { pickAssignee, type Member, type PickInput } from '../../../shared/routing';
import { bestOf, decidedAfter, reasonsAgainst } from './oracle';
import { NOW, randomPick } from './random-team';

const RUNS = Number(process.env.PICK_RUNS ?? 3_000);
const check = (property: (input: PickInput) => void): void => fc.assert(fc.property(randomPick, property), { numRuns: RUNS, seed: 20261129 });

const isStandIn = (input: PickInput, personId: string): boolean => input.strategy === 'onCall' && input.members.some(({ substituteId }) => substituteId === personId);

const someone = (number: number, over: Partial<Member> = {}): Member => ({
  personId: `PER000000${number}`, hasLeft: false, duty: { isOn: true }, open: 0, urgent: 0, load: 0, capacity: 12, urgentCapacity: 2, skills: {}, ...over,
});
const input = (members: readonly Member[], over: Partial<PickInput> = {}): PickInput => ({
  now: NOW, groupId: 'GRP0000001', strategy: 'leastLoaded', members,
  wanted: { isUrgent: false, approverIds: [], dueAts: [], needs: [], declinedIds: [], unansweredIds: [] }, ...over,
});
const wanted = (over: Partial<PickInput['wanted']>): PickInput['wanted'] => ({ ...input([]).wanted, ...over });

describe('on random teams', () => {
  it('nobody ineligible is ever picked, and nobody is missing in the explanation', () => {
    check((given) => {
      const picked = pickAssignee(given);
      const against = new Map(given.members.map((member) => [member.personId, reasonsAgainst(member, given)]));
      // Who stands in for somebody on call is on duty in their place; everything else still counts.
      const isDuty = (why: string): boolean => ['notOnCall', 'leaving'].includes(why);
      for (const { personId } of picked.considered) expect(against.get(personId)!.filter((why) => !(isStandIn(given, personId) && isDuty(why)))).toEqual([]);
      expect([...picked.considered, ...picked.ruledOut].map(({ personId }) => personId).sort()).toEqual([...against.keys()].sort());
      if (picked.personId !== undefined) expect(picked.considered[0]?.personId).toBe(picked.personId);
      expect(picked.personId === undefined).toBe(picked.considered.length === 0);
    });
  });

  it('every reason against somebody is true, and it is the first one', () => {
    check((given) => {
      for (const { personId, why } of pickAssignee(given).ruledOut) {
        const member = given.members.find((entry) => entry.personId === personId)!;
        const [first] = reasonsAgainst(member, given);
        if (!isStandIn(given, personId)) expect(why).toBe(first);
      }
    });
  });

  it('the strategy picks whom a plain reading of its rule picks, and names what decided', () => {
    check((given) => {
      const picked = pickAssignee({ ...given, affinity: undefined as never });
      const expected = bestOf(given, picked.considered);
      expect(picked.personId).toBe(expected?.personId);
      if (expected) expect(picked.decidedBy).toBe(decidedAfter(given, expected.rounds));
    });
  });

  it('the order in which people are looked at does not matter', () => {
    fc.assert(
      fc.property(randomPick.chain((given) => fc.tuple(fc.constant(given), fc.shuffledSubarray([...given.members], { minLength: given.members.length }))), ([given, members]) => {
        expect(pickAssignee({ ...given, members })).toEqual(pickAssignee(given));
      }),
      { numRuns: RUNS, seed: 7 },
    );
  });

  it('whoever knows the requester goes first, as long as they can take it and it is not too long ago', () => {
    check((given) => {
      const picked = pickAssignee(given);
      const { affinity } = given;
      const isRecent = affinity !== undefined && Date.parse(NOW) - Date.parse(affinity.solvedAt) <= 30 * 86_400_000;
      const canTake = picked.considered.some(({ personId }) => personId === affinity?.personId);
      if (isRecent && canTake) expect(picked).toMatchObject({ personId: affinity.personId, decidedBy: 'sticky', solvedAt: affinity.solvedAt });
      if (!isRecent) expect(picked.decidedBy).not.toBe('sticky');
    });
  });

  it('taking turns is fair: after any number of tickets nobody has two more than anybody else', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 8 }), fc.integer({ min: 1, max: 60 }), (people, tickets) => {
        const last = new Map<string, string>();
        const counts = new Map<string, number>();
        for (let ticket = 0; ticket < tickets; ticket += 1) {
          const now = new Date(Date.parse(NOW) + ticket * 1_000).toISOString();
          const members = Array.from({ length: people }, (_, index) => someone(index + 1, last.has(`PER000000${index + 1}`) ? { lastAssignedAt: last.get(`PER000000${index + 1}`)! } : {}));
          const { personId } = pickAssignee(input(members, { now, strategy: 'roundRobin' }));
          last.set(personId!, now);
          counts.set(personId!, (counts.get(personId!) ?? 0) + 1);
        }
        const all = Array.from({ length: people }, (_, index) => counts.get(`PER000000${index + 1}`) ?? 0);
        expect(Math.max(...all) - Math.min(...all)).toBeLessThanOrEqual(1);
      }),
      { numRuns: 200, seed: 3 },
    );
  });
});

describe('one at a time', () => {
  it('assigns nothing where the group gives out its work by hand', () => {
    expect(pickAssignee(input([someone(1)], { strategy: 'manual' })).personId).toBeUndefined();
  });

  it('weighs load by capacity', () => {
    const members = [someone(1, { load: 4, capacity: 12 }), someone(2, { load: 3, capacity: 6 })];
    expect(pickAssignee(input(members))).toMatchObject({ personId: 'PER0000001', decidedBy: 'load' });
  });

  it('prefers a half expert in what is needed to an expert in less of it', () => {
    const needs = [{ skillId: 'SKL0000001', level: 3, isMandatory: true }, { skillId: 'SKL0000002', level: 2 }];
    const members = [someone(1, { skills: { SKL0000001: 5 } }), someone(2, { skills: { SKL0000001: 2, SKL0000002: 5 } }), someone(3, { skills: { SKL0000002: 5 } })];
    const picked = pickAssignee(input(members, { strategy: 'skills', wanted: wanted({ needs }) }));
    expect(picked).toMatchObject({ personId: 'PER0000002', ruledOut: [{ personId: 'PER0000003', why: 'skill', skillId: 'SKL0000001' }] });
    expect(picked.considered.map(({ skill }) => skill)).toEqual([4, 3]);
  });

  it.each([
    ['before it is due and nobody is back in time', { until: '2026-11-20T12:30:00.000Z', nextAt: '2026-11-23T08:00:00.000Z' }, '2026-11-20T16:00:00.000Z', true],
    ['but it can wait until they are back', { until: '2026-11-20T12:30:00.000Z', nextAt: '2026-11-23T08:00:00.000Z' }, '2026-11-23T09:00:00.000Z', false],
    ['after it is due', { until: '2026-11-20T12:30:00.000Z', nextAt: '2026-11-23T08:00:00.000Z' }, '2026-11-20T12:20:00.000Z', false],
    ['only in some hours', { until: '2026-11-20T15:00:00.000Z', nextAt: '2026-11-23T08:00:00.000Z' }, '2026-11-20T16:00:00.000Z', false],
  ])('looks at who is about to leave: %s', (_name, times, dueAt, isRuledOut) => {
    const picked = pickAssignee(input([someone(1, { duty: { isOn: true, ...times } })], { wanted: wanted({ dueAts: [dueAt] }) }));
    expect(picked.ruledOut.map(({ why }) => why)).toEqual(isRuledOut ? ['leaving'] : []);
  });

  it('asks whoever stands in for the first on call, then the second', () => {
    const away = { awayUntil: '2026-11-27T12:00:00.000Z' };
    const first = someone(1, { duty: { isOn: true, level: 'primary' }, ...away, substituteId: 'PER0000003' });
    const others = [someone(2, { duty: { isOn: true, level: 'secondary' } }), someone(3, { duty: { isOn: false } })];
    expect(pickAssignee(input([first, ...others], { strategy: 'onCall' }))).toMatchObject({ personId: 'PER0000003', insteadOf: 'PER0000001', decidedBy: 'level' });
    const alone = { ...first, substituteId: 'PER0000009' };
    expect(pickAssignee(input([alone, ...others], { strategy: 'onCall' }))).toMatchObject({ personId: 'PER0000002', decidedBy: 'only' });
  });

  it('gives it to the substitute of whoever knows the requester', () => {
    const members = [someone(1, { awayUntil: '2026-11-27T12:00:00.000Z', substituteId: 'PER0000003' }), someone(2), someone(3, { load: 9 })];
    const affinity = { personId: 'PER0000001', solvedAt: '2026-11-10T12:00:00.000Z' };
    expect(pickAssignee(input(members, { affinity }))).toMatchObject({ personId: 'PER0000003', decidedBy: 'sticky', insteadOf: 'PER0000001' });
  });
});
