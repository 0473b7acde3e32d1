import type { AnnouncementSummary } from '../announcements';
import { isRefused, refuse, systemActor, type Actor, type Refused } from '../kernel';
import { draftOf, SIMILAR_MINUTES, type TicketSummary } from '../tickets';
import type { App } from './create-app';
import type { About } from './similar';
import { tellingWords } from './telling-words';

/**
 * What hits others, too, as somebody who is about to report it is told: that it is known and how many said so, and nothing of the
 * tickets behind it. What everybody may read of it stands in an announcement, if somebody wrote one.
 */
export interface Disturbance {
  /** It is worked on as a major incident. */
  readonly isMajor: boolean;
  /** How many others reported something like it within so many minutes. */
  readonly count: number;
  readonly minutes: number;
  /** The reader has said that it hits them, too. */
  readonly isAffected: boolean;
}

interface Found {
  readonly anchor: TicketSummary;
  /** Who reported it within half an hour. */
  readonly reporterIds: ReadonlySet<string | undefined>;
  readonly offer: Disturbance;
}

/** One or two others say little about it, and too much about them. */
const SEVERAL = 3;

type Looking = Pick<App, 'desk' | 'similar' | 'clock'>;

export const aboutDraft = (text: string, categoryId: string | undefined): About => ({ words: tellingWords(text), categoryId });

/** The running announcement about an incident. */
export function announcementOf({ desk }: Pick<App, 'desk'>, incidentId: string): AnnouncementSummary | undefined {
  return ([...desk.directory.summaries('announcements')] as AnnouncementSummary[]).find((entry) => entry.incidentId === incidentId && !entry.retired);
}

/** The incident that stands for what somebody is about to report, where several report it or it is a major one. From memory. */
export function findDisturbance({ similar, clock }: Looking, what: About, actor: Actor): Found | undefined {
  const noted = similar.notedAbout(what);
  const reports = similar.recently(what, clock.now().getTime());
  const joined = similar.affecting(actor.id, what)[0];
  const major = noted.find((ticket) => ticket.major === 'promoted');
  const anchor = joined ?? major ?? noted[0] ?? reports[0];
  // Whoever has reported it already is offered their own ticket.
  if (!anchor || [anchor, ...reports].some(({ requesterId }) => requesterId === actor.id)) return undefined;
  const reporterIds = new Set(reports.map(({ requesterId }) => requesterId));
  const count = reporterIds.size;
  const isMajor = anchor.major === 'promoted';
  if (!isMajor && !joined && count < SEVERAL) return undefined;
  return { anchor, reporterIds, offer: { isMajor, count, minutes: SIMILAR_MINUTES, isAffected: joined !== undefined } };
}

/**
 * "Me too", or not any more: the person hears when it is over. Which incident it is, the server finds out again from what the
 * person wrote; nobody names one that they may not read.
 */
export async function joinDisturbance(app: App, text: string, actor: Actor, isAffected: boolean): Promise<{ readonly disturbance?: Disturbance } | Refused> {
  const { categoryId } = draftOf(text, actor, app.desk.directory, app.clock.now().toISOString());
  const what = aboutDraft(text, categoryId);
  const found = findDisturbance(app, what, actor);
  if (!found) return refuse('announcements.gone');
  const system = { ...systemActor('job'), channel: actor.channel };
  const { anchor, reporterIds } = found;
  const action = isAffected ? 'tickets.addAffected' : 'tickets.removeAffected';
  const similar = new Set([...reporterIds, ...(anchor.affectedIds ?? []), actor.id]).size;
  const performed = await app.perform({ action, id: anchor.id, input: { personId: actor.id, ...(isAffected && { similar }) }, actor: system });
  // Said already: it is as wished.
  if (isRefused(performed) && performed.refused.code === 'announcements.enough') return refuse(performed.refused.code, performed.refused.params);
  const now = findDisturbance(app, what, actor);
  return now ? { disturbance: now.offer } : {};
}
