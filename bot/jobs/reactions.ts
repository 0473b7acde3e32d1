import type { AnnouncementSummary } from '../../shared/announcements';
import type { App, OutboxEntry } from '../../shared/app';
import { systemActor, type Relation } from '../../shared/kernel';
import { assignAfter } from './assigning';
import { countAnnounced, countParts, countSimilar } from './count-reports';

/** What a reaction looks at of an event, whatever its practice. */
interface Happened {
  readonly type: string;
  readonly kind?: string;
  readonly duplicateOfId?: string;
  readonly relation?: Relation;
  readonly otherId?: string;
  readonly outcome?: string;
  readonly differences?: readonly { readonly field: string }[];
  readonly moves?: readonly { readonly ticketId: string; readonly fromId: string }[];
}

/** `at`: when it happened, ISO instant; `by`: who did it. */
type Reaction = (app: App, id: string, happened: Happened, record: { readonly at: string; readonly by: string }) => Promise<void>;

const system = systemActor('job');

/** An incident was linked to the change that caused it, or is so no longer: it counts against that change. */
async function countIncident(app: App, ticketId: string, { type, relation, otherId }: Happened): Promise<void> {
  if (relation !== 'causedBy' || !otherId?.startsWith('CHG')) return;
  await app.perform({ action: 'changes.noteIncident', id: otherId, input: { incidentId: ticketId, isLinked: type === 'LinkAdded' }, actor: system });
}

/** A standard change failed: nobody uses its template again before somebody has looked at it (domain.md 3.5). */
async function suspendTemplate(app: App, changeId: string, { type, outcome }: Happened): Promise<void> {
  if (type !== 'ChangeFinished' || (outcome !== 'backedOut' && outcome !== 'notBackedOut')) return;
  const { templateId } = (app.desk.get(changeId) ?? {}) as { readonly templateId?: string };
  const template = app.desk.directory.summary(templateId);
  if (!template) return;
  // The key makes it once: told again later, it must not suspend what was put back to use meanwhile.
  await app.perform({ action: 'changeTemplates.suspend', id: template.id, input: { changeId }, actor: system, idempotencyKey: `failed ${changeId}` });
}

/** The incident is solved: what was told to everybody about it is over. */
async function endAnnouncements(app: App, ticketId: string, { type }: Happened): Promise<void> {
  if (type !== 'TicketResolved' && type !== 'TicketCancelled') return;
  const running = ([...app.desk.directory.summaries('announcements')] as AnnouncementSummary[]).filter(({ incidentId, retired }) => incidentId === ticketId && !retired);
  // Refused when somebody was faster; nothing is lost then.
  for (const { id, version } of running) await app.perform({ action: 'announcements.retire', id, version, input: {}, actor: system });
}

/** Somebody else does the work now: what they decided about its exceptions from freezes is void (domain.md rule R6). */
async function voidExceptionVotes(app: App, changeId: string, { type, differences = [] }: Happened): Promise<void> {
  if (type !== 'ChangeEdited' || !differences.some(({ field }) => field === 'implementerId')) return;
  const exceptions = [...app.desk.all('freezeExceptions')].filter((exception) => (exception as { readonly changeId?: string }).changeId === changeId);
  for (const { id } of exceptions) await app.perform({ action: 'freezeExceptions.voidVotes', id, input: {}, actor: system });
}

/** What somebody accepted at the end of a shift is theirs from now on: one action for each ticket, once. */
async function moveTickets(app: App, handoverId: string, { type, moves = [] }: Happened, { by }: { readonly by: string }): Promise<void> {
  if (type !== 'ItemsAccepted') return;
  for (const { ticketId, fromId } of moves) {
    await app.perform({ action: 'tickets.handOver', id: ticketId, input: { handoverId, fromId, toId: by }, actor: system, idempotencyKey: `${handoverId} ${ticketId}` });
  }
}

/** What comes in, or is linked, may make more than one incident among many of it. */
async function countReports(app: App, id: string, { type, kind, relation, otherId, duplicateOfId }: Happened, { at }: { readonly at: string }): Promise<void> {
  if (type === 'TicketReported' && kind === 'incident') await countSimilar(app, id, at);
  if (type === 'TicketCancelled' && duplicateOfId) await countParts(app, duplicateOfId);
  if (type !== 'LinkAdded' || !otherId) return;
  if (relation === 'childOf' || relation === 'duplicateOf') await countParts(app, otherId);
  if (relation === 'parentOf' || relation === 'hasDuplicate') await countParts(app, id);
}

async function countAffected(app: App, id: string, { type }: Happened): Promise<void> {
  if (type === 'PersonAffected') await countAnnounced(app, id);
}

const REACTIONS: Readonly<Record<string, readonly Reaction[]>> = {
  tickets: [countIncident, endAnnouncements, countReports], changes: [suspendTemplate, voidExceptionVotes], announcements: [countAffected], handovers: [moveTickets],
};

/**
 * What follows from an action, in the same record or in those of other practices. Done before the entry of the outbox is used up, so at least once;
 * the actions refuse what has been done already.
 */
export async function reactTo(app: App, entry: OutboxEntry): Promise<void> {
  const { practice, id, history } = entry;
  if (practice === 'tickets') await assignAfter(app, entry);
  const reactions = REACTIONS[practice] ?? [];
  for (const { event, by, at } of history) for (const react of reactions) await react(app, id, event, { by, at });
}
