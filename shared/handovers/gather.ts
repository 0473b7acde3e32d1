import type { Directory } from '../catalog';
import { changeTemplatesPractice } from '../change-templates';
import { changesPractice, type ChangeSummary } from '../changes';
import { freezeExceptionsPractice } from '../freeze-exceptions';
import type { AwaitedDecision, Summary } from '../kernel';
import { isUrgent, peopleOnDuty, shiftEnds, takeoverAt, type Takeover } from '../routing';
import { iso } from '../sla';
import { isOpen, ticketsPractice, type TicketSummary } from '../tickets';
import type { Handover } from './handover';
import { isLeft, type NewItem } from './handover-events';
import type { HandoverItem } from './handover-views';

/** More than this nobody reads at the end of a shift; what does not fit stays where it is, and its number is told. */
export const MAX_ITEMS = 100;

/** The end of a shift as the plan has it: who leaves, who has it next. Instants are ISO 8601. */
export interface Ending {
  readonly groupId: string;
  readonly endsAt: string;
  /** Those who leave, with when they are back; absent: nobody knows. */
  readonly leaving: readonly { readonly personId: string; readonly backAt?: string }[];
  readonly next?: Takeover;
}

/** What the plan of a group says about the end of a shift at this instant; undefined: nobody leaves then. */
export function endingAt(config: Directory, groupId: string, endsAt: string): Ending | undefined {
  const at = Date.parse(endsAt);
  const end = shiftEnds(config, groupId, at - 1, at).find((found) => found.at === at);
  if (!end) return undefined;
  const next = takeoverAt(config, groupId, at, end.leaving.map(({ personId }) => personId));
  return { groupId, endsAt, leaving: end.leaving.map(({ personId, backAt }) => ({ personId, ...(backAt !== undefined && { backAt: iso(backAt) }) })), ...(next && { next }) };
}

/** The end of a shift that is handed over, as the plan says by now; of an end that is no more in the plan, what is known of it. */
export function endingOf(config: Directory, { groupId, endsAt, fromIds }: Pick<Handover, 'groupId' | 'endsAt' | 'fromIds'>): Ending {
  const planned = endingAt(config, groupId, endsAt);
  if (planned) return planned;
  const stays = peopleOnDuty(config, groupId, Date.parse(endsAt));
  const leavingIds = fromIds.filter((id) => !stays.includes(id));
  const next = takeoverAt(config, groupId, Date.parse(endsAt), leavingIds);
  return { groupId, endsAt, leaving: leavingIds.map((personId) => ({ personId })), ...(next && { next }) };
}

/** Nobody is there before they are back themselves: handing over would help nobody. */
const helps = ({ next }: Ending, backAt: string | undefined): boolean => backAt === undefined || next === undefined || iso(next.startsAt) < backAt;

const first = (instants: readonly (string | undefined)[]): string | undefined => instants.filter((at) => at !== undefined).sort()[0];
const UPDATES: readonly string[] = ['nextReply', 'periodicUpdate'];

/** Why a ticket cannot wait until its assignee is back, and what is due first. */
function reasonsOf(ticket: TicketSummary, backAt: string | undefined): Pick<NewItem, 'why' | 'dueAt'> {
  const isBefore = (at: string | undefined): boolean => at !== undefined && (backAt === undefined || at <= backAt);
  const owed = ticket.owed ?? [];
  const updates = owed.filter(({ metric, dueAt }) => UPDATES.includes(metric) && isBefore(dueAt));
  const levels = owed.filter(({ metric, dueAt }) => !UPDATES.includes(metric) && isBefore(dueAt));
  const isClose = isBefore(ticket.riskAt);
  const isFollowedUp = ticket.state === 'onHold' && isBefore(ticket.followUpAt);
  const why = [
    ...(isUrgent(ticket.priority) ? ['urgent' as const] : []),
    ...(updates.length > 0 ? ['update' as const] : []),
    ...(levels.length > 0 || isClose ? ['sla' as const] : []),
    ...(isFollowedUp ? ['followUp' as const] : []),
    ...(ticket.lastMessageFrom === 'requester' ? ['waiting' as const] : []),
  ];
  const dueAt = first([...updates, ...levels].map((promise) => promise.dueAt).concat(isClose && ticket.dueAt ? [ticket.dueAt] : [], isFollowedUp && ticket.followUpAt ? [ticket.followUpAt] : []));
  return { why, ...(dueAt && { dueAt }) };
}

/** Does this person still have it, and is it still to be done? */
const isHeldBy = (ticket: TicketSummary, personId: string): boolean => ticket.assigneeId === personId && isOpen(ticket.state);

function ticketItems(config: Directory, ending: Ending): readonly NewItem[] {
  return [...(config.summaries('tickets') as Iterable<TicketSummary>)].flatMap((ticket): NewItem[] => {
    const holder = ending.leaving.find(({ personId }) => isHeldBy(ticket, personId));
    if (!holder || ticket.groupId !== ending.groupId || !helps(ending, holder.backAt)) return [];
    const { why, dueAt } = reasonsOf(ticket, holder.backAt);
    if (why.length === 0) return [];
    return [{
      id: ticket.id, kind: 'ticket', title: ticket.title, fromId: holder.personId, fromName: ticket.assigneeName ?? holder.personId, why, priority: ticket.priority,
      ...(dueAt && { dueAt }), ...(ticket.isRestricted && { isRestricted: true as const }),
    }];
  });
}

/** Practices whose records wait for decisions. */
const ASKING = [ticketsPractice, changesPractice, freezeExceptionsPractice, changeTemplatesPractice];

/** The decision that a record waits for, whatever its practice. */
function awaitedBy(summary: Summary | undefined): AwaitedDecision | undefined {
  const practice = ASKING.find(({ name }) => name === summary?.practice);
  return summary && (practice?.awaits as ((summary: Summary) => AwaitedDecision | undefined) | undefined)?.(summary);
}

function approvalItems(config: Directory, ending: Ending): readonly NewItem[] {
  return ASKING.flatMap(({ name }) => [...config.summaries(name)]).flatMap((summary): NewItem[] => {
    const awaited = awaitedBy(summary);
    const holder = ending.leaving.find(({ personId }) => awaited?.awaitedIds.includes(personId));
    if (!awaited || !holder || !helps(ending, holder.backAt)) return [];
    const dueAt = first([awaited.decideUntil, awaited.plannedStart]);
    if (dueAt !== undefined && holder.backAt !== undefined && dueAt > holder.backAt) return [];
    return [{
      id: summary.id, kind: 'approval', title: awaited.title, fromId: holder.personId, fromName: config.person(holder.personId)?.name ?? holder.personId, why: ['approval'], ...(dueAt && { dueAt }),
    }];
  });
}

const isAhead = ({ state }: ChangeSummary): boolean => state === 'scheduled' || state === 'implement';

/** Changes that run when the shift ends, or begin in the next one: of the group, or done by somebody who leaves. */
function changeItems(config: Directory, ending: Ending): readonly NewItem[] {
  const { groupId, endsAt, leaving, next } = ending;
  const until = next?.until === undefined ? undefined : iso(next.until);
  const [someone] = leaving;
  return ([...config.summaries('changes')] as ChangeSummary[]).flatMap((change): NewItem[] => {
    const implementer = leaving.find(({ personId }) => personId === change.implementerId);
    const holder = implementer ?? (change.groupId === groupId && change.implementerId === undefined ? someone : undefined);
    const { plannedStart } = change;
    if (!holder || !isAhead(change) || !helps(ending, holder.backAt)) return [];
    const isRunning = change.state === 'implement';
    if (!isRunning && (plannedStart === undefined || plannedStart < endsAt || (until !== undefined && plannedStart >= until))) return [];
    const dueAt = isRunning ? change.plannedEnd : plannedStart;
    return [{
      id: change.id, kind: 'change', title: change.title, fromId: holder.personId, fromName: config.person(holder.personId)?.name ?? holder.personId,
      why: [isRunning ? 'changeRuns' : 'changeBegins'], ...(dueAt && { dueAt }),
    }];
  });
}

/** The most urgent first. */
function byUrgency(left: NewItem, right: NewItem): number {
  const order = ({ priority = 'P9', dueAt = '9', id }: NewItem): string => `${isUrgent(priority) ? priority : 'P9'} ${dueAt} ${id}`;
  return order(left) < order(right) ? -1 : 1;
}

/** Everything that cannot wait until whoever leaves is back (domain.md 6.2), each record once, the most urgent first. Pure. */
export function gather(config: Directory, ending: Ending): readonly NewItem[] {
  const found = new Map<string, NewItem>();
  for (const item of [...ticketItems(config, ending), ...changeItems(config, ending), ...approvalItems(config, ending)]) if (!found.has(item.id)) found.set(item.id, item);
  return [...found.values()].sort(byUrgency);
}

type LookedAt = Pick<HandoverItem, 'id' | 'kind' | 'fromId' | 'outcome'>;

/** It is over, or went to somebody else: there is nothing to hand over any more. */
function isSettled({ id, kind, fromId }: LookedAt, groupId: string, config: Directory): boolean {
  const summary = config.summary(id);
  if (!summary) return true;
  if (kind === 'ticket') return (summary as TicketSummary).groupId !== groupId || !isHeldBy(summary as TicketSummary, fromId);
  if (kind === 'approval') return awaitedBy(summary)?.awaitedIds.includes(fromId) !== true;
  return !isAhead(summary as ChangeSummary);
}

/** What a handover is about, from the record and its summary alike. */
export type Looked = Pick<Handover, 'groupId' | 'endsAt' | 'fromIds'> & { readonly items: readonly LookedAt[] };

export interface Look {
  readonly added: readonly NewItem[];
  readonly settledIds: readonly string[];
}

/** What was settled since it was looked last, and, where the end of the shift is given, what came up. */
export function lookAt({ items, groupId }: Looked, config: Directory, ending?: Ending): Look {
  const stays = (id: string): boolean => ending !== undefined && !ending.leaving.some(({ personId }) => personId === id);
  const settledIds = items.filter(isLeft).filter((item) => isSettled(item, groupId, config) || stays(item.fromId)).map(({ id }) => id);
  // What was settled may come up anew for another reason: a change that was decided about begins in the next shift.
  const isThere = (id: string): boolean => items.some((item) => item.id === id && item.outcome !== 'settled') && !settledIds.includes(id);
  const added = ending ? gather(config, ending).filter(({ id }) => !isThere(id)) : [];
  return { added: added.slice(0, Math.max(0, MAX_ITEMS - items.length)), settledIds };
}
