// If this fails, a change does not get from proposal to review: the wrong people decide, an edit keeps old consent, or work starts without it.
import { verifyStore } from '../../shared/app';
import { createChangeDesk, SECOND_WINDOW, WINDOW, type ChangeDesk } from '../_support/change-desk';

describe.each(['embedded', 'azure'] as const)('changes on the %s store', (store) => {
  let desk: ChangeDesk;
  beforeAll(async () => {
    desk = await createChangeDesk({ store });
  });
  afterAll(() => desk.close());

  it('goes from proposal to closing: peer, change manager, calendar, work, closing', async () => {
    const proposed = await desk.propose();
    expect(proposed).toMatchObject({ state: 'new', missing: [], risk: { level: 'low' } });
    const submitted = await desk.perform('bob', 'changes.submit', proposed);
    expect(submitted.state).toBe('assess');
    expect(submitted.steps.map(({ id, state }) => [id, state])).toEqual([['peer', 'requested'], ['changeManager', 'waiting']]);
    expect(submitted.mySeats).toEqual([]);
    const assessed = await desk.vote('carol', submitted.id);
    expect(assessed.state).toBe('authorize');
    const agreed = await desk.vote('mona', submitted.id);
    expect(agreed.state).toBe('scheduled');
    expect(await desk.refusal('bob', 'changes.start', submitted.id)).toBe('changes.tooEarly');
    desk.clock.set(WINDOW.plannedStart);
    const started = await desk.perform('bob', 'changes.start', submitted.id);
    expect(started).toMatchObject({ state: 'implement', actualStart: WINDOW.plannedStart });
    const withTask = await desk.perform('bob', 'changes.addTask', submitted.id, { title: 'Tell the users', kind: 'implementation' });
    expect(await desk.refusal('bob', 'changes.finish', withTask, { outcome: 'successful' })).toBe('changes.tasksOpen');
    await desk.perform('bob', 'changes.closeTask', submitted.id, { taskId: 't1', state: 'done' });
    const finished = await desk.perform('bob', 'changes.finish', submitted.id, { outcome: 'successful' });
    expect(finished.state).toBe('review');
    expect(await desk.refusal('bob', 'changes.close', submitted.id)).toBe('kernel.notAllowed');
    expect(await desk.refusal('bob', 'changes.completeReview', submitted.id, { objectivesMet: 'yes' })).toBe('kernel.notAllowed');
    const seen = await desk.open(submitted.id, 'mona');
    const [action, input] = seen.reviewReasons.length === 0 ? ['changes.close', {}] as const : ['changes.completeReview', { objectivesMet: 'yes' }] as const;
    expect((await desk.perform('mona', action, submitted.id, input)).state).toBe('closed');
    desk.clock.set('2026-03-02T09:00:00.000Z');
  });

  it('voids exactly the consent that an edit touches, shows the difference, and asks again', async () => {
    const { id } = await desk.submitted({ ...SECOND_WINDOW, isOutage: true, outageMinutes: 5, reach: 'many', isVendorInvolved: true, isBackoutTested: false, serviceIds: [desk.services.payroll] });
    expect((await desk.open(id, 'bob')).risk.level).toBe('moderate');
    await desk.vote('carol', id);
    const before = await desk.vote('mona', id);
    expect(before.steps.find(({ id: step }) => step === 'changeManager')?.state).toBe('approved');
    const stale = (await desk.open(id, 'nils')).steps.length;
    expect(stale).toBe(before.steps.length);
    const typo = await desk.perform('bob', 'changes.edit', before.id, { description: 'With a better description.' });
    expect(typo.steps.find(({ id: step }) => step === 'changeManager')?.state).toBe('approved');
    expect(typo.edits).toEqual([]);
    const edited = await desk.perform('bob', 'changes.edit', before.id, { plannedEnd: '2026-03-05T23:00:00.000Z' });
    // The peers bind plan and items only: theirs still counts. The change manager binds everything.
    expect(edited.steps.find(({ id: step }) => step === 'technical')?.state).toBe('approved');
    expect(edited.steps.find(({ id: step }) => step === 'changeManager')?.state).toBe('requested');
    expect(edited.edits.at(-1)).toMatchObject({ byName: 'Bob Brown', voided: ['Mona Meyer'], differences: [{ field: 'plannedEnd' }] });
  });

  it('lets nobody decide about their own: not as requester, implementer, change manager or substitute', async () => {
    const window = { plannedStart: '2026-03-06T20:00:00.000Z', plannedEnd: '2026-03-06T22:00:00.000Z' };
    // Bob and Carol are all who work on it: with one proposing and the other doing it, no peer is left.
    const { id: lonely } = await desk.propose({ ...window, implementerId: desk.people.carol.id });
    expect(await desk.refusal('bob', 'changes.submit', lonely)).toBe('changes.nobodyLeft');

    const own = await desk.submitted({ ...window, implementerId: desk.people.bob.id }, 'mona');
    await desk.vote('carol', own.id);
    const seat = (await desk.open(own.id, 'nils')).mySeats[0]!;
    // Nils names Mona, who proposed it, and Bob, who does it, as substitutes: it gives them nothing here.
    for (const substitute of ['mona', 'bob'] as const) {
      await desk.perform('nils', 'delegations.add', undefined, { toId: desk.people[substitute].id, startsAt: '2026-03-01T00:00:00.000Z', endsAt: '2026-04-01T00:00:00.000Z' });
      expect(desk.actor(substitute).actsFor).toContain(desk.people.nils.id);
      const view = await desk.open(own.id, substitute);
      expect(view.mySeats).toEqual([]);
      expect(view.can).not.toContain('changes.approve');
      expect(await desk.refusal(substitute, 'changes.approve', own.id, { step: seat.step, token: seat.token })).toBe('kernel.notAllowed');
    }
    // Dora has nothing to do with it and stands in for Nils like anybody else could.
    await desk.perform('nils', 'delegations.add', undefined, { toId: desk.people.dora.id, startsAt: '2026-03-01T00:00:00.000Z', endsAt: '2026-04-01T00:00:00.000Z' });
    const decided = await desk.vote('dora', own.id);
    expect(decided.steps.find(({ id }) => id === 'changeManager')?.votes).toMatchObject([{ name: 'Nils Novak', byName: 'Dora Diaz', decision: 'approved' }]);
    expect(decided.state).toBe('scheduled');
    const attempts = await desk.app.audit.list(50, own.id);
    expect(attempts.map(({ byName, code }) => [byName, code])).toEqual(expect.arrayContaining([['Mona Meyer', 'kernel.notAllowed'], ['Bob Brown', 'kernel.notAllowed']]));
  });

  it('every history folds to what is stored', async () => {
    expect((await verifyStore(desk.app.storage, desk.app.partition)).problems).toEqual([]);
  });
});
