export { freezeExceptionsPractice } from './freeze-exceptions-practice';
export { exceptionActions } from './freeze-exception-actions';
export { exceptionSubjectOf, foldException, type ExceptionEvent, type RecordedExceptionEvent } from './freeze-exception-events';
export { EXCEPTION_LIFECYCLE, isExceptionEnded, type ExceptionRole } from './freeze-exception-lifecycle';
export { canReadException, mayPlan, standsToExceptionAs } from './freeze-exception-permissions';
export type { ExceptionSubject, FreezeException } from './freeze-exception';
export { EXCEPTION_STATES, type ExceptionState } from './freeze-exception-schema';
export type { ExceptionRow, ExceptionSummary, ExceptionView } from './freeze-exception-views';
