// If this fails, standard changes are made from templates that nobody approved, that failed, that expired, or that their author approved alone.
import type { RecordView } from '../../../shared/kernel';
import type { TemplateView } from '../../../shared/change-templates';
import { createChangeDesk, type ChangeDesk, type ChangePerson } from '../../_support/change-desk';

const PLANS = { implementationPlan: 'Install the patches.', testPlan: 'Log in.', backoutPlan: 'Restore the snapshot.' };
const LONG_REASON = 'Nobody has done it this way so far; the vendor describes it step by step.';

let desk: ChangeDesk;
beforeAll(async () => {
  desk = await createChangeDesk();
});
afterAll(() => desk.close());

const content = (more: object = {}) => ({
  name: 'Patch a server group', purpose: 'Monthly patches.', maxMinutes: 120, ownerId: desk.people.carol.id, values: PLANS, lockedFields: ['implementationPlan', 'backoutPlan'], ...more,
});

async function perform(by: ChangePerson, verb: string, template: RecordView | string | undefined, input: object = {}): Promise<TemplateView> {
  return (await desk.perform(by, `changeTemplates.${verb}`, template, input)) as unknown as TemplateView;
}
const refusal = (by: ChangePerson, verb: string, template: RecordView | string | undefined, input: object = {}) => desk.refusal(by, `changeTemplates.${verb}`, template, input);
const open = async (id: string, by: ChangePerson): Promise<TemplateView> => (await desk.open(id, by)) as unknown as TemplateView;

async function proposed(more: object = {}, by: ChangePerson = 'bob'): Promise<TemplateView> {
  return perform(by, 'propose', await perform(by, 'add', undefined, content(more)), { reason: LONG_REASON });
}

async function vote(by: ChangePerson, id: string, verb = 'approve', more: object = {}): Promise<TemplateView> {
  const view = await open(id, by);
  return perform(by, verb, view, { step: view.mySeats[0]?.step, token: view.mySeats[0]?.token, comment: 'Looked at it.', ...more });
}

/** A change of Bob that was closed with this outcome. */
async function closedChange(outcome: string, day: number): Promise<string> {
  const window = { plannedStart: `2026-04-0${day}T20:00:00.000Z`, plannedEnd: `2026-04-0${day}T22:00:00.000Z` };
  const { id } = await desk.submitted({ ...window, title: `Patch ${day}` });
  await desk.vote('carol', id);
  await desk.vote('mona', id);
  const before = desk.clock.now().toISOString();
  desk.clock.set(window.plannedStart);
  await desk.perform('bob', 'changes.start', id);
  await desk.perform('bob', 'changes.finish', id, { outcome });
  const seen = await desk.open(id, 'mona');
  const isReviewed = seen.reviewReasons.length > 0;
  await desk.perform('mona', isReviewed ? 'changes.completeReview' : 'changes.close', id, isReviewed ? { objectivesMet: 'yes', rootCause: 'A full disk.' } : {});
  desk.clock.set(before);
  return id;
}

test('from a draft over its approval to use, suspension, review and retirement', async () => {
  const draft = await perform('bob', 'add', undefined, content());
  expect(draft).toMatchObject({ state: 'draft', isUsable: false, ownerName: 'Carol Clark', waitsFor: 'Waits to be proposed' });
  const asked = await perform('bob', 'propose', draft, { reason: LONG_REASON });
  expect(asked).toMatchObject({ state: 'proposed', isUsable: false, expiresAt: '2027-03-02T09:00:00.000Z', mySeats: [] });
  expect(asked.steps).toMatchObject([{ id: 'template', state: 'requested', awaited: [{ name: 'Mona Meyer' }, { name: 'Nils Novak' }] }]);
  const approved = await vote('mona', asked.id);
  expect(approved).toMatchObject({ state: 'approved', isUsable: true });
  expect(desk.app.desk.get(asked.id)).toMatchObject({ state: 'approved', awaitedApproverIds: [], values: PLANS });
  const failed = await closedChange('backedOut', 1);
  const suspended = await desk.app.perform({
    action: 'changeTemplates.suspend', id: asked.id, version: approved.version, input: { changeId: failed }, actor: { ...desk.actor('mona'), id: 'system', roles: ['system'] },
  });
  expect(suspended).toMatchObject({ record: { state: 'suspended', isUsable: false, suspendedBecause: `Suspended, because ${failed} failed` } });
  expect(await refusal('bob', 'reinstate', asked.id, { reason: 'It was the network.' })).toBe('kernel.notAllowed');
  const back = await perform('nils', 'reinstate', asked.id, { reason: 'It was the network.' });
  expect(back).toMatchObject({ state: 'approved', isUsable: true });
  expect(back.suspendedBecause).toBeUndefined();
  const gone = await perform('carol', 'retire', asked.id, { reason: 'Replaced.' });
  expect(gone).toMatchObject({ state: 'retired', isUsable: false, can: [] });
  expect(gone.timeline.map(({ line }) => line)).toEqual([
    'Bob Brown wrote the template',
    'Bob Brown proposed it for use until Tue, Mar 2, 2027, without a sample',
    expect.stringMatching(/^Mona Meyer approved \(.+\)$/),
    `Suspended, because ${failed} failed`,
    'Nils Novak put it back to use',
    'Carol Clark retired it',
  ]);
});

test('an edit makes it a draft again, whatever it was, and voids every vote and every token', async () => {
  const approved = await vote('mona', (await proposed()).id);
  const edited = await perform('bob', 'edit', approved, { maxMinutes: 240 });
  expect(edited).toMatchObject({ state: 'draft', isUsable: false, steps: [], samples: [], myVotes: [] });
  expect(edited.expiresAt).toBeUndefined();
  expect(edited.timeline.at(-1)?.line).toContain('has to be approved anew');

  const asked = await perform('bob', 'propose', edited, { reason: LONG_REASON });
  const [seat] = (await open(asked.id, 'nils')).mySeats;
  await perform('carol', 'edit', asked, { purpose: 'Monthly patches, and others.' });
  const again = await perform('bob', 'propose', asked.id, { reason: LONG_REASON });
  expect(await refusal('nils', 'approve', again.id, { step: seat?.step, token: seat?.token })).toBe('approvals.outdated');
  const suspended = await perform('mona', 'suspend', await vote('nils', again.id), { reason: 'Doubts.' });
  expect(await perform('bob', 'edit', suspended, { maxMinutes: 60 })).toMatchObject({ state: 'draft' });
  expect(await refusal('nils', 'reinstate', again.id, { reason: 'Looks fine.' })).toBe('kernel.notAllowed');
});

describe('a renewal', () => {
  const YEAR = '2027-03-02T09:00:00.000Z';
  const NEXT_YEAR = '2028-03-02T09:00:00.000Z';
  const approved = async (): Promise<TemplateView> => vote('mona', (await proposed()).id);

  test('is decided while the template goes on being used, and lengthens its time', async () => {
    const used = await approved();
    const asked = await perform('bob', 'renew', used, { reason: LONG_REASON });
    expect(asked).toMatchObject({ state: 'renewing', isUsable: true, expiresAt: YEAR, renewsUntil: NEXT_YEAR, mySeats: [] });
    expect(asked.steps).toMatchObject([{ state: 'requested', awaited: [{ name: 'Mona Meyer' }, { name: 'Nils Novak' }] }]);
    expect((await desk.app.list({ list: 'changeTemplates', filters: { scope: 'awaiting' }, actor: desk.actor('nils') }))).toMatchObject({ items: expect.arrayContaining([expect.objectContaining({ id: used.id })]) });
    const renewed = await vote('nils', used.id);
    expect(renewed).toMatchObject({ state: 'approved', isUsable: true, expiresAt: NEXT_YEAR, requesterName: 'Bob Brown' });
    expect(renewed.renewsUntil).toBeUndefined();
    expect(renewed.timeline.at(-2)?.line).toBe('Bob Brown asked to renew it until Thu, Mar 2, 2028, without a sample');
  });

  test.each(['reject', 'returnForInfo'])('that meets %s leaves it as it was, until its end', async (verb) => {
    const used = await approved();
    await perform('bob', 'renew', used, { reason: LONG_REASON });
    // A question is enough; a refusal of one leaves it to the other.
    if (verb === 'reject') expect(await vote('mona', used.id, verb, { comment: 'Show a sample.' })).toMatchObject({ state: 'renewing' });
    expect(await vote('nils', used.id, verb, { comment: 'Show a sample.' })).toMatchObject({ state: 'approved', isUsable: true, expiresAt: YEAR, timeline: expect.arrayContaining([expect.objectContaining({ text: 'Show a sample.' })]) });
    expect((await perform('bob', 'renew', used.id, { reason: LONG_REASON })).state).toBe('renewing');
  });

  test('that nobody has decided when the template ends is a proposal from then on', async () => {
    const start = desk.clock.now().toISOString();
    const system = { ...desk.actor('mona'), id: 'system', roles: ['system' as const] };
    const used = await approved();
    desk.clock.set('2027-03-02T08:00:00.000Z');
    const asked = await perform('bob', 'renew', used.id, { reason: LONG_REASON });
    desk.clock.set(YEAR);
    expect(await open(used.id, 'mona')).toMatchObject({ isUsable: false });
    expect(await desk.app.perform({ action: 'changeTemplates.expire', id: used.id, version: asked.version, input: {}, actor: system })).toMatchObject({ record: { state: 'proposed', isUsable: false } });
    expect(await vote('mona', used.id)).toMatchObject({ state: 'approved', isUsable: true, expiresAt: NEXT_YEAR });
    expect(await refusal('bob', 'renew', used.id, { reason: LONG_REASON, expiresAt: '2028-03-01T00:00:00Z' })).toBe('kernel.invalidInput');
    desk.clock.set(start);
  });

  test('is worth nothing once somebody edits, suspends or retires it', async () => {
    for (const [verb, input, state] of [['edit', { maxMinutes: 45 }, 'draft'], ['suspend', { reason: 'Doubts.' }, 'suspended'], ['retire', { reason: 'Replaced.' }, 'retired']] as const) {
      const used = await approved();
      await perform('bob', 'renew', used, { reason: LONG_REASON });
      const [seat] = (await open(used.id, 'nils')).mySeats;
      const after = await perform('carol', verb, used.id, input);
      expect(after).toMatchObject({ state, isUsable: false });
      expect(after.renewsUntil).toBeUndefined();
      expect(await refusal('nils', 'approve', used.id, { step: seat?.step, token: seat?.token })).toBe('kernel.notAllowed');
    }
  });

  test('is not decided by those who wrote it, and says why it is asked for like a proposal', async () => {
    const draft = await perform('bob', 'add', undefined, content());
    await perform('mona', 'edit', draft, { maxMinutes: 90 });
    await perform('bob', 'propose', draft.id, { reason: LONG_REASON });
    await vote('nils', draft.id);
    expect(await refusal('bob', 'renew', draft.id, { reason: 'Please.' })).toBe('changeTemplates.samplesRequired');
    expect(await refusal('bob', 'renew', draft.id, { reason: LONG_REASON, expiresAt: '2036-01-01T00:00:00Z' })).toBe('changeTemplates.expiresTooLate');
    expect(await refusal('nils', 'renew', draft.id, { reason: LONG_REASON })).toBe('changeTemplates.nobodyToDecide');
    const asked = await perform('bob', 'renew', draft.id, { reason: LONG_REASON });
    expect(asked.steps[0]?.awaited.map(({ name }) => name)).toEqual(['Nils Novak']);
  });
});

describe('nobody approves what they wrote, own or propose', () => {
  test('not as a change manager: with both of them in it, nobody is left to decide', async () => {
    const draft = await perform('nils', 'add', undefined, content({ ownerId: desk.people.mona.id }));
    expect(await refusal('nils', 'propose', draft, { reason: LONG_REASON })).toBe('changeTemplates.nobodyToDecide');
    expect(await refusal('bob', 'propose', draft, { reason: LONG_REASON })).toBe('kernel.notAllowed');
  });

  test('not with somebody else who proposes it for them, and not by having edited it only', async () => {
    const draft = await perform('bob', 'add', undefined, content());
    await perform('mona', 'edit', draft, { maxMinutes: 90 });
    const asked = await perform('bob', 'propose', draft.id, { reason: LONG_REASON });
    expect(asked.steps[0]?.awaited.map(({ name }) => name)).toEqual(['Nils Novak']);
    expect(await refusal('mona', 'approve', asked.id, { step: 'template', token: 'guessed' })).toBe('kernel.notAllowed');
  });

  test('not as the substitute of an approver', async () => {
    const asked = await proposed({}, 'bob');
    await desk.perform('mona', 'delegations.add', undefined, { toId: desk.people.bob.id, startsAt: '2026-03-01T00:00:00Z', endsAt: '2026-03-20T00:00:00Z' });
    expect(desk.actor('bob').actsFor).toContain(desk.people.mona.id);
    const seen = await open(asked.id, 'bob');
    expect(seen.mySeats).toEqual([]);
    expect(seen.can).not.toContain('changeTemplates.approve');
    const [seat] = (await open(asked.id, 'mona')).mySeats;
    const stolen = { step: seat?.step, token: seat?.token };
    expect(await refusal('bob', 'approve', asked.id, stolen)).toBe('kernel.notAllowed');
    // Somebody who has nothing to do with it may stand in.
    await desk.perform('mona', 'delegations.add', undefined, { toId: desk.people.olga.id, startsAt: '2026-03-01T00:00:00Z', endsAt: '2026-03-20T00:00:00Z' });
    const approved = await vote('olga', asked.id);
    expect(approved.steps[0]?.votes).toMatchObject([{ name: 'Mona Meyer', byName: 'Olga Olsen', decision: 'approved' }]);
    expect(await desk.app.audit.list(10, asked.id)).toMatchObject([{ by: desk.people.bob.id, action: 'changeTemplates.approve', code: 'kernel.notAllowed' }]);
  });

  test('not as a member or lead of a group that a policy asks', async () => {
    const steps = [{ id: 'template', stage: 1, from: [{ kind: 'group', groupId: desk.groups.network.id }], quorum: { mode: 'any' } }];
    const policy = await desk.add('approvalPolicies', { name: 'Templates of Network', subject: 'changeTemplates', table: 'base', order: 1, conditions: [[{ field: 'groupId', is: [desk.groups.network.id] }]], steps });
    const mine = { ownerId: desk.people.dora.id, values: { ...PLANS, groupId: desk.groups.network.id } };
    const asked = await proposed(mine, 'bob');
    expect(asked.steps[0]).toMatchObject({ awaited: [{ name: 'Carol Clark' }], reasons: [{ field: 'groupId', value: desk.groups.network.id }] });
    expect(await refusal('bob', 'propose', await perform('bob', 'add', undefined, content({ ...mine, ownerId: desk.people.carol.id })), { reason: LONG_REASON })).toBe('changeTemplates.nobodyToDecide');
    await desk.perform('erik', 'approvalPolicies.retire', policy);
  });
});

describe('a proposal', () => {
  const cases: readonly (readonly [what: string, content: object, input: object, code: string])[] = [
    ['without plans', { values: { testPlan: 'Log in.' } }, { reason: LONG_REASON }, 'changeTemplates.incomplete'],
    ['without owner', { ownerId: undefined }, { reason: LONG_REASON }, 'changeTemplates.incomplete'],
    ['that locks a field without a value', { lockedFields: ['impact'] }, { reason: LONG_REASON }, 'changeTemplates.incomplete'],
    ['without samples and without a word why', {}, { reason: 'Please.' }, 'changeTemplates.samplesRequired'],
    ['with a sample that is not there', {}, { reason: 'Please.', sampleIds: ['CHG0009999'] }, 'kernel.invalidInput'],
    ['with a sample that is no change', {}, { reason: 'Please.', sampleIds: ['INC0000001'] }, 'kernel.invalidInput'],
    ['with samples that are no list', {}, { reason: 'Please.', sampleIds: { length: 1 } }, 'kernel.invalidInput'],
    ['with samples that are no ids', {}, { reason: 'Please.', sampleIds: [7, null] }, 'kernel.invalidInput'],
    ['for the past', {}, { reason: LONG_REASON, expiresAt: '2026-03-02T08:59:00Z' }, 'kernel.invalidInput'],
    ['for ever', {}, { reason: LONG_REASON, expiresAt: '2036-01-01T00:00:00Z' }, 'changeTemplates.expiresTooLate'],
    ['without a reason', {}, {}, 'kernel.invalidInput'],
  ];
  test.each(cases)('%s is refused', async (_what, more, input, code) => {
    expect(await refusal('bob', 'propose', await perform('bob', 'add', undefined, content(more)), input)).toBe(code);
  });

  test('shows changes that went well as evidence, and takes no others', async () => {
    const good = await closedChange('successful', 2);
    const bad = await closedChange('notBackedOut', 3);
    const draft = await perform('bob', 'add', undefined, content());
    expect(await refusal('bob', 'propose', draft, { reason: 'It works.', sampleIds: [good, bad] })).toBe('changeTemplates.noEvidence');
    const open_ = await desk.propose();
    expect(await refusal('bob', 'propose', draft, { reason: 'It works.', sampleIds: [open_.id] })).toBe('changeTemplates.noEvidence');
    const asked = await perform('bob', 'propose', draft, { reason: 'It works.', sampleIds: [good], sampleId: good });
    expect(asked.samples).toEqual([{ id: good, title: 'Patch 2', outcome: 'successful' }]);
  });
});

describe('what is written', () => {
  const cases: readonly (readonly [what: string, more: object, field: string])[] = [
    ['a field that changes do not have', { values: { ...PLANS, color: 'red' } }, 'values.color'],
    ['a window', { values: { ...PLANS, plannedStart: '2026-03-04T20:00:00Z' } }, 'values.plannedStart'],
    ['a value of the wrong kind', { values: { isOutage: 'maybe' } }, 'values.isOutage'],
    ['values that are no object', { values: ['x'] }, 'values'],
    ['an item that is not there', { values: { itemIds: ['CIT0009999'] } }, 'values.itemIds'],
    ['a group that is not there', { values: { groupId: 'GRP0009999' } }, 'values.groupId'],
    ['an owner who is not there', { ownerId: 'PER0009999' }, 'ownerId'],
    ['an allowed item that is not there', { allowedItemIds: ['CIT0009999'] }, 'allowedItemIds'],
    ['a lock on a field that cannot be locked', { lockedFields: ['title'] }, 'lockedFields'],
  ];
  test.each(cases)('with %s is refused by name', async (_what, more, field) => {
    const performed = await desk.app.perform({ action: 'changeTemplates.add', input: content(more), actor: desk.actor('bob') });
    expect(performed).toMatchObject({ refused: { code: 'kernel.invalidInput', problems: [{ field }] } });
  });

  test('is not for employees', async () => {
    const asked = await proposed();
    expect(await desk.app.open(asked.id, desk.actor('alice'))).toMatchObject({ refused: { code: 'kernel.notFound' } });
    expect(await refusal('alice', 'add', undefined, content())).toBe('kernel.notAllowed');
    expect((await desk.app.list({ list: 'changeTemplates', filters: {}, actor: desk.actor('alice') }))).toMatchObject({ items: [] });
  });
});

test('a refusal or a question leads back to a draft with its comment; votes can be taken back before', async () => {
  const steps = [{ id: 'template', stage: 1, from: [{ kind: 'role', role: 'changeManagers' }], quorum: { mode: 'all' } }];
  const policy = await desk.add('approvalPolicies', { name: 'Both', subject: 'changeTemplates', table: 'base', order: 1, steps });
  const asked = await proposed();
  const half = await vote('mona', asked.id);
  expect(half).toMatchObject({ state: 'proposed', myVotes: ['template'], mySeats: [] });
  const taken = await perform('mona', 'withdrawVote', half, { step: 'template' });
  expect(taken).toMatchObject({ myVotes: [], mySeats: [{ step: 'template' }] });
  expect(await refusal('mona', 'withdrawVote', taken, { step: 'template' })).toBe('kernel.notAllowed');
  await vote('mona', asked.id);
  const returned = await vote('nils', asked.id, 'returnForInfo', { comment: 'Which group?' });
  expect(returned).toMatchObject({ state: 'draft', isUsable: false, steps: [{ state: 'returned', votes: [{}, { comment: 'Which group?' }] }] });
  expect(returned.timeline.at(-1)).toMatchObject({ text: 'Which group?' });
  expect(await refusal('nils', 'reject', asked.id, { step: 'template', token: 'x', comment: 'No.' })).toBe('kernel.notAllowed');
  await desk.perform('erik', 'approvalPolicies.retire', policy);
});

test('approvers are reminded, their managers asked, and then it is a draft again; an approval expires after its year', async () => {
  const start = desk.clock.now().toISOString();
  const asked = await proposed();
  const system = { ...desk.actor('mona'), id: 'system', roles: ['system' as const] };
  const due = (verb: string) => desk.app.perform({ action: `changeTemplates.${verb}`, id: asked.id, version: desk.app.desk.get(asked.id)?.version, input: {}, actor: system });
  expect(await due('nudge')).toMatchObject({ refused: { code: 'kernel.notDue' } });
  desk.clock.advance(24 * 3_600_000);
  const seen = await open(asked.id, 'mona');
  expect(await due('nudge')).toMatchObject({ record: { state: 'proposed' } });
  // A reminder makes nobody's card stale.
  expect(await perform('mona', 'approve', seen, { step: seen.mySeats[0]?.step, token: seen.mySeats[0]?.token })).toMatchObject({ state: 'approved' });
  expect(await due('expire')).toMatchObject({ refused: { code: 'kernel.notDue' } });
  desk.clock.set('2027-03-02T09:00:00.000Z');
  expect(await open(asked.id, 'mona')).toMatchObject({ state: 'approved', isUsable: false, waitsFor: 'Expired: waits to be proposed anew' });
  expect(await due('expire')).toMatchObject({ record: { state: 'draft', isUsable: false } });
  expect(await due('expire')).toMatchObject({ refused: { code: 'kernel.notAllowed' } });
  desk.clock.set(start);

  const late = await proposed();
  desk.clock.advance(336 * 3_600_000);
  const over = await desk.app.perform({ action: 'changeTemplates.nudge', id: late.id, version: late.version, input: {}, actor: system });
  expect(over).toMatchObject({ record: { state: 'draft', steps: [{ state: 'expired' }] } });
  expect('record' in over && (over.record as TemplateView).timeline.slice(-3).map(({ line }) => line.slice(0, 20))).toEqual(['Reminded: Mona Meyer', 'Nobody decided in ti', 'Nobody decided in ti']);
  desk.clock.set(start);
});

test('reads in German, and waits in the inbox of those who decide', async () => {
  const asked = await proposed({ nameDe: 'Servergruppe patchen' });
  const view = await desk.app.open(asked.id, { ...desk.actor('mona'), language: 'de' });
  expect(view).toMatchObject({ record: { timeline: [{ line: 'Bob Brown hat die Vorlage geschrieben' }, { line: expect.stringContaining('ohne Beispiel') }] } });
  const awaiting = await desk.app.list({ list: 'changeTemplates', filters: { scope: 'awaiting', state: 'proposed' }, actor: desk.actor('nils') });
  expect('items' in awaiting && awaiting.items).toContainEqual(expect.objectContaining({ id: asked.id, waitsFor: expect.stringContaining('Nils Novak'), can: expect.arrayContaining(['changeTemplates.approve']) }));
  expect(JSON.stringify(awaiting)).not.toContain('token');
});
