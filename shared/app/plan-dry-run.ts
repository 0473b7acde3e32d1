import { canReadOffering, contentProblems, surroundingsOf, type OfferingContent } from '../catalog';
import { dryRunSchema } from '../catalog/dry-run-schema';
import { planProblems } from '../catalog/plan-check-views';
import { hasRole, parseInput, refuse, type Actor, type Clock, type Refused } from '../kernel';
import { rowsUnder, type Storage } from '../storage/port';
import { canReadTicket, dryRun, subjectOf, type DryRunView, type Ticket, type TicketSummary } from '../tickets';
import type { Desk } from './desk';
import { openRecord } from './load';
import { checkPlanAction } from './registry';

const DEFAULT_LIMIT = 20;
/** So many ended tickets are looked through: whoever orders something once a year is not found. */
const MAX_LOOKED_THROUGH = 3_000;

/** What a changed plan would have meant for the last requests of an item: read, computed, nothing stored. */
export function createPlanDryRun(storage: Storage, partition: string, desk: Desk, clock: Clock) {
  /** The newest first; only those that the reader may read. */
  async function lastRequests(offeringId: string, limit: number, actor: Actor): Promise<readonly Ticket[]> {
    const isWanted = (summary: TicketSummary): boolean => summary.offeringId === offeringId && canReadTicket(actor, summary);
    const found = ([...desk.all('tickets')] as TicketSummary[]).filter(isWanted).map(({ id, createdAt }) => ({ id, createdAt }));
    let looked = 0;
    for await (const { data } of rowsUnder(storage, partition, 'x:tickets.ended:')) {
      if ((looked += 1) > MAX_LOOKED_THROUGH || found.length >= limit * 2) break;
      const summary = data as TicketSummary;
      if (isWanted(summary)) found.push({ id: summary.id, createdAt: summary.createdAt });
    }
    const newest = found.sort((left, right) => (left.createdAt < right.createdAt ? 1 : -1)).slice(0, limit);
    const opened = await Promise.all(newest.map(({ id }) => openRecord(storage, partition, id)));
    return opened.flatMap((entry) => (entry ? [entry.head.record as Ticket] : [])).filter((ticket) => canReadTicket(actor, subjectOf(ticket)));
  }

  return async function planDryRun(input: unknown, actor: Actor): Promise<DryRunView | Refused> {
    const parsed = parseInput(dryRunSchema, input);
    if ('problems' in parsed) return refuse('kernel.invalidInput', undefined, parsed.problems);
    const { offeringId, limit = DEFAULT_LIMIT, ...changes } = parsed.value;
    const offering = desk.directory.offering(offeringId);
    const looksAfter = hasRole(actor, 'administrator') || [offering?.ownerId, offering?.draft?.ownerId].includes(actor.id);
    if (!offering || !canReadOffering(actor, offering) || !looksAfter) return refuse('kernel.notFound');
    const content: OfferingContent = { ...(offering.draft ?? offering), ...changes };
    const shape = contentProblems(changes, desk.directory);
    const problems = shape.length > 0 ? shape : planProblems(content.plan ?? [], surroundingsOf(content, desk.directory, checkPlanAction));
    if (problems.length > 0) return refuse('kernel.invalidInput', undefined, problems);
    const requests = await lastRequests(offeringId, limit, actor);
    return dryRun(requests, content, desk.directory, actor, clock.now().toISOString());
  };
}

export type PlanDryRun = ReturnType<typeof createPlanDryRun>;
