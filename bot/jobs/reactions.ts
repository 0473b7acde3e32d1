import type { App, OutboxEntry } from '../../shared/app';
import { systemActor, type Relation } from '../../shared/kernel';

/** An event that points at another record. */
interface Pointing {
  readonly type: string;
  readonly relation?: Relation;
  readonly otherId?: string;
}

/** An event that says how work went. */
interface Finishing {
  readonly type: string;
  readonly outcome?: string;
}

const FAILED = ['backedOut', 'notBackedOut'];

/** An incident that was caused by a change counts against it. */
async function countIncidents(app: App, entry: OutboxEntry): Promise<void> {
  for (const { event } of entry.history) {
    const { type, relation, otherId } = event as Pointing;
    if (relation !== 'causedBy' || !otherId?.startsWith('CHG')) continue;
    const input = { incidentId: entry.id, isLinked: type === 'LinkAdded' };
    await app.perform({ action: 'changes.noteIncident', id: otherId, input, actor: systemActor('job') });
  }
}

/** A template whose use failed is looked at before anybody uses it again (domain.md 3.5). */
async function suspendTemplate(app: App, entry: OutboxEntry): Promise<void> {
  const failed = entry.history.find(({ event }) => event.type === 'ChangeFinished' && FAILED.includes((event as Finishing).outcome ?? ''));
  if (!failed) return;
  const actor = systemActor('job');
  const opened = await app.open(entry.id, actor);
  const templateId = 'record' in opened ? opened.record.templateId : undefined;
  if (typeof templateId !== 'string') return;
  // The key makes it once: told again later, it must not suspend what was put back to use meanwhile.
  await app.perform({ action: 'changeTemplates.suspend', id: templateId, input: { changeId: entry.id }, actor, idempotencyKey: `failed ${entry.id} ${failed.seq}` });
}

/**
 * What follows from an action in records of other practices. Done before the entry is used up, so at least once; the actions
 * refuse what has been done already.
 */
export async function reactTo(app: App, entry: OutboxEntry): Promise<void> {
  if (entry.practice === 'tickets') await countIncidents(app, entry);
  if (entry.practice === 'changes') await suspendTemplate(app, entry);
}
