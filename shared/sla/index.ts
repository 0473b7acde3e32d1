export { agreementsPractice, canEditServiceLevels, type Agreement } from './agreement';
export { agreementSchema } from './agreement-schema';
export { calendarsPractice, type Calendar } from './calendar';
export { calendarSchema, type Weekly, type Window } from './calendar-schema';
export { isBreached, type ClockView, type Metric } from './clock-views';
export { evaluateClocks, traceClocks, type ClockSpan, type ClockTrace } from './evaluate';
export type { ClockFact, ClockFields, ClockInput } from './facts';
export { openTimeOf, type OpenTime } from './open-time';
export {
  cycleStartOf, dueThresholds, nextThresholdAt, withPassed, type DueThreshold, type PassedThreshold, type Watched,
} from './thresholds';
export { createServiceLevels, type ServiceLevels, type ServiceLevelSource } from './service-levels';
export { evaluateVector, meetsExpected, readVectors, type ReadVector, type VectorProblem } from './vectors';
