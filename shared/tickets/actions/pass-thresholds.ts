import { hasRole, refuse, type DecideContext } from '../../kernel';
import type { Directory } from '../../catalog';
import { cycleStartOf, dueThresholds, escalationAt, type ClockView, type DueThreshold } from '../../sla';
import { translator } from '../../strings';
import type { Ticket } from '../ticket';
import { clocksOf } from '../ticket-derive';
import type { ThresholdNotice, TicketEvent } from '../ticket-events';
import { isOpen } from '../ticket-lifecycle';
import { emptySchema, PRIORITIES, type Priority } from '../ticket-schema';
import { watchedOf } from '../ticket-thresholds';
import { stateWithoutAssignee } from './handling';
import type { TicketAction } from './define';

type Context = DecideContext<Directory>;

const MINUTE = 60_000;
/** Up to here a notice counts as in time. */
const LATE_MINUTES = 2;
/** A record holds 900 events; the last ones are for people. */
const MAX_VERSION = 800;

const latest = (...instants: readonly (string | undefined)[]): string => instants.reduce<string>((last, at = '') => (at > last ? at : last), '');

/** When the ticket was last reopened: a clock that counts as if it had never stopped may be long past a threshold then. */
function reopenedAt({ facts }: Ticket): string | undefined {
  let state: string | null | undefined;
  let found: string | undefined;
  for (const { at, set } of facts) {
    if (set?.state === undefined) continue;
    if ((state === 'resolved' || state === 'fulfilled') && set.state !== 'closed') found = at;
    state = set.state;
  }
  return found;
}

function noticeOf({ clock, percent, at }: DueThreshold, ticket: Ticket, { config, now }: Context): ThresholdNotice {
  const termsSince = latest(clock.retargetedAt, config.agreement(clock.agreementId)?.updatedAt, config.calendar(clock.calendarId)?.updatedAt);
  // Nobody could have known earlier.
  const knownSince = latest(at, termsSince, ticket.createdAt, reopenedAt(ticket));
  const lateMinutes = Math.floor((Date.parse(now) - Date.parse(knownSince)) / MINUTE);
  return {
    key: clock.key, metric: clock.metric, percent, dueAt: at, agreementId: clock.agreementId,
    ...(clock.dueAt && { promiseDueAt: clock.dueAt }),
    ...(ticket.groupId && { groupId: ticket.groupId }),
    ...(ticket.assigneeId && { assigneeId: ticket.assigneeId }),
    ...(lateMinutes > LATE_MINUTES && { lateMinutes }),
    ...(at < termsSince && { isAtRetarget: true, termsSince }),
  };
}

/** Steps act once in a cycle of their clock, however often a threshold is moved and reached again: escalation always ends. */
function hasActed({ passed }: Ticket, clock: ClockView, percent: number): boolean {
  const start = cycleStartOf(clock);
  return passed.some((entry) => entry.key === clock.key && entry.percent === percent && entry.agreementId === clock.agreementId && entry.dueAt >= start);
}

const isLive = ({ state }: ClockView): boolean => state === 'running' || state === 'paused';

/** What the escalation ladders do to the ticket itself; of several moves the last one counts. */
function escalate(due: readonly DueThreshold[], ticket: Ticket, { config }: Context): readonly TicketEvent[] {
  if (!isOpen(ticket.state)) return [];
  const t = translator(config.settings().defaultLanguage ?? 'en');
  let move: TicketEvent | undefined;
  let raise: TicketEvent | undefined;
  let priority: Priority = ticket.priority;
  for (const { clock, percent } of due) {
    if (!isLive(clock) || hasActed(ticket, clock, percent)) continue;
    const agreement = config.agreement(clock.agreementId);
    const reason = t('event.escalated', { agreement: agreement?.name ?? '', percent });
    for (const { act, groupId } of escalationAt(agreement, percent)) {
      const higher = PRIORITIES[PRIORITIES.indexOf(priority) - 1];
      if (act === 'raisePriority' && higher) {
        priority = higher;
        raise = { type: 'PriorityOverridden', priority, reason };
      }
      if (act === 'reassign' && groupId && config.group(groupId)?.retired === false) move = { type: 'TicketAssigned', groupId, state: stateWithoutAssignee(ticket), reason };
    }
  }
  const isMove = move?.type === 'TicketAssigned' && move.groupId !== ticket.groupId;
  return [...(raise ? [raise] : []), ...(move && isMove ? [move] : [])];
}

/**
 * Notes every threshold that was reached and not yet noticed, in the order of instants, and does what the agreements want done
 * then (domain.md 5.2, rule 8). New terms that follow from it are looked at by the next pass.
 */
export const passThresholds: TicketAction = {
  name: 'tickets.passThresholds',
  schema: emptySchema,
  repeat: 'check',
  internal: true,
  can: (actor) => hasRole(actor, 'system'),
  decide(record, _input, context) {
    const ticket = record as Ticket;
    if (ticket.version >= MAX_VERSION) return refuse('kernel.tooLarge');
    const clocks = clocksOf(ticket, context.config.serviceLevels(), context.extra.clocks as readonly ClockView[] | undefined);
    const due = dueThresholds(watchedOf(ticket, clocks), context.now);
    if (due.length === 0) return refuse('kernel.notDue');
    const noticed = due.map((entry): TicketEvent => ({ type: 'ThresholdPassed', ...noticeOf(entry, ticket, context) }));
    return { events: [...noticed, ...escalate(due, ticket, context)] };
  },
};
