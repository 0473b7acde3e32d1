import type { Directory } from '../catalog';
import type { Practice } from '../kernel';
import type { ExceptionSubject, FreezeException } from './freeze-exception';
import { exceptionActions } from './freeze-exception-actions';
import { deriveException } from './freeze-exception-derive';
import { exceptionSubjectOf, foldException, type ExceptionEvent } from './freeze-exception-events';
import { endedExceptions, openExceptions } from './freeze-exception-lists';
import { canReadException } from './freeze-exception-permissions';
import { presentException, presentExceptionRow } from './freeze-exception-present';
import type { ExceptionSummary } from './freeze-exception-views';

const toSubject = (subject: FreezeException | ExceptionSummary): ExceptionSubject => ('awaitedApproverIds' in subject ? subject : exceptionSubjectOf(subject));

/** Exceptions from freezes: decided by a quorum, ended by themselves. */
export const freezeExceptionsPractice: Practice<FreezeException, ExceptionSummary, ExceptionEvent, Directory> = {
  name: 'freezeExceptions',
  prefixes: ['FEX'],
  actions: exceptionActions,
  fold: foldException,
  subject: toSubject,
  canRead: (actor, subject) => canReadException(actor, toSubject(subject)),
  derive: deriveException,
  view: presentException,
  row: presentExceptionRow,
  lists: [openExceptions, endedExceptions],
  timers: {
    nudge: { action: 'freezeExceptions.nudge', input: {} },
    expiry: { action: 'freezeExceptions.expire', input: {} },
  },
  // While it is decided about, a vote or a reminder makes nobody's form stale: what a press is about stands in its token.
  isQuiet: (event) => 'state' in event && event.state === 'requested',
  announces: true,
  awaits: ({ awaitedApproverIds: awaitedIds, excludedApproverIds: excludedIds, title, state, requesterName, decideUntil, from }) =>
    awaitedIds.length === 0 ? undefined : { awaitedIds, excludedIds, title, state, requesterName, plannedStart: from, ...(decideUntil && { decideUntil }) },
};
