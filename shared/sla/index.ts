export { agreementsPractice, canEditServiceLevels, type Agreement } from './agreement';
export { canSeeServiceLevels, createAttainment, isOutcome, type AttainmentSums, type DecidedPromise } from './attainment';
export { missCause } from './attainment-cause';
export { rangeOf, type LocalRange } from './attainment-periods';
export { attainmentSchema, attainmentTicketsSchema } from './attainment-schema';
export type {
  Attainment, AttainmentFigures, AttainmentGrouping, AttainmentOutcome, AttainmentStep, AttainmentTicket, AttainmentTickets, CauseCount, KeptPromise, MissCause, MissReason,
} from './attainment-views';
export { agreementSchema } from './agreement-schema';
export { calendarsPractice, type Calendar } from './calendar';
export { weeklyTimeProblems } from './calendar-check';
export { calendarSchema, type Weekly, type Window } from './calendar-schema';
export { dateOf, dayNumberOf, timeOfDay, weekdayOf } from './calendar-dates';
export { append, CHUNK, chunkOf, DAY, instantsOf, MINUTE, offsetAt, offsetsIn, type Stretch } from './calendar-zone';
export { previewYear, readYear, yearOf, yearSchema } from './calendar-year';
export { isBreached, type ClockView, type Metric } from './clock-views';
export { escalationAt } from './escalation';
export { evaluateClocks, traceClocks, type ClockSpan, type ClockTrace } from './evaluate';
export { explainTrace, presentPause, totalsOf, type ExplainedTotals, type PauseReason, type Piece } from './explain';
export type { ClosedReason } from './explain-closed';
export { effectsOf, type Effect, type Effects } from './explain-effects';
export { foldPieces, type Line } from './explain-fold';
export type { ClockFact, ClockFields, ClockInput } from './facts';
export { heldByGroup, heldTime, sharesOf, type HeldTime, type Holder } from './held-time';
export { holidayCountries, holidayFileSchema, holidayQuerySchema, publicHolidays } from './holidays';
export { MAX_HOLIDAY_FILE_BYTES, readHolidayFile } from './icalendar';
export { openTimeOf, type OpenTime } from './open-time';
export {
  cycleStartOf, dueThresholds, nextThresholdAt, withPassed, type DueThreshold, type PassedThreshold, type Watched,
} from './thresholds';
export { iso } from './instant';
export { createServiceLevels, type OpenCalendar, type ServiceLevels, type ServiceLevelSource } from './service-levels';
export { stepsOf, type Step } from './steps';
export { evaluateVector, meetsExpected, readVectors, type ReadVector, type VectorProblem } from './vectors';
export { createReplay, outcomeOf, type ReplayClocks, type ReplayFigures, type ReplayTicket } from './replay';
export { attainment, type ReplayView } from './replay-views';
