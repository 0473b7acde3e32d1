// If this fails, a change gets into a freeze that nobody opened for it, or an exception holds longer, for more, or with fewer votes than was decided.
import { systemActor, type RecordView } from '../../../shared/kernel';
import type { ExceptionSummary, ExceptionView } from '../../../shared/freeze-exceptions';
import { createChangeDesk, WINDOW, type ChangeDesk, type ChangePerson } from '../../_support/change-desk';

let desk: ChangeDesk;
let freeze: string;
let group: string;

beforeEach(async () => {
  desk = await createChangeDesk();
  freeze = await desk.add('freezes', { name: 'Year end', zone: 'Europe/Berlin', occurrences: [{ kind: 'once', from: '2026-03-04T00:00', to: '2026-03-05T00:00' }] });
  group = await desk.add('groups', { name: 'Finance board', isBoard: true, memberIds: [desk.people.olga.id, desk.people.paul.id, desk.people.bob.id, desk.people.nils.id] });
});
afterEach(() => desk.close());

async function perform(by: ChangePerson, verb: string, record: RecordView | string | undefined, input: object = {}): Promise<ExceptionView> {
  return (await desk.perform(by, `freezeExceptions.${verb}`, record, input)) as unknown as ExceptionView;
}
const refusal = (by: ChangePerson, verb: string, record: RecordView | string | undefined, input: object = {}) => desk.refusal(by, `freezeExceptions.${verb}`, record, input);
const open = async (id: string, by: ChangePerson): Promise<ExceptionView> => (await desk.open(id, by)) as unknown as ExceptionView;
const ask = (changeId: string, by: ChangePerson = 'bob', more: object = {}): Promise<ExceptionView> => perform(by, 'request', undefined, { changeId, freezeId: freeze, reason: 'The bank closes.', ...more });

async function vote(by: ChangePerson, id: string, verb = 'approve', more: object = {}): Promise<ExceptionView> {
  const view = await open(id, by);
  return perform(by, verb, view, { step: view.mySeats[0]?.step, token: view.mySeats[0]?.token, comment: 'Looked at it.', ...more });
}

const system = systemActor('job');
const timer = (verb: string, id: string) =>
  desk.app.perform({ action: `freezeExceptions.${verb}`, id, version: (desk.app.desk.get(id) ?? { version: 0 }).version, input: {}, actor: system });

/** Freezes that stop this change in the window it has now. */
function frozenBy(changeId: string): readonly (string | undefined)[] {
  const { directory } = desk.app.desk;
  const { plannedStart: from = '', plannedEnd: to = '', itemIds = [], implementerId = '' } = directory.summary(changeId) as unknown as { plannedStart?: string; plannedEnd?: string; itemIds?: string[]; implementerId?: string };
  const found = directory.schedule().collisionsOf({ changeId, type: 'normal', serviceIds: [], itemIds, from, to, implementerId }, desk.clock.now().toISOString());
  return found.filter(({ severity }) => severity === 'block').map(({ otherId }) => otherId);
}

const exemptionOf = (id: string) => (desk.app.desk.get(id) as ExceptionSummary | undefined)?.exemption;

test('asked for with a reason, decided by two change managers, and the change may lie in the freeze from the deciding vote on', async () => {
  const change = await desk.propose();
  expect(frozenBy(change.id)).toEqual([freeze]);
  const asked = await ask(change.id);
  expect(asked).toMatchObject({
    state: 'requested', title: `Exception from “Year end” for ${change.id}`, from: WINDOW.plannedStart, to: WINDOW.plannedEnd, expiresAt: WINDOW.plannedEnd,
    decideUntil: WINDOW.plannedStart, freezeName: 'Year end', changeTitle: 'Update the web server', mySeats: [],
  });
  expect(asked.steps).toMatchObject([{ id: 'exception', awaited: [{ name: 'Mona Meyer' }, { name: 'Nils Novak' }] }]);
  const half = await vote('mona', asked.id);
  expect(half.state).toBe('requested');
  expect(exemptionOf(asked.id)).toBeUndefined();
  expect(frozenBy(change.id)).toEqual([freeze]);
  const held = await vote('nils', asked.id);
  expect(held.state).toBe('approved');
  expect(exemptionOf(asked.id)).toEqual({ exceptionId: asked.id, changeId: change.id, freezeId: freeze, from: WINDOW.plannedStart, to: WINDOW.plannedEnd, expiresAt: WINDOW.plannedEnd, deciderIds: [desk.people.mona.id, desk.people.nils.id] });
  expect(frozenBy(change.id)).toEqual([]);
  // For this change alone.
  const other = await desk.propose({ title: 'Another one' });
  expect(frozenBy(other.id)).toEqual([freeze]);
  expect((await desk.open(change.id, 'bob')).links).toContainEqual(expect.objectContaining({ relation: 'relatedTo', id: asked.id, state: 'approved' }));
  expect(held.timeline.map(({ line }) => line.replace(/\s+/g, ' '))).toEqual([
    expect.stringMatching(new RegExp(`^Bob Brown asked that ${change.id} may lie in “Year end”, Wed, Mar 4, 9:00 – 11:00 PM$`)),
    expect.stringMatching(/^Mona Meyer approved/),
    expect.stringMatching(/^Nils Novak approved/),
  ]);
});

test('the freeze names its own board, with so many of its votes; whoever asks or does the work has no seat there', async () => {
  await desk.perform('mona', 'freezes.change', freeze, { approverGroupId: group, approverCount: 3 });
  const change = await desk.propose();
  const asked = await ask(change.id);
  // Bob proposed it, asks, and does it.
  expect(asked.steps[0]?.awaited.map(({ name }) => name).sort()).toEqual(['Nils Novak', 'Olga Olsen', 'Paul Park']);
  await vote('olga', asked.id);
  await vote('paul', asked.id);
  expect((await open(asked.id, 'nils')).state).toBe('requested');
  expect((await vote('nils', asked.id)).state).toBe('approved');

  await desk.perform('mona', 'freezes.change', freeze, { approverCount: 4 });
  expect(await refusal('bob', 'request', undefined, { changeId: (await desk.propose({ title: 'More' })).id, freezeId: freeze, reason: 'The bank closes.' })).toBe('freezeExceptions.nobodyToDecide');
});

test('policies decide where the freeze names nobody; one change manager is enough where there is no second one', async () => {
  const policy = await desk.add('approvalPolicies', {
    name: 'Emergencies', subject: 'freezeExceptions', table: 'base', order: 1, conditions: [[{ field: 'freezeId', is: [freeze] }]],
    steps: [{ id: 'director', stage: 1, from: [{ kind: 'person', personId: desk.people.dora.id }], quorum: { mode: 'any' } }],
  });
  const change = await desk.propose();
  expect((await ask(change.id)).steps).toMatchObject([{ id: 'director', awaited: [{ name: 'Dora Diaz' }] }]);
  await desk.perform('erik', 'approvalPolicies.retire', policy);
  const second = await desk.propose({ title: 'Second' }, 'bob');
  const byNils = await ask(second.id, 'nils');
  expect(byNils.steps).toMatchObject([{ awaited: [{ name: 'Mona Meyer' }] }]);
  expect((await vote('mona', byNils.id)).state).toBe('approved');
});

describe('is refused', () => {
  const later = { plannedStart: '2026-03-10T20:00:00.000Z', plannedEnd: '2026-03-10T22:00:00.000Z' };
  const cases: readonly (readonly [what: string, change: object, by: ChangePerson, more: object, code: string])[] = [
    ['for a change without a window', { plannedStart: undefined, plannedEnd: undefined }, 'bob', {}, 'freezeExceptions.windowRequired'],
    ['for a freeze that does not touch it', later, 'bob', {}, 'freezeExceptions.notTouched'],
    ['by somebody who does not plan it', {}, 'fay', {}, 'freezeExceptions.notYours'],
    ['by somebody who cannot read it', {}, 'alice', {}, 'kernel.invalidInput'],
    ['with an end before its window', {}, 'bob', { expiresAt: '2026-03-04T19:00:00Z' }, 'freezeExceptions.expiresTooEarly'],
    ['with an end in the past', {}, 'bob', { expiresAt: '2026-03-01T19:00:00Z' }, 'kernel.invalidInput'],
    ['for a freeze that is not there', {}, 'bob', { freezeId: 'FRZ0009999' }, 'kernel.invalidInput'],
    ['for something that is no change', {}, 'bob', { changeId: 'INC0000001' }, 'kernel.invalidInput'],
    ['without a reason', {}, 'bob', { reason: ' ' }, 'kernel.invalidInput'],
  ];
  test.each(cases)('%s', async (_what, change, by, more, code) => {
    const { id } = await desk.propose(change);
    expect(await refusal(by, 'request', undefined, { changeId: id, freezeId: freeze, reason: 'The bank closes.', ...more })).toBe(code);
  });

  test('once the window is over, when it was asked for already, for a retired freeze and for a change that is over', async () => {
    const { id } = await desk.propose();
    const input = { changeId: id, freezeId: freeze, reason: 'The bank closes.' };
    const asked = await ask(id);
    expect(await refusal('bob', 'request', undefined, input)).toBe('freezeExceptions.alreadyAsked');
    await perform('bob', 'withdraw', asked, { reason: 'Not needed.' });
    expect((await ask(id)).state).toBe('requested');
    desk.clock.set('2026-03-04T22:00:00.000Z');
    expect(await refusal('bob', 'request', undefined, input)).toBe('freezeExceptions.windowPast');
    desk.clock.set('2026-03-02T09:00:00.000Z');
    await desk.perform('bob', 'changes.cancel', id, { reason: 'notNeeded' });
    expect(await refusal('bob', 'request', undefined, input)).toBe('freezeExceptions.changeOver');
    await desk.perform('mona', 'freezes.retire', freeze);
    expect(await refusal('bob', 'request', undefined, { ...input, changeId: (await desk.propose({ title: 'New' })).id })).toBe('kernel.invalidInput');
  });
});

describe('nobody decides about their own', () => {
  test('not as implementer, and not as whoever became the implementer after voting', async () => {
    await desk.perform('mona', 'freezes.change', freeze, { approverGroupId: group, approverCount: 2 });
    const change = await desk.propose();
    const asked = await ask(change.id);
    await vote('paul', asked.id);
    // Now Paul does the work: his vote is worth nothing any more, and he cannot vote again.
    await desk.perform('erik', 'groups.change', desk.groups.network.id, { memberIds: [desk.people.bob.id, desk.people.carol.id, desk.people.paul.id] });
    await desk.perform('bob', 'changes.edit', change.id, { implementerId: desk.people.paul.id });
    expect(await vote('olga', asked.id)).toMatchObject({ state: 'requested' });
    expect(exemptionOf(asked.id)).toBeUndefined();
    expect(await refusal('paul', 'approve', asked.id, { step: 'exception', token: 'any' })).toBe('kernel.notAllowed');
    expect(await vote('nils', asked.id)).toMatchObject({ state: 'approved' });
  });

  describe('and not as whoever does the work once it is approved', () => {
    /** Decided by Olga and Paul, and Paul works in the group by now. */
    async function scheduled(): Promise<{ readonly changeId: string; readonly id: string }> {
      await desk.perform('mona', 'freezes.change', freeze, { approverGroupId: group, approverCount: 2 });
      const change = await desk.propose();
      const { id } = await ask(change.id);
      await vote('olga', id);
      await vote('paul', id);
      await desk.perform('bob', 'changes.submit', change.id);
      await desk.vote('carol', change.id);
      expect((await desk.vote('mona', change.id)).state).toBe('scheduled');
      await desk.perform('erik', 'groups.change', desk.groups.network.id, { memberIds: [desk.people.bob.id, desk.people.carol.id, desk.people.paul.id] });
      return { changeId: change.id, id };
    }
    const recheck = (id: string) => desk.app.perform({ action: 'freezeExceptions.voidVotes', id, input: {}, actor: system });

    test('naming them closes the freeze again in the same write, voids their vote, and the others are asked', async () => {
      const { changeId, id } = await scheduled();
      expect(await recheck(id)).toMatchObject({ refused: { code: 'kernel.nothingChanged' } });
      const handed = await desk.perform('bob', 'changes.edit', changeId, { implementerId: desk.people.paul.id });
      expect(handed).toMatchObject({ state: 'authorize', collisions: [{ severity: 'block', otherId: freeze }] });
      expect(await desk.refusal('bob', 'changes.schedule', changeId)).toBe('changes.frozen');
      expect(await recheck(id)).toMatchObject({ record: { state: 'requested', steps: [{ votes: [{ name: 'Olga Olsen' }] }] } });
      expect(exemptionOf(id)).toBeUndefined();
      expect((await open(id, 'nils')).timeline.at(-1)?.line).toBe('The work is done by somebody else now. Votes that no longer count: Paul Park');
      expect(await recheck(id)).toMatchObject({ refused: { code: 'kernel.nothingChanged' } });
      expect((await vote('nils', id)).state).toBe('approved');
      expect((await desk.perform('bob', 'changes.schedule', changeId)).state).toBe('scheduled');
    });

    test('beginning it for somebody else is not theirs either', async () => {
      const { changeId } = await scheduled();
      desk.clock.set(WINDOW.plannedStart);
      expect(await desk.refusal('paul', 'changes.start', changeId)).toBe('changes.ownException');
      expect((await desk.perform('bob', 'changes.start', changeId)).state).toBe('implement');
    });

    test('where too few are left it is over, and can be asked for anew', async () => {
      const change = await desk.propose();
      const { id } = await ask(change.id);
      await vote('mona', id);
      await vote('nils', id);
      await desk.perform('erik', 'groups.change', desk.groups.network.id, { memberIds: [desk.people.bob.id, desk.people.carol.id, desk.people.mona.id] });
      await desk.perform('bob', 'changes.edit', change.id, { implementerId: desk.people.mona.id });
      expect(frozenBy(change.id)).toEqual([freeze]);
      expect(await recheck(id)).toMatchObject({ record: { state: 'withdrawn' } });
      expect((await open(id, 'bob')).timeline.at(-1)?.line).toContain('Too few are left');
      expect((await ask(change.id)).steps).toMatchObject([{ awaited: [{ name: 'Nils Novak' }] }]);
    });
  });

  test('says so when too few are left because one of them does the work by now', async () => {
    const change = await desk.propose();
    const asked = await ask(change.id);
    await vote('mona', asked.id);
    await desk.perform('erik', 'groups.change', desk.groups.network.id, { memberIds: [desk.people.bob.id, desk.people.carol.id, desk.people.mona.id] });
    await desk.perform('bob', 'changes.edit', change.id, { implementerId: desk.people.mona.id });
    const seat = (await open(asked.id, 'nils')).mySeats[0];
    expect(await refusal('nils', 'approve', asked.id, { step: seat?.step, token: seat?.token })).toBe('freezeExceptions.nobodyToDecide');
    expect(exemptionOf(asked.id)).toBeUndefined();
  });

  test('not as somebody who stands in for an approver, nor with the token of somebody else', async () => {
    const change = await desk.propose();
    const asked = await ask(change.id);
    await desk.perform('mona', 'delegations.add', undefined, { toId: desk.people.bob.id, startsAt: '2026-03-01T00:00:00Z', endsAt: '2026-03-20T00:00:00Z' });
    const [seat] = (await open(asked.id, 'mona')).mySeats;
    expect((await open(asked.id, 'bob')).mySeats).toEqual([]);
    expect(await refusal('bob', 'approve', asked.id, { step: seat?.step, token: seat?.token })).toBe('kernel.notAllowed');
    expect(await refusal('nils', 'approve', asked.id, { step: seat?.step, token: seat?.token })).toBe('approvals.outdated');
    expect((await desk.app.audit.list(10, asked.id)).map(({ byName, code }) => `${byName}: ${code}`).sort()).toEqual(['Bob Brown: kernel.notAllowed', 'Nils Novak: approvals.outdated']);
    // One vote is one vote: neither pressed twice, nor cast by the same person from two seats.
    await desk.perform('mona', 'delegations.add', undefined, { toId: desk.people.nils.id, startsAt: '2026-03-01T00:00:00Z', endsAt: '2026-03-20T00:00:00Z' });
    const own = (await open(asked.id, 'nils')).mySeats[0];
    expect((await perform('nils', 'approve', asked.id, { step: own?.step, token: own?.token })).state).toBe('requested');
    expect((await open(asked.id, 'nils')).mySeats).toEqual([]);
    expect(await refusal('nils', 'approve', asked.id, { step: seat?.step, token: seat?.token })).toBe('approvals.alreadyVoted');
  });
});

describe('what was decided is what was asked for', () => {
  test('a change that was moved, or is over, is not let into the freeze any more', async () => {
    const change = await desk.propose();
    const asked = await ask(change.id);
    await vote('mona', asked.id);
    const seat = (await open(asked.id, 'nils')).mySeats[0];
    await desk.perform('bob', 'changes.reschedule', change.id, { plannedStart: '2026-03-04T19:00:00.000Z', plannedEnd: WINDOW.plannedEnd });
    expect(await refusal('nils', 'approve', asked.id, { step: seat?.step, token: seat?.token })).toBe('freezeExceptions.windowMoved');
    await desk.perform('bob', 'changes.cancel', change.id, { reason: 'notNeeded' });
    expect(await refusal('nils', 'approve', asked.id, { step: seat?.step, token: seat?.token })).toBe('freezeExceptions.changeOver');
    expect((await vote('nils', asked.id, 'returnForInfo')).state).toBe('returned');
    expect((await perform('bob', 'withdraw', asked.id, { reason: 'Over.' })).state).toBe('withdrawn');
  });

  test('once approved it holds for that window alone', async () => {
    const change = await desk.propose();
    const asked = await ask(change.id);
    await vote('mona', asked.id);
    await vote('nils', asked.id);
    await desk.perform('bob', 'changes.reschedule', change.id, { plannedStart: '2026-03-04T12:00:00.000Z', plannedEnd: '2026-03-04T14:00:00.000Z' });
    expect(frozenBy(change.id)).toEqual([freeze]);
  });
});

describe('ends', () => {
  async function held(more: object = {}): Promise<{ readonly id: string; readonly changeId: string }> {
    const change = await desk.propose();
    const { id } = await ask(change.id, 'bob', more);
    await vote('mona', id);
    await vote('nils', id);
    return { id, changeId: change.id };
  }

  test('by itself, at its time, even before its timer has run', async () => {
    const { id, changeId } = await held({ expiresAt: '2026-03-04T21:00:00Z' });
    expect(await timer('expire', id)).toMatchObject({ refused: { code: 'kernel.notDue' } });
    desk.clock.set('2026-03-04T21:00:00.000Z');
    expect(frozenBy(changeId)).toEqual([freeze]);
    expect(await timer('expire', id)).toMatchObject({ record: { state: 'expired', can: [] } });
    expect(exemptionOf(id)).toBeUndefined();
    expect(await desk.app.list({ list: 'freezeExceptions.ended', filters: {}, actor: desk.actor('mona') })).toMatchObject({ items: [{ id, state: 'expired' }] });
    expect(await desk.app.list({ list: 'freezeExceptions.ended', filters: {}, actor: desk.actor('alice') })).toMatchObject({ refused: { code: 'kernel.notFound' } });
  });

  test('when it is taken back, by whoever asked or by a change manager', async () => {
    const { id, changeId } = await held();
    expect(await refusal('carol', 'withdraw', id, { reason: 'No.' })).toBe('kernel.notAllowed');
    const gone = await perform('mona', 'withdraw', id, { reason: 'The bank does not close after all.' });
    expect(gone).toMatchObject({ state: 'withdrawn', can: [] });
    expect(gone.timeline.at(-1)).toMatchObject({ line: 'Mona Meyer withdrew it', text: 'The bank does not close after all.' });
    expect(frozenBy(changeId)).toEqual([freeze]);
  });

  test('undecided, when the time that was asked for is over; people are reminded and their managers asked before', async () => {
    await desk.perform('erik', 'people.change', desk.people.mona.id, { managerId: desk.people.dora.id });
    const change = await desk.propose();
    const { id } = await ask(change.id);
    desk.clock.advance(24 * 3_600_000);
    expect(await timer('nudge', id)).toMatchObject({ record: { state: 'requested', timeline: [{}, { line: 'Reminded: Mona Meyer, Nils Novak' }] } });
    desk.clock.advance(24 * 3_600_000);
    expect(await timer('nudge', id)).toMatchObject({ record: { timeline: [{}, {}, { line: 'Nobody decided in time; Dora Diaz may decide too' }] } });
    expect((await open(id, 'dora')).mySeats).toMatchObject([{ step: 'exception' }]);
    await vote('dora', id);
    desk.clock.set(WINDOW.plannedEnd);
    expect(await refusal('nils', 'approve', id, { step: 'exception', token: (await open(id, 'nils')).mySeats[0]?.token })).toBe('freezeExceptions.expired');
    expect(await timer('expire', id)).toMatchObject({ record: { state: 'expired' } });
  });
});

test('another instance sees at once that the freeze is open, and that it is closed again', async () => {
  const second = await desk.openSecondApp();
  const change = await desk.propose();
  const asked = await ask(change.id);
  await vote('mona', asked.id);
  await vote('nils', asked.id);
  // The second one has not followed the feed: planning looks at the fence first.
  const rescheduled = await second.perform({ action: 'changes.submit', id: change.id, version: change.version, input: {}, actor: desk.actor('bob') });
  expect(rescheduled).toMatchObject({ record: { collisions: [] } });
  await perform('bob', 'withdraw', asked.id, { reason: 'No.' });
  const current = await second.open(change.id, desk.actor('bob'));
  const version = 'record' in current ? current.record.version : 0;
  const moved = await second.perform({ action: 'changes.reschedule', id: change.id, version, input: { plannedStart: '2026-03-04T19:30:00.000Z', plannedEnd: WINDOW.plannedEnd }, actor: desk.actor('bob') });
  expect(moved).toMatchObject({ record: { collisions: [{ severity: 'block', otherId: freeze }] } });
});
