import type { AnnouncementSummary } from '../../shared/announcements';
import type { App } from '../../shared/app';
import { isRefused, systemActor, type Relation } from '../../shared/kernel';
import { RAISES_FROM, type TicketSummary } from '../../shared/tickets';

const system = systemActor('job');

const countAt = (app: App, id: string, input: object): Promise<unknown> => app.perform({ action: 'tickets.noteCounts', id, input, actor: system });

/** The incident that others are parts of; itself where it is a part of none. */
async function headOf(app: App, id: string): Promise<string> {
  const opened = await app.open(id, system);
  if (isRefused(opened)) return id;
  const links = (opened.record.links ?? []) as readonly { readonly relation: Relation; readonly id: string }[];
  return links.find(({ relation }) => relation === 'childOf' || relation === 'duplicateOf')?.id ?? id;
}

/**
 * An incident came in: together with what others reported about the same within half an hour it may be more than one among many
 * (domain.md 4.3, step 6). People are counted, not tickets: one of them alone raises nothing. The relay reads what other instances
 * have written before it comes to this, so that whoever looks last sees all of them.
 */
export async function countSimilar(app: App, id: string, at: string): Promise<void> {
  const ticket = app.desk.get(id) as TicketSummary | undefined;
  if (ticket?.kind !== 'incident' || ticket.isRestricted) return;
  const what = app.similar.aboutOf(ticket);
  const reports = app.similar.recently(what, Date.parse(at));
  const first = app.similar.notedAbout(what)[0] ?? reports[0];
  if (!first || first.isRaised) return;
  const people = new Set([...reports.map(({ requesterId }) => requesterId), ...(first.affectedIds ?? [])]);
  if (people.size < RAISES_FROM) return;
  await countAt(app, await headOf(app, first.id), { similar: people.size });
}

/** Something became a part of an incident, or a duplicate of it. */
export const countParts = async (app: App, id: string): Promise<void> => void (id.startsWith('INC') && (await countAt(app, id, {})));

/** Somebody said of an announced disturbance that it hits them, too: that counts for the incident that is worked on. */
export async function countAnnounced(app: App, announcementId: string): Promise<void> {
  const { incidentId, affectedIds = [] } = (app.desk.directory.summary(announcementId) ?? {}) as Partial<AnnouncementSummary>;
  const incident = incidentId === undefined ? undefined : (app.desk.get(incidentId) as TicketSummary | undefined);
  if (!incident) return;
  const people = new Set([...affectedIds, ...(incident.affectedIds ?? []), ...(incident.requesterId ? [incident.requesterId] : [])]);
  await countAt(app, incident.id, { people: people.size });
}
