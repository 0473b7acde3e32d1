import { decideUntilOf, nextNudgeAt } from '../approvals';
import { newestFirst, votersOf, type Derived, type Timer } from '../kernel';
import type { Exemption } from '../scheduling';
import type { FreezeException } from './freeze-exception';
import { exceptionSubjectOf } from './freeze-exception-events';
import { isExceptionEnded } from './freeze-exception-lifecycle';
import type { ExceptionSummary } from './freeze-exception-views';

/** What the change calendar knows of it: only while it is approved, and never beyond the window that was asked for. */
function exemptionOf({ id, state, changeId, freezeId, from, to, expiresAt, approval }: FreezeException): Exemption | undefined {
  return state === 'approved' ? { exceptionId: id, changeId, freezeId, from, to, expiresAt, deciderIds: votersOf(approval) } : undefined;
}

/** A decision is of use until the change begins; one that was asked for in the middle of it, until it ends. */
function decideUntil({ approval, state, from, createdAt, expiresAt }: FreezeException): string | undefined {
  if (state !== 'requested') return undefined;
  const useful = from > createdAt && from < expiresAt ? from : expiresAt;
  const asked = decideUntilOf(approval, true);
  return asked !== undefined && asked < useful ? asked : useful;
}

export function exceptionSummaryOf(exception: FreezeException): ExceptionSummary {
  const { approval: _approval, changeTitle, freezeName, createdAt: _created, ...rest } = exception;
  const exemption = exemptionOf(exception);
  const until = decideUntil(exception);
  return {
    ...rest, practice: 'freezeExceptions', title: `${freezeName} · ${exception.changeId} ${changeTitle}`, ...exceptionSubjectOf(exception),
    ...(until && { decideUntil: until }), ...(exemption && { exemption }),
  };
}

function timersOf({ state, approval, expiresAt }: FreezeException): readonly Timer[] {
  if (isExceptionEnded(state)) return [];
  const nudgeAt = state === 'requested' ? nextNudgeAt(approval) : undefined;
  return [{ at: expiresAt, what: 'expiry' }, ...(nudgeAt ? [{ at: nudgeAt, what: 'nudge' }] : [])];
}

export function deriveException(exception: FreezeException): Derived<ExceptionSummary> {
  const isEnded = isExceptionEnded(exception.state);
  return {
    summary: exceptionSummaryOf(exception),
    active: !isEnded,
    lists: isEnded ? [{ list: 'freezeExceptions.ended', sort: newestFirst(exception.updatedAt) }] : [],
    timers: timersOf(exception),
  };
}
