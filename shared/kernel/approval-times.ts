import { openSeats, openSteps, type Approval, type ApprovalStep, type Seat } from './approval';

const HOUR_MS = 3_600_000;

/** What happens to a step that nobody decides: people are reminded, their managers may decide too, then it expires (domain.md 3.9). */
export type Nudge = 'remind' | 'escalate' | 'expire';

export interface DueNudge {
  readonly stepId: string;
  readonly nudge: Nudge;
  /** ISO instant. */
  readonly at: string;
}

const after = (at: string, hours: number): string => new Date(Date.parse(at) + hours * HOUR_MS).toISOString();

function nudgesOf(step: ApprovalStep): readonly DueNudge[] {
  const { requestedAt, remindAfterHours, escalateAfterHours, expireAfterHours } = step;
  if (!requestedAt) return [];
  const at = (nudge: Nudge, hours: number | undefined, done: string | undefined): readonly DueNudge[] =>
    hours === undefined || done !== undefined ? [] : [{ stepId: step.id, nudge, at: after(requestedAt, hours) }];
  return [...at('remind', remindAfterHours, step.remindedAt), ...at('escalate', escalateAfterHours, step.escalatedAt), ...at('expire', expireAfterHours, step.expiredAt)];
}

/** Everything that is still to happen to the open steps, in the order of instants. */
export function nudgesAhead(approval: Approval): readonly DueNudge[] {
  return openSteps(approval).flatMap(nudgesOf).sort((left, right) => (left.at < right.at ? -1 : left.at > right.at ? 1 : 0));
}

/** When an open step expires: what an approver sees as "decide until". */
export function decideUntil(approval: Approval): string | undefined {
  return nudgesAhead(approval).find(({ nudge }) => nudge === 'expire')?.at;
}

/** The time between two instants did not count: whoever had been asked before has as much time left as they had then. */
export function postponed(approval: Approval, since: string, until: string): Approval {
  const later = (at: string): string => (at < since ? new Date(Date.parse(at) + Date.parse(until) - Date.parse(since)).toISOString() : until);
  return { ...approval, steps: approval.steps.map((step) => (step.requestedAt ? { ...step, requestedAt: later(step.requestedAt) } : step)) };
}

/** The step after a nudge. `managerOf` names who decides too after an escalation; nobody who is excluded. */
export function nudged(approval: Approval, { stepId, nudge }: DueNudge, now: string, managerOf: (personId: string) => string | undefined): Approval {
  const steps = approval.steps.map((step): ApprovalStep => {
    if (step.id !== stepId) return step;
    if (nudge === 'remind') return { ...step, remindedAt: now };
    if (nudge === 'expire') return { ...step, expiredAt: now };
    const open = openSeats(approval, step);
    const seats = step.seats.map((seat): Seat => {
      const managerId = open.includes(seat) ? managerOf(seat.personId) : undefined;
      return managerId && !approval.excludedIds.includes(managerId) ? { ...seat, escalatedToId: managerId } : seat;
    });
    return { ...step, escalatedAt: now, seats };
  });
  return { ...approval, steps };
}
