// If this fails, people go on using a template whose last use failed, or one that was looked at and put back to use is taken from them again.
import { reactTo } from '../../bot/jobs/reactions';
import type { OutboxEntry } from '../../shared/app';
import type { RecordView } from '../../shared/kernel';
import { createChangeDesk, type ChangeDesk, type ChangePerson } from '../_support/change-desk';

const WINDOW = { plannedStart: '2026-03-03T20:00:00.000Z', plannedEnd: '2026-03-03T21:00:00.000Z' };

let desk: ChangeDesk;
beforeEach(async () => (desk = await createChangeDesk()));
afterEach(() => desk.close());

const on = (by: ChangePerson, verb: string, template: RecordView | string | undefined, input: object = {}): Promise<RecordView> => desk.perform(by, `changeTemplates.${verb}`, template, input);

async function approvedTemplate(): Promise<string> {
  const values = { implementationPlan: 'Install.', testPlan: 'Log in.', backoutPlan: 'Restore.', impact: 'None.', groupId: desk.groups.network.id, itemIds: [desk.items.web] };
  const { id } = await on('carol', 'add', undefined, { name: 'Patch', purpose: 'Patches', maxMinutes: 120, ownerId: desk.people.carol.id, values });
  await on('carol', 'propose', id, { reason: 'Nobody has done it this way so far; the vendor describes it.' });
  const seen = await desk.open(id, 'mona');
  await on('mona', 'approve', seen, { step: seen.mySeats[0]?.step, token: seen.mySeats[0]?.token });
  return id;
}

/** A standard change from this template, carried out with this outcome. */
async function used(templateId: string, outcome: string): Promise<string> {
  const { id } = await desk.perform('bob', 'changes.propose', undefined, { type: 'standard', templateId, title: 'Patch WEB-TEST', reason: 'Fixes', implementerId: desk.people.bob.id, reach: 'few', isOutage: false, ...WINDOW });
  await desk.perform('bob', 'changes.submit', id);
  desk.clock.set(WINDOW.plannedStart);
  await desk.perform('bob', 'changes.start', id);
  await desk.perform('bob', 'changes.finish', id, { outcome });
  return id;
}

/** Everything that was announced so far, as the relay reads it. */
async function announced(): Promise<readonly OutboxEntry[]> {
  const { rows } = await desk.app.storage.range({ partition: desk.app.partition, from: 'o:', to: 'o;', limit: 500 });
  return rows.map(({ data }) => data as OutboxEntry);
}

const react = async (): Promise<void> => {
  for (const entry of await announced()) await reactTo(desk.app, entry);
};

test('one failed use suspends the template, and names the change; it can be put back to use once somebody has looked', async () => {
  const templateId = await approvedTemplate();
  const changeId = await used(templateId, 'backedOut');
  expect(desk.app.desk.get(templateId)).toMatchObject({ state: 'approved' });
  await react();
  expect(await desk.open(templateId, 'mona')).toMatchObject({ state: 'suspended', isUsable: false, suspendedBecause: `Suspended, because ${changeId} failed` });
  expect(await desk.refusal('bob', 'changes.propose', undefined, { type: 'standard', templateId, title: 'Again' })).toBe('changes.templateNotUsable');
  await on('nils', 'reinstate', templateId, { reason: 'It was the disk.' });
  // Told once more, as after a crash: it is not suspended for the same use twice.
  await react();
  expect(desk.app.desk.get(templateId)).toMatchObject({ state: 'approved' });
});

test.each(['successful', 'withIssues', 'notImplemented'])('a use that ended as %s leaves it as it is', async (outcome) => {
  const templateId = await approvedTemplate();
  await used(templateId, outcome);
  await react();
  expect(desk.app.desk.get(templateId)).toMatchObject({ state: 'approved' });
});
