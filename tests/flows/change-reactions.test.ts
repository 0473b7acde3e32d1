// If this fails, an incident that a change caused does not count against it, a failed template goes on being used, or nobody learns of a new freeze.
import { reactTo } from '../../bot/jobs/reactions';
import { createDeliveries } from '../../shared/app';
import { createChangeDesk, WINDOW, type ChangeDesk } from '../_support/change-desk';

let desk: ChangeDesk;
beforeEach(async () => {
  desk = await createChangeDesk();
});
afterEach(() => desk.close());

/** What the relay does first with everything that was committed. */
async function react(): Promise<void> {
  const deliveries = createDeliveries(desk.app.storage, desk.app.partition, desk.clock);
  for (const stored of await deliveries.outbox()) {
    await reactTo(desk.app, stored.data as Parameters<typeof reactTo>[1]);
    await deliveries.expand(stored, []);
  }
}

test('incidents linked from either side are counted once, and no longer when the link goes', async () => {
  const change = await desk.submitted();
  const { id } = await desk.report();
  await desk.perform('bob', 'tickets.link', id, { relation: 'causedBy', otherId: change.id });
  await react();
  await react();
  expect((await desk.open(change.id, 'mona')).incidents).toMatchObject([{ id, priority: 'P4' }]);
  const second = await desk.report({ title: 'The start page is empty' });
  await desk.perform('bob', 'changes.link', change.id, { relation: 'causes', otherId: second.id });
  expect((await desk.open(change.id, 'mona')).incidents.map((entry) => entry.id)).toEqual([id, second.id]);
  await desk.perform('bob', 'tickets.unlink', id, { relation: 'causedBy', otherId: change.id });
  await react();
  expect((await desk.open(change.id, 'mona')).incidents.map((entry) => entry.id)).toEqual([second.id]);
});

test('a template that failed is suspended until somebody has looked at it', async () => {
  const values = { implementationPlan: 'Restart.', testPlan: 'Look.', backoutPlan: 'Start the other node.', groupId: desk.groups.network.id };
  const template = await desk.perform('bob', 'changeTemplates.add', undefined, { name: 'Restart', purpose: 'A planned restart.', values, maxMinutes: 240, ownerId: desk.people.bob.id });
  await desk.perform('bob', 'changeTemplates.propose', template, { reason: 'We have done this every month for years and it has never failed once.' });
  await desk.vote('mona', template.id, 'approve', {}, 'changeTemplates');
  const change = await desk.perform('bob', 'changes.propose', undefined, { type: 'standard', templateId: template.id, title: 'Restart of the web server', itemIds: [desk.items.web], implementerId: desk.people.bob.id, ...WINDOW });
  await desk.perform('bob', 'changes.submit', change);
  desk.clock.set(WINDOW.plannedStart);
  await desk.perform('bob', 'changes.start', change.id);
  await desk.perform('bob', 'changes.finish', change.id, { outcome: 'backedOut' });
  await react();
  expect((await desk.app.open(template.id, desk.actor('mona')))).toMatchObject({ record: { state: 'suspended' } });
  expect(await desk.refusal('bob', 'changes.propose', undefined, { type: 'standard', templateId: template.id, title: 'Again' })).toBe('changes.templateNotUsable');
});

test('a change that collides and moves, but still collides, is shown with its new time', async () => {
  const change = await desk.submitted();
  const other = await desk.submitted({ implementerId: desk.people.carol.id }, 'fay');
  await desk.app.collisionWatch.runOnce();
  expect((await desk.open(change.id, 'bob')).collisions).toMatchObject([{ otherId: other.id, until: WINDOW.plannedEnd }]);
  const before = (await desk.open(change.id, 'bob')).version;
  await desk.perform('fay', 'changes.reschedule', other.id, { plannedStart: '2026-03-04T21:00:00.000Z', plannedEnd: '2026-03-04T23:00:00.000Z' });
  expect(await desk.app.collisionWatch.runOnce()).toBe(1);
  expect(await desk.app.collisionWatch.runOnce()).toBe(0);
  // A version of its own, so that cards and pages follow.
  expect(await desk.open(change.id, 'bob')).toMatchObject({ version: before + 1, collisions: [{ otherId: other.id, until: '2026-03-04T23:00:00.000Z' }] });
});

test('a vote on an exception from a freeze is void once its voter does the work', async () => {
  const board = await desk.add('groups', { name: 'Freeze board', isBoard: true, memberIds: [desk.people.olga.id, desk.people.paul.id, desk.people.nils.id] });
  const freezeId = await desk.add('freezes', { name: 'Quiet days', zone: 'Europe/Berlin', approverGroupId: board, approverCount: 2, occurrences: [{ kind: 'once', from: '2026-03-04T00:00', to: '2026-03-06T00:00' }] });
  const change = await desk.propose();
  const exception = await desk.perform('bob', 'freezeExceptions.request', undefined, { changeId: change.id, freezeId, reason: 'The bank closes.' });
  await desk.vote('olga', exception.id, 'approve', {}, 'freezeExceptions');
  await desk.vote('paul', exception.id, 'approve', {}, 'freezeExceptions');
  await desk.perform('erik', 'groups.change', desk.groups.network.id, { memberIds: [desk.people.bob.id, desk.people.carol.id, desk.people.paul.id] });
  await desk.perform('bob', 'changes.edit', change.id, { title: 'Other words' });
  await react();
  expect(desk.app.desk.get(exception.id)).toMatchObject({ state: 'approved' });
  await desk.perform('bob', 'changes.edit', change.id, { implementerId: desk.people.paul.id });
  await react();
  await react();
  expect(desk.app.desk.get(exception.id)).toMatchObject({ state: 'requested', awaitedApproverIds: [desk.people.nils.id] });
});

test('a freeze that comes later is noticed by those whom it hits, and stops the work from being started', async () => {
  const change = await desk.submitted();
  await desk.vote('carol', change.id);
  await desk.vote('mona', change.id);
  expect(await desk.app.collisionWatch.runOnce()).toBe(0);
  await desk.add('freezes', { name: 'Quiet days', zone: 'Europe/Berlin', occurrences: [{ kind: 'once', from: '2026-03-04T00:00', to: '2026-03-06T00:00' }] });
  expect(await desk.app.collisionWatch.runOnce()).toBe(1);
  expect(await desk.app.collisionWatch.runOnce()).toBe(0);
  const seen = await desk.open(change.id, 'bob');
  expect(seen).toMatchObject({ state: 'scheduled', collisionCount: 1, collisions: [{ reason: 'itemFrozen', severity: 'block' }] });
  desk.clock.set(WINDOW.plannedStart);
  expect(await desk.refusal('bob', 'changes.start', change.id)).toBe('changes.frozen');
});
