// If this fails, some order of writing, proposing, voting, standing in and waiting brings a template into use that nobody else has approved as it is.
import fc from 'fast-check';
import { changeTemplatesPractice, TEMPLATE_LIFECYCLE, standsToTemplateAs, templateActions, templateSubjectOf, type ChangeTemplate, type TemplateEvent, type TemplateRole } from '../../../shared/change-templates';
import { isUsable } from '../../../shared/changes';
import { isRefused, systemActor, type Actor } from '../../../shared/kernel';
import { createChangeDesk, type ChangeDesk, type ChangePerson } from '../../_support/change-desk';
import { createRunner, type Run } from '../../_support/practice-runner';

type Story = Run<ChangeTemplate, TemplateEvent>;

const PEOPLE = ['bob', 'carol', 'mona', 'nils', 'olga', 'alice'] as const satisfies readonly ChangePerson[];
const VERBS = ['edit', 'propose', 'propose', 'propose', 'approve', 'approve', 'approve', 'approve', 'approve', 'approve', 'reject', 'returnForInfo', 'withdrawVote', 'suspend', 'reinstate', 'retire', 'nudge', 'expire', 'renew', 'renew', 'renew'] as const;
const START = Date.parse('2026-03-02T09:00:00.000Z');
const REASON = 'Nobody has done it this way so far; the vendor describes it.';

let desk: ChangeDesk;
beforeAll(async () => {
  desk = await createChangeDesk();
  const steps = [
    { id: 'technical', stage: 1, from: [{ kind: 'group', groupId: desk.groups.network.id }], quorum: { mode: 'any' }, expireAfterHours: 100 },
    { id: 'template', stage: 2, from: [{ kind: 'role', role: 'changeManagers' }], quorum: { mode: 'any' }, remindAfterHours: 10, escalateAfterHours: 20 },
  ];
  // Short jobs need fewer people: both kinds of approvals come up.
  await desk.add('approvalPolicies', { name: 'Outages', subject: 'changeTemplates', table: 'base', order: 1, conditions: [[{ field: 'isOutage', is: ['true'] }]], steps });
});
afterAll(() => desk.close());

interface Step {
  readonly who: number;
  readonly standsFor: readonly number[];
  readonly verb: (typeof VERBS)[number];
  readonly hours: number;
  readonly pick: number;
}

const steps = fc.array(
  fc.record({
    who: fc.nat(PEOPLE.length - 1), standsFor: fc.array(fc.nat(PEOPLE.length - 1), { maxLength: 2 }), verb: fc.constantFrom(...VERBS, ...VERBS.filter((verb) => verb !== 'retire')),
    hours: fc.oneof({ weight: 20, arbitrary: fc.nat(5) }, { weight: 2, arbitrary: fc.nat(400) }, { weight: 1, arbitrary: fc.constant(9_000) }), pick: fc.nat(20),
  }),
  { minLength: 5, maxLength: 40 },
);

function seatAt({ pick }: Step, { record: { approval } }: Story) {
  const step = approval?.steps[pick % (approval.steps.length || 1)];
  return { step, seat: step?.seats[pick % (step.seats.length || 1)] };
}

function inputFor(taken: Step, story: Story): object {
  const { verb, pick } = taken;
  const { step, seat } = seatAt(taken, story);
  const press = { step: step?.id ?? 'template', token: pick % 7 === 0 ? 'guessed' : (seat?.token ?? 'none'), comment: 'Looked at it.' };
  switch (verb) {
    case 'edit':
      return pick % 3 === 0 ? { ownerId: desk.people[PEOPLE[pick % PEOPLE.length] as ChangePerson].id } : { maxMinutes: 30 + pick, values: { implementationPlan: 'a', testPlan: 'b', backoutPlan: 'c', isOutage: pick % 2 === 0 } };
    case 'propose':
    case 'renew':
      return { reason: REASON };
    case 'approve':
    case 'reject':
    case 'returnForInfo':
      return press;
    case 'withdrawVote':
      return { step: press.step };
    case 'suspend':
    case 'reinstate':
    case 'retire':
      return { reason: 'So.' };
    case 'nudge':
    case 'expire':
      return {};
  }
}

/** Every other press comes from whoever's seat it is. */
function actorFor(taken: Step, story: Story): Actor {
  const { who, standsFor, verb, pick } = taken;
  if (verb === 'nudge' || verb === 'expire') return systemActor('job');
  const sitting = PEOPLE.find((key) => desk.people[key].id === seatAt(taken, story).seat?.personId);
  if (sitting && pick % 2 === 0) return desk.actor(sitting);
  const actsFor = standsFor.map((index) => desk.people[PEOPLE[index] as ChangePerson].id);
  return { ...desk.actor(PEOPLE[who] as ChangePerson), actsFor };
}

/** Said from the history alone: who has written, owns or proposed what was approved last, and who approved it. */
function checkApproved({ record, history }: Story): void {
  // A renewal that is refused leaves it approved, too.
  const isConsent = ({ event }: Story['history'][number]): boolean => event.type === 'VoteCast' && event.state === 'approved' && event.vote.decision === 'approved';
  const approvedAt = history.findLastIndex(isConsent);
  const proposedAt = history.findLastIndex(({ event }, index) => (event.type === 'TemplateProposed' || event.type === 'TemplateRenewalAsked') && index < approvedAt);
  const writtenAt = history.findLastIndex(({ event }, index) => (event.type === 'TemplateAdded' || event.type === 'TemplateEdited') && index < proposedAt);
  const earlier = history.findLastIndex((entry, index) => isConsent(entry) && index < writtenAt);
  expect(approvedAt).toBeGreaterThan(proposedAt);
  // What was proposed is what is in use.
  expect(history.findLastIndex(({ event }) => event.type === 'TemplateEdited')).toBeLessThan(proposedAt);
  const wrote = history.slice(earlier + 1, writtenAt + 1).filter(({ event }) => event.type === 'TemplateAdded' || event.type === 'TemplateEdited').map(({ by }) => by);
  const involved = new Set([...wrote, history[proposedAt]?.by, record.ownerId]);
  const consent = history[approvedAt]?.event;
  const approval = consent?.type === 'VoteCast' ? consent.approval : undefined;
  const votes = approval?.steps.flatMap((step) => step.votes) ?? [];
  expect(votes.length).toBeGreaterThan(0);
  for (const vote of votes) expect(involved.has(vote.byId) || involved.has(vote.seatId)).toBe(false);
  for (const step of approval?.steps ?? []) expect(step.votes.some(({ decision }) => decision === 'approved')).toBe(true);
}

test('only what somebody else has approved, exactly as it is, comes into use', () => {
  const act = createRunner(changeTemplatesPractice, 'TPL0000001', () => desk.app.desk.directory);
  let used = 0;
  let renewed = 0;
  fc.assert(
    fc.property(steps, fc.nat(2), (taken, first) => {
      let now = START;
      const at = (): string => new Date(now).toISOString();
      const content = { name: 'Patch', purpose: 'Patches', maxMinutes: 60, ownerId: desk.people.carol.id, values: { implementationPlan: 'a', testPlan: 'b', backoutPlan: 'c', isOutage: first === 1 } };
      const born = act(undefined, { verb: 'add', by: desk.actor('bob'), at: at(), input: content });
      if (isRefused(born)) throw new Error(born.refused.code);
      let story: Story = born;
      for (const step of [{ who: 0, standsFor: [], verb: 'propose', hours: 1, pick: 1 } as const, ...taken]) {
        now += step.hours * 3_600_000;
        const next = act(story, { verb: step.verb, by: actorFor(step, story), at: at(), input: inputFor(step, story) });
        if (isRefused(next)) continue;
        const before = story.record;
        story = next;
        const { record, history } = story;
        expect(history.reduce<ChangeTemplate | undefined>((state, entry) => changeTemplatesPractice.fold(state, entry), undefined)).toEqual(record);
        if (record.state === 'approved' || record.state === 'renewing' || record.state === 'suspended') checkApproved(story);
        if (isUsable(record, at())) used += 1;
        if (history.at(-1)?.event.type === 'VoteCast' && before.renewal && before.renewal.expiresAt === record.expiresAt) renewed += 1;
        const { summary, timers } = changeTemplatesPractice.derive(record, desk.app.desk.directory);
        expect(summary.awaitedApproverIds.length > 0 && record.state !== 'proposed' && record.state !== 'renewing').toBe(false);
        expect(record.renewal !== undefined).toBe(record.state === 'renewing');
        expect(timers.length > 0).toBe(record.state === 'proposed' || record.state === 'renewing' || record.state === 'approved' || record.state === 'suspended');
      }
    }),
    { numRuns: 400, seed: 4711 },
  );
  // The property is worth nothing if nothing ever comes into use.
  expect([used > 100, renewed > 20]).toEqual([true, true]);
});

test('in every state everybody may do exactly what the table says', () => {
  const base = { id: 'TPL0000001', requesterId: desk.people.bob.id, ownerId: desk.people.carol.id, approverIds: [desk.people.mona.id, desk.people.nils.id], excludedApproverIds: [desk.people.bob.id, desk.people.carol.id] };
  const roles = [...new Set(TEMPLATE_LIFECYCLE.transitions.flatMap(({ who }) => who))] as TemplateRole[];
  for (const state of TEMPLATE_LIFECYCLE.states) {
    const isOpen = state === 'proposed' || state === 'renewing';
    const subject = { ...base, state, awaitedApproverIds: isOpen ? [desk.people.mona.id] : [], votedIds: isOpen ? [desk.people.nils.id] : [] };
    for (const key of PEOPLE) {
      const who = desk.actor(key);
      const stands = roles.filter((role) => standsToTemplateAs(role, who, subject));
      const expected = key === 'alice' ? [] : TEMPLATE_LIFECYCLE.transitions.filter((row) => row.from.includes(state) && row.who.some((role) => stands.includes(role))).map(({ action }) => `changeTemplates.${action}`);
      const allowed = templateActions.filter((action) => !action.creates && !action.internal && action.can(who, subject)).map(({ name }) => name);
      expect({ state, key, allowed: [...allowed].sort() }).toEqual({ state, key, allowed: [...expected].sort() });
    }
  }
});

test('what permissions look at is the same in the record and in its summary', () => {
  const act = createRunner(changeTemplatesPractice, 'TPL0000001', () => desk.app.desk.directory);
  const born = act(undefined, { verb: 'add', by: desk.actor('bob'), at: '2026-03-02T09:00:00.000Z', input: { name: 'Patch' } });
  if (isRefused(born)) throw new Error(born.refused.code);
  expect(changeTemplatesPractice.derive(born.record, desk.app.desk.directory).summary).toMatchObject(templateSubjectOf(born.record));
});
