import type { App, OutboxEntry } from '../../shared/app';
import { actorIn } from '../../shared/catalog';
import { isRefused, systemActor } from '../../shared/kernel';
import { isByHand } from '../../shared/routing';
import type { TicketEvent, TicketRow, TicketSummary } from '../../shared/tickets';
import type { Job, JobDeps } from './job';

const system = systemActor('job');
/** After one of these a ticket may wait in a group for somebody to be picked. */
const LEADS_TO_ASSIGNMENT: ReadonlySet<string> = new Set<TicketEvent['type']>(['TicketReported', 'TicketAssigned', 'ApprovalVoted', 'TicketConverted', 'OfferDeclined', 'OfferExpired']);
/** How many of the requester's latest tickets are looked through for who solved one. */
const LOOKED_THROUGH = 50;

/** Who last solved something for this person in the group, of what is in the archive too. */
async function lastSolver(app: App, requesterId: string | undefined, exceptId: string): Promise<{ solverId?: string; solvedAt?: string }> {
  const { directory } = app.desk;
  const requester = directory.person(requesterId);
  if (!requester) return {};
  const page = await app.list({ list: 'tickets.mine', filters: {}, limit: LOOKED_THROUGH, actor: actorIn(directory, requester, 'job', app.clock.now().toISOString()) });
  const rows = isRefused(page) ? [] : (page.items as readonly TicketRow[]);
  const solved = rows.filter((row) => row.id !== exceptId && row.requesterId === requester.id && row.assigneeId && row.resolvedAt);
  const [last] = solved.sort((left, right) => ((left.resolvedAt ?? '') > (right.resolvedAt ?? '') ? -1 : 1));
  return last ? { solverId: last.assigneeId as string, solvedAt: last.resolvedAt as string } : {};
}

async function assign(app: App, id: string, ticket: TicketSummary | undefined): Promise<boolean> {
  const group = app.desk.directory.group(ticket?.groupId);
  const input = group?.isSticky ? await lastSolver(app, ticket?.requesterId, id) : {};
  const performed = await app.perform({ action: 'tickets.autoAssign', id, input, actor: system });
  return 'record' in performed;
}

/** After a ticket came in, or to another group, or was not taken: somebody is picked. The action looks at everything anew, so that it happens once. */
export async function assignAfter(app: App, { id, history }: OutboxEntry): Promise<void> {
  if (!history.some(({ event }) => LEADS_TO_ASSIGNMENT.has(event.type))) return;
  const ticket = app.desk.get(id) as TicketSummary | undefined;
  // Of what another instance wrote a moment ago this one may not know yet: then the action decides.
  if (ticket && (ticket.assigneeId || isByHand(app.desk.directory.group(ticket.groupId)))) return;
  await assign(app, id, ticket);
}

/** A change of these may let somebody take what nobody could. */
const MAKES_ROOM = new Set(['people', 'groups', 'shifts', 'calendars', 'delegations', 'categories', 'offerings']);
const TICKET_MAKES_ROOM: ReadonlySet<string> = new Set<TicketEvent['type']>(['TicketResolved', 'TicketClosed', 'TicketCancelled', 'TicketPutOnHold', 'TicketAssigned', 'TicketTaken', 'OfferDeclined', 'OfferExpired']);
const LOOK_MS = 2_000;
/** In one group, after so many that still nobody can take, the others are left for the next time. */
const TRIES = 3;

const waiting = (app: App): readonly TicketSummary[] =>
  ([...app.desk.all('tickets')] as TicketSummary[]).filter(({ isDeferred }) => isDeferred).sort((left, right) => ((left.dueAt ?? '9') < (right.dueAt ?? '9') ? -1 : 1));

/** What waits because nobody could take it is tried again as soon as somebody has room, is back, or is added. */
export function assignWaitingJob({ app }: Pick<JobDeps, 'app'>): Job & { readonly lookAgain: () => void } {
  let hasRoom = true;
  app.desk.onChange(({ practice, types }) => {
    if (MAKES_ROOM.has(practice) || (practice === 'tickets' && types.some((type) => TICKET_MAKES_ROOM.has(type)))) hasRoom = true;
  });
  return {
    name: 'assign-waiting',
    lookAgain: () => (hasRoom = true),
    everyMs: LOOK_MS,
    async runOnce() {
      if (!hasRoom) return 0;
      hasRoom = false;
      const failed = new Map<string, number>();
      let done = 0;
      for (const ticket of waiting(app)) {
        const groupId = ticket.groupId ?? '';
        if ((failed.get(groupId) ?? 0) >= TRIES) continue;
        if (await assign(app, ticket.id, ticket)) done += 1;
        else failed.set(groupId, (failed.get(groupId) ?? 0) + 1);
      }
      return done;
    },
  };
}
