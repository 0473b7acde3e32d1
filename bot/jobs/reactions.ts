import type { App, OutboxEntry } from '../../shared/app';
import { systemActor, type Relation } from '../../shared/kernel';

/** An event that points at another record. */
interface Pointing {
  readonly type: string;
  readonly relation?: Relation;
  readonly otherId?: string;
}

/**
 * What follows from an action in records of other practices: an incident that was caused by a change counts against it. Done
 * before the entry is used up, so at least once; the actions refuse what has been done already.
 */
export async function reactTo(app: App, entry: OutboxEntry): Promise<void> {
  if (entry.practice !== 'tickets') return;
  for (const { event } of entry.history) {
    const { type, relation, otherId } = event as Pointing;
    if (relation !== 'causedBy' || !otherId?.startsWith('CHG')) continue;
    const input = { incidentId: entry.id, isLinked: type === 'LinkAdded' };
    await app.perform({ action: 'changes.noteIncident', id: otherId, input, actor: systemActor('job') });
  }
}
