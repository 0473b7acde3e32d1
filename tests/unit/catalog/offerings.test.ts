// If this fails, employees see what is not ready, a catalog item changes under the hands of those who ordered it, or a plan is published that leads nowhere.
import { foldOffering, defineOfferings, publishingProblems, type ActionStep, type OfferingContent, type OfferingRecord, type Plan } from '../../../shared/catalog';
import { planProblems, planShapeProblems } from '../../../shared/catalog/plan-check-views';
import { checkPlanAction, record } from '../../../shared/app';
import { isRefused, systemActor, type Actor } from '../../../shared/kernel';
import { problemText } from '../../../shared/strings';
import { actor, alice, bob, givenDesk, NOW } from '../../_support/given';

const { directory } = givenDesk();
const offeringsPractice = defineOfferings(checkPlanAction);
const admin = actor('PER0000010', { roles: ['employee', 'administrator'] });
const owner = actor('PER0000003');
const words = (en: string) => ({ en });

const content: OfferingContent = {
  name: 'Badge', description: 'A new badge', categoryId: 'CAT0000001', groupId: 'GRP0000001', ownerId: owner.id, approvalRule: 'none', targetMinutes: 60,
  plan: [{ id: 'print', name: words('Print'), tasks: [{ id: 'a', title: words('Print it') }] }],
};

function act(before: OfferingRecord | undefined, verb: string, input: object, by: Actor, at = NOW): OfferingRecord | { readonly refused: { readonly code: string; readonly problems?: readonly { readonly field: string }[] } } {
  const action = offeringsPractice.actions.find(({ name }) => name === `offerings.${verb}`)!;
  if (!action.can(by, before && offeringsPractice.subject(before))) return { refused: { code: 'kernel.notAllowed' } };
  const context = { actor: by, now: at, config: directory, files: [], others: new Map(), links: [], extra: {}, turns: {}, newToken: () => 'token' };
  const decided = action.decide(before, input as Readonly<Record<string, unknown>>, context);
  if (isRefused(decided)) return decided;
  const history = record(decided.events, { id: 'OFR0000005', version: before?.version ?? 0, at, action: action.name, actor: by });
  return history.reduce<OfferingRecord | undefined>(foldOffering, before)!;
}

function done(before: OfferingRecord | undefined, verb: string, input: object = {}, by: Actor = admin): OfferingRecord {
  const after = act(before, verb, input, by);
  if ('refused' in after) throw new Error(JSON.stringify(after.refused));
  return after;
}
const refusal = (after: ReturnType<typeof act>): string => ('refused' in after ? after.refused.code : 'done');

describe('the life of a catalog item', () => {
  const draft = done(undefined, 'add', content);
  const published = done(draft, 'publish');

  it('a draft is for those who look after it, what is published for everybody, what is retired for nobody who orders', () => {
    const seen = (item: OfferingRecord): readonly boolean[] => [alice, owner, admin, bob].map((who) => offeringsPractice.canRead(who, item));
    expect(seen(draft)).toEqual([false, true, true, false]);
    expect(seen(published)).toEqual([true, true, true, true]);
    expect(seen(done(published, 'retire'))).toEqual([false, true, true, true]);
  });

  it('is edited as the draft of the next edition; what was published stays until that is published', () => {
    const edited = done(published, 'change', { name: 'Badge or key' }, owner);
    expect(edited).toMatchObject({ edition: 1, published: { name: 'Badge' }, draft: { name: 'Badge or key' } });
    expect(offeringsPractice.derive(edited, directory).summary).toMatchObject({ name: 'Badge', edition: 1, state: 'published' });
    expect(refusal(act(edited, 'publish', {}, owner))).toBe('kernel.notAllowed');
    expect(done(edited, 'publish')).toMatchObject({ edition: 2, published: { name: 'Badge or key' } });
    expect(done(edited, 'discard', {}, owner)).not.toHaveProperty('draft');
  });

  it.each(['ownerId', 'groupId', 'approvalRule', 'targetMinutes', 'description'])('is not published without %s, and that is named', (field) => {
    const { [field as 'name']: _left, ...less } = content;
    const refused = act(done(undefined, 'add', less), 'publish', {}, admin);
    expect(refused).toMatchObject({ refused: { code: 'offerings.notReady', problems: [{ field, code: 'required' }] } });
  });

  it('says whether somebody has to agree, and means it', () => {
    const asks: Plan = [{ ...content.plan![0]!, approvals: [{ id: 'manager', from: [{ kind: 'manager' }] }] }];
    expect(publishingProblems({ ...content, plan: asks }, directory, checkPlanAction)).toContainEqual({ field: 'approvalRule', code: 'hasApprovals' });
    expect(publishingProblems({ ...content, approvalRule: 'plan' }, directory, checkPlanAction)).toContainEqual({ field: 'approvalRule', code: 'noApprovals' });
  });

  it('its owner is told 30 days before it has to be looked at, once for each date', () => {
    const item = done(done(undefined, 'add', { ...content, reviewOn: '2027-03-31' }), 'publish');
    expect(offeringsPractice.derive(item, directory).timers).toEqual([{ at: '2027-03-01T08:00:00.000Z', what: 'review' }]);
    const told = done(item, 'remind', {}, systemActor());
    expect(offeringsPractice.derive(told, directory).timers).toEqual([]);
    expect(done(told, 'review', { reviewOn: '2028-03-31' }, owner)).toMatchObject({ edition: 1, published: { reviewOn: '2028-03-31' } });
  });

  it('a form or a plan that nobody could use is refused when it is saved', () => {
    expect(act(draft, 'change', { form: { a: { kind: 'script', label: words('A') } } }, admin)).toMatchObject({ refused: { problems: [{ field: 'form.a', code: 'form.unknownKind' }] } });
    expect(act(draft, 'change', { plan: [{ id: 'x', name: words('X'), hook: 'https://evil.example' }] }, admin)).toMatchObject({ refused: { problems: [{ field: 'plan.x', code: 'plan.badPart' }] } });
    expect(act(draft, 'change', { plan: Array.from({ length: 100 }, (_, index) => ({ id: `s${index}`, name: words('S') })) }, admin)).toMatchObject({ refused: { problems: [{ field: 'plan', code: 'tooMany' }] } });
    expect(refusal(act(draft, 'change', { costs: [{ amount: 5, per: 'century' }] }, admin))).toBe('kernel.invalidInput');
  });
});

describe('a plan that leads nowhere is found before it is published', () => {
  const around = {
    form: { who: { kind: 'person' as const, label: words('Who') }, note: { kind: 'text' as const, label: words('Note') } }, groupId: 'GRP0000001', ownerId: owner.id,
    isPerson: (id: string) => id.startsWith('PER'), deciders: (id: string) => (id === 'GRP0000001' ? 2 : 0), worksOn: (id: string) => id === 'GRP0000001', actionProblems: (step: ActionStep) => checkPlanAction(step, directory),
  };
  const task = { id: 'a', title: words('Do it') };
  const stage = (id: string, more: object = {}): Plan[number] => ({ id, name: words(id), tasks: [task], ...more });
  const asking = (id: string, from: object, more: object = {}): Plan[number] => stage(id, { approvals: [{ id: 'owner', from: [from] }], ...more });

  it.each<[string, Plan, string]>([
    ['leads to a stage that is not there', [stage('one', { next: 'two' })], 'plan.noSuchStage'],
    ['has a stage that nothing leads to', [stage('one', { next: 'done' }), stage('two')], 'plan.unreachable'],
    ['goes round in a circle', [stage('one'), stage('two', { next: 'one' })], 'plan.cycle'],
    ['comes back after a refusal', [stage('one'), asking('two', { kind: 'manager' }, { onRefusal: 'one' })], 'plan.cycle'],
    ['has a stage in which nothing happens', [stage('one', { tasks: [] })], 'plan.deadEnd'],
    ['has the same stage twice', [stage('one'), stage('one')], 'plan.twice'],
    ['waits for a task that is not there', [stage('one', { tasks: [{ ...task, after: ['z'] }] })], 'plan.noSuchTask'],
    ['has tasks that wait for each other', [stage('one', { tasks: [{ ...task, after: ['b'] }, { ...task, id: 'b', after: ['a'] }] })], 'plan.taskCycle'],
    ['gives work to a group that is gone', [stage('one', { tasks: [{ ...task, groupId: 'GRP0000009' }] })], 'plan.nobodyWorks'],
    ['asks a group in which nobody is', [asking('one', { kind: 'group', groupId: 'GRP0000009' })], 'plan.nobodyDecides'],
    ['asks whom the form does not name', [asking('one', { kind: 'answer', field: 'note' })], 'plan.nobodyDecides'],
    ['asks the owner of a service that the form does not ask for', [asking('one', { kind: 'serviceOwners' })], 'plan.nobodyDecides'],
    ['asks nobody', [stage('one', { approvals: [{ id: 'owner', from: [] }] })], 'plan.nobodyDecides'],
    ['looks at what the form does not ask', [stage('one', { conditions: [[{ field: 'color', is: ['red'] }]] })], 'plan.noSuchField'],
  ])('one that %s', (_what, plan, code) => {
    expect(planShapeProblems(plan)).toEqual([]);
    const problems = planProblems(plan, around);
    expect(problems.map((problem) => problem.code)).toContain(code);
    for (const problem of problems) for (const language of ['en', 'de'] as const) expect(problemText(problem, language)).not.toMatch(/^problem\.|[{}]/);
  });

  it('a good one passes', () => {
    const plan = [asking('one', { kind: 'answer', field: 'who' }, { onRefusal: 'three', next: 'two' }), stage('two', { next: 'done' }), stage('three')];
    expect(planProblems(plan, around)).toEqual([]);
  });
});
