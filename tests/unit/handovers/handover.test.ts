// If this fails, a decision or a change that waits for the next shift is lost, two people get the same work, or a swap puts somebody on duty who never agreed.
import { verifyStore } from '../../../shared/app';
import type { HandoverView } from '../../../shared/handovers';
import { systemActor } from '../../../shared/kernel';
import { createChangeDesk, SECOND_WINDOW, type ChangeDesk, type ChangePerson } from '../../_support/change-desk';

const ENDS = '2026-03-04T17:00:00.000Z';
const ALWAYS = Object.fromEntries(['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'].map((day) => [day, [['18:00', '24:00']]]));
const system = systemActor('job');

let desk: ChangeDesk;
let dayId: string;

beforeEach(async () => {
  desk = await createChangeDesk();
  const { bob, carol, fay } = desk.people;
  const group = desk.groups.network;
  await desk.app.perform({ action: 'groups.change', id: group.id, version: group.version, input: { memberIds: [bob.id, carol.id, fay.id], leadIds: [carol.id] }, actor: system });
  const shift = (name: string, memberIds: readonly string[], weekly: object) => desk.add('shifts', { name, groupId: group.id, level: 'work', zone: 'Europe/Berlin', weekly, memberIds });
  dayId = await shift('Day', [bob.id, carol.id], { wed: [['09:00', '18:00']], fri: [['09:00', '18:00']] });
  await shift('Night', [fay.id], ALWAYS);
});
afterEach(async () => {
  expect((await verifyStore(desk.app.storage, desk.app.partition)).problems).toEqual([]);
  await desk.close();
});

const perform = async (by: ChangePerson, action: string, record: string | undefined, input: object = {}): Promise<HandoverView> => (await desk.perform(by, action, record, input)) as unknown as HandoverView;

async function refusal(by: ChangePerson, action: string, id: string, input: object = {}): Promise<unknown> {
  const opened = await desk.app.open(id, desk.actor(by));
  const performed = await desk.app.perform({ action, id, version: 'record' in opened ? opened.record.version : 0, input, actor: desk.actor(by) });
  return 'refused' in performed ? performed.refused : undefined;
}

async function prepared(): Promise<HandoverView> {
  desk.clock.set('2026-03-04T16:45:00.000Z');
  const performed = await desk.app.perform({ action: 'handovers.prepare', input: { groupId: desk.groups.network.id, endsAt: ENDS }, actor: system });
  if ('refused' in performed) throw new Error(JSON.stringify(performed.refused));
  return performed.record as HandoverView;
}

async function atTheEnd(id: string): Promise<HandoverView> {
  desk.clock.set(ENDS);
  const performed = await desk.app.perform({ action: 'handovers.endShift', id, input: {}, actor: system });
  if ('refused' in performed) throw new Error(JSON.stringify(performed.refused));
  return performed.record as HandoverView;
}

const whyOf = ({ items }: HandoverView): object => Object.fromEntries(items.map(({ id, why, fromName }) => [id, [...why, fromName]]));

test('decisions that are awaited, and changes that begin in the next shift, go over, and neither vote nor work moves with them', async () => {
  const asked = await desk.submitted(SECOND_WINDOW);
  const agreed = await desk.submitted({ title: 'Agreed on already' });
  for (const who of ['carol', 'mona'] as const) await desk.vote(who, agreed.id);
  const later = await desk.submitted({ title: 'Not in this night', plannedStart: '2026-03-08T20:00:00.000Z', plannedEnd: '2026-03-08T22:00:00.000Z' });
  for (const who of ['carol', 'mona'] as const) await desk.vote(who, later.id);
  const handover = await prepared();
  expect(whyOf(handover)).toEqual({ [asked.id]: ['approval', 'Carol Clark'], [agreed.id]: ['changeBegins', 'Bob Brown'] });
  const sent = await atTheEnd(handover.id);
  expect(sent).toMatchObject({ state: 'handedOver', toNames: ['Fay Fischer'] });
  const accepted = await perform('fay', 'handovers.accept', handover.id);
  expect(accepted).toMatchObject({ state: 'accepted', openCount: 0 });
  expect(await desk.open(asked.id, 'carol')).toMatchObject({ awaitedApproverIds: expect.arrayContaining([desk.people.carol.id]) as unknown });
  expect(await desk.open(agreed.id, 'bob')).toMatchObject({ implementerId: desk.people.bob.id });
  expect((await desk.open(asked.id, 'carol')).mySeats).toHaveLength(1);
});

test('a decision that is made before the shift ends needs no handing over; with nothing left it is over', async () => {
  const asked = await desk.submitted(SECOND_WINDOW);
  const handover = await prepared();
  await desk.vote('carol', asked.id);
  const after = await atTheEnd(handover.id);
  expect(after).toMatchObject({ state: 'settled', openCount: 0, items: [{ id: asked.id, kind: 'approval', outcome: 'settled' }] });
});

test('a change that is decided about at the last minute goes over for the other reason: it begins in the next shift', async () => {
  const asked = await desk.submitted();
  const handover = await prepared();
  expect(whyOf(handover)).toEqual({ [asked.id]: ['approval', 'Carol Clark'] });
  for (const who of ['carol', 'mona'] as const) await desk.vote(who, asked.id);
  const after = await atTheEnd(handover.id);
  expect(after).toMatchObject({ state: 'handedOver', openCount: 1 });
  expect(whyOf(after)).toEqual({ [asked.id]: ['changeBegins', 'Bob Brown'] });
});

test('of two who accept the same at once one has it, and the other reads who', async () => {
  await desk.submitted();
  const handover = await prepared();
  const sent = await atTheEnd(handover.id);
  const accept = (by: ChangePerson) => desk.app.perform({ action: 'handovers.accept', id: handover.id, version: sent.version, input: {}, actor: desk.actor(by) });
  const [fay, carol] = await Promise.all([accept('fay'), accept('carol')]);
  expect([fay, carol].filter((performed) => 'record' in performed)).toHaveLength(1);
});

test('only those of the two shifts, and the lead, do anything; nobody else learns that it is there', async () => {
  await desk.submitted();
  const handover = await prepared();
  expect(await refusal('fay', 'handovers.handOver', handover.id)).toMatchObject({ code: 'kernel.notAllowed' });
  expect(await refusal('bob', 'handovers.accept', handover.id)).toMatchObject({ code: 'kernel.notAllowed' });
  expect(await desk.app.open(handover.id, desk.actor('hugo'))).toMatchObject({ refused: { code: 'kernel.notFound' } });
  expect(await desk.app.perform({ action: 'handovers.accept', id: handover.id, version: 1, input: {}, actor: desk.actor('hugo') })).toMatchObject({ refused: { code: 'kernel.notFound' } });
  for (const action of ['handovers.endShift', 'handovers.remind', 'handovers.expire', 'handovers.look', 'tickets.handOver', 'tickets.remindOffer']) {
    expect(await desk.app.perform({ action, id: handover.id, version: 1, input: {}, actor: desk.actor('carol') })).toMatchObject({ refused: { code: 'kernel.unknownAction' } });
  }
  const sent = await atTheEnd(handover.id);
  expect(await refusal('fay', 'handovers.withdraw', sent.id, { reason: 'No.' })).toMatchObject({ code: 'kernel.notAllowed' });
  expect(await perform('carol', 'handovers.withdraw', sent.id, { reason: 'Seen to it.' })).toMatchObject({ state: 'withdrawn' });
});

test('a swap needs a colleague of the group who has not got the shift, and a time in which the other one has it', async () => {
  const { bob, fay, alice, carol } = desk.people;
  const friday = { from: '2026-03-06T08:00:00.000Z', to: '2026-03-06T17:00:00.000Z' };
  const propose = (input: object) => refusal('bob', 'shifts.proposeSwap', dayId, { ...friday, inId: fay.id, ...input });
  expect(await propose({ inId: alice.id })).toMatchObject({ problems: [{ field: 'inId', code: 'notInGroup' }] });
  expect(await propose({ inId: bob.id })).toMatchObject({ problems: [{ field: 'inId', code: 'notInGroup' }] });
  expect(await propose({ inId: carol.id })).toMatchObject({ code: 'shifts.alreadyOn' });
  expect(await propose({ to: '2026-03-06T07:00:00.000Z' })).toMatchObject({ problems: [{ field: 'to' }] });
  expect(await propose({ from: '2026-03-01T08:00:00.000Z', to: '2026-03-01T17:00:00.000Z' })).toMatchObject({ problems: [{ field: 'to', code: 'notInFuture' }] });
  expect(await propose({ from: '2026-03-07T08:00:00.000Z', to: '2026-03-07T17:00:00.000Z' })).toMatchObject({ code: 'shifts.notTheirs' });
  expect(await refusal('fay', 'shifts.proposeSwap', dayId, { ...friday, inId: bob.id })).toMatchObject({ code: 'kernel.notAllowed' });
  expect(await refusal('fay', 'shifts.setSwap', dayId, { ...friday, outId: bob.id, inId: fay.id })).toMatchObject({ code: 'kernel.notAllowed' });
  await perform('bob', 'shifts.proposeSwap', dayId, { ...friday, inId: fay.id });
  expect(await refusal('bob', 'shifts.confirmSwap', dayId, { swapId: 'W2' })).toMatchObject({ code: 'kernel.notAllowed' });
  expect(await refusal('fay', 'shifts.confirmSwap', dayId, { swapId: 'W9' })).toMatchObject({ code: 'shifts.noProposal' });
  await perform('fay', 'shifts.declineSwap', dayId, { swapId: 'W2', reason: 'Away.' });
  expect(await refusal('fay', 'shifts.confirmSwap', dayId, { swapId: 'W2' })).toMatchObject({ code: 'kernel.notAllowed' });
  await perform('carol', 'shifts.setSwap', dayId, { ...friday, outId: bob.id, inId: fay.id });
  expect(desk.app.desk.get(dayId)).toMatchObject({ swaps: [{ inId: fay.id }] });
  await perform('carol', 'shifts.removeSwap', dayId, { from: friday.from, outId: bob.id });
  expect(desk.app.desk.get(dayId)).toMatchObject({ swaps: [] });
});
