// If this fails, some order of asking, voting, standing in, moving the change and waiting opens a freeze without a live decision of enough others.
import fc from 'fast-check';
import type { Directory } from '../../../shared/catalog';
import type { ChangeSummary } from '../../../shared/changes';
import { EXCEPTION_LIFECYCLE, exceptionActions, freezeExceptionsPractice, standsToExceptionAs, type ExceptionEvent, type ExceptionRole, type FreezeException } from '../../../shared/freeze-exceptions';
import { isRefused, systemActor, type Actor } from '../../../shared/kernel';
import { createChangeDesk, WINDOW, type ChangeDesk, type ChangePerson } from '../../_support/change-desk';
import { createRunner, type Run } from '../../_support/practice-runner';

type Story = Run<FreezeException, ExceptionEvent>;

const PEOPLE = ['bob', 'carol', 'mona', 'nils', 'olga', 'alice'] as const satisfies readonly ChangePerson[];
const VERBS = ['approve', 'approve', 'approve', 'approve', 'approve', 'approve', 'approve', 'reject', 'returnForInfo', 'withdrawVote', 'withdraw', 'expire', 'nudge', 'moveChange', 'moveBack', 'endChange', 'newImplementer', 'newImplementer', 'voidVotes', 'voidVotes'] as const;

/** What only Bellhop itself does. */
const OWN: readonly string[] = ['nudge', 'expire', 'voidVotes'];

let desk: ChangeDesk;
let freezeId: string;
let change: ChangeSummary;
beforeAll(async () => {
  desk = await createChangeDesk();
  const board = await desk.add('groups', { name: 'Freeze board', isBoard: true, memberIds: [desk.people.mona.id, desk.people.nils.id, desk.people.olga.id, desk.people.bob.id] });
  freezeId = await desk.add('freezes', {
    name: 'Year end', zone: 'Europe/Berlin', occurrences: [{ kind: 'once', from: '2026-03-04T00:00', to: '2026-03-05T00:00' }], approverGroupId: board, approverCount: 2,
  });
  const proposed = await desk.propose();
  change = desk.app.desk.get(proposed.id) as ChangeSummary;
});
afterAll(() => desk.close());

const step = fc.record({
  who: fc.nat(PEOPLE.length - 1), standsFor: fc.array(fc.nat(PEOPLE.length - 1), { maxLength: 2 }), verb: fc.constantFrom(...VERBS), pick: fc.nat(30),
  minutes: fc.oneof({ weight: 12, arbitrary: fc.nat(120) }, { weight: 1, arbitrary: fc.constant(4_000) }),
});
type Step = typeof step extends fc.Arbitrary<infer T> ? T : never;

const seatOf = ({ record: { approval } }: Story, pick: number) => approval.steps[0]?.seats[pick % (approval.steps[0].seats.length || 1)];

function actorFor({ who, standsFor, verb, pick }: Step, story: Story): Actor {
  if (OWN.includes(verb)) return systemActor('job');
  const sitting = PEOPLE.find((key) => desk.people[key].id === seatOf(story, pick)?.personId);
  if (sitting && pick % 2 === 0) return desk.actor(sitting);
  return { ...desk.actor(PEOPLE[who] as ChangePerson), actsFor: standsFor.map((index) => desk.people[PEOPLE[index] as ChangePerson].id) };
}

function inputFor({ verb, pick }: Step, story: Story): object {
  if (OWN.includes(verb)) return {};
  if (verb === 'withdraw') return { reason: 'So.' };
  if (verb === 'withdrawVote') return { step: 'exception' };
  return { step: 'exception', token: pick % 7 === 0 ? 'guessed' : seatOf(story, pick)?.token, comment: 'Looked at it.' };
}

/** What may lie in the freeze was decided by two people who had nothing to do with the change when the deciding vote was cast. */
function checkDecided({ record, history }: Story, involved: readonly (string | undefined)[]): void {
  const voted = record.approval.steps[0]?.votes ?? [];
  const good = voted.filter(({ decision }) => decision === 'approved');
  expect(new Set(good.map(({ byId }) => byId)).size).toBeGreaterThanOrEqual(2);
  for (const vote of good) expect(involved.includes(vote.byId) || involved.includes(vote.seatId)).toBe(false);
  expect(history.some(({ event }) => event.type === 'ExceptionWithdrawn' || event.type === 'ExceptionExpired')).toBe(false);
}

test('nothing but a live decision of two others about this window opens a freeze', () => {
  let opened = 0;
  fc.assert(
    fc.property(fc.array(step, { minLength: 4, maxLength: 30 }), (taken) => {
      let now = Date.parse('2026-03-02T09:00:00.000Z');
      let current: ChangeSummary | undefined = change;
      const directory = (): Directory => ({ ...desk.app.desk.directory, summary: (id) => (id === change.id ? current : desk.app.desk.directory.summary(id)) });
      const act = createRunner(freezeExceptionsPractice, 'FEX0000001', directory);
      const asked = act(undefined, { verb: 'request', by: desk.actor('carol'), at: new Date(now).toISOString(), input: { changeId: change.id, freezeId, reason: 'Bank.' }, others: [change] });
      if (isRefused(asked)) throw new Error(asked.refused.code);
      let story: Story = asked;
      let involved: readonly (string | undefined)[] = [];
      for (const entry of taken) {
        now += entry.minutes * 60_000;
        const at = new Date(now).toISOString();
        if (entry.verb === 'moveChange') current = current && { ...current, plannedEnd: '2026-03-04T23:00:00.000Z' };
        else if (entry.verb === 'moveBack') current = current && { ...current, plannedEnd: WINDOW.plannedEnd };
        else if (entry.verb === 'endChange') current = entry.pick % 4 === 0 ? undefined : current;
        else if (entry.verb === 'newImplementer') current = current && { ...current, implementerId: desk.people[PEOPLE[entry.pick % PEOPLE.length] as ChangePerson].id };
        else {
          const before: FreezeException = story.record;
          const next = act(story, { verb: entry.verb, by: actorFor(entry, story), at, input: inputFor(entry, story) });
          if (isRefused(next)) continue;
          story = next;
          if (story.record.state === 'approved' && before.state === 'requested') {
            involved = [desk.people.carol.id, current?.requesterId, current?.implementerId];
            expect([current?.plannedStart, current?.plannedEnd, at < story.record.expiresAt]).toEqual([WINDOW.plannedStart, WINDOW.plannedEnd, true]);
          }
          // Whoever plans next must see it, and only what opens or closes a freeze counts.
          expect(story.takesPlace).toBe((story.record.state === 'approved') !== (before.state === 'approved'));
        }
        const { record, history } = story;
        expect(history.reduce<FreezeException | undefined>((state, recorded) => freezeExceptionsPractice.fold(state, recorded), undefined)).toEqual(record);
        const { summary, active, timers } = freezeExceptionsPractice.derive(record, directory());
        expect('exemption' in summary).toBe(record.state === 'approved');
        expect({ active, hasTimer: timers.length > 0 }).toEqual({ active: !EXCEPTION_LIFECYCLE.terminal.includes(record.state), hasTimer: active });
        if (!summary.exemption) continue;
        opened += 1;
        checkDecided(story, involved);
        const { deciderIds, ...exemption } = summary.exemption;
        expect(exemption).toEqual({ exceptionId: record.id, changeId: change.id, freezeId, from: WINDOW.plannedStart, to: WINDOW.plannedEnd, expiresAt: record.expiresAt });
        const voters = record.approval.steps[0]?.votes.flatMap(({ byId, seatId, forId }) => [byId, seatId, forId ?? byId]) ?? [];
        expect(new Set(deciderIds)).toEqual(new Set(voters));
      }
    }),
    { numRuns: 500, seed: 815 },
  );
  // The property is worth nothing if nothing is ever opened.
  expect(opened).toBeGreaterThan(100);
});

test('in every state everybody may do exactly what the table says', () => {
  const roles = [...new Set(EXCEPTION_LIFECYCLE.transitions.flatMap(({ who }) => who))] as ExceptionRole[];
  for (const state of EXCEPTION_LIFECYCLE.states) {
    const isOpen = state === 'requested';
    const subject = {
      id: 'FEX0000001', state, requesterId: desk.people.bob.id, approverIds: [desk.people.mona.id, desk.people.nils.id], excludedApproverIds: [desk.people.bob.id],
      awaitedApproverIds: isOpen ? [desk.people.mona.id] : [], votedIds: isOpen ? [desk.people.nils.id] : [],
    };
    for (const who of [...PEOPLE.map((key) => desk.actor(key)), systemActor('job')]) {
      const stands = roles.filter((role) => standsToExceptionAs(role, who, subject));
      const isReader = who.id !== desk.people.alice.id && who.id !== desk.people.olga.id;
      const rows = EXCEPTION_LIFECYCLE.transitions.filter((row) => row.from.includes(state) && row.who.some((role) => stands.includes(role)));
      const allowed = exceptionActions.filter((action) => !action.creates && action.name !== 'freezeExceptions.nudge' && action.can(who, subject)).map(({ name }) => name);
      expect({ state, who: who.name, allowed: [...allowed].sort() }).toEqual({ state, who: who.name, allowed: isReader ? rows.map(({ action }) => `freezeExceptions.${action}`).sort() : [] });
    }
  }
});
